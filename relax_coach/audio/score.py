"""A timeline as sound: which samples start when, and their sum at any position."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

import numpy as np
import numpy.typing as npt

from relax_coach.audio.bed import Bed, bed_of
from relax_coach.audio.ducking import Ducking
from relax_coach.audio.limiter import REACH, limit
from relax_coach.audio.sound import RATE, Samples
from relax_coach.core.output import SAMPLES_PER_MS
from relax_coach.core.routine import Ms
from relax_coach.core.timeline import Cue, Timeline

Parts = Sequence[tuple[Ms, "Sounding"]]
"""Sounds of a text, each with the ms after which it begins."""
Bus = Literal["cue", "voice", "bed"]

SLEEP_FADE = 60 * RATE
"""Samples (a minute) over which a session that leads to sleep grows softer."""
NEAR: Ms = 1000
"""A tone this short before a step begins it."""
SOFTEST = 0.1
"""What is left of it at the end (-20 dB): the last words can still be heard."""


class Sounding(Protocol):
    """Samples that may be made when they are first heard: `len`, and slices (n, 2) or (n, 1)."""

    def __len__(self) -> int: ...
    def __getitem__(self, part: slice, /) -> Samples: ...


@dataclass(frozen=True, slots=True, eq=False)
class Event:
    """One sound in a score. `at` in samples from its start; `gain` is a factor."""

    at: int
    samples: Sounding
    gain: float = 1.0
    bus: Bus = "cue"

    @property
    def end(self) -> int:
        return self.at + len(self.samples)


@dataclass(frozen=True, slots=True, eq=False)
class Score:
    """Events in the order of their start, and the length of the whole in samples.

    `fade` is the number of samples before the end over which all of it grows softer. `bed`
    sounds from the start to the end, and softer wherever there is an event of the voice.
    ValueError when the events are not sorted or one starts before 0.
    """

    events: tuple[Event, ...]
    length: int
    fade: int = 0
    bed: Bed | None = None
    _ducking: Ducking = field(init=False, repr=False)
    _starts: npt.NDArray[np.int64] = field(init=False, repr=False)
    _ends: npt.NDArray[np.int64] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        starts = np.array([event.at for event in self.events], np.int64)
        if np.any(np.diff(starts, prepend=0) < 0):
            raise ValueError("the events of a score are sorted by their start, from 0 on")
        ends = np.array([event.end for event in self.events], np.int64)
        spoken = [(event.at, event.end) for event in self.events if event.bus == "voice"]
        object.__setattr__(self, "_ducking", Ducking(self.length, spoken))
        object.__setattr__(self, "_starts", starts)
        object.__setattr__(self, "_ends", ends)

    def render(self, start: int, n: int) -> Samples:
        """The samples from `start` on, shape (n, 2): the sum of all that sounds, limited.

        A function of the position alone: however a score is cut, its samples are the same to
        the last bit, and none of them, nor what lies between them, is above -1 dBFS. Silence
        outside the score.
        """
        return limit(self._sum(start - REACH, n + 2 * REACH))

    def silent(self, start: int, n: int) -> bool:
        """Whether nothing sounds in the n samples from `start` on."""
        if self.bed is not None and start < self.length and start + n > 0:
            return False
        return not bool(np.any((self._starts < start + n) & (self._ends > start)))

    def _sum(self, start: int, n: int) -> Samples:
        """The plain sum from `start` on, which may be before 0; always in the order of events."""
        out = np.zeros((n, 2), np.float32)
        stop = min(start + n, self.length)
        if stop <= start:
            return out
        if self.bed is not None and stop > 0:
            first, m = max(start, 0), stop - max(start, 0)
            bed, gains = self.bed.render(first, m), self._ducking.gains(first, m)
            for side in (0, 1):  # a side at a time is four times as fast as both
                np.multiply(bed[:, side], gains, out=out[first - start : stop - start, side])
        sounding = np.flatnonzero((self._starts < stop) & (self._ends > start))
        for event in (self.events[index] for index in sounding):
            first, last = max(start, event.at), min(stop, event.end)
            part = event.samples[first - event.at : last - event.at]
            out[first - start : last - start] += part * np.float32(event.gain)
        if self.fade and start + n > self.length - self.fade:
            behind = np.arange(start, start + n) - (self.length - self.fade)
            share = np.clip(behind, 0, self.fade) / self.fade
            out *= (1 - (1 - SOFTEST) * share).astype(np.float32)[:, None]
        return out


def _leads_alone(timeline: Timeline, cue: Cue) -> bool:
    """Whether `cue` begins a step that no tone begins: where nobody can say it, one must."""
    span = timeline.spans[timeline.index_at(cue.at)]
    if timeline.profile == "silent" or span.kind != "lead" or span.step is None:
        return False
    before = (one for one in timeline.cues if span.start - NEAR < one.at <= cue.at)
    return not any(one is not cue and one.kind in ("step", "say") for one in before)


def arrange(
    timeline: Timeline,
    cues: Mapping[str, Samples],
    voice: Callable[[str], Parts] | None = None,
    levels: Mapping[Bus, float] | None = None,
    speaks: bool = True,
) -> Score:
    """The score of a timeline: every cue at exactly its millisecond.

    `cues` is kind → sound, `voice` is text → its sounds, each with the ms after which it begins;
    a cue with neither is silent, and all that is said where nothing `speaks`. `levels` is
    bus → factor, 1 where it names none. The score is as long as the timeline, or longer where
    the last sound rings past its end. Under it lies the bed of its ambience. In a silent session
    nothing but speech sounds; one that leads to sleep fades over its last minute.
    """
    levels = levels or {}
    silent = timeline.profile == "silent"
    events = []
    for cue in timeline.cues:
        at = cue.at * SAMPLES_PER_MS
        if cue.kind == "say":
            parts = voice(cue.text or "") if voice is not None and speaks else ()
            for after, clip in parts:
                begins = at + after * SAMPLES_PER_MS
                events.append(Event(begins, clip, levels.get("voice", 1.0), "voice"))
            unheard = voice is not None and speaks and not parts
            if unheard and "step" in cues and _leads_alone(timeline, cue):
                events.append(Event(at, cues["step"], levels.get("cue", 1.0)))
        elif cue.kind in cues and not silent:
            events.append(Event(at, cues[cue.kind], levels.get("cue", 1.0)))
    events.sort(key=lambda event: event.at)
    length = max([timeline.total * SAMPLES_PER_MS, *(event.end for event in events)])
    fade = SLEEP_FADE if timeline.profile == "sleep" else 0
    bed = None if silent else bed_of(timeline.ambience, levels.get("bed", 1.0))
    return Score(tuple(events), length, fade, bed)
