"""The person's own editor: which it is, and how it is told a line, and to wait."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

PLUS = frozenset(
    {
        "vi", "vim", "nvim", "gvim", "view", "elvis", "nano", "pico", "emacs", "emacsclient", "mg",
        "micro", "kak", "joe", "jmacs", "ne", "jed", "gedit", "mousepad",
    }
)  # fmt: skip
"""Editors that are told a line as +7 before the file."""
GOTO = frozenset({"code", "codium", "code-insiders", "code-oss", "cursor", "windsurf"})
"""Those that are told it as --goto FILE:7:3."""
COLON = frozenset({"hx", "helix", "subl", "sublime_text", "zed", "zeditor", "lapce", "mate"})
"""Those that are told it as FILE:7:3."""
WAITS = {
    **dict.fromkeys((*GOTO, "subl", "sublime_text", "zed", "zeditor", "mate", "gedit"),
                    ("--wait", "-w")),
    "kate": ("--block", "-b"),
    "gvim": ("-f", "--nofork"),
}  # fmt: skip
"""How those that come back at once are told to wait until the file is closed, in two spellings."""
SURE = (PLUS | WAITS.keys() | {"hx", "helix"}) - {"mousepad"}
"""Those that are known to come back only when the file is closed, WAITS because they are told."""
AT_ONCE = 2.0
"""Seconds in which nobody has looked at a file and closed it: another one that is back by then may
have it open in a window."""
PATIENCE = 1.0
"""Seconds in which it may keep what was typed when it is ended."""
USUAL = ("sensible-editor", "nano", "vim", "vi", "emacs")


class NoEditor(Exception):
    """There is none, or it cannot be started. Its text is a sentence with the remedy."""


def editor() -> tuple[str, ...]:
    """Its command with its arguments: VISUAL, EDITOR, or the first usual one. Raises NoEditor."""
    for name in ("VISUAL", "EDITOR"):
        told = os.environ.get(name, "").strip()
        if told:
            try:
                return tuple(shlex.split(told, posix=sys.platform != "win32"))
            except ValueError:
                raise NoEditor(f"{name} cannot be read: a quote is left open.") from None
    if sys.platform == "win32":
        return ("notepad",)
    found = next((one for one in USUAL if shutil.which(one)), "")
    if not found:
        raise NoEditor("There is no editor here: say which in the variable EDITOR.")
    return (found,)


def waiting(command: Sequence[str]) -> tuple[str, ...]:
    """`command` with the option to wait, where the editor is known to need one and has none."""
    options = WAITS.get(_name(command), ())
    needed = options[:1] if not set(options) & set(command) else ()
    return (command[0], *needed, *command[1:])


def at_line(command: Sequence[str], path: Path, line: int, column: int) -> list[str]:
    """`command` with the file, at a line where the editor is known to take one."""
    name = _name(command)
    file = str(path.absolute())  # so that no name is taken for an option
    if name in PLUS and line > 1:
        return [*command, f"+{line}", file]
    if name in GOTO:
        return [*command, "--goto", f"{file}:{line}:{column}"]
    return [*command, f"{file}:{line}:{column}" if name in COLON else file]


def _name(command: Sequence[str]) -> str:
    """What it is called, without the kind of it: vim.tiny, code.exe, nvim.appimage."""
    return Path(command[0]).name.lower().partition(".")[0]


@contextmanager
def _keys_left_to_it() -> Iterator[None]:
    """What ctrl+c and ctrl+\\ mean is the editor's to say; who waits for it is not meant.

    Not ignored, for that it would inherit.
    """
    numbers = [getattr(signal, name) for name in ("SIGINT", "SIGQUIT") if hasattr(signal, name)]
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _ended_with_us(process: subprocess.Popen[bytes]) -> Iterator[None]:
    """It does not live on without who waits for it."""
    try:
        yield
    except BaseException:
        _terminate(process)
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
        raise


def _terminate(process: subprocess.Popen[bytes]) -> None:
    """End it, and what it has started: a script may stand before the editor."""
    leads = hasattr(os, "getpgrp") and os.getpgrp() == os.getpid()  # else the group is another's
    if not leads or threading.current_thread() is not threading.main_thread():
        process.terminate()
        return
    before = signal.signal(signal.SIGTERM, signal.SIG_IGN)
    try:
        os.killpg(os.getpgrp(), signal.SIGTERM)
    finally:
        signal.signal(signal.SIGTERM, before)


def edit(path: Path, line: int = 1, column: int = 1) -> bool:
    """Open the file, and come back when the editor has ended. Raises NoEditor.

    Whether the file may be open still: where it came back at once, and is none that surely waits.

    What else comes out of it, such as a signal to end, ends the editor first.
    """
    command, began = editor(), time.monotonic()
    try:
        with (
            _keys_left_to_it(),
            subprocess.Popen(at_line(waiting(command), path, line, column)) as process,
            _ended_with_us(process),
        ):
            process.wait()
    except OSError as error:
        why = error.strerror or str(error)
        raise NoEditor(f"The editor {command[0]!r} cannot be started: {why}.") from None
    if process.returncode:
        raise NoEditor(f"The editor {command[0]!r} ended with {process.returncode}.")
    return _name(command) not in SURE and time.monotonic() - began < AT_ONCE
