"""A session while it is laid out: the time reached, the spans so far, and the cues on them."""

from dataclasses import replace

from relax_coach.core.cues import Marks
from relax_coach.core.routine import Breath, Ms
from relax_coach.core.timeline import Span


class Track:
    """Grows span by span; what is marked or said without a time stands at its end."""

    def __init__(self) -> None:
        self.now: Ms = 0
        self.spans: list[Span] = []
        self.marks = Marks()
        self.lying = False
        """Whether who is massaged lies from here on."""

    def add(self, span: Span, length: Ms) -> None:
        """Append `span` with `length` ms; nothing where that is 0, for no span may be empty."""
        if length:
            end = self.now + length
            self.spans.append(replace(span, start=self.now, end=end, lying=self.lying))
            self.now += length

    def unbroken(self, span: Span, length: Ms) -> None:
        """Append `span` with its half and its three-two-one; beside a breath these are silent."""
        if span.breath is None:
            self.marks.count_down(self.now, self.now + length)
        self.add(span, length)

    def mark(self, kind: str, at: Ms | None = None) -> None:
        self.marks.add(self.now if at is None else at, kind)

    def say(self, text: str, at: Ms | None = None) -> None:
        self.marks.add(self.now if at is None else at, "say", text)

    def pace(self, breath: Breath, length: Ms) -> None:
        """The cues of the whole breaths that fit into the next `length` ms."""
        for begun in range(self.now, self.now + length - breath.length + 1, breath.length):
            at = begun
            for phase, lasts in breath.phases:
                self.mark(phase, at)
                at += lasts
