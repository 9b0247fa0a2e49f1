"""Routine files made for a test: short to write, and with a mark where a problem is expected."""

from pathlib import Path

from relax_coach.core import document
from relax_coach.core.document import Document
from relax_coach.core.routine import Routine

MARK = "»"
SHIPPED = sorted((Path(__file__).resolve().parents[2] / "routines").rglob("*.yaml"))


def file(*steps: str, top: str = "cautions: []") -> str:
    """A routine file with these steps, each written as its lines, and `top` above them."""
    written = "".join("  - " + step.strip("\n").replace("\n", "\n    ") + "\n" for step in steps)
    return f"format: 1\ntitle: T\n{top}\nsteps:\n{written}"


def read(text: str) -> Document:
    return document.read(text.encode())


def routine(*steps: str, top: str = "cautions: []") -> Routine:
    """The routine of `file(...)`; it must be without a problem."""
    found = read(file(*steps, top=top))
    assert found.problems == (), found.problems
    assert found.routine is not None
    return found.routine


def problems(text: str) -> list[tuple[str, int, int]]:
    """Code, line and column of every problem of `text`."""
    return [(p.code, p.place.line, p.place.column) for p in read(text).problems]


def marked(text: str) -> tuple[str, list[tuple[int, int]]]:
    """`text` without its marks, and the line and column each of them stood at."""
    places = []
    while MARK in text:
        before, _, after = text.partition(MARK)
        places.append((before.count("\n") + 1, len(before) - before.rfind("\n")))
        text = before + after
    return text, places
