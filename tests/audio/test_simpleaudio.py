"""The process that holds simpleaudio, with a library that writes down what it is asked."""

import importlib
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import NoSound
from relax_coach.audio.outputs.simpleaudio import SimpleaudioOutput
from relax_coach.audio.score import Event, Score

SECOND = 48_000
LIBRARY = """
from pathlib import Path

class Playing:
    on = True
    def is_playing(self):
        return self.on
    def stop(self):
        self.on = False

def play_buffer(data, channels, width, rate):
    if Path(__file__).with_name("refuse").exists():
        raise ValueError("device is busy")
    with Path(__file__).with_name("asked").open("a") as file:
        file.write(f"{len(data) / channels / width / rate:g} s\\n")
    return Playing()
"""


class Clock:
    """Seconds that pass when the test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the stand-in for the library lies, before every other."""
    (tmp_path / "simpleaudio.py").write_text(LIBRARY)
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(tmp_path), prepend=os.pathsep)
    importlib.invalidate_caches()
    return tmp_path


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def output(folder: Path, clock: Clock) -> Iterator[SimpleaudioOutput]:
    """A minute in which something sounds for half of every ten seconds; not yet played."""
    sound = np.full((5 * SECOND, 2), 0.1, np.float32)
    events = tuple(Event(at * SECOND, sound) for at in range(0, 60, 10))
    output = SimpleaudioOutput(Mixer(Score(events, 60 * SECOND)), clock)
    (folder / "asked").write_text("")  # trying the device asked too
    yield output
    output.close()


@pytest.fixture
def asked(folder: Path) -> Callable[[], list[str]]:
    """How long a sound it was asked to play each time."""
    return lambda: (folder / "asked").read_text().splitlines()


def listen(output: SimpleaudioOutput, clock: Clock, seconds: float) -> None:
    """Look four times a second while the clock goes on."""
    for _ in range(round(4 * seconds)):
        clock.now += 0.25
        assert output.position >= 0 and not output.lost


def test_what_is_left_is_played_from_where_it_is(
    output: SimpleaudioOutput, clock: Clock, asked: Callable[[], list[str]]
) -> None:
    output.play()
    listen(output, clock, 3)
    output.pause()
    output.seek(50 * SECOND)
    output.play()
    assert asked() == ["60 s", "10 s"]


def test_it_begins_anew_in_silence_so_that_a_gap_does_not_last(
    output: SimpleaudioOutput, clock: Clock, asked: Callable[[], list[str]]
) -> None:
    output.play()
    listen(output, clock, 25)
    assert asked() == ["60 s"]
    listen(output, clock, 1)
    assert asked() == ["60 s", "34.5 s"]


def test_when_its_process_ends_that_is_told_and_time_goes_on(
    output: SimpleaudioOutput, clock: Clock
) -> None:
    output.play()
    listen(output, clock, 3)
    os.kill(output._process.pid, signal.SIGTERM)
    output._process.wait()
    output._listener.join()
    assert output.lost
    clock.now += 1
    assert output.position == 4 * SECOND
    output.pause()
    with pytest.raises(NoSound, match="its process ended"):
        output.play()


def test_a_device_that_is_refused_later_is_told_with_the_reason(
    output: SimpleaudioOutput, folder: Path
) -> None:
    (folder / "refuse").touch()
    with pytest.raises(NoSound, match="device is busy"):
        output.play()
    assert not output.lost, "it does not play"


def test_a_device_that_is_refused_at_once_is_told_with_the_reason(folder: Path) -> None:
    (folder / "refuse").touch()
    with pytest.raises(NoSound, match="simpleaudio cannot play: device is busy"):
        SimpleaudioOutput(Mixer(Score((), SECOND)))
