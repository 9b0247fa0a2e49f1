"""Home tells why: what helped before, what is gentler, what is scaled."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from relax_coach import intake
from relax_coach.core.conditions import LASTING
from relax_coach.core.record import Event
from relax_coach.store import answers as store_answers
from relax_coach.store.journal import Journal

TODAY = date(2026, 3, 1)
FEBRUARY = datetime(2026, 2, 20, 12, 0, tzinfo=UTC)


def keep(routine: str, spot: str, *pains: tuple[int, int]) -> None:
    """Sessions in the journal, with the pain before and after each."""
    with Journal.write() as journal:
        for number, (before, after) in enumerate(pains):
            told: list[tuple[str, dict[str, Any]]] = [
                ("begin", {"routine": routine, "spot": spot}),
                ("before", {"pain": before}),
                ("after", {"pain": after}),
            ]
            when = FEBRUARY + timedelta(days=number)
            journal.append(
                Event(f"{routine}-{number}", seq, kind, body, when)
                for seq, (kind, body) in enumerate(told, 1)
            )


def listed(opened: Any) -> list[str]:
    return [row.entry.name for row in opened.app.screen.found]


def why(opened: Any) -> str:
    shown = opened.app.screen.query_one("#why")
    return str(shown.visual) if shown.display else ""


async def test_an_empty_journal_says_nothing(open_app: Any) -> None:
    async with open_app(size=(120, 40)) as opened:
        await opened.press("j")
        assert listed(opened)[0] == "mini-massage" and why(opened) == ""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_what_helped_there_comes_first_and_says_how_often(
    open_app: Any, size: tuple[int, int]
) -> None:
    keep("jaw", "masseter", (6, 3), (5, 5), (7, 4))
    async with open_app(size=size) as opened:
        await opened.press("j")
        assert listed(opened)[0] == "jaw"
        await opened.shows("Jaw release: 2 of 3 times pain was")
        await opened.press("tab", "down")
        assert why(opened) == ""
        await opened.press("tab", "t")
        assert listed(opened)[0] == "mini-massage" and why(opened) == ""


async def test_what_made_it_worse_twice_comes_last_and_says_so(open_app: Any) -> None:
    keep("mini-massage", "masseter", (3, 5), (4, 6))
    async with open_app() as opened:
        await opened.press("j", "tab", "end")
        assert listed(opened)[-1] == "mini-massage"
        await opened.shows("Targeted mini-massage: 2 of 2 times")


@pytest.mark.usefixtures("clear_today")
async def test_a_session_has_the_minutes_one_has(open_app: Any) -> None:
    async with open_app() as opened:
        await opened.press("j", "5")
        name = listed(opened)[0]
        await opened.shows("to 5:00")
        await opened.press("enter")
        assert opened.player.timeline.name == name
        assert opened.player.timeline.total == pytest.approx(300_000, abs=1_000)


async def test_what_is_gentler_says_so(open_app: Any) -> None:
    intake.keep_conditions({row.word: row.word == "pregnancy" for row in LASTING}, FEBRUARY.date())
    async with open_app(size=(120, 40)) as opened:
        await opened.press("s", "tab")
        while listed(opened)[opened.app.focused.highlighted] != "self-points-daily":
            await opened.press("down")
        await opened.shows("Eight points: gentler for you, by what you")


async def test_a_journal_that_cannot_be_read_is_told_once(open_app: Any, home: Path) -> None:
    (home / "data" / "journal.db").mkdir(parents=True)
    async with open_app(size=(120, 40)) as opened:
        await opened.shows("The journal cannot be read")
        assert listed(opened)


async def test_after_the_stop_text_what_does_not_press_comes_first_and_says_why(
    open_app: Any,
) -> None:
    store_answers.keep_hurt(TODAY)
    async with open_app(size=(120, 40)) as opened:
        await opened.press("j")
        assert set(listed(opened)[:3]) == {"breath-box", "breath-478", "breath-coherent"}
        assert "presses nothing, so it is open to you today" in why(opened)
