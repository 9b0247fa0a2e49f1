"""The display stays awake during a session, and nothing is left behind after it."""

import os
import sys
from pathlib import Path

import pytest

from relax_coach import awake
from relax_coach.awake import Inhibitor, inhibitor, kept_awake

unix = pytest.mark.skipif(os.name == "nt", reason="child processes of a Unix")


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch):
    """Puts the test on another machine: its platform, its desktop, the commands it has."""

    def put(platform: str, desktop: str, *commands: str) -> None:
        monkeypatch.setattr(sys, "platform", platform)
        monkeypatch.setenv("XDG_CURRENT_DESKTOP", desktop)
        monkeypatch.setattr(awake.shutil, "which", lambda name: name if name in commands else None)
        monkeypatch.setattr(awake.os.path, "isdir", lambda path: "systemd-inhibit" in commands)

    return put


ALL = ("tail", "gnome-session-inhibit", "kde-inhibit", "systemd-inhibit")


@pytest.mark.parametrize(
    ("platform", "desktop", "commands", "name"),
    [
        ("darwin", "", (), "caffeinate"),
        ("linux", "ubuntu:GNOME", ALL, "gnome-session-inhibit"),
        ("linux", "KDE", ALL, "kde-inhibit"),
        ("linux", "XFCE", ALL, "systemd-inhibit"),
        ("linux", "GNOME", ("tail", "systemd-inhibit"), "systemd-inhibit"),
        ("linux", "GNOME", ("tail",), None),
        ("linux", "GNOME", ALL[1:], None),
        ("freebsd14", "GNOME", ALL, None),
    ],
)
def test_every_platform_has_its_own_way(machine, platform, desktop, commands, name) -> None:
    machine(platform, desktop, *commands)
    found = inhibitor()
    assert (found.name if found else None) == name
    assert found is None or any(str(os.getpid()) in word for word in found.command)


@unix
def test_it_lasts_as_long_as_the_block_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # As an inhibitor does: a child that waits for a child of its own. The pipe ends with both.
    waiting = f"{{ echo awake; exec tail -f /dev/null; }} > '{pipe}' & wait"
    monkeypatch.setattr(awake, "inhibitor", lambda: Inhibitor("sh", ("sh", "-c", waiting)))
    with pytest.raises(KeyError), kept_awake():
        lasting = pipe.open()
        assert lasting.readline() == "awake\n"
        raise KeyError
    with lasting:
        assert lasting.read() == ""


@unix
@pytest.mark.parametrize("command", ["true", "no-such-command-anywhere"])
def test_an_inhibitor_that_fails_stops_no_session(
    monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    monkeypatch.setattr(awake, "inhibitor", lambda: Inhibitor("x", (command,)))
    played = False
    with kept_awake():
        played = True
    assert played


def test_without_an_inhibitor_the_session_plays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(awake, "inhibitor", lambda: None)
    monkeypatch.setattr(awake, "_start", lambda found: pytest.fail("nothing to start"))
    played = False
    with kept_awake():
        played = True
    assert played
