"""Sound through the library simpleaudio, in a process of its own.

The library can only play a buffer and stop it. Its playing thread is known to end the whole
process with a crash on Python 3.12 and newer (hamiltron/py-simple-audio, issues 72, 74 and 76):
there this costs the sound, and never the session.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Lock, Thread

from relax_coach.audio import extra
from relax_coach.audio.head import Head
from relax_coach.audio.mixer import Mixer, pcm
from relax_coach.audio.outputs import NoSound
from relax_coach.audio.outputs.null import NullOutput
from relax_coach.audio.score import Score
from relax_coach.audio.sound import RATE
from relax_coach.audio.tape import FRAME

AT_ONCE = 2 * RATE
"""Samples that are rendered before the library begins to play; the rest follows beside it."""
AHEAD = 30 * RATE
"""How far the file is rendered ahead of the position."""
READY_WITHIN = 5.0
"""Seconds the process may take to start and load the library."""
PLAYING_WITHIN = 1.0
"""Seconds it may take to begin to play."""
ASK_EVERY, UNHEARD_UNTIL_LOST = 0.2, 5
"""Seconds between two questions whether the process is there, and how many may find no answer."""
ANEW_AFTER = 20 * RATE
"""Samples after which it begins anew where all is silent: a gap has made it late for good, and
nothing tells of that."""
SILENT_FOR = RATE // 2
"""Samples of silence, before and behind, in which that is not heard."""

NOT_INSTALLED = (
    "simpleaudio is not installed, so it cannot play. It is built when it is installed, which "
    "needs a C compiler and the headers of Python and ALSA (Debian, Ubuntu: apt install gcc "
    f"python3-dev libasound2-dev). Then: {extra.command('simpleaudio')}."
)
NO_DEVICE = "simpleaudio cannot play: {reason}."
NO_ANSWER = "the sound server gives no answer"
PROCESS = (sys.executable, "-P", "-m", "relax_coach.audio.outputs.simpleaudio_process")


class SimpleaudioOutput:
    """A clock that pulls the mixer, and a process that plays the same samples beside it.

    The library has no position: it is the monotonic time since play was called. The session lies
    in a temporary file, sample for sample, which is rendered ahead of the position, and behind it
    what is said while it stands; play, seek and volume let the library begin anew in it. Every
    look at the position tells the process that someone is there: where nobody looks, its sound
    must not go on without the session.
    NoSound when the library cannot be loaded.
    """

    name = "simpleaudio"

    def __init__(self, mixer: Mixer, clock: Callable[[], float] = time.monotonic) -> None:
        if find_spec("simpleaudio") is None:
            raise NoSound(NOT_INSTALLED)
        try_device()
        self._mixer = mixer
        self._time = NullOutput(mixer, clock)
        self._lock = Lock()
        self._asked = 0
        """How often playing was asked for: what an older one rendered or reported is nothing."""
        self._broken = ""
        """Why nothing sounds any more."""
        self._begun = 0
        """Where the library last began."""
        self._heard_end = False
        self._closed = False
        self._answered = Event()
        self._answer = ""
        self._unheard = 0
        """How often it was asked whether it is there, since it answered."""
        self._asked_at = time.monotonic()
        self._size = 0
        try:
            self._folder = tempfile.TemporaryDirectory(prefix="relax-coach-")
            path = Path(self._folder.name) / "session.pcm"
            self._file = path.open("w+b", buffering=0)
            self._process = subprocess.Popen(
                [*PROCESS, path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # ALSA writes there what would end up on the screen
                text=True,
            )
        except OSError as problem:
            raise NoSound(NO_DEVICE.format(reason=problem.strerror)) from problem
        self._listener = Thread(target=self._listen, name="sound process", daemon=True)
        self._listener.start()
        if self._reply(READY_WITHIN) != "ready":
            reason = self._broken or NO_ANSWER
            self.close()
            raise NoSound(NO_DEVICE.format(reason=reason))
        if os.name == "posix":
            # Both have the file open: so nothing of it is left behind, however they end.
            self._folder.cleanup()

    @property
    def position(self) -> int:
        position = self._time.position
        if not self._mixer.head.quiet:
            self._ask_whether_it_is_there()
        if self._mixer.playing:
            score, silent_from = self._mixer.head.score, position - SILENT_FOR
            if position - self._begun > ANEW_AFTER and score.silent(silent_from, 2 * SILENT_FOR):
                self._begin()
        return position

    @property
    def ended(self) -> bool:
        return self._time.ended

    @property
    def lost(self) -> bool:
        """Whether the process ended or stands, or the library stopped before the session's end.

        A server that hangs is not noticed before the library is asked to play anew.
        """
        early = self._heard_end and not self._time.ended
        gone = early or self._unheard > UNHEARD_UNTIL_LOST
        return self._mixer.playing and (gone or bool(self._broken))

    def play(self) -> None:
        already = self._mixer.playing
        self._time.play()
        if not already:
            self._begin()
        if self._broken:
            self._time.pause()
            raise NoSound(NO_DEVICE.format(reason=self._broken))

    def pause(self, aside: Score | None = None) -> None:
        self._time.pause(aside)
        self._asked += 1
        self._ask("stop")
        self._begin()

    def seek(self, sample: int) -> None:
        self._time.seek(sample)
        self._begin()

    def load(self, score: Score) -> None:
        self._time.load(score)
        self._begin()

    def volume(self, gain: float) -> None:
        self._time.volume(gain)
        self._begin()

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        self.pause()
        assert self._process.stdin is not None
        try:
            self._process.stdin.close()  # which asks it to end
            self._process.wait(timeout=1)
        except (OSError, subprocess.TimeoutExpired):
            self._process.kill()
            self._process.wait()
        self._file.close()
        self._folder.cleanup()

    def _begin(self) -> None:
        """Let the library play what comes from the position on, or is said there."""
        begun = self._mixer.head.alone()
        if begun.quiet or self._broken or self._closed:
            return
        self._asked += 1
        self._begun = begun.at
        asked, start, end = self._asked, _place(begun), _end(begun)
        try:
            if self._size < end * FRAME:  # never smaller: the library may still read there
                self._size = self._file.truncate(end * FRAME)
            head = self._render(begun, min(AT_ONCE, end - start))
        except OSError as problem:
            self._broken = f"the session cannot be kept in {self._folder.name}: {problem.strerror}"
            return
        self._heard_end = False
        self._answered.clear()
        self._ask(f"play {asked} {start * FRAME} {end * FRAME}")
        if self._reply(PLAYING_WITHIN) == "playing":
            Thread(
                target=self._render_rest, args=(head, asked), name="sound ahead", daemon=True
            ).start()
        elif not self._broken:
            self._broken = self._answer or NO_ANSWER

    def _render(self, head: Head, n: int) -> Head:
        """Write the next n samples of `head` at their place in the file; where it is then."""
        data = pcm(head.render(n))
        with self._lock:
            if not self._file.closed:
                self._file.seek(_place(head) * FRAME)
                self._file.write(data)
        return head.moved(n)

    def _render_rest(self, head: Head, asked: int) -> None:
        try:
            while self._asked == asked and not head.quiet:
                if _place(head) > _place(self._mixer.head) + AHEAD:
                    time.sleep(0.2)
                else:
                    head = self._render(head, min(RATE, _end(head) - _place(head)))
        except OSError as problem:
            self._broken = f"the session cannot be written: {problem.strerror}"

    def _ask(self, what: str) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(what + "\n")
            self._process.stdin.flush()
        except (OSError, ValueError):
            self._broken = self._broken or "its process ended"

    def _ask_whether_it_is_there(self) -> None:
        now = time.monotonic()
        if now - self._asked_at >= ASK_EVERY:
            self._asked_at = now
            self._unheard += 1
            self._ask("here")

    def _reply(self, seconds: float) -> str:
        """What the process answers within `seconds`; "" when it does not."""
        return self._answer if self._answered.wait(seconds) else ""

    def _listen(self) -> None:
        """In a thread: what the process tells, and its end."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told, _, rest = line.rstrip("\n").partition(" ")
            self._unheard = 0
            if told == "here":
                continue
            if told == "ended":
                self._heard_end = self._heard_end or rest == str(self._asked)
            else:
                self._answer = told if told in ("ready", "playing") else rest
                self._answered.set()
        self._broken = self._broken or "its process ended"
        self._answer = ""
        self._answered.set()


def _place(head: Head) -> int:
    """The sample of the file that is heard next: of the session, or behind it of the aside."""
    return head.at if head.playing or head.aside is None else head.score.length + head.said


def _end(head: Head) -> int:
    """The sample of the file at which that ends."""
    aside = None if head.playing else head.aside
    return head.score.length + (0 if aside is None else aside.length)


def try_device() -> None:
    """Raises NoSound with the library's own reason when it cannot open the device."""
    try:
        done = subprocess.run(PROCESS, capture_output=True, text=True, timeout=READY_WITHIN)
    except subprocess.TimeoutExpired as problem:
        raise NoSound(NO_DEVICE.format(reason=NO_ANSWER)) from problem
    if done.returncode != 0:
        reason = done.stdout.strip() or f"its process ended with {done.returncode}"
        raise NoSound(NO_DEVICE.format(reason=reason))
