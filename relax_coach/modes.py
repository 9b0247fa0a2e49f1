"""The modes of the terminal: as they were before the program changed them, and back to that."""

import os
import sys
from contextlib import suppress


def in_front(descriptor: int) -> bool:
    """Whether the terminal is this program's: in the background, touching it would stop it."""
    try:
        return os.tcgetpgrp(descriptor) == os.getpgrp()
    except OSError:  # there is no shell that could have put it there
        return True


class Modes:
    """Of the terminal that `descriptor` is now; of one that is none, nothing."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._kept = None
        if sys.platform != "win32":
            import termios

            with suppress(OSError, termios.error):  # no terminal, or closed
                self._kept = termios.tcgetattr(descriptor)

    @property
    def hung_up(self) -> bool:
        """Whether that terminal was closed, also where the signal for it is ignored."""
        if self._kept is None or sys.platform == "win32":
            return False
        import select

        poll = select.poll()
        poll.register(self._descriptor, 0)
        return any(event & select.POLLHUP for _, event in poll.poll(0))

    def put_back(self, shown: bytes = b"") -> None:
        """All as it was, and `shown` to the terminal; at once, also where nobody reads it."""
        if self._kept is None or sys.platform == "win32" or not in_front(self._descriptor):
            return
        import termios

        with suppress(OSError, termios.error):  # it may have been closed
            termios.tcsetattr(self._descriptor, termios.TCSANOW, self._kept)
        if shown:
            with suppress(OSError, termios.error):
                _show(shown)


def _show(data: bytes) -> None:
    """Write to the terminal without waiting for its reader, who gets this before all that waits."""
    import termios

    terminal = os.open("/dev/tty", os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        try:
            written = os.write(terminal, data)
        except BlockingIOError:
            written = 0
        if written < len(data):
            termios.tcflush(terminal, termios.TCOFLUSH)  # pictures that nobody read
            os.write(terminal, data)
    finally:
        os.close(terminal)
