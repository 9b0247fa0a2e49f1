"""Nothing leaves the machine: no command opens a socket to anywhere."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from relax_coach.cli.program import COMMANDS

ROOT = Path(__file__).resolve().parents[1]
GUARD = """
import os, socket, sys
INNER = {int(socket.AF_UNIX)} if hasattr(socket, "AF_UNIX") else set()
def guard(event, told):
    if event == "socket.__new__" and int(told[1]) not in INNER or event in (
        "socket.getaddrinfo", "socket.gethostbyname", "socket.bind", "socket.connect"
    ):
        os.write(2, f"SOCKET {event} {told}".encode())
        os._exit(99)
sys.addaudithook(guard)
"""
"""Kills the process at the first socket but those by which a program wakes its own threads."""
RUN = f"{GUARD}\nfrom relax_coach.cli.program import run\nsys.exit(run(sys.argv[1:]))"

SAMPLES = {
    "show": ["mini-massage", "--timeline"],
    "check": [str(ROOT / "routines" / "mini-massage.yaml")],
    "render": ["mini-massage", "-o", "out.wav"],
    "learn": ["all"],
    "suggest": ["neck", "4m"],
    "voices": [],
    "demo": ["--help"],
    "play": ["--help"],
}
"""What each command is asked, where it needs something. `demo` and `play` last too long here."""
PLAY = ("play", "mini-massage", "--output", "none")
SERVES = ("serve",)
"""Those that exist to be reached by a browser on this machine."""


def test_the_guard_guards() -> None:
    told = _run("-c", GUARD + "socket.socket(socket.AF_INET)")
    assert told.returncode == 99 and "SOCKET" in told.stderr


@pytest.mark.parametrize("command", [one for one in COMMANDS if one not in SERVES])
def test_a_command_opens_no_socket(command: str, tmp_path: Path) -> None:
    told = _run("-c", RUN, command, *SAMPLES.get(command, ()), cwd=tmp_path)
    assert told.returncode != 99, told.stderr


def test_a_session_opens_no_socket(tmp_path: Path) -> None:
    session = _begun("-c", RUN, *PLAY, cwd=tmp_path)
    assert session.stdout is not None
    while "steps, " not in session.stdout.readline():
        assert session.poll() is None
    session.terminate()
    assert session.wait() in (143, -signal.SIGTERM)


def _run(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    begun = _begun(*arguments, cwd=cwd)
    out, err = begun.communicate(timeout=100)
    return subprocess.CompletedProcess(arguments, begun.returncode, out, err)


def _begun(*arguments: str, cwd: Path | None = None) -> subprocess.Popen[str]:
    path = os.pathsep.join((str(ROOT), os.environ.get("PYTHONPATH", "")))
    return subprocess.Popen(
        (sys.executable, *arguments), cwd=cwd, env={**os.environ, "PYTHONPATH": path}, text=True,
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
