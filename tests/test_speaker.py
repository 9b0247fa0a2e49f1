"""Words of one's own: who speaks them, and what is said where nobody can."""

from dataclasses import replace
from pathlib import Path

import pytest

from relax_coach import coach
from relax_coach.audio.voice.manifest import can_decode
from relax_coach.core.options import Options
from relax_coach.core.phrases import UNVOICED
from relax_coach.store import library
from relax_coach.store.settings import Settings

SETTINGS = Settings(speaker="auto")
pytestmark = pytest.mark.skipif(not can_decode(), reason="NOT SPOKEN: miniaudio is missing")


def session_of(tmp_path: Path, title: str, say: str, **options: bool) -> coach.Ready:
    """Of a file with one step, with all that can be spoken here."""
    path = tmp_path / "mine.yaml"
    step = f"- {{rest: 5s, say: {say}}}" if say else "- {rest: 5s}"
    path.write_text(f"format: 1\ntitle: {title}\ncautions: []\nsteps:\n{step}\n")
    chosen = replace(Options(), **options)  # type: ignore[arg-type]
    return coach.spoken(coach.ready(library.find(str(path)), chosen, SETTINGS), SETTINGS)


def opening(session: coach.Ready) -> str:
    return session.timeline.cues[0].text or ""


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """No program on this machine can speak."""
    monkeypatch.setenv("PATH", "")


@pytest.mark.usefixtures("nobody")
def test_a_title_that_nobody_can_say_leaves_no_hole_and_no_word_about_it(tmp_path: Path) -> None:
    session = session_of(tmp_path, "Neck of Mr Bradshaw", "")
    assert "Bradshaw" not in opening(session)
    assert session.timeline.notes == () and session.unspoken == ()


@pytest.mark.usefixtures("nobody")
def test_words_that_nobody_can_say_are_told_of_aloud_and_named(tmp_path: Path) -> None:
    session = session_of(tmp_path, "Mine", "Think of the sea at home.")
    assert opening(session).startswith(UNVOICED)
    assert [note for note in session.timeline.notes if "voice" in note] == [
        "One sentence has no voice here, it is on the screen: “Think of the sea at home.”",
        "How to add a voice for your own words: relax-coach voices.",
    ]


@pytest.mark.usefixtures("nobody")
def test_a_recording_has_no_screen_to_look_at(tmp_path: Path) -> None:
    session = session_of(tmp_path, "Mine", "Think of the sea. Think of home.", exported=True)
    assert UNVOICED not in opening(session)
    told = "2 sentences have no voice here, they are not in the recording: “Think of the sea.” …"
    assert told in session.timeline.notes


@pytest.mark.parametrize(("exported", "said"), [(False, "press x"), (True, "Then stop here.")])
def test_a_recording_names_no_key(exported: bool, said: str) -> None:
    session = coach.ready(library.find("jaw"), Options(exported=exported), SETTINGS)
    texts = " ".join(cue.text for cue in session.timeline.cues if cue.text)
    assert said in texts and ("press x" in texts) is not exported
    assert session.unspoken == ()
