"""What a YAML parser could not read, told to somebody who writes a routine, not a parser."""

import re

from relax_coach.core.problem import shown

_OPENS = {"]": "[", "}": "{"}
_SHOWN = 40
"""Characters of a written text that a hint repeats."""
_ENTRY = re.compile(r"^\s*(?:- +)?(?P<key>[^\s:#]+): +(?P<text>.*?)\s*$")
_NO_SPACE = re.compile(r"^\s*(?:- +)?(?P<key>[a-z_]+):(?P<text>\S.*?)\s*$")

ALIGNED = "begin it in the same column as the line above that it belongs to"
Told = tuple[str, str]


def told(what: str, rows: list[str], line: int, column: int) -> Told:
    """Message and hint for `what` a parser said of a place (from 1) in the lines `rows`."""
    row = rows[line - 1]
    before, here = row[: column - 1], row[column - 1 : column]
    above = next((each for each in reversed(rows[: line - 1]) if each.strip()), "")
    if here == "\t" or "\t" in row[: len(row) - len(row.lstrip())]:
        return "a tab where only spaces may stand", "indent with spaces, not tabs"
    if "mapping values" in what:
        return _second_colon(row, before, above)
    if "unknown escape" in what or "escape sequence" in what:
        hint = "write \\\\ for a backslash, or put the text in single quotes"
        return "a backslash with a character that makes no escape", hint
    if "cannot start any token" in what:
        return f"a text cannot begin with `{shown(here)}`", _quoted(row)
    if "expected ':'" in what:
        return (
            "the line before this one has no key",
            "write it as `key: value`, or indent it further when it goes on with a text",
        )
    if "expected ',' or" in what:
        end = "}" if "'}'" in what else "]"
        return (
            f"the `{_OPENS[end]}` before this has no end",
            f"put a comma between the entries, and `{end}` after the last",
        )
    if "end of stream" in what:
        return "a quote that opens here is never closed", "write the same quote after the text"
    if here in _OPENS:
        return f"`{here}` without a `{_OPENS[here]}` before it", "take it out"
    if "expected key" in what or "<block end>" in what or "'-' indicator" in what:
        if before.rstrip()[-1:] in {'"', "'", "}", "]"}:
            return "text behind the end of a value", _quoted(row)
        return "this line does not stand in the column of the lines around it", ALIGNED
    return f"cannot be read as YAML: {shown(what)}", ""


def _second_colon(row: str, before: str, above: str) -> Told:
    """A `: ` where a value is going on: in the same line, or begun in the line above."""
    if ": " in before:
        return "a `: ` inside a text that has no quotes", _quoted(row)
    stuck = _NO_SPACE.match(above)
    if stuck:
        key, text = shown(stuck["key"]), shown(stuck["text"][:_SHOWN])
        return (
            "this line goes on with the line above, which has no space after its colon",
            f"write there `{key}: {text}`",
        )
    return "this line stands further in than the line above, so it goes on with its text", ALIGNED


def _quoted(row: str) -> str:
    """The hint to quote the text of a row, with that text where it is short."""
    entry = _ENTRY.match(row)
    text = entry["text"] if entry else ""
    if not entry or '"' in text or "\\" in text or len(text) > _SHOWN:
        return "put the whole text in double quotes"
    return f'put the text in double quotes: {shown(entry["key"])}: "{shown(text)}"'
