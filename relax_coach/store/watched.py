"""A routine file that somebody writes meanwhile, read anew at every save."""

from dataclasses import dataclass, field
from pathlib import Path

from relax_coach.core.document import Document
from relax_coach.core.sense import considered
from relax_coach.store.library import read_file

EVERY = 0.25
"""Seconds between two looks: soon enough for a person, and also right on a disk in a network."""
State = tuple[int, ...]
NOTHING: State = ()


@dataclass(slots=True)
class Watched:
    """The file at `path`, by its name: an editor may put another file in its place."""

    path: Path
    _seen: State | None = field(default=None, init=False)
    _is_gone: bool = field(default=False, init=False)

    def look(self) -> Document | None:
        """What it holds, with its warnings; None where nothing was written since the last look.

        A file that is gone is told of at the second look: editors rename.
        """
        now = self._state()
        if now == self._seen:
            return None
        if now == NOTHING and not self._is_gone:
            self._is_gone = True
            return None
        self._seen, self._is_gone = now, False
        return considered(read_file(self.path))

    def _state(self) -> State:
        try:
            file = self.path.stat()
        except (OSError, ValueError):
            return NOTHING
        return (file.st_dev, file.st_ino, file.st_size, file.st_mtime_ns, file.st_ctime_ns)
