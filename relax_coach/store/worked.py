"""How long each place was worked on today: more than twenty minutes deserve a sentence."""

from collections import Counter
from collections.abc import Mapping
from datetime import date

from relax_coach.core.routine import Ms
from relax_coach.store import kept

FILE = "worked.json"


def worked_on(day: date) -> Mapping[str, Ms]:
    """Target word → longest work on one of its sides on `day`, in ms. Broken: nothing."""
    found = kept.read(FILE)
    places = found.get("places")
    if found.get("day") != day.isoformat() or not isinstance(places, dict):
        return {}
    return {word: ms for word, ms in places.items() if type(ms) is int and 0 < ms < 86_400_000}


def add_worked(day: date, places: Mapping[str, Ms]) -> None:
    """Add `places` (target word → ms) to what was worked on `day`. Raises OSError."""
    total = Counter(worked_on(day)) + Counter(places)
    kept.write(FILE, day=day.isoformat(), places=dict(total))


def forget() -> None:
    """Forget what was worked on. Raises OSError when it cannot be written."""
    if kept.read(FILE):
        kept.write(FILE)
