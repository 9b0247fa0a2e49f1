"""Writes the pages that are made from the program: in docs/ safety, learn, sentences, totals,
adaptation, and the keys in commands.md; the keys in README.md; and the schema in routines/.

`python tools/pages.py` writes them anew; with `--check` it only tells whether one is old.
"""

import sys

import adaptation_page
import keys_page
import learn_page
import readme_keys
import safety_page
import schema_page
import sentences_page
import totals_page

PAGES = (
    safety_page, learn_page, sentences_page, totals_page, adaptation_page, keys_page, readme_keys,
    schema_page,
)  # fmt: skip


def main() -> None:
    for made in PAGES:
        written = made.page()
        if "--check" not in sys.argv:
            made.PAGE.write_text(written, "utf-8")
        elif made.PAGE.read_text("utf-8") != written:
            sys.exit(f"{made.PAGE.name} is not what the program says: run python tools/pages.py")


if __name__ == "__main__":
    main()
