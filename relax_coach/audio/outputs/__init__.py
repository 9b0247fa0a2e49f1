"""Where sound goes: one file per library, one Protocol. Importing this loads none of them."""

from collections.abc import Sequence
from contextlib import suppress
from importlib.util import find_spec
from typing import TYPE_CHECKING, Protocol

from relax_coach.core.output import OUTPUTS

if TYPE_CHECKING:
    from relax_coach.audio.mixer import Mixer
    from relax_coach.audio.score import Score

POSITIONS = {
    "miniaudio": "samples the device took",
    "simpleaudio": "a clock since the start",
    "none": "a clock since the start",
}
"""How each output knows where it is; one that has no position of its own counts time."""


IN_SILENCE = "The session plays in silence until there is sound."


class NoSound(Exception):
    """Why there is no sound and what to do about it, in one plain sentence."""


class Output(Protocol):
    """Something that pulls a mixer through time."""

    @property
    def name(self) -> str:
        """As it is asked for in `open_output`."""

    @property
    def position(self) -> int:
        """Samples of the score that the device took."""

    @property
    def ended(self) -> bool:
        """Whether the score has been played to its end, its last sound too."""

    @property
    def lost(self) -> bool:
        """Whether the device has stopped taking samples while it should play."""

    def play(self) -> None:
        """Go on from the position. NoSound when the device cannot be started."""

    def pause(self, aside: "Score | None" = None) -> None:
        """Stop at the position; meanwhile `aside` is heard, which moves nothing."""

    def seek(self, sample: int) -> None:
        """Move the position."""

    def load(self, score: "Score") -> None:
        """Go on in another score at the same position."""

    def volume(self, gain: float) -> None:
        """Make everything louder or softer by a factor."""

    def close(self) -> None:
        """Let the device go; more than once does no harm."""


def available() -> bool:
    """Whether the library that plays is installed. Does not load it."""
    return find_spec("miniaudio") is not None


def usual(devices: Sequence[str]) -> str:
    """What "auto" takes where miniaudio finds these devices. Tries the device of simpleaudio."""
    if devices:
        return "miniaudio"
    if find_spec("simpleaudio") is not None:
        from relax_coach.audio.outputs.simpleaudio import try_device

        with suppress(NoSound):
            try_device()
            return "simpleaudio"
    return "none"


def open_output(name: str, mixer: "Mixer", device: str = "") -> tuple[Output, str]:
    """The output called `name` (one of OUTPUTS), and a note: "", or why there is silence.

    "auto" falls back to silence; a named output raises NoSound instead. ValueError for another
    name.
    """
    if name not in OUTPUTS:
        raise ValueError(f"no output is called {name!r}: there are {', '.join(OUTPUTS)}")
    note = ""
    if name != "none":
        try:
            return open_sounding(name, mixer, device), ""
        except NoSound as reason:
            if name != "auto":
                raise
            note = f"{reason} {IN_SILENCE}"
    from relax_coach.audio.outputs.null import NullOutput

    return NullOutput(mixer), note


def open_sounding(name: str, mixer: "Mixer", device: str = "") -> Output:
    """An output that sounds; for "auto" the first that can. Raises NoSound."""
    if name == "simpleaudio":
        return _simpleaudio(mixer, device)
    try:
        from relax_coach.audio.outputs.miniaudio import MiniaudioOutput

        return MiniaudioOutput(mixer, device)
    except NoSound:
        if name == "auto" and not device and find_spec("simpleaudio") is not None:
            with suppress(NoSound):  # why miniaudio cannot is what the person should hear
                return _simpleaudio(mixer, device)
        raise


def _simpleaudio(mixer: "Mixer", device: str) -> Output:
    if device:
        raise NoSound("simpleaudio plays on the usual device only: name no device.")
    from relax_coach.audio.outputs.simpleaudio import SimpleaudioOutput

    return SimpleaudioOutput(mixer)
