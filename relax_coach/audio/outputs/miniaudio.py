"""Sound through the library miniaudio, whose device pulls in a process of its own."""

import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib.util import find_spec
from threading import Condition, Event, Thread

from relax_coach.audio import extra
from relax_coach.audio.head import Head
from relax_coach.audio.mixer import Mixer, pcm
from relax_coach.audio.outputs import NoSound
from relax_coach.audio.score import Score
from relax_coach.audio.sound import RATE
from relax_coach.audio.tape import HEADER

PERIOD_MS = 100
"""How much the device asks for at a time. Shorter ones break up on a busy machine."""
PERIODS_UNTIL_LOST = 3
WAKE_UP = 2.0
"""Seconds a device may take to begin: a sleeping sink takes its first period and then waits."""
STALL = 1.5
"""Seconds between two looks after which it was this program that slept, not the device."""
BLOCK = RATE // 10
"""Samples that are rendered at a time."""
AHEAD = 4 * BLOCK
"""How far (400 ms) is rendered ahead: longer than a busy program keeps a thread waiting."""
READY_WITHIN = 4.0
"""Seconds the process may take to start and to find or open the device."""
ANSWERS_WITHIN = 1.0
"""Seconds it may take to answer when something is touched."""
SWITCH_INTERVAL = 0.0005
"""Seconds until another thread lets one that renders in: the usual 5 ms starve it."""

NOT_INSTALLED = (
    "The sound library is not installed: "
    f"run {extra.command('sound')} (where there is no ready-made package "
    "it needs a C compiler such as gcc)."
)
NO_ANSWER = "The sound server gives no answer: start it anew, or connect headphones."
ENDED = "The process that makes the sound ended."
LIBRARY = (sys.executable, "-P", "-m", "relax_coach.audio.outputs.miniaudio_process")
PROCESS = (*LIBRARY, str(RATE), str(PERIOD_MS))


def devices() -> list[str]:
    """Names of the playback devices; empty where there is none, or no library to ask.

    NoSound where the sound server gives no answer: it would hold up whoever asks it here.
    """
    try:
        asked = subprocess.run(LIBRARY, capture_output=True, timeout=READY_WITHIN)
    except subprocess.TimeoutExpired as problem:
        raise NoSound(NO_ANSWER) from problem
    return asked.stdout.decode("utf-8", "replace").splitlines()


class MiniaudioOutput:
    """A sound card: the one whose name has `device` in it, or the usual one for "".

    NoSound when it cannot be opened. `gaps` counts how often it ran dry while it should play.

    The process plays pages: frames in a row, sent 400 ms ahead. What is touched turns the page,
    at the very frame that comes next; where that one has just been taken, it is turned anew. So
    the mixer always stands at what the device took, to the sample.
    """

    name = "miniaudio"

    def __init__(
        self, mixer: Mixer, device: str = "", clock: Callable[[], float] = time.monotonic
    ) -> None:
        if find_spec("miniaudio") is None:
            raise NoSound(NOT_INSTALLED)
        self._mixer = mixer
        self._clock = clock
        self.gaps = 0
        self._lock = Condition()
        """Over all that stands below; notified when there may be something to send."""
        self._taken = self._seen = self._rest = 0
        """Frames the device took; those the mixer knows of; those behind the end of the score."""
        self._page = 0
        self._ahead: Head | None = None
        """Behind the last frame that was sent; None when silence follows it."""
        self._sent = 0
        """The frame it would be."""
        self._turned = b""
        """A page that is to be sent before anything else."""
        self._started = self._closed = False
        self._broken = ""
        """Why nothing sounds any more."""
        self._full_until = self._looked_at = self._awake_since = clock()
        """Until when the device has something to play of what it took."""
        self._held = False
        """Whether this program was stopped, and has not looked since: nothing more is to sound."""
        self._answered = Event()
        self._answer = ""
        self._switch_interval = sys.getswitchinterval()
        try:
            self._process = subprocess.Popen(
                [*PROCESS, *([device] if device else [])],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,  # sound libraries write there what would be on screen
            )
        except OSError as problem:
            raise NoSound(f"The sound cannot be started: {problem.strerror}.") from problem
        self._listener = Thread(target=self._listen, name="sound process", daemon=True)
        self._listener.start()
        if not self._answered.wait(READY_WITHIN) or self._answer != "ready":
            reason = self._broken or NO_ANSWER
            self.close()
            raise NoSound(reason)
        sys.setswitchinterval(min(self._switch_interval, SWITCH_INTERVAL))
        Thread(target=self._send, name="sound ahead", daemon=True).start()

    @property
    def position(self) -> int:
        with self._lock:
            self._catch_up()
            return self._mixer.position

    @property
    def ended(self) -> bool:
        with self._lock:
            self._catch_up()
            # What was taken last still waits in the buffer of the device.
            return self._rest >= PERIODS_UNTIL_LOST * PERIOD_MS * RATE // 1000

    @property
    def lost(self) -> bool:
        """Whether the process ended, or the device has been without sound for three periods.

        The library never tells. Some servers take seconds at once and then wait: that is no loss.

        Look more often than every STALL seconds: a longer gap is taken for sleep of the
        machine, after which the device gets its three periods anew.
        """
        now = self._clock()
        if now - self._looked_at > STALL or self._held:  # then it got nothing to play
            self._awake_since = max(self._awake_since, now)
        self._looked_at = now
        self._hold(False)
        starved_since = max(self._full_until, self._awake_since)
        waited = now - starved_since > PERIODS_UNTIL_LOST * PERIOD_MS / 1000
        playing = self._started and self._mixer.playing and not self.ended
        return playing and (waited or bool(self._broken))

    def play(self) -> None:
        if not self._started:
            self._full_until = self._looked_at = self._clock()
            self._awake_since = self._looked_at + WAKE_UP
            self._started = True
        self._touch(self._mixer.play)
        if self._broken:
            self._mixer.pause()
            raise NoSound(self._broken)

    def pause(self, aside: Score | None = None) -> None:
        self._touch(lambda: self._mixer.pause(aside))

    def seek(self, sample: int) -> None:
        self._touch(lambda: self._mixer.seek(sample))

    def load(self, score: Score) -> None:
        self._touch(lambda: self._mixer.load(score))

    def volume(self, gain: float) -> None:
        self._touch(lambda: self._mixer.volume(gain))

    def close(self) -> None:
        if self._closed:
            return
        with self._lock:
            self._closed = True
            self._lock.notify_all()
        self._process.kill()
        self._process.wait()
        sys.setswitchinterval(self._switch_interval)

    def _touch(self, change: Callable[[], None]) -> None:
        """Change the mixer at the frame that comes next, and turn the page there."""
        with self._lock:
            self._hold(False)
            self._catch_up()
            before = self._mixer.head
            change()
            self._rest = 0
            while self._started and not self._broken and not self._turn():
                # The device has just taken more of the old page: so the change comes after that.
                self._mixer.put(before)
                self._catch_up()
                before = self._mixer.head
                change()

    def _turn(self) -> bool:
        """Send a page that begins with the mixer's head; whether it came in time."""
        head, at = self._mixer.head, self._taken
        data = b"" if head.quiet else pcm(head.render(BLOCK))
        after = head if head.quiet else head.moved(BLOCK)
        self._page += 1
        self._ahead = None if after.quiet else after
        self._sent = at + BLOCK
        self._answered.clear()
        self._turned = self._message(data, begins=True, at=at)
        self._lock.notify_all()
        # Waits without the lock, so that what the process tells can be heard.
        answered = self._lock.wait_for(self._answered.is_set, ANSWERS_WITHIN)
        if not answered:
            self._broken = self._broken or NO_ANSWER
        return self._answer == "yes"

    def _message(self, data: bytes, begins: bool = False, at: int = 0) -> bytes:
        return HEADER.pack(begins, self._ahead is None, self._page, at, len(data)) + data

    def _catch_up(self) -> None:
        """Move the mixer by what the device took."""
        n, self._seen = self._taken - self._seen, self._taken
        if n:
            self._mixer.skip(n)
            self._rest = self._rest + n if self._mixer.ended else 0

    def _send(self) -> None:
        """In a thread: pages as they are turned, and then what follows in them."""
        assert self._process.stdin is not None
        with suppress(OSError), self._process.stdin as pipe:  # its end is told by `_listen`
            while message := self._next():
                pipe.write(message)
                pipe.flush()

    def _next(self) -> bytes:
        """What is to be sent next; waits for it. b"" when this output is closed."""
        while True:
            with self._lock:
                self._lock.wait_for(self._has_something)
                if self._closed:
                    return b""
                if self._turned:
                    message, self._turned = self._turned, b""
                    return message
                page, head = self._page, self._ahead
            assert head is not None
            data, after = pcm(head.render(BLOCK)), head.moved(BLOCK)
            with self._lock:
                if page == self._page:  # else it was turned meanwhile
                    self._ahead = None if after.quiet else after
                    self._sent += BLOCK
                    return self._message(data)

    def _has_something(self) -> bool:
        hungry = self._ahead is not None and self._sent - self._taken < AHEAD
        return self._closed or bool(self._turned) or (hungry and not self._held)

    def _hold(self, held: bool) -> None:
        with self._lock:
            self._held = held
            self._lock.notify_all()

    def _listen(self) -> None:
        """In a thread: what the process tells, and its end."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            told, _, rest = line.decode().rstrip("\n").partition(" ")
            with self._lock:
                if told == "taken":
                    taken, gaps = map(int, rest.split())
                    now, new = self._clock(), (taken - self._taken) / RATE
                    silent_since = max(self._full_until, self._awake_since)
                    if now - silent_since > STALL and self._started:
                        self._held = True
                    self._full_until = max(self._full_until, now) + new
                    self._taken, self.gaps = taken, gaps
                elif told == "failed":
                    self._broken = rest
                else:
                    self._taken = int(rest) if told == "late" else self._taken
                    self._answer = told
                    self._answered.set()
                self._lock.notify_all()
        self._process.stdout.close()
        with self._lock:
            self._broken = self._broken or ENDED
            self._answer = ""
            self._answered.set()
            self._lock.notify_all()
