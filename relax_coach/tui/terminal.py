"""A terminal that is stopped, continued, or closed without asking the program."""

from typing import Any

from textual.driver import Driver

RESET = (
    b"\x18"  # ends a sequence of which the rest was never written
    b"\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l"
    b"\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    b"\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""All that Textual asks of a terminal, taken back as Textual does where it has the time to."""


def steady(driver: type[Driver]) -> type[Driver]:
    """`driver`, so that SIGSTOP and SIGCONT leave one reader of keys and the terminal as it was.

    At SIGCONT Textual starts itself a second time beside the first, unless it was stopped by
    SIGTSTP: two readers then take each other's keys, and the terminal is left raw at the end. And
    where the terminal was closed, it waits for ever for a thread that has died of that.
    """
    resume: Any = getattr(driver, "_sigcont_application", None)
    if resume is None:  # a system without such signals, or a test without a terminal
        return driver

    class Steady(driver):  # type: ignore[valid-type, misc]
        _must_signal_resume: bool
        _writer_thread: Any

        def _sigcont_application(self, *signal: Any) -> None:
            if not self._must_signal_resume:
                self.suspend_application_mode()
                self._must_signal_resume = True
            resume(self, *signal)

        def write(self, data: str) -> None:
            if self._writer_lives:
                super().write(data)

        def close(self) -> None:
            if self._writer_lives:
                super().close()

        @property
        def _writer_lives(self) -> bool:
            return self._writer_thread is None or self._writer_thread.is_alive()

    return Steady
