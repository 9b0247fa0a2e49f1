"""How loud the person last had it, kept from one session to the next."""

from dataclasses import asdict, replace

from relax_coach.core.balance import NAMES, Balance
from relax_coach.core.output import LOUDEST
from relax_coach.store import kept

FILE = "volume.json"


def last_balance(set_to: Balance) -> Balance:
    """As it was in the last session, and where nothing was kept as it is `set_to`.

    A level that was set anew since then is as it is set.
    """
    found = kept.read(FILE)
    before = found.get("set_to")
    levels = {}
    for part in NAMES:
        level, old = found.get(part), before.get(part) if isinstance(before, dict) else None
        same = part == "volume" or old == set_to.level(part)
        if type(level) is int and 0 <= level <= LOUDEST and same:
            levels[part] = level
    return replace(set_to, **levels)


def keep_balance(balance: Balance, set_to: Balance) -> None:
    """Keep `balance` for the next session. Raises OSError when it cannot be written."""
    kept.write(FILE, **asdict(balance), set_to=asdict(set_to))
