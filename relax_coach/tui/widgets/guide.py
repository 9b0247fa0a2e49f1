"""What to do: the step, the side, and the instruction."""

from textual.reactive import var

from relax_coach.core.timeline import WORK_KINDS, Moment, Span
from relax_coach.tui.widgets import words
from relax_coach.tui.widgets.lines import Line, Lines, shortened
from relax_coach.tui.widgets.text import cut, wrapped
from relax_coach.tui.widgets.words import changed


class Guide(Lines):
    """A function of the moment and of what is to be known before the start."""

    moment: var[Moment | None] = var(None)
    beforehand: var[tuple[str, ...]] = var(())
    """Sentences shown in the opening: cautions, notes, why there is no sound."""

    def watch_moment(self, before: Moment | None, now: Moment | None) -> None:
        if changed(before, now):
            self.draw()

    def watch_beforehand(self) -> None:
        self.draw()

    def lines(self, width: int, height: int) -> list[Line]:
        if self.moment is None:
            return []
        span = self.moment.span
        lines: list[Line] = [shortened(((_title(self.moment), "strong"),), width)]
        facts = _facts(span) if span.step is not None else ()
        if facts:
            lines.append(shortened(facts, width))
        text = wrapped(span.text, width)
        air = len(lines) + 1 + len(text) <= height
        room = height - len(lines) - air
        if len(text) > room:
            text = [*text[: room - 1], cut(f"{text[room - 1]} {text[room]}", width)]
        look = "dim" if span.kind in WORK_KINDS else ""
        lines += [()] * air + [((row, look),) for row in text]
        extra = self.beforehand if self.moment.step == 0 and span.kind == "lead" else ()
        if self.moment.step and span.kind == "lead" and words.landmark(span):
            extra = (f"Where: {words.landmark(span)}.",)
        if span.show:
            extra = (*extra, span.show)
        for sentence in extra:
            rows = wrapped(sentence, width)
            if len(lines) + len(rows) + 2 * air > height:
                break
            lines += [()] * air + [((row, "dim"),) for row in rows]
        return lines


def _title(moment: Moment) -> str:
    if moment.span.kind == "end":
        return "And rest"
    return "Settle in" if moment.step == 0 else moment.span.title


def _facts(span: Span) -> Line:
    side = words.side(span)
    facts = [words.target(span), words.technique(span), words.hand(span)]
    said = " · ".join(fact for fact in facts if fact)
    tag: Line = ((f" {side} ", "mark" if span.side in ("left", "right") else "tag"), ("  ", ""))
    return (*(tag if side else ()), *(((said, "slate"),) if said else ()))
