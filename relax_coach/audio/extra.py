"""What of this package is installed only where it is wanted, and how it is added here."""

from pathlib import Path

_CHECKOUT = Path(__file__).resolve().parents[2]


def command(extra: str) -> str:
    """The command that adds `extra` (sound, export, voice …) to this very installation."""
    if (_CHECKOUT / "pyproject.toml").is_file():  # not in a package: it is installed from here
        return f"pip install -e '.[{extra}]'"
    return f'pip install "relax-coach[{extra}]"'
