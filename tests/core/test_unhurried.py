"""With a voice nothing is said over something else, and nothing is cut off."""

from itertools import pairwise

from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.cues import begun_at, reworded_at, said_now
from relax_coach.core.ease_off import ease_off
from relax_coach.core.routine import Ms
from relax_coach.core.speech import PAUSE, sentences
from relax_coach.core.timeline import Timeline


def speech(text: str) -> Ms:
    """A voice that takes a fifth of a second for each letter."""
    return 200 * len(text)


def spoken(*steps: str) -> Timeline:
    return compile_routine("t", routine(*steps, top="cautions: []"), None, speech)


def said(timeline: Timeline) -> list[tuple[float, str]]:
    return [(cue.at / 1000, cue.text) for cue in timeline.cues if cue.text]


def test_a_lead_lasts_as_long_as_it_is_said_and_then_settles() -> None:
    lead = spoken("target: jaw\ntechnique: circles\nfor: 8s\nsay: Go on.").spans[1]
    assert lead.length == speech("Go on.") + 3_000


def test_the_opening_says_what_it_is() -> None:
    assert said(spoken("rest: 5s\nsay: Go."))[0][1].startswith("T. ")


def test_words_over_the_work_wait_for_each_other() -> None:
    timeline = spoken(
        "target: temple\ntechnique: press\nhold: 3s\nrelease: 1s\ntimes: 2\nsay: Go.\n"
        "during: [A line of words.]"
    )
    times = {text: at for at, text in said(timeline)}
    begins = timeline.spans[2].start / 1000
    assert times["A line of words."] == begins
    assert times["Let go"] == begins + 3.4, "after 3 s it waits for the line of 3.2 s"


def test_what_would_run_into_the_next_lead_is_left_out() -> None:
    timeline = spoken(
        "target: temple\ntechnique: circles\nfor: 20s\nsay: Go.\nduring: [Too long by half]",
        "rest: 5s\nsay: Rest now.",
    )
    assert "Too long by half" in [text for _, text in said(timeline)]
    short = spoken(
        "target: temple\ntechnique: circles\nfor: 6s\nsay: Go.\nduring: [Too long by half]",
        "rest: 5s\nsay: Rest now.",
    )
    assert "Too long by half" not in [text for _, text in said(short)]


def test_nothing_overlaps() -> None:
    """The rule itself, over a routine of all kinds."""
    timeline = spoken(
        "breathe: 4-6\ntimes: 6",
        "target: temple\ntechnique: press\nside: each\nhold: 4s\nrelease: 2s\ntimes: 12\nsay: Go.",
        "repeat: 2\nbetween: 5s\nsteps:\n- {target: neck, technique: knead, for: 70s, say: On.}",
    )
    spoken_cues = [cue for cue in timeline.cues if cue.text]
    for cue, following in pairwise(spoken_cues):
        assert cue.at + speech(cue.text or "") <= following.at, cue


def test_what_a_key_did_is_said_when_there_is_room() -> None:
    timeline = spoken("target: temple\ntechnique: circles\nfor: 30s\nsay: Go.")
    work = timeline.spans[2].start
    told = said_now(timeline, work + 1_000, "Lighter.", speech)
    assert (work / 1000 + 1.2, "Lighter.") in said(told)
    end = timeline.spans[2].end - 500
    assert said_now(timeline, end, "Lighter.", speech) is timeline, "the end is said there"


def test_two_keys_while_something_is_said_are_both_answered_after_it() -> None:
    timeline = spoken("target: temple\ntechnique: circles\nfor: 30s\nsay: Go on and on.")
    lead = timeline.spans[1].start
    for text in ("First.", "Second."):
        timeline = said_now(timeline, lead + 1_000, text, speech)
    told = [(cue.at - lead, cue.text) for cue in timeline.cues if cue.text]
    assert told[1:4] == [(0, "Go on and on."), (2_800, "First."), (4_200, "Second.")]


def test_a_sentence_that_was_interrupted_in_a_lead_begins_anew() -> None:
    timeline = spoken("target: temple\ntechnique: circles\nfor: 30s\nsay: One. Two and three.")
    lead, work = timeline.spans[1].start, timeline.spans[2].start
    second = lead + speech("One.") + PAUSE
    assert [begun_at(timeline, at, speech) for at in (lead + 500, second + 900, work + 500)] == [
        lead, second, work + 500,
    ]  # fmt: skip


def test_a_sentence_that_is_worded_otherwise_begins_anew_and_is_not_cut_in_the_middle() -> None:
    before = spoken("target: temple\ntechnique: circles\nside: left\npressure: 3\nfor: 30s")
    changed, _ = ease_off(before, before.spans[1].start)
    *first, last = sentences(before.spans[1].text)
    assert last == "Pressure 3 of 10, light."
    named = before.spans[1].start + sum(speech(one) + PAUSE for one in first)
    at = [named - 900, named + 900, before.spans[2].start + 5_000]
    assert [reworded_at(before, changed, one, speech) for one in at] == [at[0], named, None]
