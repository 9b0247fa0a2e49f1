"""Answers that come too fast: meant for what stood there before, from a key held or hammered."""

from math import inf
from time import monotonic

SETTLED = 1.0
"""Seconds that a question about safety stands before it is answered, and that lie between two
answers: longer than a keyboard waits until it repeats a key that is held."""
SEEN = 0.3
"""Seconds in which nobody has seen a page yet: a key in them was meant for the one before."""

AT_ONCE = 0.5
"""Seconds within which what is typed in one go comes."""


class Haste:
    """The pace at which one question is answered, from the moment it is asked."""

    def __init__(self) -> None:
        self._asked = monotonic()
        self._heard: dict[str, float] = {}
        self._left_over = -inf
        """When a key was last passed over as meant for what stood there before."""

    @property
    def is_early(self) -> bool:
        """Whether nobody can have read the question yet."""
        return monotonic() - self._asked < SETTLED

    def is_hurried(self, mark: str = "") -> bool:
        """Whether an answer is early, or another one came a moment ago. Ask once for each.

        `mark`: what is marked or taken back by it. Different ones may follow each other at once.
        """
        now = monotonic()
        others = [mark] if mark else list(self._heard)
        before = max((self._heard[one] for one in others if one in self._heard), default=None)
        self._heard[mark] = now
        return self.is_early or (before is not None and now - before < SETTLED)

    def is_left_over(self, key: str) -> bool:
        """Whether `key` was meant for what stood there before, or is held since then.

        For what may be answered at once; ask once for each key. What follows such a key without
        a pause goes with it: the second of three numbers is not the first.
        """
        now = monotonic()
        held = key in self._heard and now - self._heard[key] < SETTLED
        if now - self._asked < SEEN or (not held and now - self._left_over < AT_ONCE):
            self._left_over = now
        elif not held:
            return False
        self._heard[key] = now
        return True
