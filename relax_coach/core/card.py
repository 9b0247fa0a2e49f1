"""What a list tells of one routine file: what stands on its card, without the file."""

import json
from dataclasses import astuple, dataclass
from typing import Any

from relax_coach.core.document import Document
from relax_coach.core.outlook import Outlook
from relax_coach.core.problem import Place, Problem
from relax_coach.core.routine import Ms
from relax_coach.core.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Facts:
    """Of a routine without errors."""

    who: str
    summary: str
    tags: tuple[str, ...]
    targets: tuple[str, ...]
    total: Ms
    work: Ms
    outlook: Outlook


@dataclass(frozen=True, slots=True)
class Card:
    """One file, broken ones included."""

    title: str
    problems: tuple[Problem, ...]
    facts: Facts | None
    """None of a file with errors."""

    @classmethod
    def of(cls, document: Document, timeline: Timeline | None, name: str) -> "Card":
        """The card of a document with its session; without a title it is called `name`."""
        routine = document.routine
        facts = None
        if routine is not None and timeline is not None:
            facts = Facts(
                routine.who,
                routine.summary,
                tuple(routine.tags),
                tuple(routine.targets),
                timeline.total,
                timeline.work,
                Outlook.of(routine),
            )
        return cls(document.title or name, document.problems, facts)

    def text(self) -> str:
        """All of it in one line of ASCII, for `read`."""
        facts = self.facts
        held: list[Any] | None = None
        if facts is not None:
            held = [facts.who, facts.summary, facts.tags, facts.targets, facts.total, facts.work]
            held.append(astuple(facts.outlook))
        told = [[p.code, p.place, p.message, p.hint, p.severity] for p in self.problems]
        return json.dumps([self.title, told, held], separators=(",", ":"))

    @classmethod
    def read(cls, text: str) -> "Card":
        """The card that `text` made this text of."""
        title, told, held = json.loads(text)
        problems = tuple(
            Problem(code, Place(*place), message, hint, severity)
            for code, place, message, hint, severity in told
        )
        if held is None:
            return cls(title, problems, None)
        who, summary, tags, targets, total, work, known = held
        presses, massage, breathing, changing, left_out = known
        ways_out = tuple((words, length) for words, length in left_out)
        outlook = Outlook(presses, massage, breathing, changing, ways_out)
        facts = Facts(who, summary, tuple(tags), tuple(targets), total, work, outlook)
        return cls(title, problems, facts)
