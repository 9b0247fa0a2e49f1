"""A routine as a sheet to print: its steps as they are written, a round of a repeat once."""

import shutil
import textwrap
from collections.abc import Iterable
from itertools import pairwise

from relax_coach.core import instruction, safety, vocabulary
from relax_coach.core.options import Answered, Options
from relax_coach.core.phrases import clock, felt, spoken_time
from relax_coach.core.plan import Plan
from relax_coach.core.problem import cells
from relax_coach.core.routine import Repeat, Routine, Step
from relax_coach.core.ruling import REFUSED
from relax_coach.core.timeline import Span, Timeline
from relax_coach.core.verdict import Verdict

WIDEST = 88
INDENT = 3


def sheet(routine: Routine, options: Options, timeline: Timeline, verdict: Verdict) -> str:
    """The sheet of `routine` with the times of `timeline`, its session with `options`.

    It is as wide as the terminal, up to 88. What `verdict` changes stands first.
    """
    width = min(WIDEST, shutil.get_terminal_size().columns)
    lines = [routine.title, "=" * min(width, cells(routine.title))]
    if routine.summary:
        lines += textwrap.wrap(routine.summary, width)
    lines += ["", f"Length: {clock(timeline.total)}, of which {clock(timeline.work)} is work."]
    if routine.who == "partner":
        lines += textwrap.wrap("For two: the sides are those of who is massaged.", width)
        lines += ["", safety.CONSENT_TITLE, *_bullets(safety.CONSENT[:-1], width), ""]
    if routine.position != "any":
        lines.append(f"Position: {verdict.position}.")
    if verdict.needs:
        lines += textwrap.wrap(f"At hand: {', '.join(verdict.needs)}.", width)
    if routine.dose:
        lines += textwrap.wrap(f"How often: {routine.dose}", width)
    lines += _for_you(verdict, width)
    for note in timeline.notes:
        if note not in verdict.sentences:
            lines += textwrap.wrap(f"Note: {note}", width)
    lines += _Steps(Plan(routine, options), timeline, width).lines(routine.steps, 0)
    if routine.every_caution:
        cautions = (vocabulary.CAUTIONS[word].name for word in routine.every_caution)
        lines += ["", "Take care", *_bullets(cautions, width)]
    lines += ["", "Stop at once at any of these"]
    lines += _bullets([*safety.STOP_RULES, *routine.stop_if], width)
    if routine.sources:
        lines += ["", "Sources"]
        lines += _bullets((str(source) for source in routine.sources), width)
    lines += ["", *textwrap.wrap(safety.NOT_MEDICAL, width)]
    by = " · ".join(part for part in (routine.author, routine.license) if part)
    return "\n".join(lines + ([by] if by else []))


def _for_you(verdict: Verdict, width: int) -> list[str]:
    """What the answers that are kept on this machine make of the routine."""
    if not verdict.sentences:
        return []
    refused = verdict.result == REFUSED
    head = "Not for you now, by what you answered" if refused else "For you, by what you answered"
    lines = ["", head, *_bullets((*verdict.sentences, *verdict.advice), width)]
    return [*lines, "What follows is to be read, not to be done now."] if refused else lines


class _Steps:
    """The steps of a sheet; their numbers are those of playing. What is left out is not there."""

    def __init__(self, plan: Plan, timeline: Timeline, width: int) -> None:
        self.width = width
        self.spans: dict[int, list[Span]] = {}
        for span in timeline.spans:
            if span.step is not None:
                self.spans.setdefault(span.step, []).append(span)
        self.numbers: dict[int, int] = {}
        """When a step is played first, by the id of the step as it is written."""
        for item in plan.items:
            if isinstance(item, Answered):
                self.numbers.setdefault(id(item.written), item.number)
        self.number = 0

    def lines(self, steps: Iterable[Step], indent: int) -> list[str]:
        lines = []
        for step in steps:
            if isinstance(step, Repeat):
                lines += self._rounds(step, indent)
            elif id(step) in self.numbers:
                self.number += 1
                lines += ["", *self._step(step, self.spans[self.numbers[id(step)]], indent)]
        return lines

    def _rounds(self, repeat: Repeat, indent: int) -> list[str]:
        before = self.number
        inner = self.lines(repeat.steps, indent + INDENT)
        if self.number == before:
            return []
        self.number = before + (self.number - before) * repeat.times
        facts = [f"{repeat.times} rounds"] if repeat.title else []
        if repeat.between:
            facts.append(f"{spoken_time(repeat.between)} of rest between")
        head = f"{before + 1} to {self.number}. {instruction.title(repeat, '', '')}"
        head += f"  ({', '.join(facts)})" if facts else ""
        said = instruction.fill(repeat.say, repeat, "", "")
        told = [self._wrapped(text, indent + INDENT) for text in (said, repeat.show)]
        return ["", *self._wrapped(head, indent), *told[0], *told[1], *inner]

    def _step(self, step: Step, spans: list[Span], indent: int) -> list[str]:
        lead, work = spans[0], [span for span in spans if span.kind not in ("lead", "switch")]
        facts = [clock(sum(span.length for span in work))]
        if work[0].kind == "wait":
            facts = ["until you go on"] + ([] if work[0].open else [f"{facts[0]} at most"])
        sides = list(dict.fromkeys(span.side for span in work if span.side))
        if len(sides) > 1:
            turns = sum(one.side != other.side for one, other in pairwise(work))
            facts.append("left and right in turn" if turns > 1 else " then ".join(sides))
        elif sides and sides != ["midline"]:
            facts.append(sides[0])
        if work[0].cycles and work[0].cycles > 1:
            facts.append(f"{work[0].cycles} times")
        if lead.pressure:
            facts.append(f"pressure {felt(lead.pressure)}")
        head = f"{lead.step}. {lead.title}  ({', '.join(facts)})"
        within = indent + INDENT
        sources = "; ".join(str(source) for source in step.sources)
        from_where = f"Source: {sources}" if sources else ""
        return [
            *textwrap.wrap(
                head, self.width, initial_indent=" " * indent, subsequent_indent=" " * within
            ),
            *self._wrapped(lead.text, within),
            *self._wrapped(lead.show, within),
            *self._wrapped(from_where, within),
        ]

    def _wrapped(self, text: str, indent: int) -> list[str]:
        margin = " " * indent
        return textwrap.wrap(text, self.width, initial_indent=margin, subsequent_indent=margin)


def _bullets(texts: Iterable[str], width: int) -> list[str]:
    return [
        line
        for text in texts
        for line in textwrap.wrap(text, width, initial_indent="- ", subsequent_indent="  ")
    ]
