"""YAML text → a tree of nodes with places, or problems; only events are used, never YAML's types.

PyYAML's composer and constructors guess types and can be made to crash or to swell, so this
reader streams the parser's events, stops at a depth, and keeps every scalar as its text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from unicodedata import category

import yaml

from relax_coach.core.problem import Place, Problem, shown

MOST_BYTES = 256 * 1024
MOST_NODES = 20_000
DEEPEST = 16
MOST_COMBINING = 8

_PARSER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word or text, as written, with escapes resolved."""

    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Listing:
    """A YAML sequence."""

    items: tuple["Node", ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
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
    bad = next(_bad_characters(text), None)
    if bad is not None:
        offset, why = bad
        tree.problems.append(Problem("bad-character", _place_at(text, offset), why, "remove it"))
        tree.stopped = True
        return tree
    _Builder(text, tree).build()
    return tree


def character_fault(text: str) -> str:
    """What is wrong with the characters of a decoded value, or ""."""
    return next((why for _, why in _bad_characters(text)), "")


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read."""

    place: Place
    is_mapping: bool
    children: list[Node] = field(default_factory=list)


class _Builder:
    def __init__(self, text: str, tree: Tree) -> None:
        self.text = text
        self.tree = tree
        self.stack: list[_Open] = []
        self.documents = 0
        self.nodes = 0

    def build(self) -> None:
        try:
            for event in yaml.parse(self.text, Loader=_PARSER):
                if not self._take(event):
                    break
        except yaml.YAMLError as error:
            self._add_yaml_error(error)
        except (ValueError, RecursionError, IndexError) as error:
            self._stop("bad-yaml", Place(), f"cannot be read as YAML: {error}")
        while self.stack:
            self._close()

    def _take(self, event: Any) -> bool:
        """Use one event; False where reading ends."""
        place = Place(event.start_mark.line + 1, event.start_mark.column + 1)
        if isinstance(event, yaml.DocumentStartEvent):
            self.documents += 1
            if event.version or event.tags:
                self._add("tag-not-allowed", place, "% directives are not part of the format")
            if self.documents > 1:
                hint = "one routine a file: remove the second `---`"
                self._add("many-documents", place, "a second document begins here", hint)
                return False
            return True
        if isinstance(event, yaml.NodeEvent):
            self.nodes += 1
            if self.nodes > MOST_NODES:
                self._stop("too-large", place, f"more than {MOST_NODES:,} values")
                return False
            self._check_form(event, place)
        return self._place_node(event, place)

    def _place_node(self, event: Any, place: Place) -> bool:
        if isinstance(event, yaml.AliasEvent):
            self._put(Scalar("", place))
        elif isinstance(event, yaml.ScalarEvent):
            place = Place(place.line, place.column, _width_of(event))
            why = character_fault(event.value)
            if why:
                self._add("bad-character", place, why)
            self._put(Scalar(event.value, place))
        elif isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            if len(self.stack) >= DEEPEST:
                self._stop("too-deep", place, f"more than {DEEPEST} levels of nesting")
                return False
            self.stack.append(_Open(place, isinstance(event, yaml.MappingStartEvent)))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close()
        return True

    def _check_form(self, event: Any, place: Place) -> None:
        if event.anchor:
            what = "aliases" if isinstance(event, yaml.AliasEvent) else "anchors"
            hint = "write the value out where it is needed"
            self._add("alias-not-allowed", place, f"{what} are not part of the format", hint)
        if getattr(event, "tag", None):
            hint = "remove it: every key has its own type"
            tag = shown(str(event.tag))
            self._add("tag-not-allowed", place, f"the tag {tag} is not part of the format", hint)

    def _put(self, node: Node) -> None:
        if self.stack:
            self.stack[-1].children.append(node)
        elif self.tree.root is None:
            self.tree.root = node

    def _close(self) -> None:
        opened = self.stack.pop()
        if not opened.is_mapping:
            self._put(Listing(tuple(opened.children), opened.place))
            return
        pairs: list[tuple[Scalar, Node]] = []
        seen: dict[str, int] = {}
        children = iter(opened.children)
        for key in children:
            value = next(children, None)
            if value is None:  # the text ended behind the key
                break
            if not isinstance(key, Scalar):
                self._add("not-text", key.place, "a key is a word, not a list or a mapping")
            elif key.text == "<<":
                hint = "write the keys out"
                self._add("alias-not-allowed", key.place, "merge keys are not allowed", hint)
            elif key.text in seen:
                said = f"the key `{shown(key.text)}` stands here a second time"
                hint = f"the first is in line {seen[key.text]}"
                self._add("duplicate-key", key.place, said, hint)
            else:
                seen[key.text] = key.place.line
                pairs.append((key, value))
        self._put(Mapping(tuple(pairs), opened.place))

    def _add_yaml_error(self, error: yaml.YAMLError) -> None:
        what = getattr(error, "problem", None) or "cannot be read as YAML"
        end = _place_at(self.text, len(self.text.rstrip()))
        place = end
        for name in ("problem_mark", "context_mark"):  # at the end: where did it begin?
            mark = getattr(error, name, None)
            if mark and (mark.line + 1, mark.column + 1) < (end.line, end.column):
                place = Place(mark.line + 1, mark.column + 1)
                break
        rows = self.text.split("\n")
        row = rows[place.line - 1]
        hint = ""
        if "mapping values are not allowed" in what or ": {" in row:
            hint = 'put the text in double quotes: say: "Breathe: in"'
        elif "\t" in row[: len(row) - len(row.lstrip())]:
            hint = "indent with spaces, not tabs"
        self._add("bad-yaml", place, str(what), hint)
        self.tree.whole = False

    def _add(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self.tree.problems.append(Problem(code, place, message, hint))

    def _stop(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self._add(code, place, message, hint)
        self.tree.whole = False
        self.tree.stopped = True


def _width_of(event: Any) -> int:
    """Code points a scalar takes in its line; 1 for one that spans lines."""
    if event.end_mark.line != event.start_mark.line:
        return 1
    width: int = event.end_mark.column - event.start_mark.column
    return max(1, width)


def _place_at(text: str, offset: int) -> Place:
    line_start = text.rfind("\n", 0, offset) + 1
    return Place(text.count("\n", 0, offset) + 1, offset - line_start + 1)


def _bad_characters(text: str) -> Iterator[tuple[int, str]]:
    """Offsets and reasons of the characters that no routine may hold."""
    combining = 0
    for offset, char in enumerate(text):
        code = ord(char)
        if 0x20 <= code < 0x7F or char in "\n\t":
            combining = 0
            continue
        if char == "\r":
            if text[offset + 1 : offset + 2] != "\n":
                yield offset, "a carriage return without a line feed"
            continue
        if _is_forbidden(code):
            yield offset, f"the character U+{code:04X} is not allowed"
        combining = combining + 1 if code >= 0x300 and _combines(char) else 0
        if combining > MOST_COMBINING:
            yield offset, f"more than {MOST_COMBINING} combining marks in a row"


def _is_forbidden(code: int) -> bool:
    return (
        code < 0x20
        or 0x7F <= code <= 0x9F
        or 0x2028 <= code <= 0x202E
        or 0x2066 <= code <= 0x2069
        or code == 0xFEFF
        or 0xD800 <= code <= 0xDFFF
        or 0xFDD0 <= code <= 0xFDEF
        or code & 0xFFFE == 0xFFFE
        or 0xE0000 <= code <= 0xE007F
    )


def _combines(char: str) -> bool:
    return category(char) in {"Mn", "Me", "Mc"}
