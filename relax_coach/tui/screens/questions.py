"""What must be asked before a session, one page after the other."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache, partial
from typing import Any

from textual.app import App

from relax_coach import coach, intake
from relax_coach.bodymap.pointer import NOWHERE, Pointer, pointing
from relax_coach.core import vocabulary
from relax_coach.core.adapt import Adaptation, adapted, can_be_twice, unasked
from relax_coach.core.check_in import CheckIn
from relax_coach.core.conditions import SIGN_WORDS
from relax_coach.core.options import BOTH, Options, is_spot, sided
from relax_coach.core.record import Ratings
from relax_coach.core.routine import Routine
from relax_coach.core.ruling import REFUSED
from relax_coach.core.verdict import Verdict, judge
from relax_coach.store.settings import Settings
from relax_coach.tui.screens.adapted import AdaptedPage
from relax_coach.tui.screens.check_in import CheckInScreen
from relax_coach.tui.screens.conditions import ConditionsScreen
from relax_coach.tui.screens.consent import ConsentPage
from relax_coach.tui.screens.request import Request
from relax_coach.tui.screens.side import SidePage
from relax_coach.tui.screens.signs import SignsPage, SignsScreen
from relax_coach.tui.screens.spot import SpotScreen
from relax_coach.tui.screens.verdict import LimitedPage


class TurnedBack(Exception):
    """The person went back before the session began."""


class Refused(Exception):
    """What was answered speaks against this routine."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(*verdict.advice)
        self.verdict = verdict


def is_asked(routine: Routine, request: Request) -> bool:
    """Whether its person is asked how it is, before and after. Of a receiver nothing is kept."""
    return routine.who == "self" and not request.yes


async def answered(app: App[Any], routine: Routine, request: Request) -> tuple[Options, CheckIn]:
    """The options with what the person answered, and what was said beside that.

    Never asked more than the routine needs.
    """
    options = await _safe(app, routine, request)
    pointer, given = request.pointer, pointing(options.spot, options.side)
    if request.left is not None:  # all of it was said when it began
        record = request.left.record
        return options, CheckIn(record.spot, record.side, record.before)
    asks, check_in = is_asked(routine, request), CheckIn(pointer.target, pointer.side)
    marked = pointer if pointer.target else given if given.target else _seen_at(routine)
    while True:
        if asks:
            check_in = await _checked_in(app, routine, marked, check_in.before)
        try:
            chosen, side, taken = await _suited(app, routine, request, options, given, check_in)
        except TurnedBack:
            if not asks:
                raise
            marked = pointing(check_in.spot, check_in.side) if check_in.spot else marked
            continue
        return chosen, CheckIn(
            check_in.spot or chosen.spot,
            side or chosen.side,
            check_in.before,
            tuple(one.word for one in taken),
        )


async def _checked_in(app: App[Any], routine: Routine, marked: Pointer, felt: Ratings) -> CheckIn:
    answer = await app.push_screen_wait(CheckInScreen(marked, bool(routine.massages), felt))
    if answer is None:
        raise TurnedBack
    return answer


async def _suited(
    app: App[Any],
    routine: Routine,
    request: Request,
    options: Options,
    given: Pointer,
    check_in: CheckIn,
) -> tuple[Options, str, tuple[Adaptation, ...]]:
    """The options with place and side, the side as it is kept, and what is suited and was taken.

    Raises Refused and TurnedBack.
    """
    if (check_in.spot, check_in.side) != (given.target, given.side):
        options = _pointed(routine, options, check_in)
        _check(routine, options)
    eased, side = intake.eased_before(), check_in.side
    if not request.yes:
        options, side = await _placed(app, routine, options, side)
        # Who named it on the command line could have said there that it comes twice.
        named = is_asked(routine, request) and side in vocabulary.CHOOSABLE_SIDES
        always = named and side != given.side and can_be_twice(routine, options)
        taken = await _adapting(
            app, routine, options, check_in.before, eased, request.settings, always
        )
    else:
        taken = unasked(routine, options, eased)
    return adapted(options, taken, eased), side, taken


def _seen_at(routine: Routine) -> Pointer:
    """Nothing chosen yet, on the chart that shows where the routine works first."""
    shown = (pointing(step.target) for step in routine.massages)
    first = next((pointer for pointer in shown if pointer.target), NOWHERE)
    return first.nowhere()


def _pointed(routine: Routine, options: Options, check_in: CheckIn) -> Options:
    """The options with what was pointed at, as far as the routine can be done so."""
    spot, side = check_in.spot, check_in.side
    return replace(
        options,
        spot=spot if routine.asks_spot and is_spot(spot) else options.spot,
        side=side if side in vocabulary.CHOOSABLE_SIDES else options.side,
    )


async def _placed(
    app: App[Any], routine: Routine, options: Options, side: str
) -> tuple[Options, str]:
    """The options with a place and a side, where they are still open, and the side as it is kept;
    `side` was pointed at."""
    if routine.asks_spot and not options.spot:
        options = replace(options, spot=_given(await app.push_screen_wait(SpotScreen())))
        _check(routine, options)
    open_side = sided(routine, options)
    if open_side is not None and not options.side and side != BOTH:
        side = _given(await app.push_screen_wait(SidePage(*open_side)))
        options = replace(options, side="" if side == BOTH else side)
    return options, side


async def _adapting(
    app: App[Any], routine: Routine, options: Options, before: Ratings, eased: Mapping[str, int],
    settings: Settings, always: bool,
) -> tuple[Adaptation, ...]:  # fmt: skip
    """What is suited to the person and was not refused; asked `always`, or where there is any.

    Raises TurnedBack.
    """
    proposed = cache(partial(coach.proposed, routine, options, before, eased, settings))
    if not (proposed() or always):
        return ()
    taken = await app.push_screen_wait(AdaptedPage(proposed, options.twice))
    if taken is None:
        raise TurnedBack
    return taken


async def _safe(app: App[Any], routine: Routine, request: Request) -> Options:
    """The options with the conditions that hold. Raises Refused and TurnedBack."""
    asked = intake.asks(routine, request.today())
    held = intake.known(routine.who, request.today())
    sure = held - SIGN_WORDS if asked.signs and not asked.of_receiver else held
    _check(routine, replace(request.options, held=sure))  # before anything is asked in vain
    if asked.conditions:
        answered = await app.push_screen_wait(ConditionsScreen(asked.conditions, asked.of_receiver))
        if answered is None:
            raise TurnedBack
        if not asked.of_receiver:
            intake.keep_conditions(answered, request.today())
        held |= {word for word, holds in answered.items() if holds}
    if asked.signs:
        told, held = held & SIGN_WORDS, held - SIGN_WORDS
        signs = await _signs(app, asked, held, told)
        if not asked.of_receiver:
            intake.keep_signs(signs, request.today())
        held |= signs
    options = replace(request.options, held=request.options.held | held)
    verdict = _check(routine, options)
    # What is new is shown; what was shown before stands in the opening.
    if verdict.sentences and (held & SIGN_WORDS or intake.is_news(routine, options.held)):
        if not await app.push_screen_wait(LimitedPage(verdict)):
            raise TurnedBack
        intake.keep_shown(routine, options.held)
    if routine.who == "partner" and not await app.push_screen_wait(
        ConsentPage(intake.consent(routine, options, request.today()))
    ):
        raise TurnedBack
    return options


def _check(routine: Routine, options: Options) -> Verdict:
    """What holds makes of `routine`. Raises Refused."""
    verdict = judge(routine, options)
    if verdict.result == REFUSED:
        raise Refused(verdict)
    return verdict


async def _signs(
    app: App[Any], asked: intake.Asks, held: frozenset[str], told: frozenset[str]
) -> frozenset[str]:
    """Words of the signs of today that were named, or told and not taken back.

    Raises TurnedBack.
    """
    while True:
        sign = await app.push_screen_wait(SignsPage(intake.question(asked, held | told)))
        if sign is None:
            raise TurnedBack
        if not sign:
            return frozenset()
        told = await app.push_screen_wait(SignsScreen(held, told))
        if told:
            return told


def _given(answer: str) -> str:
    if not answer:
        raise TurnedBack
    return answer
