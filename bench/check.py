"""How fast is the checker, and what do files made to hurt cost?  python bench/check.py

Writes 10,000 different routines of the size of a physiotherapist's sheet, reads each in this
process, then all of them with `relax-coach check FOLDER`. The ratio to the bare YAML parser can
be compared between machines. Then what is no small regular file, and the hostile files of the
tests: each read in a process of its own. Exit 1 where a limit is broken.
"""

import argparse
import os
import random
import resource
import runpy
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import yaml

from relax_coach.core import document

MOST_MS = 0.8
"""CPU time of one realistic file."""
MOST_HOSTILE_MS = 100
MOST_HOSTILE_MB = 50
HOSTILE = Path(__file__).resolve().parents[1] / "tests" / "cli" / "test_check_hostile.py"

TEXT = (
    "slowly breathe out and let the shoulder sink toward the floor while your fingertips rest "
    "lightly on the muscle stop before it hurts small circles are enough keep the jaw loose the "
    "neck long both feet flat warm hands stay patient feel how it softens under your palm"
)
WORDS = TEXT.split()
PRESSED = ("temple", "jaw", "Forehead", "neck_back", "upper trapezius", "upper arm")
MOVED = ("neck turn", "neck-side", "shoulders")


def sheet(number: int) -> str:
    """A routine such as a physiotherapist writes; the same number gives the same one."""
    chance = random.Random(number)

    def words(least: int, most: int) -> str:
        return " ".join(chance.choices(WORDS, k=chance.randint(least, most)))

    def massage() -> list[str]:
        timing = chance.choice(
            (
                ["for: " + chance.choice(("20s", "30s", "45", "1:00"))],
                ["hold: 5s", "release: 3s", f"times: {chance.randint(3, 6)}"],
            )
        )
        side = chance.choice(([], ["side: each"], ["side: left"]))
        technique = chance.choice(("circles", "knead", "stroke"))
        place = chance.choice(PRESSED)
        if place == "Forehead":
            side = []
        return [
            f"target: {place}", f"technique: {technique}", *side, "pressure: 3",
            "hand: fingertips", *timing,
        ]  # fmt: skip

    def movement() -> list[str]:
        keys = [f"target: {chance.choice(MOVED)}", "technique: movement", "side: each"]
        return [*keys, "hold: 4s", f"times: {chance.randint(4, 10)}"]

    kinds: Sequence[Callable[[], list[str]]] = (
        massage, massage, massage, movement,
        lambda: ["breathe: 4-6", f"times: {chance.randint(3, 8)}"],
        lambda: [f"rest: {chance.randint(5, 30)}s"],
    )  # fmt: skip
    rows = [
        "# yaml-language-server: $schema=routine.schema.json",
        "format: 1",
        f"title: Sheet {number}, {words(2, 4)}",
        "summary: >-",
        f"  {words(10, 20)}.",
        f"  {words(5, 10)}.",
        "position: seated",
        f"tags: [{words(1, 1)}, sheet {number}]",
        "cautions:",
        "  - migraine       # " + words(3, 6),
        "  - neck_injury",
        "stop_if:",
        f"  - {words(5, 9)}",
        "dose: twice a day for six weeks",
        "sources:",
        f'  - title: "{words(3, 6)}"',
        "    publisher: A clinic",
        "author: Someone",
        "steps:",
    ]
    for _ in range(chance.randint(8, 18)):
        keys = [f"title: {words(2, 4)}", *chance.choice(kinds)()]
        if chance.random() < 0.8:
            keys += ["say: >-", f"  {words(6, 14)}", f"  {words(4, 8)}."]
        if chance.random() < 0.2:
            keys.append(f"show: {words(8, 16)}")
        rows += [("  - " if key is keys[0] else "    ") + key for key in keys]
        rows.append("")
    return "\n".join(rows)


def speed(number: int) -> bool:
    """Read `number` sheets and print what one takes. Whether the limit is kept."""
    texts = [sheet(one) for one in range(number)]
    sizes = [len(text.encode()) for text in texts]
    steps = [text.count("  - title") for text in texts]
    took, bare = [], 0.0
    for text in texts:
        data = text.encode()
        begun = time.process_time_ns()
        found = document.read(data)
        took.append((time.process_time_ns() - begun) / 1e6)
        assert found.ok, found.problems
        begun = time.process_time_ns()
        for _ in yaml.parse(text, Loader=yaml.CSafeLoader):
            pass
        bare += (time.process_time_ns() - begun) / 1e6
    mean = statistics.fmean(took)
    print(f"{number:,} files of {statistics.fmean(sizes) / 1000:.2f} KB and "
          f"{statistics.fmean(steps):.1f} steps in the mean")  # fmt: skip
    print(f"CPU per file: {mean:.3f} ms in the mean, half under {statistics.median(took):.3f}, "
          f"99 of 100 under {statistics.quantiles(took, n=100)[-1]:.3f}")  # fmt: skip
    print(f"the parser's events alone: {bare / number:.3f} ms; ratio {mean * number / bare:.1f}")
    with tempfile.TemporaryDirectory() as folder:
        for one, text in enumerate(texts):
            Path(folder, f"{one:05}.yaml").write_text(text, "utf-8")
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        words = [sys.executable, "-m", "relax_coach", "check", folder]
        done = subprocess.run(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"relax-coach check FOLDER: {done.stderr.strip()}; CPU {used:.1f} s, "
          f"{used / number * 1000:.3f} ms a file with its start")  # fmt: skip
    return mean <= MOST_MS and done.returncode == 0


ONE = """
import resource, sys, time
from pathlib import Path
from relax_coach.core.problem import describe
from relax_coach.store import library
library.read_file(Path("nowhere"))
most = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
before, cpu, wall = most(), time.process_time(), time.perf_counter()
found = library.read_file(Path(sys.argv[1]))
cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
code = found.problems[0].code if found.problems else "ok"
print(f"{cpu * 1000} {wall * 1000} {(most() - before) / 1024} {code}")
"""


def refusals() -> bool:
    """Read what must not hurt, each in a process of its own. Whether the limits are kept."""
    kept = True
    print(f"\n{'':28}{'CPU ms':>8}{'wall ms':>9}{'MB more':>9}  first problem")
    with tempfile.TemporaryDirectory() as name:
        for what, path in hostile(Path(name)):
            done = subprocess.run(
                [sys.executable, "-c", ONE, str(path)], capture_output=True, text=True, timeout=60
            )
            cpu, wall, more, code = done.stdout.split()
            fits = max(float(cpu), float(wall)) <= MOST_HOSTILE_MS
            fits = fits and float(more) <= MOST_HOSTILE_MB and code != "ok"
            kept = kept and fits
            row = f"{float(cpu):8.1f}{float(wall):9.1f}{float(more):9.1f}  {code}"
            print(f"{what:28}{row}{'' if fits else '  << too much'}")
    return kept


def hostile(folder: Path) -> list[tuple[str, Path]]:
    """What it is, and where it lies."""
    made = [("a folder", folder), ("nothing there", folder / "gone")]
    (folder / "dangling").symlink_to("nowhere")
    (folder / "loop").symlink_to("loop")
    os.mkfifo(folder / "fifo")
    with (folder / "sparse").open("wb") as file:
        file.truncate(100_000_000)
    (folder / "100 MB").write_bytes(b"- a\n" * 25_000_000)
    made += [(one, folder / one) for one in ("dangling", "loop", "fifo", "sparse", "100 MB")]
    system = ("/dev/zero", "/dev/null", "/dev/tty", "/proc/self/mem", "/proc/self/environ")
    made += [(one, Path(one)) for one in system if Path(one).exists()]
    for what, (text, _) in runpy.run_path(str(HOSTILE))["FILES"].items():
        path = folder / f"{what}.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        made.append((what, path))
    return made


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("number", type=int, nargs="?", default=10_000)
    fast = speed(parser.parse_args().number)
    return 0 if refusals() and fast else 1


if __name__ == "__main__":
    sys.exit(main())
