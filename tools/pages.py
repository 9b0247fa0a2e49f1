"""Writes the pages of docs/ that are made from the program: safety, learn and sentences.

`python tools/pages.py` writes them anew; with `--check` it only tells whether one is old.
"""

import sys

import learn_page
import safety_page
import sentences_page

PAGES = (safety_page, learn_page, sentences_page)


def main() -> None:
    for made in PAGES:
        written = made.page()
        if "--check" not in sys.argv:
            made.PAGE.write_text(written, "utf-8")
        elif made.PAGE.read_text("utf-8") != written:
            sys.exit(
                f"docs/{made.PAGE.name} is not what the program says: run python tools/pages.py"
            )


if __name__ == "__main__":
    main()
