"""What is marked of a day: a headache, a medicine, a word about it."""

from dataclasses import dataclass

LONGEST_NOTE = 2_000
"""Characters of a note, of a session too."""


@dataclass(frozen=True, slots=True)
class Day:
    """Each is None or "" where nothing was said."""

    headache: bool | None = None
    """Whether there was any headache on it."""
    medicine: bool | None = None
    """Whether a painkiller was taken: days are counted, never tablets (facts 3e)."""
    note: str = ""
