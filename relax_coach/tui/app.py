"""The doorway of the full-screen program: its theme and its first screen."""

import asyncio
import signal
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from functools import partial
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme

from relax_coach.audio.outputs import NoSound
from relax_coach.core.exits import Exit
from relax_coach.core.options import Options
from relax_coach.store.library import Entry
from relax_coach.store.settings import Settings
from relax_coach.tui.screens.library import LibraryScreen
from relax_coach.tui.screens.visit import CODES, Request, TurnedBack, visit
from relax_coach.tui.terminal import steady

THEME = Theme(
    name="relax",
    dark=True,
    primary="#a9aede",
    secondary="#8d93c4",
    accent="#f6b863",
    success="#7fcbb0",
    warning="#f6b863",
    error="#f39a93",
    foreground="#d5d7ea",
    background="#11131d",
    surface="#171a27",
    panel="#262a40",
    variables={
        "strong": "#f3f3fb",
        "track": "#4a5078",
        "text-muted": "#989dc2",
        "footer-key-foreground": "#a9aede",
        "scrollbar": "#363c5c",
        "scrollbar-background": "#11131d",
        "scrollbar-hover": "#4a5078",
        "scrollbar-active": "#a9aede",
        "block-cursor-background": "#262a40",
        "block-cursor-foreground": "#f3f3fb",
        "border": "#4a5078",
        "input-cursor-background": "#f6b863",
    },
)


class RelaxCoachApp(App[int]):
    """Opens the library, or goes straight into `entry`. Its result is the exit code."""

    TITLE = "Relax Coach"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+c", "interrupt", "End at once", show=False, priority=True)
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (60, "-medium"), (100, "-wide")]  # noqa: RUF012
    NOTIFICATION_TIMEOUT = 5

    def __init__(self, entry: Entry | None, request: Request) -> None:
        super().__init__()
        self.entry = entry
        self.request = request
        self.silent: NoSound | None = None
        """Why the output asked for by name cannot be had."""
        self.register_theme(THEME)
        self.theme = THEME.name

    def get_driver_class(self) -> type[Driver]:
        return steady(super().get_driver_class())

    def on_mount(self) -> None:
        self._leave_when_told()
        if self.entry is None:
            self.push_screen(LibraryScreen(self.request), self.exit)
        else:
            self.run_worker(self._visit(self.entry))

    async def _visit(self, entry: Entry) -> None:
        try:
            self.exit(await visit(self, entry, self.request, to_library=False))
        except TurnedBack:
            self.exit(CODES["early"])
        except NoSound as reason:
            self.silent = reason
            self.exit()

    def _leave_when_told(self) -> None:
        """A signal to end leaves by the usual way, so that the terminal is put back."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGQUIT"):
            number = getattr(signal, name, None)  # Windows has not all of them
            if number is not None:
                with suppress(NotImplementedError):
                    loop.add_signal_handler(number, self.exit, 128 + number)

    def action_interrupt(self) -> None:
        self.exit(Exit.INTERRUPTED)

    async def action_quit(self) -> None:
        """Leave: as the screen has it, so that a session asks first."""
        await self.run_action("screen.leave")

    def action_screenshot(self, filename: str | None = None, path: str | None = None) -> None:
        """Off: no text may ever make the program write a file."""

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The keys of the screen, as commands; nothing that writes, and no other theme."""
        for active in screen.active_bindings.values():
            binding = active.binding
            if active.node is screen and binding.description and binding.show:
                run = partial(screen.run_action, binding.action)
                yield SystemCommand(binding.description, binding.key, run)


def run(
    *,
    entry: Entry | None,
    options: Options,
    settings: Settings,
    muted: bool,
    from_step: int | None,
    yes: bool,
    today: date,
) -> int:
    """Run the full-screen program and return its exit code: 0, 3, 4 or 130.

    Raises NoSound when a named output cannot be had.
    """
    app = RelaxCoachApp(entry, Request(today, options, settings, muted, from_step, yes))
    code = app.run()
    if app.silent is not None:
        raise app.silent
    return Exit.INTERRUPTED if code is None else code
