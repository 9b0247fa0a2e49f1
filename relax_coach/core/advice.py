"""Warnings: what a routine may ask for, but an author should look at again."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from relax_coach.core import vocabulary
from relax_coach.core.limits import Places, single
from relax_coach.core.node import Scalar
from relax_coach.core.problem import Place
from relax_coach.core.report import Report
from relax_coach.core.routine import Breathing, Held, Massage, Ms, Repeat, Rest, Step, Wait

STRETCH: tuple[Ms, Ms] = (10_000, 60_000)
"""A single stretch: shorter does little, longer tires (facts 2 and 4 of the sources)."""
ARMS_UP: Ms = 120_000
ARMS_DOWN: Ms = 10_000
"""A rest this long lets raised arms recover (our own judgement)."""
UNSUPPORTED = frozenset({"seated", "seated_desk", "standing"})

RISKY = {
    "cracking a joint": r"crack(?:s|ed|ing)?",
    "circling the head all the way round": (
        r"full (?:head|neck) circles?|full circles? (?:of|with) (?:the|your|their) (?:head|neck)"
        r"|(?:roll|circle) (?:the|your|their) (?:head|neck)"
    ),
    "a massage gun": r"massage guns?",
    "a finger inside the cheek": r"inside (?:of )?(?:the|your|their) (?:cheeks?|mouth)",
    "the throat": r"throats?",
}
"""What to think twice about, and how it is written."""
_RISKY = {what: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for what, words in RISKY.items()}
_ANY_RISKY = re.compile("|".join(RISKY.values()))
"""Asked first of a text in lower case: nearly every text has none of it."""
_NEGATED = re.compile(
    r"\b(?:no|not|never|nor|none|without|avoid|away|instead|skip)\b|n['’]t\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"[^.!?;\n]+")


def advise_text(value: Scalar, report: Report) -> None:
    """Warn of a risky word, unless its sentence says not to."""
    if not _ANY_RISKY.search(value.text.lower()):
        return
    for sentence in _SENTENCE.findall(value.text):
        for what, words in _RISKY.items():
            if words.search(sentence) and not _NEGATED.search(sentence):
                hint = "say `never` in the same sentence if it is meant as a warning"
                report.warn("unsafe-target", value.place, f"the text speaks of {what}", hint)


def advise_stretch(step: Massage, places: Places, report: Report) -> None:
    """Warn of a single stretch that is very short or very long."""
    least, most = STRETCH
    if step.technique != "stretch_hold" or least <= single(step) <= most:
        return
    if isinstance(step.timing, Held) and "for" not in places:
        return  # the person ends it
    key = next(key for key in ("hold", "for", "breath", "") if key in places)
    said = f"a single stretch usually lasts {least // 1000} to {most // 1000} s"
    report.warn("out-of-range", places[key], said)


def advise_arms(steps: tuple[Step, ...], position: str, report: Report) -> None:
    """Warn, once, where arms are held up for more than two minutes without a rest."""
    place = _Arms(position).follow(steps)
    if place is not None:
        said = f"the arms have been up for more than {ARMS_UP // 1000} s without a rest"
        report.warn("over-cap", place, said, f"put `- rest: {ARMS_DOWN // 1000}s` before this step")


@dataclass(slots=True)
class _Arms:
    """How long the arms have been up."""

    position: str
    up: Ms = 0

    def follow(self, steps: Iterable[Step]) -> Place | None:
        """Where they have been up for too long; None when nowhere."""
        for step in steps:
            self.position = step.position or self.position
            tired = self._rounds(step) if isinstance(step, Repeat) else self._work(step)
            if tired is not None:
                return tired
        return None

    def _rounds(self, step: Repeat) -> Place | None:
        """A round that ends as the one before it brings nothing new; after the last is no rest."""
        for number in range(step.times):
            before = self.up, self.position
            if number and step.between >= ARMS_DOWN:
                self.up = 0
            tired = self.follow(step.steps)
            if tired is not None:
                return tired
            if number and (self.up, self.position) == before:
                return None
        return None

    def _work(self, step: Step) -> Place | None:
        if isinstance(step, Rest | Wait | Breathing):
            if step.length >= ARMS_DOWN:
                self.up = 0
        elif isinstance(step, Massage):
            target = vocabulary.TARGETS[step.target]
            raised = (
                target.region in ("head", "neck")
                and vocabulary.TECHNIQUES[step.technique].touches
                and step.hand not in ("soft_ball", "none")
                and self.position in UNSUPPORTED
            )
            sided = (step.side or target.default_side) in ("each", "alternate", "sore")
            self.up += step.length * (2 if sided else 1) if raised else 0
            if self.up > ARMS_UP:
                return step.place
        return None
