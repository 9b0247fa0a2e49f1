"""The tables of docs/routine-format.md, made from the tables of the program."""

from collections.abc import Iterable

from relax_coach.core import (
    advice,
    cues,
    fit,
    limits,
    node,
    problem,
    steps,
    timing,
    totals,
    value,
    visit,
)
from relax_coach.core import compile as laid_out
from relax_coach.core import vocabulary as words
from relax_coach.core.codes import CODES
from relax_coach.core.duration import HOUR, MINUTE
from relax_coach.core.options import UNATTENDED_CAP
from relax_coach.core.routine import DEFAULT_SWITCH, Ms
from relax_coach.core.schema import ANY, KINDS, STEP, TOP, Field
from relax_coach.core.stay import STAY

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
NONE = "–"


def table(head: str, rows: Iterable[Iterable[object]]) -> str:
    """A table; `head` names its columns, separated by `|`."""
    columns = [column.strip() for column in head.split("|")]
    lines = [columns, ["---"] * len(columns), *rows]
    return "".join("| " + " | ".join(str(cell) for cell in line) + " |\n" for line in lines)


def code(*written: object) -> str:
    return " ".join(f"`{one}`" for one in written) or NONE


def span(length: Ms) -> str:
    """A length of time, in the largest unit that leaves no fraction."""
    for unit, name in ((HOUR, "h"), (MINUTE, "min")):
        if length >= 2 * MINUTE and length % unit == 0:
            return f"{length // unit} {name}"
    return f"{length / 1000:g} s"


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
            return "a breath: `5-5`, `4-7-8`"
        case value.LanguageTag():
            return "a language tag"
        case value.SourceEntry():
            return "sources"
        case value.StepList():
            return "steps"
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


def step_keys() -> str:
    def on(field: Field) -> str:
        return "any" if field.on == ANY else ", ".join(kind for kind in KINDS if kind in field.on)

    rows = [(code(f.key), on(f), told(f.value), f.meaning) for f in STEP]
    return table("key | on | value | meaning", rows)


def targets() -> str:
    """Those that may be pressed by region, then those that are only moved, tensed or drawn."""
    parts = []
    for region, name in REGIONS.items():
        found = [t for t in words.TARGETS.values() if t.region == region and t.cap is not None]
        rows = [
            (code(t.word), t.name, sides(t), limits.cap(t.word), limits.cap(t.word, "partner"))
            for t in found
        ]
        longest = span(words.LONGEST_PRESS[region])
        parts.append(f"**{name}**: a single press lasts at most {longest}.\n\n")
        parts.append(table("target | lay name | sides | cap | partner", rows) + "\n")
    untouched = [t for t in words.TARGETS.values() if t.cap is None]
    parts.append("**Nothing presses or strokes here**: stretched, moved, tensed or only drawn.\n\n")
    moved = [(code(t.word), t.name, sides(t)) for t in untouched]
    return "".join(parts) + table("target | lay name | sides", moved)


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


def named(rows: Iterable[words.Word], first: str, second: str) -> str:
    found = [(code(word.word), word.name, spelled(word)) for word in rows]
    return table(f"{first} | {second} | also written", found)


def spelled(one: words.Target | words.Technique | words.Word) -> str:
    return ", ".join(alias for alias in one.aliases if alias != one.name) or NONE


def safety() -> str:
    press = words.LONGEST_PRESS
    breath_in, breath_out = value.INHALE
    rows: list[tuple[object, ...]] = [
        ("pressure anywhere", limits.STRONGEST),
        *(
            (f"pressure with `who: partner`: {name.lower()}", limits.PARTNER_CAPS[region])
            for region, name in REGIONS.items()
        ),
        ("pressure of a `hold` on a soft ball", limits.BALL_PRESSURE),
        ("pressure when nobody can answer", UNATTENDED_CAP),
        ("a single press: head, face, sore spot", span(press["head"])),
        ("a single press: neck and base of the skull", span(press["neck"])),
        ("a single press: shoulder, back, arm and hand", span(press["shoulder"])),
        ("a `hold` on a soft ball without a break", span(limits.LONGEST_BALL_HOLD)),
        ("`heat` and `cold` without a break", span(limits.LONGEST_THERMAL)),
        ("work on one target and side in a session", span(words.MOST_PER_TARGET)),
        ("breathing in, and breathing out", f"{span(breath_out)}, at least {span(breath_in)}"),
        ("a breath held", span(value.LONGEST_BREATH_HOLD)),
        (f"breaths with a hold of {span(totals.LONG_HOLD)} or more", totals.MOST_HELD_BREATHS),
        (f"breaths shorter than {span(totals.SHORT_BREATH)}", span(totals.MOST_SHORT_BREATHING)),
    ]
    return table("limit | at most", rows)


def sizes() -> str:
    least = span(totals.LEAST_LEAD)
    rows = [
        ("a file", f"{node.MOST_BYTES // 1024} KiB", code("too-large")),
        ("values in a file", f"{node.MOST_NODES:,}", code("too-large")),
        ("levels of YAML", node.DEEPEST, code("too-deep")),
        ("repeats in one another", steps.DEEPEST_REPEAT, code("too-deep")),
        ("steps written in a file", steps.MOST_STEPS, code("out-of-range")),
        ("steps played, repeats written out", f"{totals.MOST_STEPS:,}", code("too-long")),
        (f"a session, with {least} for each lead", span(totals.LONGEST_SESSION), code("too-long")),
        ("a duration", f"{span(HOUR)}, at least {span(value.SHORTEST)}", code("out-of-range")),
        ("a massage that waits", span(limits.LONGEST_WAIT), code("out-of-range")),
        ("combining marks in a row", node.MOST_COMBINING, code("bad-character")),
        ("problems told of one file", problem.MOST, NONE),
    ]
    return table("size | at most | else", rows)


def times() -> str:
    opening = "{} to {} s".format(*(length // 1000 for length in laid_out.OPENING_SPOKEN))
    reading = "{} to {} s".format(*(length // 1000 for length in laid_out.READING))
    least = span(totals.LEAST_LEAD)
    same, change = span(laid_out.SETTLE_SAME), span(laid_out.SETTLE_CHANGE)
    search, end = span(laid_out.SETTLE_SEARCH), span(laid_out.END_SILENT)
    rows = [
        ("opening", span(laid_out.OPENING_SILENT), opening),
        ("lead", f"{reading}, by reading", f"the sentence and {same}, at least {least}"),
        ("… target, side or hand changes", "the same", f"the sentence and {change}"),
        ("… a sore spot is searched", "the same", f"the sentence and {search}"),
        ("added to get into a position", span(laid_out.GET_THERE), "the same"),
        ("added to get up from lying", span(laid_out.GET_UP), "the same"),
        ("`switch`, where none is written", span(DEFAULT_SWITCH), "the same, and the sentence"),
        ("end", end, f"the sentence and {least}, at least {end}"),
    ]  # fmt: skip
    return table("time | without a voice | with one", rows)


def rhythm() -> str:
    unspaced = code(*sorted(laid_out.UNSPACED))
    rows = [
        ("reading speed", f"{laid_out.WORDS_A_SECOND} words a second"),
        (f"… in {unspaced}", f"{laid_out.CHARACTERS_A_SECOND} characters a second"),
        ("a wait without `for` where nobody can go on", span(timing.DEFAULT_WAIT)),
        ("`half` sounds in stretches of", f"{span(cues.HALF_FROM)} and more"),
        ("`three` `two` `one` sound in stretches of", f"{span(cues.COUNTDOWN_FROM)} and more"),
        ("of two sounds closer than this one gives way", span(cues.APART)),
        ("quiet lines in work longer than", span(visit.LONG_WORK)),
        ("one quiet line every", span(visit.QUIET_EVERY)),
        ("no quiet line in the last", span(visit.QUIET_BEFORE_END)),
        ("lines of `during` that no press or breath carries, apart", span(visit.LINES_APART)),
        ("`s` in a session: longer by", span(STAY)),
        ("`--fit`: a `for` stays at least", span(fit.SHORTEST_WORK)),
        ("`--fit`: a rest stays at least", span(fit.SHORTEST_REST)),
    ]
    return table("what | figure", rows)


def cue_order() -> str:
    return code(*cues.RANK) + "\n"


def warnings() -> str:
    shortest, longest = (span(length) for length in advice.STRETCH)
    raised = (
        f"arms up for more than {advice.ARMS_UP // 1000} s without {span(advice.ARMS_DOWN)} of rest"
    )
    rows = [
        (f"a single stretch under {shortest} or over {longest}", code("out-of-range")),
        (raised, code("over-cap")),
        (f"a text that speaks of {', '.join(advice.RISKY)}", code("unsafe-target")),
    ]
    return table("warning | code", rows)


def codes() -> str:
    return table(
        "code | means | what to do",
        [(code(one.word), one.means, one.remedy) for one in CODES.values()],
    )


def tables() -> dict[str, str]:
    """Every table by its name in the page."""
    return {
        "top": top(),
        "step keys": step_keys(),
        "targets": targets(),
        "places": places(),
        "refused": refused(),
        "techniques": techniques(),
        "hands": named(words.HANDS.values(), "hand", "said as"),
        "positions": named(words.POSITIONS.values(), "position", "said as"),
        "cautions": named(words.CAUTIONS.values(), "caution", "what the person is told"),
        "safety": safety(),
        "sizes": sizes(),
        "times": times(),
        "rhythm": rhythm(),
        "cue order": cue_order(),
        "codes": codes(),
        "warnings": warnings(),
    }
