"""What leads into a step: an author's words with the braces filled, or sentences made from fields.

The made ones are short, and each of few kinds: so a voice that knows them can say any routine.
"""

import re

from relax_coach.core import vocabulary
from relax_coach.core.conditions import STRETCH
from relax_coach.core.phrases import (
    PHASE_WORDS,
    READY,
    RELEASE_STRETCH,
    REST,
    REST_AGAIN,
    WAIT,
    capital,
    felt,
    spoken_time,
)
from relax_coach.core.routine import (
    Breath,
    Breathing,
    Held,
    Massage,
    Ms,
    Paced,
    Pulsed,
    Repeat,
    Rest,
    Step,
    Wait,
)  # fmt: skip

_FIRM = re.compile(
    r"[,:]? (clear but pleasant|firm but kind|firm, never sharp|firm|clear)(?=[,.:;])"
)
_SINKS = re.compile(r"\b(sink in|lean in)\b", re.IGNORECASE)
_FIRMLY = re.compile(r"\b(firm)(ly)?\b")
_BRACES = re.compile(r"\{(side|other_side|target|times|time)\}")
_TOLD = PHASE_WORDS | {"out": "Out"}
AGAIN = "Again."
IN_TURN = {
    "left": "Sides alternate, left first.",
    "right": "Sides alternate, right first.",
}
"""By the side that is first."""
FREELY = "Breathe freely if it becomes too long."
SAME_BREATH = "The same breath."
HALVES_UP_TO: Ms = 10_000
"""Up to here the parts of a breath are told in half seconds too; finer ones go with the tones."""
MOST_COUNTED = 40
"""More presses or breaths are not counted aloud."""
UNCOUNTED = "Over and over."
WITH_THE_TONES = "Breathe in and out with the tones."


def title(step: Step, target: str, side: str) -> str:
    """The step's title: the author's, or "Target: technique", "Rest", "Breathing 5-5"."""
    if step.title:
        return fill(step.title, step, target, side)
    if isinstance(step, Breathing):
        return f"Breathing {step.breath}"
    if isinstance(step, Repeat):
        return f"{step.times} rounds"
    if isinstance(step, Rest | Wait):
        return "Rest" if isinstance(step, Rest) else "Wait"
    assert isinstance(step, Massage)
    technique = vocabulary.TECHNIQUES[step.technique].name
    return f"{capital(vocabulary.TARGETS[target].name)}: {technique}"


def is_told(length: Ms) -> bool:
    """Whether a part of a breath as long as this is said in figures."""
    return length % (500 if length <= HALVES_UP_TO else 1000) == 0


def instruction(step: Step, target: str, side: str, pressure: int, who: str = "self") -> str:
    """The sentence that leads into `step`: its `say`, or one made from its fields."""
    if step.say:
        return fill(step.say, step, target, side)
    if isinstance(step, Breathing):
        return " ".join([*_hands(step, target), _breathing(step.breath, step.times)])
    if isinstance(step, Rest):
        hands = _hands(step, target)
        return " ".join([REST_AGAIN, *hands]) if hands else REST
    if isinstance(step, Wait):
        return WAIT
    assert isinstance(step, Massage)
    return _massage(step, target, side, pressure, who)


def again(step: Step, target: str, side: str, who: str = "self") -> str:
    """The short form of an instruction that was heard before in this session.

    Made from the fields alone: a voice knows those words, and not every author's title.
    """
    if isinstance(step, Breathing):
        return f"{AGAIN} {SAME_BREATH}"
    if isinstance(step, Rest | Wait):
        return REST_AGAIN if isinstance(step, Rest) else WAIT
    assert isinstance(step, Massage)
    where = vocabulary.TARGETS[target]
    technique = vocabulary.TECHNIQUES[step.technique].name
    names = f"{capital(where.name)}.", f"{capital(technique)}."
    return " ".join([AGAIN, *_side(step, where, side, who), *names])


def once_more(technique: str) -> str:
    """Said where the same side has another turn at once: out of a stretch first."""
    return f"{RELEASE_STRETCH} {AGAIN}" if technique in STRETCH else AGAIN


def softened(text: str) -> str:
    """An author's words without those that ask for more than a light touch."""
    text = _SINKS.sub(
        lambda sinks: "Rest lightly" if sinks[1][0].isupper() else "rest lightly", text
    )
    return _FIRMLY.sub(lambda match: "light" + (match[2] or ""), _FIRM.sub("", text))


def fill(text: str, step: Step, target: str, side: str) -> str:
    """`text` with {side}, {other_side}, {target}, {times} and {time} filled in."""
    values = {
        "side": "left and right" if side == "both" else side,
        "other_side": {"left": "right", "right": "left"}.get(side, side),
        "target": vocabulary.TARGETS[target].name if target else "",
        "times": str(_times(step)),
        "time": spoken_time(getattr(step, "length", 0)),
    }
    return _BRACES.sub(lambda match: values[match.group(1)], text)


def _times(step: Step) -> int:
    if isinstance(step, Breathing | Repeat):
        return step.times
    if isinstance(step, Massage) and isinstance(step.timing, Pulsed | Paced):
        return step.timing.times
    return 1


def _massage(step: Massage, target: str, side: str, pressure: int, who: str) -> str:
    """Short sentences, each of few kinds: so a voice that knows them can say any routine."""
    technique = vocabulary.TECHNIQUES[step.technique]
    where = vocabulary.TARGETS[target]
    parts = _side(step, where, side, who)
    if target == "other":  # nothing but its title tells what it is
        parts.append(f"{fill(step.title, step, target, side) or capital(where.name)}.")
    else:
        parts.append(f"{capital(where.name)}, {where.landmark}.")
    if step.hand not in ("", "none"):
        parts.append(f"Use {vocabulary.HANDS[step.hand].name}.")
    counted = isinstance(step.timing, Pulsed | Paced) and step.timing.times > 1
    phrase = technique.phrase.removesuffix(", over and over") if counted else technique.phrase
    parts.append(f"{capital(phrase)}.")
    if isinstance(step.timing, Paced):
        parts.append(f"On {'their' if who == 'partner' else 'each'} breath out.")
    if counted and step.side != "alternate":  # of what, would be a question there
        parts.append(_count(_times(step), "times"))
    if technique.touches and pressure:
        parts.append(f"Pressure {felt(pressure)}.")
    if isinstance(step.timing, Held):
        parts.append(READY)
    return " ".join(parts)


def _hands(step: Breathing | Rest, target: str) -> list[str]:
    """Where the hands lie meanwhile; the breath and the belly are known without a name."""
    if step.hand in ("", "none"):
        return []
    name = vocabulary.TARGETS[target].name if target not in ("", "breath", "belly") else ""
    return [*([f"{capital(name)}."] if name else []), f"Use {vocabulary.HANDS[step.hand].name}."]


def _side(step: Massage, where: vocabulary.Target, side: str, who: str) -> list[str]:
    """The sentence that names the side, where the target has more than one."""
    if step.side == "alternate":
        return [IN_TURN.get(side, IN_TURN["left"])]
    if side in ("left", "right"):
        return [f"Their {side} side." if who == "partner" else f"{capital(side)} side."]
    return ["Both sides."] if side == "both" and "left" in where.sides else []


def _breathing(breath: Breath, times: int) -> str:
    if not all(is_told(length) for _, length in breath.phases):
        parts = [WITH_THE_TONES]
    else:
        parts = [f"{_TOLD[phase]} for {length / 1000:g}." for phase, length in breath.phases]
    parts.append("One breath." if times == 1 else _count(times, "breaths"))
    parts.append(FREELY)
    return " ".join(parts)


def _count(times: int, what: str) -> str:
    return f"{times} {what}." if times <= MOST_COUNTED else UNCOUNTED
