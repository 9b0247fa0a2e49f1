"""What can happen to the disk, and to the journal on it, and what is to be seen of a session then.

Rows of the table of tests/happening.py.
"""

import subprocess
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from happening import Event, nothing
from on_terminal import Program

from relax_coach.core.record import Event as Written
from relax_coach.store.journal import Journal

PAGE = 4096
DAMAGED = "The journal was damaged"


def _mounted(home: Path) -> None:
    """The data folder is a disk of its own, with what was kept before."""
    data = home / "data"
    kept = {path.name: path.read_bytes() for path in data.iterdir()}
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "none", data], check=True)
    for name, was in kept.items():
        (data / name).write_bytes(was)


def _full_disk(home: Path) -> None:
    _mounted(home)
    with suppress(OSError), (home / "data" / "filler").open("wb") as filler:
        while True:
            filler.write(bytes(4096))
            filler.flush()


def _read_only(home: Path) -> None:
    _mounted(home)
    subprocess.run(["mount", "-o", "remount,ro", home / "data"], check=True)


def _unmount(home: Path) -> None:
    subprocess.run(["umount", "-l", home / "data"], check=True)


def _room_again(program: Program, lasts: float) -> None:
    """The disk is full until it is told to leave."""
    program.wait_for("the disk is full", 10)
    (program.home / "data" / "filler").unlink()


def _journal(home: Path) -> Path:
    """A journal of two hundred sessions, with a copy."""
    now = datetime(2026, 3, 1, tzinfo=UTC)
    with Journal.write() as journal:
        for number in range(200):
            name = f"s{number:03}"
            begin = {"routine": "headband", "title": "Headband", "planned_ms": 240_000}
            journal.append(
                [Written(name, 1, "begin", begin, now), Written(name, 2, "end", {}, now)]
            )
        journal.back_up(now.date())
    return home / "data" / "journal.db"


def _truncated(home: Path) -> None:
    path = _journal(home)
    path.write_bytes(path.read_bytes()[: 10 * PAGE])


def _zeroed(home: Path) -> None:
    with _journal(home).open("r+b") as file:
        file.seek(5 * PAGE)
        file.write(bytes(PAGE))


def _garbage(home: Path) -> None:
    with _journal(home).open("r+b") as file:
        file.write(b"garbage " * 64)


def _emptied(home: Path) -> None:
    _journal(home).write_bytes(b"")


def _second(program: Program, lasts: float) -> None:
    """Another session is tried in the same home; its words stand for what was said."""
    with Program(program.home, "lines", begins=False) as second:
        second.wait_for("A session is on", 10)
        program.shown += second.shown
        assert second.ended(10) == 1


DISK = (
    Event(
        "disk full", nothing, before=_full_disk, after=_unmount, says="the disk is full",
        mounts=True, written=False, often=("full",),
    ),
    Event(
        "disk full, then room", _room_again, before=_full_disk, after=_unmount,
        says="", mounts=True, often=("lines",),
    ),
    Event(
        "home read-only", nothing, before=_read_only, after=_unmount,
        says="The journal cannot be written", mounts=True, written=False, often=("lines",),
    ),
    Event("file truncated", nothing, before=_truncated, says=DAMAGED, often=("lines",)),
    Event("page zeroed", nothing, before=_zeroed, says=DAMAGED, often=("full",)),
    Event("garbage header", nothing, before=_garbage, says=DAMAGED, often=()),
    Event("zero bytes", nothing, before=_emptied, says=DAMAGED, often=()),
    Event("second session", _second, says="A session is on", often=("full",)),
)  # fmt: skip
