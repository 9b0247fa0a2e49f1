"""A routine while somebody writes it, in lines: what changed at each save."""

from collections.abc import Callable, Iterator
from pathlib import Path

from relax_coach.core.compile import compile_routine
from relax_coach.core.difference import changed_step
from relax_coach.core.document import Document
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.core.problem import describe, shown
from relax_coach.core.speech import Speech
from relax_coach.core.timeline import Timeline
from relax_coach.plain.keyboard import Keyboard
from relax_coach.store.watched import EVERY, Watched

OLD = "It has errors; what was right last stands above."
KEYS = "It is looked at until you press q."


class Preview:
    """Tells of one file."""

    def __init__(
        self, path: Path, say: Callable[[str], None], speech: Speech | None = None
    ) -> None:
        """`speech`: how long the voice takes, for the times that are told."""
        self.path, self.say, self.speech = path, say, speech
        self.watched = Watched(path)
        self.found: Document | None = None
        self.timeline: Timeline | None = None
        """Of the last one without an error."""

    def follow(self, keyboard: Keyboard) -> bool:
        """Until q; once where there is no keyboard. Whether the file is without an error."""
        if keyboard.live:
            self.say(KEYS)
        while True:
            found = self.watched.look()
            if found is not None:
                self.found = found
                for row in self._told(found):
                    self.say(row)
            if keyboard.live and keyboard.key(EVERY) != "q":
                continue
            if self.found is not None:
                return self.found.ok

    def _told(self, found: Document) -> Iterator[str]:
        for problem in found.problems:
            yield describe(problem, str(self.path), found.text)
        if found.routine is None:
            if self.timeline is not None:
                yield OLD
            return
        before = self.timeline
        self.timeline = compile_routine(self.path.stem, found.routine, Options(), self.speech)
        changed = changed_step(before, self.timeline)
        if before is None:
            for step in range(1, self.timeline.steps + 1):
                yield _row(self.timeline, step)
        elif changed:
            yield f"Step {changed}:"
            yield from _spans(self.timeline, changed)
        yield f"{shown(found.title)}: {clock(self.timeline.total)}"


def _row(timeline: Timeline, step: int) -> str:
    start = timeline.step_start(step)
    return f"{step:>3}  {clock(start):>6}  {shown(timeline.at(start).span.title)}"


def _spans(timeline: Timeline, step: int) -> Iterator[str]:
    """The spans of a step, with their cues."""
    yield _row(timeline, step)
    for span in timeline.spans:
        if span.step == step:
            cues = [cue.kind for cue in timeline.cues if span.start <= cue.at < span.end]
            named = " ".join(kind for kind in cues if kind != "say")
            side = f" {span.side}" if span.side else ""
            length = f"{(span.end - span.start) / 1000:g} s"
            yield f"     {clock(span.start):>6}  {span.kind}{side}, {length}  {named}".rstrip()
