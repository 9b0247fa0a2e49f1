"""The bottom of a session: what was just said, how it stands, and which keys there are."""

from typing import TYPE_CHECKING

from textual.reactive import var

from relax_coach.tui.widgets.lines import Line, Lines, Piece, spread, width_of
from relax_coach.tui.widgets.text import wrapped

if TYPE_CHECKING:  # it loads numpy
    from relax_coach.player import Player

KEYS = (
    ("space", "pause"),
    ("x", "stop"),
    ("?", "help"),
    ("n", "next"),
    ("p", "back"),
    ("s", "stay"),
    ("q", "end"),
    ("e", "ease"),
    ("o", "other side"),
    ("a", "again"),
)
"""The most needed first: from the end they give way where there is no room."""
THEIR_KEYS = (("x", "stop"), ("e", "softer"), ("s", "more"), ("space", "pause"))
"""For two: first those the receiver asks for."""


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
        state: Line = ((self.sound, "slate"),)
        keys = spread(self._keys(width - width_of(state) - 2), state, width)
        told: list[Line] = [((row, look),) for row in rows]
        above: list[Line] = [()] * (height - len(told) - 1)
        return [*told, *above, keys] if len(told) < height else told

    def _keys(self, width: int) -> Line:
        pieces: tuple[Piece, ...] = ()
        # Where the receiver's keys stand in large, they are not said twice.
        large = self.partner and not any(map(self.screen.has_class, ("-small", "-flat")))
        for key, does in _keys(self.partner):
            if large and (key, does) in THEIR_KEYS[:3]:
                continue
            if key == "space" and self.stands:
                does = "go on"
            more: tuple[Piece, ...] = (
                ("  " if pieces else "", ""),
                (key, "slate"),
                (f" {does}", "dim"),
            )
            if width_of(pieces) + width_of(more) > width:
                break
            pieces += more
        return pieces


def _keys(partner: bool) -> tuple[tuple[str, str], ...]:
    if not partner:
        return KEYS
    first = dict(THEIR_KEYS)
    return (*THEIR_KEYS, *((key, does) for key, does in KEYS if key not in first))


def sound_of(player: "Player") -> str:
    """What the foot says of the sound."""
    if player.output.name == "none":
        return "no sound"
    if player.timeline.profile == "silent":
        return "silent"
    return "sound off" if player.muted else f"volume {player.balance.volume}"
