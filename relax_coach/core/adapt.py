"""What of a session is suited to its person today: each in one sentence, each to be refused."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from relax_coach.core import vocabulary
from relax_coach.core.options import Answered, Options
from relax_coach.core.plan import Plan
from relax_coach.core.record import UNSAID, Ratings
from relax_coach.core.routine import Routine
from relax_coach.core.twice import could_be_twice

FIRST, TWICE, GENTLE, EASED = "first", "twice", "gentle", "eased"
AS_WRITTEN = "It is done as it is written."
"""Where nothing is proposed, and a side may be had twice."""
TIGHT = 7
"""Of ten: from here on the first pressures are lighter (our own judgement)."""


@dataclass(frozen=True, slots=True)
class Adaptation:
    """One thing that is done in another way than the routine has it."""

    word: str
    """first, twice, gentle or eased."""
    sentence: str
    """What is done, and why."""
    cost: str = ""
    """A further sentence where the session cannot last as long as was wished then."""

    @property
    def told(self) -> str:
        return f"{self.sentence} {self.cost}".rstrip()


def adaptations(
    routine: Routine,
    options: Options,
    before: Ratings,
    eased: Mapping[str, int],
    twice: bool = False,
) -> tuple[Adaptation, ...]:
    """What is proposed for this person now; nothing that would change nothing.

    `before`: how it is now. `eased`: target word → levels it was made lighter last time. `twice`:
    the person wants the sore side (`options.side`) twice. What is rated and was eased is the
    person's own: for the receiver of a massage for two it says nothing.
    """
    own = routine.who != "partner"
    tight = own and (before.tightness or 0) >= TIGHT
    asked = {
        FIRST: True,
        TWICE: twice or options.twice,
        GENTLE: tight,
        EASED: own and bool(eased),
    }
    found: list[Adaptation] = []
    for word in (word for word, wanted in asked.items() if wanted):  # each as if it were alone
        found += told(Plan(routine, _chosen(options, {word}, eased)))
    return tuple(found)


def adapted(options: Options, chosen: Iterable[Adaptation], eased: Mapping[str, int]) -> Options:
    """`options` with `chosen`, those of `adaptations` that were not refused, and with no other."""
    return _chosen(options, {one.word for one in chosen}, eased)


def can_be_twice(routine: Routine, options: Options) -> bool:
    """Whether the sore side gets two turns where they are wanted."""
    items = Plan(routine, _chosen(options, {TWICE}, {})).items
    return any(isinstance(item, Answered) and item.once_more for item in items)


def unasked(routine: Routine, options: Options, eased: Mapping[str, int]) -> tuple[Adaptation, ...]:
    """What is done where nobody can be asked: what was too hard last time is not so again."""
    return tuple(
        one
        for one in adaptations(routine, options, UNSAID, eased)
        if one.word in (EASED, TWICE) or (one.word == FIRST and options.sore_first)
    )


def eased_levels(routine: Routine, options: Options) -> dict[str, int]:
    """Target word → levels of pressure less with which a session begins, to be kept of it."""
    items = Plan(routine, options).items
    lighter = {item.target for item in items if isinstance(item, Answered) and item.eased}
    return {target: options.eased[target] for target in sorted(lighter)}


def told(plan: Plan) -> tuple[Adaptation, ...]:
    """What was adapted in `plan`, as far as it changes anything."""
    return tuple(Adaptation(word, sentence) for word, sentence in _told(plan))


def _told(plan: Plan) -> Iterator[tuple[str, str]]:
    items = [item for item in plan.items if isinstance(item, Answered)]
    whose = "Their" if plan.routine.who == "partner" else "The"
    sore = plan.options.side
    if any(item.in_turn and item.right_first for item in items):
        yield FIRST, f"{whose} {sore} side comes first."
    if plan.options.twice and any(could_be_twice(item, sore) for item in items):
        yield TWICE, f"{whose} {sore} side {_twice(items, sore)}."
    if any(item.gentle for item in items):
        yield GENTLE, "It is tight: each place begins one level lighter."
    if eased := dict.fromkeys(item.target for item in items if item.eased):
        names = ", ".join(vocabulary.TARGETS[target].name for target in eased)
        yield EASED, f"Lighter here, as last time: {names}."


def _twice(items: list[Answered], sore: str) -> str:
    """What becomes of the wish to have the side `sore` twice."""
    once = [item for item in items if could_be_twice(item, sore) and not item.once_more]
    if not any(item.once_more for item in items):
        return "has one turn: two would be too much for one session"
    names = dict.fromkeys(vocabulary.TARGETS[item.target].name for item in once)
    left = f", and one where two would be too much: {', '.join(names)}" if once else ""
    return f"has two turns{left}"


def _chosen(options: Options, words: set[str], eased: Mapping[str, int]) -> Options:
    return replace(
        options,
        sore_first=FIRST in words,
        twice=TWICE in words,
        gentle=GENTLE in words,
        eased=dict(eased) if EASED in words else {},
    )
