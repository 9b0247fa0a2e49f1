"""What is played, in order: repeats written out, choices made, steps left out with the reason."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from relax_coach.core.ease_off import LIGHTEST
from relax_coach.core.options import Answered, Options, answer
from relax_coach.core.routine import Massage, Ms, Played, Repeat, Rest, Routine, Step
from relax_coach.core.ruling import REFUSED, Ruling
from relax_coach.core.totals import Total, Work, counted
from relax_coach.core.twice import could_be_twice, twice_within_limits
from relax_coach.core.verdict import judge
from relax_coach.core.vocabulary import MOST_PER_TARGET, TARGETS


@dataclass(frozen=True, slots=True)
class Intro:
    """A repeat begins: its words and its position, once."""

    step: Repeat


@dataclass(frozen=True, slots=True)
class Pause:
    """The rest between two rounds of a repeat."""

    step: Repeat
    first: bool
    """Whether it is the first one: the others need fewer words."""

    @property
    def length(self) -> Ms:
        return self.step.between


CLEAR = 4
"""Of ten: from here on a pressure is clear to whom it is done."""

Item = Answered | Intro | Pause


@dataclass(slots=True)
class Plan:
    """The items of a session in playing order, and what was limited or left out, in sentences."""

    routine: Routine
    options: Options
    twice: frozenset[int] | None = None
    """The steps in which the sore side has another turn, by their place in `routine.written`.

    None: found here, as far as the limits allow. A scaled routine keeps what was found as written.
    """
    items: list[Item] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    balls: bool = True
    """Whether balls are used."""
    _worked: Total = field(default_factory=Counter)
    _played: set[int] = field(default_factory=set)
    _number: int = 0
    _rulings: dict[int, Ruling] = field(default_factory=dict)
    """By the id of the step as it is written."""
    _idle: bool = False
    """Whether steps were left out and nothing was worked on since the last rest."""
    _pressed: set[str] = field(default_factory=set)
    """The targets pressed so far."""
    _twice: set[int] = field(default_factory=set)
    """The ids of the steps of `twice`."""

    def __post_init__(self) -> None:
        verdict = judge(self.routine, self.options)
        self.balls = verdict.balls
        self._rulings = {id(one.step): one.ruling for one in verdict.steps}
        self.notes += verdict.sentences
        if self.twice is None:
            self.twice = self._found_twice()
        written = self.routine.written
        self._twice |= {id(written[place]) for place in self.twice}
        self.items += self._steps(self.routine.steps)
        self.notes[:0] = self._passed_over()

    def _found_twice(self) -> frozenset[int]:
        """What `twice` is where nobody has found it yet."""
        if not self.options.twice:
            return frozenset()
        once = Plan(self.routine, self.options, frozenset())
        items = [item for item in once.items if isinstance(item, Answered)]
        if not any(could_be_twice(item, self.options.side) for item in items):
            self.notes.append("There is no single side here to be worked twice.")
        return twice_within_limits(self.routine, items, self.options.side)

    @property
    def light(self) -> int | None:
        """The highest pressure where the session was made light, 0 without any touch.

        None where nothing was changed, or four of ten is still to be met.
        """
        touched = [item for item in self.items if isinstance(item, Answered) and item.pressure]
        most = max((item.pressure for item in touched), default=0)
        changed = any(one.result == REFUSED for one in self._rulings.values())
        changed |= any(item.lighter for item in touched)
        return most if most < CLEAR and (changed or not most) else None

    def _steps(self, steps: tuple[Step, ...]) -> Iterator[Item]:
        for step in steps:
            if isinstance(step, Repeat):
                yield from self._rounds(step)
                continue
            answered = self._answered(step)
            if answered is not None:
                yield answered

    def _rounds(self, repeat: Repeat) -> Iterator[Item]:
        begun = 0
        for _ in range(repeat.times):
            items = list(self._steps(repeat.steps))
            if not any(isinstance(item, Answered) for item in items):
                continue  # all of it was left out: nothing to lead into, nothing to rest from
            if not begun:
                yield Intro(repeat)
            elif repeat.between:
                yield Pause(repeat, first=begun == 1)
            begun += 1
            yield from items

    def _answered(self, step: Step) -> Answered | None:
        """The step with every choice made; None where it is left out."""
        assert isinstance(step, Played)
        ruling = self._rulings[id(step)]
        if ruling.result == REFUSED:
            self._idle = True
            return None
        if isinstance(step, Rest) and not step.target and not step.position:
            if self._idle and step is not self.routine.steps[-1]:
                return None  # arms that were never raised need no rest
        else:
            self._idle = False
        again = id(step) in self._played
        answered = self._adapted(
            answer(step, self._number + 1, self.options, self.routine.who, again, ruling)
        )
        if self._is_too_much(answered):
            name = TARGETS[answered.target].name
            title = answered.span(answered.sides[0]).title
            self.notes.append(f"Ten minutes on the {name} are enough: left out is {title}.")
            return None
        self._number += 1
        self._played.add(id(step))
        if answered.pressure:
            self._pressed.add(answered.target)
        self.notes += answered.notes
        return answered

    def _adapted(self, answered: Answered) -> Answered:
        """Lighter, and once more on the sore side, as the person chose."""
        target, pressure = answered.target, answered.pressure
        eased = max(pressure - self.options.eased.get(target, 0), min(pressure, LIGHTEST))
        lighter = eased
        if self.options.gentle and target not in self._pressed:
            lighter = max(eased - 1, min(eased, LIGHTEST))
        return replace(
            answered,
            pressure=lighter,
            lighter=answered.lighter or lighter < pressure,
            eased=eased < pressure,
            gentle=lighter < eased,
            once_more=self.options.side if id(answered.written) in self._twice else "",
        )

    def _is_too_much(self, answered: Answered) -> bool:
        """Whether a chosen spot makes more work on one target than a session may hold."""
        if not isinstance(answered.step, Massage):
            return False
        length = counted(answered.step)
        keys = [Work(answered.target, side) for side in answered.worked]
        adds = {key: keys.count(key) * length for key in keys}
        if any(self._worked[key] + amount > MOST_PER_TARGET for key, amount in adds.items()):
            return True
        self._worked.update(adds)
        return False

    def _passed_over(self) -> Iterator[str]:
        """What was chosen for nothing, in sentences."""
        routine, options = self.routine, self.options
        if options.spot and not routine.asks_spot:
            yield "This routine asks for no spot: the one chosen changes nothing."
        if options.side and not (routine.asks_side or options.sore_first or options.twice):
            items = (item for item in self.items if isinstance(item, Answered))
            if any(could_be_twice(item, options.side) for item in items):
                yield "Both sides have their turn here; the one chosen has two where it is wanted."
            else:
                yield "This routine asks for no side: the one chosen changes nothing."
        if options.ambience not in ("", "none") and routine.cues == "silent":
            yield "In this routine nothing sounds but speech: the ambience is left out."
