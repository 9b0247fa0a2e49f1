"""What was found out about the routine files, kept so that a list need not read them all again.

It never lies: a row counts only for a file of the same path, device, number, size and both times,
and only while the program, its rules and the voice are the same. In doubt the file is read. What
is wrong with the catalogue itself, or with where it lies, costs time and nothing else.
"""

import os
import sys
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from time import time_ns
from typing import NamedTuple

import yaml

from relax_coach import __version__
from relax_coach.store import paths, whole
from relax_coach.store.beginning import read_beginning
from relax_coach.store.stamp import is_settled, stamp, state_of, states_of

FILE = "catalogue.txt"
MOST_BYTES = 64 * 1024 * 1024
"""Of a catalogue that is read: some 70,000 files."""
BETWEEN = "\0"
"""Between the values of many files in one line: it stands in no name and in no row."""

_PACKAGE = Path(__file__).resolve().parents[1]


class Row(NamedTuple):
    """What is kept of one file, each a text as it is shown: without a line break or BETWEEN."""

    line: str
    card: str


FindOut = Callable[[str], tuple[Row, bool]]
"""The row of the file at a path, and whether it could be read: that may change without it."""


class Rows(NamedTuple):
    """The rows of a folder, each kind in one text: so thousands are had again at once."""

    names: str
    states: str
    joined_lines: str
    joined_cards: str

    @classmethod
    def of(cls, rows: Mapping[tuple[str, str], Row]) -> "Rows":
        """Those of files by name and state."""
        columns = ([*(name for name, _ in rows)], [*(state for _, state in rows)])
        lines, cards = [row.line for row in rows.values()], [row.card for row in rows.values()]
        return cls(*map(BETWEEN.join, (*columns, lines, cards)))

    @property
    def lines(self) -> list[str]:
        return self._split(self.joined_lines)

    @property
    def cards(self) -> list[str]:
        return self._split(self.joined_cards)

    def by_file(self) -> dict[tuple[str, str], Row]:
        """The same by name and state."""
        files = zip(self._split(self.names), self._split(self.states), strict=True)
        return dict(zip(files, map(Row, self.lines, self.cards), strict=True))

    def _split(self, joined: str) -> list[str]:
        return joined.split(BETWEEN) if self.names else []


NONE = Rows("", "", "", "")


class Catalogue:
    """Rows by folder: those of last time, and of this one.

    Used as a context it is kept at the end.
    """

    def __init__(self, depends: str) -> None:
        """`depends` names, in any words, all that rows follow from beside file and program."""
        self._state = sha256(os.fsencode(f"{depends}\n{_program()}")).hexdigest()
        self._before = self._read()
        self._now: dict[str, Rows] = {}

    def rows(self, folder: str, names: Sequence[str], find_out: FindOut) -> Rows:
        """A row for each of `names` in `folder`: that of last time, or else what is found out."""
        states = states_of(folder, names)
        before = self._before.get(folder, NONE)
        if (BETWEEN.join(names), BETWEEN.join(states)) != (before.names, before.states):
            return self._anew(folder, dict(zip(names, states, strict=True)), find_out)
        self._now[folder] = before
        return before

    def _anew(self, folder: str, files: Mapping[str, str], find_out: FindOut) -> Rows:
        """The rows of a folder in which something is not as it was."""
        before = self._before.get(folder, NONE).by_file()
        kept: dict[tuple[str, str], Row] = {}
        told: dict[tuple[str, str], Row] = {}
        try:
            for file in files.items():
                name, state = file
                row = before.get(file)
                if row is not None:
                    kept[file] = row
                else:
                    path, begun = f"{folder}{os.sep}{name}", time_ns()
                    row, was_read = find_out(path)
                    if was_read and _can_be_kept(path, state, begun):
                        kept[file] = row
                told[file] = row
        except BaseException:  # what was not come to is as good as it was
            self._keep(folder, before | kept)
            raise
        self._keep(folder, kept)
        return Rows.of(told)

    def _keep(self, folder: str, rows: Mapping[tuple[str, str], Row]) -> None:
        if rows:
            self._now[folder] = Rows.of(rows)

    def __enter__(self) -> "Catalogue":
        return self

    def __exit__(self, broken_off: object, *_: object) -> None:
        if broken_off:
            self._now = {**self._before, **self._now}
        if self._now != self._before:
            with suppress(OSError):  # read-only, full, just deleted: then there is none
                self._write()

    def _read(self) -> Mapping[str, Rows]:
        """What was kept last time; nothing of another state, or where a byte is not as written."""
        try:
            data = read_beginning(_path(), MOST_BYTES + 1)
        except OSError:
            return {}
        head = data[: data.find(b"\n")]
        if len(data) > MOST_BYTES or head != self._head(memoryview(data)[len(head) + 1 :]):
            return {}
        lines = data.decode().split("\n")[1:-1]
        each = [iter(lines)] * 5
        return {folder: Rows(*rows) for folder, *rows in zip(*each, strict=True)}

    def _write(self) -> None:
        body = "".join(
            f"{line}\n" for folder, rows in self._now.items() for line in (folder, *rows)
        )
        path = _path()
        path.parent.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
        head = self._head(body.encode()).decode()
        whole.write(path, f"{head}\n{body}", whole.PRIVATE)

    def _head(self, body: bytes | memoryview) -> bytes:
        """The first line: what the rows follow from, and a sum that a damaged one fails."""
        return f"relax-coach catalogue {self._state} {zlib.crc32(body):08x}".encode()


def _can_be_kept(path: str, state: str, begun: int) -> bool:
    """Whether what was read from `begun` on holds for as long as the file is in `state`."""
    try:
        found = Path(path).stat()
    except OSError:
        return False
    same = state_of(found) == state  # also: not another one in its place while it was read
    return same and is_settled(found, begun) and path.isprintable()


def _path() -> Path:
    return paths.cache_dir() / FILE


def _program() -> str:
    """What the rules are: the version, and for those who write them the state of every source."""
    stamps = []
    for path in _PACKAGE.rglob("*.py"):
        with suppress(OSError):  # an editor's lock is a link to nowhere
            stamps.append(stamp(path))
    return "\n".join([__version__, sys.version, yaml.__version__, *sorted(stamps)])
