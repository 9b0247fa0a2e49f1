"""How loud the person last had it, kept from one session to the next."""

from relax_coach.core.output import LOUDEST
from relax_coach.store import kept

FILE = "volume.json"


def last_volume() -> int | None:
    """The volume of the last session in steps from 0 to LOUDEST; None where none was kept."""
    volume = kept.read(FILE).get("volume")
    return volume if type(volume) is int and 0 <= volume <= LOUDEST else None


def keep_volume(volume: int) -> None:
    """Keep `volume` for the next session. Raises OSError when it cannot be written."""
    kept.write(FILE, volume=volume)
