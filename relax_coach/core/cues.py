"""The cues of a session while it is laid out: which sound, and which must give way."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from relax_coach.core.routine import Ms
from relax_coach.core.speech import PAUSE, Speech, sentences
from relax_coach.core.timeline import Cue, Span, Timeline

APART: Ms = 250
"""Two sounds closer than this blur into one: the less telling gives way."""

RANK = (
    "end", "step", "switch", "press", "release", "in", "out", "hold",
    "begin", "half", "three", "two", "one",
)  # fmt: skip
"""The most telling first."""

LEFT_OUT = {
    "gentle": frozenset({"half", "three", "two", "one"}),
    "sleep": frozenset({"half", "three", "two", "one", "end"}),
}
"""What a quieter session goes without. In a silent one the timeline keeps all of it."""

MOST_LATE: Ms = 3_000
"""Words over the work that would come later than this are left out."""
LATEST: Ms = 15_000
"""After a key; what is told of it later is about something else."""
BREATH: Ms = 200
"""Before words that had to wait for others."""
_SPOKEN_FIRST = frozenset({"lead", "switch", "rest", "end"})
"""Kinds of spans that begin with words that must be said."""

COUNTDOWN = (("three", 3_000), ("two", 2_000), ("one", 1_000))
COUNTDOWN_FROM: Ms = 10_000
HALF_FROM: Ms = 20_000


def countdown(start: Ms, end: Ms) -> tuple[Cue, ...]:
    """The cues inside an unbroken stretch: half from 20 s, three-two-one from 10 s."""
    cues = []
    if end - start >= HALF_FROM:
        cues.append(Cue((start + end) // 2, "half"))
    if end - start >= COUNTDOWN_FROM:
        cues += [Cue(end - before, kind) for kind, before in COUNTDOWN]
    return tuple(cues)


def settled(cues: list[Cue]) -> tuple[Cue, ...]:
    """`cues` sorted, without those that must give way. Speech always stays."""
    kept: list[int] = []
    sounds: list[Cue] = []
    lost: list[Ms] = []
    for cue in sorted(
        (cue for cue in cues if cue.kind != "say"), key=lambda c: (RANK.index(c.kind), c.at)
    ):
        index = bisect_left(kept, cue.at)
        around = kept[max(0, index - 1) : index + 1]
        if any(abs(cue.at - other) < APART for other in around):
            before = dict(COUNTDOWN).get(cue.kind)
            if before is not None:
                lost.append(cue.at + before)
            continue
        kept.insert(index, cue.at)
        sounds.append(cue)
    sounds = [cue for cue in sounds if cue.at + dict(COUNTDOWN).get(cue.kind, 0) not in lost
              or cue.kind not in dict(COUNTDOWN)]  # fmt: skip
    said = [cue for cue in cues if cue.kind == "say"]
    return _ordered(sounds + said)


def _ordered(cues: list[Cue]) -> tuple[Cue, ...]:
    """By time; at one moment the most telling sound first, and speech last."""
    order = {kind: rank for rank, kind in enumerate((*RANK, "say"))}
    return tuple(sorted(cues, key=lambda cue: (cue.at, order[cue.kind])))


def unhurried(cues: tuple[Cue, ...], spans: Sequence[Span], speech: Speech) -> tuple[Cue, ...]:
    """`cues` with nothing said over something else, and nothing cut off.

    What leads into a span has its time there. Words over the work wait for those before them, and
    are left out where they would come late or run into what must be said next.
    """
    must = {span.start for span in spans if span.kind in _SPOKEN_FIRST}
    ends = [*sorted(must), spans[-1].end]
    found: list[Cue] = []
    free: Ms = 0
    for cue in cues:
        if cue.kind != "say" or not cue.text:
            found.append(cue)
            continue
        at = cue.at if cue.at in must or cue.at >= free else free + BREATH
        until = at + speech(cue.text)
        if cue.at not in must:
            room = ends[bisect_right(ends, cue.at)] if cue.at < ends[-1] else ends[-1]
            if at - cue.at > MOST_LATE or until > room:
                continue
        free = until
        found.append(replace(cue, at=at))
    return _ordered(found)


def said_now(timeline: Timeline, at: Ms, text: str, speech: Speech) -> Timeline:
    """`timeline` with `text` said at `at` ms, or as soon as nothing else is said.

    The same timeline where that is not within LATEST, where something else is led into before,
    for which it would be wrong, or where the session ends before.
    """
    begins, length = at + BREATH, speech(text)
    leads = {span.start for span in timeline.spans if span.kind in _SPOKEN_FIRST}
    for cue in timeline.cues:
        over = cue.at + (speech(cue.text) if cue.kind == "say" and cue.text else 0)
        if over > begins - BREATH and begins + length > cue.at and cue.kind == "say":
            if cue.at > at and cue.at in leads:
                return timeline
            begins = over + BREATH
    if begins - at > LATEST or begins + length > timeline.total:
        return timeline
    return timeline.changed(
        timeline.spans, [*timeline.cues, Cue(begins, "say", text, answers=True)]
    )


def begun_at(timeline: Timeline, at: Ms, speech: Speech) -> Ms:
    """Where the sentence begins that is being said at `at` ms while no hand works; else `at`.

    What was interrupted there can be said anew, and no press lasts longer for it.
    """
    span = timeline.spans[timeline.index_at(at)]
    for cue in timeline.cues:
        if cue.kind != "say" or not cue.text or not span.start <= cue.at <= at:
            continue
        begins = cue.at
        for sentence in sentences(cue.text):
            if begins < at < begins + speech(sentence) and span.kind in _SPOKEN_FIRST:
                return begins
            begins += speech(sentence) + PAUSE
    return at


def reworded_at(before: Timeline, changed: Timeline, at: Ms, speech: Speech) -> Ms | None:
    """Where what is being said at `at` ms goes on, if it is worded otherwise now; else None.

    It is gone back to the first sentence that is another in `changed`, where that was begun.
    """
    texts = {cue.at: cue.text for cue in changed.cues if cue.kind == "say"}
    for cue in before.cues:
        if cue.kind != "say" or not cue.text or not cue.at <= at < cue.at + speech(cue.text):
            continue
        begins = cue.at
        now = sentences(texts.get(cue.at) or cue.text)
        for was, new in zip(sentences(cue.text), now, strict=False):
            if was != new:
                return min(begins, at)
            begins += speech(was) + PAUSE
    return None


class Marks:
    """Collects the cues of a session."""

    def __init__(self) -> None:
        self._cues: list[Cue] = []

    def add(self, at: Ms, kind: str, text: str | None = None) -> None:
        self._cues.append(Cue(at, kind, text))

    def count_down(self, start: Ms, end: Ms) -> None:
        self._cues.extend(countdown(start, end))

    def replace_last_step(self, at: Ms) -> None:
        """The end's own sound stands in place of the last step's."""
        self._cues = [cue for cue in self._cues if cue != Cue(at, "step")]
        self.add(at, "end")

    def settled(self, profile: str = "full") -> tuple[Cue, ...]:
        """The cues of a session whose file says `cues: profile`, sorted."""
        left_out = LEFT_OUT.get(profile, frozenset())
        return settled([cue for cue in self._cues if cue.kind not in left_out])
