"""What a moment is called on the screen: sides, actions, countdowns."""

from relax_coach.core import phrases, vocabulary
from relax_coach.core.timeline import WORK_KINDS, Moment, Span

_SIDES = {"left": "LEFT", "right": "RIGHT", "both": "BOTH SIDES", "midline": "MIDDLE"}


def changed(before: Moment | None, now: Moment | None) -> bool:
    """Whether more than the position is another: what does not count time needs no new look."""
    if before is None or now is None:
        return True
    return before.span is not now.span or before.total != now.total


def side(span: Span) -> str:
    """The side in capitals; "" where there is none to heed."""
    if span.technique is None or span.side is None:
        return ""
    touches = vocabulary.TECHNIQUES[span.technique].touches
    return _SIDES.get(span.side, "") if touches or span.side != "midline" else ""


def target(span: Span) -> str:
    """The lay name of the target, or ""."""
    if span.target in (None, "other", "breath"):
        return ""
    return vocabulary.TARGETS[span.target].name


def landmark(span: Span) -> str:
    """Where to find the target, or ""."""
    return vocabulary.TARGETS[span.target].landmark if span.target and target(span) else ""


def technique(span: Span) -> str:
    return vocabulary.TECHNIQUES[span.technique].name if span.technique else ""


def hand(span: Span) -> str:
    """What to do it with: "with two or three fingertips", or ""."""
    if span.hand in (None, "", "none"):
        return ""
    return f"with {vocabulary.HANDS[span.hand].name}"


def pressure(span: Span) -> str:
    """The pressure in words, or "" where none is asked for."""
    if not span.pressure:
        return ""
    return f"{span.pressure} of 10 · {vocabulary.pressure_word(span.pressure)}"


def is_pulsed(span: Span) -> bool:
    """Whether this is one of several presses or movements, or has a pause after it."""
    return span.phase is None and span.cycle is not None


def action(span: Span) -> str:
    """What to do now, in a word or two: "press", "let go", "breathe in"; "" where it is clear."""
    if span.kind == "breath":
        return phrases.PHASE_WORDS[span.phase or "in"]
    if span.kind == "release":
        return phrases.RELEASE_WORD.lower()
    if span.kind == "work" and is_pulsed(span):
        return phrases.PRESS_WORDS.get(span.technique or "", "Press").upper()
    return ""


def cycles(span: Span) -> str:
    """ "press 3 of 5", "breath 2 of 6"; "" where there is only one thing to do."""
    if span.cycle is None or span.cycles is None:
        return ""
    if span.kind == "breath":
        word = "breath"
    else:
        word = phrases.PRESS_WORDS.get(span.technique or "", "Press").lower()
    return f"{word} {span.cycle} of {span.cycles}"


def countdown(moment: Moment) -> str:
    """What the countdown counts to."""
    if moment.span.kind == "end":
        return "until the end"
    if moment.span.kind == "wait":
        return "waits for you · space goes on"
    return "remaining" if moment.span.kind in WORK_KINDS else "begins in"


def seconds_left(moment: Moment) -> int:
    """Seconds until this span ends, begun ones whole."""
    return -(-(moment.span.end - moment.position) // 1000)
