"""The session's side of the sound card: what is touched, and what becomes of it there."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from relax_coach.audio.mixer import Mixer, pcm
from relax_coach.audio.outputs import NoSound, miniaudio
from relax_coach.audio.outputs.miniaudio import BLOCK, MiniaudioOutput
from relax_coach.audio.score import Score

SLY = Path(__file__).with_name("sly.py")
Open = Callable[[str], MiniaudioOutput]

pytest.importorskip("miniaudio", reason="NOT PLAYED: the library miniaudio is not installed")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """What was sent of the last page."""
    return tmp_path / "page"


@pytest.fixture
def clock() -> list[float]:
    """Its one value is the time, in seconds."""
    return [100.0]


@pytest.fixture
def opened(
    tone: Score, page: Path, clock: list[float], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Open]:
    """An output at the start of a second of sound, on a card that moves only as it is told."""
    outputs: list[MiniaudioOutput] = []

    def open_it(how: str) -> MiniaudioOutput:
        command = (sys.executable, str(SLY), str(page), how, *miniaudio.PROCESS[-2:])
        monkeypatch.setattr(miniaudio, "PROCESS", command)
        outputs.append(MiniaudioOutput(Mixer(tone), clock=lambda: clock[0]))
        return outputs[0]

    yield open_it
    for output in outputs:
        output.close()


def test_what_was_taken_just_before_a_touch_stays_played(
    opened: Open, tone: Score, page: Path
) -> None:
    output = opened("late")
    output.play()
    output.pause()
    assert output.position == 480
    mixer = Mixer(tone)
    mixer.play()
    mixer.skip(480)
    mixer.pause()
    assert page.read_bytes() == pcm(mixer.head.render(BLOCK))


def test_a_card_that_gives_no_answer_is_lost(opened: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(miniaudio, "ANSWERS_WITHIN", 0.05)
    output = opened("mute")
    with pytest.raises(NoSound, match="gives no answer"):
        output.play()
    output.seek(100)
    assert (output.position, output.lost) == (100, False), "nothing plays"


def test_a_card_that_must_wake_up_first_is_given_time_however_rarely_one_looks(
    opened: Open, clock: list[float]
) -> None:
    output = opened("late")
    output.play()
    for now, lost in ((100.1, False), (101.7, False), (102.2, False), (102.5, True)):
        clock[0] = now
        assert output.lost is lost, f"after {now - 100:.1f} s"


def test_what_it_takes_at_last_is_no_sign_that_this_program_was_stopped(
    opened: Open, clock: list[float]
) -> None:
    output = opened("woken")
    output.play()
    clock[0] += 1.9
    output.volume(0.5)
    assert output._taken == 480 and not output._held


def test_a_process_that_ends_is_lost_at_the_same_place(opened: Open) -> None:
    output = opened("late")
    output.play()
    output.seek(9_000)
    os.kill(output._process.pid, signal.SIGKILL)
    output._process.wait()
    output._listener.join()
    assert (output.lost, output.position) == (True, 9_000)
    output.pause()
    with pytest.raises(NoSound, match="process that makes the sound ended"):
        output.play()
