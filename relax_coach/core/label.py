"""What a sound file tells of the session in it: title, author, licence, and its chapters."""

from dataclasses import dataclass, replace

from relax_coach.core.routine import Ms, Routine
from relax_coach.core.timeline import Timeline

ALBUM = "Relax Coach"
"""What a phone shows all sessions under."""
OPENING = "Opening"
MOST_CHAPTERS = 255
"""In a file: MP3 counts them in one byte, and a common decoder of Ogg Vorbis dies of a label of
100 KB. What follows belongs to the last one."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """A step. Times in ms from the start of the session."""

    start: Ms
    end: Ms
    title: str


@dataclass(frozen=True, slots=True)
class Label:
    """Texts are one line each; "" where there is none."""

    title: str
    author: str = ""
    licence: str = ""
    chapters: tuple[Chapter, ...] = ()
    """They tile the session, when there are any: MOST_CHAPTERS of them."""


def label_of(routine: Routine, timeline: Timeline) -> Label:
    """The label of the session that was made of `routine`."""
    marked = list(chapters(timeline)[:MOST_CHAPTERS])
    if marked:
        marked[-1] = replace(marked[-1], end=timeline.total)
    return Label(
        _line(timeline.title), _line(routine.author), _line(routine.license), tuple(marked)
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
    return " ".join(text.split())
