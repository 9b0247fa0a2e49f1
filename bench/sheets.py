"""What becomes of a therapist's sheet: read whole, and typed line by line into the questions.

    python bench/sheets.py [FILE…]     # without one: the sheets of the tests

For each: every line with what it is in the file, the total, and how many questions the wizard asks
for it, the line itself among them. "lost" counts words that are nowhere in the file, "invented"
figures of a step that are not in its line.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from relax_coach.cli.questions import ASKS, SAY
from relax_coach.cli.wizard import Wizard
from relax_coach.core.compile import compile_routine
from relax_coach.core.document import read
from relax_coach.core.duration import NUMBERS
from relax_coach.core.exercise import BREATHS, HOW, LONG, SIDE, WHERE
from relax_coach.core.handout import Handout, handout_of
from relax_coach.core.line import Line
from relax_coach.core.phrases import clock
from relax_coach.core.source import source

SHEETS = Path(__file__).resolve().parents[1] / "tests" / "handouts"
ANSWERS = {
    ASKS[WHERE]: "neck",
    ASKS[HOW]: "circles",
    ASKS[LONG]: "30s",
    ASKS[BREATHS]: "4-6",
    SAY: "",
}


def became(line: Line) -> str:
    """What a line is in the file, in a few words."""
    if line.exercise is None:
        return line.kind
    if line.exercise.gaps:
        return f"open: {', '.join(line.exercise.gaps)}"
    step = line.exercise.step()
    inner = step["steps"][0] if "steps" in step else step
    rounds = f"{step['repeat']} rounds of " if "repeat" in step else ""
    told = {key: one for key, one in inner.items() if key not in ("title", "show", "say")}
    return rounds + ", ".join(f"{key} {one}" for key, one in told.items())


def total(sheet: Handout) -> str:
    found = read(source(sheet.outline(sheet.title or "T")).encode())
    if found.routine is None:
        return "not to be played: " + ", ".join(one.code for one in found.problems)
    return clock(compile_routine("t", found.routine).total)


def lost(text: str, sheet: Handout) -> list[str]:
    written = source(sheet.outline(sheet.title or "T")).split()
    return [word for word in text.split() if word not in written]


def invented(sheet: Handout) -> list[str]:
    """Figures of steps that are not in their lines."""
    more, found = " ".join(one.text for one in sheet.lines if one.kind == "more"), []
    for line in sheet.steps:
        if not line.is_open and not re.search("half|½|[a-z]{3,} sec", line.text):
            words = f"{line.text} {more}".lower()
            own = [str(NUMBERS.get(one, one)) for one in re.findall(r"\d+|[a-z]+", words)]
            found += [one for one in re.findall(r"\d+", became(line)) if one not in own]
    return found


def typed(text: str) -> tuple[list[int], Handout]:
    """How many questions each line takes, and what comes of it."""
    rows = iter([row.strip() for row in text.splitlines() if row.strip()])

    def ask(question: str, words: Sequence[str]) -> str:
        if question.startswith(ASKS[SIDE].partition("?")[0]):
            return ""
        return ANSWERS[question] if question in ANSWERS else next(rows, "")

    wizard = Wizard(ask, lambda text: None)
    wizard.lines()
    return wizard.asked, wizard.sheet


def main() -> None:
    for path in map(Path, sys.argv[1:]) if sys.argv[1:] else sorted(SHEETS.glob("*.txt")):
        text = path.read_text("utf-8")
        sheet = handout_of(text)
        print(f"\n{path.stem}: {len(sheet.lines)} lines, {len(sheet.steps)} steps, {total(sheet)}")
        for line in sheet.lines:
            print(f"  {line.number:>2}  {line.text.strip()[:60]:60}  {became(line)}")
        asked, answered = typed(text)
        print(f"  words lost: {lost(text, sheet) or 'none'}; invented: {invented(sheet) or 'none'}")
        print(
            f"  line by line: {sum(asked)} questions for {len(asked)} lines, at most {max(asked)}"
            f" for one; {len(answered.steps)} steps, {total(answered)}"
        )


if __name__ == "__main__":
    main()
