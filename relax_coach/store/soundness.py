"""In which state the journal's file was looked through and found sound.

To look through 200,000 events, and whether their sums are whole, takes longer than all else at the
start. It is done once a day, and for each state of the file: who wrote it, and what a killed
session left, makes no difference.
"""

import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from relax_coach.store import paths, whole
from relax_coach.store.beginning import read_beginning
from relax_coach.store.stamp import is_settled, state_of

FILE = "journal-sound.txt"
MOST_BYTES = 1024

_known: set[str] = set()
"""Of the process, which may be without a folder to keep it in."""


def is_known(file: os.stat_result) -> bool:
    """Whether `file` was looked through today as it is now."""
    told = _sound(file)
    return told in _known or _is_kept(told)


def keep(file: os.stat_result, begun: int) -> None:
    """Know from now on that `file`, looked through from `begun` on (ns since 1970), is sound."""
    told = _sound(file)
    is_new = told not in _known
    _known.add(told)
    if is_new and is_settled(file, begun):
        _keep(told)


def is_damaged(file: os.stat_result) -> bool:
    """Whether damage was met in `file` as it is now, which looking through it does not see."""
    return _is_kept(_damaged(file))


def doubt(path: Path) -> None:
    """Damage was met in the file at `path`, whatever was known of it."""
    _known.clear()
    with suppress(OSError):
        _keep(_damaged(path.stat()))


def _is_kept(told: str) -> bool:
    try:
        return read_beginning(_path(), MOST_BYTES) == told.encode()
    except OSError:
        return False


def _keep(told: str) -> None:
    with suppress(OSError):  # read-only, full: it is looked through again
        path = _path()
        path.parent.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
        whole.write(path, told, whole.PRIVATE)


def _damaged(file: os.stat_result) -> str:
    return f"damaged {state_of(file)}\n"


def _sound(file: os.stat_result) -> str:
    today = date.today()  # noqa: DTZ011 - the person's own day
    return f"{today} {state_of(file)}\n"


def _path() -> Path:
    return paths.cache_dir() / FILE
