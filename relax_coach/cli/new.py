"""`new`: a routine file, from questions, a pasted sheet, another routine, JSON or a template."""

import json
import re
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

import click

from relax_coach.cli.begun import copy_of, encodable, from_json
from relax_coach.cli.chosen import speech_of, told_length
from relax_coach.cli.prompt import ahead, ask, drop_waiting, is_waiting, say
from relax_coach.cli.reading import reading
from relax_coach.cli.terminal import width_of
from relax_coach.cli.wizard import Wizard
from relax_coach.core.document import read
from relax_coach.core.exits import Exit
from relax_coach.core.handout import handout_of
from relax_coach.core.json_schema import MODELINE
from relax_coach.core.node import MOST_BYTES
from relax_coach.core.problem import describe, shown
from relax_coach.core.sense import considered
from relax_coach.core.source import source
from relax_coach.ending import Ended, heeded
from relax_coach.plain.keyboard import is_terminal
from relax_coach.store import library, own
from relax_coach.store.beginning import read_beginning
from relax_coach.store.settings import load

STDIN = "-"
TEMPLATE = """\
{modeline}
# Lines that begin with # are for you alone. All words: relax-coach schema, docs/routine-format.md.
format: 1
title: {title}
summary: What it is for, in a sentence or two.
position: seated
# Who must take care: pregnancy, migraine, anticoagulant, neck injury … [] is nobody in particular.
cautions: []
# Where it comes from: the person, the sheet, the book. Until that is said, `check` reminds you.
sources: []

steps:
  # A step says where, how, on which side and how long. `each` is left, then right, both in full.
  - target: top of the shoulder
    technique: knead
    side: each
    pressure: 3          # 0 to 10 as felt; 3 is light
    for: 30s
    say: Knead the thick ridge between neck and shoulder, slowly.

  # Single presses: how long each, how long to let go, how often.
  - target: temple
    technique: press
    hold: 5s
    release: 3s
    times: 4

  - rest: 10s

  - breathe: 4-6         # seconds in and out
    times: 5
"""


UNTITLED = "My sheet"
NOT_WRITTEN = "Nothing is written. What there was so far stands above."
EDIT = "Give another NAME, or: relax-coach edit {}"


@click.command("new", epilog="Example: relax-coach new --sheet sheet.txt")
@click.argument("name", required=False)
@click.option("--sheet", metavar="FILE", help="A pasted sheet, line by line; - is standard input.")
@click.option("--copy", "copied", metavar="ROUTINE", help="Begin from a routine there is.")
@click.option("--json", "json_file", metavar="FILE", help="What `show --json` tells, or - .")
@click.option("--yes", is_flag=True, help="Ask nothing: alone it writes a template with comments.")
@click.option("--plain", is_flag=True, help="Questions as plain lines, also from a pipe.")
@click.option("--title", help="What it is called.")
def command(
    name: str | None, sheet: str | None, copied: str | None, json_file: str | None, yes: bool,
    plain: bool, title: str | None,
) -> int:  # fmt: skip
    """Write a routine file, NAME in your own library, or the file NAME where it is a path.

    Without an option it asks, line by line of the sheet, and then only what a line does not say.
    What it did not understand is kept as a comment. A file that is there is never written over.
    """
    if sum(one is not None for one in (sheet, copied, json_file)) > 1:
        raise click.UsageError("--sheet, --copy and --json: one at a time.")
    asks = not yes and (plain or _is_live())
    for told in filter(None, (name, title)):
        if told != encodable(told):
            raise click.UsageError(f"{shown(told)!r} is no text in UTF-8.")
    if name is not None and library.is_hidden(name):
        raise click.UsageError(library.HIDDEN.format(shown(name)))
    if asks and name is not None and own.taken(name) is not None:
        raise click.UsageError(f"{shown(name)} is there already. {_other(name)}")
    called: str | None
    if copied is not None:
        text, called = (
            copy_of(copied, title),
            title or f"my-{Path(copied.removeprefix(library.PRESET)).stem}",
        )
    elif json_file is not None:
        text = from_json(_read(json_file), json_file, title)
        called = read(text.encode()).title
    elif sheet is not None:
        text, called = _from_sheet(sheet, title, asks and sheet != STDIN)
    elif yes:
        called = title or (Path(name).stem if name else "My routine")
        text = TEMPLATE.format(modeline=MODELINE, title=json.dumps(called, ensure_ascii=False))
    elif asks:
        text, called = _asked(title)
    else:
        raise click.UsageError(
            "There is no terminal to ask on: give --sheet FILE, --copy ROUTINE, --json FILE or "
            "--yes, or answer in lines with --plain."
        )
    if len(text.encode()) > MOST_BYTES:
        most = f"{MOST_BYTES // 1024} KiB"
        raise click.UsageError(f"That makes a file of more than {most}, the most: split it.")
    return _write(name or slug(called or ""), text)


def slug(title: str) -> str:
    """A name for the file of a routine called so."""
    return "-".join(re.findall(r"[^\W_]+", title.lower()))[:60].strip("-") or "my-routine"


def _is_live() -> bool:
    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def _write(name: str, text: str) -> int:
    path = library.own_path(name)
    try:
        own.add(name, text)
    except FileExistsError:
        click.echo(text)
        path = own.taken(name) or path
        said = f"Error: {shown(str(path))} is there already, and stays as it is."
        click.echo(f"{said} {_other(name)}", err=True)
        return Exit.FINDINGS
    except OSError as error:
        click.echo(text)  # nothing of it is lost
        why = shown(error.strerror or str(error))
        click.echo(f"Error: {shown(str(path))}: {why}. What was to be written is above.", err=True)
        return Exit.FINDINGS
    found = considered(library.read_file(path))
    for problem in found.problems:
        click.echo(describe(problem, str(path), found.text), err=True)
    if found.routine is None:
        click.echo(f"{shown(str(path))}: written, and cannot be played yet.", err=True)
        return Exit.FINDINGS
    click.echo(f"{shown(str(path))}: written, {told_length(found.routine)}.", err=True)
    for sentence in library.behind(name):
        click.echo(sentence, err=True)
    return Exit.DONE


def _other(name: str) -> str:
    """What to do where `name` is taken."""
    path = own.taken(name) or library.own_path(name)
    named = shlex.quote(str(path)) if library.looks_like_path(name) else path.stem
    return EDIT.format(shown(named))


def _from_sheet(named: str, title: str | None, asks: bool) -> tuple[str, str]:
    sheet = handout_of(_read(named))
    if not sheet.lines:
        raise click.UsageError(f"{shown(named)} holds no line.")
    if asks:
        wizard = Wizard(ask, say, sheet, speech=speech_of(load()), is_waiting=is_waiting)
        with _told_back(wizard, title or sheet.title or UNTITLED), heeded():
            wizard.gaps()
            wizard.take_waiting()
        sheet = wizard.sheet
    for row in reading(sheet, width_of(sys.stderr)):
        click.echo(row, err=True)
    stem = "" if named == STDIN else encodable(Path(named).stem)
    called = title or sheet.title or stem or UNTITLED
    return source(sheet.outline(called)), called


def _asked(title: str | None) -> tuple[str, str]:
    wizard = Wizard(ask, say, speech=speech_of(load()), is_waiting=is_waiting, ahead=ahead)
    try:
        with _told_back(wizard), heeded():
            outline = wizard.routine(title or "")
    except EOFError:
        raise click.UsageError("Nothing was answered, and nothing is written.") from None
    if outline is None:
        click.echo(source(wizard.so_far()))
        raise click.ClickException(f"There is no step. {NOT_WRITTEN}")
    return source(outline), wizard.title


@contextmanager
def _told_back(wizard: Wizard, title: str = "") -> Iterator[None]:
    """What there is when the person breaks it off goes to standard output: nothing is lost."""
    try:
        yield
    except (KeyboardInterrupt, Ended):
        wizard.title = wizard.title or title or UNTITLED
        click.echo(err=True)  # after the question
        click.echo(source(wizard.so_far()))
        click.echo(NOT_WRITTEN, err=True)
        raise
    finally:
        if drop_waiting():
            say("What came behind that was not read.")


def _read(named: str) -> str:
    """The text of the file `named`, or of standard input. Raises UsageError."""
    try:
        if named == STDIN:
            stream: BinaryIO | None = sys.stdin.buffer if sys.stdin else None
            data = stream.read(MOST_BYTES + 1) if stream is not None else b""
        else:
            data = read_beginning(Path(named), MOST_BYTES + 1)
        if len(data) > MOST_BYTES:
            raise click.UsageError(
                f"{shown(named)} is too large: at most {MOST_BYTES // 1024} KiB."
            )
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise click.UsageError(f"{shown(named)} is not UTF-8: save it as UTF-8.") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise click.UsageError(f"{shown(named)}: {shown(why)}.") from None
