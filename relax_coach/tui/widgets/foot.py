"""The bottom of a session: what was just said, how it stands, and which keys there are."""

from textual.reactive import var

from relax_coach.tui.widgets.lines import Line, Lines, Piece, shortened, spread, width_of

KEYS = (
    ("space", "pause"),
    ("x", "stop"),
    ("?", "help"),
    ("n", "next"),
    ("p", "back"),
    ("s", "stay"),
    ("q", "end"),
)
"""The most needed first: from the end they give way where there is no room."""


class Foot(Lines):
    """A function of the sentence last told and of the state of the player."""

    told: var[str] = var("")
    fading: var[bool] = var(False)
    """Whether the sentence was told a while ago."""
    paused: var[bool] = var(False)
    sound: var[str] = var("")
    """The state of the sound in words: "volume 8", "sound off", "no sound"."""

    def watch_told(self) -> None:
        self.draw()

    def watch_fading(self) -> None:
        self.draw()

    def watch_paused(self) -> None:
        self.draw()

    def watch_sound(self) -> None:
        self.draw()

    def lines(self, width: int, height: int) -> list[Line]:
        told: Line = ((self.told, "dim" if self.fading else "accent"),)
        state: Line = ((self.sound, "slate"),)
        keys = self._keys(width - width_of(state) - 2)
        if height > 1:
            return [
                shortened(told, width),
                spread(keys, state, width),
            ]
        if self.told:
            return [shortened(told, width)]
        return [spread(keys, state, width)]

    def _keys(self, width: int) -> Line:
        pieces: tuple[Piece, ...] = ()
        for key, does in KEYS:
            if key == "space" and self.paused:
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
