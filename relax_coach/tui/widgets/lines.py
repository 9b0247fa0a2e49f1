"""A widget made of lines, of which only those that changed are sent to the terminal."""

from collections.abc import Sequence
from os.path import commonprefix
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import Resize
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from relax_coach.tui.widgets.text import clean, cut

Piece = tuple[str, "str | Style"]
"""Text, and how it looks: one of the classes of Lines, or a style. "" is the usual look."""

Line = tuple[Piece, ...]


class Lines(Widget):
    """Shows the lines of `lines()`; whoever changes what they depend on calls `draw`.

    Every text passes through `clean` here, and no markup is ever read.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "lines--accent",
        "lines--alarm",
        "lines--calm",
        "lines--dim",
        "lines--mark",
        "lines--quiet",
        "lines--slate",
        "lines--strong",
        "lines--tag",
        "lines--track",
    }
    DEFAULT_CSS = """
    Lines {
        height: 1;
        & > .lines--accent { color: $accent; text-style: bold; }
        & > .lines--alarm { color: $error; text-style: bold; }
        & > .lines--calm { color: $success; text-style: bold; }
        & > .lines--dim { color: $text-muted; }
        & > .lines--mark { color: $ink; background: $accent; text-style: $tag-style; }
        & > .lines--quiet { color: $success; background: $panel; }
        & > .lines--slate { color: $primary; }
        & > .lines--strong { color: $strong; text-style: bold; }
        & > .lines--tag { color: $ink; background: $primary; text-style: $tag-style; }
        & > .lines--track { color: $track; }
    }
    """

    def __init__(self, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._drawn: Sequence[Line] = ()
        self._kept: tuple[Region, list[Strip]] | None = None
        """Rows as they were last handed out, and which."""
        self._looks: dict[str, Style] = {}
        """The looks in use. Textual forgets them at each change, and to find one takes long."""

    def lines(self, width: int, height: int) -> Sequence[Line]:
        """What to show in `width` times `height` cells."""
        raise NotImplementedError

    def draw(self) -> None:
        """Take the lines anew and repaint those that are not as before."""
        width, height = self.size
        if not width or not height:
            return
        before, self._drawn = self._drawn, tuple(self.lines(width, height)[:height])
        changed = []
        for y in range(max(len(before), len(self._drawn))):
            was, now = self._line(before, y), self._line(self._drawn, y)
            if was != now:
                changed.append(Region(0, y, min(width, _changed_until(was, now, width)), 1))
        if changed:
            self.refresh(*changed)

    def on_resize(self, event: Resize) -> None:
        self.draw()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """At a change anywhere Textual asks every widget for all it shows: most are as before."""
        if self._kept is None or self._kept[0] != crop:
            self._kept = crop, super().render_lines(crop)
        return self._kept[1]

    def _set_dirty(self, *regions: Region) -> None:
        super()._set_dirty(*regions)
        self._kept = None
        if not regions:
            self._looks.clear()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._looks.clear()

    def render_line(self, y: int) -> Strip:
        segments = [
            Segment(clean(text), self._style(look)) for text, look in self._line(self._drawn, y)
        ]
        return Strip(segments).adjust_cell_length(self.size.width, self._style(""))

    def _line(self, lines: Sequence[Line], y: int) -> Line:
        return lines[y] if y < len(lines) else ()

    def _style(self, look: str | Style) -> Style:
        if isinstance(look, Style):
            return look
        if look not in self._looks:
            name = f"lines--{look}"
            found = self.get_component_rich_style(name) if look else self.rich_style
            self._looks[look] = found
        return self._looks[look]


def _changed_until(before: Line, now: Line, width: int) -> int:
    """The cell from which on both lines are the same: what stands there is not sent again."""
    if width_of(before) != width_of(now):
        return width
    until = width_of(now)
    for (was, look), (text, other) in zip(reversed(before), reversed(now), strict=False):
        if look != other:
            break
        if was != text:
            return until - cell_len(commonprefix([was[::-1], text[::-1]]))  # noqa: RUF071
        until -= cell_len(text)
    return until


def width_of(line: Line) -> int:
    """The cells of a line."""
    return sum(cell_len(text) for text, _ in line)


def spread(left: Line, right: Line, width: int) -> Line:
    """One line with `left` at its beginning and `right` at its end; `left` gives way."""
    room = width - width_of(right)
    if width_of(left) >= room:
        left = shortened(left, max(0, room - 2))
    return (*left, (" " * max(0, room - width_of(left)), ""), *right)


def centred(line: Line, width: int) -> Line:
    """`line` in the middle of `width` cells."""
    return ((" " * max(0, (width - width_of(line)) // 2), ""), *line)


def shortened(line: Line, width: int) -> Line:
    """`line` in at most `width` cells, with an ellipsis where it was cut."""
    kept: list[Piece] = []
    for text, look in line:
        if cell_len(text) > width:
            kept.append((cut(text, width), look))
            break
        kept.append((text, look))
        width -= cell_len(text)
    return tuple(kept)


def bar(share: float, width: int, look: str) -> Line:
    """A thin bar, filled to `share` (0 to 1): heavy what is done, light what is left."""
    halves = round(max(0.0, min(share, 1.0)) * width * 2)
    done = "━" * (halves // 2) + ("╸" if halves % 2 else "")
    return ((done, look), ("─" * (width - len(done)), "track"))
