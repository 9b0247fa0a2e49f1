"""A terminal whose program was stopped and continued, without having been asked before."""

from typing import Any

from textual.driver import Driver


def steady(driver: type[Driver]) -> type[Driver]:
    """`driver`, so that SIGSTOP and SIGCONT leave one reader of keys and the terminal as it was.

    At SIGCONT Textual starts itself a second time beside the first, unless it was stopped by
    SIGTSTP: two readers then take each other's keys, and the terminal is left raw at the end.
    """
    resume: Any = getattr(driver, "_sigcont_application", None)
    if resume is None:  # a system without such signals, or a test without a terminal
        return driver

    class Steady(driver):  # type: ignore[valid-type, misc]
        _must_signal_resume: bool

        def _sigcont_application(self, *signal: Any) -> None:
            if not self._must_signal_resume:
                self.suspend_application_mode()
                self._must_signal_resume = True
            resume(self, *signal)

    return Steady
