"""A file that appears whole or not at all."""

import os
import secrets
from pathlib import Path

PRIVATE, USUAL = 0o600, 0o666
"""Modes: what is the person's own; what is as open as their other files (the umask holds)."""


def write(path: Path, text: str, mode: int = USUAL) -> None:
    """Write `text` in UTF-8 to `path`, in place of what is there. Raises OSError."""
    part = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
