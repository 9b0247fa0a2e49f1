"""Frames on their way to a device in another process. Loads nothing: that one must be light."""

import struct
from collections import deque
from threading import Condition

HEADER = struct.Struct("<??IQI")
"""What goes before frames that are sent: whether they begin a page; whether silence follows them;
the page; the frame at which it begins; how many bytes they are."""
FRAME = 4
"""Bytes of a sample of both channels."""


class Tape:
    """What was sent and not yet taken. A page takes the place of all that was there before.

    Frames are counted from the start of the device: those that were sent, and those of the
    silence behind the last of a page.
    """

    def __init__(self) -> None:
        self._lock = Condition()
        self._blocks: deque[memoryview] = deque()
        self._page = 0
        self._last = True
        self.taken = 0

    def turn(self, page: int, at: int, data: bytes, last: bool) -> bool:
        """Go on with this page, unless frames from `at` on were already taken of another."""
        with self._lock:
            if at != self.taken:
                return False
            self._page, self._last = page, last
            self._blocks.clear()
            self._append(data)
        return True

    def add(self, page: int, data: bytes, last: bool) -> None:
        """Behind what is there, if that is still the page."""
        with self._lock:
            if page == self._page:
                self._last = last
                self._append(data)

    def take(self, n: int, patience: float) -> bytes:
        """Frames that come next, at most n; none where nothing came within `patience` seconds."""
        with self._lock:
            self._lock.wait_for(lambda: self._last or self._blocks, patience)
            if not self._blocks:
                taken = bytes(n * FRAME if self._last else 0)
            else:
                block = self._blocks.popleft()
                taken = bytes(block[: n * FRAME])
                if len(block) > len(taken):
                    self._blocks.appendleft(block[len(taken) :])
            self.taken += len(taken) // FRAME
        return taken

    def halt(self) -> None:
        """Forget what is there: nothing more is taken before another page begins."""
        with self._lock:
            self._page, self._last = 0, False
            self._blocks.clear()

    @property
    def quiet(self) -> bool:
        """Whether nothing is there, and nothing is to be."""
        return self._last and not self._blocks

    def _append(self, data: bytes) -> None:
        if data:
            self._blocks.append(memoryview(data))
        self._lock.notify_all()
