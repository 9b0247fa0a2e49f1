"""What do thousands of own routines cost?  python bench/list.py [FILES]

Makes a folder of 10,000 files as a physiotherapist writes them, one in a hundred broken, and one of
20. `relax-coach list` of each, in turn, after the first time: the least processor time of each, and
the ratio. Beside it what no program can leave out, reading the names and asking for the state of
each file; and what it takes to find one routine by its name. Exit 1 where the limit is broken.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from check import sheet

from relax_coach.store import library

MOST_RATIO = 1.5
"""Of the list of all to the list of FEW."""
FEW = 20
BROKEN = 100
"""One in so many."""
RUNS = 15
COMMANDS = (("list",), ("list", "neck"), ("list", "no such word"), ("list", "--json"))


def home(folder: Path, number: int) -> Path:
    """A home in `folder` with `number` own routines."""
    own = folder / str(number) / "config" / "routines"
    own.mkdir(parents=True)
    for one in range(number):
        text = sheet(one)
        if one % BROKEN == 7:
            text = text.replace("steps:", "stepz:")
        (own / f"sheet-{one:05}.yaml").write_text(text, "utf-8")
    return folder / str(number)


def environment(home: Path) -> dict[str, str]:
    """With compiled files, as an installed program has them: without, the start hides the rest."""
    env = {key: os.environ[key] for key in os.environ if key != "PYTHONDONTWRITEBYTECODE"}
    compiled = str(home.parent / "compiled")
    return {**env, "PYTHONPYCACHEPREFIX": compiled, "RELAX_COACH_HOME": str(home)}


def run(home: Path, words: tuple[str, ...]) -> tuple[float, float, int]:
    """Processor time and time of one command in seconds, and how many lines it wrote."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "relax_coach", *words],
        env=environment(home),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, wall, done.stdout.count(b"\n")


def least(do: Callable[[], object]) -> float:
    """The least processor time of a few calls in this process, in ms."""
    took = []
    for _ in range(RUNS):
        begun = time.process_time_ns()
        do()
        took.append((time.process_time_ns() - begun) / 1e6)
    return min(took)


def names_and_states(folder: Path) -> None:
    for name in os.listdir(folder):  # noqa: PTH208 - as the program does
        os.stat(f"{folder}/{name}")  # noqa: PTH116


def lookup(name: str) -> None:
    with suppress(library.NotFound):
        library.find(name)


def compare(few: Path, many: Path) -> float:
    """Print what each command takes; the ratio for the plain list."""
    ratios = []
    print(
        f"\n{'after that, least of each':28}{'CPU of 20':>10}{'of all':>9}{'ratio':>7}{'wall':>7}"
    )
    for words in COMMANDS:
        took: dict[Path, list[tuple[float, float, int]]] = {few: [], many: []}
        for _ in range(RUNS):
            for each, found in took.items():
                found.append(run(each, words))
        cpu = {each: min(one[0] for one in found) for each, found in took.items()}
        wall = {each: min(one[1] for one in found) for each, found in took.items()}
        ratios.append(cpu[many] / cpu[few])
        figures = (
            f"{cpu[few]:10.3f}s{cpu[many]:7.3f}s{ratios[-1]:7.2f}{wall[many] / wall[few]:7.2f}"
        )
        print(f"{' '.join(words):30}{figures}")
    return ratios[0]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("number", type=int, nargs="?", default=10_000)
    number = parser.parse_args().number
    with tempfile.TemporaryDirectory() as name:
        few, many = home(Path(name), FEW), home(Path(name), number)
        for each in (many, few):
            cpu, wall, lines = run(each, ("list",))
            print(f"first list, {lines:,} lines: CPU {cpu:.2f} s, {wall:.2f} s")
        ratio = compare(few, many)
        own = many / "config" / "routines"
        floor = least(lambda: names_and_states(own))
        print(f"\nnames and states of {number:,} files alone: {floor:.0f} ms")
        os.environ["RELAX_COACH_HOME"] = str(many)
        last = f"sheet-{number - 1:05}"
        for what in (last, "preset:shoulders", "shoulders", "sheet-no-such"):
            print(f"find {what}: {least(lambda what=what: lookup(what)):.1f} ms")  # type: ignore[misc]
    return 0 if ratio <= MOST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
