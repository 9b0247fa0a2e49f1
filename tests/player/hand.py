"""What the stories about a session share: an output that the test moves, and a session on it."""

import threading
from dataclasses import dataclass, field

from relax_coach.audio.outputs import NoSound
from relax_coach.core import document
from relax_coach.core.balance import Balance
from relax_coach.core.compile import compile_routine
from relax_coach.core.timeline import Timeline
from relax_coach.player import SAMPLES_PER_MS, Player

THREE_STEPS = b"""
format: 1
title: T
cautions: []
steps:
  - {title: A, target: neck, technique: knead, for: 20s, say: Here., lead: 12s}
  - {title: B, rest: 5s, say: Rest.}
  - {title: C, rest: 30s, say: Rest.}
"""
# opening 0-5, A: lead 5-17 and work 17-37, B: lead 37-40 and rest 40-45,
# C: lead 45-48 and rest 48-78, end 78-86


@dataclass
class Hand:
    """An output that moves where the test puts it. `does` is what it was told."""

    name: str = "hand"
    position: int = 0
    ended: bool = False
    lost: bool = False
    broken: bool = False
    does: list[str] = field(default_factory=list)
    gain: float = -1.0
    score: object = None
    aside: object = None

    def at(self, seconds: float) -> None:
        self.position = round(seconds * 1000 * SAMPLES_PER_MS)

    def play(self) -> None:
        if self.broken:
            raise NoSound("Nothing to play on.")
        self.does.append("play")

    def pause(self, aside: object = None) -> None:
        self.does.append("pause")
        self.aside = aside

    def seek(self, sample: int) -> None:
        self.position = sample

    def load(self, score: object) -> None:
        self.score = score

    def volume(self, gain: float) -> None:
        self.gain = gain

    def close(self) -> None:
        self.does.append("close")


class Clock:
    """Seconds that pass when the test says so."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Session:
    player: Player
    output: Hand
    silence: Hand
    clock: Clock
    reopened: list[Hand | NoSound] = field(default_factory=list)
    """What the next tries to open the device again give."""

    def reopen(self) -> Hand:
        tried = self.reopened.pop(0)
        if isinstance(tried, NoSound):
            raise tried
        return tried

    def look_after(self, seconds: float) -> str:
        """Look ten times a second, and give the last sentence that was told."""
        told = ""
        for _ in range(round(seconds * 10)):
            self.clock.now += 0.1
            told = self.player.look() or told
            for thread in threading.enumerate():
                if thread.name == "sound opening":
                    thread.join()
        return told

    @property
    def seconds(self) -> float:
        return self.player.position / 1000


class Arranged:
    """What stands for a score here: the length of what it was made from. An aside is its text."""

    def __init__(self, spoken: bool = False) -> None:
        self.speech = (lambda text: 0) if spoken else None

    def score(self, timeline: Timeline, balance: Balance, speaks: bool) -> tuple[str, int]:
        return "score", timeline.total

    def aside(self, text: str, balance: Balance) -> str:
        return text


def player_of(steps: str, attended: bool = True) -> tuple[Player, Hand]:
    text = f"format: 1\ntitle: T\ncautions: []\nsteps:\n{steps}\n"
    routine = document.read(text.encode()).routine
    assert routine is not None
    output = Hand()
    timeline = compile_routine("t", routine)
    silence = Hand
    player = Player(timeline, output, Arranged(), silence, attended=attended)  # type: ignore[arg-type]
    player.play()
    return player, output


WAIT = "  - {wait: yes, say: When you like.}\n  - {rest: 5s, say: Rest.}"  # wait 8-38, lead 38-41
