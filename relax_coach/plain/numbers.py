"""Numbers typed in one line: what is rated, or which lines are meant."""

from collections.abc import Iterable

from relax_coach.core.problem import shown


def words_of(line: str) -> list[str]:
    return line.lower().replace(",", " ").split()


def number_in(word: str, first: int, last: int) -> int | None:
    """The number `word` is, if it is one of `first` to `last`."""
    is_short = word.isascii() and word.isdigit() and len(word) < 4
    return int(word) if is_short and first <= int(word) <= last else None


def wrong(words: Iterable[str], first: int, last: int) -> str:
    """A sentence about the first of `words` that is no number from `first` to `last`; "" else."""
    strange = (word for word in words if number_in(word, first, last) is None)
    one = next(strange, "")
    return f"{shown(one[:20])} is none of the numbers {first} to {last}." if one else ""
