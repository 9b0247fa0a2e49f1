"""A terminal that is stopped, continued, or closed without asking the program; what it can draw."""

import os
from collections.abc import Mapping
from typing import Any

from textual.driver import Driver

from relax_coach.bodymap.drawing import KINDS


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


_SEXTANTS = ("kitty", "WezTerm", "foot", "ghostty")
_VTE = 6200
"""The version of VTE that draws sextants itself, whatever the font has."""


def cells_kind(environ: Mapping[str, str] = os.environ) -> str:
    """In which of KINDS this terminal shows pictures; RELAX_COACH_CELLS overrides what is known."""
    asked = environ.get("RELAX_COACH_CELLS", "")
    if asked in KINDS:
        return asked
    if environ.get("NO_COLOR"):
        return "braille"
    if environ.get("TMUX") or environ.get("STY"):  # it tells nothing of the terminal behind it
        return "half"
    names = f"{environ.get('TERM', '')} {environ.get('TERM_PROGRAM', '')}"
    vte = environ.get("VTE_VERSION", "")
    draws = vte.isdigit() and int(vte) >= _VTE
    known = draws or "WT_SESSION" in environ or any(name in names for name in _SEXTANTS)
    return "sextant" if known else "half"
