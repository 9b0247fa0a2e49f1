"""Rows to be rated, one key each: the numbers, what was said, and which row is next."""

from collections.abc import Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.events import Resize

from relax_coach.core.key import Key
from relax_coach.core.record import MOST_FELT, OVERALL, RATED, Ratings
from relax_coach.tui.widgets.keys import KeyLine, handle

TEN = "t"
"""The key of the number that has no digit."""
HERE, ELSEWHERE = "› ", "  "
"""Before the row that is next, so that it is seen without colours too."""
WIDE = 36
"""Columns from which on the numbers stand apart."""
WORDED = 58
"""Columns from which on each number has its word beside it, where it has one."""


def number_of(character: str | None) -> int | None:
    """The number that a key stands for."""
    if character == TEN:
        return MOST_FELT
    return int(character) if character and character in "0123456789" else None


@dataclass(frozen=True, slots=True)
class Scale:
    """One row: numbers from `first` on, of which one is said; they may have words."""

    name: str
    first: int
    last: int
    words: tuple[str, ...] = ()
    before: int | None = None
    """What was said of it before the session."""

    def holds(self, number: int) -> bool:
        return self.first <= number <= self.last

    def said(self, number: int | None) -> str:
        """The number, or its word; "" where none was said."""
        if number is None:
            return ""
        return self.words[number - self.first] if self.words else str(number)

    def number(self, word: str | None) -> int | None:
        """Of one of its words."""
        return None if word is None else self.first + self.words.index(word)


def rated(before: Ratings | None = None) -> tuple[Scale, ...]:
    """What is rated; with `before` only what was said there, beside it."""
    if before is None:
        return tuple(Scale(name, 0, MOST_FELT) for name in RATED)
    said = {name: before.of(name) for name in RATED}
    return tuple(
        Scale(name, 0, MOST_FELT, before=felt) for name, felt in said.items() if felt is not None
    )


OVERALL_SCALE = Scale("overall", 1, len(OVERALL), OVERALL)


class Scales(KeyLine):
    """Shows and keeps what is said; a click on a number runs the screen's `felt`."""

    def __init__(self, scales: tuple[Scale, ...], key: Key, id: str | None = None) -> None:  # noqa: A002
        """`key`: of the numbers."""
        super().__init__(id=id)
        self.scales = scales
        self._key = key
        self._said: dict[str, int] = {}
        self._at = 0
        self._dense = 0
        """0 with free lines, 1 without, 2 with the numbers of the next row alone."""

    @property
    def said(self) -> Mapping[str, int]:
        """Name of a row → its number."""
        return self._said

    @property
    def ratings(self) -> Ratings:
        return Ratings(**{name: self._said.get(name) for name in RATED})

    @property
    def is_full(self) -> bool:
        """Whether no row is next."""
        return self._at >= len(self.scales)

    def say(self, number: int, row: int | None = None) -> bool:
        """Say it of the next row, or of `row`, and go on below; False where it has no such number.

        After the last row nothing is next.
        """
        at = self._at if row is None else row
        if at >= len(self.scales) or not self.scales[at].holds(number):
            return False
        self._said[self.scales[at].name] = number
        self._at = at + 1
        self.draw()
        return True

    def take(self, felt: Ratings, overall: str | None = None) -> None:
        """Begin with what was said before; the first row of which nothing was said is next."""
        said = felt.as_json() | {OVERALL_SCALE.name: OVERALL_SCALE.number(overall)}
        names = {scale.name for scale in self.scales}
        self._said = {name: one for name, one in said.items() if name in names and one is not None}
        open_rows = (at for at, scale in enumerate(self.scales) if scale.name not in self._said)
        self._at = next(open_rows, len(self.scales))
        self.draw()

    def row_back(self) -> None:
        """To the row before, of which nothing is said any more."""
        self._at = max(0, self._at - 1)
        self._said.pop(self.scales[self._at].name, None)
        self.draw()

    def fit(self, lines: int) -> None:
        """Take as many lines as there are: with free ones, without, or numbers of one row alone."""
        rows = len(self.scales)
        self._dense = sum(lines < needed for needed in (3 * rows - 1, 2 * rows))
        self.styles.height = (3 * rows - 1, 2 * rows, rows + 1)[self._dense]
        self.draw()

    def on_resize(self, event: Resize) -> None:
        self.draw()

    def draw(self) -> None:
        rows = (self._row(at, scale) for at, scale in enumerate(self.scales))
        self.update(Content("\n" if self._dense else "\n\n").join(rows))

    def _row(self, at: int, scale: Scale) -> Content:
        is_next, said = at == self._at, self._said.get(scale.name)
        mark, look = (HERE, "bold $accent") if is_next else (ELSEWHERE, "$primary")
        told = Content.assemble((mark + scale.name.capitalize(), look))
        if said is not None:
            told += Content.assemble("  ", (scale.said(said), "bold $strong"))
        elif scale.words and self.size.width < WORDED:
            told += Content(f"  {scale.words[0]} … {scale.words[-1]}").stylize("$text-muted")
        if scale.before is not None:
            told += Content(f"  before: {scale.before}").stylize("$text-muted")
        shows = self._dense < 2 or at == min(self._at, len(self.scales) - 1)
        return told + Content("\n") + self._numbers(at, scale, said, is_next) if shows else told

    def _numbers(self, at: int, scale: Scale, said: int | None, is_next: bool) -> Content:
        width = self.size.width
        wide, worded = width >= WIDE, bool(scale.words) and width >= WORDED
        parts = []
        for number in range(scale.first, scale.last + 1):
            is_said = number == said
            look = "bold $accent" if is_said else "$foreground" if is_next else "$text-muted"
            figure = f"[{number}]" if is_said and wide else f" {number} " if wide else str(number)
            if worded:
                told = f"{number} {scale.said(number)}"
                figure = f"[{told}]" if is_said else f" {told} "
            one = Content(figure).stylize(look)
            parts.append(one.stylize(handle(self._key, f"felt({number}, {at})")))
        ahead, apart = (" ", "") if wide else ("  ", " ")
        return Content(ahead) + Content(apart).join(parts)
