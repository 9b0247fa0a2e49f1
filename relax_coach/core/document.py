"""YAML text → a Routine, or all its Problems."""

from collections.abc import Iterator
from dataclasses import dataclass

from relax_coach.core import node
from relax_coach.core.node import Mapping, Node, Scalar
from relax_coach.core.problem import MOST, Place, Problem
from relax_coach.core.report import Report
from relax_coach.core.routine import Routine, Step
from relax_coach.core.schema import TOP, TOP_FIELDS, Values, read_mapping
from relax_coach.core.steps import StepReader, TooDeep

FORMAT = 1
FORM_CODES = ("alias-not-allowed", "tag-not-allowed", "bad-character")
"""What is wrong with how a value is written, whatever it means."""


START = Place()
"""Where a problem of the whole file stands."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: a routine when it has no error, and every problem found."""

    routine: Routine | None
    problems: tuple[Problem, ...]
    text: str
    """The source, for quoting; "" where it could not be decoded."""
    title: str = ""
    """The title, even of a file with errors, so that a list can name it."""
    title_place: Place = START
    """Where that stands."""

    @property
    def ok(self) -> bool:
        return self.routine is not None


def read(data: bytes) -> Document:
    """The document in `data` (UTF-8 YAML, at most 256 KiB). Never raises for bad input."""
    source_text, fault = node.decode(data)
    if fault is not None:
        return Document(None, (fault,), "")
    tree = node.parse(source_text)
    report = Report(tree.whole)
    report.problems.extend(tree.problems)
    routine, title, title_place = None, "", START
    if not tree.stopped:
        reading = _Reading(report)
        routine = reading.routine(tree.root)
        title, title_place = reading.title, reading.title_place
    problems = sorted(dict.fromkeys(_first(report.problems)), key=lambda p: p.order)
    if any(problem.severity == "error" for problem in problems):
        routine = None
    if len(problems) > MOST:
        more = len(problems) - MOST
        message = f"and {more} more problems"
        problems = [*problems[:MOST], Problem(problems[MOST].code, problems[MOST].place, message)]
    return Document(routine, tuple(problems), source_text, title, title_place)


def _first(problems: list[Problem]) -> Iterator[Problem]:
    """`problems` without those of a value whose form was already wrong: one a value is enough."""
    misformed = {(p.place.line, p.place.column) for p in problems if p.code in FORM_CODES}
    for problem in problems:
        place = (problem.place.line, problem.place.column)
        if problem.code in (*FORM_CODES, "missing-key") or place not in misformed:
            yield problem


class _Reading:
    def __init__(self, report: Report) -> None:
        self.report = report
        self.title, self.title_place = "", START

    def routine(self, root: Node | None) -> Routine | None:
        if not isinstance(root, Mapping):
            place = root.place if root is not None else START
            if self.report.whole:
                hint = "begin with `format: 1`"
                self.report.add("not-a-mapping", place, "a routine is a list of keys", hint)
            return None
        if self._is_newer(root):
            return None
        top = read_mapping(root, TOP_FIELDS, frozenset(TOP_FIELDS), "a routine", self.report)
        self.title = top.get("title", "")
        self.title_place = top.places.get("title", START)
        for field in TOP:
            if field.required and field.key not in top.written and self.report.whole:
                hint = "cautions: []" if field.key == "cautions" else ""
                said = f"the key `{field.key}` is missing"
                self.report.add("missing-key", START, said, hint)
        steps = self._steps(top)
        if self.report.failed:
            return None
        fields = {key: top.values[key] for key in top.values if key not in ("format", "steps")}
        return Routine(steps=steps, **fields)

    def _steps(self, top: Values) -> tuple[Step, ...]:
        if "steps" not in top.values:
            return ()
        try:
            return StepReader(self.report, top).read(top.values["steps"])
        except TooDeep:  # it is reported, and what follows is not judged
            return ()

    def _is_newer(self, root: Mapping) -> bool:
        """Whether the file is of a later format, which this one's rules may not judge."""
        for key, value in root.pairs:
            if key.text == "format" and isinstance(value, Scalar):
                figure = value.text.strip().lstrip("0") or "0"
                if figure.isascii() and figure.isdigit() and int(figure[:12]) > FORMAT:
                    said = f"format {figure[:12]} is newer than this program knows"
                    hint = f"a Relax Coach that reads format {figure[:12]} is needed"
                    self.report.problems.clear()
                    self.report.add("newer-format", value.place, said, hint)
                    return True
        return False
