"""Where sound goes: silence that keeps time, a file that is whole, and a plain word why."""

import os
import subprocess
import sys
import wave
from collections.abc import Callable
from pathlib import Path
from threading import Thread
from typing import NoReturn

import numpy as np
import pytest

from relax_coach.audio import outputs
from relax_coach.audio.encoders.wav import WavEncoder
from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import IN_SILENCE, NoSound, miniaudio, open_output, simpleaudio
from relax_coach.audio.outputs.file import Rendered, write_file
from relax_coach.audio.outputs.null import NullOutput
from relax_coach.audio.score import Event, Score
from relax_coach.audio.sound import load
from relax_coach.core.label import Label

ROOT = Path(__file__).resolve().parents[2]


def write_wav(
    path: Path, mixer: Mixer, progress: Callable[[float], None] | None = None
) -> Rendered:
    return write_file(path, mixer, WavEncoder, Label("A session"), progress)


class Clock:
    """Seconds that pass when the test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def silent(score: Score, clock: Clock) -> NullOutput:
    return NullOutput(Mixer(score), clock)


def test_silence_keeps_time(silent: NullOutput, clock: Clock) -> None:
    clock.now += 1
    assert silent.position == 0, "not before play"
    silent.play()
    clock.now += 0.25
    assert silent.position == 12_000
    silent.pause()
    clock.now += 1
    assert silent.position == 12_000
    silent.seek(48_000)
    silent.play()
    clock.now += 0.6
    assert silent.ended and silent.position == 72_000


class Split(float):
    """A time; while it is being used, another thread looks."""

    meanwhile: Thread

    def __sub__(self, earlier: float) -> float:
        if self.meanwhile.ident is None:
            self.meanwhile.start()
            self.meanwhile.join(0.05)
        return float(self) - earlier


def test_silence_that_two_threads_look_at_counts_no_time_twice(score: Score, clock: Clock) -> None:
    output = NullOutput(Mixer(score), clock)
    output.play()
    clock.now = Split(100.25)
    clock.now.meanwhile = Thread(target=lambda: output.position)
    assert output.position == 12_000
    clock.now.meanwhile.join()
    assert output.position == 12_000


def test_silence_looked_at_often_loses_nothing(silent: NullOutput, clock: Clock) -> None:
    silent.play()
    for _ in range(1_000):
        clock.now += 0.00101
        assert silent.position <= 72_000
    assert abs(silent.position - 48_480) <= 1


def test_a_machine_that_slept_finds_its_session(clock: Clock) -> None:
    slept = NullOutput(Mixer(Score((), 48_000 * 600)), clock)
    slept.play()
    for passed, position in ((1.5, 72_000), (3_600, 72_000), (-3_600, 72_000), (0.5, 96_000)):
        clock.now += passed
        assert slept.position == position


def test_a_file_is_what_the_mixer_gives(tmp_path: Path, score: Score) -> None:
    seen: list[float] = []
    rendered = write_wav(tmp_path / "a.wav", Mixer(score), seen.append)
    mixer = Mixer(score)
    mixer.play()
    expected = np.frombuffer(mixer.read(72_000), "<i2").reshape(-1, 2) / 32_768
    assert np.array_equal(load(tmp_path / "a.wav"), expected)
    assert rendered.seconds == 1.5
    assert rendered.peak_dbfs == pytest.approx(20 * np.log10(np.abs(expected).max()), abs=0.01)
    assert seen == [pytest.approx(2 / 3), 1.0]
    assert [path.name for path in tmp_path.iterdir()] == ["a.wav"]


def test_a_file_of_nothing(tmp_path: Path) -> None:
    rendered = write_wav(tmp_path / "a.wav", Mixer(Score((), 0)))
    assert (rendered.seconds, round(rendered.peak_dbfs, 1)) == (0, -90.3)
    with wave.open(str(tmp_path / "a.wav")) as empty:
        assert empty.getnframes() == 0


@pytest.mark.parametrize("stop", [KeyboardInterrupt, ValueError])
def test_an_interrupted_file_leaves_what_was_there(
    tmp_path: Path, score: Score, stop: type[BaseException]
) -> None:
    def interrupt(share: float) -> None:
        raise stop

    (tmp_path / "a.wav").write_text("the old one")
    with pytest.raises(stop):
        write_wav(tmp_path / "a.wav", Mixer(score), interrupt)
    assert [path.name for path in tmp_path.iterdir()] == ["a.wav"]
    assert (tmp_path / "a.wav").read_text() == "the old one"


def test_no_folder_is_an_os_error(tmp_path: Path, score: Score) -> None:
    with pytest.raises(OSError, match="nowhere"):
        write_wav(tmp_path / "nowhere" / "a.wav", Mixer(score))


def test_chosen_silence_needs_no_excuse(score: Score) -> None:
    output, note = open_output("none", Mixer(score))
    assert (output.name, note) == ("none", "")


def test_where_simpleaudio_is_missing_it_says_what_to_install(
    score: Score, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "simpleaudio", None)
    monkeypatch.setattr(simpleaudio, "find_spec", lambda name: None)
    with pytest.raises(NoSound, match=r"libasound2-dev.*pip install .*\[simpleaudio\]"):
        open_output("simpleaudio", Mixer(score))


def test_simpleaudio_has_no_choice_of_device(score: Score) -> None:
    with pytest.raises(NoSound, match="name no device"):
        open_output("simpleaudio", Mixer(score), "headphones")


def test_a_device_that_is_not_there_is_waited_for_in_silence(
    score: Score, monkeypatch: pytest.MonkeyPatch
) -> None:
    def not_there(name: str, mixer: Mixer, device: str) -> NoReturn:
        raise NoSound(f"No sound device is called {device}.")

    monkeypatch.setattr(outputs, "open_sounding", not_there)
    output, note = open_output("auto", Mixer(score), "phones")
    assert (output.name, note) == ("none", f"No sound device is called phones. {IN_SILENCE}")
    with pytest.raises(NoSound, match="called phones"):
        open_output("miniaudio", Mixer(score), "phones")


def test_an_unknown_output_is_a_mistake_of_the_caller(score: Score) -> None:
    with pytest.raises(ValueError, match="trumpet"):
        open_output("trumpet", Mixer(score))


def test_without_the_library_there_is_a_note(score: Score, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outputs, "find_spec", lambda name: None)
    monkeypatch.setattr(miniaudio, "find_spec", lambda name: None)
    output, note = open_output("auto", Mixer(score))
    assert output.name == "none"
    assert "pip install -e '.[sound]'" in note
    with pytest.raises(NoSound, match="not installed"):
        open_output("miniaudio", Mixer(score))


NO_DEVICE = """
from relax_coach.audio import outputs
from relax_coach.audio.encoders.wav import WavEncoder
from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import NoSound, open_output
from relax_coach.audio.outputs.miniaudio import devices
from relax_coach.audio.score import Score

output, note = open_output("auto", Mixer(Score((), 10)))
print(output.name, devices())
print(note)
try:
    open_output("miniaudio", Mixer(Score((), 10)))
except NoSound as reason:
    print(reason)
"""


def test_without_a_device_there_is_a_note_and_a_clean_screen(tmp_path: Path) -> None:
    pytest.importorskip("miniaudio")
    # An ALSA with nothing in it, and servers that are not there: the same on every machine.
    (tmp_path / "asound.conf").write_text("pcm.!default { type hw card 99 }\n")
    nowhere = {
        "ALSA_CONFIG_PATH": str(tmp_path / "asound.conf"),
        "PULSE_SERVER": f"unix:{tmp_path}/nothing",
        "XDG_RUNTIME_DIR": str(tmp_path),
        "AUDIODEVICE": "none",
    }
    if sys.platform != "linux":
        pytest.skip("only on Linux can the devices be hidden from a program")
    done = subprocess.run(
        [sys.executable, "-c", NO_DEVICE],
        env=os.environ | nowhere,
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stderr) == (0, "")
    name, note, reason = done.stdout.splitlines()
    assert name == "none []"
    assert note == f"{reason} The session plays in silence until there is sound."
    assert note.startswith("No sound device was found")


def test_asking_for_silence_loads_no_sound_library() -> None:
    code = (
        "import sys, relax_coach.audio.outputs as o; o.available();"
        "print(sorted({'numpy', 'miniaudio'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == "[]\n"


def test_events_longer_than_a_second_go_over_the_blocks_of_a_file(tmp_path: Path) -> None:
    ramp = np.linspace(-0.5, 0.5, 100_001, dtype=np.float32)
    score = Score((Event(0, np.stack([ramp, -ramp], axis=1)),), 100_001)
    write_wav(tmp_path / "a.wav", Mixer(score))
    assert np.abs(load(tmp_path / "a.wav")[:, 0] - ramp).max() <= 1 / 65_536
