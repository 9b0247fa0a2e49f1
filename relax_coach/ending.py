"""A signal to end, as an exception: what was begun is taken away on the way out."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

HEEDED = ("SIGTERM", "SIGHUP")
"""What ends a program that waits for a person; ctrl+c is theirs to press, and stays as it is."""


class Ended(BaseException):
    """The signal `number` came. The exit code is `code`."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    @property
    def code(self) -> int:
        return 128 + self.number


@contextmanager
def heeded() -> Iterator[None]:
    """Signals to end raise Ended in this block, of the main thread alone.

    The first one does: another must not cut short what is done on the way out. One that was
    ignored from the start, as nohup does, stays so.
    """

    def come(number: int, _frame: object) -> None:
        for one in before:
            signal.signal(one, lambda *_: None)
        raise Ended(number)

    numbers = [getattr(signal, name) for name in HEEDED if hasattr(signal, name)]
    before = {one: signal.getsignal(one) for one in numbers}
    before = {one: handler for one, handler in before.items() if handler != signal.SIG_IGN}
    try:
        for one in before:
            signal.signal(one, come)
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
