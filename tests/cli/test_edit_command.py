"""`edit`: the person's own editor, and a check when they come back."""

import io
import os
import select
import shlex
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from own_file import BROKEN, GOOD

from relax_coach import editor
from relax_coach.cli.edit import _goes_on
from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.core.problem import Place, Problem
from relax_coach.ending import HEEDED
from relax_coach.store import library, own

Captured = pytest.CaptureFixture[str]


def writes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, how: str, *texts: str) -> Path:
    """An editor that replaces one word by the next of `texts` each time; where it was called."""
    script, calls = tmp_path / "editor.py", tmp_path / "calls"
    script.write_text(
        "import os, pathlib, sys\n"
        f"calls, texts = pathlib.Path({str(calls)!r}), {texts!r}\n"
        "path = pathlib.Path(sys.argv[-1])\n"
        "with calls.open('a') as file: file.write(' '.join(sys.argv[1:-1]) + '\\n')\n"
        "text = texts[len(calls.read_text().splitlines()) - 1]\n"
        "part = path.with_name('.swap'); part.write_text(text)\n"
        f"{how}\n"
    )
    program = tmp_path / "bin" / "vim"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec {sys.executable} {script} "$@"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{shlex.quote(str(program))} -n")
    return calls


IN_PLACE = "path.write_text(part.read_text()); part.unlink()"
RENAMES = "os.replace(part, path)"


@pytest.mark.parametrize("how", [IN_PLACE, RENAMES], ids=["in place", "renames"])
def test_an_own_file_is_edited_and_checked(
    how: str, mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    calls = writes(monkeypatch, tmp_path, how, GOOD.replace("5s", "9s"))
    assert run(["edit", str(mine)]) == Exit.DONE
    assert "mine.yaml: ok, 0:" in capsys.readouterr().err
    assert calls.read_text() == "-n\n" and "9s" in mine.read_text()


def test_it_opens_again_at_the_line_with_the_problem(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    calls = writes(monkeypatch, tmp_path, RENAMES, BROKEN, GOOD)
    monkeypatch.setattr("relax_coach.cli.edit._goes_on", lambda problem: True)
    assert run(["edit", str(mine)]) == Exit.DONE
    assert calls.read_text() == "-n\n-n +6\n"
    assert "[bad-duration]" in capsys.readouterr().err


def test_without_a_terminal_errors_are_told_and_the_file_stays_as_it_was_written(
    mine: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    writes(monkeypatch, tmp_path, IN_PLACE, BROKEN)
    assert run(["edit", str(mine)]) == Exit.FINDINGS
    assert "cannot be played yet" in capsys.readouterr().err and mine.read_text() == BROKEN


def test_a_preset_is_copied_first_and_the_copy_goes_where_nothing_was_changed(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    before = library.find("preset:jaw").document.text
    writes(monkeypatch, tmp_path, RENAMES, before, GOOD)
    assert run(["edit", "jaw"]) == Exit.DONE
    assert "Nothing was changed" in capsys.readouterr().err and own.in_library("jaw") is None
    assert run(["edit", "preset:jaw"]) == Exit.DONE
    assert (folder / "jaw.yaml").read_text() == GOOD
    assert library.find("preset:jaw").document.text == before
    assert run(["edit", "preset:jaw"]) == Exit.WRONG_USE, "yours is there"


@pytest.mark.parametrize("told", ["no-such-editor-anywhere", "'open quote", "false"])
def test_an_editor_that_cannot_be_had_is_told(
    told: str, mine: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    monkeypatch.setenv("VISUAL", told)
    assert run(["edit", str(mine)]) == Exit.FINDINGS
    assert capsys.readouterr().err.startswith("Error: ") and mine.read_text() == GOOD


@pytest.mark.parametrize(
    ("command", "seen"),
    [
        (("nano", "-w"), ["nano", "-w", "+7", "/a/-b.yaml"]),
        (("code", "-w"), ["code", "-w", "--goto", "/a/-b.yaml:7:3"]),
        (("/usr/bin/hx",), ["/usr/bin/hx", "/a/-b.yaml:7:3"]),
        (("vim.tiny", "-n"), ["vim.tiny", "-n", "+7", "/a/-b.yaml"]),
        (("unknown",), ["unknown", "/a/-b.yaml"]),
    ],
)
def test_each_editor_is_told_the_line_in_its_own_way(
    command: tuple[str, ...], seen: list[str]
) -> None:
    assert editor.at_line(command, Path("/a/-b.yaml"), 7, 3) == seen


@pytest.mark.parametrize(
    ("command", "seen"),
    [
        ("/opt/bin/code -n", "/opt/bin/code --wait -n"), ("code -w", "code -w"),
        ("subl", "subl --wait"), ("mate --wait", "mate --wait"), ("kate", "kate --block"),
        ("kate -b", "kate -b"), ("gvim", "gvim -f"),
        ("gvim --nofork", "gvim --nofork"), ("vim", "vim"),
    ],
)  # fmt: skip
def test_an_editor_that_would_come_back_at_once_is_told_to_wait(command: str, seen: str) -> None:
    assert list(editor.waiting(command.split())) == seen.split()


def test_a_window_that_is_still_open_keeps_the_copy_of_the_preset(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    code = tmp_path / "code"
    code.write_text('#!/bin/sh\n[ "$1" = --wait ] && echo "# seen" >> "${3%:*:*}"\n')
    code.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(code))
    assert run(["edit", "jaw"]) == Exit.DONE
    assert "comes before the preset jaw" in capsys.readouterr().err
    assert (folder / "jaw.yaml").read_text().endswith("# seen\n")


SAVES = """#!/usr/bin/env python3
import os, signal, sys, time
def save(*_):
    open(sys.argv[-1], "a").write("# saved")
    sys.exit(0)
signal.signal(signal.SIGINT, save)
os.killpg(0, signal.SIGINT)
time.sleep(30)
"""


@pytest.mark.parametrize(("answer", "again"), [("", False), ("q\n", False), ("\n", True)])
def test_the_end_of_input_leaves_as_q_does(
    answer: str, again: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    keyboard = io.StringIO(answer)
    monkeypatch.setattr(keyboard, "isatty", lambda: True)
    monkeypatch.setattr(sys, "stdin", keyboard)
    assert _goes_on(Problem("bad-duration", Place(6), "no time")) is again


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
def test_ctrl_c_is_the_editors(mine: Path, tmp_path: Path) -> None:
    """As the terminal sends it: to all that are in front."""
    script = tmp_path / "saves.py"
    script.write_text(SAVES)
    child = subprocess.run(
        [sys.executable, "-m", "relax_coach", "edit", str(mine)],
        env={**os.environ, "VISUAL": f"{sys.executable} {script}"},
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        timeout=20,
    )
    assert child.returncode == Exit.DONE
    assert mine.read_text().endswith("# saved")


WAITS = """import sys, time
with open(sys.argv[1], "w") as begun:
    print("begun", file=begun, flush=True)
    time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
@pytest.mark.parametrize("name", HEEDED)
@pytest.mark.parametrize("before", ["", "sh -c '\"$@\"; true' sh "], ids=["alone", "in a script"])
def test_a_signal_to_end_ends_the_editor_and_takes_the_copy_away(
    name: str, before: str, folder: Path, tmp_path: Path
) -> None:
    number = getattr(signal, name)
    script, begun = tmp_path / "waits.py", tmp_path / "begun"
    script.write_text(WAITS)
    os.mkfifo(begun)  # opened for reading it waits for the editor
    child = subprocess.Popen(
        [sys.executable, "-m", "relax_coach", "edit", "jaw"],
        env={**os.environ, "EDITOR": f"{before}{sys.executable} {script} {begun}"},
        start_new_session=True,
    )
    with begun.open() as editor:
        assert editor.readline() == "begun\n"
        assert (folder / "jaw.yaml").is_file()
        child.send_signal(number)
        assert child.wait(20) == 128 + number
        assert not (folder / "jaw.yaml").exists()
        ended, _, _ = select.select([editor], [], [], 10)
        assert ended and editor.read() == "", "nobody holds the other end any more"


def test_what_an_editor_writes_that_is_no_text_is_told(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    script = tmp_path / "garbage.py"
    script.write_text("import sys; open(sys.argv[-1], 'wb').write(b'\\xff\\xfe\\0x')")
    monkeypatch.setenv("VISUAL", f"{sys.executable} {script}")
    assert run(["edit", "mini-massage"]) == Exit.FINDINGS
    err = capsys.readouterr().err
    assert "mini-massage.yaml has errors and cannot be played yet." in err
    assert "to undo that: relax-coach remove mini-massage" in err
