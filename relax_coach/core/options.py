"""What the person chose for a session, and what a step becomes by it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from relax_coach.core import instruction, limits, phrases, vocabulary
from relax_coach.core.output import AMBIENCES, VOICES
from relax_coach.core.routine import (
    Breath,
    Breathing,
    Massage,
    Ms,
    Paced,
    Played,
    Rest,
    Routine,
    Wait,
)
from relax_coach.core.ruling import AS_IT_IS, Ruling
from relax_coach.core.timeline import Span
from relax_coach.core.totals import sides_of

BOTH = "both"
"""How it is kept that both sides at once were chosen: what a sore spot does without a side."""
_NEVER_A_SPOT = frozenset({vocabulary.SORE_SPOT, "head_whole", "li4_hegu", "gb21_jianjing"})


@dataclass(frozen=True, slots=True)
class Options:
    """Empty where nothing was answered. Raises ValueError for what is not to be chosen."""

    side: str = ""
    """left, right or each: for `side: sore` and a sore spot without a side."""
    spot: str = ""
    """A target word: for `target: sore spot`."""
    held: frozenset[str] = frozenset()
    """Words of the signs and conditions that hold for the person who is massaged."""
    exported: bool = False
    """It becomes a file: the stop rules are said first, for nobody will be asked."""
    fit: Ms | None = None
    """The length the session is scaled to."""
    ambience: str = ""
    """One of AMBIENCES, in place of the routine's own."""
    speaker: str = ""
    """One of VOICES, in place of the setting: it decides how long a session is."""
    known: bool = False
    """The routine was done lately: its opening is short."""
    brief: bool = False
    """Its opening lasts no longer than its words: there is nothing to settle into."""
    untitled: bool = False
    """Nobody can say its title: the opening begins without it."""
    unvoiced: bool = False
    """Nobody can say some of its words: the opening says so."""
    sore_first: bool = False
    """Where both sides have their turn, the one chosen is first."""
    twice: bool = False
    """The side chosen is worked once more, as far as the limits of a session allow."""
    gentle: bool = False
    """On each target the first pressure is one level lighter."""
    eased: Mapping[str, int] = field(default_factory=dict)
    """Target word → levels of pressure less than the routine has, each more than 0."""

    def __post_init__(self) -> None:
        if self.spot and not is_spot(self.spot):
            raise ValueError(f"{self.spot!r} cannot be the sore spot")
        if self.side and self.side not in vocabulary.CHOOSABLE_SIDES:
            raise ValueError(f"{self.side!r} is not a side to choose")
        if self.ambience and self.ambience not in AMBIENCES:
            raise ValueError(f"{self.ambience!r} is not an ambience")
        if self.speaker and self.speaker not in VOICES:
            raise ValueError(f"{self.speaker!r} is not a voice")
        if not all(type(levels) is int and levels > 0 for levels in self.eased.values()):
            raise ValueError(f"{self.eased!r} are not levels of pressure less")


@dataclass(frozen=True, slots=True)
class Answered:
    """A step with every choice made."""

    written: Played
    """As it stands in the routine."""
    step: Played
    """As it is done."""
    number: int
    """In playing order, from 1."""
    target: str
    side: str
    """left, right, both, each, alternate, midline or ""."""
    pressure: int
    notes: tuple[str, ...]
    """What was limited, in sentences."""
    who: str = "self"
    again: bool = False
    """It was played before in this session: a short word leads into it."""
    lighter: bool = False
    """Whether the pressure is less than written: that is said before the author's words."""
    right_first: bool = False
    """Where both sides have their turn."""
    once_more: str = ""
    """The side that has another turn after all others; "" for none."""
    gentle: bool = False
    """Whether it is lighter for being the first on its target."""
    eased: bool = False
    """Whether it is lighter for having been eased before."""

    @property
    def in_turn(self) -> bool:
        """Whether the left and the right side have a turn each."""
        return self.side in ("each", "alternate")

    @property
    def sides(self) -> tuple[str, ...]:
        """The sides visited, in order."""
        order: tuple[str, ...] = (self.side,)
        if self.in_turn:
            order = ("right", "left") if self.right_first else ("left", "right")
        return (*order, self.once_more) if self.once_more else order

    @property
    def worked(self) -> tuple[str, ...]:
        """The sides on which its work counts, once for each visit."""
        return tuple(one for side in self.sides for one in sides_of(side))

    def span(self, side: str) -> Span:
        """A span of no length that carries what all spans of this step on `side` share."""
        step = self.step
        massage = step if isinstance(step, Massage) else None
        told = self.sides[0] if self.side == "alternate" and not step.say else side
        text = instruction.instruction(step, self.target, told, self.pressure, self.who)
        if self.lighter and step.say:
            text = f"{phrases.lightly(self.pressure)} {instruction.softened(text)}"
        return Span(
            0,
            0,
            "",
            step=self.number,
            side=side or None,
            target=self.target or None,
            technique=massage.technique if massage else None,
            pressure=self.pressure if massage else None,
            title=instruction.title(step, self.target, side),
            text=text,
            show=self.fill(step.show, side),
            hand=getattr(step, "hand", "") or None,
            sore=getattr(step, "target", "") == vocabulary.SORE_SPOT,
            breath=_breath_of(step),
        )

    @property
    def short(self) -> str:
        """What leads into the step where it was done before in this session."""
        return instruction.again(self.step, self.target, self.sides[0], self.who)

    def fill(self, text: str, side: str) -> str:
        """`text` with its braces filled, without what asks for more than a light touch."""
        filled = instruction.fill(text, self.step, self.target, side)
        return instruction.softened(filled) if self.lighter else filled


def is_spot(word: str) -> bool:
    """Whether a target may be chosen as the sore spot."""
    target = vocabulary.TARGETS.get(word)
    return target is not None and bool(target.cap) and word not in _NEVER_A_SPOT


def spot_of(options: Options) -> str:
    """The target a sore spot stands for."""
    return options.spot or vocabulary.DEFAULT_SPOT


def answer(
    step: Played,
    number: int,
    options: Options,
    who: str = "self",
    again: bool = False,
    ruling: Ruling = AS_IT_IS,
) -> Answered:
    """`step` with the person's choices, limited where a choice, a cap or `ruling` asks for it."""
    notes: list[str] = []
    written, step = step, ruling.applied(step)
    target = target_of(step, options)
    if isinstance(step, Wait):
        return Answered(written, step, number, "", "", 0, (), who, again)
    side = _side(step, target, options, notes) if target else ""
    pressure = 0
    if isinstance(step, Massage):
        pressure = pressure_of(step, target, who)
        if pressure < step.pressure:
            name = vocabulary.TARGETS[target].name
            notes.append(f"Pressure on the {name} is limited to {pressure}.")
        if ruling.cap is not None:
            pressure = min(pressure, ruling.cap)
    told, lighter = tuple(notes), ruling.cap is not None
    right_first = options.sore_first and options.side == "right"
    return Answered(
        written, step, number, target, side, pressure, told, who, again, lighter, right_first
    )


def target_of(step: Played, options: Options) -> str:
    """The target of `step`, with the chosen spot in place of the sore one; "" without one."""
    target = getattr(step, "target", "")
    return spot_of(options) if target == vocabulary.SORE_SPOT else target


def pressure_of(step: Massage, target: str, who: str) -> int:
    """The pressure of `step` within the caps of `target`, and of a sore spot."""
    most = limits.cap(target, who)
    if step.target == vocabulary.SORE_SPOT:
        most = min(most, limits.cap(vocabulary.SORE_SPOT))
    return min(step.pressure, most)


def _breath_of(step: Played) -> Breath | None:
    """The breath that is shown: of breathing, or of a pacer beside the work."""
    if isinstance(step, Massage) and isinstance(step.timing, Paced):
        return step.timing.breath
    return step.breath if isinstance(step, Massage | Breathing) else None


def _side(step: Massage | Breathing | Rest, target: str, options: Options, notes: list[str]) -> str:
    allowed = vocabulary.TARGETS[target]
    side = step.side
    if side == "sore":
        side = options.side or "each"
    elif step.target == vocabulary.SORE_SPOT and not side:
        side = options.side
    if side and side not in allowed.sides:
        notes.append(f"The {allowed.name} is not worked on one side at a time.")
        side = ""
    side = side or allowed.default_side
    if side in ("each", "alternate") and not isinstance(step, Massage):
        return "both"  # it is only drawn there: a rest or a breath is not had twice
    return side


def sided(routine: Routine, options: Options) -> tuple[str, bool] | None:
    """The first target whose side is left to the person and can be chosen, or None.

    With it, whether both of its sides can be worked at once in this routine.
    """
    for step in routine.massages:
        is_sore_spot = step.target == vocabulary.SORE_SPOT
        if step.side == "sore" or (is_sore_spot and not step.side):
            target = spot_of(options) if is_sore_spot else step.target
            sides = vocabulary.TARGETS[target].sides
            if "left" in sides:
                return target, not step.side and BOTH in sides
    return None
