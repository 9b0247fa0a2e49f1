"""What the person answered about today: kept for the day, on this machine, for them alone."""

import json
import os
import tempfile
from datetime import date
from pathlib import Path

from relax_coach.store import paths

VERSION = 1


def signs_clear_on(day: date) -> bool:
    """Whether the danger signs were already denied on `day`. A broken file answers nothing."""
    try:
        kept = json.loads(_path().read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(kept, dict) and kept.get("signs_clear_on") == day.isoformat()


def keep_signs_clear(day: date) -> None:
    """Keep that the danger signs were denied on `day`. Raises OSError when it cannot be written."""
    path = _path()
    path.parent.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
    kept = {"version": VERSION, "signs_clear_on": day.isoformat()}
    descriptor, temporary = tempfile.mkstemp(dir=path.parent, prefix=path.name)  # mode 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            json.dump(kept, file)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def _path() -> Path:
    return paths.data_dir() / "answers.json"
