"""Text of other people's files is seen, never obeyed: no markup, no link, no escape."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from relax_coach.tui.widgets.text import plain

PAYLOADS = (
    "[/]",
    "[/bold] x",
    "a [/",
    "[@click=app.quit]x[/]",
    "[@click=app.screenshot('a','b')]y[/]",
    "[link=https://x]z[/link]",
    "[left]",
    "[50%]x",
    "[$accent]x",
    "$x",
    "press [x] now",
    ":warning:",
    "\\[bold]",
)
ESCAPES = ("\x1b]0;title\x07", "\x9b31m", "\u202eabc", "\x1b[5;5H", "a\x00b")


@pytest.fixture
def hostile(home: Path) -> str:
    """A routine of one's own whose every text is a payload."""
    text = " ".join(PAYLOADS)
    routine = {
        "format": 1,
        "title": " ".join(PAYLOADS[:5])[:80],
        "summary": text,
        "tags": [payload[:30] for payload in PAYLOADS],
        "needs": list(PAYLOADS),
        "stop_if": list(PAYLOADS),
        "dose": text,
        "author": text,
        "license": text,
        "cautions": [],
        "sources": [{"title": payload} for payload in PAYLOADS],
        "steps": [
            {"breathe": "2-2", "times": 1, "title": payload, "say": text} for payload in PAYLOADS
        ],
    }
    folder = home / "config" / "routines"
    folder.mkdir(parents=True)
    name = "zz[@click=app.quit]x[]"
    (folder / f"{name}.yaml").write_text(yaml.safe_dump(routine), "utf-8")
    (folder / "zz[broken].yaml").write_text("format: 1\n'[/]': 1\ntitle: '[/bold]'\n", "utf-8")
    return name


def actions(opened: Any) -> set[str]:
    """What a click on any cell of the screen would run: links and actions come from markup."""
    strips = opened.app.screen._compositor.render_strips()
    styles = [segment.style for strip in strips for segment in strip if segment.style]
    links = {style.link for style in styles if style.link}
    return links | {key for style in styles for key in style.meta if key == "@click"}


async def test_in_the_library_it_is_shown_as_it_is(open_app: Any, hostile: str) -> None:
    async with open_app(size=(110, 110)) as opened:
        await opened.press("slash", *"zz")
        assert [row.entry.name for row in opened.app.screen.found] == [hostile, "zz[broken]"]
        seen = opened.said
        for payload in PAYLOADS:
            assert payload in seen, payload
        assert actions(opened) == set()
        await opened.press("enter", "down")
        assert "[/bold]" in opened.text
        assert "zz[broken]" in opened.text


@pytest.mark.parametrize("size", [(120, 40), (40, 12)])
async def test_in_a_session_it_is_shown_as_it_is(
    open_app: Any, hostile: str, size: tuple[int, int]
) -> None:
    async with open_app(hostile, size=size) as opened:
        for step, payload in enumerate(PAYLOADS, 1):
            await opened.go_to(opened.player.timeline.step_start(step) / 1000)
            assert payload in opened.said
            assert actions(opened) == set()
        await opened.press("x")
        assert "[@click=app.quit]x[/]" in opened.text or size == (40, 12)
        assert actions(opened) == set()


async def test_what_the_player_tells_is_text_too(open_app: Any) -> None:
    async with open_app("breath-coherent") as opened:
        opened.session._foot.tell("".join(PAYLOADS) + "".join(ESCAPES))
        await opened.settle()
        assert "[/][/bold] x" in opened.text
        assert not set("\x1b\x9b\u202e\x00\x07") & set(opened.text)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_plain_keeps_every_bracket_and_reads_no_markup(payload: str) -> None:
    content = plain(payload)
    assert content.plain == payload
    assert content.spans == []


@pytest.mark.parametrize("escape", ESCAPES)
def test_plain_shows_what_could_steer_a_terminal(escape: str) -> None:
    assert plain(escape).plain.isprintable()


async def test_a_timeline_made_of_escapes_reaches_no_terminal(open_app: Any) -> None:
    async with open_app("breath-coherent", size=(120, 40)) as opened:
        timeline = opened.player.timeline
        steer = "".join(ESCAPES)
        spans = tuple(replace(span, title=steer, text=steer) for span in timeline.spans)
        opened.player.timeline = replace(timeline, title=steer, spans=spans)
        await opened.go_to(12)
        assert "\\x1b]0;title" in opened.text
        assert not set("\x1b\x9b\u202e\x00\x07") & set(opened.text)
