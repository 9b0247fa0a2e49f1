"""Small things the program keeps for the person, each a JSON file in the data folder."""

import json
import os
import tempfile
from pathlib import Path

from relax_coach.store import paths
from relax_coach.store.beginning import read_beginning

VERSION = 1
MOST_BYTES = 64 * 1024


def read(name: str) -> dict[str, object]:
    """What was kept in the file `name`; nothing where it is missing or broken."""
    try:
        kept = json.loads(read_beginning(_path(name), MOST_BYTES))
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def write(name: str, **kept: object) -> None:
    """Keep `kept` in the file `name`, whole or not at all, mode 0600. Raises OSError."""
    path = _path(name)
    path.parent.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump({"version": VERSION, **kept}, file)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _path(name: str) -> Path:
    return paths.data_dir() / name
