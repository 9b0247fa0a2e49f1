"""From a chosen routine to its end: what must be asked, the session, the quiet page."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from textual.app import App

from relax_coach import coach
from relax_coach.audio.outputs import NoSound
from relax_coach.core import vocabulary
from relax_coach.core.exits import Exit
from relax_coach.core.options import Options, spot_of
from relax_coach.core.routine import Routine
from relax_coach.store.library import Entry
from relax_coach.store.settings import Settings
from relax_coach.tui.screens.done import DonePage
from relax_coach.tui.screens.session import SessionScreen
from relax_coach.tui.screens.side import SidePage
from relax_coach.tui.screens.signs import RefusedPage, SignsPage
from relax_coach.tui.screens.spot import SpotScreen

CODES = {"finished": Exit.DONE, "early": Exit.ENDED_EARLY, "danger": Exit.REFUSED}
"""How a session ended → the exit code."""


@dataclass(frozen=True, slots=True)
class Request:
    """What the person chose on the command line."""

    today: date
    options: Options
    settings: Settings = field(default_factory=Settings)
    muted: bool = False
    from_step: int | None = None
    yes: bool = False
    """Spare the choices of spot and side; the danger signs are asked all the same."""


class TurnedBack(Exception):
    """The person went back before the session began."""


class Refused(Exception):
    """A danger sign was named."""


async def visit(app: App[Any], entry: Entry, request: Request, to_library: bool) -> int:
    """Ask, play and close; the exit code of it. To be called in a worker.

    Raises TurnedBack, coach.Broken for a file with errors, and NoSound when a named output
    cannot be had.
    """
    routine = coach.routine_of(entry)
    try:
        options = await _answered(app, routine, request)
    except Refused:
        await app.push_screen_wait(RefusedPage(to_library))
        return CODES["danger"]
    timeline = coach.timeline_of(entry, options)
    outcome = await app.push_screen_wait(
        SessionScreen(routine, timeline, request.settings, request.muted, request.from_step)
    )
    if outcome.how == "silent":
        raise NoSound(outcome.why)
    if outcome.how == "finished":
        await app.push_screen_wait(DonePage(outcome.done, outcome.steps))
    return CODES[outcome.how]


async def _answered(app: App[Any], routine: Routine, request: Request) -> Options:
    """The options with what the person answered: never asked more than the routine needs."""
    options = request.options
    if coach.must_ask_signs(routine, request.today):
        sign = await app.push_screen_wait(SignsPage(routine))
        if sign is None:
            raise TurnedBack
        if sign:
            raise Refused
        coach.keep_signs_clear(request.today)
    if request.yes:
        return options
    if routine.asks_spot and not options.spot:
        options = replace(options, spot=_given(await app.push_screen_wait(SpotScreen())))
    sided = _sided(routine, options)
    if sided is not None and not options.side:
        side = _given(await app.push_screen_wait(SidePage(*sided)))
        # Both at once is what a sore spot does when no side is chosen.
        options = replace(options, side="" if side == "both" else side)
    return options


def _given(answer: str) -> str:
    if not answer:
        raise TurnedBack
    return answer


def _sided(routine: Routine, options: Options) -> tuple[str, bool] | None:
    """The first target whose side is left to the person and can be chosen, or None.

    With it, whether both of its sides can be worked at once in this routine.
    """
    for step in routine.massages:
        is_spot = step.target == vocabulary.SORE_SPOT
        if step.side == "sore" or (is_spot and not step.side):
            target = spot_of(options) if is_spot else step.target
            sides = vocabulary.TARGETS[target].sides
            if "left" in sides:
                return target, not step.side and "both" in sides
    return None
