"""`list`: the library in lines."""

import gc
import json
import sys
from collections.abc import Collection, Mapping
from datetime import date
from functools import cache
from itertools import repeat
from math import inf
from pathlib import Path
from time import monotonic
from typing import Any

import click

from relax_coach import speaker
from relax_coach.cli.chosen import length_of, speech_of
from relax_coach.cli.options import Choice
from relax_coach.core.card import Card
from relax_coach.core.compile import compile_routine
from relax_coach.core.conditions import Condition
from relax_coach.core.exits import Exit
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.core.problem import Problem, cells, shown
from relax_coach.core.routine import Ms
from relax_coach.core.ruling import ALLOWED, LIMITED, REFUSED, held_rows
from relax_coach.intake import known
from relax_coach.plain.keyboard import is_terminal
from relax_coach.store import catalogue, library
from relax_coach.store.library import File
from relax_coach.store.settings import load


@click.command("list", epilog="Example: relax-coach list neck --max 5m")
@click.argument("words", nargs=-1)
@click.option("--tag", help="Only routines with this tag.")
@click.option("--who", type=Choice(["self", "partner"]), help="For oneself, or for two.")
@click.option("--max", "longest", metavar="TIME", help="At most this long: 5m, 90s, 1m30s.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for scripts.")
def command(
    words: tuple[str, ...], tag: str | None, who: str | None, longest: str | None, as_json: bool
) -> int:
    """List the routines: name, length, title and tags. WORDS narrow it."""
    most = length_of(longest)
    held = _held()
    narrowed = bool(words or tag or who or most)
    found = _found(with_cards=narrowed or as_json or any(held.values()))
    own = {row[0].name for row in found if row[0].origin == "own"}
    if narrowed:
        found = [row for row in found if _fits(row, words, tag, who, most)]
    if as_json:
        rows = [_as_json(row, held, own) for row in found]
        click.echo(json.dumps({"version": 1, "routines": rows}, ensure_ascii=False, indent=2))
    elif found:
        click.echo(_table(found, held, own))
    else:
        click.echo("No routine fits. `relax-coach list` shows them all.", err=True)
    for folder in library.unreadable():
        click.echo(f"{shown(str(folder))} may not be read: nothing of it is listed.", err=True)
    return Exit.DONE


PATIENCE = 2.0
"""Seconds of silence, for who waits for a list."""
Held = Mapping[str, tuple[Condition, ...]]
"""Who a routine is for → what is known to hold."""

Row = tuple[File, str, str]
"""A file of the library, what stands behind its name in the list, and the text of its card.

Plain, as all that is made for each of thousands of files. The card is "" where none is looked at.
"""


def _card(row: Row) -> Card:
    return Card.read(row[2])


class Waits:
    """Tells once, at a terminal, why it takes so long."""

    def __init__(self) -> None:
        self._until = monotonic() + PATIENCE

    def tell(self) -> None:
        if monotonic() > self._until and is_terminal(sys.stderr):
            self._until = inf
            click.echo(
                "Many files are new or changed. They are read once, and then known.", err=True
            )


def _found(*, with_cards: bool) -> list[Row]:
    """All there is, in its order. Only what changed since it was listed last is read."""
    settings = load()
    speech = cache(lambda: speech_of(settings))

    waits = Waits()

    def find_out(path: str) -> tuple[catalogue.Row, bool]:
        gc.enable()
        waits.tell()
        name = Path(path).stem
        document = library.read_file(Path(path))
        routine = document.routine
        timeline = compile_routine(name, routine, Options(), speech()) if routine else None
        card = Card.of(document, timeline, name)
        was_read = all(problem.code != library.UNREAD for problem in document.problems)
        return catalogue.Row(_line(card, bool(document.text)), card.text()), was_read

    found: list[Row] = []
    gc.disable()  # nothing is thrown away while thousands of rows are put together
    try:
        with catalogue.Catalogue(speaker.state_of(settings)) as kept:
            for folder in library.folders():
                rows = kept.rows(folder.path, folder.names, find_out)
                cards = rows.cards if with_cards else repeat("", len(folder.names))
                found += zip(folder.files(), rows.lines, cards, strict=True)
    finally:
        gc.enable()
    return found


def _name(file: File, own: Collection[str]) -> str:
    """By which it is found: where an `own` one has the name of a preset, that is another."""
    return file.full_name if file.origin == "preset" and file.name in own else file.name


def _table(found: list[Row], held: Held, own: Collection[str]) -> str:
    """A line for each."""
    names = [_name(file, own) for file, _, _ in found]
    if (joined := "".join(names)).isascii() and joined.isprintable():
        widths = list(map(len, names))
    else:
        names = list(map(shown, names))
        widths = list(map(cells, names))
    width = max(widths) + 2
    lines = [
        f"{name}{' ' * (width - wide)}{line}"
        for name, wide, (_, line, _) in zip(names, widths, found, strict=True)
    ]
    if any(held.values()):  # else nothing is gentler, and no card is looked at
        lines = [line + _mark(_card(row), held) for line, row in zip(lines, found, strict=True)]
    return "\n".join(lines)


def _line(card: Card, has_text: bool) -> str:
    """What stands behind the name, but for what the person's answers make of it."""
    facts = card.facts
    if facts is None:
        first = card.problems[0]
        where = f"line {first.place.line}: " if has_text else ""
        return f" ----  {shown(card.title)}  (broken: {where}{shown(first.message)})"
    tags = f"  [{shown(', '.join(facts.tags))}]" if facts.tags else ""
    return f"{clock(facts.total):>5}  {shown(card.title)}{tags}"


MARKS = {ALLOWED: "", LIMITED: "  (gentler for you)", REFUSED: "  (not for you now)"}
"""What the answers that are kept on this machine make of a routine."""


def _held() -> Held:
    today = date.today()  # noqa: DTZ011 - the person's own day
    return {who: held_rows(known(who, today)) for who in ("self", "partner")}


def _mark(card: Card, held: Held) -> str:
    facts = card.facts
    return MARKS[facts.outlook.result(held[facts.who])] if facts else ""


def _fits(
    row: Row, words: tuple[str, ...], tag: str | None, who: str | None, most: Ms | None
) -> bool:
    card, name = _card(row), row[0].name
    facts = card.facts
    if facts is None:  # a broken file is never hidden by a filter on words
        return not (tag or who or most) and _has(f"{name} {card.title}", words)
    text = " ".join((name, card.title, facts.summary, *facts.tags, *facts.targets))
    return (
        _has(text.replace("_", " "), words)
        and (tag is None or tag.lower() in (one.lower() for one in facts.tags))
        and (who is None or who == facts.who)
        and (most is None or facts.total <= most)
    )


def _has(text: str, words: tuple[str, ...]) -> bool:
    return all(word.lower() in text.lower() for word in words)


def _as_json(row: Row, held: Held, own: Collection[str]) -> dict[str, Any]:
    file, card = row[0], _card(row)
    facts = card.facts
    return {
        "name": _name(file, own),
        "title": card.title,
        "path": file.path,
        "origin": file.origin,
        "who": facts.who if facts else None,
        "tags": list(facts.tags) if facts else [],
        "targets": list(facts.targets) if facts else [],
        "total_s": facts.total / 1000 if facts else None,
        "work_s": facts.work / 1000 if facts else None,
        "safety": facts.outlook.result(held[facts.who]) if facts else None,
        "ok": facts is not None,
        "problems": [problem_as_json(problem) for problem in card.problems],
    }


def problem_as_json(problem: Problem) -> dict[str, Any]:
    """The shape of a problem in every command's JSON."""
    return {
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity,
        "code": problem.code,
        "message": problem.message,
        "hint": problem.hint,
    }
