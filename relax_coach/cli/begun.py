"""What `new` begins from where there is something already: another routine, or JSON."""

import json
from functools import partial
from typing import Any

import click

from relax_coach.cli.chosen import entry_of
from relax_coach.core import document
from relax_coach.core.document import Document
from relax_coach.core.json_schema import MODELINE
from relax_coach.core.problem import shown
from relax_coach.core.source import source


def copy_of(name: str, title: str | None) -> str:
    """The text of the routine `name` with its comments, and with another `title`."""
    found = entry_of(name).document
    text = found.text if title is None else _called(found, name, title)
    first, _, rest = text.partition("\n")
    return f"{MODELINE}\n{rest if first.startswith('# yaml-language-server') else text}"


def _called(found: Document, name: str, title: str) -> str:
    """The text of the document with another `title` where the one it has stands."""
    place = found.title_place
    rows = found.text.split("\n")
    row, begin, end = rows[place.line - 1], place.column - 1, place.column - 1 + place.width
    # Of a title in several lines the place is its beginning alone.
    in_one_line = document.read(f"title: {row[begin:end]}".encode()).title == found.title
    if not found.title or not in_one_line:
        said = f"{shown(name)} has no title in one line that --title could take the place of"
        raise click.UsageError(f"{said}: leave it out, and `relax-coach edit` the copy.")
    rows[place.line - 1] = f"{row[:begin]}{json.dumps(title, ensure_ascii=False)}{row[end:]}"
    return "\n".join(rows)


def from_json(text: str, named: str, title: str | None) -> str:
    """The routine in the JSON `text` of the file `named`, as YAML, with another `title`."""
    try:
        told = json.loads(text, object_pairs_hook=partial(_object, named))
    except (ValueError, RecursionError) as error:
        raise click.UsageError(f"{shown(named)} is not JSON: {shown(str(error))}.") from None
    if isinstance(told, dict) and "routine" in told:
        _check_shown(told, named)
        told = told["routine"]
    if not isinstance(told, dict) or "steps" not in told:
        raise click.UsageError(f"{shown(named)} holds no routine: an object with its steps.")
    try:
        return encodable(source({**told, **({"title": title} if title else {})}))
    except RecursionError:
        raise click.UsageError(f"{shown(named)}: steps in steps without end.") from None


def _check_shown(told: dict[str, Any], named: str) -> None:
    """What `show --json` tells beside the routine is made from it: a change there would be lost."""
    if told.get("version", 1) != 1:
        said = "is of another version: it takes a newer Relax Coach to read it"
        raise click.UsageError(f"{shown(named)} {said}.")
    inner = told["routine"] if isinstance(told["routine"], dict) else {}
    for key in ("title", "summary", "dose", "author", "license"):
        if key in told and told[key] != inner.get(key, told[key]):
            said = f'"{key}" beside "routine" is not read: change it within that'
            raise click.UsageError(f"{shown(named)}: {said}.")


def _object(named: str, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of JSON; of a key that stands in it twice one value would be lost."""
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        said = f"the key {shown(twice[:40])!r} stands twice in one object: leave one of them"
        raise click.UsageError(f"{shown(named)}: {said}.")
    return found


def encodable(told: str) -> str:
    """`told` as it can be written: what is no text on the command line is left out."""
    return told.encode("utf-8", "ignore").decode()
