"""A small routine that asks where and has a side: what the stories in lines are about."""

from datetime import date
from pathlib import Path

from relax_coach.coach import Ready
from relax_coach.core import document
from relax_coach.core.check_in import CheckIn
from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options
from relax_coach.core.routine import Routine
from relax_coach.core.timeline import Timeline
from relax_coach.logbook import Logbook
from relax_coach.store.library import Entry

ROUTINE = b"""\
format: 1
title: A small session
cautions: []
steps:
  - target: sore spot
    technique: circles
    hold: 4s
    release: 2s
    times: 3
    say: Rub the {target}.
  - target: top of shoulder
    technique: knead
    side: each
    for: 30s
    say: Knead the {side} shoulder.
"""
TODAY = date(2026, 11, 23)


def small() -> Routine:
    routine = document.read(ROUTINE).routine
    assert routine is not None
    return routine


def timeline(options: Options | None = None) -> Timeline:
    return compile_routine("small", small(), options)


def unwritten() -> Logbook:
    """Of a session that is not for the journal."""
    entry = Entry("small", Path("small.yaml"), "own", document.read(ROUTINE))
    return Logbook(Ready(entry, Options(brief=True), timeline()), CheckIn())
