"""The person's own library: one folder of files that are added, removed, and brought back."""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path

from relax_coach.core.json_schema import FILE_NAME, schema_text
from relax_coach.store import paths, whole
from relax_coach.store.library import SUFFIXES, looks_like_path, own_path
from relax_coach.store.settings import routine_dirs

TRASH = "trash"
_STAMP = "%Y%m%dT%H%M%S%f"
_REPLACED = "-replaced"
"""Ends the folder in the trash of a file that another took the place of: its name is taken."""


def add(name: str, data: str | bytes) -> Path:
    """Keep `data` as one's own routine `name`, or in the file `name` where it is a path.

    Beside it lies the schema, which the first line of a file names. Raises FileExistsError where
    one is there already, whatever its ending, and OSError.
    """
    path = own_path(name)
    if (there := taken(name)) is not None:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), there)
    path.parent.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
    whole.create(path, data)
    with suppress(OSError):  # a help for editors, and no more
        if not (path.parent / FILE_NAME).exists():
            whole.create(path.parent / FILE_NAME, schema_text())
    return path


def taken(name: str) -> Path | None:
    """The file that has the name `name` already, whatever its ending, or is at that path."""
    path = own_path(name)
    return in_library(name) or (path if path.exists() else None)


def in_library(name: str) -> Path | None:
    """The file of one's own routine `name`; None where there is none in the library itself.

    A path is none, and neither is a folder: what lies elsewhere is nobody's to remove from here.
    """
    if looks_like_path(name):
        return None
    folder = routine_dirs()[0]
    found = (folder / f"{name}{suffix}" for suffix in SUFFIXES)
    files = (path for path in found if path.parent == folder)
    return next((path for path in files if path.is_file() or path.is_symlink()), None)


def remove(path: Path, now: datetime | None = None) -> Path:
    """Move the file `path` into the trash; where it is there. Raises OSError."""
    with _place_in_trash(path, "", now) as kept:
        shutil.move(path, kept)  # also to another disk
    return kept


def replace(path: Path, data: bytes, now: datetime | None = None) -> Path:
    """Write `data` to the file `path`; where in the trash the one before is. Raises OSError.

    At no moment is there none of that name, and nobody may read it who could not before.
    """
    with _place_in_trash(path, _REPLACED, now) as kept:
        shutil.copy2(path, kept, follow_symlinks=path.exists())
        mode = path.stat().st_mode & 0o777 if path.exists() else whole.USUAL
        whole.write(path, data, mode)
    return kept


@contextmanager
def _place_in_trash(path: Path, end: str, now: datetime | None) -> Iterator[Path]:
    """Where in the trash `path` goes, in a folder with this `end`; nothing when the block fails."""
    stamp = (now or datetime.now(UTC)).strftime(_STAMP)
    kept = trash() / f"{stamp}{end}" / path.name
    kept.parent.mkdir(mode=paths.PRIVATE, parents=True)
    try:
        yield kept
    except OSError:
        shutil.rmtree(kept.parent, ignore_errors=True)
        raise


def removed() -> Path:
    """The file in the trash that was removed last. Raises LookupError where there is none."""
    try:
        folders = sorted((one for one in trash().iterdir() if one.is_dir()), reverse=True)
        # An empty one is of a removal that was broken off.
        return next(
            file
            for one in folders
            if not one.name.endswith(_REPLACED)
            for file in one.iterdir()
            if file.name.endswith(SUFFIXES) and (file.is_file() or file.is_symlink())
        )
    except (OSError, StopIteration):
        raise LookupError from None


def bring_back(kept: Path) -> Path:
    """Put the file `kept` of the trash back into the library; where it is.

    Raises FileExistsError where its name is taken, OSError.
    """
    path = routine_dirs()[0] / kept.name
    if (there := in_library(kept.stem)) is not None:  # with the other ending it would hide this one
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), there)
    path.parent.mkdir(mode=paths.PRIVATE, parents=True, exist_ok=True)
    if kept.is_symlink():  # where it leads is seen from the library alone
        path.symlink_to(kept.readlink())
    else:
        whole.create(path, kept.read_bytes())
        path.chmod(kept.stat().st_mode & 0o777)
    shutil.rmtree(kept.parent, ignore_errors=True)  # with what a desktop has put beside it
    return path


def was_there(path: Path) -> bool:
    """Whether `path` lies in the trash: it comes back as it was, also with errors."""
    return path.absolute().is_relative_to(trash())


def trash() -> Path:
    """The folder of what was removed, each file in one of its own; safe to delete."""
    return paths.data_dir() / TRASH
