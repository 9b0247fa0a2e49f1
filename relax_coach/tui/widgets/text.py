"""Foreign text on its way to the screen: seen, never obeyed."""

from rich.cells import cell_len
from textual.content import Content

from relax_coach.core.problem import shown

ELLIPSIS = "…"


def clean(text: str) -> str:
    """`text` without anything that could steer a terminal; line breaks stay, tabs are spaces."""
    return "\n".join(shown(line.replace("\t", " ")) for line in text.splitlines())


def plain(text: str, style: str = "") -> Content:
    """The only way of foreign text into a widget of Textual: no markup in it has an effect."""
    content = Content(clean(text))
    return content.stylize(style) if style else content


def wrapped(text: str, width: int) -> list[str]:
    """Lines of at most `width` cells, broken at spaces, or inside a word that is longer."""
    lines = []
    for paragraph in clean(text).split("\n"):
        line = ""
        for word in paragraph.split():
            if line and cell_len(line) + 1 + cell_len(word) > width:
                lines.append(line)
                line = ""
            line = f"{line} {word}" if line else word
            while cell_len(line) > width > 1:
                head = cut(line, width, "")
                lines.append(head)
                line = line[len(head) :]
        lines.append(line)
    return lines


def listed(sentences: tuple[str, ...], width: int, most: int) -> list[str]:
    """As many of `sentences` as fit into `most` rows, and how many more the help page has."""
    blocks = []
    for sentence in sentences:
        first, *others = wrapped(sentence, width - 2)
        blocks.append([f"· {first}", *(f"  {row}" for row in others)])
    rows: list[str] = []
    for number, block in enumerate(blocks):
        is_last = number == len(blocks) - 1
        if len(rows) + len(block) + (not is_last) > most:
            left = len(blocks) - number
            things = "thing" if left == 1 else "things"
            rows.append(f"· {left} {'more' if rows else things} to know: press ?")
            break
        rows += block
    return rows


def cut(text: str, width: int, ellipsis: str = ELLIPSIS) -> str:
    """As much of `text` as fits into `width` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    room = max(0, width - cell_len(ellipsis))
    while cell_len(text) > room:
        text = text[: min(len(text) - 1, max(1, room))] if len(text) > room + 1 else text[:-1]
    return (text + ellipsis)[: max(width, 0)]
