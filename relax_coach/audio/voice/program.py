"""A program beside ours that is asked one thing, and may be missing, hang, crash or flood us."""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from threading import Thread

from relax_coach.audio.voice.voice import VoiceFailed


def answer(
    arguments: list[str], said: str, seconds: float, most: int, leads: bool = False
) -> bytes:
    """What a program writes when `said` is its standard input. Never through a shell.

    Where it `leads` a group of its own, it ends with all that it has started; else that is left
    to whoever ends the group this runs in.
    `said` must fit into a pipe (4 kB). VoiceFailed where it cannot be started, takes longer than
    `seconds`, writes more than `most` bytes, or ends with an error: then it is no longer there.
    """
    name = Path(arguments[0]).name
    try:
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=leads,
        )
    except OSError as problem:
        raise VoiceFailed(f"{name} cannot be started: {problem.strerror}.") from problem
    assert process.stdin is not None
    written: list[bytes] = []
    # In a thread, since what it started itself may hold the pipe open when it is gone.
    reader = Thread(target=_read, args=(process, most + 1, written), daemon=True)
    reader.start()
    try:
        with suppress(BrokenPipeError):  # it did not wait to be asked
            process.stdin.write(said.encode("utf-8", "replace"))
        with suppress(BrokenPipeError):
            process.stdin.close()
        reader.join(seconds)
        if written and len(written[0]) > most:
            raise VoiceFailed(f"{name} does not stop writing.")
        if reader.is_alive():
            raise VoiceFailed(f"{name} gave no answer within {seconds:g} seconds.")
        if process.wait(seconds):
            raise VoiceFailed(f"{name} ended with an error.")
    except subprocess.TimeoutExpired as problem:
        raise VoiceFailed(f"{name} does not end.") from problem
    finally:
        if leads and hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
    return written[0]


def _read(process: "subprocess.Popen[bytes]", most: int, written: list[bytes]) -> None:
    assert process.stdout is not None
    with process.stdout:
        written.append(process.stdout.read(most))
