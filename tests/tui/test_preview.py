"""`preview`: a file while it is written, full-screen and in lines."""

import io
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList, Static

from relax_coach import editor
from relax_coach.cli.program import run
from relax_coach.plain.keyboard import Keyboard
from relax_coach.plain.preview import Preview
from relax_coach.store import library, own
from relax_coach.store.library import Entry
from relax_coach.store.settings import Settings
from relax_coach.tui.app import PreviewApp
from relax_coach.tui.screens.preview import NOT_HERE, PreviewScreen
from relax_coach.tui.widgets.drawing import Drawing, fitting

GOOD = """format: 1
title: Mine
cautions: []
sources: [me]
steps:
  - {title: First, rest: 20s}
  - {title: "[bold]Jaw", target: jaw, technique: knead, side: left, for: 20s}
  - {title: Other jaw, target: jaw, technique: knead, side: right, for: 20s}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (found := tmp_path / "mine.yaml").write_text(GOOD)
    return found


def write(path: Path, text: str) -> None:
    """As an editor does."""
    path.write_text(text)


def text_of(screen: PreviewScreen, name: str) -> str:
    return str(screen.query_one(name, Static).content)


Story = Callable[[PreviewScreen, Any, PreviewApp], Any]


async def seen(
    path: Path, story: Story, size: tuple[int, int] = (100, 30), preset: Entry | None = None
) -> PreviewApp:
    app = PreviewApp(path, preset, Settings(speaker="off"))
    async with app.run_test(size=size, notifications=True) as pilot:
        while not (isinstance(app.screen, PreviewScreen) and app.screen.found):
            await pilot.pause()
        await story(app.screen, pilot, app)
    return app


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_the_session_is_shown_and_at_each_save_the_step_that_changed(
    path: Path, size: tuple[int, int]
) -> None:
    async def story(screen: PreviewScreen, pilot: Any, app: PreviewApp) -> None:
        steps = screen.query_one(OptionList)
        assert text_of(screen, "#name").startswith("Mine · 1:")
        assert text_of(screen, "#state") == "ok"
        assert [str(one.prompt).split("  ")[-1] for one in steps.options] == [
            "First", "[bold]Jaw", "Other jaw",
        ]  # fmt: skip
        write(path, GOOD.replace("left", "right").replace("[me]", "[us]"))
        screen.look()
        await pilot.pause()
        assert steps.highlighted == 1 and "work right, 20 s" in text_of(screen, "#text")
        moment = screen.query_one(Drawing).moment
        assert moment is not None and moment.span.side == "right"
        assert text_of(screen, "#state") == "1 warning", "one side alone"

    await seen(path, story, size)


async def test_under_the_problems_stays_what_was_right_last(path: Path) -> None:
    async def story(screen: PreviewScreen, pilot: Any, app: PreviewApp) -> None:
        write(path, GOOD.replace("20s}", "soon}"))
        screen.look()
        assert text_of(screen, "#state") == "below as it was last · 3 errors"
        told = text_of(screen, "#told")
        assert "not a duration" in told or "duration" in told
        assert screen.query_one(OptionList).option_count == 3
        assert screen._place().line == 6, "where the editor opens"
        write(path, GOOD)
        screen.look()
        assert text_of(screen, "#state") == "ok" and not screen.has_class("-told")

    await seen(path, story)


async def test_it_ends_with_what_the_file_is(path: Path) -> None:
    async def leave(screen: PreviewScreen, pilot: Any, app: PreviewApp) -> None:
        await pilot.press("q")

    assert (await seen(path, leave)).return_value == 0
    write(path, "format: 1\n")
    app = await seen(path, leave)
    assert app.return_value == 1


async def test_the_light_stays_where_that_is_wanted_and_an_editor_needs_a_terminal(
    path: Path,
) -> None:
    async def story(screen: PreviewScreen, pilot: Any, app: PreviewApp) -> None:
        await pilot.press("f", "down", "down")
        write(path, GOOD.replace("First", "Begin"))
        screen.look()
        assert screen.query_one(OptionList).highlighted == 2
        await pilot.press("e")
        assert NOT_HERE in [one.message for one in app._notifications]

    await seen(path, story)


async def test_an_editor_that_fails_gives_the_screen_back(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Textual's own `suspend` does not take it back where something comes out of the block."""
    way: list[str] = []

    @contextmanager
    def suspend(_: object) -> Iterator[None]:
        way.append("out")
        yield
        way.append("back")

    def edit(*_: object) -> None:
        raise editor.NoEditor("nosuch: not found")

    monkeypatch.setattr(PreviewApp, "suspend", suspend)
    monkeypatch.setattr(editor, "edit", edit)

    async def story(screen: PreviewScreen, pilot: Any, app: PreviewApp) -> None:
        await pilot.press("e")
        assert way == ["out", "back"]
        assert "nosuch: not found" in [one.message for one in app._notifications]

    await seen(path, story)


@pytest.fixture
def preset(monkeypatch: pytest.MonkeyPatch, path: Path) -> Entry:
    """One that can be spoilt, in a terminal from which an editor can be opened."""
    monkeypatch.setattr(PreviewApp, "suspend", nullcontext)
    return Entry("mine", path, "preset", library.read_file(path))


async def test_of_a_preset_a_copy_is_edited_and_shown_from_then_on(
    preset: Entry, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    texts = [GOOD, GOOD.replace("First", "Begin"), GOOD.replace("First", "Again")]

    def edit(path: Path, *_: int) -> bool:
        opened.append(path)
        write(path, texts[len(opened) - 1])
        return False

    monkeypatch.setattr(editor, "edit", edit)
    copy = home / "config" / "routines" / "mine.yaml"

    async def story(screen: PreviewScreen, pilot: Any, app: PreviewApp) -> None:
        await pilot.press("e")
        assert not copy.exists() and screen.path == preset.path, "nothing was changed"
        await pilot.press("e", "e")
        assert opened == [copy] * 3 and preset.path.read_text() == GOOD
        assert "Again" in str(screen.query_one(OptionList).options[0].prompt)
        told = [one.message for one in app._notifications]
        assert "Nothing was changed" in told[0] and f"yours lies in {copy}" in told[1]
        assert len(told) == 2 and "relax-coach remove mine" in told[1]

    await seen(preset.path, story, preset=preset)


async def test_a_copy_that_may_be_open_still_stays_and_is_shown(
    preset: Entry, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editor, "edit", lambda *_: True)

    async def story(screen: PreviewScreen, pilot: Any, app: PreviewApp) -> None:
        await pilot.press("e")
        assert screen.path == home / "config" / "routines" / "mine.yaml"
        (told,) = [one.message for one in app._notifications]
        assert "yours stays" in told and screen.path.read_text() == GOOD

    await seen(preset.path, story, preset=preset)


async def test_ones_own_of_that_name_is_not_written_over(preset: Entry, home: Path) -> None:
    own.add("mine", "mine")

    async def story(screen: PreviewScreen, pilot: Any, app: PreviewApp) -> None:
        await pilot.press("e")
        (told,) = [one.message for one in app._notifications]
        assert told == "Your own mine is there already: relax-coach edit mine"

    await seen(preset.path, story, preset=preset)


async def test_a_signal_while_the_editor_is_open_ends_it_and_takes_the_copy_away(
    preset: Entry, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(editor, "edit", lambda *_: os.kill(os.getpid(), signal.SIGTERM))

    async def story(screen: PreviewScreen, pilot: Any, app: PreviewApp) -> None:
        await pilot.press("e")

    app = await seen(preset.path, story, preset=preset)
    assert app.return_value == 143 and not list((home / "config").rglob("*.yaml"))


class Typing(Keyboard):
    """A keyboard at which the file is saved anew before each look, and then q is pressed."""

    def __init__(self, path: Path, *texts: str) -> None:
        super().__init__(io.StringIO())
        self.live, self.path, self.texts = True, path, list(texts)

    def key(self, wait: float) -> str:
        if not self.texts:
            return "q"
        write(self.path, self.texts.pop(0))
        return ""


def test_in_lines_each_save_adds_what_changed(path: Path) -> None:
    said: list[str] = []
    keyboard = Typing(path, GOOD.replace("20s", "soon", 1), GOOD.replace("side: left, ", ""), GOOD)
    assert Preview(path, said.append).follow(keyboard)
    told = "\n".join(said)
    assert "  1    0:05  First" in told and "[bad-duration]" in told
    assert "It has errors; what was right last stands above." in told
    assert told.count("Step 2:") == 2 and "work left, 20 s" in told


def test_without_a_keyboard_it_is_shown_once(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO())
    assert run(["preview", str(path), "--plain"]) == 0
    assert capsys.readouterr().out.splitlines()[-1].startswith("Mine: 1:")
    write(path, "format: 1\n")
    assert run(["preview", str(path), "--plain"]) == 1
    assert run(["preview", "none.yaml"]) == run(["preview", "jaww"]) == 2


@pytest.mark.parametrize("wrong", ["[me]", "20s}"])
async def test_on_a_small_screen_the_step_is_drawn_also_below_problems(
    path: Path, wrong: str
) -> None:
    async def story(screen: PreviewScreen, pilot: Any, app: PreviewApp) -> None:
        write(path, GOOD.replace(wrong, wrong.replace("[me]", "[]").replace("20s", "soon")))
        screen.look()
        screen.query_one(OptionList).highlighted = 1
        await pilot.pause()
        assert screen.has_class("-told")
        drawing = screen.query_one(Drawing)
        assert drawing.display and fitting(*drawing.size) > 0
        assert screen.query_one("#details").size.height > 2

    await seen(path, story, (80, 24))
