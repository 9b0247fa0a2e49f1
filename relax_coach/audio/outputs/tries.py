"""Trying to open an output again, beside the session, which must not wait for a slow device."""

from collections.abc import Callable
from threading import Thread

from relax_coach.audio.outputs import NoSound, Output

TRY_AGAIN, SELDOM = 3.0, 30.0
"""Seconds from one try to the next: at first, and after MANY."""
MANY = 10


class Tries:
    """Calls `open_it` now and then, each time in a thread of its own; never where it is None."""

    def __init__(self, open_it: Callable[[], Output] | None, now: float) -> None:
        """`now` and all times are seconds of one clock."""
        self._open = open_it
        self._tried_at = now
        self._tries = 0
        self._opening: _Opening | None = None

    def begin(self, now: float) -> None:
        """There is no sound from now on."""
        self._tried_at = now

    def succeeded(self) -> None:
        """There is sound: after the next loss it is tried often again."""
        self._tries = 0

    def look(self, now: float) -> Output | None:
        """What was opened, once; else None. To be called a few times a second."""
        if self._open is None:
            return None
        if self._opening is None:
            if now - self._tried_at >= (TRY_AGAIN if self._tries < MANY else SELDOM):
                self._opening, self._tried_at = _Opening(self._open), now
                self._tries += 1
            return None
        if not self._opening.done:
            return None
        opened, self._opening = self._opening.output, None
        return opened

    def give_up(self) -> None:
        """Let go what is open, or will be."""
        if self._opening is not None:
            self._opening.give_up()


class _Opening:
    """One try."""

    def __init__(self, open_it: Callable[[], Output]) -> None:
        self._output: Output | None = None
        self._given_up = False
        self._open = open_it
        # A daemon: a sound server that never answers must not keep the program from ending.
        self._thread = Thread(target=self._run, name="sound opening", daemon=True)
        self._thread.start()

    @property
    def done(self) -> bool:
        return not self._thread.is_alive()

    @property
    def output(self) -> Output | None:
        """What was opened; None while it is not done, and when there was no sound to be had."""
        return self._output if self.done else None

    def give_up(self) -> None:
        self._given_up = True
        if self.output is not None:
            self.output.close()

    def _run(self) -> None:
        try:
            self._output = self._open()
        except NoSound:
            return
        if self._given_up:
            self._output.close()
