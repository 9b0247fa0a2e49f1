"""How fast is a session written as a file of each kind, and does its memory stay flat?

    python bench/render.py

Renders `scalp-15`, with its voice and rain under it, through the command, as a whole process, and
tells how many times real time that is, the best of three; then 1 minute and 3 hours, and the most
memory each took. Exit 1 when WAV is slower than 300 times real time or MP3 than 60 times, or 3
hours take a tenth more memory than 1 minute. A kind that cannot be written here is named and left
out.
"""

import json
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from relax_coach.audio.encoders import SUFFIXES, CannotEncode, encoder

ROUTINE = """format: 1
title: Bench
cautions: []
ambience: rain
steps:
  - repeat: {rounds}
    steps:
      - {{breathe: 4-6, times: {breaths}}}
      - {{target: shoulder, technique: press, side: both, hold: 4s, release: 2s, times: 2}}
      - {{rest: {rest}s}}
"""
"""A cue every few seconds, as a real routine has. Only ten minutes of work may be on one place: the
longest one rests more."""
TIMES_REAL = {".wav": 300, ".mp3": 60}
MORE_MEMORY = 1.1
TRIES = 3


@dataclass(frozen=True, slots=True)
class Run:
    """One `render`, as a whole process."""

    seconds: float
    """Of sound."""
    clock: float
    processor: float
    """Seconds; of all cores together."""
    memory: int
    """The most, in KiB."""
    size: int
    """Of the file, in bytes."""


def main() -> int:
    slow = False
    for suffix in SUFFIXES:
        try:
            encoder(suffix)
        except CannotEncode as reason:
            print(f"{suffix:5} left out: {reason}")
            continue
        tries = (rendered("scalp-15", suffix) for _ in range(TRIES))
        best = min(tries, key=lambda run: run.clock)
        times, wanted = best.seconds / best.clock, TIMES_REAL.get(suffix, 0)
        slow = slow or times < wanted
        print(
            f"{suffix:5} {best.seconds / 60:.1f} minutes, {best.size / 1e6:.1f} MB: "
            f"{times:.0f} times real time, "
            f"{best.seconds / best.processor:.0f} times by processor time"
            + (f"; at least {wanted} times is wanted" if wanted else "")
        )
    with tempfile.TemporaryDirectory() as name:
        routine = Path(name, "bench.yaml")
        routine.write_text(ROUTINE.format(rounds=2, breaths=1, rest=1))
        short = rendered(routine, ".wav")
        routine.write_text(ROUTINE.format(rounds=30, breaths=3, rest=305))
        long = rendered(routine, ".wav")
    more = long.memory / short.memory
    print(
        f"{short.seconds / 60:.1f} minutes: {short.memory / 1024:.1f} MB; "
        f"{long.seconds / 3600:.2f} hours: {long.memory / 1024:.1f} MB, {more:.3f} times as much"
    )
    return int(slow or more > MORE_MEMORY)


def rendered(routine: str | Path, suffix: str) -> Run:
    with tempfile.TemporaryDirectory() as name:
        target = Path(name, f"bench{suffix}")
        begun = time.perf_counter()
        command = [sys.executable, "-m", "relax_coach", "render", routine, "-o", target, "--json"]
        command += ["--ambience", "rain"]
        # A process of its own for each, since the system tells the sum of all children.
        code = f"""
import resource, subprocess, sys
done = subprocess.run({[str(word) for word in command]!r}, capture_output=True, text=True)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss)
print(done.stdout)
sys.exit(done.stderr if done.returncode else 0)
"""
        done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
        clock = time.perf_counter() - begun
        used, _, told = done.stdout.decode().partition("\n")
        processor, memory = used.split()
        seconds = json.loads(told)["seconds"]
        return Run(seconds, clock, float(processor), int(memory), target.stat().st_size)


if __name__ == "__main__":
    raise SystemExit(main())
