"""Does a real session sound when it should? Play one into a private sound server and measure.

    python bench/record_session.py mini-massage --spot jaw

Plays ROUTINE unattended through the sound library into a null sink, records that sink, and
compares where each cue is in the recording with where `show --timeline` says it is. Unknown
options go to both commands; --play-only and --show-only add one word to one of them. Needs
pulseaudio, parec and ALSA's pulse plugin. Exit 1 when a cue is late, missing or extra.
"""

import argparse
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from relax_coach.audio.sound import RATE, Samples, load_cues

NEEDED = ("pulseaudio", "parec")
# At the rate of the sink. Without a short latency it runs about a second ahead.
RECORD = (
    *("parec", "-d", "lab.monitor", "--raw"),
    *("--format=s16le", "--rate=48000", "--latency-msec=10"),
)
CUES = Path(__file__).resolve().parent.parent / "sounds" / "cues"
SEARCH_S = 0.4
"""How far a cue is looked for from its place, shifted as the one before was."""
LEAD_S = 10.0
"""How much later than expected the first cue may be: the program starts after the recording."""
ALIKE = 0.8
"""Normalised correlation from which on something is that cue, wherever it stands."""
BLOCK = 1 << 20


@dataclass(frozen=True, slots=True)
class Expected:
    """A cue that should sound `at` seconds after the start of the session."""

    at: float
    kind: str


@dataclass(frozen=True, slots=True)
class Match:
    """`found` in seconds of the session, set by its first cue; None where there is no such cue."""

    expected: Expected
    found: float | None

    @property
    def error_ms(self) -> float | None:
        return None if self.found is None else 1000 * (self.found - self.expected.at)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of each expected cue, and what else sounded."""

    matches: tuple[Match, ...]
    extra: tuple[Expected, ...]

    @property
    def missing(self) -> int:
        return sum(match.found is None for match in self.matches)

    @property
    def worst_ms(self) -> float:
        return max((abs(m.error_ms) for m in self.matches if m.error_ms is not None), default=0.0)


def correlate(recording: Samples, cue: Samples) -> tuple[npt.NDArray[np.float64], ...]:
    """For every start in the recording: the gain of `cue` there, and how alike it is (0 to 1).

    Both shape (len(recording) - len(cue) + 1,), over both channels together.
    """
    n = len(cue)
    size = 1 << (len(recording) - 1).bit_length()
    product = np.fft.rfft(recording, size, axis=0) * np.conj(np.fft.rfft(cue, size, axis=0))
    dot = np.fft.irfft(product, size, axis=0).sum(axis=1)[: len(recording) - n + 1]
    energy = np.concatenate([[0.0], np.cumsum(np.sum(recording.astype(np.float64) ** 2, axis=1))])
    around = energy[n:] - energy[:-n]
    own = float(np.sum(cue.astype(np.float64) ** 2))
    # The floor, -80 dBFS, keeps silence from looking like anything.
    return dot / own, dot / np.sqrt(own * np.maximum(around, n * 2e-8))


def places(recording: Samples, cue: Samples) -> list[int]:
    """The samples at which `cue` plainly starts, in a recording of any length."""
    found: list[int] = []
    for start in range(0, max(1, len(recording) - len(cue)), BLOCK):
        block = recording[start : start + BLOCK + len(cue)]
        if len(block) < len(cue):
            break
        alike = correlate(block, cue)[1]
        while alike.max() >= ALIKE:
            best = int(alike.argmax())
            found.append(start + best)
            alike[max(0, best - len(cue) // 2) : best + len(cue) // 2] = 0
    return sorted(set(found))


def match(recording: Samples, expected: Sequence[Expected], cues: Mapping[str, Samples]) -> Result:
    """Find every expected cue, and every other, in a recording that begins before the session.

    Times are set by the first expected cue. ValueError when that one is nowhere.
    """
    first, *_ = expected
    head = recording[: round((first.at + LEAD_S) * RATE) + len(cues[first.kind])]
    starts = places(head, cues[first.kind])
    if not starts:
        raise ValueError(f"the first cue ({first.kind}) is nowhere in the recording")
    zero = starts[0] - round(first.at * RATE)

    nearest = []
    shift = 0
    for one in expected:
        due = zero + round(one.at * RATE)
        gain, place = _nearest(recording, cues[one.kind], due + shift)
        nearest.append((gain, place))
        # A device that ran dry is late from then on: what follows is looked for there.
        if gain > nearest[0][0] / 2:
            shift = place - due
    usual = float(np.median([gain for gain, _ in nearest]))
    # By gain, not by likeness: a cue under a voice is still there.
    matches = tuple(
        Match(one, (place - zero) / RATE if gain > usual / 2 else None)
        for one, (gain, place) in zip(expected, nearest, strict=True)
    )
    extra = [
        Expected((place - zero) / RATE, kind)
        for kind, cue in cues.items()
        for place in places(recording, cue)
        # A bowl rings like itself a while later.
        if not any(
            one.kind == kind and -SEARCH_S * RATE < place - at < max(SEARCH_S * RATE, len(cue))
            for one, (_, at) in zip(expected, nearest, strict=True)
        )
    ]
    return Result(matches, tuple(sorted(extra, key=lambda one: one.at)))


def _nearest(recording: Samples, cue: Samples, place: int) -> tuple[float, int]:
    """The best gain of `cue` within SEARCH_S of `place`, and where; (0, place) outside."""
    reach = round(SEARCH_S * RATE)
    start = max(0, place - reach)
    window = recording[start : place + reach + len(cue)]
    if len(window) < len(cue):
        return 0.0, place
    gains = correlate(window, cue)[0]
    best = int(gains.argmax())
    return float(gains[best]), start + best


@contextmanager
def private_server() -> Iterator[dict[str, str]]:
    """A sound server of our own with a null sink "lab"; gives the environment to play into it.

    Nothing of this process's environment changes, and no other server is touched. OSError
    when it does not start within 10 s.
    """
    # A short path of its own: that of a socket may have 107 characters.
    with tempfile.TemporaryDirectory(prefix="rc-") as name:
        folder = Path(name)
        address = folder / "native"
        (folder / "asound.conf").write_text(
            "</usr/share/alsa/alsa.conf>\n"
            "pcm.!default { type pulse }\nctl.!default { type pulse }\n"
        )
        script = folder / "server.pa"
        script.write_text(
            f"load-module module-native-protocol-unix auth-anonymous=1 socket={address}\n"
            "load-module module-null-sink sink_name=lab rate=48000 channels=2 format=s16le\n"
            "set-default-sink lab\n"
        )
        environment = os.environ | {
            "HOME": name,
            "PULSE_RUNTIME_PATH": name,
            "PULSE_SERVER": f"unix:{address}",
            "ALSA_CONFIG_PATH": str(folder / "asound.conf"),
        }
        server = subprocess.Popen(
            [
                *["pulseaudio", "-n", "--exit-idle-time=-1", "--daemonize=no", "-F"],
                folder / "server.pa",
            ],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            _wait_for(address)
            yield environment
        finally:
            server.terminate()
            server.wait()


def _wait_for(address: Path) -> None:
    for _ in range(100):
        with socket.socket(socket.AF_UNIX) as knock:
            try:
                knock.connect(str(address))
                return
            except OSError:
                time.sleep(0.1)
    raise OSError("the private sound server did not start")


def record(command: Sequence[str], environment: Mapping[str, str]) -> tuple[Samples, int]:
    """Run `command` to its end and record the null sink meanwhile; and its exit code."""
    with tempfile.TemporaryFile() as raw:
        recorder = subprocess.Popen(RECORD, env=environment, stdout=raw)
        try:
            while os.fstat(raw.fileno()).st_size == 0 and recorder.poll() is None:
                time.sleep(0.01)
            code = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL).returncode
            time.sleep(0.5)
        finally:
            recorder.terminate()
            recorder.wait()
        raw.seek(0)
        taken = np.frombuffer(raw.read(), "<i2")
    return (taken[: len(taken) // 2 * 2].reshape(-1, 2) / 32_768).astype(np.float32), code


def expected_cues(command: Sequence[str], environment: Mapping[str, str]) -> list[Expected]:
    """The cues of the timeline that `command` prints as JSON, without what is spoken."""
    printed = subprocess.run(command, env=environment, capture_output=True, check=True).stdout
    return [
        Expected(cue["at_s"], cue["kind"])
        for cue in json.loads(printed)["cues"]
        if cue["kind"] != "say"
    ]


def table(result: Result) -> str:
    """One line per cue, and the sums."""
    lines = ["cue       expected s     found s   error ms"]
    for one in result.matches:
        found = "     missing" if one.found is None else f"{one.found:12.3f}{one.error_ms:11.3f}"
        lines.append(f"{one.expected.kind:8}{one.expected.at:12.3f}{found}")
    lines += [f"{one.kind:8}       extra{one.at:12.3f}" for one in result.extra]
    lines.append(
        f"{len(result.matches)} cues, worst error {result.worst_ms:.3f} ms, "
        f"{result.missing} missing, {len(result.extra)} extra"
    )
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, allow_abbrev=False)
    parser.add_argument("routine")
    parser.add_argument("--play-only", action="append", default=[], metavar="WORD")
    parser.add_argument("--show-only", action="append", default=[], metavar="WORD")
    parser.add_argument("--output", default="miniaudio", help="or simpleaudio")
    parser.add_argument("--worst-ms", type=float, default=20.0, help="the largest error allowed")
    options, both = parser.parse_known_args()
    if lacking := [name for name in NEEDED if shutil.which(name) is None]:
        print(f"cannot record: {', '.join(lacking)} not installed", file=sys.stderr)
        return 2
    program = [sys.executable, "-m", "relax_coach"]
    both += ["--voice", "off"]  # the tones are looked for: speech would cover some of them
    show = [*program, "show", options.routine, *both, *options.show_only, "--timeline", "--json"]
    play = [*program, "play", options.routine, *both, *options.play_only]
    play += ["--plain", "--yes", "--output", options.output]
    with private_server() as environment:
        environment["RELAX_COACH_HOME"] = environment["HOME"]
        expected = expected_cues(show, environment)
        recording, code = record(play, environment)
    result = match(recording, expected, load_cues(CUES))
    print(table(result))
    if code:
        print(f"the session ended with exit code {code}", file=sys.stderr)
    late = result.worst_ms > options.worst_ms
    return int(bool(code or late or result.missing or result.extra))


if __name__ == "__main__":
    raise SystemExit(main())
