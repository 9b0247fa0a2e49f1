"""The routines a person likes, and those played lately; by the name that the library finds."""

from relax_coach.store import kept

FILE = "favourites.json"
MOST, MOST_LATELY = 100, 5
"""Favourites, and routines played lately, that are kept."""


def favourites() -> tuple[str, ...]:
    """The favourites, the newest first. A broken file holds none."""
    return _names("favourites")[:MOST]


def lately() -> tuple[str, ...]:
    """What was played lately, the last one first."""
    return _names("lately")[:MOST_LATELY]


def keep_favourite(name: str, liked: bool) -> None:
    """Keep whether `name` is a favourite. Raises OSError when it cannot be written."""
    others = [one for one in favourites() if one != name]
    _keep(favourites=([name] if liked else []) + others, lately=lately())


def keep_played(name: str) -> None:
    """Keep that `name` was played just now. Raises OSError when it cannot be written."""
    others = [one for one in lately() if one != name]
    _keep(favourites=favourites(), lately=[name, *others])


def forget_lately() -> None:
    """Forget what was played lately. Raises OSError when it cannot be written."""
    if lately():
        _keep(favourites=favourites(), lately=())


def _keep(favourites: "list[str] | tuple[str, ...]", lately: "list[str] | tuple[str, ...]") -> None:
    kept.write(FILE, favourites=list(favourites[:MOST]), lately=list(lately[:MOST_LATELY]))


def _names(key: str) -> tuple[str, ...]:
    found = kept.read(FILE).get(key)
    names = found if isinstance(found, list) else []
    return tuple(dict.fromkeys(name for name in names if isinstance(name, str)))
