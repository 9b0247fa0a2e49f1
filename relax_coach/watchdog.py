"""Sees to it that the program leaves when it is told to, whatever its screen is doing.

It has a thread of its own: a screen that nobody reads stands still, and everything with it. So
what must be kept is kept by that thread, and where the usual way out takes too long, it leaves.
"""

import os
import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from types import TracebackType
from typing import Any

from relax_coach.modes import Modes, in_front

HEEDED = ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT")
"""What tells the program to leave, where the system has it; its exit code is 128 more."""
PATIENCE = 2.0
"""Seconds for the usual way out, what must be kept included."""
TO_KEEP = 1.0
"""Of these, seconds for what must be kept before it."""
TO_GIVE_UP = 0.05
"""Seconds after which a thread has noticed that it is to write no more."""
EVERY = 1.0
"""Seconds between two looks at what no signal tells of."""
STALLED = 5.0
"""Seconds without a beat after which what beats stands still."""


class Watched:
    """A session that is told when the program leaves, and when it stands still itself."""

    def __init__(self, leaving: Callable[[str], object], stalled: Callable[[], object]) -> None:
        self.leaving, self.stalled = leaving, stalled
        self._beaten, self._told = time.monotonic(), False

    def beat(self) -> None:
        """It goes on. To be called more often than every STALLED seconds."""
        self._beaten, self._told = time.monotonic(), False

    def look(self) -> bool:
        """Whether it stands still, once each time it does."""
        stands = not self._told and time.monotonic() - self._beaten > STALLED
        self._told |= stands
        return stands


_sessions: list[Watched] = []
"""A process has one of each signal, so these are of the process too."""


@contextmanager
def watched(leaving: Callable[[str], object], stalled: Callable[[], object]) -> Iterator[Watched]:
    """A session for as long as the block lasts; without a Watchdog nothing is told.

    `leaving` gets why: "SIGTERM", "the terminal was closed" … Both are called in threads of their
    own, and not waited for longer than TO_KEEP seconds.
    """
    session = Watched(leaving, stalled)
    _sessions.append(session)
    try:
        yield session
    finally:
        _sessions.remove(session)


class Watchdog:
    """Inside its block a signal to leave, and a terminal that was closed, end the program.

    What was ignored from the start, as nohup does, stays so. To be entered by the main thread.
    """

    def __init__(self, leave: Callable[[int], object] | None = None, reset: bytes = b"") -> None:
        """`leave` takes the exit code and is called in another thread; None raises SystemExit.

        `reset` is what the terminal must get where the usual way out was too long.
        """
        self._leave = leave or self._raise
        self._reset = reset
        self._came: SimpleQueue[int] = SimpleQueue()  # may be put to by a signal at any moment
        self._number = 0  # of the signal for which it leaves
        self._raises = False
        self._over = Event()
        self._thread = Thread(target=self._watch, name="watchdog", daemon=True)
        self._ear = Thread(target=self._listen, name="ear of the watchdog", daemon=True)

    def __enter__(self) -> "Watchdog":
        self._modes = Modes(0)
        self._hears, self._tells = os.pipe()
        if sys.platform != "win32":
            os.set_blocking(self._tells, False)
        numbers = [getattr(signal, name) for name in HEEDED if hasattr(signal, name)]
        heeded = [one for one in numbers if signal.getsignal(one) != signal.SIG_IGN]
        self._before: dict[int, Any] = {one: signal.signal(one, self._come) for one in heeded}
        self._told_before = signal.set_wakeup_fd(self._tells, warn_on_full_buffer=False)
        self._ear.start()
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:  # fmt: skip
        """Signals stay as they are where it leaves: another one must not cut that short."""
        if self._number:
            with suppress(OSError, ValueError):  # or it would wait for a reader later, unwatched
                sys.stdout.flush()
        self._over.set()
        self._came.put(0)
        self._thread.join()
        signal.set_wakeup_fd(self._told_before)
        os.close(self._tells)  # that ends it
        self._ear.join()
        if not self._number:
            for number, handler in self._before.items():
                signal.signal(number, handler)

    def _come(self, number: int, _frame: object) -> None:
        """In the main thread, between any two of its steps."""
        if self._raises:
            self._raises = False
            raise SystemExit(128 + self._number)
        self._came.put(number)
        if self._reset and not in_front(0):
            # A full screen that was stopped would now ask for its terminal, and be stopped again.
            time.sleep(2 * PATIENCE)

    def _listen(self) -> None:
        """Pass on what comes, at once.

        The main thread may not get to its next step: a signal in the moment before it begins to
        wait for something neither ends that nor is heeded before it has come.
        """
        while numbers := os.read(self._hears, 64):
            for number in numbers:
                # While an editor is open another one may be set: then it is not for us.
                if number in self._before and signal.getsignal(number) == self._come:
                    self._came.put(number)
        os.close(self._hears)

    def _watch(self) -> None:
        """What the thread does."""
        while not self._over.is_set():
            try:
                number, why = self._came.get(timeout=EVERY), ""
            except Empty:
                number, why = (
                    (signal.SIGHUP, "the terminal was closed") if self._modes.hung_up else (0, "")
                )
            if number:
                self._number = number
                self._end(why or signal.Signals(number).name)
                return
            for session in _sessions[:]:
                if session.look():
                    _apart(session.stalled)

    def _end(self, why: str) -> None:
        """Let what must be kept be kept, then leave: by the usual way, or without it."""
        until = time.monotonic() + PATIENCE
        for session in _sessions[:]:
            _apart(session.leaving, why)
        self._leave(128 + self._number)
        if not self._over.wait(max(0.0, until - time.monotonic())):
            with _unstuck(next(iter(self._before), 0)):
                self._modes.put_back(self._reset)
            os._exit(128 + self._number)

    def _raise(self, _code: int) -> None:
        """The usual way out of what has no other: an exception in the main thread."""
        self._raises = True
        number = next(iter(self._before), 0)  # any that is heeded wakes it
        if sys.platform == "win32":
            import _thread

            _thread.interrupt_main(number)
        elif number:
            signal.pthread_kill(threading.main_thread().ident or 0, number)


@contextmanager
def _unstuck(number: int) -> Iterator[None]:
    """No thread waits for a reader of the terminal: one that does keeps all others from writing.

    Each is woken by the signal `number`, which is heeded; 0 for none.
    """
    if sys.platform == "win32" or not number:
        yield
        return
    with suppress(OSError):
        os.set_blocking(2, False)
    for thread in threading.enumerate():
        with suppress(ProcessLookupError):  # it has ended just now
            signal.pthread_kill(thread.ident or 0, number)
    time.sleep(TO_GIVE_UP)
    try:
        yield
    finally:
        with suppress(OSError):  # it is shared with the shell
            os.set_blocking(2, True)


def _apart(call: Callable[..., object], *told: str) -> None:
    """Call it in a thread of its own, which may wait for a disk for longer than this one."""
    thread = Thread(target=call, args=told, name="last words", daemon=True)
    thread.start()
    thread.join(TO_KEEP)
