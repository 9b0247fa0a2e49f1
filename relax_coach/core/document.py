"""YAML text → a Routine, or all its Problems."""

from collections.abc import Iterator
from dataclasses import dataclass

from relax_coach.core import node
from relax_coach.core.field import Report
from relax_coach.core.node import Mapping, Node, Scalar
from relax_coach.core.problem import MOST, Place, Problem
from relax_coach.core.routine import Routine
from relax_coach.core.schema import TOP, TOP_LATER, read_mapping
from relax_coach.core.steps import StepReader

FORMAT = 1
FORM_CODES = ("alias-not-allowed", "tag-not-allowed", "bad-character")
"""What is wrong with how a value is written, whatever it means."""


@dataclass(frozen=True, slots=True)
class Document:
    """What a file holds: a routine when it has no error, and every problem found."""

    routine: Routine | None
    problems: tuple[Problem, ...]
    text: str
    """The source, for quoting; "" where it could not be decoded."""
    title: str = ""
    """The title, even of a file with errors, so that a list can name it."""

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
    routine = title = None
    if not tree.stopped:
        reading = _Reading(report)
        routine = reading.routine(tree.root)
        title = reading.title
    problems = sorted(dict.fromkeys(_first(report.problems)), key=lambda p: p.order)
    if any(problem.severity == "error" for problem in problems):
        routine = None
    if len(problems) > MOST:
        more = len(problems) - MOST
        message = f"and {more} more problems"
        problems = [*problems[:MOST], Problem(problems[MOST].code, problems[MOST].place, message)]
    return Document(routine, tuple(problems), source_text, title or "")


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
        self.title = ""

    def routine(self, root: Node | None) -> Routine | None:
        if not isinstance(root, Mapping):
            place = root.place if root is not None else Place()
            if self.report.whole:
                hint = "begin with `format: 1`"
                self.report.add("not-a-mapping", place, "a routine is a list of keys", hint)
            return None
        if self._is_newer(root):
            return None
        top = read_mapping(
            root, TOP, frozenset(TOP) | {"steps"}, TOP_LATER, "a routine", self.report
        )
        self.title = top.get("title", "")
        for key in ("format", "title", "cautions", "steps"):
            if key not in top.written and self.report.whole:
                hint = "cautions: []" if key == "cautions" else ""
                self.report.add("missing-key", Place(), f"the key `{key}` is missing", hint)
        steps_node = next((value for key, value in root.pairs if key.text == "steps"), None)
        reader = StepReader(self.report)
        steps = reader.read(steps_node, top) if steps_node is not None else []
        if any(problem.severity == "error" for problem in self.report.problems):
            return None
        fields = {key: value for key, value in top.values.items() if key != "format"}
        return Routine(steps=tuple(step for step, _ in steps), **fields)

    def _is_newer(self, root: Mapping) -> bool:
        """Whether the file is of a later format, which this one's rules may not judge."""
        for key, value in root.pairs:
            if key.text == "format" and isinstance(value, Scalar):
                figure = value.text.strip().lstrip("0") or "0"
                if figure.isascii() and figure.isdigit() and int(figure[:12]) > FORMAT:
                    said = f"format {figure[:12]} is newer than this program knows"
                    hint = "a newer version of Relax Coach is needed"
                    self.report.problems.clear()
                    self.report.add("newer-format", value.place, said, hint)
                    return True
        return False
