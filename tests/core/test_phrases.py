"""What is said: made sentences read well, braces are filled, times are spoken."""

import re
from collections.abc import Iterator

import pytest
from drawn import HERE, PAIRS
from made import file, problems, routine

from relax_coach.core import phrases, safety, vocabulary
from relax_coach.core.instruction import IN_TURN
from relax_coach.core.options import Options, answer
from relax_coach.core.routine import Breath, Breathing, Massage, Pulsed, Rest, Step

MOST_WORDS = 40
SENTENCES = re.compile(r"[A-Z0-9][^.]*[^\s.,](\. [A-Z0-9][^.]*[^\s.,])*\.")


def said(step: Step, side: str = "") -> list[str]:
    """The sentence that leads into `step`, for every side it is done on."""
    answered = answer(step, 1, Options())
    return [answered.span(one).text for one in answered.sides]


def made_sentences() -> Iterator[tuple[str, str]]:
    """A side and a sentence for every target with every technique that is allowed on it."""
    for target, technique in PAIRS:
        for side in ("", *sorted(target.sides)):
            for hand, times in (("", 1), ("none", 2), ("finger_pads", 12)):
                step = Massage(
                    place=HERE, target=target.word, technique=technique.word, side=side,
                    timing=Pulsed(5_000, 0, times), hand=hand,
                    pressure=min(technique.pressure, target.cap or 0),
                )  # fmt: skip
                answered = answer(step, 1, Options())
                for one in answered.sides:
                    yield "in turn" if side == "alternate" else one, answered.span(one).text


def test_every_made_sentence_reads_well() -> None:
    bad = [
        text
        for side, text in made_sentences()
        if not SENTENCES.fullmatch(text)
        or len(text.split()) > MOST_WORDS
        or re.search(r"  | ,|,,|\bnone\b|\bno hands\b", text)
        or (side in ("left", "right")) != text.startswith(f"{side.capitalize()} side. ")
        or (side == "in turn") != text.startswith(IN_TURN["left"])
    ]
    assert bad == []


def test_a_made_sentence_says_where_what_and_how_hard() -> None:
    (step,) = routine(
        "target: shoulder\ntechnique: press\nside: left\nhand: thumb\nhold: 5s\ntimes: 4"
    ).steps
    assert said(step) == [
        "Left side. Top of the shoulder, the thick ridge between the neck and the tip of the "
        "shoulder. Use your thumb. Press and stay still. 4 times. Pressure 4 of 10, moderate."
    ]
    (other,) = routine("title: Wall slides\ntarget: other\ntechnique: movement\nfor: 20s").steps
    assert said(other) == ["Both sides. Wall slides. Move slowly and easily."]


def test_where_a_hand_lies_in_a_rest_or_a_breath_is_said() -> None:
    lies, belly, breath, free = routine(
        "rest: 15s\ntarget: shoulder\nhand: palm",
        "rest: 15s\ntarget: belly\nhand: palm",
        "breathe: 5-5\ntimes: 3\ntarget: belly\nhand: palm",
        "rest: 15s",
    ).steps
    assert said(lies) == ["Rest. Top of the shoulder. Use your palm."]
    assert said(belly) == ["Rest. Use your palm."]
    assert said(breath)[0].startswith("Use your palm. Breathe in for 5.")
    assert said(free) == [phrases.REST]


FREELY = " Breathe freely if it becomes too long."


@pytest.mark.parametrize(
    ("breath", "times", "text"),
    [
        (Breath(5_000, 0, 5_000, 0), 1, "Breathe in for 5. Out for 5. One breath." + FREELY),
        (Breath(4_000, 7_000, 8_000, 0), 4,
         "Breathe in for 4. Hold for 7. Out for 8. 4 breaths." + FREELY),
        (Breath(4_000, 4_000, 4_500, 4_000), 2,
         "Breathe in for 4. Hold for 4. Out for 4.5. Hold for 4. 2 breaths." + FREELY),
        (Breath(10_500, 0, 5_000, 0), 41,
         "Breathe in and out with the tones. Over and over." + FREELY),
    ],
)  # fmt: skip
def test_a_breath_is_told_by_its_lengths(breath: Breath, times: int, text: str) -> None:
    assert said(Breathing(place=HERE, breath=breath, times=times)) == [text]


def test_braces_are_filled() -> None:
    say = "The {side} {target}, not the {other_side}: {times} times, {time}. {{not}} {this}"
    step = Massage(place=HERE, target="neck_back", technique="petrissage", side="each",
                   timing=Pulsed(5_000, 1_000, 15), say=say)  # fmt: skip
    assert said(step) == [
        f"The {side} back of the neck, not the {other}: 15 times, 1 minute 30 seconds. "
        "{{not}} {this}"
        for side, other in (("left", "right"), ("right", "left"))
    ]


@pytest.mark.parametrize(
    ("step", "names"),
    [
        ("rest: 5s", "time"),
        ("rest: 5s\ntarget: forehead", "time target side"),
        ("breathe: 5-5\ntimes: 2", "time times"),
        ("target: temple\ntechnique: stroke\nfor: 9s", "time target side"),
        ("target: ear\ntechnique: tap\nside: each\nhold: 9s", "time times target side other_side"),
        ("target: glabella\ntechnique: stroke\nfor: 9s", "time target"),
    ],
)  # fmt: skip
def test_what_may_stand_in_braces(step: str, names: str) -> None:
    for name in ("side", "other_side", "target", "times", "time"):
        found = problems(file(f"{step}\nsay: is {{{name}}}"))
        assert [code for code, *_ in found] == (
            [] if name in names.split() else ["unknown-placeholder"]
        )


def test_a_title() -> None:
    steps = routine(
        "target: neck\ntechnique: knead\nfor: 9s", "rest: 5s", "breathe: 4-7.5-8\ntimes: 1",
        "rest: 5s\ntitle: For {time}",
    ).steps  # fmt: skip
    titles = [answer(step, 1, Options()).span("").title for step in steps]
    assert titles == ["Back of the neck: kneading", "Rest", "Breathing 4-7.5-8", "For 5 seconds"]


def test_the_opening() -> None:
    press = routine(
        "target: neck\ntechnique: knead\nfor: 9s",
        top="cautions: []\nposition: supine\nneeds: [two soft balls, a cushion]",
    )
    assert phrases.opening(press).startswith(
        "Lying on your back. At hand: two soft balls, a cushion. A tone begins each step"
    )
    assert "our of ten" in phrases.opening(press)
    assert "Lightly today: at most 1 of ten." in phrases.opening(press, light=1)
    assert "of ten" not in phrases.opening(press, light=0), "nothing is pressed"
    assert " At hand: a cushion. " in phrases.opening(press, balls=False)
    assert phrases.opening(press, propped=True).startswith("Propped up, or lying on your side.")
    breathe = phrases.opening(routine("breathe: 5-5\ntimes: 2"))
    assert breathe == "A rising tone is in, a falling tone is out."


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (1_000, "1 second"), (1_500, "1.5 seconds"), (20_000, "20 seconds"), (60_000, "1 minute"),
        (90_000, "1 minute 30 seconds"), (121_000, "2 minutes 1 second"), (3_600_000, "60 minutes"),
    ],
)  # fmt: skip
def test_a_length_is_spoken(ms: int, text: str) -> None:
    assert phrases.spoken_time(ms) == text


@pytest.mark.parametrize(
    ("ms", "text"),
    [(0, "0:00"), (1, "0:01"), (7_000, "0:07"), (59_001, "1:00"), (750_000, "12:30"),
     (3_600_000, "60:00")],
)  # fmt: skip
def test_a_clock_rounds_up(ms: int, text: str) -> None:
    assert phrases.clock(ms) == text


@pytest.mark.parametrize(
    ("technique", "word"),
    [
        ("stroke", "Stroke"), ("knead", "Squeeze"), ("circles", "Circle"), ("tap", "Tap"),
        ("glide", "Glide"), ("hold", "Rest there"), ("stretch", "Stretch"), ("movement", "Move"),
        ("tense", "Tense"), ("PIR", "Push lightly"), ("compression", "Squeeze"),
        ("press", "Press"), ("pincer", "Press"),
        ("palming", "Cup your eyes, without touching"), ("cold", "Lay it on"), (None, "Press"),
    ],
)  # fmt: skip
def test_the_word_with_the_first_press_says_what_the_hand_does(
    technique: str | None, word: str
) -> None:
    found = vocabulary.find("technique", technique) if technique else None
    assert technique is None or found is not None
    assert phrases.press_word(found) == word
    assert phrases.paced_press(found) == f"Breathe out, {word.lower()}"


def test_what_was_heard_before_is_said_in_short() -> None:
    (press, breath, rest) = routine(
        "title: Mine\ntarget: temple\ntechnique: circles\nside: left\nfor: 9s\nsay: Go.",
        "breathe: 5-5\ntimes: 2\nsay: Easy.",
        "rest: 9s\nsay: Sink into the chair.",
    ).steps
    assert answer(press, 1, Options()).short == "Again. Left side. Temple. Small circles."
    for_two = answer(press, 1, Options(), "partner").short
    assert for_two == "Again. Their left side. Temple. Small circles."
    assert answer(breath, 1, Options()).short == "Again. The same breath."
    assert answer(rest, 1, Options()).short == "Rest."


@pytest.mark.parametrize(("who", "whose"), [("self", "each"), ("partner", "their")])
def test_a_press_on_the_breath_says_whose(who: str, whose: str) -> None:
    (step,) = routine("target: temple\ntechnique: circles\nside: left\nbreath: 4-6\ntimes: 3").steps
    text = answer(step, 1, Options(), who).span("left").text
    assert f" On {whose} breath out. 3 times. " in text
    assert text.startswith("Their left side. " if who == "partner" else "Left side. ")


@pytest.mark.parametrize(
    "steps", ["target: neck\ntechnique: knead\nfor: 9s", "breathe: 5-5\ntimes: 2"]
)
def test_where_nothing_sounds_no_tone_is_promised(steps: str) -> None:
    silent = phrases.opening(routine(steps, top="cautions: []\ncues: silent"))
    assert "tone" not in silent
    assert silent in ("Four of ten is clear, still pleasant.", "Settle in.")


def test_the_opening_for_two_and_of_what_is_known() -> None:
    two = routine("target: neck\ntechnique: knead\nfor: 9s", top="cautions: []\nwho: partner")
    inside = phrases.opening(two)
    assert inside.startswith("A tone begins each step, a chime ends it. Sides are theirs. Four of")
    begins = f"{safety.SPOKEN_STOP} {safety.EVERYWHERE} Ask before you begin, and agree on a word"
    assert phrases.opening(two, exported=True).startswith(begins), "nobody asks before a file"
    known = routine("rest: 5s", top="cautions: []\nneeds: [a ball]\nposition: seated")
    assert phrases.opening(known, known=True) == "Sitting. At hand: a ball. You know this one."


def test_a_rest_without_words() -> None:
    assert said(Rest(place=HERE, length=5_000)) == [phrases.REST]
