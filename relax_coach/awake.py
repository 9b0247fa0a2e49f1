"""Keeps the display awake while a session runs, and lets go after it.

The platform's own inhibitor runs as a child that watches this process, so that it also lets go
when the program is killed.
"""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

PATIENCE = 1.0
"""Seconds for the inhibitor to end by itself: the end of a session waits for it."""

REASON = "a guided massage is running"


@dataclass(frozen=True, slots=True)
class Inhibitor:
    """A command that keeps the display awake for as long as it runs."""

    name: str
    command: tuple[str, ...]


def inhibitor() -> Inhibitor | None:
    """The inhibitor of this machine; None where there is none."""
    pid = str(os.getpid())
    if sys.platform == "darwin":
        return Inhibitor("caffeinate", ("caffeinate", "-di", "-w", pid))
    if not sys.platform.startswith("linux") or not shutil.which("tail"):
        return None
    until_we_end = ("tail", f"--pid={pid}", "-f", "/dev/null")
    desktop = os.environ.get("XDG_CURRENT_DESKTOP", "").upper()
    if "GNOME" in desktop and shutil.which("gnome-session-inhibit"):
        head = ("gnome-session-inhibit", "--inhibit", "idle", "--reason", REASON)
        return Inhibitor("gnome-session-inhibit", (*head, *until_we_end))
    if "KDE" in desktop and shutil.which("kde-inhibit"):
        return Inhibitor("kde-inhibit", ("kde-inhibit", "--screenSaver", "--power", *until_we_end))
    if shutil.which("systemd-inhibit") and os.path.isdir("/run/systemd/system"):  # noqa: PTH112
        what = ("systemd-inhibit", "--what=idle:sleep", "--who=Relax Coach", f"--why={REASON}")
        return Inhibitor("systemd-inhibit", (*what, *until_we_end))
    return None


@contextmanager
def kept_awake() -> Iterator[None]:
    """Keep the display awake inside the block; without an inhibitor the block runs all the same."""
    if sys.platform == "win32":
        with _kept_awake_on_windows():
            yield
        return
    found = inhibitor()
    child = _start(found) if found else None
    try:
        yield
    finally:
        if child is not None:
            _end(child)


def _start(found: Inhibitor) -> "subprocess.Popen[bytes] | None":
    quiet = subprocess.DEVNULL
    try:
        return subprocess.Popen(
            found.command, stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError:  # gone between the look and the call: a session needs no inhibitor
        return None


def _end(child: "subprocess.Popen[bytes]") -> None:
    """End the inhibitor and what it runs: its own child would wait on until this program ends."""
    with suppress(ProcessLookupError, PermissionError):  # it has ended by itself
        os.killpg(child.pid, signal.SIGTERM)
    try:
        child.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        child.kill()


@contextmanager
def _kept_awake_on_windows() -> Iterator[None]:
    import ctypes

    continuous, system, display = 0x80000000, 0x00000001, 0x00000002
    kernel = ctypes.windll.kernel32  # type: ignore[attr-defined,unused-ignore]
    kernel.SetThreadExecutionState(continuous | system | display)
    try:
        yield
    finally:
        kernel.SetThreadExecutionState(continuous)
