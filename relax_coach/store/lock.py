"""One session at a time: a lock on the data folder that dies with its program, however it dies."""

import os
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from relax_coach.store import paths

FILE = "session.lock"
PATIENCE = 0.2
"""Seconds for which another is waited for, who may only have looked whether it is held."""


class Busy(Exception):
    """Another session is on. `owner` is the number of its process, 0 where that is not known.

    `told` is a clause that says so.
    """

    def __init__(self, owner: int) -> None:
        who = f" (process {owner})" if owner else ""
        self.told = f"A session is on in another window{who}"
        super().__init__(
            f"{self.told}: end it there, and start again. "
            "Lists and the journal can be read meanwhile."
        )
        self.owner = owner


class Lock:
    """Held from `Lock.take()` to `release()`, or to the end of the process."""

    held: ClassVar[bool] = False
    """Whether this process holds it."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    @classmethod
    def take(cls) -> "Lock":
        """Raises Busy. Where the folder cannot be written there is nothing to guard: held so."""
        descriptor = _opened()
        if descriptor < 0:
            return cls(descriptor)
        until = time.monotonic() + PATIENCE
        while not _lock(descriptor):
            if time.monotonic() > until:
                os.close(descriptor)
                raise Busy(_owner())
            time.sleep(PATIENCE / 10)
        with suppress(OSError):  # a full disk: it is held all the same, without its owner's name
            os.ftruncate(descriptor, 0)
            os.write(descriptor, f"{os.getpid()}\n".encode())
        cls.held = True
        return cls(descriptor)

    @classmethod
    def is_elsewhere(cls) -> bool:
        """Whether another process holds it. Found out by holding it for a moment oneself."""
        descriptor = -1 if cls.held else _opened()
        if descriptor < 0:
            return False
        try:
            return not _lock(descriptor)
        finally:
            os.close(descriptor)

    def __enter__(self) -> "Lock":
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Let the next one begin. Once is enough; more do nothing."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
            Lock.held = False


def _path() -> Path:
    return paths.data_dir() / FILE


def _opened() -> int:
    """The open file; -1 where there is none, and none can be made."""
    path = _path()
    try:
        path.parent.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError:
        try:  # it can be held all the same, if it is there
            return os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            return -1


def _owner() -> int:
    try:
        return int(_path().read_text(encoding="ascii").strip() or 0)
    except (OSError, ValueError):
        return 0


def _lock(descriptor: int) -> bool:
    """Whether nobody else holds it."""
    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(descriptor, 1_000_000, os.SEEK_SET)  # what is locked cannot be read there
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
