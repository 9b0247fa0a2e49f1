"""The text of a routine file, written from its outline."""

import json
import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from relax_coach.core.json_schema import MODELINE
from relax_coach.core.node import bad_character
from relax_coach.core.outline import STEP_KEYS, TOP_KEYS, in_order

COMMENT = "#"
"""A key of an outline: lines that are written above it as comments. Alone it is only these."""
WIDTH = 96
"""Longest line that is written; a longer text is folded."""
WORDS = frozenset({"target", "technique", "hand", "position", "side", "cautions"})
"""Keys whose words are written as they are spoken, without underscores."""
FIGURES = frozenset(
    {
        "for", "hold", "release", "rest", "lead", "between", "switch", "breathe", "breath", "wait",
        "times", "pressure", "repeat",
    }
)  # fmt: skip
"""Keys whose values are never in quotes, where they are as the format wants them."""
_FIGURE = re.compile(r"[0-9a-z][0-9a-z.:-]*")
_PLAIN = re.compile(r"[^\W_](?:[\w ,.;()/+'’!?…–—°½-]|:(?=\S)|(?<=\S)#)*")
"""What needs no quotes in YAML, wherever it stands."""
_OTHER_TYPE = re.compile(
    r"[-+.\d_:eExXoO]+|y|n|yes|no|on|off|true|false|null|~|\d{4}-\d\d?-\d\d?.*", re.IGNORECASE
)
"""What another reader of YAML takes for a number, a date or a truth."""


def source(outline: Mapping[str, Any]) -> str:
    """The text of the file, its modeline first."""
    return "\n".join((MODELINE, *_lines({"format": 1, **outline}, TOP_KEYS))) + "\n"


def comments(text: str) -> Iterator[str]:
    """`text` as lines of comment: any text, of which no letter is lost."""
    for line in text.splitlines():
        yield f"# {_harmless(line)}".rstrip()


def _lines(outline: Mapping[str, Any], keys: Sequence[str]) -> Iterator[str]:
    for key, value in in_order(outline, keys).items():
        if key == COMMENT and _is_comment(value):
            continue
        if key == "steps" and _is_steps(value):
            if keys is TOP_KEYS:
                yield ""
            yield from _steps(value, apart=keys is TOP_KEYS)
        elif isinstance(value, list | tuple):
            yield from _list(key, value)
        else:
            yield from _text(f"{_quoted(key)}:", _spoken(key, value), "  ", key)


def _is_comment(value: Any) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(line, str) for line in value)


def _is_steps(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(step, Mapping) for step in value)


def _steps(steps: Sequence[Mapping[str, Any]], apart: bool) -> Iterator[str]:
    yield "steps:"
    ends = False
    for step in steps:
        if apart and ends:
            yield ""
        ends = set(step) != {COMMENT}  # comments alone stand close to the step below them
        above = step.get(COMMENT, ())
        for line in above if _is_comment(above) else ():
            yield from (f"  {row}" for row in comments(line))
        rows = _lines(step, STEP_KEYS)
        for mark, row in zip(_marks(), rows, strict=False):
            yield f"  {mark}{row}".rstrip()


def _marks() -> Iterator[str]:
    yield "- "
    while True:
        yield "  "


def _list(key: str, values: Sequence[Any]) -> Iterator[str]:
    words = [_spoken(key, value) for value in values]
    if all(isinstance(one, str) and _PLAIN.fullmatch(one) and "," not in one for one in words):
        row = f"{_quoted(key)}: [{', '.join(map(_quoted, words))}]"
        if len(row) <= WIDTH // 2 or not words:
            yield row
            return
    yield f"{_quoted(key)}:"
    for value in words:
        if isinstance(value, Mapping):
            pairs = ((f"{_quoted(one)}:", text) for one, text in value.items())
            entries = [row for head, text in pairs for row in _text(head, text, "  ")]
            yield from (f"  {'  ' if number else '- '}{row}" for number, row in enumerate(entries))
        else:
            yield from (f"  {row}" for row in _text("-", value, "  "))


def _text(head: str, value: Any, indent: str, key: str = "") -> Iterator[str]:
    if not isinstance(value, str):  # a number; anything else is for the checker to judge
        yield f"{head} {json.dumps(value, ensure_ascii=False)}"
        return
    row = f"{head} {value if key in FIGURES and _FIGURE.fullmatch(value) else _quoted(value)}"
    if len(row) <= WIDTH or not _folds(value):
        yield row
        return
    yield f"{head} >-"
    yield from textwrap.wrap(
        value, WIDTH, initial_indent=indent, subsequent_indent=indent, break_long_words=False,
        break_on_hyphens=False,
    )  # fmt: skip


def _folds(value: str) -> bool:
    """Whether folded it is read again as it was."""
    return value == " ".join(value.split()) and value.isprintable() and value[0] not in "#%"


def _spoken(key: str, value: Any) -> Any:
    return value.replace("_", " ") if key in WORDS and isinstance(value, str) else value


def _quoted(value: str) -> str:
    if _PLAIN.fullmatch(value) and not value.endswith((" ", ":")) and not _OTHER_TYPE.fullmatch(
        value
    ):  # fmt: skip
        return value
    return json.dumps(value, ensure_ascii=False)


def _harmless(text: str) -> str:
    """`text` with what may not stand in a file written as an escape."""
    text = text.expandtabs(4)
    while (bad := bad_character(text)) is not None:
        at = bad[0]
        text = f"{text[:at]}{text[at].encode('unicode_escape').decode()}{text[at + 1 :]}"
    return text
