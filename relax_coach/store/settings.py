"""The person's settings: the file config.toml, over it RELAX_COACH_*, over it the command line."""

import os
import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

from relax_coach.core.output import CUE_KINDS, LOUDEST, OUTPUTS, VOICES
from relax_coach.core.problem import shown
from relax_coach.core.theme import OWN, THEMES, USUAL
from relax_coach.store import paths
from relax_coach.store.beginning import read_beginning

FILE = "config.toml"
MOST_BYTES = 64 * 1024
MOST_LETTERS = 200
"""Of the name of a device or a file."""
_ALONE = ("theme", "routine_dirs")
"""Settings that stand above all tables."""
OWN_SOUNDS = tuple(kind for kind in CUE_KINDS if kind != "say")


@dataclass(frozen=True, slots=True)
class Settings:
    """What was set, and `problems`: a sentence, with its place, for each thing that was not."""

    output: str = "auto"
    """One of core.output.OUTPUTS."""
    device: str = ""
    """A part of the name of a sound device; "" for the usual one."""
    cues: int = LOUDEST
    voice: int = LOUDEST
    ambience: int = LOUDEST
    """Levels in steps from 0 to LOUDEST."""
    speaker: str = "auto"
    """One of core.output.VOICES."""
    own_sounds: Mapping[str, Path] = field(default_factory=lambda: MappingProxyType({}))
    """Kind of a cue → the person's own sound for it."""
    theme: str = USUAL
    """One of core.theme.THEMES."""
    routine_dirs: tuple[Path, ...] = ()
    """Folders of own routines, beside the first one."""
    problems: tuple[str, ...] = ()

    def over(
        self, output: str | None = None, device: str | None = None, speaker: str | None = None
    ) -> "Settings":
        """With what the command line says, where it says something."""
        return replace(
            self,
            output=output or self.output,
            device=self.device if device is None else device,
            speaker=speaker or self.speaker,
        )


def load() -> Settings:
    """The settings of this person. Never fails: what cannot be used is told in `problems`."""
    path = settings_path()
    text, problems = _read(path)
    values: dict[str, tuple[object, str]] = {}
    for table, content in _parsed(text, problems).items():
        if not isinstance(content, dict):
            place = _place(text, "", table)
            if table in TAKERS:
                values[table] = (content, place)
            elif any(name.startswith(f"{table}.") for name in TAKERS):
                problems.append(f"{place}: `{shown(table)}` is no table of settings.")
            else:
                problems.append(f"{place}: {_unknown(table)}")
            continue
        for key, value in content.items():
            name, place = f"{table}.{key}", _place(text, table, key)
            if name in TAKERS:
                values[name] = (value, place)
            else:
                problems.append(f"{place}: {_unknown(name)}")
    for name in TAKERS:
        variable = f"RELAX_COACH_{name.replace('.', '_').upper()}"
        if os.environ.get(variable, "").strip():
            values[name] = (os.environ[variable].strip(), variable)
    taken: dict[str, Any] = {}
    for name, (value, place) in values.items():
        try:
            taken[name] = TAKERS[name](value)
        except ValueError as reason:
            problems.append(f"{place}: `{name.rpartition('.')[2]}` {reason}.")
    return _settings(taken, tuple(problems))


def settings_path() -> Path:
    """Where the file of settings is looked for; it need not exist."""
    return paths.config_dir() / FILE


def routine_dirs() -> tuple[Path, ...]:
    """Where the person's own routines lie; a folder named here need not exist.

    The folder `routines` beside the settings, then each one that these name.
    """
    return tuple(dict.fromkeys((paths.config_dir() / "routines", *load().routine_dirs)))


def _settings(taken: Mapping[str, Any], problems: tuple[str, ...]) -> Settings:
    sound = {name.partition(".")[2]: taken[name] for name in taken if name.startswith("sound.")}
    own = {kind: taken[f"sounds.{kind}"] for kind in OWN_SOUNDS if f"sounds.{kind}" in taken}
    speaker = {"speaker": taken["voice.name"]} if "voice.name" in taken else {}
    named = {**sound, **speaker, **{key: taken[key] for key in _ALONE if key in taken}}
    return Settings(**named, own_sounds=MappingProxyType(own), problems=problems)


def _one_of(words: tuple[str, ...], value: object) -> str:
    if value not in words:
        raise ValueError(f"is one of {', '.join(words)}, not {shown(str(value)[:40])}")
    return str(value)


def _theme(value: object) -> str:
    if value in THEMES:
        return str(value)
    near = get_close_matches(str(value)[:40].lower(), THEMES, n=1)
    meant = f"did you mean {near[0]}?" if near else f"ours are {', '.join(OWN)}"
    raise ValueError(f"is the name of a theme, not {shown(str(value)[:40])}: {meant}")


def _device(value: object) -> str:
    if not isinstance(value, str) or len(value) > MOST_LETTERS:
        raise ValueError("is a part of a device's name, in quotes")
    return value


def _level(value: object) -> int:
    step = int(value) if isinstance(value, str) and re.fullmatch("[0-9]{1,2}", value) else value
    if type(step) is not int or not 0 <= step <= LOUDEST:
        raise ValueError(f"is a whole number from 0 to {LOUDEST}, not {shown(str(value)[:40])}")
    return step


def _folders(value: object) -> tuple[Path, ...]:
    """A list in the file; in the variable a text, separated like PATH."""
    named = value.split(os.pathsep) if isinstance(value, str) else value
    if not isinstance(named, list) or not all(isinstance(one, str) for one in named):
        raise ValueError('is a list of folders: ["~/my-routines"]')
    return tuple(paths.absolute(one) for one in named if one.strip() and "\0" not in one)


def _sound_file(value: object) -> Path:
    if not isinstance(value, str) or not 0 < len(value) <= MOST_LETTERS or "\0" in value:
        raise ValueError("is the path of a sound file, in quotes")
    try:
        path = Path(value).expanduser()
    except RuntimeError:
        raise ValueError("begins with ~, and nobody of that name is here") from None
    return paths.config_dir() / path


TAKERS: dict[str, Callable[[object], Any]] = {
    "theme": _theme,
    "routine_dirs": _folders,
    "sound.output": partial(_one_of, OUTPUTS),
    "sound.device": _device,
    "sound.cues": _level,
    "sound.voice": _level,
    "sound.ambience": _level,
    "voice.name": partial(_one_of, VOICES),
    **{f"sounds.{kind}": _sound_file for kind in OWN_SOUNDS},
}
"""Every setting as table.key, or key where it stands above the tables, and what takes its value:
ValueError says what it must be."""


def _read(path: Path) -> tuple[str, list[str]]:
    """The text of the file, "" where there is none, and why it could not be read."""
    try:
        data = read_beginning(path, MOST_BYTES + 1)
    except FileNotFoundError:
        return "", []
    except OSError as error:
        return "", [f"{FILE}: cannot be read ({error.strerror})."]
    if len(data) > MOST_BYTES:
        return "", [f"{FILE}: larger than {MOST_BYTES // 1024} KiB, so nothing of it is used."]
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), []
    except UnicodeDecodeError:
        return "", [f"{FILE}: not UTF-8, so nothing of it is used: save it as UTF-8."]


def _parsed(text: str, problems: list[str]) -> dict[str, object]:
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # also a number of thousands of digits
        why = "nested too deeply" if isinstance(error, RecursionError) else shown(str(error))
        problems.append(f"{FILE}: not TOML, so nothing of it is used: {why}.")
        return {}


def _place(text: str, table: str, key: str) -> str:
    """ "config.toml, line 3" where the line of the key is written plainly, else the file alone."""
    here = ""
    for number, line in enumerate(text.splitlines(), 1):
        plain = line.strip()
        if plain.startswith("["):
            here = plain.strip("[] \t")
        if here == table and plain.split("=")[0].strip(" \"'") == key:
            return f"{FILE}, line {number}"
    return FILE


def _unknown(name: str) -> str:
    said = f"there is no setting `{shown(name[:80])}`."
    last = name.rpartition(".")[2]
    for near in [last] if last in TAKERS else get_close_matches(name, TAKERS, n=1):
        table, _, key = near.rpartition(".")
        said += f" Did you mean `{key}` {f'in [{table}]' if table else 'above all tables'}?"
    return said
