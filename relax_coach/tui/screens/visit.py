"""From a chosen routine to its end: what must be asked, the session, the quiet page."""

from dataclasses import replace
from typing import Any

from textual.app import App

from relax_coach import coach, intake, interruption
from relax_coach.audio.outputs import NoSound
from relax_coach.core.check_in import CheckIn
from relax_coach.core.check_out import NOTHING_SAID, CheckOut
from relax_coach.core.exits import Exit
from relax_coach.core.interrupted import ELSEWHERE
from relax_coach.core.routine import Routine
from relax_coach.logbook import Logbook
from relax_coach.store.library import Entry
from relax_coach.store.lock import Busy, Lock
from relax_coach.tui.screens.check_out import CheckOutScreen
from relax_coach.tui.screens.done import DonePage
from relax_coach.tui.screens.notice import NoticePage
from relax_coach.tui.screens.outcome import Outcome
from relax_coach.tui.screens.preparing import PreparingPage
from relax_coach.tui.screens.questions import Refused, answered, is_asked
from relax_coach.tui.screens.request import Request
from relax_coach.tui.screens.session import SessionScreen
from relax_coach.tui.screens.stop import HurtPage
from relax_coach.tui.screens.verdict import RefusedPage

CODES = {"finished": Exit.DONE, "early": Exit.ENDED_EARLY, "danger": Exit.REFUSED}
"""How a session ended → the exit code."""


async def visit(app: App[Any], entry: Entry, request: Request, goes_back: bool) -> int:
    """Ask, play and close; the exit code of it. To be called in a worker.

    `goes_back`: whether there is a list of routines to go back to.
    Raises TurnedBack, coach.Broken for a file with errors, and NoSound when a named output
    cannot be had.
    """
    try:
        with Lock.take():
            if request.left is None or interruption.is_still(request.left):
                return await _visit(app, entry, request)
            why = ELSEWHERE
    except Refused as reason:  # no session: other windows may write in the journal
        await app.push_screen_wait(RefusedPage(reason.verdict, goes_back))
        return CODES["danger"]
    except Busy as reason:
        why = str(reason)
    await app.push_screen_wait(NoticePage("Not here now", why))
    return Exit.FINDINGS


async def _visit(app: App[Any], entry: Entry, request: Request) -> int:
    """The same while no other session is on. Raises Refused, too."""
    routine = coach.routine_of(entry)
    options, check_in = await answered(app, routine, request)
    session = coach.ready(entry, options, request.settings)
    if session.unspoken:
        session = await app.push_screen_wait(PreparingPage(session, request.settings))
    session = coach.placed(session, request.from_step, request.left)
    more = intake.more_than_enough(routine, session.timeline, request.today())
    session = replace(session, timeline=session.timeline.noted(more))
    log = Logbook(session, check_in, request.left, request.today)
    try:
        outcome = await app.push_screen_wait(
            SessionScreen(routine, session, request.settings, request.muted, log)
        )
        if outcome.how == "silent":
            raise NoSound(outcome.why)
        intake.keep_played(entry)
        await _after(app, routine, request, outcome, check_in, log)
    except BaseException:
        log.abandon()
        raise
    if untold := log.close():
        await app.push_screen_wait(NoticePage("Not written down", untold))
        log.try_again()
    return CODES[outcome.how]


async def _after(
    app: App[Any], routine: Routine, request: Request, outcome: Outcome, check_in: CheckIn,
    log: Logbook,
) -> None:  # fmt: skip
    """What is told and asked after a session."""
    done = outcome.how in ("finished", "danger") or outcome.steps > 0
    hurt = None
    if done:
        log.asks()
        hurt = await app.push_screen_wait(DonePage(routine, outcome, log.doubt))
    unkept = log.over(hurt, outcome.worked)
    if hurt:
        await app.push_screen_wait(HurtPage(routine))
        if unkept:
            await app.push_screen_wait(NoticePage("Not kept", unkept))
    elif done and outcome.how != "danger" and is_asked(routine, request):
        said: CheckOut | None = NOTHING_SAID
        while said is not None:
            said = await _checked_out(said, app, routine, request, check_in, log)


async def _checked_out(
    said: CheckOut, app: App[Any], routine: Routine, request: Request, check_in: CheckIn,
    log: Logbook,
) -> CheckOut | None:  # fmt: skip
    """Ask how it is now, `said` being what was said of it. Where the pain was a slip, what stays
    beside it."""
    check_out = await app.push_screen_wait(
        CheckOutScreen(check_in.before, log.saying, log.note, said)
    )
    why = check_out.worse_than(check_in.before)
    unkept = intake.keep_worse(request.today()) if why else ""
    if untold := log.check_out(check_out):
        await app.push_screen_wait(NoticePage("Not kept", untold))
    if log.advice:
        await app.push_screen_wait(NoticePage("Painkillers", "\n\n".join(log.advice)))
    if not why:
        return None
    is_slip = await app.push_screen_wait(HurtPage(routine, why))
    if unkept and not is_slip:
        await app.push_screen_wait(NoticePage("Not kept", unkept))
    if not is_slip:
        return None
    log.take_back()
    intake.take_back_worse(request.today())
    return check_out.without_harm()
