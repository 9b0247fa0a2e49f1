"""What stands outside the full-screen program in a test: outputs that a test moves by hand."""

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Hand:
    """An output that stands where a test puts it."""

    name: str = "miniaudio"
    position: int = 0
    ended: bool = False
    lost: bool = False
    playing: bool = False
    closed: bool = False
    gain: float = 1.0
    scores: int = 0
    aside: object = None

    def play(self) -> None:
        self.playing = True

    def pause(self, aside: object = None) -> None:
        self.playing, self.aside = False, aside

    def seek(self, sample: int) -> None:
        self.position = sample

    def load(self, score: Any) -> None:
        self.scores += 1

    def volume(self, gain: float) -> None:
        self.gain = gain

    def close(self) -> None:
        self.closed = True


@dataclass
class Stage:
    """What happened outside the screen."""

    outputs: list[Hand] = field(default_factory=list)
    awake: int = 0
    notes: tuple[str, ...] = ()
    clock: float = 0.0
    """What the player takes for the time, in s: a machine that stalls was not away."""

    @property
    def output(self) -> Hand:
        return self.outputs[-1]

    def silence(self) -> Hand:
        """Another output, at the place of the last one."""
        self.outputs.append(Hand(name="none", position=self.output.position))
        return self.output
