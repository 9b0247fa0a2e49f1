"""Lines of text, wrapped to a width."""

import textwrap
from typing import TextIO


class Writer:
    """Writes whole lines, wrapped to a width."""

    def __init__(self, out: TextIO, width: int) -> None:
        self._out = out
        self._width = max(20, width)

    def say(self, text: str) -> None:
        for line in textwrap.wrap(text, self._width) or [""]:
            self._out.write(line + "\n")
        self._out.flush()
