"""A routine as its author means it: frozen values, times in whole milliseconds."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from relax_coach.core.problem import Place

Ms = int
"""A time or a length of time in whole milliseconds."""

DEFAULT_SWITCH: Ms = 5_000


@dataclass(frozen=True, slots=True)
class Source:
    """Where a routine's content comes from."""

    title: str
    publisher: str = ""
    year: str = ""
    url: str = ""

    def __str__(self) -> str:
        named = ", ".join(part for part in (self.title, self.publisher, self.year) if part)
        return f"{named} <{self.url}>" if self.url else named


@dataclass(frozen=True, slots=True)
class Breath:
    """One breath: in, hold, out, hold. A hold of 0 is left out."""

    inhale: Ms
    hold: Ms
    exhale: Ms
    rest: Ms

    @property
    def length(self) -> Ms:
        return self.inhale + self.hold + self.exhale + self.rest

    @property
    def phases(self) -> tuple[tuple[str, Ms], ...]:
        """The phases that take time, in order: ("in" | "hold" | "out", ms)."""
        named = (
            ("in", self.inhale),
            ("hold", self.hold),
            ("out", self.exhale),
            ("hold", self.rest),
        )
        return tuple((name, length) for name, length in named if length)

    def __str__(self) -> str:
        """As it is written in a file: 5-5, 4-7-8, 4-4-4-4."""
        if self.rest:
            lengths = [self.inhale, self.hold, self.exhale, self.rest]
        elif self.hold:
            lengths = [self.inhale, self.hold, self.exhale]
        else:
            lengths = [self.inhale, self.exhale]
        return "-".join(f"{length / 1000:g}" for length in lengths)


@dataclass(frozen=True, slots=True)
class Continuous:
    """Work that goes on without a break for its whole time."""

    length: Ms


@dataclass(frozen=True, slots=True)
class Pulsed:
    """`times` presses, strokes or movements of `hold`, each followed by `release`."""

    hold: Ms
    release: Ms = 0
    times: int = 1

    @property
    def length(self) -> Ms:
        """All of it, the last release too."""
        return (self.hold + self.release) * self.times


@dataclass(frozen=True, slots=True)
class Paced:
    """`times` breaths: in, and the hold after it, is the release; out, and its hold, the press."""

    breath: Breath
    times: int

    @property
    def release(self) -> Ms:
        return self.breath.inhale + self.breath.hold

    @property
    def hold(self) -> Ms:
        return self.breath.exhale + self.breath.rest

    @property
    def length(self) -> Ms:
        return self.breath.length * self.times


@dataclass(frozen=True, slots=True)
class Held:
    """Work that goes on until the person goes on, at most `length`."""

    length: Ms


Timing = Continuous | Pulsed | Paced | Held


@dataclass(frozen=True, slots=True)
class Step:
    """What every kind of step may carry."""

    place: Place = field(compare=False)
    title: str = ""
    say: str = ""
    show: str = ""
    lead: Ms = 0
    position: str = ""
    """The position from here on; "" where it stays."""
    cautions: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Massage(Step):
    """Hands on a target. `side` is "" where the author left it to the person or the default."""

    target: str
    technique: str
    timing: Timing
    side: str = ""
    pressure: int = 0
    hand: str = ""
    switch: Ms | None = None
    until_eased: bool = False
    breath: Breath | None = None
    """The pacer that runs with the work."""
    during: tuple[str, ...] = ()

    @property
    def length(self) -> Ms:
        """The work on one side."""
        return self.timing.length


@dataclass(frozen=True, slots=True, kw_only=True)
class Breathing(Step):
    """`times` whole breaths; target, side and hand say where to draw and what to touch."""

    breath: Breath
    times: int
    target: str = ""
    side: str = ""
    hand: str = ""
    during: tuple[str, ...] = ()

    @property
    def length(self) -> Ms:
        return self.breath.length * self.times


@dataclass(frozen=True, slots=True, kw_only=True)
class Rest(Step):
    """A rest of `length`."""

    length: Ms
    target: str = ""
    side: str = ""
    hand: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait(Step):
    """Nothing until the person goes on; `length` where nobody can, or where the author ends it."""

    length: Ms
    limited: bool = False
    """Whether `length` is the longest time also for a person who could go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeat(Step):
    """`times` rounds of `steps`, with a rest of `between` from one to the next."""

    times: int
    steps: tuple[Step, ...]
    between: Ms = 0


Played = Massage | Breathing | Rest | Wait
"""The kinds of step that take time themselves."""


@dataclass(frozen=True, slots=True)
class Routine:
    """A whole routine, as read from one file without a problem."""

    title: str
    steps: tuple[Step, ...]
    summary: str = ""
    language: str = "en"
    who: str = "self"
    position: str = "any"
    needs: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    stop_if: tuple[str, ...] = ()
    dose: str = ""
    sources: tuple[Source, ...] = ()
    author: str = ""
    license: str = ""
    switch: Ms = DEFAULT_SWITCH
    cues: str = "full"
    """How much sounds: full, gentle, sleep or silent."""
    ambience: str = "none"

    @property
    def written(self) -> tuple[Step, ...]:
        """Every step as it is written, each once: a repeat, then the steps in it."""
        return tuple(_written(self.steps))

    @property
    def massages(self) -> tuple[Massage, ...]:
        return tuple(step for step in self.written if isinstance(step, Massage))

    @property
    def targets(self) -> tuple[str, ...]:
        """The targets worked on, each once, in playing order."""
        return tuple(dict.fromkeys(step.target for step in self.massages))

    @property
    def every_caution(self) -> tuple[str, ...]:
        """The cautions of the routine and of its steps, each once."""
        of_steps = (word for step in self.written for word in step.cautions)
        return tuple(dict.fromkeys((*self.cautions, *of_steps)))

    @property
    def every_source(self) -> tuple[Source, ...]:
        """The sources of the routine and of its steps, each once."""
        of_steps = (source for step in self.written for source in step.sources)
        return tuple(dict.fromkeys((*self.sources, *of_steps)))

    @property
    def presses(self) -> bool:
        """Whether any step presses, strokes or stretches: breathing and moving ask no question."""
        return any(step.technique != "active_movement" for step in self.massages)

    @property
    def asks_spot(self) -> bool:
        return "sore_spot" in self.targets

    @property
    def asks_side(self) -> bool:
        """Whether a side is left to the person: `side: sore`, or a sore spot without a side."""
        return any(
            step.side == "sore" or (step.target == "sore_spot" and not step.side)
            for step in self.massages
        )


def _written(steps: tuple[Step, ...]) -> Iterator[Step]:
    for step in steps:
        yield step
        if isinstance(step, Repeat):
            yield from _written(step.steps)
