"""What was rated before and after, made for a story."""

from collections.abc import Sequence

from relax_coach.core.change import Change


def change(rating: str, pairs: Sequence[tuple[int, int]]) -> Change:
    """`pairs`: before and after of each session."""
    lower = sum(after < before for before, after in pairs)
    higher = sum(after > before for before, after in pairs)
    sums = map(sum, zip(*pairs, strict=True)) if pairs else (0, 0)
    return Change(rating, lower, len(pairs) - lower - higher, higher, *sums)
