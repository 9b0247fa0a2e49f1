"""What a session sounds with, and who speaks in it: what turns a timeline into a score."""

from collections.abc import Mapping
from dataclasses import dataclass

from relax_coach.audio.score import Bus, Event, Score, arrange
from relax_coach.audio.sound import RATE, Samples, gain
from relax_coach.audio.voice.spoken import Spoken
from relax_coach.core.balance import Balance
from relax_coach.core.output import SAMPLES_PER_MS
from relax_coach.core.speech import Speech
from relax_coach.core.timeline import Timeline

BREATH = 3 * RATE // 10
"""Samples (300 ms) between what stops and what is said about it."""


@dataclass(frozen=True, slots=True)
class Arranger:
    """`cues` is kind → sound; `voice` is None where nobody speaks."""

    cues: Mapping[str, Samples]
    voice: Spoken | None = None

    @property
    def speech(self) -> Speech | None:
        """How long a text takes; None where nobody speaks."""
        return None if self.voice is None else self.voice.length

    def score(self, timeline: Timeline, balance: Balance, speaks: bool = True) -> Score:
        """The whole session, as loud in its parts as `balance` says, without its volume."""
        levels: dict[Bus, float] = {
            "cue": gain(balance.cues),
            "voice": gain(balance.voice),
            "bed": gain(balance.ambience),
        }
        parts = None if self.voice is None else self.voice.parts
        return arrange(timeline, self.cues, parts, levels, speaks)

    def aside(self, text: str, balance: Balance) -> Score | None:
        """What is said while the session stands; None where nobody can say `text`."""
        parts = () if self.voice is None else self.voice.parts(text)
        level = gain(balance.voice)
        events = [
            Event(BREATH + after * SAMPLES_PER_MS, clip, level, "voice") for after, clip in parts
        ]
        return Score(tuple(events), max(event.end for event in events)) if events else None
