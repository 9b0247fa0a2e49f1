"""`doctor`: what this machine has for a session. Never fails; safe to paste in a report."""

import json
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import click

from relax_coach import __version__, awake
from relax_coach.audio import extra
from relax_coach.cli import voices
from relax_coach.cli.terminal import is_full_screen
from relax_coach.core import account
from relax_coach.core.exits import Exit
from relax_coach.core.problem import shown
from relax_coach.store import library, paths
from relax_coach.store.settings import load, routine_dirs, settings_path

LIBRARIES = (
    "textual", "pyyaml", "click", "platformdirs", "numpy", "miniaudio", "simpleaudio",
    "soundfile", "lameenc",
)  # fmt: skip


@click.command("doctor", epilog="Example: relax-coach doctor --json")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for reports.")
@click.option("--strict", is_flag=True, help="End with code 1 when there is a problem.")
def command(as_json: bool, strict: bool) -> int:
    """Look at the terminal, the sound, the folders and the versions."""
    found = examine()
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False, indent=2))
    else:
        click.echo("\n".join(_report(found)))
    return Exit.FINDINGS if strict and found["problems"] else Exit.DONE


def examine() -> dict[str, Any]:
    """What is there, in the shape of `doctor --json`."""
    problems: list[str] = []
    return {
        "version": 1,
        "python": platform.python_version(),
        "program": __version__,
        "platform": f"{platform.system()} {platform.machine()}",
        "libraries": {name: _version(name) for name in LIBRARIES},
        "terminal": _terminal(),
        "audio": _audio(problems),
        "voice": _voice(problems),
        "display": _display(),
        "journal": _journal(problems),
        "folders": _folders(problems),
        "problems": problems,
    }


def _audio(problems: list[str]) -> dict[str, Any]:
    from relax_coach.audio import outputs
    from relax_coach.audio.outputs import miniaudio

    settings = load()
    problems += settings.problems
    try:
        devices, usual = miniaudio.devices(), ""
    except outputs.NoSound as reason:
        devices, usual = [], "none"
        problems.append(str(reason))
    usual = usual or outputs.usual(devices)
    if settings.device and not any(settings.device.casefold() in d.casefold() for d in devices):
        problems.append(f"No sound device is called {shown(settings.device)!r}: see settings.")
    if not outputs.available():
        problems.append(
            f"miniaudio is not installed: {extra.command('sound')} adds sound "
            "(where there is no ready wheel it needs a C compiler)."
        )
    elif usual == "none" and not problems:
        problems.append("No sound device was found: sessions play in silence.")
    output = usual if settings.output == "auto" else settings.output
    return {
        "output": output,
        "position": outputs.POSITIONS[output],
        "positions": outputs.POSITIONS,
        "settings": _short(settings_path()),
        "devices": [shown(device) for device in devices],
    }


def _voice(problems: list[str]) -> dict[str, Any]:
    name, here = load().speaker, voices.examine()
    if name != "off" and not any(one["ready"] for one in here):
        problems.append("Nobody can speak here: sessions are tones and text.")
    return {"name": name, "voices": here}


def _ready(voice: dict[str, Any]) -> list[str]:
    return [one["name"] for one in voice["voices"] if one["ready"]]


def _terminal() -> dict[str, Any]:
    size = shutil.get_terminal_size()
    names = (
        "TERM", "COLORTERM", "NO_COLOR", "TERM_PROGRAM", "TEXTUAL_ANIMATIONS",
        "RELAX_COACH_CELLS", "RELAX_COACH_PLAIN", "ACCESSIBLE",
    )  # fmt: skip
    return {
        "columns": size.columns,
        "lines": size.lines,
        "full_screen": is_full_screen(),
        "encoding": getattr(sys.stdout, "encoding", None),
        "environment": {name: shown(os.environ[name]) for name in names if name in os.environ},
    }


def _journal(problems: list[str]) -> dict[str, Any]:
    import sqlite3

    from relax_coach.store import backups, recording
    from relax_coach.store.database import Unusable
    from relax_coach.store.journal import Journal

    sessions = None
    try:
        with Journal.read() as journal:
            sessions = journal.count()
            problems += journal.notices
    except Unusable as reason:
        problems.append(f"The journal cannot be read: {reason}.")
    return {
        "recording": recording.is_on(),
        "sessions": sessions,
        "copies": len(backups.backups(paths.data_dir())),
        "sqlite": sqlite3.sqlite_version,
    }


def _display() -> dict[str, Any]:
    found = awake.inhibitor()
    note = "" if found else "nothing here keeps the display awake: it may dim during a session"
    return {"kept_awake_by": found.name if found else "none", "note": note}


def _folders(problems: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    try:
        found["routines"] = _short(paths.bundled("routines"))
        found["sounds"] = _short(paths.bundled("sounds"))
        broken = [entry.name for entry in library.entries() if not entry.document.ok]
        problems += [f"The routine {shown(name)} has errors: see `check`." for name in broken]
    except paths.BrokenInstall as error:
        problems.append(str(error))
    problems += _unread()
    found["own_routines"] = [_short(folder) for folder in routine_dirs()]
    found["data"] = _short(paths.data_dir())
    found["cache"] = _short(paths.cache_dir())
    return found


def _unread() -> Iterator[str]:
    """Of the other folders of routines, those that hold nothing for `list`, and why."""
    for folder in routine_dirs()[1:]:
        try:
            os.scandir(folder).close()
        except OSError as error:
            why = error.strerror or str(error)
            yield f"routine_dirs: {_short(folder)}: {why}. Name a folder that is there."


def _report(found: dict[str, Any]) -> list[str]:
    terminal, audio = found["terminal"], found["audio"]
    libraries = ", ".join(f"{n} {v}" for n, v in found["libraries"].items() if v)
    kind = "full screen" if terminal["full_screen"] else "plain lines"
    devices = ", ".join(audio["devices"]) or "no device"
    lines = [
        f"Relax Coach {found['program']}, Python {found['python']}, {found['platform']}",
        f"Libraries: {libraries}",
        f"Terminal: {terminal['columns']}x{terminal['lines']}, {kind}, {terminal['encoding']}",
        f"Sound: {audio['output']} ({devices}); position: {audio['position']}",
        f"Settings: {audio['settings']}",
        f"Voice: {found['voice']['name']}; here: {', '.join(_ready(found['voice'])) or 'none'}",
        f"Display: kept awake by {found['display']['kept_awake_by']}",
    ]
    if found["display"]["note"]:
        lines[-1] += f" ({found['display']['note']})"
    journal = found["journal"]
    state = "on" if journal["recording"] else "off"
    sessions = (
        "cannot be read" if journal["sessions"] is None else account.sessions(journal["sessions"])
    )
    lines.append(
        f"Journal: {state}, {sessions}, copies: {journal['copies']}; SQLite {journal['sqlite']}"
    )
    for name, folder in found["folders"].items():
        lines.append(f"{name}: {folder if isinstance(folder, str) else ', '.join(folder)}")
    lines += [f"Problem: {shown(problem)}" for problem in found["problems"]] or ["No problems."]
    return lines


def _short(path: Path) -> str:
    """`path` with the home folder as ~, so that a report names nobody."""
    text = str(path)
    home = str(Path.home())
    return shown("~" + text[len(home) :] if text.startswith(home + os.sep) else text)


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
