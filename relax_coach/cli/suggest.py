"""`suggest`: what to do now, with reasons, and the command that starts it."""

import json
import shlex
import sys
import textwrap
from dataclasses import replace
from datetime import datetime
from itertools import islice
from typing import Any

import click

from relax_coach import alarm, intake
from relax_coach.cli.chosen import Broken, Unsafe, known_to_hold, speech_of, timeline_of
from relax_coach.cli.terminal import width_of
from relax_coach.core.duration import written
from relax_coach.core.exits import Exit
from relax_coach.core.options import Options
from relax_coach.core.past import Past
from relax_coach.core.phrases import capital, clock
from relax_coach.core.problem import NARROWEST, shown
from relax_coach.core.relevance import BESIDE
from relax_coach.core.ruling import REFUSED
from relax_coach.core.suggestion import (
    Candidate,
    Suggestion,
    answers,
    shortest,
    suggestions,
)
from relax_coach.core.vocabulary import TARGETS
from relax_coach.core.wish import DangerSign, NeverPressed, NotUnderstood, Wish, wish_of
from relax_coach.store import library
from relax_coach.store.library import Entry
from relax_coach.store.settings import load

MOST = 3
ALL = "`relax-coach list` shows all there is."


@click.command("suggest", epilog="Example: relax-coach suggest neck 4m")
@click.argument("words", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for scripts.")
def command(words: tuple[str, ...], as_json: bool) -> int:
    """Say what fits now, and why: WORDS are a place, a side, a time, sleep, desk, partner …

    In any order; one is enough. Without words: by the hour, what helped before, and where it was
    sore last.
    """
    entries = {entry.full_name: entry for entry in library.entries()}
    before, notices = intake.past()
    for notice in notices:
        click.echo(shown(notice), err=True)
    wish = _wish(" ".join(words), list(entries.values()))
    entries_read = list(entries.values())
    candidates: list[Candidate] = []
    found: list[Suggestion] = []
    for one in (_as_last_time(wish, before), wish):
        if not found:
            candidates = _candidates(entries_read, one)
            found = list(islice(suggestions(one, candidates, before), MOST))
    refused = _why_none(wish, candidates, entries) if not found and _are_refused(candidates) else ""
    if refused:  # what does not press may be done all the same
        rest = replace(wish, target="", side="", words=(), rests=True)
        others = _candidates(entries_read, rest)
        found = list(islice(suggestions(rest, others, before), MOST))
    if as_json:
        told = [_as_json(one, entries[one.name]) for one in found]
        click.echo(json.dumps({"version": 1, "suggestions": told}, ensure_ascii=False, indent=2))
    elif found:
        _tell(found, entries)
        if wish.side in BESIDE and not wish.target:
            click.echo(f"A side needs a place, such as: suggest {wish.side} neck.", err=True)
    if not found:
        raise (Unsafe if refused else Broken)(refused or _why_none(wish, candidates, entries))
    if refused:
        click.echo(refused, err=True)
    return Exit.DONE


def _as_last_time(wish: Wish, before: Past) -> Wish:
    """`wish`, or where nothing was wished: for where it was sore last."""
    if not (wish.is_open and before.spot in TARGETS):
        return wish
    side = before.side if before.side in BESIDE else ""
    return replace(wish, target=before.spot, side=side, recalled=True)


def _are_refused(candidates: list[Candidate]) -> bool:
    """Whether there would be something, and none of it may be done today."""
    return bool(candidates) and all(one.verdict.result == REFUSED for one in candidates)


def now() -> datetime:
    """The person's own clock."""
    return datetime.now()  # noqa: DTZ005


def _wish(text: str, entries: list[Entry]) -> Wish:
    """What is wished, now; nobody else is there where that was not said."""
    routines = [entry.document.routine for entry in entries]
    tags = {tag for routine in routines if routine for tag in routine.tags}
    try:
        wish = wish_of(text, tags)
    except DangerSign as danger:
        raise Unsafe(alarm.heard(danger.sign)) from None
    except NotUnderstood as reason:
        raise click.UsageError(str(reason)) from None
    except NeverPressed as place:
        raise Unsafe.at(str(place)) from None
    return replace(wish, who=wish.who or "self", hour=now().hour)


def _candidates(entries: list[Entry], wish: Wish) -> list[Candidate]:
    """The routines that answer `wish`, refused ones too."""
    speech = speech_of(load())
    found = []
    for entry in entries:
        routine = entry.document.routine
        if routine is None or not answers(routine, wish):
            continue
        options, verdict = known_to_hold(routine, Options())
        read = Options() if verdict.result == REFUSED else options
        total = timeline_of(entry, read, speech).total
        names = entry.full_name, entry.name
        found.append(Candidate(*names, routine, total, verdict, options.held, speech))
    return found


def _tell(found: list[Suggestion], entries: dict[str, Entry]) -> None:
    best, *others = found
    width = max(NARROWEST, width_of(sys.stdout))
    margin = " " * 2
    reasons = shown(capital("; ".join(best.reasons))) + "."
    click.echo(_named(best, entries))
    click.echo(textwrap.fill(reasons, width, initial_indent=margin, subsequent_indent=margin))
    click.echo(f"{margin}{shlex.join(_command(best, entries))}")
    for one in others:
        click.echo(f"Or {_named(one, entries)}: {shlex.join(_command(one, entries))}")


def _named(one: Suggestion, entries: dict[str, Entry]) -> str:
    return f"{shown(entries[one.name].title)}, {clock(one.total)}"


def _command(one: Suggestion, entries: dict[str, Entry]) -> list[str]:
    """What starts it, word by word; the short name where no other routine has it."""
    name = entries[one.name].name
    arguments = [name if name not in entries or one.name == name else one.name]
    for option, value in _options(one).items():
        arguments += [f"--{option}", value]
    return ["relax-coach", "play", *arguments]


def _options(one: Suggestion) -> dict[str, str]:
    """The options of `play`, as one writes them."""
    fit = "" if one.options.fit is None else written(one.options.fit)
    told = {"spot": one.options.spot, "side": one.options.side, "fit": fit}
    return {option: value for option, value in told.items() if value}


def _why_none(wish: Wish, candidates: list[Candidate], entries: dict[str, Entry]) -> str:
    """Why nothing is suggested, and what can be done, in sentences."""
    nearest = shortest(wish, candidates)
    if nearest is not None:
        assert wish.length is not None
        none = f"Nothing that fits can be as short as {clock(wish.length)}."
        return f"{none} The shortest: {shlex.join(_command(nearest, entries))}"
    if candidates:
        told = dict.fromkeys(line for one in candidates for line in one.verdict.advice)
        return " ".join(("Not for you now, by what you answered.", *told))
    return f"No routine fits. {ALL}"


def _as_json(one: Suggestion, entry: Entry) -> dict[str, Any]:
    return {
        "name": entry.name,
        "title": entry.title,
        "total_s": one.total / 1000,
        "options": _options(one),
        "reasons": list(one.reasons),
        "command": _command(one, {entry.full_name: entry}),
    }
