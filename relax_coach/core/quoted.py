"""What the words of an amount on a sheet say that a step does not show: told as it was written."""

import re

from relax_coach.core.amount import Amount
from relax_coach.core.duration import NUMBERS

_PLAIN = frozenset(
    {
        *NUMBERS, "half", "once", "twice", "second",
        "h", "hr", "hrs", "hour", "hours", "m", "min", "mins", "minute", "minutes",
        "s", "sec", "secs", "seconds",
        "x", "time", "times", "rep", "reps", "repetition", "repetitions", "repeat", "repeats",
        "repeated", "set", "sets", "lots", "round", "rounds", "more", "duration", "length",
        "hold", "holds", "holding", "held", "keep", "stay", "press", "presses", "squeezes",
        "stretches", "strokes", "pressure", "force",
        "rest", "rests", "resting", "pause", "pauses", "break", "breaks", "wait", "relax",
        "release", "let", "letting", "go", "off", "apart", "between", "btw", "w", "with",
        "side", "sides", "each", "ea", "either", "every", "per", "both", "b", "bil", "bilat",
        "bilateral", "freq", "frequency",
        "bilaterally", "l", "lt", "left", "r", "rt", "right", "leftside", "rightside", "other",
        "opposite", "same", "swap", "switch", "change", "alternate", "alternating", "arm", "arms",
        "hand", "hands", "leg", "legs", "foot", "sore", "painful", "affected", "only",
        "breath", "breaths", "breathing", "breathe", "inhale", "exhale", "in", "out",
        "light", "lightly", "gentle", "gently", "firm", "firmly", "moderate", "medium",
        "moderately",
        "about", "the", "your", "of", "on", "to", "for", "and", "then", "it", "this", "that", "do",
        "perform", "complete", "take", "have", "at",
    }
)  # fmt: skip
"""Words of which a step shows all that they say."""


def with_quoted(before: Amount, taken: Amount, words: str) -> Amount:
    """`taken`, which `words` made of `before`; and these, where a step does not show all of them.

    What `taken` has as it was written is shown.
    """
    shown = " ".join(
        one
        for new, old in ((taken.quoted, before.quoted), (taken.aside, before.aside))
        for one in new[len(old) :]
    )
    shown += taken.dose.removeprefix(before.dose)
    if all(one in _PLAIN or one in shown for one in re.findall(r"[^\W\d_]+", words)):
        return taken
    return taken.quoting(as_written(words))


def as_written(words: str) -> str:
    """`words` without what was taken out between them, and what stands around them."""
    return re.sub(r"[ ,;]*\|[ ,;]*", ", ", words).strip(" ,.;:(")
