"""The bottom of a session: what was just said, how it stands, and which keys there are."""

from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content
from textual.events import Click, MouseMove
from textual.reactive import var
from textual.timer import Timer

from relax_coach.core.key import Key
from relax_coach.core.keys import PARTNER, SESSION
from relax_coach.tui.widgets.keys import action_of, mark, press
from relax_coach.tui.widgets.lines import Line, Lines, Piece, spread, width_of
from relax_coach.tui.widgets.text import wrapped

if TYPE_CHECKING:  # it loads numpy
    from relax_coach.player import Player

GAP = "  "
FADES, GOES = 3, 6
"""Seconds after which a sentence fades, and after which it goes."""


class Foot(Lines):
    """A function of the sentence last told and of the state of the player.

    A long sentence takes the place of the keys, then grows upward over what stands there.
    """

    told: var[str] = var("")
    fading: var[bool] = var(False)
    """Whether the sentence was told a while ago."""
    stands: var[bool] = var(False)
    """Whether the session stands still, and goes on by a key."""
    sound: var[str] = var("")
    """The state of the sound in words: "volume 8", "sound off", "no sound"."""
    partner: var[bool] = var(False)
    dark: var[bool] = var(False)
    """Whether nothing is shown but what was just told."""

    def __init__(self, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._clearing: tuple[Timer, ...] = ()

    def tell(self, sentence: str) -> None:
        """Say `sentence` for a while; "" takes back what was said before."""
        self.told, self.fading = sentence, False
        for timer in self._clearing:
            timer.stop()
        self._clearing = ()
        if sentence:
            fades = self.set_timer(FADES, partial(setattr, self, "fading", True))
            self._clearing = (fades, self.set_timer(GOES, partial(self.tell, "")))

    def watch_dark(self) -> None:
        self.draw()

    def watch_told(self) -> None:
        self.styles.height = len(wrapped(self.told, self.size.width)) if self.told else 1
        self.draw()

    def watch_fading(self) -> None:
        self.draw()

    def watch_stands(self) -> None:
        self.draw()

    def watch_sound(self) -> None:
        self.draw()

    def lines(self, width: int, height: int) -> list[Line]:
        look = "dim" if self.fading else "accent"
        rows = wrapped(self.told, width) if self.told else []
        keys = spread(self._keys(self._room), ((self.sound, "slate"),), width)
        keys = () if self.dark else keys
        told: list[Line] = [((row, look),) for row in rows]
        above: list[Line] = [()] * (height - len(told) - 1)
        return [*told, *above, keys] if len(told) < height else told

    @property
    def _room(self) -> int:
        """Cells for the keys beside the state of the sound."""
        return self.size.width - cell_len(self.sound) - len(GAP)

    @property
    def _keys_are_covered(self) -> bool:
        """Whether a long sentence stands where they were."""
        return bool(self.told) and len(wrapped(self.told, self.size.width)) >= self.size.height

    def _keys(self, width: int) -> Line:
        return tuple(chain(*(_pieces(key, word) for key, word in self._shown(width))))[:-1]

    def _shown(self, width: int) -> list[tuple[Key, str]]:
        """The keys that have room in `width` cells, and their words: from the end they give way."""
        shown = []
        for key in (PARTNER if self.partner else SESSION).foot:
            # Where the receiver's keys stand in large, they are not said twice.
            if self.partner and key.for_two and self._is_large:
                continue
            word = key.for_two if self.partner and key.for_two else key.word
            if key.action == "pause" and self.stands:
                word = "go on"
            width -= width_of(_pieces(key, word))
            if width < -len(GAP):
                break
            shown.append((key, word))
        return shown

    @property
    def _is_large(self) -> bool:
        return not any(map(self.screen.has_class, ("-small", "-slim", "-flat")))

    def _has_keys_at(self, y: int) -> bool:
        """Whether the keys are seen, and in line `y`."""
        return not (self.dark or y < self.size.height - 1 or self._keys_are_covered)

    def _key_at(self, x: int) -> Key | None:
        """The key in that cell of the last line."""
        end = 0
        for key, word in self._shown(self._room):
            start, end = end, end + width_of(_pieces(key, word))
            if start <= x < end - len(GAP):
                return key
        return None

    def on_mouse_move(self, event: MouseMove) -> None:
        """The key under the pointer tells what it does."""
        key = self._key_at(event.x) if self._has_keys_at(event.y) else None
        self.tooltip = Content(key.title) if key else None

    async def on_click(self, event: Click) -> None:
        """On a key, what the key does; beside it nothing, also no pause."""
        if not self._has_keys_at(event.y):
            return
        event.stop()
        if key := self._key_at(event.x):
            await press(self.screen, key.first, action_of(key))


def _pieces(key: Key, word: str) -> tuple[Piece, ...]:
    return ((mark(key), "slate"), (f" {word}", "dim"), (GAP, ""))


def sound_of(player: "Player") -> str:
    """What the foot says of the sound."""
    if player.output.name == "none":
        return "no sound"
    if player.timeline.profile == "silent":
        return "silent"
    return "sound off" if player.muted else f"volume {player.balance.volume}"
