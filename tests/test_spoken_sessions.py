"""Every session speaks: presets, and a person's own file without a single `say`."""

import re
from pathlib import Path

import pytest

from relax_coach import coach
from relax_coach.audio.voice.manifest import can_decode
from relax_coach.core import vocabulary
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.options import Options
from relax_coach.core.timeline import WORK_KINDS
from relax_coach.store import library
from relax_coach.store.settings import Settings

LONGEST_LEAD = 12_000
GETTING_THERE = re.compile(r"^.*\bNow: [^.]*\. ")
"""What says how to change the position has a time of its own."""
HEART = Settings(speaker="heart")
PRESETS = [entry.name for entry in library.entries() if entry.origin == "preset"]
pytestmark = pytest.mark.skipif(not can_decode(), reason="NOT PLAYED: miniaudio is missing")


def lead(session: coach.Ready) -> str:
    """What leads into its first step."""
    return next(span.text for span in session.timeline.spans if span.step)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_says_all_of_it(name: str) -> None:
    entry = library.find(name)
    for held in ("", "pregnancy", "anticoagulant", "nobody"):
        options = Options(held=frozenset({held} & CONDITIONS.keys()))
        assert coach.ready(entry, options, HEART).unspoken == (), held


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("levels", [0, 1, 2, 4])
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_preset_that_adapts_says_all_of_it(name: str, levels: int, side: str) -> None:
    entry = library.find(name)
    eased = dict.fromkeys(vocabulary.TARGETS, levels) if levels else {}
    options = Options(side=side, sore_first=True, twice=True, gentle=levels < 2, eased=eased)
    assert coach.ready(entry, options, HEART).unspoken == ()


@pytest.mark.parametrize("name", PRESETS)
def test_no_words_that_lead_into_a_step_last_longer_than_twelve_seconds(name: str) -> None:
    session = coach.ready(library.find(name), Options(), HEART)
    assert session.voice is not None
    told = {cue.at: cue.text or "" for cue in session.timeline.cues if cue.kind == "say"}
    leads = [span for span in session.timeline.spans[1:] if span.kind == "lead"]
    words = [GETTING_THERE.sub("", told[span.start]) for span in leads]
    assert [text for text in words if session.voice.length(text) > LONGEST_LEAD] == []


def test_a_file_without_a_single_say_says_all_of_it(tmp_path: Path) -> None:
    steps = [
        f"  - {{target: {target.word}, technique: {technique.word}, hand: {hand}, hold: 4s, "
        f"release: 2s, times: {times}, pressure: 1}}"
        for times, (target, technique, hand) in enumerate(
            (
                (
                    vocabulary.TARGETS["temple"],
                    vocabulary.TECHNIQUES["small_circles"],
                    "fingertips",
                ),
                (vocabulary.TARGETS["neck_back"], vocabulary.TECHNIQUES["petrissage"], "palm"),
                (vocabulary.TARGETS["masseter"], vocabulary.TECHNIQUES["static_press"], "thumbs"),
            ),
            start=2,
        )
    ]
    path = tmp_path / "mine.yaml"
    path.write_text(
        "\n".join(
            [
                "format: 1", "title: Settle in", "cautions: []", "position: supine", "steps:",
                "  - {breathe: 4-7-8, times: 4}", *steps, "  - {rest: 10s}",
                "  - {repeat: 2, between: 5s, steps: [{target: jaw, technique: stroke, for: 50s}]}",
            ]
        )
    )  # fmt: skip
    entry = library.find(str(path))
    session = coach.ready(entry, Options(), HEART)
    assert lead(session).startswith("Breathe in for 4. Hold for 7. Out for 8. 4 breaths. Breathe")
    assert session.unspoken == (), "its title alone is not missed"


def test_no_line_over_the_work_is_left_out_for_want_of_time() -> None:
    for name in PRESETS:
        entry = library.find(name)
        spoken = {cue.text for cue in coach.ready(entry, Options(), HEART).timeline.cues}
        timeline = coach.timeline_of(entry, Options())
        led = {span.start for span in timeline.spans if span.kind not in WORK_KINDS}
        lines = {cue.text for cue in timeline.cues if cue.text and cue.at not in led}
        assert lines - spoken == set(), name


def test_the_demonstration_takes_forty_seconds_with_its_voice() -> None:
    session = coach.ready(library.demo(), Options(brief=True), HEART)
    assert session.unspoken == () and 35_000 < session.timeline.total <= 40_000
    assert session.timeline.ambience != "none"
    assert {"in", "out", "press", "release", "switch"} <= {
        cue.kind for cue in session.timeline.cues
    }
