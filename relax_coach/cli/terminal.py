"""What the streams of this process are good for."""

import os
import shutil
import sys
from typing import TextIO

from relax_coach.core.problem import WIDTH
from relax_coach.plain.keyboard import is_terminal


def is_full_screen() -> bool:
    """Whether a full-screen program can run here; else the session plays as plain lines.

    All three streams must be a terminal: the screen library reads one and draws on another.
    """
    if any(os.environ.get(name) for name in ("RELAX_COACH_PLAIN", "ACCESSIBLE")):
        return False
    if _is_dumb():
        return False
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(is_terminal(stream) for stream in streams)


def has_colour(stream: TextIO | None) -> bool:
    """Whether colours are seen on `stream`, and wanted: see no-color.org."""
    return is_terminal(stream) and not _is_dumb() and not os.environ.get("NO_COLOR")


def colours_of(stream: TextIO | None) -> int:
    """How many colours pictures on `stream` may have: 2 to the 24th, 256, or 0."""
    if not has_colour(stream):
        return 0
    return 1 << 24 if os.environ.get("COLORTERM") in ("truecolor", "24bit") else 256


def width_of(stream: TextIO | None) -> int:
    """Cells of a line on `stream`."""
    return shutil.get_terminal_size().columns if is_terminal(stream) else WIDTH


def _is_dumb() -> bool:
    return os.environ.get("TERM", "dumb") == "dumb" and sys.platform != "win32"
