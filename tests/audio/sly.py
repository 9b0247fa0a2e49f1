"""The process of the sound card, with one that moves only when it is told to.

    python tests/audio/sly.py FILE HOW RATE PERIOD_MS

HOW "late": just before the second page comes, it takes 480 frames of the first. HOW "woken": then
it tells of 480 frames, as one does that slept until now. HOW "mute": it never answers a page. FILE
gets what was sent of the last page.
"""

import sys
from pathlib import Path

from relax_coach.audio.outputs import miniaudio_process
from relax_coach.audio.tape import Tape

FILE, HOW = Path(sys.argv[1]), sys.argv[2]


class Sly(Tape):
    def turn(self, page: int, at: int, data: bytes, last: bool) -> bool:
        if HOW == "late" and page == 2:
            self.take(480, patience=0)
        if HOW == "woken" and page == 2:
            tell("taken 480 0")
        FILE.write_bytes(data)
        return super().turn(page, at, data, last)


class Still:
    """A device that takes nothing by itself."""

    def start(self, asked: object) -> None:
        """Stays as it is."""

    def close(self) -> None:
        """There is nothing to let go."""


def tell(text: str) -> None:
    if HOW != "mute" or text == "ready":
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


miniaudio_process.Tape = Sly
miniaudio_process._opened = lambda *_: Still()
miniaudio_process._tell = tell
miniaudio_process.main(*map(int, sys.argv[3:]))
