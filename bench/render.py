"""How fast is a session written as a file, and does its memory stay flat? Ratios of one run.

    python bench/render.py

Renders a routine of 15 minutes through the command, as a whole process, and tells how many times
real time that is; then 1 minute and 3 hours, and the most memory each took. Exit 1 when it is
slower than 300 times real time, or 3 hours take a tenth more memory than 1 minute.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUTINE = """format: 1
title: Bench
cautions: []
ambience: rain
steps:
  - repeat: {rounds}
    steps:
      - {{breathe: 4-6, times: {breaths}, say: Breathe.}}
      - {{target: shoulder, technique: press, side: both, hold: 4s, release: 2s, times: 2}}
      - {{rest: {rest}s, say: Rest.}}
"""
"""A cue every few seconds, as a real routine has. Only ten minutes of work may be on one place: the
longest one rests more."""
TIMES_REAL = 300
MORE_MEMORY = 1.1


def main() -> int:
    seconds, took, _ = rendered(15, 3, 10)
    times = seconds / took
    print(f"{seconds / 60:.1f} minutes in {took:.2f} s: {times:.0f} times real time")
    short, _, low = rendered(2, 1, 1)
    long, _, high = rendered(30, 3, 305)
    print(f"{short / 60:.1f} minutes: {low / 1024:.1f} MB; {long / 3600:.2f} hours: "
          f"{high / 1024:.1f} MB, {high / low:.3f} times as much")  # fmt: skip
    return int(times < TIMES_REAL or high > low * MORE_MEMORY)


def rendered(rounds: int, breaths: int, rest: float) -> tuple[float, float, int]:
    """Seconds of sound, seconds of clock, and the most memory in KiB, of one `render`."""
    with tempfile.TemporaryDirectory() as name:
        routine, target = Path(name, "bench.yaml"), Path(name, "bench.wav")
        routine.write_text(ROUTINE.format(rounds=rounds, breaths=breaths, rest=rest))
        begun = time.perf_counter()
        command = [sys.executable, "-m", "relax_coach", "render", routine, "-o", target]
        # A process of its own for each, since the system tells the most of all children.
        code = f"""
import resource, subprocess, sys
done = subprocess.run({[str(word) for word in command]!r}, stderr=subprocess.PIPE, text=True)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(done.stderr if done.returncode else 0)
"""
        done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, check=True)
        took = time.perf_counter() - begun
        return (target.stat().st_size - 44) / 192_000, took, int(done.stdout)


if __name__ == "__main__":
    raise SystemExit(main())
