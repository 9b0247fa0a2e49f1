"""The exit codes: a contract for scripts (docs/commands.md)."""

from enum import IntEnum


class Exit(IntEnum):
    """What the process says at its end."""

    DONE = 0
    FINDINGS = 1
    WRONG_USE = 2
    ENDED_EARLY = 3
    REFUSED = 4
    """Refused for safety, or stopped because something was wrong."""
    HUNG_UP = 129
    """The terminal was closed."""
    INTERRUPTED = 130
    CLOSED_PIPE = 141
