"""An output that is being opened beside the session, which must not wait for a slow device."""

from collections.abc import Callable
from threading import Thread

from relax_coach.audio.outputs import NoSound, Output


class Opening:
    """Calls `open_it` in a thread of its own."""

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
        """Let go what is open, or will be."""
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
