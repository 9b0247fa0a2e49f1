"""What a file is known by without reading it: when two stamps are the same, so is what it holds.

But for changes within one tick of the file system's clock, which who keeps a stamp has to heed.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

YOUNG = 2_000_000_000
"""How long, in ns, the same time may stand for two states: FAT counts in steps of 2 s."""
GONE = ""
"""The state of a file that has none: it is gone, or a link to nowhere."""


def state_of(found: os.stat_result) -> str:
    """Device, number, size and both times in ns.

    The time of the last change (ctime) cannot be set back by programs that restore the other one.
    """
    s = found
    return f"{s.st_dev} {s.st_ino} {s.st_size} {s.st_mtime_ns} {s.st_ctime_ns}"


def stamp(path: Path) -> str:
    """`path` and the state of the file there. Raises OSError."""
    return f"{path}\t{state_of(path.stat())}"


def is_settled(found: os.stat_result, begun: int) -> bool:
    """Whether what was read from `begun` on (ns since 1970) holds while the state is that of
    `found`.

    A file that changed just before may change again in the same tick of its clock, at the same
    size, and look the same. (Git has the same care with its index, and calls such files racily
    clean.) One from the future, after a clock was set back, stays young until that time has come.
    """
    return max(found.st_mtime_ns, found.st_ctime_ns) < begun - YOUNG


def states_of(folder: str, names: Sequence[str]) -> list[str]:
    """The state of the file of each name in `folder`, or GONE."""
    states = []
    with _stat_in(folder) as stat:
        for name in names:
            try:
                states.append(state_of(stat(name)))
            except OSError:
                states.append(GONE)
    return states


@contextmanager
def _stat_in(folder: str) -> Iterator[Callable[[str], os.stat_result]]:
    """A `stat` for names in `folder`: from within it where the system can, a third faster."""
    try:
        inside = os.open(folder, os.O_RDONLY) if os.stat in os.supports_dir_fd else None
    except OSError:
        inside = None
    if inside is None:
        yield lambda name: os.stat(f"{folder}{os.sep}{name}")  # noqa: PTH116 - thousands of Paths
        return
    try:
        yield partial(os.stat, dir_fd=inside)
    finally:
        os.close(inside)
