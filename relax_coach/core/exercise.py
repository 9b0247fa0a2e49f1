"""One exercise of a therapist's sheet: where, how, and how long, as far as it is said."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from relax_coach.core import vocabulary
from relax_coach.core.amount import Amount, evened
from relax_coach.core.duration import written
from relax_coach.core.routine import Ms
from relax_coach.core.vocabulary import TARGETS, TECHNIQUES

WHERE, HOW, LONG, BREATHS = "where", "how", "how long", "how long in and out"
"""What can be missing."""
MOST_WORDS = 6
"""Of the longest name in the vocabulary."""
MOST_TITLE = 80
FILLING = frozenset(
    {
        "a", "an", "and", "as", "at", "against", "by", "do", "for", "from", "in", "it", "of",
        "on", "or", "over", "self", "sets", "set", "reps", "rep", "the", "then", "to", "up",
        "with", "your", "gently", "gentle", "slowly", "slow", "lightly", "light", "each",
        "exercise", "exercises", "massage", "hold", "try", "now", "these", "this",
        "only",
    }
)  # fmt: skip
"""Words that say nothing of where and how; none of them is lost, for the line is kept."""
_HOW: Mapping[str, str] = {
    r"(?:scapulae?|scapular|shoulder blades?) (?:squeezes?|pinch(?:es)?)": "active_movement",
    r"stretch(?:es|ing)?": "stretch_hold",
    r"isometrics?|resist(?:ed|ance)?|push(?:es|ing)? against": "isometric",
    r"(?:moist )?heat(?:ing)?(?: pack| pad)?|wheat ?bag"
    r"|(?:warm|hot) (?:pack|towel|compress|shower|water bottle)": "heat",
    r"ice(?: pack)?|cold (?:pack|compress)|frozen peas": "cold",
}
"""Said on sheets beside the words of the vocabulary."""
_TO_TARGET: Mapping[str, str] = {
    "upper trap": "upper_trapezius", "upper traps": "upper_trapezius",
    "levator scap": "levator_scapulae", "levator scapula": "levator_scapulae",
    "chin retraction": "neck_whole", "chin retractions": "neck_whole",
    "neck rotations": "neck_turn", "neck side bends": "neck_side", "head turns": "neck_turn",
    "shoulder shrugs": "shoulder_girdle", "shoulder shrug": "shoulder_girdle",
    "ear to shoulder": "neck_side", "neck side bend": "neck_side",
    "ear to your shoulder": "neck_side", "tilt your head": "neck_side",
    "side flexion": "neck_side", "lateral flexion": "neck_side", "cervical rotation": "neck_turn",
    "turn head": "neck_turn", "turn your head": "neck_turn", "rotate your head": "neck_turn",
    "head rotations": "neck_turn",
    "ut": "upper_trapezius", "suboccs": "suboccipital", "sub occipitals": "suboccipital",
}  # fmt: skip


_UNDER_HANDS: Mapping[str, str] = {"shoulder_girdle": "upper_trapezius"}
"""What moves is another place than what is touched, and both are called shoulders."""
_DENIED = re.compile(r"\b(?:not|never|avoid|off|without)(?: \w+){0,3} $")
NOTHING = Amount()


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

    @property
    def gaps(self) -> tuple[str, ...]:
        """What must be known and was not said."""
        if self.rest:
            return ()
        one = self.amount
        if self.breathes:
            said = one.length or one.reps
            return (BREATHS,) * (not one.breath) + (LONG,) * (not said)
        where = (WHERE,) * (not self.target)
        how = (HOW,) * (not self.technique)
        return where + how + (LONG,) * (not (one.hold or one.length or one.reps))

    @property
    def differs_by_side(self) -> bool:
        """Whether the line says another amount of the other side."""
        other = {"left": "right", "right": "left"}.get(self.amount.side)
        return other in self.left and any(word.isdecimal() for word in self.left)

    def takes(self, amount: Amount) -> bool:
        """Whether nothing of `amount` was said of it before."""
        return not self.rest and not any(
            getattr(amount, one.name) and getattr(self.amount, one.name)
            for one in fields(Amount)
            if one.name != "ranges"
        )

    def with_amount(self, amount: Amount) -> "Exercise":
        """The same with what `amount` says more."""
        told = {
            one.name: getattr(amount, one.name) or getattr(self.amount, one.name)
            for one in fields(Amount)
        }
        return replace(self, amount=Amount(**told))

    def with_remark(self, text: str) -> "Exercise":
        return replace(self, remark=f"{self.remark}\n{text}".strip())

    def step(self) -> dict[str, Any]:
        """The step in the format's keys; only of one without gaps."""
        if self.rest:
            return {"rest": written(self.rest)}
        found = {**self._named(), **(self._breathing() if self.breathes else self._work())}
        if self.say:
            found["say"] = self.say
        if self.remark or self.left or self.amount.ranges:
            found["show"] = f"{self.text}\n{self.remark}".strip()
        if self.amount.sets > 1:
            one = self.amount.between
            between = {"between": written(one)} if one else {}
            return {"repeat": self.amount.sets, **between, "steps": [found]}
        return found

    def _named(self) -> dict[str, str]:
        side = self.amount.side if self.amount.side in ("left", "right") else ""
        names = re.search(rf"\b(?:{side}|{side[:1]})\b", self.name, re.I)
        name = self.name if names else f"{self.name}, {side}"
        return {"title": name[:MOST_TITLE]} if self.name else {}

    def _breathing(self) -> dict[str, Any]:
        one = self.amount
        long: dict[str, Any] = {"times": one.reps} if one.reps else {"for": written(one.length)}
        return {"breathe": one.breath, **long}

    def _work(self) -> dict[str, Any]:
        one = self.amount
        found: dict[str, Any] = {"target": self.target, "technique": self.technique}
        for key, word in (("side", one.side), ("hand", self.hand)):
            if word:
                found[key] = word
        if one.pressure:
            found["pressure"] = one.pressure
        hold = one.hold or (one.length if one.reps else 0)
        if hold:
            found["hold"] = written(hold)
            if one.release:
                found["release"] = written(one.release)
            if one.reps > 1:
                found["times"] = one.reps
        elif one.length:
            found["for"] = written(one.length)
        else:  # so many, and nothing says how fast: the person goes on when they are done
            found["wait"] = "yes"
            many = "once" if one.reps == 1 else f"{one.reps} times"
            found["say"] = f"{self.name or self.text}: {many}, at your own pace."
        return found


def words_of(rest: str) -> tuple[str, ...]:
    """The words of what amounts have left of a line."""
    return tuple(re.findall(r"[^\W_]+(?:['-][^\W_]+)*", rest.replace("|", " ")))


def exercise_of(told: str, amount: Amount, rest: str, is_named: bool = False) -> Exercise | None:
    """The exercise in the line `told`, of which `rest` is left beside `amount`; None for none.

    `is_named`: it is the name of one, whatever it says.
    """
    text = " ".join(words_of(rest))
    used: set[str] = set()
    technique = _technique(text, used)
    target = _target(text, used)
    hand = _longest("hand", text, used)
    breathes = amount.breath or re.search(r"\bbreath", told.lower()) is not None
    breathes = bool(breathes) and not target.replace("breath", "")
    if amount.release and told.lower().startswith("rest"):  # before it, and not after each
        amount = replace(amount, release=0, ranges=(*amount.ranges, told))
    says = target or technique or breathes or amount.hold or amount.reps or amount.length
    if not (says or is_named):
        return None
    if breathes:
        target = technique = ""
        if not (amount.reps or amount.length):  # rounds are breaths
            amount = replace(amount, reps=amount.sets, sets=0)
        used |= {word for word in text.split() if word.startswith(("breath", "diaphragm", "belly"))}
    elif target in TARGETS and TARGETS[target].cap is None and not technique:
        technique = "active_movement"
    elif not (target or hand or _touches(technique) or _is_massage(text)):
        target, technique = "other", technique or "active_movement"
    if _touches(technique):
        target = _UNDER_HANDS.get(target, target)
    if technique not in ("stretch_hold", "active_movement", "") and target == "other":
        target = ""
    end = _prefix(told, rest)
    if amount.side in ("left", "right"):  # which is a part of the name
        end = max(end, _first_figure(told))
    name = told[:end].strip(" .,:;-–—(|")
    left = tuple(word for word in text.split() if word not in used | FILLING)
    if target == "other":  # it has no other name, and all of its words are in it
        left = tuple(word for word in left if word not in name.lower())
    return Exercise(told, name, target, technique, hand, amount, breathes, left=left)


def _prefix(told: str, rest: str) -> int:
    """How much of the line stands before the first amount; all where that is nothing."""
    first = rest.split("|")[0].rstrip()
    return len(first) if first.strip(" -") and evened(told).startswith(first) else len(told)


def _first_figure(told: str) -> int:
    found = re.search(r"\d|\bfor\b", told)
    return found.start() if found else len(told)


def _touches(technique: str) -> bool:
    return bool(technique) and TECHNIQUES[technique].touches


def _is_massage(text: str) -> bool:
    return re.search(r"\bmassag|\bball\b|\broller\b", text) is not None


def _technique(text: str, used: set[str]) -> str:
    for words, technique in _HOW.items():
        if match := re.search(rf"\b(?:{words})\b", text):
            used |= set(match[0].split())
            return technique
    return _longest("technique", text, used)


def _target(text: str, used: set[str]) -> str:
    for phrase in _phrases(text):
        if vocabulary.is_unsafe(phrase) and not _DENIED.search(text.split(phrase)[0]):
            used |= set(phrase.split())
            return phrase
        found = _TO_TARGET.get(phrase) or vocabulary.find("target", phrase)
        if found and found not in ("other", "breath", "belly"):
            used |= set(phrase.split())
            return found
    return ""


def _longest(kind: str, text: str, used: set[str]) -> str:
    for phrase in _phrases(text):
        found = vocabulary.find(kind, phrase)
        if found and found not in ("none", "hold"):
            used |= set(phrase.split())
            return found
    return ""


def _phrases(text: str) -> list[str]:
    """Every run of words in `text`, the longest first."""
    words = text.split()
    return [
        " ".join(words[at : at + many])
        for many in range(min(MOST_WORDS, len(words)), 0, -1)
        for at in range(len(words) - many + 1)
    ]
