"""What the streams of this process are good for."""

import os
import sys
from typing import Any


def is_full_screen() -> bool:
    """Whether a full-screen program can run here; else the session plays as plain lines.

    All three streams must be a terminal: the screen library reads one and draws on another.
    """
    if any(os.environ.get(name) for name in ("RELAX_COACH_PLAIN", "ACCESSIBLE")):
        return False
    if os.environ.get("TERM", "dumb") == "dumb" and sys.platform != "win32":
        return False
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(stream is not None and _is_terminal(stream) for stream in streams)


def _is_terminal(stream: Any) -> bool:
    try:
        return bool(stream.isatty())
    except ValueError:  # closed
        return False
