"""Small things the program keeps for the person, each a JSON file in the data folder."""

import json
from pathlib import Path

from relax_coach.store import paths, whole
from relax_coach.store.beginning import read_beginning

VERSION = 1
MOST_BYTES = 64 * 1024


def read(name: str) -> dict[str, object]:
    """What was kept in the file `name`; nothing where it is missing or broken."""
    try:
        kept = json.loads(read_beginning(path_of(name), MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def write(name: str, **kept: object) -> None:
    """Keep `kept` in the file `name`, whole or not at all, mode 0600. Raises OSError."""
    path = path_of(name)
    path.parent.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
    whole.write(path, json.dumps({"version": VERSION, **kept}), whole.PRIVATE)


def path_of(name: str) -> Path:
    return paths.data_dir() / name
