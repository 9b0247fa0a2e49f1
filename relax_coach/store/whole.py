"""A file that appears whole or not at all."""

import errno
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PRIVATE, USUAL = 0o600, 0o666
"""Modes: what is the person's own; what is as open as their other files (the umask holds)."""


def write(path: Path, text: str | bytes, mode: int = USUAL) -> None:
    """Write `text` in UTF-8 to `path`, in place of what is there. Raises OSError."""
    with _part(path, text, mode) as part:
        part.replace(path)


def create(path: Path, text: str | bytes, mode: int = USUAL) -> None:
    """The same where nothing is there. Raises FileExistsError, and OSError."""
    with _part(path, text, mode) as part:
        try:
            os.link(part, path)  # unlike a rename it never takes the place of anything
        except FileExistsError:
            raise
        except OSError:  # a disk without links
            if path.exists():
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path) from None
            part.replace(path)


@contextmanager
def _part(path: Path, text: str | bytes, mode: int) -> Iterator[Path]:
    """The text in a file beside `path`, which is gone after the block."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(text.encode() if isinstance(text, str) else text)
        yield part
    finally:
        part.unlink(missing_ok=True)
