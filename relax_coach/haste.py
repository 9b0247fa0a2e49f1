"""Answers that come too fast: meant for what stood there before, from a key held or hammered."""

from time import monotonic

SETTLED = 1.0
"""Seconds that a question about safety stands before it is answered, and that lie between two
answers that are the same: longer than a keyboard waits until it repeats a key that is held."""


class Haste:
    """The pace at which one question is answered, from the moment it is asked."""

    def __init__(self) -> None:
        self._asked = monotonic()
        self._heard: dict[object, float] = {}

    @property
    def is_early(self) -> bool:
        """Whether nobody can have read the question yet."""
        return monotonic() - self._asked < SETTLED

    def is_hurried(self, answer: object) -> bool:
        """Whether `answer` is early, or a moment ago was given already. Ask once for each."""
        before, self._heard[answer] = self._heard.get(answer), monotonic()
        return self.is_early or (before is not None and monotonic() - before < SETTLED)
