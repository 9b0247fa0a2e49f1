"""Where things lie: the only file that knows. Nothing is created here, and nothing on import.

Whoever writes a folder makes it, with mode `PRIVATE`: what a person keeps here is their own.
"""

import os
from contextlib import suppress
from pathlib import Path

APP = "relax-coach"

PRIVATE = 0o700
"""Mode of every folder this program makes for a person."""

_PACKAGE = Path(__file__).resolve().parents[1]
_CHECKOUT = _PACKAGE.parent


class BrokenInstall(Exception):
    """A folder that ships with the program is missing. Its text is a sentence with the remedy."""


def bundled(name: str) -> Path:
    """The folder `name` ("drawings", "routines" or "sounds") that ships with the program.

    In an installed program it lies inside the package; in a checkout, and so in an editable
    install, beside pyproject.toml. Raises BrokenInstall when it is in neither place.
    """
    packaged = _PACKAGE / name
    if packaged.is_dir():
        return packaged
    beside = _CHECKOUT / name
    if (_CHECKOUT / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    raise BrokenInstall(
        f"The folder of {name} that comes with Relax Coach is missing (looked for {packaged}). "
        "Install the program again, or run it from a whole checkout with: make run"
    )


def config_dir() -> Path:
    """Settings and the person's own routines: RELAX_COACH_HOME/config, or the platform's folder."""
    home = _home()
    if home is not None:
        return home / "config"
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def data_dir() -> Path:
    """The journal: RELAX_COACH_HOME/data, or the platform's folder."""
    home = _home()
    if home is not None:
        return home / "data"
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def cache_dir() -> Path:
    """What can be made again and is safe to delete: RELAX_COACH_HOME/cache, or the platform's."""
    home = _home()
    if home is not None:
        return home / "cache"
    from platformdirs import user_cache_path

    return user_cache_path(APP, appauthor=False)


def _home() -> Path | None:
    named = os.environ.get("RELAX_COACH_HOME", "")
    return absolute(named) if named.strip() else None


def absolute(named: str) -> Path:
    """`named` with ~ opened where it can be; later changes of folder do not move it."""
    path = Path(named)
    with suppress(RuntimeError):  # nobody of that name: then it is a folder called ~name
        path = path.expanduser()
    return path.absolute()
