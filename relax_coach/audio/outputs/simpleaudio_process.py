"""The process that holds the library simpleaudio: `python -m … FILE`, asked line by line.

Without FILE it only tries the device: it ends with 0, or says why not and ends with 1.

    play NUMBER START END   stop, then play the bytes of FILE from START to END
    here                    someone is there; without a word for LEFT_ALONE seconds it stops
    stop                    stop

Answers "ready" once, then to every play "playing" or "failed REASON", to here "here", and
"ended NUMBER" when nothing sounds any more. Ends with its standard input.
"""

import mmap
import os
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread, Timer
from typing import Any

from relax_coach.audio.sound import RATE

LEFT_ALONE = 2.0
"""Seconds; longer than a session counts as played when nobody looks at it."""
GIVE_UP = 10.0
"""Seconds in which a device can be tried."""
LOOK = 0.05
"""Seconds between two looks whether something still plays."""


class Desk:
    """Plays one thing at a time."""

    def __init__(self, library: Any, path: Path) -> None:
        self._library = library
        self._file = path.open("rb")
        self._lock = Lock()
        self._playing: tuple[str, Any] | None = None
        self.asked_at = time.monotonic()
        Thread(target=self._watch, daemon=True).start()

    def play(self, number: str, start: int, end: int) -> None:
        with self._lock, self._told_as(number):
            self._stop()
            # The library reads the view while it plays, so what is written later is heard.
            view = memoryview(mmap.mmap(self._file.fileno(), end, access=mmap.ACCESS_READ))
            self._playing = number, self._library.play_buffer(view[start:end], 2, 2, RATE)

    def stop(self) -> None:
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        if self._playing is not None:
            self._playing[1].stop()
            self._playing = None

    @contextmanager
    def _told_as(self, number: str) -> Iterator[None]:
        try:
            yield
        except Exception as problem:
            # Whatever it is, the session must hear of it and go on in silence.
            tell(f"failed {str(problem).splitlines()[0] if str(problem) else type(problem)}")
        else:
            tell(f"playing {number}")

    def _watch(self) -> None:
        while True:
            time.sleep(LOOK)
            with self._lock:
                if time.monotonic() - self.asked_at > LEFT_ALONE:
                    self._stop()
                elif self._playing is not None and not self._playing[1].is_playing():
                    tell(f"ended {self._playing[0]}")
                    self._playing = None


def tell(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def try_device() -> None:
    """Open it, and leave before the sound ends: at its end some Pythons crash."""
    # Nobody else would end it where the sound server hangs and the session has gone.
    giving_up = Timer(GIVE_UP, os._exit, (1,))
    giving_up.daemon = True
    giving_up.start()
    try:
        import simpleaudio

        simpleaudio.play_buffer(bytes(RATE * 4), 2, 2, RATE)
    except Exception as problem:
        # Whatever it is, there is no sound from here, and the person reads why.
        tell(str(problem))
        os._exit(1)
    os._exit(0)


def main(path: Path) -> None:
    # Ctrl-C is for the session, which then ends this process too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    import simpleaudio

    desk = Desk(simpleaudio, path)
    asked: SimpleQueue[list[str]] = SimpleQueue()
    Thread(target=listen, args=(desk, asked), daemon=True).start()
    tell("ready")
    while True:
        what, *numbers = asked.get()
        if what == "play":
            number, start, end = numbers
            desk.play(number, int(start), int(end))
        else:
            desk.stop()


def listen(desk: Desk, asked: SimpleQueue[list[str]]) -> None:
    """In a thread, since a server that hangs holds up the other. The end of what is asked is the
    end of this process, at once and whatever hangs: nobody else would end it."""
    for line in sys.stdin:
        desk.asked_at = time.monotonic()
        if line == "here\n":
            tell("here")
        else:
            asked.put(line.split())
    os._exit(0)


if __name__ == "__main__":
    if len(sys.argv) == 1:
        try_device()
    main(Path(sys.argv[1]))
