"""What was found out about the routine files, kept so that a list need not read them all again.

It never lies: a row counts only for a file of the same path, device, number, size and both times,
and only while the program, its rules and the voice are the same. In doubt the file is read. What
is wrong with the catalogue itself, or with where it lies, costs time and nothing else.
"""

import os
import sys
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time_ns

import yaml

from relax_coach import __version__
from relax_coach.store import paths, whole
from relax_coach.store.beginning import read_beginning

FILE = "catalogue.txt"
MOST_BYTES = 64 * 1024 * 1024
"""Of a catalogue that is read: some 70,000 files."""
YOUNG = 2_000_000_000
"""How long, in ns, the same time may stand for two states: FAT counts in steps of 2 s."""

_PACKAGE = Path(__file__).resolve().parents[1]


class Catalogue:
    """Rows, each a text without a line break: those of last time, and of this one.

    Used as a context it is kept at the end.
    """

    def __init__(self, depends: str) -> None:
        """`depends` names, in any words, all that rows follow from beside file and program."""
        self._state = sha256(os.fsencode(f"{depends}\n{_program()}")).hexdigest()
        self._before = self._read()
        self._rows: dict[str, str] = {}

    def row(self, path: str, find_out: Callable[[str], tuple[str, bool]]) -> str:
        """The row of the file at `path`: that of last time, or else what `find_out` makes of it.

        With it `find_out` tells whether the file could be read: that may change without the file.
        """
        try:
            key = stamp(path, os.stat(path))  # noqa: PTH116 - thousands of Paths take as long again
        except OSError:  # gone, or a link to nowhere: that is found out, and not kept
            return find_out(path)[0]
        row = self._before.get(key)
        if row is None:
            begun = time_ns()
            row, was_read = find_out(path)
            if not (was_read and _can_be_kept(path, key, begun)):
                return row
        self._rows[key] = row
        return row

    def __enter__(self) -> "Catalogue":
        return self

    def __exit__(self, broken_off: object, *_: object) -> None:
        if broken_off:  # what was not come to is as good as it was
            self._rows = {**self._before, **self._rows}
        if self._rows.keys() != self._before.keys():
            with suppress(OSError):  # read-only, full, just deleted: then there is none
                self._write()

    def _read(self) -> Mapping[str, str]:
        """The rows of last time; none of another state, or where a byte is not as written."""
        try:
            data = read_beginning(_path(), MOST_BYTES + 1)
        except OSError:
            return {}
        head = data[: data.find(b"\n")]
        if len(data) > MOST_BYTES or head != self._head(memoryview(data)[len(head) + 1 :]):
            return {}
        lines = data.decode().split("\n")
        return dict(zip(lines[1::2], lines[2::2], strict=False))  # the last one is empty

    def _write(self) -> None:
        body = "".join(f"{key}\n{row}\n" for key, row in self._rows.items())
        path = _path()
        path.parent.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
        head = self._head(body.encode()).decode()
        whole.write(path, f"{head}\n{body}", whole.PRIVATE)

    def _head(self, body: bytes | memoryview) -> bytes:
        """The first line: what the rows follow from, and a sum that a damaged one fails."""
        return f"relax-coach catalogue {self._state} {zlib.crc32(body):08x}".encode()


def stamp(path: str, found: os.stat_result) -> str:
    """The state of a file, without which its content cannot change but in one tick of a clock.

    The time of the last change (ctime) cannot be set back by programs that restore the other one.
    """
    s = found
    return f"{path}\t{s.st_dev} {s.st_ino} {s.st_size} {s.st_mtime_ns} {s.st_ctime_ns}"


def _can_be_kept(path: str, key: str, begun: int) -> bool:
    """Whether what was read from `begun` on holds for as long as the file has the state `key`.

    A file that changed just before may change again in the same tick of its clock, at the same
    size, and look the same: its row is not kept until it is older than any tick. (Git has the
    same care with its index, and calls such files racily clean.) One from the future, after a
    clock was set back, stays young until that time has come.
    """
    try:
        found = Path(path).stat()
    except OSError:
        return False
    same = stamp(path, found) == key  # also: not another one in its place while it was read
    old = max(found.st_mtime_ns, found.st_ctime_ns) < begun - YOUNG
    return same and old and path.isprintable()


def _path() -> Path:
    return paths.cache_dir() / FILE


def _program() -> str:
    """What the rules are: the version, and for those who write them the state of every source."""
    states = []
    for path in _PACKAGE.rglob("*.py"):
        with suppress(OSError):  # an editor's lock is a link to nowhere
            states.append(stamp(str(path), path.stat()))
    return "\n".join([__version__, sys.version, yaml.__version__, *sorted(states)])
