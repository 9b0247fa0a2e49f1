"""What the person chose before a session is begun."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from relax_coach.bodymap.pointer import NOWHERE, Pointer
from relax_coach.core.interrupted import Interrupted
from relax_coach.core.options import Options
from relax_coach.store.settings import Settings


@dataclass(frozen=True, slots=True)
class Request:
    """What the person chose on the command line."""

    today: Callable[[], date]
    """The person's own day: a program may stay open over midnight."""
    options: Options
    settings: Settings = field(default_factory=Settings)
    muted: bool = False
    from_step: int | None = None
    yes: bool = False
    """Spare all that may be skipped; the danger signs are asked all the same."""
    pointer: Pointer = NOWHERE
    """What was pointed at already."""
    left: Interrupted | None = None
    """The interrupted session to go on with."""
