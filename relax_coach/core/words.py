"""The words of a line of a therapist's sheet, and those that say nothing."""

import re

FILLING = frozenset(
    {
        "a", "an", "and", "as", "at", "against", "by", "do", "for", "from", "in", "it", "of",
        "on", "or", "over", "self", "sets", "set", "reps", "rep", "the", "then", "to", "up",
        "with", "your", "gently", "gentle", "slowly", "slow", "lightly", "light", "each",
        "exercise", "exercises", "massage", "hold", "try", "now", "these", "this",
        "only", "x",
    }
)  # fmt: skip
"""Words that say nothing of where and how; none of them is lost, for the line is kept."""
HINTS = frozenset(
    {
        "or", "over", "up", "against", "gently", "gentle", "slowly", "slow", "lightly", "light",
        "each", "only",
    }
)  # fmt: skip
"""Of these, what is to be read beside a step: how softly, which way, what else will do."""
_WITH = re.compile(r"\bw/(?!o\b)")


def words_of(rest: str) -> tuple[str, ...]:
    """The words of what amounts have left of a line."""
    text = _WITH.sub("with ", rest.replace("|", " "))
    return tuple(re.findall(r"[^\W_]+(?:['-][^\W_]+)*", text))
