"""Whether sessions are written into the journal: `journal off` turns that off, for good."""

from relax_coach.store import kept

FILE = "recording.json"


def is_on() -> bool:
    """Whether they are. Without a word to the contrary, yes."""
    return kept.read(FILE).get("on") is not False


def keep_on(on: bool) -> None:
    """Keep whether they are. Raises OSError when it cannot be written."""
    kept.write(FILE, on=on)
