"""The tables of docs/routine-format.md, made from the tables of the program."""

from collections.abc import Callable, Iterable

import format_figures as figures
from format_figures import NONE, code, span

from relax_coach.core import limits, phrases, totals, value
from relax_coach.core import vocabulary as words
from relax_coach.core.codes import CODES
from relax_coach.core.schema import ANY, KINDS, STEP, TOP, Field
from relax_coach.core.sense import SENSE

LINKS = {
    "target": "#targets",
    "technique": "#techniques",
    "side": "#sides",
    "hand": "#hands",
    "position": "#positions",
    "caution": "#cautions",
}
"""The section of the page on each kind of word."""

REGIONS = {
    "head": "Head and face",
    "neck": "Neck and base of the skull",
    "shoulder": "Shoulder, back, arm and hand",
}


def table(head: str, rows: Iterable[Iterable[object]]) -> str:
    """A table; `head` names its columns, separated by `|`."""
    columns = [column.strip() for column in head.split("|")]
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join("| " + " | ".join(str(cell) for cell in line) + " |\n" for line in lines)


def told(one: value.Value[object]) -> str:
    """What may stand as the value of a key."""
    match one:
        case value.Text(most=most):
            return f"text up to {most:,}"
        case value.Word(kind=kind):
            return f"a [{kind}]({LINKS[kind]})"
        case value.Choice(words=choices):
            return code(*choices)
        case value.Number(least=least, most=most):
            return f"{least} to {most}" if least < most else code(least)
        case value.Duration(least=least):
            return "a [duration](#durations)" + ("" if least else " or 0")
        case value.BreathPattern():
            return "a [breath](#breaths)"
        case value.LanguageTag():
            return "a language tag"
        case value.SourceEntry():
            return "[sources](#sources)"
        case value.StepList():
            return "[steps](#steps)"
        case value.ListOf(item=value.Word(kind=kind), most=most):
            return f"up to {most} [{kind}s]({LINKS[kind]})"
        case value.ListOf(item=value.Text(most=longest), most=most):
            return f"up to {most} texts up to {longest}"
        case value.ListOf(item=item, most=most):
            return f"up to {most} {told(item)}"
    raise ValueError(f"the page has no words for {one}")


def top() -> str:
    rows = [(code(f.key), "yes" if f.required else "", told(f.value), f.meaning) for f in TOP]
    return table("key | must | value | meaning", rows)


def kinds() -> str:
    """Every kind of step: the keys that make it, and those it shares with few others."""
    rows = []
    for kind in KINDS:
        needed = [f.key for f in STEP if f.required and f.on == {kind}] or [KINDS[kind]]
        needed = ["target", *needed] if kind == "massage" else needed
        others = [f.key for f in STEP if kind in f.on and f.on != ANY and f.key not in needed]
        rows.append((kind, code(*needed), code(*others)))
    return table("kind | made by | may also have", rows)


def any_keys() -> str:
    rows = [(code(f.key), told(f.value), f.meaning) for f in STEP if f.on == ANY]
    return table("key | value | meaning", rows)


def step_keys() -> str:
    def on(field: Field) -> str:
        return ", ".join(kind for kind in KINDS if kind in field.on)

    rows = [(code(f.key), on(f), told(f.value), f.meaning) for f in STEP if f.on != ANY]
    return table("key | on | value | meaning", rows)


def targets() -> str:
    """Those that may be touched, by region, then those that are only moved, tensed or drawn."""
    parts = []
    for region, name in REGIONS.items():
        rows = [
            (code(t.word), t.name, sides(t), limits.cap(t.word), limits.cap(t.word, "partner"))
            for t in words.TARGETS.values()
            if t.region == region and t.cap is not None
        ]
        longest = span(words.LONGEST_PRESS[region])
        parts.append(f"**{name}**: a single press lasts at most {longest}.\n")
        parts.append(table("target | lay name | sides | cap | partner", rows))
    moved = [(code(t.word), t.name, sides(t)) for t in words.TARGETS.values() if t.cap is None]
    parts.append("**Without a cap**: nothing presses or strokes here.\n")
    parts.append(table("target | lay name | sides", moved))
    return "\n".join(parts)


def sides(target: words.Target) -> str:
    return " ".join(side for side in words.SIDES if side in target.sides) or NONE


def places() -> str:
    rows = [(code(t.word), t.landmark, spelled(t)) for t in words.TARGETS.values()]
    return table("target | where | also written", rows)


def refused() -> str:
    return ", ".join(words.UNSAFE) + ".\n"


def techniques() -> str:
    rows = [
        (
            code(t.word),
            t.name,
            spelled(t),
            t.pressure,
            "yes" if t.touches else "no",
            "no" if t.word in totals.UNCOUNTED else "yes",
        )
        for t in words.TECHNIQUES.values()
    ]
    return table("technique | lay name | also written | pressure | hands on | counts", rows)


def told_as() -> str:
    rows = [(code(t.word), t.phrase, phrases.press_word(t.word)) for t in words.TECHNIQUES.values()]
    return table("technique | in the instruction | with the first hold", rows)


def fits() -> str:
    """Which techniques fit: the targets that take the same ones in one row."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for target in words.TARGETS.values():
        fitting = (t.word for t in words.TECHNIQUES.values() if not words.fault_of_pair(target, t))
        groups.setdefault(tuple(fitting), []).append(target.word)
    usual = max(groups, key=lambda fitting: len(groups[fitting]))
    missing = [word for word in words.TECHNIQUES if word not in usual]
    rows = [(code(*on), code(*fitting)) for fitting, on in groups.items() if fitting != usual]
    return table("target | techniques", [*rows, ("every other", f"all but {code(*missing)}")])


def hands() -> str:
    return named("hand | said as | also written", words.HANDS.values())


def positions() -> str:
    return named("position | said as | also written", words.POSITIONS.values())


def cautions() -> str:
    return named("caution | what the person is told | also written", words.CAUTIONS.values())


def named(head: str, rows: Iterable[words.Word]) -> str:
    return table(head, [(code(word.word), word.name, spelled(word)) for word in rows])


def spelled(one: words.Target | words.Technique | words.Word) -> str:
    return ", ".join(alias for alias in one.aliases if alias != one.name) or NONE


def codes() -> str:
    return table(
        "code | means | what to do",
        [(code(one.word), one.means, one.remedy) for one in CODES.values()],
    )


def sense() -> str:
    return table(
        "code | means | what to do",
        [(code(one.word), one.means, one.remedy) for one in SENSE.values()],
    )


def ends() -> str:
    """How far a check goes: the codes that cut it short in the same way in one row."""
    groups: dict[str, list[str]] = {}
    for one in CODES.values():
        if one.ends:
            groups.setdefault(one.ends, []).append(one.word)
    return table("code | then", [(code(*found), how) for how, found in groups.items()])


TABLES: tuple[Callable[[], str], ...] = (
    top, kinds, any_keys, step_keys,
    targets, places, refused, techniques, told_as, fits, hands, positions, cautions,
    figures.safety, figures.sizes, figures.times, figures.sentences, figures.rhythm,
    figures.cue_order, codes, ends, figures.warnings, sense,
)  # fmt: skip
"""In the order of the page, where each is called by its function's name, with spaces."""


def tables() -> dict[str, str]:
    """Every table by its name in the page."""
    return {make.__name__.replace("_", " "): make() for make in TABLES}
