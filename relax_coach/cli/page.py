"""The sheet of a routine as one page of HTML to print: no script, no network, nothing beside it.

Whatever comes from a routine goes through `_text`, and is shown, never obeyed.
"""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from relax_coach.bodymap.picture import PAIR, PAIR_LYING, Picture
from relax_coach.bodymap.svg import ARROW, Svg
from relax_coach.cli.sheet import READ_ONLY, Entry, Rounds, Sheet
from relax_coach.core import safety, vocabulary
from relax_coach.core.phrases import capital
from relax_coach.core.problem import shown

_CSS = Path(__file__).with_name("page.css")
_DEEPEST = 6
"""Levels of headings in HTML."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_SEEN = {
    "front": "seen from the front, as in a mirror",
    "back": "seen from behind",
    "side": "seen from the side",
    "hands": "the backs of the hands",
}
"""By the name of a drawing, for who does not see it."""


def page(sheet: Sheet, drawings: Path) -> str:
    """The page; `drawings` is the folder of the SVGs."""
    return _Page(sheet, drawings).written()


class _Page:
    """A page in the making."""

    def __init__(self, sheet: Sheet, drawings: Path) -> None:
        self._sheet = sheet
        self._style = "".join(path.read_text("utf-8") for path in (drawings / "light.css", _CSS))
        names = dict.fromkeys(picture.name for _, picture in _pictures(sheet.entries))
        self._drawings = {
            name: Svg(name, (drawings / f"{name}.svg").read_text("utf-8")) for name in names
        }
        language = sheet.routine.language
        self._foreign = "" if language == "en" else f' lang="{escape(language)}" dir="auto"'

    def written(self) -> str:
        sheet = self._sheet
        title = _text(sheet.routine.title)
        store = ARROW + "".join(one.definitions() for one in self._drawings.values())
        return "\n".join(
            [
                "<!DOCTYPE html>",
                '<html lang="en">',
                "<head>",
                '<meta charset="utf-8">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
                f"<title>{title} · Relax Coach</title>",
                f"<style>\n{self._style}</style>",
                "</head>",
                "<body>",
                f'<svg class="store" aria-hidden="true"><defs>{store}</defs></svg>',
                *self._head(),
                "<main>",
                *self._before(),
                *self._steps(),
                *self._after(),
                "</main>",
                *self._foot(),
                "</body>",
                "</html>",
                "",
            ]
        )

    def _head(self) -> list[str]:
        sheet = self._sheet
        facts = {
            "Length": sheet.length,
            "Position": capital(sheet.position),
            "At hand": ", ".join(sheet.verdict.needs),
            "How often": sheet.routine.dose,
        }
        rows = [f"<dt>{name}</dt><dd>{_text(fact)}</dd>" for name, fact in facts.items() if fact]
        return [
            "<header>",
            self._own("h1", sheet.routine.title),
            self._own("p", sheet.routine.summary, "summary"),
            f'<dl class="facts">{"".join(rows)}</dl>',
            "</header>",
        ]

    def _before(self) -> list[str]:
        """What is to be known before the first step."""
        sheet = self._sheet
        head, sentences = sheet.for_you
        parts = _section(head, sentences) if head else []
        if sheet.is_refused:
            parts.append(_p(READ_ONLY))
        if sheet.is_for_two:
            parts += _section(safety.CONSENT_TITLE, safety.CONSENT[:-1])
        parts += _section("Take care", sheet.cautions) if sheet.cautions else []
        parts += _section("Note", sheet.notes) if sheet.notes else []
        return parts

    def _steps(self) -> list[str]:
        parts = ["<section>", "<h2>Steps</h2>"]
        if self._drawings:
            whose = "the left of who is massaged" if self._sheet.is_for_two else "your left"
            parts.append(_p(f"Left in a picture is {whose}. {_LEGEND}", "small legend"))
        for entry in self._sheet.entries:
            parts += self._entry(entry, 3)
        return [*parts, "</section>"]

    def _entry(self, entry: Entry | Rounds, level: int) -> list[str]:
        return self._step(entry, level) if isinstance(entry, Entry) else self._rounds(entry, level)

    def _rounds(self, rounds: Rounds, level: int) -> list[str]:
        number = f"{rounds.first} to {rounds.last}."
        parts = ['<section class="rounds">', '<div class="head">']
        parts.append(self._heading(number, rounds.title, level))
        parts.append(_p(_facts(rounds.facts), "how"))
        parts += [self._own("p", text) for text in rounds.texts]
        parts.append("</div>")
        for entry in rounds.entries:
            parts += self._entry(entry, min(level + 1, _DEEPEST))
        return [*parts, "</section>"]

    def _step(self, entry: Entry, level: int) -> list[str]:
        lead = entry.lead
        facts = (entry.side, entry.hand, entry.times, entry.pressure, *entry.time)
        source = f"Source: {'; '.join(entry.sources)}" if entry.sources else ""
        return [
            '<article class="step">',
            '<div class="pictures">',
            *(self._figure(entry, side, picture) for side, picture in entry.pictures),
            "</div>",
            '<div class="words">',
            self._heading(f"{entry.number}.", lead.title, level),
            _p(_facts(facts), "how"),
            self._own("p", lead.text),
            self._own("p", lead.show, "longer"),
            _p(source, "source"),
            "</div>",
            "</article>",
        ]

    def _figure(self, entry: Entry, side: str, picture: Picture) -> str:
        lead = entry.lead
        drawing = self._drawings[picture.name]
        box, inside = drawing.shown(picture, lead.technique or "", lead.pressure or 0)
        named = {"left": "Left", "right": "Right", "both": "Both sides"}.get(side, "")
        caption = f"<figcaption>{named}</figcaption>" if named and not picture.breathes else ""
        label = _text(_label(entry, side, picture))
        return (
            f'<figure><svg viewBox="{box}" role="img" aria-label="{label}">'
            f"{inside}</svg>{caption}</figure>"
        )

    def _after(self) -> list[str]:
        sheet = self._sheet
        parts = ['<section class="box">', "<h2>Stop at once at any of these</h2>"]
        parts += [_list(sheet.stops), _p(safety.TOLD[sheet.routine.who].stop_do), "</section>"]
        if sheet.routine.sources:
            parts += _section("Sources", map(str, sheet.routine.sources), "small")
        return parts

    def _foot(self) -> list[str]:
        return [
            '<footer class="small">',
            _p(safety.NOT_MEDICAL),
            self._own("p", self._sheet.by),
            "</footer>",
        ]

    def _heading(self, number: str, title: str, level: int) -> str:
        name = f'<span class="number">{number}</span> <span{self._foreign}>{_text(title)}</span>'
        return f"<h{level}>{name}</h{level}>"

    def _own(self, tag: str, text: str, look: str = "") -> str:
        """An author's words, in their language."""
        return _element(tag, text, look, self._foreign)


_LEGEND = (
    "The place is marked, with a dot that is larger the harder the press; an arrow shows "
    "which way a stroke, a stretch or a movement goes."
)


def _label(entry: Entry, side: str, picture: Picture) -> str:
    """What a picture shows, in words."""
    if picture.pose == "palms":
        return "The palms over the closed eyes, seen from the front."
    if picture in (PAIR, PAIR_LYING):
        return f"{picture.drawing.title}."
    target = "breath" if picture.breathes else entry.work[0].target or ""
    where = capital(vocabulary.TARGETS[target].name)
    named = {"left": ", left side", "right": ", right side", "both": ", both sides"}.get(side, "")
    return f"{where}{'' if picture.breathes else named}, {_SEEN[picture.name]}."


def _pictures(entries: Iterable[Entry | Rounds]) -> Iterable[tuple[str, Picture]]:
    for entry in entries:
        if isinstance(entry, Entry):
            yield from entry.pictures
        else:
            yield from _pictures(entry.entries)


def _text(text: str) -> str:
    """Foreign text in one line, as it may stand anywhere in the page."""
    return escape(shown(" ".join(text.split())))


def _element(tag: str, text: str, look: str = "", more: str = "") -> str:
    """An element around `text`; nothing where there is none."""
    named = f' class="{look}"' if look else ""
    return f"<{tag}{named}{more}>{_text(text)}</{tag}>" if text else ""


def _p(text: str, look: str = "") -> str:
    return _element("p", text, look)


def _facts(facts: Iterable[str]) -> str:
    return capital(" · ".join(filter(None, facts)))


def _list(texts: Iterable[str], look: str = "") -> str:
    named = f' class="{look}"' if look else ""
    return f"<ul{named}>{''.join(_element('li', text) for text in texts)}</ul>"


def _section(head: str, texts: Iterable[str], look: str = "") -> list[str]:
    return ["<section>", _element("h2", head), _list(texts, look), "</section>"]
