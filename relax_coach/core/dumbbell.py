"""Before → after as a dumbbell on a line from 0 to 10, with its numbers and in words."""

from relax_coach.core.change import Change
from relax_coach.core.marks import Marks, Row, width_of
from relax_coach.core.record import MOST_FELT

LABEL = 12
"""Cells for the name of what is rated."""
ROOMY, MIDDLE = 84, 52
"""Widths from which on a point is four cells wide, and two."""


def dumbbell(change: Change, width: int, marks: Marks) -> tuple[Row, ...]:
    """One row, or two where the words find no room beside the picture.

    Of fewer sessions than a mean is told of there are the words alone.
    """
    label = (f"  {change.rating:<{LABEL - 2}}", "slate")
    if change.means is None:
        return ((label, (change.brief, "")),)
    before, after = change.means
    figures = f"{before:.1f} → {after:.1f}"
    row: Row = (label, *_scale(before, after, _step(width), marks), (f"  {figures:<11}", "strong"))
    if width_of(row) + len(change.brief) + 1 <= width:
        return ((*row, (f" {change.brief}", "")),)
    return (row, ((" " * LABEL, ""), (change.brief, "")))


def pair(rating: str, before: int, after: int, width: int, marks: Marks) -> Row:
    """The same of one session."""
    label = (f"  {rating:<{LABEL - 2}}", "slate")
    return (label, *_scale(before, after, _step(width), marks), (f"  {before} → {after}", "strong"))


def legend(width: int, marks: Marks) -> Row:
    """The ends of the line, and which mark is which."""
    marked = f"  {marks.before} before  {marks.after} after"
    step = _step(width)
    if step == 1:
        return ((f"{marked}, from 0 to {MOST_FELT}", "dim"),)
    ends = f"{'0 none':<{step * MOST_FELT - 7}}worst {MOST_FELT}"
    return ((" " * LABEL, ""), (ends, "dim"), (marked, "dim"))


def _step(width: int) -> int:
    """Cells of a point."""
    return 4 if width >= ROOMY else 2 if width >= MIDDLE else 1


def _scale(before: float, after: float, step: int, marks: Marks) -> Row:
    """The line with both marks on it, each at the cell next to its mean."""
    first, last = round(before * step), round(after * step)
    left, right = sorted((first, last))
    end = MOST_FELT * step
    ahead = (marks.scale * left, "track")
    behind = (marks.scale * (end - right), "track")
    if left == right:
        return (ahead, (marks.same, "accent"), behind)
    way = (marks.line * (right - left - 1), "calm" if last < first else "accent")
    was, is_now = (marks.before, "slate"), (marks.after, "accent")
    ends = (was, is_now) if first < last else (is_now, was)
    return (ahead, ends[0], way, ends[1], behind)
