"""tools/setup.sh in a bare folder: what it asks pip for, what it says, and that it goes on.

Python, pip and the compiler are stand-ins that write down each call; the rest is as it is.
"""

import os
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SETTING_UP = "Setting up, once: about a minute…"
PACKAGES = "apt install gcc python3-dev libasound2-dev"

# Both the Python that is found and the one of .venv, which sees no installed library (-S). Its
# pip fails where the file `broken` holds a word of the call.
PYTHON = f"""#!/bin/sh
printf '%s\\n' "$*" >>calls
case $* in
*"-m venv "*) mkdir -p .venv/bin && cp "$0" .venv/bin/python ;;
*"-m pip "*)
    for word; do
        [ "$word" != "$(cat broken 2>/dev/null)" ] || {{ echo "ERROR: pip broke" && exit 1; }}
    done
    ;;
*) exec '{sys.executable}' -S "$@" ;;
esac
"""
COMPILER = "#!/bin/sh\necho compiler >>calls\nexec grep -q alsa/asoundlib.h\n"
WITHOUT_HEADERS = "#!/bin/sh\necho compiler >>calls\nexit 1\n"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="set-up is for make and sh")


@dataclass
class Place:
    """A bare folder, and the only programs that are on the PATH there."""

    folder: Path
    programs: Path

    def program(self, name: str, text: str) -> None:
        (self.programs / name).write_text(text)
        (self.programs / name).chmod(0o755)

    def set_up(self, kind: str = "run", code: int = 0) -> list[str]:
        """The lines it says."""
        done = subprocess.run(
            ["sh", "tools/setup.sh", kind],
            cwd=self.folder,
            env={"PATH": str(self.programs), "CC": "cc"},
            capture_output=True,
            encoding="utf-8",
        )
        assert (done.returncode, done.stdout) == (code, "")
        return done.stderr.splitlines()

    def calls(self) -> str:
        return (self.folder / "calls").read_text()

    def asked(self) -> list[str]:
        """What pip was asked to install, call by call."""
        return [call.split("-check ")[1] for call in self.calls().splitlines() if "-check" in call]


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = Place(tmp_path / "relax coach", tmp_path / "programs")
    (place.folder / "tools").mkdir(parents=True)
    for name in ("tools/setup.sh", "pyproject.toml"):
        shutil.copy(ROOT / name, place.folder / name)
    place.programs.mkdir()
    for name in ("cat", "cksum", "cp", "dirname", "grep", "mkdir", "rm", "sh", "tail"):
        found = shutil.which(name)
        assert found
        (place.programs / name).symlink_to(found)
    place.program("python3", PYTHON)
    place.program("uname", "#!/bin/sh\necho Linux\n")
    return place


def extra() -> str:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    (one,) = project["optional-dependencies"]["simpleaudio"]
    assert ";" not in one, "it can be built on any system"
    return str(one)


def test_simpleaudio_is_added_where_it_can_be_built(place: Place) -> None:
    place.program("cc", COMPILER)
    assert place.set_up() == [SETTING_UP]
    assert place.asked() == ["-e .", extra()]


@pytest.mark.parametrize("compiler", ["", WITHOUT_HEADERS], ids=["no compiler", "no headers"])
def test_where_it_cannot_one_line_names_the_packages(place: Place, compiler: str) -> None:
    if compiler:
        place.program("cc", compiler)
    begun, line = place.set_up()
    assert begun == SETTING_UP
    assert line.startswith("simpleaudio (optional) is left out: ") and PACKAGES in line
    assert place.asked() == ["-e ."]


def test_a_build_that_fails_is_one_line_and_the_log_has_it(place: Place) -> None:
    place.program("cc", COMPILER)
    (place.folder / "broken").write_text(extra())
    begun, line = place.set_up()
    assert begun == SETTING_UP
    assert line.startswith("simpleaudio (optional) is left out: ")
    assert ".venv/setup.log" in line and PACKAGES in line
    assert "ERROR: pip broke" in (place.folder / ".venv/setup.log").read_text()


@pytest.mark.parametrize(
    ("compiler", "broken"),
    [("", ""), (WITHOUT_HEADERS, ""), (COMPILER, extra()), (COMPILER, "")],
    ids=["no compiler", "no headers", "a build that fails", "added"],
)
def test_the_second_time_it_starts_nothing_and_says_nothing(
    place: Place, compiler: str, broken: str
) -> None:
    if compiler:
        place.program("cc", compiler)
    (place.folder / "broken").write_text(broken)
    place.set_up()
    before = place.calls()
    assert place.set_up() == []
    assert place.calls() == before


def test_what_a_developer_needs_is_added_without_another_try(place: Place) -> None:
    assert len(place.set_up()) == 2
    assert place.set_up("test") == [SETTING_UP]
    assert place.asked() == ["-e .", "-e .[dev]"]


def test_when_the_compiler_comes_it_is_tried_again(place: Place) -> None:
    place.set_up()
    place.program("cc", COMPILER)
    assert place.set_up() == ["Adding simpleaudio, once: some seconds…"]
    assert place.asked() == ["-e .", extra()]
    (place.programs / "cc").unlink()
    assert place.set_up() == []


def test_what_is_there_already_needs_no_compiler(place: Place) -> None:
    (place.folder / "simpleaudio.py").touch()
    assert place.set_up() == [SETTING_UP]
    assert place.asked() == ["-e ."]


def test_a_program_that_cannot_be_installed_is_an_error_as_before(place: Place) -> None:
    place.program("cc", COMPILER)
    (place.folder / "broken").write_text("-e")
    _, why, remedy = place.set_up(code=1)
    assert why == "ERROR: pip broke" and remedy.startswith("pip could not install")
    assert place.asked() == ["-e ."]
    (place.folder / "broken").unlink()
    assert place.set_up() == [SETTING_UP]
    assert place.asked() == ["-e .", "-e .", extra()]
