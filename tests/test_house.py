"""The rules of the house that no linter knows: what is loaded, how long a file is."""

import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PYTHON_FILES = sorted(
    path
    for folder in ("relax_coach", "tests", "tools", "bench")
    for path in (ROOT / folder).rglob("*.py")
)
ROUTINES = sorted((ROOT / "routines").rglob("*.yaml"))
FOR_TWO = [path for path in ROUTINES if "\nwho: partner\n" in path.read_text("utf-8")]

MOST_LINES = 300

# The entry point as a terminal calls it, and then: which of the slow ones were loaded?
RUN = """
import sys
sys.argv = ["relax-coach", *sys.argv[1:]]
code = 0
try:
    from relax_coach.__main__ import main
    main()
except SystemExit as leaving:
    code = leaving.code or 0
slow = sorted({"textual", "rich", "numpy", "miniaudio", "simpleaudio"} & set(sys.modules))
sys.stdout.flush()
print("loaded:", *slow, file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize(
    "words",
    [
        ["--version"],
        ["--help"],
        ["list"],
        ["list", "--json"],
        ["check", str(ROOT / "routines" / "mini-massage.yaml")],
        ["show", "mini-massage"],
        ["show", "mini-massage", "--timeline"],
        ["show", "shoulders", "--pictures"],
        ["show", "shoulders", "--html", "-"],
        ["learn", "relax"],
        ["conditions"],
        ["journal", "--json"],
        ["journal", "day"],
        ["sounds"],
    ],
    ids=lambda words: " ".join(Path(word).name for word in words),
)
def test_a_quick_command_loads_neither_screen_nor_sound(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()
    assert done.stderr.splitlines()[-1] == "loaded:"


def test_a_room_imports_only_what_is_below_it() -> None:
    run = "from importlinter.cli import lint_imports_command as run; run(prog_name='lint-imports')"
    done = subprocess.run(
        [sys.executable, "-c", run, "--no-cache"], capture_output=True, text=True, cwd=ROOT
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_no_file_is_too_long_to_read() -> None:
    long = {
        f"{path.relative_to(ROOT)}: {lines} lines"
        for path in PYTHON_FILES
        if (lines := len(path.read_text("utf-8").splitlines())) > MOST_LINES
    }
    assert not long


@pytest.mark.parametrize("path", FOR_TWO, ids=lambda path: path.stem)
def test_a_routine_for_two_asks_before_any_touch(path: Path) -> None:
    first = yaml.safe_load(path.read_text("utf-8"))["steps"][0]
    assert first["rest"] and "target" not in first
    for asked in ("No hands yet", "ask once more: ready?", "word stop"):
        assert asked in " ".join(first["say"].split())
    assert " never " in first["show"]
