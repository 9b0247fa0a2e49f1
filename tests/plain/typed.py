"""A person at a terminal who types."""

from collections.abc import Iterator

from relax_coach.plain.keyboard import Keyboard


class Typed(Keyboard):
    """A person at a terminal who types these lines, and then nothing."""

    def __init__(self, *typed: str) -> None:
        super().__init__(None)
        self.live = True
        self.typed: Iterator[str] = iter(typed)

    def line(self) -> str:
        line = next(self.typed, None)
        self.live = line is not None
        return line or ""
