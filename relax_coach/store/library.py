"""The routines there are: presets and the person's own, broken ones included."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, NamedTuple

from relax_coach.core import document, vocabulary
from relax_coach.core.document import Document
from relax_coach.core.node import MOST_BYTES
from relax_coach.core.problem import Place, Problem, shown
from relax_coach.store import paths
from relax_coach.store.beginning import read_beginning
from relax_coach.store.settings import routine_dirs

SUFFIXES = (".yaml", ".yml")
PRESET = "preset:"
UNREAD = "not-a-file"
"""The code of the only problem of a file that could not be read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One routine file: where it lies and what it holds."""

    name: str
    path: Path
    origin: str
    """preset or own."""
    document: Document

    @property
    def title(self) -> str:
        return self.document.title or self.name

    @property
    def full_name(self) -> str:
        """What `find` finds it by, even where another has its name."""
        return f"{PRESET}{self.name}" if self.origin == "preset" else self.name


class File(NamedTuple):
    """A routine file of the library that was not read yet."""

    name: str
    origin: str
    """preset or own."""
    path: str

    @property
    def full_name(self) -> str:
        """What `find` finds it by, even where another has its name."""
        return f"{PRESET}{self.name}" if self.origin == "preset" else self.name

    def read(self) -> Entry:
        path = Path(self.path)
        return Entry(self.name, path, self.origin, read_file(path))


class Folder(NamedTuple):
    """A folder of the library and the names of its routine files, in order."""

    path: str
    origin: str
    """preset or own."""
    names: tuple[str, ...]

    def files(self) -> Iterator[File]:
        within = f"{self.path}{os.sep}"
        for name in self.names:
            yield File(name[: name.rindex(".")], self.origin, within + name)


class NotFound(LookupError):
    """No routine of that name. Its text is one sentence with the nearest name."""


def read_file(path: Path) -> Document:
    """The document in the file at `path`. Anything but a small regular file is a problem."""
    try:
        return document.read(read_beginning(path, MOST_BYTES + 1))
    except (OSError, ValueError) as error:
        return _refused(error)


def read_stream(stream: BinaryIO | None) -> Document:
    """The document in an open stream (None: it was closed from the start), up to the limit."""
    if stream is None:
        return _refused("there is nothing to read from")
    try:
        data: bytes | None = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        return _refused(error)
    if data is None:  # it would have to be waited for
        return _refused("there is nothing to read from")
    return document.read(data)


def routines_in(folder: Path) -> tuple[Path, ...]:
    """Every routine file in `folder` and the folders in it, sorted; hidden ones are left out.

    Links to files are followed, links to folders are not, so that none leads in a circle. A
    folder that cannot be read stands for itself.
    """
    found = []
    waiting = [folder]
    while waiting:
        inside = waiting.pop()
        try:
            with os.scandir(inside) as items:
                for item in items:
                    if item.is_dir(follow_symlinks=False):
                        if not item.name.startswith("."):
                            waiting.append(Path(item.path))
                    elif _is_routine(item.name):
                        found.append(Path(item.path))
        except OSError:
            found.append(inside)
    return tuple(sorted(found))


def entries() -> tuple[Entry, ...]:
    """Every routine, by name: presets first, then the person's own."""
    return tuple(each())


def each() -> Iterator[Entry]:
    """The same, each read when it is its turn."""
    return (file.read() for file in files())


def files() -> Iterator[File]:
    """The files of the same, unread."""
    return (file for folder in folders() for file in folder.files())


def folders() -> Iterator[Folder]:
    """The folders in which they lie."""
    yield _presets()
    yield from _own()


def find(name: str) -> Entry:
    """The routine called `name`: a path, one's own, or a preset (always as `preset:NAME`).

    Reads no other file. Raises NotFound.
    """
    if looks_like_path(name):
        path = Path(name)
        return Entry(path.stem, path, "own", read_file(path))
    wanted = name.removeprefix(PRESET)
    for folder in (_presets(),) if name != wanted else (*_own(), _presets()):
        for file in folder.files():
            if file.name == wanted:
                return file.read()
    names = {vocabulary.plain(file.name): file.name for file in files()}
    near = names.get(vocabulary.nearest(wanted, names), "")
    hint = f" Did you mean {shown(near)}?" if near else " `relax-coach list` shows them all."
    raise NotFound(f"There is no routine called {shown(name)!r}.{hint}")


HIDDEN = (
    "{!r} is no name for a routine: take one that is not empty, begins neither with a dot or a "
    "dash nor with 'preset:', ends with no .yaml, and holds no line break or other control "
    "character."
)


BEFORE_PRESET = f"It comes before the preset of that name, which stays {PRESET}{{}}."
BEFORE_OWN = "It comes before your own of that name in another folder, which stays {}"


def is_hidden(name: str) -> bool:
    """Whether a routine of that name could not be found again, or not be typed.

    Of a path the last part counts, without its ending: in "./" and "/" there is none.
    """
    if looks_like_path(name):
        name, end = os.path.splitext(os.path.basename(name))  # noqa: PTH119, PTH122 - keeps the /
        name = name if end in SUFFIXES else name + end
    untold = not name.strip() or shown(name) != name or name.startswith((".", "-", PRESET))
    return untold or looks_like_path(name)


def unreadable() -> list[Path]:
    """One's own folders that are there and cannot be looked into."""
    can_read = os.R_OK | os.X_OK
    return [one for one in routine_dirs() if one.is_dir() and not os.access(one, can_read)]


def behind(name: str) -> Iterator[str]:
    """What the routine `name` of one's own library comes before, in sentences to be shown.

    A path comes before nothing.
    """
    if looks_like_path(name):
        return
    for folder in (*tuple(_own())[1:], _presets()):
        for file in folder.files():
            if file.name == name and file.origin == "preset":
                yield shown(BEFORE_PRESET.format(name))
            elif file.name == name:
                yield shown(BEFORE_OWN.format(file.path))


def preset_at(path: Path) -> Entry | None:
    """The preset whose file `path` is, or leads to as a link; None for every other file."""
    file = Path(os.path.realpath(path))  # unlike resolve() it takes links in a circle
    if not file.is_file():
        return None
    folder = Path(os.path.realpath(paths.bundled("routines")))
    if not file.is_relative_to(folder):  # by a hard link it is the same file under another name
        presets = folder.glob(f"*{SUFFIXES[0]}") if file.stat().st_nlink > 1 else ()
        found = next((one for one in presets if one.samefile(file)), None)
        if found is None:
            return None
        file = found
    return Entry(file.stem, file, "preset", read_file(file))


def own_path(name: str) -> Path:
    """Where the person's own routine `name` lies or would lie; a path stands for itself."""
    if not looks_like_path(name):
        return routine_dirs()[0] / f"{name}{SUFFIXES[0]}"
    path = Path(name)
    return path if path.name.endswith(SUFFIXES) else path.with_name(f"{path.name}{SUFFIXES[0]}")


def demo() -> Entry:
    """The forty seconds that prove a machine; not in the library."""
    path = paths.bundled("routines") / "demo" / "demo.yaml"
    return Entry("demo", path, "preset", read_file(path))


def _presets() -> Folder:
    return _folder(paths.bundled("routines"), "preset")


def _own() -> Iterator[Folder]:
    return (_folder(path, "own") for path in routine_dirs())


def _folder(path: Path, origin: str) -> Folder:
    try:
        names = sorted(os.listdir(path))  # noqa: PTH208 - thousands of Paths take their time
    except OSError:  # a folder that is not there holds nothing
        names = []
    return Folder(str(path), origin, tuple(filter(_is_routine, names)))


def _is_routine(name: str) -> bool:
    """Whether a file of a folder is a routine by its name. Hidden ones are an editor's own."""
    return name.endswith(SUFFIXES) and not name.startswith(".")


def looks_like_path(name: str) -> bool:
    """Whether `name` is a path, and no name of a routine."""
    return "/" in name or os.sep in name or name.endswith(SUFFIXES)


def _refused(why: Exception | str) -> Document:
    said = getattr(why, "strerror", None) or str(why)
    return Document(None, (Problem(UNREAD, Place(), said),), "")
