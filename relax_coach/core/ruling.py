"""What conditions make of one step: done as it is, done more gently, or left out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from relax_coach.core.conditions import CONDITIONS, Condition, following
from relax_coach.core.routine import Breath, Breathing, Massage, Paced, Played

ALLOWED, LIMITED, REFUSED = "allowed", "limited", "refused"
EVEN = Breath(5_000, 0, 5_000, 0)
"""In place of a held breath with a long way out (facts 5 of the sources, 4-7-8)."""
FLAT = frozenset({"supine", "receiver_supine"})


@dataclass(frozen=True, slots=True)
class Ruling:
    """The result for one step, and which conditions led to it."""

    result: str = ALLOWED
    """allowed, limited, or refused: the step is left out."""
    why: tuple[str, ...] = ()
    """Words of conditions, each of which changes something here."""
    cap: int | None = None
    """The highest pressure, where it is lower than the step's own."""
    no_hold: bool = False
    """The breath is not held."""
    prop_up: bool = False
    """Not flat on the back."""

    def applied(self, step: Played) -> Played:
        """`step` as it is to be done, with the program's own words where its author's would lie."""
        if not self.no_hold or not isinstance(step, Massage | Breathing):
            return step
        if isinstance(step, Breathing):
            return replace(step, breath=_unheld(step.breath), say="", show="", during=())
        breath = step.breath and _unheld(step.breath)
        timing = step.timing
        if isinstance(timing, Paced):
            timing = replace(timing, breath=_unheld(timing.breath))
        return replace(step, breath=breath, timing=timing, say="", show="", during=())


AS_IT_IS = Ruling()


def held_rows(words: Iterable[str]) -> tuple[Condition, ...]:
    """The rows of `words` and of what follows from them, in the order of the table."""
    held = following(words)
    return tuple(row for row in CONDITIONS.values() if row.word in held)


def propped(rows: Iterable[Condition]) -> bool:
    """Whether `rows` forbid lying flat."""
    return any(rule.does == "prop up" for row in rows for rule in row.rules)


def balls(rows: Iterable[Condition]) -> bool:
    """Whether `rows` allow balls."""
    return all(rule.hand != "soft_ball" for row in rows for rule in row.rules)


def ruling(
    step: Played, target: str, position: str, rows: Iterable[Condition], pressure: int = 0
) -> Ruling:
    """What `rows` make of `step` on `target` (a word), done in `position` with `pressure`."""
    out: list[str] = []
    caps: dict[str, int] = {}
    unheld, flat = [], []
    for row in rows:
        for rule in row.rules:
            if rule.does == "no hold" and _holds(step):
                unheld.append(row.word)
            elif rule.does == "prop up" and position in FLAT:
                flat.append(row.word)
            elif not isinstance(step, Massage):
                continue
            elif rule.does == "refuse":
                out.append(row.word)
            elif not rule.meets(target, step.technique, step.hand):
                continue
            elif rule.does == "leave out":
                out.append(row.word)
            elif rule.does == "limit":
                caps[row.word] = min(rule.cap, caps.get(row.word, rule.cap))
    if out:
        return Ruling(REFUSED, tuple(dict.fromkeys(out)))
    limiting = {word: cap for word, cap in caps.items() if cap < pressure}
    why = tuple(dict.fromkeys((*limiting, *unheld, *flat)))
    cap = min(limiting.values(), default=None)
    return Ruling(LIMITED if why else ALLOWED, why, cap, bool(unheld), bool(flat))


def _holds(step: Played) -> bool:
    return any(breath.hold or breath.rest for breath in _breaths(step))


def _breaths(step: Played) -> tuple[Breath, ...]:
    if isinstance(step, Breathing):
        return (step.breath,)
    if isinstance(step, Massage):
        paced = (step.timing.breath,) if isinstance(step.timing, Paced) else ()
        return paced or ((step.breath,) if step.breath else ())
    return ()


def _unheld(breath: Breath) -> Breath:
    """`breath` without its holds; where the way out would then be too long alone, an even one."""
    return EVEN if breath.exhale > EVEN.exhale else replace(breath, hold=0, rest=0)
