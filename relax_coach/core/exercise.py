"""One exercise of a therapist's sheet: where, how, and how long, as far as it is said."""

import re
from dataclasses import dataclass, fields, replace
from typing import Any

from relax_coach.core.amount import Amount
from relax_coach.core.duration import written
from relax_coach.core.routine import Ms
from relax_coach.core.vocabulary import HANDS, TARGETS, TECHNIQUES

WHERE, HOW, LONG, BREATHS = "where", "how", "how long", "how long in and out"
"""What can be missing."""
SIDE = "which side"
"""What can be left open: then the format says it."""
GUESS = "a guess: is this an exercise?"
"""Told of one whose name says nothing that is known."""
ONLY_MOVED = "there is no massage of the {} here, only stretch, movement or tense"
"""Told of a place that no technique with the hands fits."""
MOST_TITLE = 80
NOTHING = Amount()
SIDES = {
    "each": "each side",
    "alternate": "sides in turn",
    "left": "left",
    "right": "right",
    "sore": "the sore side",
}
"""As they are told."""


@dataclass(frozen=True, slots=True)
class Exercise:
    """What a line says. A word that is missing is ""; see `gaps`."""

    text: str
    """The line, as it was written."""
    name: str = ""
    """What it is called there."""
    target: str = ""
    """A target word, or an unsafe place as it was written: the checker refuses that."""
    technique: str = ""
    hand: str = ""
    amount: Amount = NOTHING
    breathes: bool = False
    rest: Ms = 0
    """Of a rest, which has nothing else."""
    say: str = ""
    """What is to be said before it; made from the rest where it is ""."""
    remark: str = ""
    """What the sheet says about it in lines of its own."""
    left: tuple[str, ...] = ()
    """Words of the line that were not understood."""
    is_guess: bool = False
    """Whether no word of it is one of an exercise."""

    @property
    def gaps(self) -> tuple[str, ...]:
        """What must be known and was not said."""
        if self.rest:
            return ()
        one = self.amount
        if self.breathes:
            said = one.length or one.reps or one.breaths
            return (BREATHS,) * (not one.breath) + (LONG,) * (not said)
        where = (WHERE,) * (not self.target)
        how = (HOW,) * (not self.technique)
        return where + how + (LONG,) * (not (one.hold or one.length or one.reps))

    @property
    def asks_side(self) -> bool:
        """Whether one side could be meant, and none is said."""
        target = TARGETS.get(self.target)
        has_sides = target is not None and "left" in target.sides and self.target != "other"
        return has_sides and not (self.gaps or self.rest or self.breathes or self.amount.side)

    @property
    def is_twice(self) -> bool:
        """Whether no side is said, and the format does it on both, one after the other."""
        return self.asks_side and TARGETS[self.target].default_side == "each"

    @property
    def limit(self) -> str:
        """Why not every answer to how it is done will do; "" where every one may."""
        target = TARGETS.get(self.target)
        is_moved = HOW in self.gaps and target is not None and target.cap is None
        return ONLY_MOVED.format(target.name) if is_moved and target else ""

    @property
    def is_told(self) -> bool:
        """Whether how it is done is said, also where it is not done so here."""
        return bool(self.technique or self.limit)

    @property
    def is_unknown(self) -> bool:
        """Whether all that is known is that something is done."""
        return self.target in ("", "other") and self.technique in ("", "active_movement")

    def _is_other_side(self, amount: Amount) -> bool:
        return {self.amount.side, amount.side} == {"left", "right"}

    @property
    def unused(self) -> tuple[str, ...]:
        """What was said of how long and has no place in the step."""
        if self.gaps or self.rest:
            return ()
        one, (release, between) = self.amount, self._rests
        is_split = bool(one.hold and one.length)
        told = {
            "rest": one.pause if one.pause not in (release, between) else 0,
            "rest between sets": one.between if one.sets < 2 and one.between != release else 0,
            "let go": one.release if not self._hold else 0,
            "also": one.length if is_split else 0,
        }
        breaths = (
            () if self.breathes else (f"{one.breaths} breaths" * bool(one.breaths), one.breath)
        )
        unused = (f"{name} {written(length)}" for name, length in told.items() if length)
        return (*one.aside, *unused, *filter(None, breaths))

    @property
    def _hold(self) -> Ms:
        """How long each press is."""
        return self.amount.hold or (self.amount.length if self.amount.reps else 0)

    @property
    def _rests(self) -> tuple[Ms, Ms]:
        """After each press, and between two sets: one that says neither is what it can only be."""
        one, has_sets = self.amount, self.amount.sets > 1
        is_short = one.pause <= 2 * self._hold
        is_release = bool(self._hold) and (is_short or not has_sets)
        is_between = has_sets and not is_release
        of_one = one.between if one.reps > 1 and self._hold and not one.sets else 0  # each is a set
        return (
            one.release or (one.pause if is_release else 0) or of_one,
            one.between or (one.pause if is_between else 0),
        )

    def takes(self, amount: Amount) -> bool:
        """Whether nothing else than `amount` was said of it before."""
        if self._is_other_side(amount):
            return True
        if amount.breaths and not self.breathes:
            return False
        return not self.rest and all(
            not getattr(amount, one.name)
            or getattr(self.amount, one.name) in (getattr(amount, one.name), 0, "")
            for one in fields(Amount)
            if one.name not in ("quoted", "aside")
        )

    def with_amount(self, amount: Amount) -> "Exercise":
        """The same with what `amount` says more. Where the sides differ, how long is open again."""
        if self._is_other_side(amount):
            is_same = replace(amount, side="") == replace(self.amount, side="")
            return replace(self, amount=replace(self.amount if is_same else NOTHING, side="each"))
        told = {
            one.name: getattr(amount, one.name) or getattr(self.amount, one.name)
            for one in fields(Amount)
        }
        for key in ("aside", "quoted"):
            told[key] = (*getattr(self.amount, key), *getattr(amount, key))
        return replace(self, amount=Amount(**told))

    def on_side(self, side: str) -> "Exercise":
        """The same on the `side` that stands above it, unless it names its own or has no such."""
        target = TARGETS.get(self.target)
        if self.rest or self.amount.side or target is None or side not in target.sides:
            return self
        return replace(self, amount=replace(self.amount, side=side))

    def with_remark(self, text: str) -> "Exercise":
        return replace(self, remark=f"{self.remark}\n{text}".strip())

    def step(self) -> dict[str, Any]:
        """The step in the format's keys; only of one without gaps."""
        if self.rest:
            return {"rest": written(self.rest)}
        found = {**self._named(), **(self._breathing() if self.breathes else self._work())}
        if self.say:  # after how often, which nothing else tells
            found["say"] = " ".join(filter(None, (found.get("say"), self.say)))
        if self.remark or self.left or self.unused or self.amount.quoted:
            found["show"] = f"{self.text}\n{self.remark}".strip()
        if self.amount.sets > 1:
            _, rest = self._rests
            between = {"between": written(rest)} if rest else {}
            return {"repeat": self.amount.sets, **between, "steps": [found]}
        return found

    def summary(self) -> str:
        """The step in words, to be compared with the sheet; only of one without gaps."""
        one, (release, between) = self.amount, self._rests
        if self.rest:
            return f"rest, {written(self.rest)}"
        length = self._hold or one.length
        many = f"{one.reps or one.breaths} times"
        if self.breathes:
            long = many if one.reps or one.breaths else written(one.length)
        elif length:
            long = f"{one.reps} x {written(length)}" if one.reps > 1 else written(length)
        else:
            long = f"{many}, at one's own pace"
        is_told = not self.breathes and self.target != "other"
        told = (
            f"{one.sets} rounds" if one.sets > 1 else "",
            f"breathing {one.breath}" if self.breathes else TECHNIQUES[self.technique].name,
            getattr(TARGETS.get(self.target), "name", self.target) if is_told else "",
            SIDES.get(one.side, ""),
            long,
            f"{written(release)} after each" if release and self._hold else "",
            f"{written(between)} between the rounds" if between and one.sets > 1 else "",
            f"pressure {one.pressure}" if one.pressure else "",
            f"with {HANDS[self.hand].name}" if self.hand and not self.breathes else "",
        )
        return ", ".join(filter(None, told))

    def _named(self) -> dict[str, str]:
        side = self.amount.side if self.amount.side in ("left", "right") else ""
        names = re.search(rf"\b(?:{side}|{side[:1]})\b", self.name, re.I)
        name = self.name if names else f"{self.name}, {side}"
        if len(name) > MOST_TITLE:  # the line is to be read in whole
            name = f"{name[:MOST_TITLE].rpartition(' ')[0] or name[: MOST_TITLE - 1]}…"
        return {"title": name} if self.name else {}

    def _breathing(self) -> dict[str, Any]:
        one = self.amount
        many = one.reps or one.breaths
        long: dict[str, Any] = {"times": many} if many else {"for": written(one.length)}
        return {"breathe": one.breath, **long}

    def _work(self) -> dict[str, Any]:
        one = self.amount
        found: dict[str, Any] = {"target": self.target, "technique": self.technique}
        for key, word in (("side", one.side), ("hand", self.hand)):
            if word:
                found[key] = word
        if one.pressure:
            found["pressure"] = one.pressure
        release, _ = self._rests
        if self._hold:
            found["hold"] = written(self._hold)
            if release:
                found["release"] = written(release)
            if one.reps > 1:
                found["times"] = one.reps
        elif one.length:
            found["for"] = written(one.length)
        else:  # so many, and nothing says how fast: the person goes on when they are done
            found["wait"] = "yes"
            many = "once" if one.reps == 1 else f"{one.reps} times"
            found["say"] = f"{self.name or self.text}: {many}, at your own pace."
        return found
