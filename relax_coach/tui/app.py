"""The doorway of the full-screen program: its theme, its commands and its first screen.

Its first picture costs as little as Textual allows: the screens, and what is to be played, are
loaded behind it.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import work
from textual.app import App, ComposeResult, SystemCommand
from textual.binding import Binding, BindingType
from textual.css.query import NoMatches
from textual.driver import Driver
from textual.events import Event, InputEvent
from textual.screen import Screen
from textual.widgets import Static

from relax_coach.core.exits import Exit
from relax_coach.tui import themes
from relax_coach.tui.terminal import RESET, steady
from relax_coach.watchdog import Watchdog

if TYPE_CHECKING:
    from relax_coach.core.interrupted import Interrupted
    from relax_coach.core.options import Options
    from relax_coach.store.library import Entry
    from relax_coach.store.settings import Settings
    from relax_coach.tui.screens.request import Request

THEME_KEPT = "Until you leave: the setting theme in config.toml keeps one."


class RelaxCoachApp(App[int]):
    """Opens home, or the library where that has no room, or goes straight into a routine.

    Its result is the exit code.
    """

    TITLE = "Relax Coach"
    CSS = "#opening { padding: 1 2; text-style: bold; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "End at once", show=False, priority=True)
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (60, "-medium"), (100, "-wide")]  # noqa: RUF012
    NOTIFICATION_TIMEOUT = 5

    def __init__(self, theme: str, choose: "Callable[[], tuple[Entry | None, Request]]") -> None:
        """`choose` gives the routine, None for home, and is called behind the first picture."""
        super().__init__()
        self.failure: Exception | None = None
        """Why it could not go on."""
        self._choose = choose
        self._noticed = ""
        self._early: list[Event] | None = []
        """Keys and clicks that came before there was a screen for them."""
        for one in themes.OWN:
            self.register_theme(one)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield Static(self.TITLE, id="opening")

    def get_driver_class(self) -> type[Driver]:
        return steady(super().get_driver_class())

    def get_css_variables(self) -> dict[str, str]:
        colours = None if self.no_color else self.console.color_system
        made = super().get_css_variables()
        self.theme_variables = themes.variables(self.current_theme, made, colours)
        return self.theme_variables

    def on_mount(self) -> None:
        self.call_after_refresh(self._begin)

    async def on_event(self, event: Event) -> None:
        if self._early is not None and isinstance(event, InputEvent):
            self._early.append(event)
        else:
            await super().on_event(event)

    def _begin(self) -> None:
        try:
            self._open()
        except Exception as reason:
            self._fail(reason)
            return
        early, self._early = self._early or [], None
        for event in early:
            self.post_message(event)

    def _open(self) -> None:
        """The first screen, or straight into the routine."""
        from relax_coach.tui.screens.home import HomeScreen, room
        from relax_coach.tui.screens.library import LibraryScreen

        entry, request = self._choose()
        if entry is None:
            first = (HomeScreen if room(*self.size) else LibraryScreen)(request)
            self.push_screen(first, self.exit)
            first.ask_to_resume()
        else:
            self._visit(entry, request)

    @work
    async def _visit(self, entry: "Entry", request: "Request") -> None:
        from relax_coach.audio.outputs import NoSound
        from relax_coach.tui.screens.questions import TurnedBack
        from relax_coach.tui.screens.visit import CODES, visit

        try:
            self.exit(await visit(self, entry, request, goes_back=False))
        except TurnedBack:
            self.exit(CODES["early"])
        except NoSound as reason:
            self._fail(reason)

    def _fail(self, reason: Exception) -> None:
        self.failure = reason
        self.exit()

    def _handle_exception(self, error: Exception) -> None:
        # Who leaves while a screen is still being put together takes its widgets away from what
        # was to be done with them next: nothing is wrong then, and nothing is told.
        if not (self._exit and isinstance(error, NoMatches)):
            super()._handle_exception(error)

    def notify(self, message: str, **how: Any) -> None:
        """What is told again is told once: several would hide the keys."""
        if message == self._noticed:
            self.clear_notifications()
        self._noticed = message
        super().notify(message, **how)

    def action_interrupt(self) -> None:
        self.exit(Exit.INTERRUPTED)

    async def action_quit(self) -> None:
        """Leave: as the screen has it, so that a session asks first."""
        await self.run_action("screen.leave")

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Off: no text may ever make the program write a file."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the keys of the screen do, as commands, and the themes; nothing that writes."""
        active = (one.binding for one in screen.active_bindings.values() if one.node is screen)
        shown = {one.action: one.description for one in active if one.show}
        for action, does in shown.items():
            yield SystemCommand(does, "", partial(screen.run_action, action))
        yield SystemCommand("Change the theme", THEME_KEPT, self.search_themes)


class PreviewApp(RelaxCoachApp):
    """Shows one file, anew at every save."""

    def __init__(self, path: Path, preset: "Entry | None", settings: "Settings") -> None:
        super().__init__(settings.theme, lambda: (None, None))  # type: ignore[arg-type,return-value]
        self._path, self._preset, self._settings = path, preset, settings

    def _open(self) -> None:
        from relax_coach.tui.screens.preview import PreviewScreen

        self.push_screen(PreviewScreen(self._path, self._preset, self._settings), self.exit)


def preview(path: Path, preset: "Entry | None", settings: "Settings") -> int:
    """Show the file at `path` while it is written; the exit code. `preset`: it is that one's."""
    return _run(PreviewApp(path, preset, settings))


def run(
    choose: "Callable[[], tuple[Entry | None, Options]]",
    settings: "Settings",
    muted: bool,
    from_step: int | None,
    yes: bool,
    today: "Callable[[], date]",
    left: "Interrupted | None" = None,
) -> int:
    """Run the full-screen program and return its exit code: 0, 3, 4 or 130, or 128 + a signal.

    `left`: the interrupted session that it goes on with.
    Raises what `choose` raises, and NoSound when a named output cannot be had.
    """

    def chosen() -> "tuple[Entry | None, Request]":
        from relax_coach.tui.screens.request import Request

        entry, options = choose()
        return entry, Request(today, options, settings, muted, from_step, yes, left=left)

    return _run(RelaxCoachApp(settings.theme, chosen))


def _run(app: RelaxCoachApp) -> int:
    with Watchdog(app.exit, RESET):
        code = app.run()
    if app.failure is not None:
        raise app.failure
    return Exit.INTERRUPTED if code is None else code
