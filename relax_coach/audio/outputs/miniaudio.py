"""Sound through the library miniaudio: the device pulls the mixer in its own thread."""

import ctypes
import os
import sys
import time
from collections.abc import Callable, Generator
from contextlib import suppress
from threading import Event, Thread
from typing import Any

from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import NoSound
from relax_coach.audio.score import Score
from relax_coach.audio.sound import RATE

try:
    import miniaudio
except (ImportError, OSError) as problem:
    raise NoSound(
        "The sound library is not installed, so the session is silent: "
        'run pip install "relax-coach[sound]" (where there is no ready-made package '
        "it needs a C compiler such as gcc)."
    ) from problem

PERIOD_MS = 100
"""How much the device asks for at a time. Shorter ones break up under a busy screen."""
PERIODS_UNTIL_LOST = 3
WAKE_UP = 2.0
"""Seconds a device may take to begin: a sleeping sink takes its first period and then waits."""
STALL = 1.5
"""Seconds between two looks after which it was this program that slept, not the device."""
DRY = 0.005
"""Seconds: a device that is without sound for longer has made a gap."""
SWITCH_INTERVAL = 0.0005
"""Seconds until another thread lets the device's thread in: the usual 5 ms starve it."""

# Without this list the library falls back to a device that plays into nothing and says so to
# no one. JACK is left out too: its client prints to the terminal where no server runs.
BACKENDS = [
    miniaudio.Backend.WASAPI,
    miniaudio.Backend.DSOUND,
    miniaudio.Backend.WINMM,
    miniaudio.Backend.COREAUDIO,
    miniaudio.Backend.PULSEAUDIO,
    miniaudio.Backend.ALSA,
    miniaudio.Backend.SNDIO,
    miniaudio.Backend.AUDIO4,
    miniaudio.Backend.OSS,
]
NO_DEVICE = (
    "No sound device was found, so the session is silent: "
    "connect headphones or start the sound server, then begin again."
)

_AlsaHandler = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)
# Kept for as long as the process lives: ALSA calls it whenever it likes.
_say_nothing = _AlsaHandler(lambda *_: None)


def _silence_alsa() -> None:
    """Stop ALSA from printing onto the screen, which is where its errors go by themselves."""
    if sys.platform != "linux":
        return
    try:
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_say_nothing)
    except (OSError, AttributeError):
        return  # no ALSA here, so there is nothing to silence


def devices() -> list[str]:
    """Names of the playback devices; empty where there is none."""
    _silence_alsa()
    try:
        found = miniaudio.Devices(BACKENDS).get_playbacks()
    except miniaudio.MiniaudioError:
        return []
    return [str(device["name"]) for device in found]


class MiniaudioOutput:
    """A sound card: the one whose name has `device` in it, or the usual one for "".

    NoSound when it cannot be opened. `gaps` counts how often it ran dry while it should play.
    """

    name = "miniaudio"

    def __init__(
        self, mixer: Mixer, device: str = "", clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._mixer = mixer
        self._clock = clock
        self.gaps = 0
        self._rest = 0
        self._full_until = self._looked_at = self._awake_since = clock()
        """Until when the device has something to play of what it took."""
        self._started = False
        self._closed = False
        self._room = Event()
        """Set when something was taken or touched, so that there may be room to render ahead."""
        _silence_alsa()
        try:
            self._device: Any = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=2,
                sample_rate=RATE,
                buffersize_msec=PERIOD_MS,
                device_id=_device_id(device),
                backends=BACKENDS,
                app_name="relax-coach",
            )
        except miniaudio.MiniaudioError as problem:
            raise NoSound(NO_DEVICE) from problem
        if self._device.backend == "Null":
            self._device.close()
            raise NoSound(NO_DEVICE)
        self._switch_interval = sys.getswitchinterval()
        sys.setswitchinterval(min(self._switch_interval, SWITCH_INTERVAL))
        Thread(target=self._render_ahead, name="sound ahead", daemon=True).start()

    @property
    def position(self) -> int:
        return self._mixer.position

    @property
    def ended(self) -> bool:
        # What was taken last still waits in the buffer of the device.
        return self._rest >= PERIODS_UNTIL_LOST * PERIOD_MS * RATE // 1000

    @property
    def lost(self) -> bool:
        """Whether the device has been without sound for three periods. The library never tells.

        Some servers take seconds at once and then wait: that is no loss.

        Look more often than every STALL seconds: a longer gap is taken for sleep of the
        machine, after which the device gets its three periods anew.
        """
        now = self._clock()
        if now - self._looked_at > STALL:
            self._awake_since = now
        self._looked_at = now
        starved_since = max(self._full_until, self._awake_since)
        waited = now - starved_since > PERIODS_UNTIL_LOST * PERIOD_MS / 1000
        return waited and self._started and self._mixer.playing and not self.ended

    def play(self) -> None:
        self._mixer.play()
        self._rest = 0
        self._room.set()
        if self._started:
            return
        self._full_until = self._looked_at = self._clock()
        self._awake_since = self._looked_at + WAKE_UP
        frames = self._frames()
        next(frames)
        try:
            self._device.start(frames)
        except miniaudio.MiniaudioError as problem:
            self._mixer.pause()
            raise NoSound(NO_DEVICE) from problem
        self._started = True

    def pause(self) -> None:
        self._mixer.pause()
        self._room.set()

    def seek(self, sample: int) -> None:
        self._mixer.seek(sample)
        self._rest = 0
        self._room.set()

    def load(self, score: Score) -> None:
        self._mixer.load(score)
        self._rest = 0
        self._room.set()

    def volume(self, gain: float) -> None:
        self._mixer.volume(gain)
        self._room.set()

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self._room.set()
            self._device.close()
            self._started = False
            sys.setswitchinterval(self._switch_interval)

    def _render_ahead(self) -> None:
        """Keep some of the session ready, so that the device's thread only copies bytes."""
        while not self._closed:
            if not self._mixer.render_ahead():
                self._room.wait()
                self._room.clear()

    def _frames(self) -> Generator[bytes, int, None]:
        """What the device asks: a number of frames in, their bytes out. Runs in its thread."""
        n = yield b""
        _come_first()
        while True:
            now = self._clock()
            if now - self._full_until > DRY and now > self._awake_since and self._sounding:
                self.gaps += 1
            self._full_until = max(self._full_until, now) + n / RATE
            self._rest = self._rest + n if self._mixer.ended else 0
            taken = self._mixer.read(n)
            self._room.set()
            n = yield taken

    @property
    def _sounding(self) -> bool:
        return self._mixer.playing and not self._mixer.ended


def _come_first() -> None:
    """Let the system run this thread before others, where it may: a busy one wakes it too late.

    The library asks for that in a way that has no effect on Linux.
    """
    if hasattr(os, "sched_setscheduler"):
        with suppress(OSError):  # only some are allowed to
            lowest = os.sched_param(os.sched_get_priority_min(os.SCHED_RR))
            os.sched_setscheduler(0, os.SCHED_RR | os.SCHED_RESET_ON_FORK, lowest)


def _device_id(name: str) -> Any:
    """Of the first playback device with `name` in its name; None for "". NoSound when none has."""
    if not name:
        return None
    try:
        found = miniaudio.Devices(BACKENDS).get_playbacks()
    except miniaudio.MiniaudioError as problem:
        raise NoSound(NO_DEVICE) from problem
    for device in found:
        if name.casefold() in str(device["name"]).casefold():
            return device["id"]
    there = ", ".join(str(device["name"]) for device in found)
    raise NoSound(
        f"No sound device is called {name!r}, so the session is silent: there is {there}."
    )
