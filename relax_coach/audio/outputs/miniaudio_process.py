"""The process that holds the library miniaudio: `python -m … RATE PERIOD_MS [DEVICE]`.

Without arguments it only names the playback devices, a line each.

A thread that plays must never wait for the rest of the program, and in one process every thread
of Python waits for every other. Here there is nothing else to do.

Reads tape.HEADER and samples, again and again, and answers in lines: "ready" when the device is
open, "failed REASON", to a page "yes" or "late TAKEN", and after each pull "taken TAKEN GAPS".
Ends with its standard input.
"""

import ctypes
import os
import signal
import sys
import time
from collections.abc import Generator
from contextlib import suppress
from threading import Event, Thread
from typing import Any, BinaryIO

if __name__ == "__main__":
    # The library takes numpy along where it can. Without, this process is up in half the time.
    sys.modules["numpy"] = None  # type: ignore[assignment]

import miniaudio

from relax_coach.audio.tape import FRAME, HEADER, Tape

PATIENCE = 0.1
"""Seconds to wait for frames that have not come yet: a device may take more than it needs now."""
STOPPED = 2.5
"""Seconds without sound after which this process, and the session with it, stood still: what was
sent before is not to sound now. Longer than a session needs to notice that."""
DRY = 0.005
"""Seconds: a device that is without sound for longer has made a gap."""
WAKE_UP = 2.0
"""Seconds in which a device that begins may take what it likes: that is no gap."""

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
NO_DEVICE = "No sound device was found: connect headphones or start the sound server."

_AlsaHandler = ctypes.CFUNCTYPE(
    None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p
)
# Kept for as long as the process lives: ALSA calls it whenever it likes.
_say_nothing = _AlsaHandler(lambda *_: None)


def main(rate: int, period_ms: int, name: str = "") -> None:
    # Ctrl-C is for the session, which then ends this process too.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tape, begun = Tape(), Event()
    Thread(target=_follow, args=(tape, begun), daemon=True).start()
    try:
        device = _opened(rate, period_ms, name)
        _tell("ready")
        begun.wait()
        frames = _frames(tape, rate)
        next(frames)
        device.start(frames)
    except miniaudio.MiniaudioError:
        _tell(f"failed {NO_DEVICE}")
    except ValueError as reason:
        _tell(f"failed {reason}")
    else:
        Event().wait()  # until `_follow` ends all


def _follow(tape: Tape, begun: Event) -> None:
    """In a thread, since a server that hangs holds up the other: what the session sends.

    Its end is the end of this process, at once and whatever hangs: nobody else would end it.
    """
    while header := _read(sys.stdin.buffer, HEADER.size):
        begins, last, page, at, size = HEADER.unpack(header)
        data = _read(sys.stdin.buffer, size)
        if begins:
            _tell("yes" if tape.turn(page, at, data, last) else f"late {tape.taken}")
            begun.set()
        else:
            tape.add(page, data, last)
    os._exit(0)


def _opened(rate: int, period_ms: int, name: str) -> Any:
    """The device with `name` in its name, or the usual one. ValueError with the reason."""
    _silence_alsa()
    try:
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=2,
            sample_rate=rate,
            buffersize_msec=period_ms,
            device_id=_device_id(name),
            backends=BACKENDS,
            app_name="relax-coach",
        )
    except miniaudio.MiniaudioError as problem:
        raise ValueError(NO_DEVICE) from problem
    if device.backend == "Null":
        raise ValueError(NO_DEVICE)
    return device


def _device_id(name: str) -> Any:
    """Of the first playback device with `name` in its name; None for "". ValueError."""
    if not name:
        return None
    found = _playbacks()
    for device in found:
        if name.casefold() in str(device["name"]).casefold():
            return device["id"]
    there = ", ".join(str(device["name"]) for device in found) or "none at all"
    raise ValueError(f"No sound device is called {name!r}: there is {there}.")


def _playbacks() -> list[dict[str, Any]]:
    _silence_alsa()
    try:
        found: list[dict[str, Any]] = miniaudio.Devices(BACKENDS).get_playbacks()
    except miniaudio.MiniaudioError:
        return []
    return found


def _frames(tape: Tape, rate: int) -> Generator[bytes, int, None]:
    """What the device asks: a number of frames in, their bytes out. Runs in its thread."""
    gaps = 0
    n = yield b""
    _come_first()
    full_until = time.monotonic()
    awake_since = full_until + WAKE_UP
    while True:
        now = time.monotonic()
        if now - full_until > STOPPED and not tape.quiet:
            tape.halt()
        gap = now > full_until + DRY and not tape.quiet
        full_until = max(full_until, now) + n / rate
        parts = []
        while n and (taken := tape.take(n, PATIENCE)):
            parts.append(taken)
            n -= len(taken) // FRAME
            _tell(f"taken {tape.taken} {gaps}")
        if n:  # nothing came in time: no time has passed in the session
            parts.append(bytes(n * FRAME))
            gap = True
        gaps += gap and now > awake_since
        n = yield b"".join(parts)


def _come_first() -> None:
    """Let the system run this thread before others, where it may: a busy one wakes it too late.

    The library asks for that in a way that has no effect on Linux.
    """
    if hasattr(os, "sched_setscheduler"):
        with suppress(OSError):  # only some are allowed to
            lowest = os.sched_param(os.sched_get_priority_min(os.SCHED_RR))
            os.sched_setscheduler(0, os.SCHED_RR | os.SCHED_RESET_ON_FORK, lowest)


def _silence_alsa() -> None:
    """Stop ALSA from printing onto the screen, which is where its errors go by themselves."""
    if sys.platform != "linux":
        return
    try:
        ctypes.CDLL("libasound.so.2").snd_lib_error_set_handler(_say_nothing)
    except (OSError, AttributeError):
        return  # no ALSA here, so there is nothing to silence


def _read(stream: BinaryIO, n: int) -> bytes:
    """Exactly n bytes, or none when the stream ends before."""
    data = stream.read(n)
    return data if len(data) == n else b""


def _tell(text: str) -> None:
    # In one piece: two threads tell, and the session that listens may have gone.
    with suppress(OSError):
        os.write(sys.stdout.fileno(), f"{text}\n".encode())


if __name__ == "__main__":
    if len(sys.argv) == 1:
        for device in _playbacks():
            _tell(" ".join(str(device["name"]).split()))
    else:
        main(int(sys.argv[1]), int(sys.argv[2]), *sys.argv[3:])
