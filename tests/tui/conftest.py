"""The full-screen program on a stand-in terminal, with an output that a test moves by hand."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from stage import Hand, Stage
from textual import pilot as pilot_module
from textual.events import Key
from textual.pilot import Pilot

from relax_coach import coach, intake
from relax_coach.audio.arranger import Arranger
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.document import Document
from relax_coach.core.options import Options
from relax_coach.player import Player
from relax_coach.store import library, paths
from relax_coach.store.settings import Settings
from relax_coach.tui.app import RelaxCoachApp
from relax_coach.tui.screens import questions, visit
from relax_coach.tui.screens import session as session_module
from relax_coach.tui.screens.home import HomeScreen
from relax_coach.tui.screens.page import Question
from relax_coach.tui.screens.request import Request
from relax_coach.tui.screens.session import SessionScreen

TODAY = date(2026, 3, 1)
SILENT = Settings(speaker="off")
"""Without a voice lengths are those of the format."""
REQUEST = Request(today=lambda: TODAY, options=Options(), settings=SILENT)


LOOK, IDLE = 0.004, 0.001
"""Seconds from look to look whether all is at rest, and of work in them that counts as rest."""


async def at_rest(*_: float) -> None:
    """Wait until the program has nothing to do, a second at most.

    A look that came late says nothing: then the machine stood, and with it the program.
    """
    for _look in range(round(1 / LOOK)):
        began, worked = time.monotonic(), time.process_time()
        await asyncio.sleep(LOOK)
        in_time = time.monotonic() - began < 3 * LOOK
        if in_time and time.process_time() - worked < IDLE:
            return


@pytest.fixture(autouse=True)
def short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The pilot waits as long as the program works, by no clock that a loaded machine outruns."""
    monkeypatch.setattr(pilot_module, "wait_for_idle", at_rest)


_read_file = library.read_file
_read_once = cache(library.read_file)


@pytest.fixture(autouse=True)
def presets_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every start reads all of them; they stay the same, so a run of the tests reads each once."""
    shipped = paths.bundled("routines")

    def read_file(path: Path) -> Document:
        return (_read_once if path.parent == shipped else _read_file)(path)

    monkeypatch.setattr(library, "read_file", read_file)


@pytest.fixture(autouse=True)
def all_colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The terminal has them, wherever the tests run."""
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.fixture(autouse=True)
def stage(monkeypatch: pytest.MonkeyPatch) -> Stage:
    stage = Stage()

    def start(
        session: coach.Ready, settings: Settings, muted: bool
    ) -> tuple[Player, tuple[str, ...]]:
        stage.outputs.append(Hand())
        arranger = Arranger({}, session.voice)
        player = Player(
            session.timeline, stage.output, arranger, stage.silence, muted, now=lambda: stage.clock
        )
        player.restore(session.timeline, session.start, session.done)
        return player, stage.notes

    @contextmanager
    def kept_awake() -> Iterator[None]:
        stage.awake += 1
        try:
            yield
        finally:
            stage.awake -= 1

    monkeypatch.setattr("relax_coach.tui.screens.home.hour", lambda: 19)  # speaks for no routine
    monkeypatch.setattr(coach, "start", start)
    monkeypatch.setattr(session_module, "kept_awake", kept_awake)
    return stage


@dataclass
class Opened:
    """An app on a stand-in terminal."""

    app: RelaxCoachApp
    pilot: Pilot[int]
    stage: Stage

    @property
    def screen(self) -> str:
        """The name of the screen on top."""
        return type(self.app.screen).__name__

    @property
    def text(self) -> str:
        """What the terminal shows, without trailing blanks."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text.rstrip() for strip in strips)

    @property
    def said(self) -> str:
        """`text` with every run of white space as one blank."""
        return " ".join(self.text.split())

    @property
    def session(self) -> SessionScreen:
        found = [one for one in self.app.screen_stack if isinstance(one, SessionScreen)]
        return found[0]

    def look(self) -> None:
        """Let the session look at its player, if it is still there."""
        for one in self.app.screen_stack:
            if isinstance(one, SessionScreen):
                one.look()

    @property
    def player(self) -> Player:
        assert self.session.player is not None
        return self.session.player

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def click_on(self, text: str) -> None:
        """Click on the first cell of `text`, in the lowest line that shows it."""
        lines = self.text.splitlines()
        y = max(number for number, line in enumerate(lines) if text in line)
        await self.pilot.click(offset=(lines[y].index(text), y))
        await self.settle()

    async def settle(self) -> None:
        """Let everything that is under way come to rest, what is read or opened too."""
        await self.pilot.pause()
        for _ in range(500):
            top = self.app.screen_stack[-1:]
            opens = top and isinstance(top[0], SessionScreen) and top[0].player is None
            home = top[0] if top and isinstance(top[0], HomeScreen) else None
            reads = home is not None and (home.reading or not home.rows)
            comes = top and isinstance(top[0], Question) and top[0].haste is None
            begins = len(self.app.screen_stack) == 1 and not self.app._exit
            if not begins and not opens and not reads and not comes:
                break
            await self.pilot.pause()

    async def shows(self, text: str) -> None:
        """Wait until the terminal shows `text`: what a key does is told once it is known."""
        for _ in range(200):
            if text in self.said:
                return
            await self.pilot.pause()
        raise AssertionError(f"{text!r} was never shown, but {self.said}")

    async def at_last(self) -> str:
        """What the terminal shows once nothing changes any more."""
        seen = ""
        while seen != self.text:
            seen = self.text
            for _ in range(10):
                await self.pilot.pause()
        return seen

    async def go_to(self, seconds: float) -> None:
        """Put the output to `seconds` and let the screen look."""
        self.stage.output.position = round(seconds * 48_000)
        self.session.look()
        await self.pilot.pause()

    @property
    def at(self) -> float:
        """Seconds at which the session stands."""
        return self.player.position / 1000


Open = Callable[..., AbstractAsyncContextManager[Opened]]


@pytest.fixture
def open_app(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Open:
    """`async with open_app("mini-massage", size=(80, 24), yes=True) as opened`.

    Without a name home opens, or the library where that has no room. `early` are keys that come
    before the first screen. Only with `check_in` is the person asked how it is, before and after.
    Changes of the request go by name.
    """
    is_asked = questions.is_asked

    @asynccontextmanager
    async def opened(
        name: str | None = None,
        size: tuple[int, int] = (80, 24),
        early: str = "",
        check_in: bool = False,
        **changes: Any,
    ) -> AsyncIterator[Opened]:
        asks = is_asked if check_in else lambda *_: False
        for module in (questions, visit):
            monkeypatch.setattr(module, "is_asked", asks)
        entry = library.find(name) if name else None
        request = replace(REQUEST, **changes)
        app = RelaxCoachApp(request.settings.theme, lambda: (entry, request))
        for key in early:
            await app.on_event(Key(key, key))
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            opened = Opened(app, pilot, stage)
            await opened.settle()
            yield opened

    return opened


@pytest.fixture
def open_library(open_app: Open) -> Open:
    """The same, gone on from home to the library, which lists all."""

    @asynccontextmanager
    async def opened(**asked: Any) -> AsyncIterator[Opened]:
        async with open_app(**asked) as opened:
            if opened.screen == "HomeScreen":
                await opened.press("slash", "escape")
            yield opened

    return opened


@pytest.fixture
def clear_today() -> None:
    """The danger signs were denied today, and all conditions before."""
    intake.keep_signs(frozenset(), TODAY)
    nothing_holds()


@pytest.fixture
def asked_before() -> None:
    """No condition holds, as was said yesterday."""
    nothing_holds()


def nothing_holds() -> None:
    answered = dict.fromkeys(CONDITIONS, False)
    intake.keep_conditions(answered, TODAY - timedelta(days=1))
