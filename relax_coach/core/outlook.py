"""What conditions would make of a routine, in a few facts that can be kept without it.

`judge` needs the routine; a list of thousands has no time to read them. The facts know nothing of
the person, so keeping them keeps none of their answers.
"""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from relax_coach.core.conditions import CONDITIONS, Condition
from relax_coach.core.options import Options, pressure_of, target_of
from relax_coach.core.routine import Breathing, Massage, Ms, Routine
from relax_coach.core.ruling import ALLOWED, REFUSED, ruling
from relax_coach.core.verdict import decided, matters, played

BIT = {word: 1 << number for number, word in enumerate(CONDITIONS)}
"""Conditions as bits of a number: a routine has many sets of them, and a list many routines."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """The facts of one routine as it is written, for the usual options."""

    presses: bool
    massage: Ms
    breathing: Ms
    changing: int
    """The conditions each of which alone changes a step."""
    left_out: tuple[tuple[int, Ms], ...]
    """Massage by the conditions each of which alone leaves it out."""

    @classmethod
    def of(cls, routine: Routine) -> "Outlook":
        """The facts of `routine`."""
        usual = Options()
        changing = 0
        left_out: Counter[int] = Counter()
        massage = breathing = 0
        for step, position in played(routine.steps, [routine.position]):
            target = target_of(step, usual)
            pressure = 0
            if isinstance(step, Massage):
                pressure = pressure_of(step, target, routine.who)
                massage += step.length
            elif isinstance(step, Breathing):
                breathing += step.length
            out = 0
            for word, row in CONDITIONS.items():
                result = ruling(step, target, position, (row,), pressure).result
                changing |= BIT[word] if result != ALLOWED else 0
                out |= BIT[word] if result == REFUSED else 0
            if out and isinstance(step, Massage):  # only hands are ever left out
                left_out[out] += step.length
        return cls(routine.presses, massage, breathing, changing, tuple(left_out.items()))

    def result(self, rows: Collection[Condition]) -> str:
        """What `judge` makes of the routine for somebody of whom `rows` are true (not: nobody)."""
        held = sum(BIT[row.word] for row in rows)
        changing = [row.word for row in rows if BIT[row.word] & self.changing]
        return decided(
            (row for row in rows if matters(row, changing, self.presses)),
            self.presses,
            self.massage,
            self.massage - sum(length for words, length in self.left_out if words & held),
            self.breathing,
            bool(changing),
        )
