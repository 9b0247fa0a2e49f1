"""What conditions make of a whole routine: allowed, limited (what, and why) or refused."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from relax_coach.core import instruction, phrases, vocabulary
from relax_coach.core.conditions import DO, Condition
from relax_coach.core.options import Options, pressure_of, target_of
from relax_coach.core.routine import Breathing, Massage, Ms, Played, Repeat, Routine, Step
from relax_coach.core.ruling import (
    ALLOWED,
    LIMITED,
    REFUSED,
    Ruling,
    balls,
    held_rows,
    propped,
    ruling,
)

ENOUGH_BREATH: Ms = 120_000
"""With this much breathing left a routine is still worth its time, without any massage."""
ENOUGH_LEFT = 4
"""Of the massage, one part in so many: with less of it a routine is not what it says it is."""
TOO_LITTLE = "Less than a quarter of it would be left."
BREATHING_IS_OPEN = "Breathing stays open: the routine breath-coherent."


@dataclass(frozen=True, slots=True)
class Ruled:
    """A step as it is written, and what is made of it."""

    step: Played
    title: str
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Verdict:
    """The result for one routine."""

    result: str
    """allowed, limited or refused."""
    steps: tuple[Ruled, ...]
    """Every step that is played, as written, without the repeats around them."""
    why: tuple[Condition, ...] = ()
    """The conditions that lead to it: what refuses alone where something does, else all that
    change something or give advice; the most urgent first."""
    sentences: tuple[str, ...] = ()
    """What each of `why` changes, taken by itself."""
    advice: tuple[str, ...] = ()
    """What to do now, in sentences, the most urgent first."""
    position: str = ""
    """The name of the one it begins in, as this person takes it."""
    needs: tuple[str, ...] = ()
    """What must be at hand for this person."""
    balls: bool = True
    """Whether balls may be used, and a step is left that uses them."""

    def does(self, row: Condition) -> str:
        """What to do about `row`, where the first of `advice` does not say it."""
        told = DO[row.do] if row.do else ""
        return "" if told == self.advice[0] else told

    @property
    def more(self) -> tuple[str, ...]:
        """Of `advice` what is neither the first nor about one of `why`."""
        own = {DO[row.do] for row in self.why if row.do}
        return tuple(text for text in self.advice[1:] if text not in own)


def judge(routine: Routine, options: Options) -> Verdict:
    """What `options.held` makes of `routine`."""
    rows = held_rows(options.held)
    steps = _ruled(routine, options, rows)
    changing = frozenset(word for one in steps for word in one.ruling.why)
    mattering = (row for row in rows if matters(row, changing, routine.presses))
    why = tuple(sorted(mattering, key=_urgency))
    result = _result(routine, steps, why)
    refusing = any(row.refuses for row in why)
    if refusing or result == REFUSED:  # what forbids it, and every sign that was told
        why = tuple(
            row
            for row in why
            if row.asks == "today" or (row.refuses if refusing else row.word in changing)
        )
    sentences = tuple(_sentence(row, _ruled(routine, options, (row,))) for row in why)
    advice = [DO[row.do] for row in why if row.do]
    if result == REFUSED and not any(row.refuses for row in why):
        advice.append(TOO_LITTLE)
    if result == REFUSED and not any(row.is_urgent for row in why):
        advice.append(BREATHING_IS_OPEN)
    position = phrases.place(routine.position, propped(rows))
    rolls = _has_balls(steps, rows)
    needs = phrases.at_hand(routine, rolls)
    told = tuple(dict.fromkeys(advice))
    return Verdict(result, steps, why, sentences, told, position, needs, rolls)


def matters(row: Condition, changing: Collection[str], presses: bool) -> bool:
    """Whether `row`, which is held, counts for a routine of which `changing` change a step."""
    if row.word in changing or row.ends_all:
        return True
    # What refuses or advises holds for whatever is pressed.
    return presses and bool(row.refuses or row.heed or _advises(row))


def decided(
    why: Iterable[Condition], presses: bool, before: Ms, after: Ms, breathing: Ms, changed: bool
) -> str:
    """The result for a routine of which `after` of `before` ms of massage are left by `why`."""
    rows = tuple(why)
    if any(row.ends_all or (row.refuses and presses) for row in rows):
        return REFUSED
    # Where nobody can answer it plays to its end, with what there is.
    told = any(row.word != "nobody" for row in rows)
    if told and after * ENOUGH_LEFT < before and breathing < ENOUGH_BREATH:
        return REFUSED
    return LIMITED if changed else ALLOWED


def played(steps: tuple[Step, ...], position: list[str]) -> Iterator[tuple[Played, str]]:
    """Every step that takes time, and the position it is done in."""
    for step in steps:
        position[0] = step.position or position[0]
        if isinstance(step, Repeat):
            yield from played(step.steps, position)
        elif isinstance(step, Played):
            yield step, position[0]


def _ruled(routine: Routine, options: Options, rows: tuple[Condition, ...]) -> tuple[Ruled, ...]:
    """Every step and what `rows` make of it."""
    return tuple(
        Ruled(step, _title(step, options), _ruling(step, position, rows, routine.who, options))
        for step, position in played(routine.steps, [routine.position])
    )


def _result(routine: Routine, steps: tuple[Ruled, ...], why: tuple[Condition, ...]) -> str:
    left = [one.step for one in steps if one.ruling.result != REFUSED]
    return decided(
        why,
        routine.presses,
        sum(one.step.length for one in steps if isinstance(one.step, Massage)),
        sum(step.length for step in left if isinstance(step, Massage)),
        sum(step.length for step in left if isinstance(step, Breathing)),
        any(one.ruling.result != ALLOWED for one in steps),
    )


def _ruling(
    step: Played, position: str, rows: tuple[Condition, ...], who: str, options: Options
) -> Ruling:
    target = target_of(step, options)
    pressure = pressure_of(step, target, who) if isinstance(step, Massage) else 0
    return ruling(step, target, position, rows, pressure)


def _title(step: Played, options: Options) -> str:
    target = target_of(step, options)
    side = getattr(step, "side", "") or (vocabulary.TARGETS[target].default_side if target else "")
    return instruction.title(step, target, side)


def _has_balls(steps: tuple[Ruled, ...], rows: tuple[Condition, ...]) -> bool:
    """Whether balls may be used, where not every step that speaks of them is left out."""
    uses = [one for one in steps if "ball" in f"{one.step.say} {one.step.show}"]
    left = [one for one in uses if one.ruling.result != REFUSED]
    return balls(rows) and (bool(left) or not uses)


def _advises(row: Condition) -> bool:
    """Whether what to do about it is said whatever is pressed."""
    return bool(row.do) and (row.asks == "today" or not row.rules)


def _urgency(row: Condition) -> int:
    return list(DO).index(row.do) if row.do else len(DO)


def _sentence(row: Condition, steps: tuple[Ruled, ...]) -> str:
    """What `row` alone changes in `steps`."""
    massage = [one for one in steps if isinstance(one.step, Massage)]
    out = [one.title for one in massage if one.ruling.result == REFUSED]
    parts = []
    if row.refuses and massage:
        parts.append("no massage now")
    elif out and len(out) == len(massage):
        parts.append("no hands and no stretches, breathing alone")
    elif out:
        parts.append(f"without {', '.join(dict.fromkeys(out))}")
    capped = {one.title: one.ruling.cap for one in steps if one.ruling.cap is not None}
    if capped and not row.refuses:
        everywhere = any(rule.does == "limit" and not rule.targets for rule in row.rules)
        what = "the touch stays light" if everywhere else f"lighter: {', '.join(capped)}"
        parts.append(f"{what}, at most {max(capped.values())} of 10")
    if any(one.ruling.no_hold for one in steps):
        parts.append("the breath is not held")
    if any(one.ruling.prop_up for one in steps):
        parts.append("not flat on the back: propped up, or on the side")
    said = ". ".join([*parts[:1], *(phrases.capital(part) for part in parts[1:])])
    told = f"{said}." if said else row.reason
    return f"{row.short}: {told} {row.heed}".rstrip()
