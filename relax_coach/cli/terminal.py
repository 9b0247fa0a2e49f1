"""What the streams of this process are good for."""

import os
import sys

from relax_coach.plain.keyboard import is_terminal


def is_full_screen() -> bool:
    """Whether a full-screen program can run here; else the session plays as plain lines.

    All three streams must be a terminal: the screen library reads one and draws on another.
    """
    if any(os.environ.get(name) for name in ("RELAX_COACH_PLAIN", "ACCESSIBLE")):
        return False
    if os.environ.get("TERM", "dumb") == "dumb" and sys.platform != "win32":
        return False
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return all(is_terminal(stream) for stream in streams)
