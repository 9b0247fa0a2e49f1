"""All there is to know about a routine before it begins."""

from textual.content import Content

from relax_coach.core import phrases, safety, vocabulary
from relax_coach.core.phrases import clock
from relax_coach.core.problem import Problem
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.ruling import REFUSED
from relax_coach.core.timeline import WORK_KINDS, Timeline
from relax_coach.core.verdict import Verdict
from relax_coach.tui.widgets.text import plain

WHO = {"self": "", "partner": "For two: one gives, one receives."}


def details(routine: Routine, timeline: Timeline, verdict: Verdict | None = None) -> Content:
    """The routine as one text: what it is, what it needs, its steps, cautions and sources.

    What `verdict` changes for this person stands first.
    """
    position = verdict.position if verdict else phrases.place(routine.position)
    needs = verdict.needs if verdict else routine.needs
    parts = [
        plain(routine.title, "bold $strong"),
        plain(_facts(timeline, position), "$primary"),
        Content(""),
        plain(routine.summary),
    ]
    if WHO[routine.who]:
        parts.append(Content(WHO[routine.who]))
    if verdict is not None and verdict.sentences:
        head = "Not for you now" if verdict.result == REFUSED else "For you, by what you answered"
        parts += _listed(head, [*verdict.sentences, *verdict.advice], "$accent")
    parts += _listed("At hand", needs)
    parts += _steps(timeline)
    cautions = [vocabulary.CAUTIONS[word].name for word in routine.every_caution]
    parts += _listed("Know first", [*cautions, safety.EVERYWHERE])
    parts += _listed("Stop also if", routine.stop_if)
    parts += _listed("How often", (routine.dose,) if routine.dose else ())
    parts += _listed("Sources", [str(source) for source in routine.sources], "$text-muted")
    made = ", ".join(part for part in (routine.author, routine.license) if part)
    parts += [Content(""), plain(made, "$text-muted")] if made else []
    parts += [Content(""), Content(safety.NOT_MEDICAL).stylize("$text-muted")]
    return Content("\n").join(parts)


def problems(title: str, path: str, found: tuple[Problem, ...]) -> Content:
    """What is wrong with a file that cannot be played."""
    parts = [
        plain(title, "bold $strong"),
        Content("This file has errors and cannot be played.").stylize("$error"),
        plain(path, "$text-muted"),
    ]
    for problem in found:
        place = problem.place
        parts += [
            Content(""),
            plain(f"{place.line}:{place.column}  {problem.message}"),
        ]
        if problem.hint:
            parts.append(plain(problem.hint, "$text-muted"))
    return Content("\n").join(parts)


def _facts(timeline: Timeline, position: str) -> str:
    steps = f"{timeline.steps} step{'s' if timeline.steps != 1 else ''}"
    return f"{clock(timeline.total)} · {steps} · {position}"


def _listed(head: str, texts: tuple[str, ...] | list[str], style: str = "") -> list[Content]:
    if not texts:
        return []
    return [_head(head), *(plain(f"· {text}", style) for text in texts)]


def _head(text: str) -> Content:
    return Content(f"\n{text}").stylize("bold $primary")


def _steps(timeline: Timeline) -> list[Content]:
    """Each step with its work and its sides: " 3  0:40  Knead the shoulder · left, right"."""
    work: dict[int, Ms] = {}
    titles: dict[int, str] = {}
    sides: dict[int, dict[str, None]] = {}
    for span in timeline.spans:
        if span.step is None or span.kind not in WORK_KINDS:
            continue
        work[span.step] = work.get(span.step, 0) + span.length
        titles.setdefault(span.step, span.title)
        if span.technique and span.side in ("left", "right", "both"):
            sides.setdefault(span.step, {})[span.side] = None
    rows = [_head("Steps")]
    for step, length in work.items():
        side = ", ".join(sides.get(step, {}))
        rows.append(
            Content.assemble(
                (f"{step:>2}  {clock(length):>5}  ", "$text-muted"),
                plain(titles[step]),
                (f"  {side}" if side else "", "$accent"),
            )
        )
    return rows
