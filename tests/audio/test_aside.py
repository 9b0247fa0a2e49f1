"""What is said while a session stands: heard, and the session has not moved."""

import shutil
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from relax_coach.audio.mixer import Mixer, pcm
from relax_coach.audio.score import Event, Score
from relax_coach.audio.sound import FULL_SCALE, Samples

pytestmark = pytest.mark.alone
ROOT = Path(__file__).resolve().parents[2]
SECOND = 48_000
PLAY = """
import sys, time
import numpy as np
from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import open_output
from relax_coach.audio.score import Event, Score
RATE = 48_000
def tone(pitch, n):
    wave = (0.3 * np.sin(2 * np.pi * pitch * np.arange(n) / RATE)).astype(np.float32)
    return np.stack([wave, wave], axis=1)
session = Score((Event(0, tone(300, 6 * RATE)),), 6 * RATE)
aside = Score((Event(RATE // 4, tone(900, RATE)),), 5 * RATE // 4)
output, _ = open_output(sys.argv[1], Mixer(session))
output.play()
while output.position < RATE:
    time.sleep(0.01)
output.pause(aside)
at, until = output.position, time.monotonic() + 2
while time.monotonic() < until:
    assert output.position == at and not output.lost
    time.sleep(0.05)
output.play()
while output.position < at + RATE:
    time.sleep(0.01)
output.close()
"""


def constant(level: float, n: int) -> Samples:
    return np.full((n, 2), level, np.float32)


def test_it_is_heard_while_the_session_stands() -> None:
    session = Score((Event(0, constant(0.5, SECOND)),), SECOND)
    aside = Score((Event(2_000, constant(0.1, 3_000)),), 5_000)
    mixer = Mixer(session)
    mixer.play()
    mixer.read(10_000)
    mixer.pause(aside)
    said = np.frombuffer(mixer.read(8_000), "<i2").reshape(-1, 2)[:, 0] / FULL_SCALE
    assert said[:1_000].max() > 0.4, "what sounded fades out"
    assert set(said[1_000:2_000]) == {0.0}
    assert said[2_000:5_000] == pytest.approx(0.1, abs=1e-4)
    assert set(said[5_000:]) == {0.0}
    assert mixer.position == 10_000 and mixer.head.quiet
    mixer.play()
    assert mixer.read(2_000)[960 * 4 :] == pcm(session.render(10_960, 1_040))


@pytest.mark.parametrize("touch", ["play", "pause"])
def test_going_on_stops_it_without_a_click(touch: str) -> None:
    wave = 0.5 * np.sin(2 * np.pi * 200 * np.arange(SECOND) / SECOND)
    aside = Score((Event(0, np.stack([wave, wave], axis=1).astype(np.float32)),), SECOND)
    mixer = Mixer(Score((), 2 * SECOND))
    mixer.seek(100)
    mixer.pause(aside)
    parts = [mixer.read(20_030)]
    getattr(mixer, touch)()
    parts.append(mixer.read(3_000))
    heard = np.frombuffer(b"".join(parts), "<i2").reshape(-1, 2) / FULL_SCALE
    assert np.abs(np.diff(heard, axis=0)).max() < 0.016
    assert not heard[-1_000:].any()


@pytest.mark.parametrize("name", ["miniaudio", "simpleaudio"])
def test_a_device_plays_it(name: str, recorder: ModuleType) -> None:
    """A second of the session, silence, a second of the aside an octave and a half up, silence."""
    pytest.importorskip(name, reason=f"NOT HEARD: the library {name} is not installed")
    if lacking := [tool for tool in recorder.NEEDED if shutil.which(tool) is None]:
        pytest.skip(f"NOT HEARD: {', '.join(lacking)} not installed")
    with recorder.private_server() as environment:
        environment["PYTHONPATH"] = str(ROOT)
        heard, code = recorder.record([sys.executable, "-c", PLAY, name], environment)
    assert code == 0
    frames = heard[: len(heard) // 960 * 960, 0].reshape(-1, 960)  # of 20 ms, in steps of 50 Hz
    spectrum = np.abs(np.fft.rfft(frames, axis=1)) / 480
    session, aside = spectrum[:, 6] > 0.15, spectrum[:, 18] > 0.15
    assert 0.9 < aside.sum() / 50 < 1.1
    first, last = np.flatnonzero(aside)[[0, -1]]
    assert not session[first : last + 1].any(), "the session stands"
    assert session[:first].any() and session[last:].any()
