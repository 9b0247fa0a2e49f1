"""Every sentence the program can say of itself, by the bank of clips it is in.

Found by letting the program speak: every preset with every choice and every condition, and the
sentences it makes for any routine that has none of its own.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from relax_coach.core import instruction, phrases, safety, vocabulary
from relax_coach.core.compile import compile_routine
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.ease_off import ease_off
from relax_coach.core.options import Options, is_spot
from relax_coach.core.other_side import other_side
from relax_coach.core.routine import Routine
from relax_coach.core.speech import sentences
from relax_coach.core.timeline import Timeline
from relax_coach.store import library

LENGTHS = tuple(ms / 1000 for ms in range(1_000, 20_001, 500) if instruction.is_told(ms))
"""Of the parts of a breath, in seconds: those that are told."""


def banks() -> Mapping[str, tuple[str, ...]]:
    """Name of a bank → its sentences, each in one bank alone, in a steady order."""
    presets = {
        entry.name: entry.document.routine
        for entry in (*library.entries(), library.demo())
        if entry.origin == "preset" and entry.document.routine is not None
    }
    texts = {"program": _program(), "stop": _stop(presets.values()), "pieces": _pieces()}
    texts |= {name: _routine(routine) for name, routine in presets.items()}
    found: dict[str, tuple[str, ...]] = {}
    taken: set[str] = set()
    for name, said in texts.items():
        found[name] = tuple(one for one in _parts(said) if one not in taken)
        taken |= set(found[name])
    return found


def _parts(texts: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part for text in texts for part in sentences(text)))


def _program() -> Iterator[str]:
    """The fixed lines."""
    words = vars(phrases) | vars(instruction)
    del words["PROPPED"]  # only ever said within other sentences
    for name, value in words.items():
        if name.isupper() and isinstance(value, str):
            yield value
        elif name.isupper() and isinstance(value, tuple):
            yield from value
        elif name.isupper() and isinstance(value, Mapping):
            yield from value.values()
    yield from (safety.SPOKEN_STOP, safety.EVERYWHERE, safety.ASK_PRESSURE)
    yield from map(phrases.paced_press, vocabulary.TECHNIQUES)


def _stop(routines: Iterable[Routine]) -> Iterator[str]:
    """What is said when something is wrong."""
    yield from map(safety.stop_said, safety.TOLD)
    for routine in routines:
        yield safety.stop_said(routine.who, routine.stop_if)


def _pieces() -> Iterator[str]:
    """What the sentences for any routine are made of."""
    for who in ("self", "partner"):
        for side in ("left", "right"):
            yield phrases.switch(side, who)
            yield phrases.switch(side, who, "stretch_hold")
        yield phrases.end("full", who)
    yield from ("Left side.", "Right side.", "Both sides.")
    yield from ("Their left side.", "Their right side.")
    for target in vocabulary.TARGETS.values():
        yield f"{phrases.capital(target.name)}."
        yield f"{phrases.capital(target.name)}, {target.landmark}."
    for hand in vocabulary.HANDS.values():
        yield f"Use {hand.name}."
    for technique in vocabulary.TECHNIQUES.values():
        yield f"{phrases.capital(technique.name)}."
        yield f"{phrases.capital(technique.phrase)}."
        yield f"{phrases.capital(technique.phrase.removesuffix(', over and over'))}."
    for position in vocabulary.POSITIONS.values():
        yield f"{phrases.capital(position.name)}."
        for lying in (False, True):
            yield phrases.moved(position.word, lying)
            yield phrases.moved(position.word, lying, propped=True)
    yield from ("On each breath out.", "On their breath out.", "One breath.")
    for count in range(2, instruction.MOST_COUNTED + 1):
        yield f"{count} times."
        yield f"{count} breaths."
    for length in LENGTHS:
        yield f"Breathe in for {length:g}."
        yield f"Out for {length:g}."
        yield f"Hold for {length:g}." if length <= 10 else ""
    for pressure in range(1, 8):
        yield phrases.lightly(pressure)
        yield f"Lightly today: at most {pressure} of ten."


def _routine(routine: Routine) -> Iterator[str]:
    """What one preset says, with every choice and every single condition."""
    yield f"{routine.title}."
    for options in _choices(routine):
        timeline = compile_routine("", routine, options, lambda text: 0)
        yield from _said(timeline)
        if not options.held:
            for span in timeline.spans:
                for edit in (other_side, ease_off):
                    changed, told = edit(timeline, span.start)
                    yield told
                    yield from _said(changed)


def _said(timeline: Timeline) -> Iterator[str]:
    yield from (cue.text for cue in timeline.cues if cue.text)


def _choices(routine: Routine) -> Iterator[Options]:
    spots = [word for word in vocabulary.TARGETS if is_spot(word)] if routine.asks_spot else [""]
    sides = ("", "left", "right", "each") if routine.asks_side else ("",)
    for spot in spots:
        for side in sides:
            yield Options(spot=spot, side=side)
            yield Options(spot=spot, side=side, held=frozenset({"nobody"}))
    plain = Options()
    yield from (replace(plain, held=frozenset({word})) for word in CONDITIONS)
    yield from (replace(plain, exported=True), replace(plain, known=True))
