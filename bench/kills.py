"""Does a session outlive `kill -9`? Kill many, and count what was lost.

    python bench/kills.py [ROUNDS]

Each is a real process on a terminal of its own, killed after some random keys, then gone on with
by `relax-coach resume`. Four at a time, so that the disk is busy. Exit 1 when something was lost.
"""

import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

from relax_coach.core.conditions import CONDITIONS
from relax_coach.store import answers

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from killed import Killed, round_of

AT_ONCE = 4


def rounds_in(home: Path, seeds: range) -> list[Killed]:
    return [round_of(home, seed) for seed in seeds]


def main() -> int:
    rounds = int(sys.argv[1]) if sys.argv[1:] else 300
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="killed-") as folder:
        homes = [Path(folder) / str(number) for number in range(AT_ONCE)]
        today = date.today()  # noqa: DTZ011 - the day the program will see
        for home in homes:
            os.environ["RELAX_COACH_HOME"] = str(home)
            answers.keep_signs_clear(today)
            answers.keep_conditions(dict.fromkeys(CONDITIONS, False), today)
        seeds = [range(number, rounds, AT_ONCE) for number in range(AT_ONCE)]
        with ThreadPoolExecutor(AT_ONCE) as pool:
            found = [one for done in pool.map(rounds_in, homes, seeds) for one in done]
    back = sorted(one.back for one in found if one.back is not None)
    wrong = [one for one in found if not one.well]
    print(f"{len(found)} sessions killed in {time.monotonic() - began:.0f} s")
    print(f"{sum(one.acknowledged for one in found):,} events seen before, "
          f"{sum(one.lost for one in found)} of them lost")  # fmt: skip
    print(f"{sum(one.sound for one in found)} files whole")
    print(f"{len(back)} gone on with, {back[0]} to {back[-1]} s before the place "
          f"(middle {back[len(back) // 2]} s)")  # fmt: skip
    for one in wrong:
        print("WRONG", one)
    return bool(wrong)


if __name__ == "__main__":
    sys.exit(main())
