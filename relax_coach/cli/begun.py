"""What `new` begins from where there is something already: another routine, or JSON."""

import json
import re

import click

from relax_coach.cli.chosen import entry_of
from relax_coach.core.json_schema import MODELINE
from relax_coach.core.problem import shown
from relax_coach.core.source import source


def copy_of(name: str, title: str | None) -> str:
    """The text of the routine `name` with its comments, and with another `title`."""
    text = entry_of(name).document.text
    if title is not None:
        told = json.dumps(title, ensure_ascii=False)
        text = re.sub(r"^title:.*$", lambda _: f"title: {told}", text, count=1, flags=re.M)
    first, _, rest = text.partition("\n")
    return f"{MODELINE}\n{rest if first.startswith('# yaml-language-server') else text}"


def from_json(text: str, named: str, title: str | None) -> str:
    """The routine in the JSON `text` of the file `named`, as YAML, with another `title`."""
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise click.UsageError(f"{shown(named)} is not JSON: {shown(str(error))}.") from None
    told = told.get("routine", told) if isinstance(told, dict) else told
    if not isinstance(told, dict):
        raise click.UsageError(f"{shown(named)} holds no routine: an object with its keys.")
    try:
        return encodable(source({**told, **({"title": title} if title else {})}))
    except RecursionError:
        raise click.UsageError(f"{shown(named)}: steps in steps without end.") from None


def encodable(told: str) -> str:
    """`told` as it can be written: what is no text on the command line is left out."""
    return told.encode("utf-8", "ignore").decode()
