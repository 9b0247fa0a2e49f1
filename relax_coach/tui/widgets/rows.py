"""Rows with a mark in front: what does not fit beside it goes on below the text, not the mark."""

from itertools import accumulate

from textual.content import Content
from textual.css.styles import RulesMap
from textual.strip import Strip
from textual.style import Style
from textual.visual import RenderOptions, Visual


class Rows(Visual):
    """Marks and their texts; a text that is only a paragraph has "" for its mark."""

    def __init__(self, *rows: tuple[Content | str, Content | str]) -> None:
        self._rows = [(_content(mark), _content(text)) for mark, text in rows]

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        plain = RenderOptions(options.get_style, options.rules)  # a selection counts other columns
        strips: list[Strip] = []
        for mark, text in self._rows:
            beside = mark.cell_length
            told = text.render_strips(max(1, width - beside), None, style, plain)
            marks = mark.render_strips(beside, 1, style, plain)
            blank = Strip.blank(beside, style.rich_style)
            strips += [
                Strip.join([before, line])
                for before, line in zip([*marks, *[blank] * len(told)], told, strict=False)
            ]
        return strips[:height]

    def at(self, y: int, width: int) -> int:
        """The number of the row that holds line `y` where they are `width` cells wide."""
        heights = (row.get_height({}, width) for row in map(Rows, self._rows))
        return sum(end <= y for end in accumulate(heights))

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:
        return max(
            mark.cell_length + text.get_optimal_width(rules, container_width)
            for mark, text in self._rows
        )

    def get_height(self, rules: RulesMap, width: int) -> int:
        return sum(
            text.get_height(rules, max(1, width - mark.cell_length)) for mark, text in self._rows
        )


def _content(text: Content | str) -> Content:
    """Never read as markup."""
    return text if isinstance(text, Content) else Content(text)
