"""What every output does alike, whether it sounds, is silent, or writes a file."""

import shutil
import time
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from relax_coach.audio.encoders.wav import WavEncoder
from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import Output, open_output
from relax_coach.audio.outputs.file import FileOutput
from relax_coach.audio.score import Event, Score
from relax_coach.core.label import Label

pytestmark = pytest.mark.alone

SECOND = 48_000
PATIENCE = 8.0
"""Seconds until something that should happen is a failure: a null sink sleeps for one at first."""


def tone(seconds: float) -> Score:
    n = round(seconds * SECOND)
    wave = 0.3 * np.sin(2 * np.pi * 300 * np.arange(n) / SECOND)
    return Score((Event(0, np.stack([wave, wave], axis=1).astype(np.float32)),), n)


@pytest.fixture(scope="module")
def server(recorder: ModuleType) -> Iterator[str]:
    """A sound server of our own in this process's environment; "" or what is lacking for it."""
    lacking = [name for name in recorder.NEEDED if shutil.which(name) is None]
    if lacking:
        yield f"NOT PLAYED: {', '.join(lacking)} not installed"
        return
    with recorder.private_server() as environment, pytest.MonkeyPatch.context() as patch:
        for name in ("PULSE_RUNTIME_PATH", "PULSE_SERVER", "ALSA_CONFIG_PATH"):
            patch.setenv(name, environment[name])
        yield ""


@pytest.fixture(params=["miniaudio", "simpleaudio", "none", "file"])
def opened(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[tuple[Output, Callable[[], None]]]:
    """An output at the start of two seconds, and what lets a moment of its time pass."""
    name = request.param
    if name in ("miniaudio", "simpleaudio"):
        if find_spec(name) is None:
            pytest.skip(f"NOT PLAYED: the library {name} is not installed")
        if lacking := request.getfixturevalue("server"):
            pytest.skip(lacking)
    mixer = Mixer(tone(2))
    output: Output
    if name == "file":
        output = file = FileOutput(mixer, tmp_path / "a.wav", WavEncoder, Label("A session"))
        passes = lambda: file.write(SECOND // 100) and None  # noqa: E731
    else:
        output = open_output(name, mixer)[0]
        passes = lambda: time.sleep(0.01)  # noqa: E731
    yield output, passes
    output.close()


class Story:
    """An output that is watched until something is so."""

    def __init__(self, opened: tuple[Output, Callable[[], None]]) -> None:
        self.output, self._passes = opened

    def until(self, so: Callable[[], bool]) -> None:
        begun = time.monotonic()
        while not so():
            assert time.monotonic() - begun < PATIENCE, "it never came"
            assert not self.output.lost
            self._passes()

    def a_while(self) -> None:
        for _ in range(15):
            self._passes()


@pytest.fixture
def story(opened: tuple[Output, Callable[[], None]]) -> Story:
    return Story(opened)


def test_it_stands_at_the_start_until_it_is_played(story: Story) -> None:
    story.a_while()
    assert (story.output.position, story.output.ended, story.output.lost) == (0, False, False)


def test_it_plays_pauses_and_goes_on_from_there(story: Story) -> None:
    output = story.output
    output.play()
    output.play()
    story.until(lambda: output.position > 0.1 * SECOND)
    output.pause()
    output.pause()
    at = output.position
    story.a_while()
    assert output.position == at < 2 * SECOND
    output.play()
    story.until(lambda: output.position > at)
    assert output.position < at + SECOND


def test_it_moves_to_any_place_playing_or_not(story: Story) -> None:
    output = story.output
    output.seek(SECOND)
    assert output.position == SECOND
    output.seek(-1)
    assert output.position == 0
    output.play()
    output.seek(SECOND)
    assert SECOND <= output.position < 1.5 * SECOND
    story.until(lambda: output.position > SECOND)
    output.seek(99 * SECOND)
    assert output.position == 2 * SECOND


def test_it_plays_to_the_end_and_can_be_played_again(story: Story) -> None:
    output = story.output
    output.seek(round(1.7 * SECOND))
    output.play()
    story.until(lambda: output.ended)
    assert output.position == 2 * SECOND and not output.lost
    output.seek(SECOND)
    assert not output.ended
    story.until(lambda: output.position > 1.05 * SECOND)


def test_another_score_goes_on_at_the_same_place(story: Story) -> None:
    output = story.output
    output.seek(SECOND)
    output.load(tone(4))
    assert output.position == SECOND
    output.seek(3 * SECOND)
    output.play()
    story.until(lambda: output.position > 3.05 * SECOND)
    output.load(tone(0.5))
    assert output.position == SECOND // 2
    story.until(lambda: output.ended)


def test_loudness_is_from_nothing_to_all_and_moves_no_time(story: Story) -> None:
    output = story.output
    output.play()
    output.volume(0)
    story.until(lambda: output.position > 0.1 * SECOND)
    output.volume(1)
    story.until(lambda: output.position > 0.3 * SECOND)
    with pytest.raises(ValueError, match="volume"):
        output.volume(1.5)


def test_it_is_closed_as_often_as_one_likes(story: Story) -> None:
    story.output.play()
    story.output.close()
    story.output.close()


def test_a_second_takes_a_second(story: Story) -> None:
    output = story.output
    if output.name == "file":
        pytest.skip("a file does not wait")
    output.play()
    story.until(lambda: output.position > 0.2 * SECOND)
    output.seek(0)
    begun, at = time.monotonic(), output.position
    story.until(lambda: output.position >= SECOND)
    passed = time.monotonic() - begun
    assert passed == pytest.approx((output.position - at) / SECOND, abs=0.25)
