"""YAML text → a tree of nodes with places, or problems; only events are used, never YAML's types.

PyYAML's composer and constructors guess types and can be made to crash or to swell, so this
reader streams the parser's events, stops at a depth, and keeps every scalar as its text.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from unicodedata import category

import yaml

from relax_coach.core.problem import Place, Problem, shown
from relax_coach.core.syntax import told

MOST_BYTES = 256 * 1024
MOST_NODES = 20_000
DEEPEST = 16
MOST_COMBINING = 8

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BEYOND = "".join(
    f"{chr(plane + (0x80 if plane == 0xE0000 else 0))}-{chr(plane + 0xFFFD)}"
    for plane in range(0x10000, 0x110000, 0x10000)
)
_FORBIDDEN = re.compile(
    "[^\t\n -~\u00a0-\u2027\u202f-\u2065\u206a-\ud7ff\ue000-\ufdcf\ufdf0-\ufefe\uff00-\ufffd"
    f"{_BEYOND}]"
)
"""What no routine may hold, as what is left over from what it may: so it is found fastest."""
_UNBROKEN = re.compile(f"[\u0300-\U0010ffff]{{{MOST_COMBINING + 1},}}")
"""Where too many combining marks can stand at all: few texts have such a place."""


class Scalar(NamedTuple):
    """A word or text, as written, with escapes resolved."""

    text: str
    place: Place


class Listing(NamedTuple):
    """A YAML sequence."""

    items: tuple["Node", ...]
    place: Place


class Mapping(NamedTuple):
    """A YAML mapping: keys are unique scalars, in written order."""

    pairs: tuple[tuple[Scalar, "Node"], ...]
    place: Place


Node = Scalar | Listing | Mapping


@dataclass(slots=True)
class Tree:
    """What a text holds: `root` is None for an empty one; `whole` is False where reading ended."""

    root: Node | None = None
    problems: list[Problem] = field(default_factory=list)
    whole: bool = True
    stopped: bool = False
    """A problem ended the check: nothing after it is judged."""


def decode(data: bytes) -> tuple[str, Problem | None]:
    """UTF-8 bytes → text without a byte-order mark, or the problem that ends the check."""
    if len(data) > MOST_BYTES:
        return "", Problem(
            "too-large", Place(), f"a routine file has at most {MOST_BYTES // 1024} KiB"
        )
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", errors="replace").removeprefix("\ufeff")
        place = _place_at(before, len(before))
        found = f"byte 0x{data[error.start]:02x} is not UTF-8"
        return "", Problem("not-utf8", place, found, "save the file as UTF-8 in your editor")


def parse(text: str) -> Tree:
    """The tree of `text` and the problems of its form."""
    tree = Tree()
    bad = bad_character(text)
    if bad is not None:
        offset, why = bad
        tree.problems.append(Problem("bad-character", _place_at(text, offset), why, "remove it"))
        tree.stopped = True
        return tree
    _Builder(text, tree).build()
    return tree


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read."""

    place: Place
    is_mapping: bool
    children: list[Node] = field(default_factory=list)


class _Ended(Exception):
    """Reading ends here; why is reported already."""


class _Builder:
    def __init__(self, text: str, tree: Tree) -> None:
        self.text = text
        self.end = _place_at(text, len(text))
        self.tree = tree
        self.stack: list[_Open] = []
        self.roots: list[Node] = []
        self.put = self.roots.append
        """Where the next node goes: to what was opened last."""
        self.documents = 0
        self.nodes = 0

    def build(self) -> None:
        takes: dict[type, Callable[[Any], None]] = {
            yaml.DocumentStartEvent: self._begin_document,
            yaml.ScalarEvent: self._scalar,
            yaml.AliasEvent: self._alias,
            yaml.MappingStartEvent: self._open,
            yaml.SequenceStartEvent: self._open,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
        }
        try:
            for event in iter(_PARSER(self.text).get_event, None):
                take = takes.get(type(event))
                if take is not None:
                    take(event)
        except _Ended:
            pass
        except yaml.MarkedYAMLError as error:
            if "nesting depth" in str(error.problem):  # libyaml 0.2.6, which reads ahead for a key
                self._add_too_deep(_place_of(error.problem_mark))
            else:
                self._add_yaml_error(error)
        except yaml.YAMLError as error:
            self._add_yaml_error(error)
        except ValueError as error:  # the parser in Python, of an escape beyond Unicode
            self._add("bad-yaml", Place(), f"cannot be read as YAML: {error}")
            self.tree.whole = False
        while self.stack:
            self._close()
        self.tree.root = next(iter(self.roots), None)

    def _begin_document(self, event: Any) -> None:
        place = _start_of(event)
        self.documents += 1
        if event.version or event.tags:
            self._add("tag-not-allowed", place, "% directives are not part of the format")
        if self.documents > 1:
            hint = "one routine a file: remove the second `---`"
            self._add("many-documents", place, "a second document begins here", hint)
            raise _Ended

    def _scalar(self, event: Any) -> None:
        start, end, text = event.start_mark, event.end_mark, event.value
        line, column = start.line, start.column
        width = end.column - column if end.line == line else 1
        place = Place(line + 1, column + 1, width or 1)
        if not text:  # one that is left out at the very end is reported behind it
            place = min(place, self.end)
        self.nodes += 1
        if event.anchor or event.tag or self.nodes > MOST_NODES:
            self._check_form(event, event.tag, place)
        if event.style == '"':  # only here an escape can make what the source does not hold
            bad = bad_character(text)
            if bad is not None:
                self._add("bad-character", place, bad[1])
        self.put(Scalar(text, place))

    def _alias(self, event: Any) -> None:
        place = _start_of(event)
        self.nodes += 1
        self._check_form(event, None, place)
        self.put(Scalar("", place))

    def _open(self, event: Any) -> None:
        place = _start_of(event)
        self.nodes += 1
        self._check_form(event, event.tag, place)
        if len(self.stack) >= DEEPEST:
            self._add_too_deep(place)
            raise _Ended
        opened = _Open(place, type(event) is yaml.MappingStartEvent)
        self.stack.append(opened)
        self.put = opened.children.append

    def _check_form(self, event: Any, tag: str | None, place: Place) -> None:
        if self.nodes > MOST_NODES:
            self._stop("too-large", place, f"more than {MOST_NODES:,} values")
        if event.anchor:
            what = "aliases" if type(event) is yaml.AliasEvent else "anchors"
            hint = "write the value out where it is needed"
            self._add("alias-not-allowed", place, f"{what} are not part of the format", hint)
        if tag:
            said = f"the tag {shown(tag[:40])} is not part of the format"
            self._add("tag-not-allowed", place, said, "remove it: every key has its own type")

    def _close(self, _event: Any = None) -> None:
        closed = self.stack.pop()
        self.put = self.stack[-1].children.append if self.stack else self.roots.append
        if closed.is_mapping:
            self.put(Mapping(self._pairs(closed.children), closed.place))
        else:
            self.put(Listing(tuple(closed.children), closed.place))

    def _pairs(self, children: list[Node]) -> tuple[tuple[Scalar, Node], ...]:
        """Keys and values in turn as pairs; a key behind which the text ended is left out."""
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, int] = {}
        for key, value in zip(children[::2], children[1::2], strict=False):
            if not isinstance(key, Scalar):
                self._add("not-text", key.place, "a key is a word, not a list or a mapping")
            elif key.text == "<<":
                hint = "write the keys out"
                self._add("alias-not-allowed", key.place, "merge keys are not allowed", hint)
            elif key.text in seen:
                said = f"the key `{shown(key.text[:40])}` stands here a second time"
                hint = f"the first is in line {seen[key.text]}"
                self._add("duplicate-key", key.place, said, hint)
            else:
                seen[key.text] = key.place.line
                pairs.append((key, value))
        return tuple(pairs)

    def _add_yaml_error(self, error: yaml.YAMLError) -> None:
        what = getattr(error, "problem", None) or "nothing that can be named"
        end = _place_at(self.text, len(self.text.rstrip()))
        place = end
        for name in ("problem_mark", "context_mark"):  # at the end: where did it begin?
            mark = getattr(error, name, None)
            if mark and (mark.line + 1, mark.column + 1) < (end.line, end.column):
                place = Place(mark.line + 1, mark.column + 1)
                break
        rows = self.text.split("\n")
        self._add("bad-yaml", place, *told(str(what), rows, place.line, place.column))
        self.tree.whole = False

    def _add_too_deep(self, place: Place) -> None:
        self._add("too-deep", place, f"more than {DEEPEST} levels of nesting")
        self.tree.whole = False
        self.tree.stopped = True

    def _add(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self.tree.problems.append(Problem(code, place, message, hint))

    def _stop(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self._add(code, place, message, hint)
        self.tree.whole = False
        self.tree.stopped = True
        raise _Ended


def _start_of(event: Any) -> Place:
    return _place_of(event.start_mark)


def _place_of(mark: Any) -> Place:
    return Place(mark.line + 1, mark.column + 1)


def _place_at(text: str, offset: int) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(text.count("\n", 0, offset) + 1, offset - line_start + 1)


def bad_character(text: str) -> tuple[int, str] | None:
    """Offset and reason of the first character that no routine may hold."""
    found = _FORBIDDEN.search(text.replace("\r\n", " \n"))
    marks = None if text.isascii() else _crowded(text)
    if found is not None and (marks is None or found.start() <= marks):
        if found[0] == "\r":
            return found.start(), "a carriage return without a line feed"
        return found.start(), f"the character U+{ord(found[0]):04X} is not allowed"
    if marks is not None:
        return marks, f"more than {MOST_COMBINING} combining marks in a row"
    return None


def _crowded(text: str) -> int | None:
    """Offset of the first combining mark that is one too many."""
    for unbroken in _UNBROKEN.finditer(text):
        marks = 0
        for offset, char in enumerate(unbroken[0], unbroken.start()):
            marks = marks + 1 if category(char) in {"Mn", "Me", "Mc"} else 0
            if marks > MOST_COMBINING:
                return offset
    return None
