"""Fills the tables of docs/routine-format.md from the tables of the program.

python tools/format_page.py            write them
python tools/format_page.py --check    exit 1 where the page says something else

A table stands between `<!-- table: NAME -->` and `<!-- end -->`; all around it is written by hand.
"""

import argparse
import re
import sys
from pathlib import Path

import format_tables

PAGE = Path(__file__).resolve().parents[1] / "docs" / "routine-format.md"
BLOCK = re.compile(r"(<!-- table: (?P<name>[a-z ]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(page: str) -> str:
    """`page` with every table as the program has it. Raises ValueError for an odd mark."""
    known = format_tables.tables()
    marked = [found["name"] for found in BLOCK.finditer(page)]
    if sorted(marked) != sorted(known):
        odd = set(marked) ^ set(known) or {name for name in marked if marked.count(name) > 1}
        raise ValueError(f"each table stands once in the page; look at: {', '.join(sorted(odd))}")
    return BLOCK.sub(lambda found: f"{found[1]}\n{known[found['name']]}\n{found[3]}", page)


def main() -> None:
    parser = argparse.ArgumentParser(description="The tables of docs/routine-format.md.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 where it differs"
    )
    check = parser.parse_args().check
    page = PAGE.read_text("utf-8")
    if filled(page) == page:
        return
    if check:
        sys.exit(f"{PAGE.name} is not what the program says: run python tools/format_page.py")
    PAGE.write_text(filled(page), "utf-8")


if __name__ == "__main__":
    main()
