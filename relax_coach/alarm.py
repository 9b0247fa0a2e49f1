"""A danger sign that was written where a place or a wish was asked for."""

from contextlib import suppress
from datetime import date

from relax_coach.core import safety
from relax_coach.core.conditions import Condition, as_held
from relax_coach.store import answers


def heard(sign: Condition) -> str:
    """What is said where a person wrote what may be `sign`; today's signs are asked again."""
    with suppress(OSError):  # a full disk costs that they are not
        answers.forget_signs_clear()
    today = date.today()  # noqa: DTZ011 - the person's own day
    return safety.sign_said(as_held(sign, answers.held_conditions(today)))
