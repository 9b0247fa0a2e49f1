"""What does a session do when something happens to it? Let it happen, and tell what was seen.

    python bench/events.py unread

A session plays on a terminal of its own; the table says what came of each event: the exit code,
what the terminal was left with, the load after it, and the events in its journal. Events that
last do so for 20 s, an unread terminal for 30 s. Needs Linux; for all rows also pulseaudio, ALSA's
pulse plugin and libfaketime. Exit 1 when something was not as it should be.
"""

import argparse
import os
import re
import shutil
import sys
import tempfile
from collections import Counter
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from record_session import private_server

from relax_coach.core.conditions import CONDITIONS
from relax_coach.store import answers

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))
from happening import BUSY, EVENTS, FAKETIME, Event, Seen, seen
from on_disk import DISK
from on_terminal import NOTHING

LASTS, UNREAD = 20.0, 30.0


def run(event: Event, face: str) -> tuple[Seen, float]:
    """What was seen, and for how many seconds it lasted."""
    lasts = UNREAD if "unread" in event.name else LASTS
    with tempfile.TemporaryDirectory(prefix="event-") as name:
        os.environ["RELAX_COACH_HOME"] = name
        os.environ["RELAX_COACH_VOICE_NAME"] = "off"
        today = date.today()  # noqa: DTZ011 - the day the program will see
        answers.keep_signs_clear(today)
        answers.keep_conditions(dict.fromkeys(CONDITIONS, False), today)
        with private_server() if event.heard else nullcontext(NOTHING) as sound:
            return seen(event, face, Path(name), lasts, sound=sound), lasts


def row(event: Event, face: str, came: Seen, lasts: float) -> str:
    name = f"{event.name} for {lasts:.0f} s" if event.lasts else event.name
    ended = "goes on" if came.code is None else f"exit {came.code}"
    left = ", ".join(came.left) or ("all put back" if event.shown else "closed")
    load = f"{came.cpu} %" if came.code is None else "gone"
    kinds = Counter(came.journal)
    kept = ", ".join(f"{many} {kind}" for kind, many in kinds.items()) or "none"
    return f"| {name} | {face} | {ended} | {came.said or '—'} | {left} | {load} | {kept} |"


def as_it_should(event: Event, came: Seen) -> bool:
    told = (came.code, came.said, came.left, came.running)
    return (
        told == (event.code, event.says, (), ()) and came.cpu < BUSY and came.kept is event.written
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("only", nargs="?", default="", help="a regular expression")
    options = parser.parse_args()
    print("| event | face | process | says | terminal | load after | journal |")
    print("|---|---|---|---|---|---|---|", flush=True)
    wrong = 0
    for event in (*EVENTS, *DISK):
        if event.heard and shutil.which("pulseaudio") is None:
            continue
        if event.clocks and FAKETIME is None:
            continue
        if event.mounts and os.geteuid():
            continue
        for face in event.faces:
            if re.search(options.only, f"{event.name}, {face}"):
                came, lasts = run(event, face)
                fine = as_it_should(event, came)
                print(row(event, face, came, lasts) + ("" if fine else " WRONG"), flush=True)
                wrong += not fine
    return int(wrong > 0)


if __name__ == "__main__":
    raise SystemExit(main())
