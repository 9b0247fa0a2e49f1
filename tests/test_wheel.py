"""What is installed is what lies here: no routine, cue, drawing or licence is lost on the way."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

ASK = """
import sys
sys.path.insert(0, sys.argv[1])
from relax_coach.store.paths import bundled
print(bundled(sys.argv[2]))
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the program as pip installs it from the wheel, without what it depends on."""
    folder = tmp_path_factory.mktemp("wheel")
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (wheel,) = folder.glob("*.whl")
    run("-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--no-compile",
        "--target", str(folder / "site"), str(wheel))  # fmt: skip
    return folder / "site"


@pytest.mark.parametrize("name", ["drawings", "routines", "sounds"])
def test_the_installed_program_finds_what_ships_with_it(site: Path, name: str) -> None:
    found = Path(run("-c", ASK, str(site), name).strip())
    assert found == site / "relax_coach" / name
    assert files(found) == files(ROOT / name)


@pytest.mark.parametrize("name", ["drawings", "routines", "sounds"])
def test_the_checkout_finds_the_same_without_a_copy(name: str) -> None:
    assert Path(run("-c", ASK, str(ROOT), name).strip()) == ROOT / name


def test_every_licence_goes_along(site: Path) -> None:
    (info,) = site.glob("relax_coach-*.dist-info")
    assert files(info / "licenses" / "LICENSES") == files(ROOT / "LICENSES")
    assert (info / "licenses" / "LICENSE").is_file()


def test_the_command_is_installed(site: Path) -> None:
    (info,) = site.glob("relax_coach-*.dist-info")
    lines = (info / "entry_points.txt").read_text("utf-8").splitlines()
    assert "relax-coach = relax_coach.__main__:main" in lines


def test_what_to_install_fits_how_it_was_installed(site: Path) -> None:
    ask = "import sys; sys.path.insert(0, sys.argv[1]); from relax_coach.audio import extra;"
    ask += "print(extra.command('voice'))"
    told = [run("-c", ask, str(one)).strip() for one in (site, ROOT)]
    assert told == ['pip install "relax-coach[voice]"', "pip install -e '.[voice]'"]


def files(folder: Path) -> dict[str, bytes]:
    """What is in `folder`, by name, without what an editor or a system leaves lying about."""
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name != ".DS_Store" and path.suffix != ".bak"
    }
    assert found, f"nothing in {folder}"
    return found


def run(*words: str) -> str:
    """What this Python prints, run in a folder that is no checkout."""
    done = subprocess.run(
        [sys.executable, "-P", *words], capture_output=True, text=True, cwd=sys.prefix
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout
