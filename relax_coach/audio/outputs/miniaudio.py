"""Sound through the library miniaudio: the device pulls the mixer in its own thread."""

import ctypes
import sys
import time
from collections.abc import Callable, Generator
from typing import Any

from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import NoSound
from relax_coach.audio.score import Score
from relax_coach.audio.sound import FULL_SCALE, RATE, Samples

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


def pcm(samples: Samples) -> bytes:
    """Samples (n, 2) within full scale → 16-bit little-endian, left and right in turn."""
    return (samples * FULL_SCALE).round().astype("<i2").tobytes()


class MiniaudioOutput:
    """A sound card. NoSound when none can be opened."""

    name = "miniaudio"

    def __init__(self, mixer: Mixer, clock: Callable[[], float] = time.monotonic) -> None:
        self._mixer = mixer
        self._clock = clock
        self._rest = 0
        self._full_until = self._looked_at = self._awake_since = clock()
        """Until when the device has something to play of what it took."""
        self._started = False
        _silence_alsa()
        try:
            self._device: Any = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=2,
                sample_rate=RATE,
                buffersize_msec=PERIOD_MS,
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

    def seek(self, sample: int) -> None:
        self._mixer.seek(sample)
        self._rest = 0

    def load(self, score: Score) -> None:
        self._mixer.load(score)
        self._rest = 0

    def volume(self, gain: float) -> None:
        self._mixer.volume(gain)

    def close(self) -> None:
        if self._device is not None:
            self._device.close()
            self._device = None
            self._started = False
            sys.setswitchinterval(self._switch_interval)

    def _frames(self) -> Generator[bytes, int, None]:
        """What the device asks: a number of frames in, their bytes out. Runs in its thread."""
        n = yield b""
        while True:
            self._full_until = max(self._full_until, self._clock()) + n / RATE
            self._rest = self._rest + n if self._mixer.ended else 0
            n = yield pcm(self._mixer.read(n))
