"""The real path: score, mixer, sound library, a real sound server, and back by recording."""

import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from relax_coach.audio.encoders.wav import WavEncoder
from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs.file import write_file
from relax_coach.audio.score import Event, Score
from relax_coach.audio.sound import Samples, load
from relax_coach.core.label import Label

pytestmark = pytest.mark.alone
ROOT = Path(__file__).resolve().parents[2]
PLAN = (
    (0.2, "press"),
    (0.9, "release"),
    (1.4, "three"),
    (1.7, "one"),
    (2.0, "half"),
    (2.5, "step"),
)

PLAY = """
import json, sys, time
from pathlib import Path
from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import open_output
from relax_coach.audio.outputs.miniaudio import devices
from relax_coach.audio.score import Event, Score
from relax_coach.audio.sound import load_cues

assert devices()
cues = load_cues(Path("sounds/cues"))
events = tuple(Event(round(at * 48_000), cues[kind]) for at, kind in json.loads(sys.argv[1]))
output, note = open_output("miniaudio", Mixer(Score(events, events[-1].end)))
output.play()
while not output.ended:
    assert not output.lost
    time.sleep(0.05)
assert output.position == events[-1].end
output.close()
output.close()
"""

WATCH = """
import time
from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import open_output
from relax_coach.audio.score import Score

output, note = open_output("miniaudio", Mixer(Score((), 48_000 * 60)))
output.play()
while not output.position:
    time.sleep(0.02)
for _ in range(24):  # a sleeping sink takes one period and then waits for most of a second
    assert not output.lost
    time.sleep(0.05)
print("playing", flush=True)
until = time.monotonic() + 5
while not output.lost and time.monotonic() < until:
    time.sleep(0.05)
print("lost" if output.lost else "nothing noticed")
output.close()
"""


def score_of(cues: dict[str, Samples], plan: tuple[tuple[float, str], ...]) -> Score:
    events = tuple(Event(round(at * 48_000), cues[kind]) for at, kind in plan)
    return Score(events, events[-1].end)


@pytest.fixture
def needs_a_server(recorder: ModuleType) -> None:
    pytest.importorskip("miniaudio", reason="NOT HEARD: the library miniaudio is not installed")
    lacking = [name for name in recorder.NEEDED if shutil.which(name) is None]
    if lacking:
        pytest.skip(f"NOT HEARD: {', '.join(lacking)} not installed, so no cue was recorded")


@pytest.mark.usefixtures("needs_a_server")
def test_every_cue_is_heard_at_its_place(recorder: ModuleType, cues: dict[str, Samples]) -> None:
    plan = str([list(one) for one in PLAN]).replace("'", '"')
    with recorder.private_server() as environment:
        environment["PYTHONPATH"] = str(ROOT)
        heard, code = recorder.record([sys.executable, "-c", PLAY, plan], environment)
    assert code == 0
    result = recorder.match(heard, [recorder.Expected(*one) for one in PLAN], cues)
    assert (result.missing, result.extra) == (0, ()), recorder.table(result)
    assert result.worst_ms <= 2, recorder.table(result)


@pytest.mark.usefixtures("needs_a_server")
def test_a_device_that_vanishes_is_noticed(recorder: ModuleType) -> None:
    with recorder.private_server() as environment:
        environment["PYTHONPATH"] = str(ROOT)
        child = subprocess.Popen(
            [sys.executable, "-c", WATCH], env=environment, stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None and child.stdout.readline() == "playing\n"
    told, _ = child.communicate(timeout=20)
    assert (told, child.returncode) == ("lost\n", 0)


def test_the_bench_finds_what_is_there(
    tmp_path: Path, recorder: ModuleType, cues: dict[str, Samples]
) -> None:
    """A score with one cue late, one left out and one too many, under noise and later in time."""
    asked = ((0.5, "press"), (1.5, "in"), (3.0, "press"), (4.0, "release"), (5.0, "switch"))
    sounded = ((0.5, "press"), (1.5, "in"), (3.007, "press"), (4.4, "half"), (5.0, "switch"))
    write_file(tmp_path / "a.wav", Mixer(score_of(cues, sounded)), WavEncoder, Label("A session"))
    lead = np.zeros((31_234, 2), np.float32)
    heard = np.concatenate([lead, 0.6 * load(tmp_path / "a.wav")])
    heard += np.random.default_rng(1).normal(0, 0.0005, heard.shape).astype(np.float32)
    result = recorder.match(heard, [recorder.Expected(*one) for one in asked], cues)
    errors = [one.error_ms and round(one.error_ms, 1) for one in result.matches]
    assert errors == [0.0, 0.0, 7.0, None, 0.0]
    assert [(round(one.at, 3), one.kind) for one in result.extra] == [(4.4, "half")]
    assert "1 missing, 1 extra" in recorder.table(result)


def test_the_bench_tells_of_a_silent_recording(
    recorder: ModuleType, cues: dict[str, Samples]
) -> None:
    with pytest.raises(ValueError, match="nowhere in the recording"):
        recorder.match(np.zeros((96_000, 2), np.float32), [recorder.Expected(0.5, "press")], cues)
