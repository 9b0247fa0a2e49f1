"""How a text is spoken: sentence by sentence, with a pause between two of them."""

import re
from collections.abc import Callable

from relax_coach.core.routine import Ms

PAUSE: Ms = 350
"""Between two sentences: with it they were understood as well as in one piece (bench/voice.md)."""

WORDS_A_SECOND = 3
CHARACTERS_A_SECOND = 5
UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my", "bo"})
"""Languages that put no space between words: read by characters."""

Speech = Callable[[str], Ms]
"""How long a text takes to say, in ms."""

_END = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’)]))\s+")


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of `text`, as they are spoken one by one; none of a blank text.

    A stop inside a figure or a word does not end a sentence, for no space follows it.
    """
    return tuple(part for part in _END.split(" ".join(text.split())) if part)


def reading(text: str, language: str = "en") -> Ms:
    """How long `text` takes to read, in whole tenths of a second."""
    if language.lower().split("-")[0] in UNSPACED:
        needed = len(text) * 1000 // CHARACTERS_A_SECOND
    else:
        needed = len(text.split()) * 1000 // WORDS_A_SECOND
    return -(-needed // 100) * 100


def length(text: str, of: Speech) -> Ms:
    """How long `text` takes with its pauses, where `of` tells it of a sentence."""
    parts = sentences(text)
    return sum(of(part) for part in parts) + PAUSE * max(0, len(parts) - 1)
