"""The sums behind the picture."""

from itertools import pairwise
from typing import Any

import pytest
from rich.cells import cell_len

from relax_coach import coach
from relax_coach.bodymap.scene import fullness
from relax_coach.core.options import Options
from relax_coach.core.timeline import Timeline
from relax_coach.store import library
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.digits import HEIGHT, big
from relax_coach.tui.widgets.guide import Guide
from relax_coach.tui.widgets.lines import bar, shortened, spread, width_of
from relax_coach.tui.widgets.text import cut, wrapped


def timeline(name: str) -> Timeline:
    return coach.timeline_of(library.find(name), Options())


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("one two three", 7, ["one two", "three"]),
        ("one\ntwo", 20, ["one", "two"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("呼吸呼吸", 4, ["呼吸", "呼吸"]),
        ("", 10, [""]),
        ("tab\there", 20, ["tab here"]),
    ],
)
def test_wrapped(text: str, width: int, lines: list[str]) -> None:
    assert wrapped(text, width) == lines


@pytest.mark.parametrize("width", range(8))
def test_cut_never_takes_more_than_its_room(width: int) -> None:
    for text in ("abcdef", "呼吸呼吸", "e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301"):
        assert cell_len(cut(text, width)) <= width


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0, "────"), (0.5, "━━──"), (0.625, "━━╸─"), (1, "━━━━"), (2, "━━━━"), (-1, "────")],
)
def test_a_bar_is_full_at_one(share: float, shown: str) -> None:
    assert "".join(text for text, _ in bar(share, 4, "accent")) == shown


def test_lines_fit() -> None:
    left, right = (("a long title", ""),), (("right", ""),)
    assert width_of(spread(left, right, 12)) == 12
    assert width_of(shortened(left, 5)) == 5


@pytest.mark.parametrize("text", ["0:28", "12:34", "56789", "LEFT", "RIGHT", "BOTH", "MIDDLE"])
def test_big_letters_stand_in_rows_of_one_width(text: str) -> None:
    rows = big(text)
    assert len(rows) == HEIGHT
    assert len({len(row) for row in rows}) == 1
    assert len(rows[0]) <= 42


def test_every_side_of_every_routine_can_be_written_big() -> None:
    for entry in library.entries():
        for span in timeline(entry.name).spans:
            side = words.side(span)
            assert not side or big(side.split()[0])


def test_a_breath_fills_and_empties_without_a_jump() -> None:
    whole = timeline("breath-coherent")
    levels = [fullness(whole.at(position)) for position in range(13_000, 23_000, 100)]
    assert levels[0] == 0 and max(levels) == pytest.approx(1, abs=0.01)
    assert max(abs(a - b) for a, b in pairwise(levels)) < 0.05
    assert fullness(whole.at(2_000)) == 0


def test_press_and_let_go_have_different_words() -> None:
    whole = timeline("mini-massage")
    moments = [whole.at(span.start) for span in whole.spans if span.step == 2]
    said = {moment.span.kind: words.action(moment) for moment in moments}
    assert said == {"lead": "", "work": "CIRCLE", "release": "let go"}


@pytest.mark.parametrize("name", ["partner-seated", "shoulders"])
@pytest.mark.parametrize(("width", "height"), [(76, 9), (38, 7)])
def test_whatever_an_author_wrote_is_shown_whole_if_need_be_in_pages(
    name: str, width: int, height: int
) -> None:
    whole, guide = timeline(name), Guide()
    guide.set_reactive(Guide.timeline, whole)
    for step in range(1, whole.steps + 1):
        shown: set[str] = set()
        spans = [one for one in whole.spans if one.step == step]
        for position in range(spans[0].start, spans[-1].end, 500):
            guide.set_reactive(Guide.moment, whole.at(position))
            lines = guide.lines(width, height)
            assert len(lines) <= height
            shown.update(word for line in lines[1:] for text, _ in line for word in text.split())
        said = " ".join(cue.text or "" for cue in words.sayings(whole, whole.at(spans[-1].start)))
        assert not {*said.split(), *spans[-1].show.split()} - shown, f"step {step}"


async def test_a_row_goes_on_below_its_text_and_not_below_its_mark(open_app: Any) -> None:
    async with open_app(size=(40, 40)) as opened:
        await opened.press("question_mark")
        await opened.shows("search: words")
        lines = opened.text.splitlines()
        number = next(one for one, line in enumerate(lines) if "search: words" in line)
        below = lines[number + 1]
        assert len(below) - len(below.lstrip()) == lines[number].find("search: words")


@pytest.mark.parametrize(("height", "told"), [(24, True), (40, False)])
@pytest.mark.usefixtures("clear_today")
async def test_a_page_that_scrolls_says_so(open_app: Any, height: int, told: bool) -> None:
    async with open_app("desk-break", size=(80, height)) as opened:
        await opened.press("x")
        await opened.shows("read on q end" if told else "space go on")
        assert ("↑ ↓ read on" in opened.said) == told
