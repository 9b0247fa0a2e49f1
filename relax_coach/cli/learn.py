"""`learn`: what the program knows, as pages with their sources."""

import json
import shutil
import textwrap
from collections.abc import Iterable
from typing import Any

import click

from relax_coach.core.exits import Exit
from relax_coach.core.learn import TOPICS, Topic
from relax_coach.core.problem import shown
from relax_coach.core.reference import REFERENCES
from relax_coach.core.vocabulary import nearest, plain

WIDEST = 88
SOURCES = "sources"
ALL = "all"


@click.command("learn", epilog="Example: relax-coach learn relax")
@click.argument("words", metavar="[TOPIC|all]", nargs=-1)
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for scripts.")
def command(words: tuple[str, ...], as_json: bool) -> int:
    """Tell what is known about spasms, tension, massage and its limits, with the sources.

    Alone: the topics. A topic may be asked for by its word or by words of its question.
    """
    topics = _found(" ".join(words)) if words else tuple(TOPICS.values())
    if as_json:
        told = [_as_json(topic) for topic in topics]
        click.echo(json.dumps({"version": 1, "topics": told}, ensure_ascii=False, indent=2))
    elif not words:
        click.echo(_contents())
    elif plain(" ".join(words)) == SOURCES:
        click.echo(_references(enumerate(REFERENCES, 1)))
    else:
        click.echo("\n\n\n".join(_page(topic) for topic in topics))
    return Exit.DONE


def _found(asked: str) -> tuple[Topic, ...]:
    """The topics that `asked` names; a usage error where it names none."""
    word = plain(asked)
    if word in TOPICS:
        return (TOPICS[word],)
    if word in (ALL, SOURCES):
        return tuple(TOPICS.values())
    stems = [one.rstrip("s?") for one in asked.lower().split() if len(one) > 3]
    for where in (lambda one: f"{one.title} {one.asks}", lambda one: one.text):
        fitting = [
            topic
            for topic in TOPICS.values()
            if stems and all(stem in where(topic).lower() for stem in stems)
        ]
        if fitting:
            return tuple(fitting)
    near = nearest(asked, [*TOPICS, ALL, SOURCES])
    hint = f" Did you mean '{near}'?" if near else " `relax-coach learn` shows the topics."
    raise click.UsageError(f"There is no topic {shown(asked)!r}.{hint}")


def _contents() -> str:
    width = max(len(word) for word in (*TOPICS, SOURCES))
    rows = [f"{topic.word:<{width}}  {topic.asks}" for topic in TOPICS.values()]
    rows += [f"{SOURCES:<{width}}  Where all of it comes from", f"{ALL:<{width}}  Everything"]
    return "\n".join(["What would you like to know?", "", *rows])


def _page(topic: Topic) -> str:
    """The topic, wrapped; small numbers behind what has a source, and the sources below."""
    width = min(WIDEST, shutil.get_terminal_size().columns)
    numbers = {key: number for number, key in enumerate(topic.sources, 1)}
    lines = [topic.title, "=" * len(topic.title), *textwrap.wrap(topic.asks, width)]
    for paragraph in topic.paragraphs:
        told = []
        for one in paragraph:
            marks = ", ".join(str(numbers[key]) for key in one.sources if key in numbers)
            told.append(f"{one.text} [{marks}]" if marks else one.text)
        lines += ["", *textwrap.wrap(" ".join(told), width, break_on_hyphens=False)]
    if numbers:
        lines += ["", "Sources", _references((number, key) for key, number in numbers.items())]
    return "\n".join(lines)


def _references(numbered: Iterable[tuple[int, str]]) -> str:
    width = min(WIDEST, shutil.get_terminal_size().columns)
    lines = []
    for number, key in numbered:
        margin = " " * 5
        text = f"{number:>3}  {REFERENCES[key]}"
        lines += textwrap.wrap(text, width, subsequent_indent=margin, break_long_words=False)
    return "\n".join(lines)


def _as_json(topic: Topic) -> dict[str, Any]:
    return {
        "topic": topic.word,
        "title": topic.title,
        "asks": topic.asks,
        "text": [
            [{"text": one.text, "sources": list(one.sources)} for one in paragraph]
            for paragraph in topic.paragraphs
        ],
    }
