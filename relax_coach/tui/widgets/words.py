"""What a moment is called on the screen: sides, actions, countdowns, and what is said over it."""

from bisect import bisect_left, bisect_right

from relax_coach.core import phrases, vocabulary
from relax_coach.core.timeline import WORK_KINDS, Cue, Moment, Span, Timeline

_SIDES = {"left": "LEFT", "right": "RIGHT", "both": "BOTH SIDES", "midline": "MIDDLE"}


def changed(before: Moment | None, now: Moment | None) -> bool:
    """Whether more than the position is another: what does not count time needs no new look."""
    if before is None or now is None:
        return True
    return before.span is not now.span or before.total != now.total


def tells_more(timeline: Timeline, before: Moment | None, now: Moment, every: int) -> bool:
    """Whether the words of `now` may be others: a second, a part of a breath or a sentence on.

    Bars move on too; so also after `every` ms.
    """
    if before is None or changed(before, now) or abs(now.position - before.position) >= every:
        return True
    heard = (bisect_right(timeline.cues, one.position, key=_at) for one in (before, now))
    return (
        len({*heard}) > 1
        or before.left // 1000 != now.left // 1000
        or (before.phase and before.phase.name) != (now.phase and now.phase.name)
    )


def holds(timeline: Timeline, now: Moment) -> int:
    """Milliseconds for which what is told of `now` stays as it is: at most a second."""
    coming = bisect_right(timeline.cues, now.position, key=_at)
    ends = [now.span.end, *(cue.at for cue in timeline.cues[coming : coming + 1])]
    ends += [now.phase.end] if now.phase else []
    return max(0, min(now.left % 1000 + 1, *(end - now.position for end in ends)))


def _at(cue: Cue) -> int:
    return cue.at


def side(span: Span, partner: bool = False) -> str:
    """The side in capitals; "" where there is none to heed. A partner's sides are theirs."""
    if span.technique is None or span.side is None:
        return ""
    touches = vocabulary.TECHNIQUES[span.technique].touches
    if not touches and span.side == "midline":
        return ""
    whose = "THEIR " if partner and span.side in ("left", "right") else ""
    return whose + _SIDES.get(span.side, "")


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


def action(moment: Moment) -> str:
    """What to do now, in a word or two: "PRESS", "let go", "Breathe in"; "" where it is clear."""
    span = moment.span
    if span.kind == "release":
        return phrases.RELEASE_WORD.lower()
    if span.kind == "work" and is_pulsed(span):
        return phrases.press_word(span.technique).upper()
    return breath(moment)


def breath(moment: Moment) -> str:
    """What the breath does now: "Breathe in"; "" where none is shown."""
    return phrases.PHASE_WORDS[moment.phase.name] if moment.phase else ""


def cycles(span: Span) -> str:
    """ "press 3 of 5", "breath 2 of 6"; "" where there is only one thing to do."""
    if span.cycle is None or span.cycles is None:
        return ""
    word = "breath" if span.kind == "breath" else phrases.press_word(span.technique).lower()
    return f"{word} {span.cycle} of {span.cycles}"


def countdown(moment: Moment) -> str:
    """What the countdown counts to."""
    if moment.span.kind == "end":
        return "until the end"
    return "remaining" if moment.span.kind in WORK_KINDS else "begins in"


def seconds_left(moment: Moment) -> int:
    """Seconds until this press or this part of the breath ends, begun ones whole."""
    pressing = moment.span.kind == "release" or is_pulsed(moment.span)
    end = moment.phase.end if moment.phase and not pressing else moment.span.end
    return -(-(end - moment.position) // 1000)


def sayings(timeline: Timeline, moment: Moment) -> list[Cue]:
    """The sentences said over this work, or over the work this leads into, with their times."""
    index = timeline.index_at(moment.position)
    if moment.span.kind in ("lead", "switch"):
        index = min(index + 1, len(timeline.spans) - 1)
    first, last = (timeline.spans[one] for one in timeline.run_at(index))
    if first.kind not in WORK_KINDS:
        return []
    begin, end = (
        bisect_left(timeline.cues, at, key=lambda cue: cue.at) for at in (first.start, last.end)
    )
    known = (first.text, *_with_the_sounds(first.technique))
    return [cue for cue in timeline.cues[begin:end] if cue.text and cue.text not in known]


def _with_the_sounds(technique: str | None) -> tuple[str, ...]:
    """Words that go with a sound: `action` and `cycles` show them for as long as they hold."""
    return (
        *phrases.PHASE_WORDS.values(),
        phrases.press_word(technique),
        phrases.RELEASE_WORD,
        phrases.PACED_RELEASE,
        phrases.paced_press(technique),
        phrases.LAST,
        phrases.LAST_BREATH,
    )


def share_of_work(timeline: Timeline, moment: Moment) -> float:
    """How much of the work is over, on this side alone: each begins with the instruction."""
    run = timeline.run_at(timeline.index_at(moment.position))
    first, last = (timeline.spans[one] for one in run)
    return (moment.position - first.start) / (last.end - first.start)
