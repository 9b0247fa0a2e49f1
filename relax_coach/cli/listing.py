"""`list`: the library in lines."""

import json
from typing import Any

import click

from relax_coach.cli.chosen import known_to_hold, length_of, speech_of, timeline_of
from relax_coach.cli.options import Choice
from relax_coach.core.exits import Exit
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.core.problem import Problem, cells, shown
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.ruling import ALLOWED, LIMITED, REFUSED
from relax_coach.core.timeline import Timeline
from relax_coach.store import library
from relax_coach.store.library import Entry
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
    speech = speech_of(load())
    rows = []
    for entry in library.entries():
        routine = entry.document.routine
        timeline = timeline_of(entry, Options(), speech) if routine else None
        if _fits(entry, timeline, words, tag, who, most):
            rows.append((entry, timeline))
    if as_json:
        found = [_as_json(entry, timeline) for entry, timeline in rows]
        click.echo(json.dumps({"version": 1, "routines": found}, ensure_ascii=False, indent=2))
        return Exit.DONE
    if not rows:
        click.echo("No routine fits. `relax-coach list` shows them all.", err=True)
        return Exit.DONE
    width = max(cells(shown(entry.name)) for entry, _ in rows)
    for entry, timeline in rows:
        click.echo(_line(entry, timeline, width))
    return Exit.DONE


def _line(entry: Entry, timeline: Timeline | None, width: int) -> str:
    name = shown(entry.name)
    name += " " * (width - cells(name))
    routine = entry.document.routine
    if routine is None or timeline is None:
        first = entry.document.problems[0]
        where = f"line {first.place.line}: " if entry.document.text else ""
        return f"{name}   ----  {shown(entry.title)}  (broken: {where}{shown(first.message)})"
    tags = ", ".join(routine.tags)
    line = f"{name}  {clock(timeline.total):>5}  {routine.title}"
    return line + (f"  [{tags}]" if tags else "") + MARKS[_result(routine)]


MARKS = {ALLOWED: "", LIMITED: "  (gentler for you)", REFUSED: "  (not for you now)"}
"""What the answers that are kept on this machine make of a routine."""


def _result(routine: Routine) -> str:
    return known_to_hold(routine, Options())[1].result


def _fits(
    entry: Entry,
    timeline: Timeline | None,
    words: tuple[str, ...],
    tag: str | None,
    who: str | None,
    most: Ms | None,
) -> bool:
    routine = entry.document.routine
    if routine is None or timeline is None:  # a broken file is never hidden by a filter on words
        return not (tag or who or most) and _has(entry.name + " " + entry.title, words)
    text = " ".join(
        (entry.name, routine.title, routine.summary, *routine.tags, *routine.targets)
    ).replace("_", " ")
    return (
        _has(text, words)
        and (tag is None or tag.lower() in (one.lower() for one in routine.tags))
        and (who is None or who == routine.who)
        and (most is None or timeline.total <= most)
    )


def _has(text: str, words: tuple[str, ...]) -> bool:
    return all(word.lower() in text.lower() for word in words)


def _as_json(entry: Entry, timeline: Timeline | None) -> dict[str, Any]:
    routine = entry.document.routine
    return {
        "name": entry.name,
        "title": entry.title,
        "path": str(entry.path),
        "origin": entry.origin,
        "who": routine.who if routine else None,
        "tags": list(routine.tags) if routine else [],
        "targets": list(routine.targets) if routine else [],
        "total_s": timeline.total / 1000 if timeline else None,
        "work_s": timeline.work / 1000 if timeline else None,
        "safety": _result(routine) if routine else None,
        "ok": entry.document.ok,
        "problems": [problem_as_json(problem) for problem in entry.document.problems],
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
