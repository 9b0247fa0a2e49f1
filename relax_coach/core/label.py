"""What a sound file tells of the session in it: title, author, licence, and its chapters."""

import unicodedata
from dataclasses import dataclass

from relax_coach.core.routine import Ms, Routine
from relax_coach.core.timeline import Timeline

ALBUM = "Relax Coach"
"""What a phone shows all sessions under."""
OPENING = "Opening"


@dataclass(frozen=True, slots=True)
class Chapter:
    """A step. Times in ms from the start of the session."""

    start: Ms
    end: Ms
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    """Texts are one line each, without control characters; "" where there is none."""

    title: str
    author: str = ""
    licence: str = ""
    chapters: tuple[Chapter, ...] = ()
    """They tile the session, when there are any."""


def label_of(routine: Routine, timeline: Timeline) -> Label:
    """The label of the session that was made of `routine`."""
    return Label(
        _line(timeline.title), _line(routine.author), _line(routine.license), chapters(timeline)
    )


def chapters(timeline: Timeline) -> tuple[Chapter, ...]:
    """One for every step; what is before the first is the opening."""
    starts = [timeline.step_start(number) for number in range(1, timeline.steps + 1)]
    titles = [_line(timeline.at(start).span.title) for start in starts]
    if starts and starts[0] > 0:
        starts, titles = [0, *starts], [OPENING, *titles]
    ends = (*starts[1:], timeline.total)
    return tuple(map(Chapter, starts, ends, titles))


def _line(text: str) -> str:
    """Tags end at a zero, and their files at a line's end; half a character has no UTF-8."""
    words = " ".join(text.split())
    return "".join(char for char in words if unicodedata.category(char) not in {"Cc", "Cs"})
