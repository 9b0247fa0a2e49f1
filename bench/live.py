"""Does the sound of a live session hold? Measured in a recording of a private null sink.

    python bench/live.py gaps         60 s beside three busy threads and two busy cores, three runs
    python bench/live.py touches      clicks and reaction when a session is touched
    python bench/live.py drift        how far the sample clock of a session moves in 30 minutes

Needs what bench/record_session.py needs. Exit 1 when a bound of ours is broken: a gap in two of
three runs, a click above -50 dBFS, a pause that is heard later than 200 ms, a drift.
"""

import argparse
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from record_session import RECORD, private_server

from relax_coach import coach
from relax_coach.audio.arranger import Arranger
from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import open_output
from relax_coach.audio.score import Event, Score
from relax_coach.audio.sound import RATE, Samples
from relax_coach.core.balance import USUAL, Balance
from relax_coach.core.options import Options
from relax_coach.core.timeline import Timeline
from relax_coach.player import Player
from relax_coach.store import library

BUSY_THREADS = 3
TONE_HZ, TONE = 300.0, 0.3
CLICK_HZ = 4_000.0
"""A click spreads over all frequencies; the tone and its fades of 20 ms end far below this."""
ALLOWED_CLICK = -50.0
ALLOWED_REACTION = 0.200
OUTPUTS = ("miniaudio", "simpleaudio")


@dataclass(frozen=True, slots=True)
class Heard:
    """A recording, and when (monotonic seconds) its first sample was played."""

    samples: Samples
    begun: float

    def level(self, since: float, until: float) -> npt.NDArray[np.float32]:
        """The left channel between two moments of the monotonic clock."""
        first, last = (max(0, round((at - self.begun) * RATE)) for at in (since, until))
        return self.samples[first:last, 0]


class Recorder:
    """Records the null sink. When a sample was heard is told by the quickest that arrived."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(RECORD, stdout=subprocess.PIPE)
        self._taken: list[bytes] = []
        self._begun = float("inf")
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()
        while not self._taken:
            time.sleep(0.01)

    def _listen(self) -> None:
        assert self._process.stdout is not None
        n = 0
        while data := os.read(self._process.stdout.fileno(), 1 << 16):
            self._taken.append(data)
            n += len(data) // 4
            self._begun = min(self._begun, time.monotonic() - n / RATE)

    def stop(self) -> Heard:
        time.sleep(0.5)
        self._process.terminate()
        self._process.wait()
        self._thread.join()
        data = np.frombuffer(b"".join(self._taken), "<i2")
        return Heard((data[: len(data) // 2 * 2].reshape(-1, 2) / 32_768).astype(np.float32),
                     self._begun)  # fmt: skip


def tone(seconds: float) -> Score:
    """A steady tone: whatever breaks it is plain to see."""
    wave = TONE * np.sin(2 * np.pi * TONE_HZ * np.arange(round(seconds * RATE)) / RATE)
    both = np.stack([wave, wave], axis=1).astype(np.float32)
    return Score((Event(0, both),), len(both))


@contextmanager
def busy() -> Iterator[None]:
    """Three threads of this process and two other processes compute all the time."""
    stop = threading.Event()

    def compute() -> None:
        while not stop.is_set():
            sum(number * number for number in range(2_000))

    threads = [threading.Thread(target=compute) for _ in range(BUSY_THREADS)]
    others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        stop.set()
        for thread in threads:
            thread.join()
        for other in others:
            other.kill()
            other.wait()


def gaps(seconds: float) -> bool:
    """Play a tone beside much work: its own count of gaps, and those in the recording."""
    clean = 0
    for run in range(1, 4):
        recorder = Recorder()
        output, _ = open_output("miniaudio", Mixer(tone(seconds)))
        with busy():
            begun = time.process_time()
            output.play()
            while not output.ended and not output.lost:
                time.sleep(0.1)
            used = time.process_time() - begun
        counted = output.gaps  # type: ignore[attr-defined]
        output.close()
        heard = recorder.stop()
        breaks = breaks_in(heard.samples[:, 0])
        clean += counted == 0 and not breaks
        listed = ", ".join(f"{ms:.0f} ms at {at:.1f} s" for at, ms in breaks) or "none"
        print(f"run {run}: {counted} gaps counted, heard: {listed}; "
              f"{used:.0f} s of processor in {seconds:.0f} s")  # fmt: skip
    return clean >= 2


def breaks_in(heard: npt.NDArray[np.float32]) -> list[tuple[float, float]]:
    """Where the tone is silent for more than 2 ms, in seconds, and for how long, in ms."""
    loud = np.flatnonzero(np.abs(heard) > TONE / 20)
    wide = np.flatnonzero(np.diff(loud) > RATE * 0.002)
    return [(loud[at] / RATE, (loud[at + 1] - loud[at]) / RATE * 1_000) for at in wide]


def highs(heard: npt.NDArray[np.float32]) -> float:
    """The loudest of what lies above CLICK_HZ, in dBFS."""
    spectrum = np.fft.rfft(heard * np.hanning(len(heard)))
    spectrum[np.fft.rfftfreq(len(heard), 1 / RATE) < CLICK_HZ] = 0
    return float(20 * np.log10(max(np.abs(np.fft.irfft(spectrum)).max(), 1e-6)))


TOUCHES: tuple[tuple[str, Callable[[Player], object]], ...] = (
    ("softer", lambda player: player.louder(-3)),
    ("louder", lambda player: player.louder(+3)),
    ("pause", lambda player: player.toggle()),
    ("resume", lambda player: player.toggle()),
    ("stay", lambda player: player.stay()),
    ("again", lambda player: player.again()),
    ("mute", lambda player: player.mute()),
    ("mute off", lambda player: player.mute()),
    ("next", lambda player: player.next()),
    ("other side", lambda player: player.other_side()),
    ("ease off", lambda player: player.ease_off()),
    ("back", lambda player: player.previous()),
)
PAUSES = 30
BETWEEN = 1.5
"""Seconds from one touch to the next."""


def touches(output: str) -> bool:
    """Touch a session in every way while a tone sounds; what is heard around each touch."""
    timeline = coach.timeline_of(library.find("shoulders"), Options())
    score = tone(timeline.total / 1_000 + 600)

    class Arranged(Arranger):
        """The tone, whatever the session does."""

        def score(self, timeline: Timeline, balance: Balance, speaks: bool = True) -> Score:
            return Score(score.events, timeline.total * 48)

    arranged = Arranged({})
    mixer = Mixer(arranged.score(timeline, USUAL))
    recorder = Recorder()
    opened, _ = open_output(output, mixer)
    player = Player(timeline, opened, arranged, lambda: open_output("none", mixer)[0])
    player.seek(timeline.step_start(4) + 20_000)
    player.play()
    time.sleep(2 * BETWEEN)
    done = []
    for name, touch in TOUCHES:
        at = time.monotonic()
        told = touch(player)
        done.append((name, at, time.monotonic() - at, told))
        until = at + BETWEEN
        while time.monotonic() < until:
            player.look()
            time.sleep(0.05)
    pauses = []
    for number in range(PAUSES):
        pauses.append(time.monotonic())
        player.pause()
        time.sleep(0.6)
        player.play()
        time.sleep(BETWEEN + 0.017 * number)  # at another moment of the period each time
    player.close()
    heard = recorder.stop()
    good = True
    print(f"{output}\ntouch        call ms   heard after ms   above 4 kHz dBFS")
    quiet = highs(heard.level(done[0][1] - 1.2, done[0][1] - 0.1))
    for name, at, took, told in done:
        click = highs(heard.level(at - 0.1, at + BETWEEN - 0.2))
        after = reaction(heard, at, name)
        good &= click <= ALLOWED_CLICK and (name != "pause" or after <= ALLOWED_REACTION)
        shown = f"{1_000 * after:8.0f}" if after < 9 else "        "
        print(f"{name:12}{1_000 * took:8.1f}{shown:>15}{click:18.1f}   {told or ''}")
    print(f"untouched{'':>44}{quiet:.1f}")
    late = sorted(1_000 * reaction(heard, at, "pause") for at in pauses)
    print(f"{PAUSES} more pauses, heard after {late[0]:.0f} to {late[-1]:.0f} ms, "
          f"median {late[PAUSES // 2]:.0f} ms")  # fmt: skip
    return good and late[-1] <= 1_000 * ALLOWED_REACTION


def reaction(heard: Heard, at: float, name: str) -> float:
    """Seconds from a touch until the tone is as it is to be; inf for one that changes no level."""
    wave = np.abs(heard.level(at, at + (0.5 if name == "pause" else BETWEEN - 0.2)))
    level = np.lib.stride_tricks.sliding_window_view(wave, 240).max(axis=1)
    if name in ("pause", "mute"):
        still = np.flatnonzero(level > TONE / 100)
        return (still[-1] + 1) / RATE if len(still) else 0.0
    if name in ("resume", "mute off"):
        return int(np.argmax(level > 0.9 * level[-1])) / RATE
    if name in ("softer", "louder"):
        return int(np.argmax(np.abs(level / level[-1] - 1) < 0.05)) / RATE
    return float("inf")


def drift(seconds: float) -> bool:
    """A tone every ten seconds; how far each is from its sample, in a recording of all of them."""
    every, n = 10, round(seconds)
    burst = tone(0.2).events[0].samples.copy()
    burst[-RATE // 100 :] *= np.linspace(1, 0, RATE // 100, dtype=np.float32)[:, None]
    events = tuple(Event(at * RATE + RATE, burst) for at in range(0, n, every))
    recorder = Recorder()
    output, _ = open_output("miniaudio", Mixer(Score(events, n * RATE + RATE)))
    begun = time.monotonic()
    output.play()
    while not output.ended and not output.lost:
        time.sleep(0.5)
    took = time.monotonic() - begun
    counted = output.gaps  # type: ignore[attr-defined]
    output.close()
    left = recorder.stop().samples[:, 0]
    loud = np.flatnonzero(np.abs(left) > 1e-3)
    onsets = loud[np.flatnonzero(np.diff(loud, prepend=-RATE) > RATE)]
    errors = onsets - onsets[0] - np.array([event.at - RATE for event in events])
    print(f"{len(onsets)} of {len(events)} tones, worst error {np.abs(errors).max()} samples, "
          f"drift {errors[-1]} samples, {counted} gaps, {took:.1f} s for {n + 1} s")  # fmt: skip
    for at in np.flatnonzero(np.diff(errors)):
        slip = (errors[at + 1] - errors[at]) / RATE * 1_000
        print(f"after {onsets[at] / RATE:.0f} s it is {slip:.1f} ms later")
    return len(onsets) == len(events) and not np.abs(errors).max()


def main() -> int:
    form = argparse.RawDescriptionHelpFormatter
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=form, allow_abbrev=False)
    parser.add_argument("what", choices=["gaps", "touches", "drift"])
    parser.add_argument("--seconds", type=float, help="how long it plays")
    parser.add_argument("--output", choices=OUTPUTS, default="miniaudio")
    asked = parser.parse_args()
    with private_server() as environment:
        os.environ.update(environment)
        if asked.what == "gaps":
            good = gaps(asked.seconds or 60)
        elif asked.what == "touches":
            good = touches(asked.output)
        else:
            good = drift(asked.seconds or 1_800)
    return int(not good)


if __name__ == "__main__":
    raise SystemExit(main())
