"""The table of keys in README.md, from the table of keys."""

from pathlib import Path

from keys_page import table

from relax_coach.core import keys

PAGE = Path(__file__).resolve().parents[1] / "README.md"
AHEAD = "No key is needed from start to end. These work at any time:\n\n"


def page() -> str:
    """The whole page, with this table made anew."""
    before, ahead, rest = PAGE.read_text("utf-8").partition(AHEAD)
    _, heading, after = rest.partition("\n## ")
    return before + ahead + table(keys.SESSION, whole=False) + heading + after
