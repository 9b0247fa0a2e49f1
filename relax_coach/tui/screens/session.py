"""A session in progress: draws what the player says, and hands it the keys."""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import var
from textual.screen import Screen

from relax_coach import coach
from relax_coach.audio.outputs import NoSound
from relax_coach.awake import kept_awake
from relax_coach.core import keys, safety, vocabulary
from relax_coach.core.routine import Routine
from relax_coach.core.timeline import Moment, Timeline
from relax_coach.logbook import Logbook
from relax_coach.store.paths import BrokenInstall
from relax_coach.store.settings import Settings
from relax_coach.tui.screens import sizes
from relax_coach.tui.screens.away import AwayPage
from relax_coach.tui.screens.help import explain
from relax_coach.tui.screens.leave import LeavePage
from relax_coach.tui.screens.outcome import Outcome, Tally
from relax_coach.tui.screens.page import Page
from relax_coach.tui.screens.stop import StopPage
from relax_coach.tui.widgets.clock import Clock
from relax_coach.tui.widgets.drawing import FRAME, Drawing
from relax_coach.tui.widgets.foot import Foot, sound_of
from relax_coach.tui.widgets.guide import Guide
from relax_coach.tui.widgets.head import Head
from relax_coach.tui.widgets.keys import bindings
from relax_coach.tui.widgets.stack import Row, Stack
from relax_coach.tui.widgets.their_keys import TheirKeys
from relax_coach.tui.widgets.words import holds, tells_more
from relax_coach.watchdog import watched

if TYPE_CHECKING:  # it loads numpy, and the first picture must not wait for that
    from relax_coach.player import Player

SOON, PACE, REST = 20, 100, 1000
"""Milliseconds between two looks at the player: at least; for a breath told by a bar, and where it
stands; at most."""
BARS = 1500
"""Milliseconds after which the bars move on."""
Asking = Page[bool] | Page[bool | None]
IN_THE_DARK = "Dark. b brings the picture back."
WAIT = "One moment, the sound is being made ready."


class SessionScreen(Screen[Outcome]):
    """Dismissed with the Outcome. The output is let go however the screen ends."""

    BLANK = True
    CSS_PATH = "session.tcss"
    ALLOW_SELECT = False
    HORIZONTAL_BREAKPOINTS = sizes.ACROSS
    VERTICAL_BREAKPOINTS = sizes.DOWN
    BINDINGS: ClassVar[list[BindingType]] = bindings(keys.SESSION)

    moment: var[Moment | None] = var(None)
    words_of: var[Moment | None] = var(None)
    """The moment that the words tell of: another one as often as they change."""
    timeline: var[Timeline | None] = var(None)
    paused: var[bool] = var(False)
    partner: var[bool] = var(False)

    @dataclass
    class Opened(Message):
        """The player is there, ready to play; None when the output asked for cannot be had."""

        player: "Player | None"
        notes: tuple[str, ...]

    def __init__(
        self,
        routine: Routine,
        session: coach.Ready,
        settings: Settings,
        muted: bool,
        log: Logbook,
    ) -> None:
        super().__init__(classes="-partner" if routine.who == "partner" else "-alone")
        self.routine = routine
        self._opens = partial(coach.start, session, settings, muted)
        self._log = log
        timeline = session.timeline
        self.player: Player | None = None
        self._open = ExitStack()
        self._held = False
        """Whether a question stands over the session."""
        self._next_look: asyncio.TimerHandle | None = None
        self._foot = Foot(id="foot")  # a key may come before it is on the screen
        self._tally = Tally(session.done)
        self.set_reactive(SessionScreen.partner, routine.who == "partner")
        self.set_reactive(SessionScreen.timeline, timeline)
        self.set_reactive(SessionScreen.moment, timeline.at(session.start))
        self.set_reactive(SessionScreen.words_of, timeline.at(session.start))

    def compose(self) -> ComposeResult:
        cls = SessionScreen
        with Stack(id="stage"):
            yield Head(id="head").data_bind(cls.timeline, moment=cls.words_of)
            with Row(id="body"):
                yield Drawing(id="drawing").data_bind(cls.timeline, cls.partner, cls.moment)
                with Stack(id="told"):
                    yield Guide(id="guide").data_bind(
                        cls.timeline, cls.partner, moment=cls.words_of
                    )
                    yield Clock(id="clock").data_bind(cls.paused, moment=cls.words_of)
            if self.partner:
                yield TheirKeys(id="their-keys")
            yield self._foot.data_bind(cls.partner)

    def on_mount(self) -> None:
        self._foot.sound = "one moment …"
        self._drawing, self._clock = self.query_one(Drawing), self.query_one(Clock)
        self._drawing.at_rest = self._clock.calm = self._stands_still
        self._tell_beforehand(())
        self.call_after_refresh(self._open_player)

    @property
    def _stands_still(self) -> bool:
        """Whether nothing is to move: as the person wants it, or as nobody is looking."""
        return self.app.animation_level == "none" or not self.app.app_focus

    def on_unmount(self) -> None:
        if self._next_look is not None:
            self._next_look.cancel()
        self._open.close()

    @work(thread=True)
    def _open_player(self) -> None:
        """Loading numpy and the sound library takes longer than the first picture may."""
        try:
            player, notes = self._opens()
        except (NoSound, BrokenInstall) as reason:
            self.post_message(self.Opened(None, (str(reason),)))
            return
        if not self.post_message(self.Opened(player, notes)):
            player.close()

    def on_session_screen_opened(self, message: Opened) -> None:
        if message.player is None:
            self._come_to_front()
            self.dismiss(Outcome("silent", why=" ".join(message.notes)))
            return
        self.player = message.player
        self._open.callback(message.player.close)
        self._open.callback(self._log.let_go)
        self._open.enter_context(kept_awake())
        self._watched = self._open.enter_context(watched(self._log.leaving, self._log.stalled))
        self._log.begin(message.player)
        self._tell_beforehand(message.notes)
        if not self._held:
            self._play()
        self.look()

    def _tell_beforehand(self, notes: tuple[str, ...]) -> None:
        assert self.timeline is not None
        cautions = (vocabulary.CAUTIONS[word].name for word in self.routine.every_caution)
        # What is left out for this person comes before what is said of the sound.
        self.query_one(Guide).beforehand = (*self.timeline.notes, *notes, *cautions)

    def look(self) -> None:
        """One look at the player: everything on the screen follows from it."""
        player = self.player
        if player is None:
            return
        self._watched.beat()
        told = player.look() or self._log.told()
        moment = player.moment
        self._tally.count(self.moment, moment)
        stood = self.moment is not None and self.moment.position == moment.position
        still = self._drawing.at_rest = self._clock.calm = self._stands_still
        paces = moment.phase is not None and not self._drawing.size.width and not still
        every = 0 if paces else REST if still else BARS
        if tells_more(player.timeline, self.words_of, moment, every):
            self.words_of = moment
        self.timeline, self.moment, self.paused = player.timeline, moment, player.paused
        self._foot.stands = player.paused or moment.span.kind == "wait"
        self._foot.sound = sound_of(player)
        if player.away and not self._held:
            self._welcome_back(told)
        elif told:
            self._foot.tell(told)
        if player.finished:
            self._end("finished")
        else:
            frame = PACE if paces else FRAME if self._drawing.moves else REST
            self._look_again(frame, PACE if stood else SOON)

    def _look_again(self, frame: int, least: int) -> None:
        """Look when this picture, of `frame` ms, or what is told is over; in `least` ms or more."""
        assert self.timeline is not None and self.moment is not None
        stays = REST
        if not self.paused:
            stays = min(self.moment.left % frame + 1, holds(self.timeline, self.moment))
        if self._next_look is not None:
            self._next_look.cancel()
        # Not by a timer of Textual's, which is a task of its own each time.
        loop = asyncio.get_running_loop()
        self._next_look = loop.call_later(max(least, stays) / 1000, self.call_next, self.look)

    def _do(self, change: "Callable[[Player], str | None]") -> None:
        """Let the player do something and tell what it says."""
        if self.player is None:
            self._foot.tell(WAIT)
            return
        try:
            self._foot.tell(change(self.player) or "")
        except NoSound as reason:
            self._foot.tell(str(reason))
        self.look()

    def _play(self) -> None:
        self._do(lambda player: player.play())

    def _welcome_back(self, told: str) -> None:
        """The session was away and stands: ask how it goes on."""
        assert self.moment is not None
        self._held = True
        self._come_to_front()

        def answered(how: str | None) -> None:
            self._held = False
            if how == "end":
                self._end("early")
            elif how == "wrong":
                self.action_stop()
            elif how == "again":
                self._do(lambda player: player.again() + player.play())
            else:
                self._play()

        self.app.push_screen(AwayPage(told, self.moment), answered)

    def _ask(self, page: Asking, how: str, go_on: bool, aside: str = "") -> None:
        """Stand still while `page` asks whether to end; `go_on` when it is not to be."""
        self._held = True
        if self.player is not None:
            self._do(lambda player: player.pause(aside))

        def answered(end: bool | None) -> None:
            self._held = False
            if end is None:
                self.action_stop()
            elif end:
                self._end(how)
            elif go_on and self.player is not None:
                self._play()

        self.app.push_screen(page, answered)

    def _end(self, how: str) -> None:
        if self.is_active:
            outcome = self._tally.outcome(how, self.player)
            self._log.end(outcome.ended)
            self._open.close()
            self.player = None
            self.dismiss(outcome)

    def _come_to_front(self) -> None:
        """Take away what stands over this screen, such as the help."""
        while not self.is_active:
            self.app.pop_screen()

    def on_click(self) -> None:
        self.action_pause()

    def action_pause(self) -> None:
        self._do(lambda player: player.toggle())

    def action_player(self, does: str, *by: int) -> None:
        """Let the player do what a key asks for; `does` is one of its methods."""
        self._do(lambda player: getattr(player, does)(*by))

    def action_dark(self) -> None:
        """For who cannot have light in the room: black, and every key works as before."""
        self._foot.dark = self.toggle_class("-dark").has_class("-dark")
        self._foot.tell(IN_THE_DARK if self._foot.dark else "")

    def action_stop(self) -> None:
        self._log.stop()
        said = safety.stop_said(self.routine.who, self.routine.stop_if)
        self._ask(StopPage(self.routine), "danger", go_on=not self.paused, aside=said)

    def action_leave(self) -> None:
        assert self.moment is not None
        self._ask(LeavePage(self.moment), "early", go_on=not self.paused)

    def action_help(self) -> None:
        known = (*self.moment.span.texts, *self.query_one(Guide).beforehand) if self.moment else ()
        explain(self, keys.SESSION, known)
