"""A small routine that asks where and has a side: what the stories in lines are about."""

from datetime import date

from relax_coach.core import document
from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options
from relax_coach.core.routine import Routine
from relax_coach.core.timeline import Timeline

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
