"""The process of the sound card, with one that takes FRAMES at a time as quickly as they come.

    python tests/audio/hurry.py FRAMES FILE RATE PERIOD_MS

What it took is in FILE.
"""

import sys
from collections.abc import Generator
from pathlib import Path
from threading import Thread

from relax_coach.audio.outputs import miniaudio_process


class Hurry:
    """A device, as far as the process needs one."""

    def start(self, asked: Generator[bytes, int, None]) -> None:
        Thread(target=self._take, args=(asked,), daemon=True).start()

    def _take(self, asked: Generator[bytes, int, None]) -> None:
        with Path(sys.argv[2]).open("wb", buffering=0) as file:
            while True:
                file.write(asked.send(int(sys.argv[1])))

    def close(self) -> None:
        """There is nothing to let go."""


miniaudio_process._opened = lambda *_: Hurry()
miniaudio_process.PATIENCE = 30.0
miniaudio_process.main(*map(int, sys.argv[3:]))
