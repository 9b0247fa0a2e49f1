"""The library finds routines by name, and no file, whatever it is, can hurt it."""

import os
import time
from pathlib import Path

import pytest

from relax_coach.store import library
from relax_coach.store.library import NotFound, entries, find, read_file

GOOD = "format: 1\ntitle: {}\ncautions: []\nsteps: [{{rest: 5s}}]\n"


@pytest.fixture
def own(home: Path) -> Path:
    """The folder of the person's own routines."""
    folder = home / "config" / "routines"
    folder.mkdir(parents=True)
    return folder


def code(path: Path) -> str:
    document = read_file(path)
    (problem,) = document.problems
    assert (problem.place.line, problem.place.column, document.ok) == (1, 1, False)
    return problem.code


PRESETS = [
    "bedtime", "breath-478", "breath-box", "breath-coherent", "desk-break", "eyes-brow", "full-20",
    "headband", "jaw", "mini-massage", "partner-seated", "partner-supine", "pmr-upper",
    "pressure-points", "scalp-15", "self-points-daily", "shoulders", "suboccipital", "trial-quinn",
]  # fmt: skip


def names(origin: str) -> list[str]:
    return [entry.name for entry in entries() if entry.origin == origin]


def test_the_presets_are_there_and_the_demonstration_is_not() -> None:
    assert names("preset") == PRESETS
    assert names("own") == []
    assert all(entry.document.ok for entry in entries())
    assert library.demo().document.ok


def test_ones_own_lie_in_the_settings_and_in_named_folders(
    own: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (own / "b.yaml").write_text(GOOD.format("B"))
    (own / "a.yml").write_text(GOOD.format("A"))
    (own / "notes.txt").write_text("not a routine")
    more = tmp_path / "more"
    more.mkdir()
    (more / "c.yaml").write_text(GOOD.format("C"))
    monkeypatch.setenv("RELAX_COACH_ROUTINE_DIRS", f"{tmp_path / 'gone'}{os.pathsep}{more}")
    assert names("own") == ["a", "b", "c"]
    assert [entry.title for entry in entries() if entry.origin == "own"] == ["A", "B", "C"]


def test_ones_own_comes_before_the_preset_of_that_name(own: Path) -> None:
    assert find("shoulders").origin == "preset"
    (own / "shoulders.yaml").write_text(GOOD.format("Mine"))
    assert (find("shoulders").origin, find("shoulders").title) == ("own", "Mine")
    assert find("preset:shoulders").title == "Shoulder unload"
    assert names("preset") == PRESETS


def test_to_find_one_no_other_file_is_read(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = []
    monkeypatch.setattr(library, "read_file", lambda path: read.append(path.name))
    for name in ("a.yaml", "a.b.yml", "b.yaml", "shoulders.yml"):
        (own / name).write_text(GOOD.format("Mine"))
    for name in ("b", "a.b", "shoulders", "preset:shoulders"):
        find(name)
    with pytest.raises(NotFound, match="Did you mean shoulders"):
        find("shuolders")
    assert read == ["b.yaml", "a.b.yml", "shoulders.yml", "shoulders.yaml"]


def test_a_path_is_a_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.yaml").write_text(GOOD.format("Mine"))
    monkeypatch.chdir(tmp_path)
    for name in (str(tmp_path / "mine.yaml"), "mine.yaml", "./mine.yaml"):
        assert (find(name).name, find(name).title) == ("mine", "Mine")
    assert find("gone.yaml").document.problems[0].code == "not-a-file"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("mini-masage", "Did you mean mini-massage?"),
        ("desk_brake", "Did you mean desk-break?"),
        ("preset:shoulder", "Did you mean shoulders?"),
        ("my_neck", "Did you mean My_Nek?"),
        ("xyzzy", "`relax-coach list` shows them all."),
    ],
)
def test_an_unknown_name_gets_the_nearest_as_it_is_written(own: Path, name: str, hint: str) -> None:
    (own / "My_Nek.yaml").write_text(GOOD.format("Neck"))
    with pytest.raises(NotFound) as told:
        find(name)
    assert str(told.value).endswith(hint)
    if "mean" in hint:
        find(hint.removeprefix("Did you mean ").removesuffix("?"))


def test_a_name_cannot_steer_the_terminal(own: Path) -> None:
    (own / "ne\x1b[2Jck.yaml").write_text(GOOD.format("Neck"))
    for name in ("ne\x1b[2Jcc", "\x1b[31m"):
        with pytest.raises(NotFound) as told:
            find(name)
        assert "\x1b" not in str(told.value)


def test_a_broken_file_stays_in_the_list_and_hides_no_other(own: Path) -> None:
    (own / "broken.yaml").write_text("format: 1\ntitle: Broken\nsteps: [")
    (own / "good.yaml").write_text(GOOD.format("Good"))
    (own / "folder.yaml").mkdir()
    (own / "gone.yaml").symlink_to(own / "nowhere")
    assert names("own") == ["broken", "folder", "gone", "good"]
    assert find("broken").document.problems[0].code == "bad-yaml"
    assert [find(name).title for name in ("broken", "folder", "good")] == [
        "Broken",
        "folder",
        "Good",
    ]


def test_only_a_regular_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "dangling").symlink_to(tmp_path / "nowhere")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    for name in ("folder", "dangling", "loop", "gone", "a\x00b", "x" * 300):
        assert code(tmp_path / name) == "not-a-file"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFO here")
def test_a_pipe_or_a_device_cannot_hold_the_program_up(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    begun = time.perf_counter()
    assert code(tmp_path / "pipe.yaml") == "not-a-file"
    assert code(Path("/dev/zero")) == "not-a-file"
    assert code(Path("/dev/null")) == "not-a-file"
    assert time.perf_counter() - begun < 1


def test_a_huge_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(100 * 1024 * 1024)
    begun = time.perf_counter()
    assert code(tmp_path / "huge.yaml") == "too-large"
    assert time.perf_counter() - begun < 1


def test_a_link_to_a_routine_is_a_routine(tmp_path: Path) -> None:
    (tmp_path / "real.yaml").write_text(GOOD.format("Real"))
    (tmp_path / "link.yaml").symlink_to(tmp_path / "real.yaml")
    assert read_file(tmp_path / "link.yaml").ok


def test_a_preset_is_known_by_whatever_name_it_is_reached(tmp_path: Path) -> None:
    preset = library.find("preset:jaw").path
    copy, soft, hard = (tmp_path / name for name in ("copy.yaml", "soft.yaml", "hard.yaml"))
    copy.write_bytes(preset.read_bytes())
    soft.symlink_to(preset)
    found = {one.name: library.preset_at(one) for one in (preset, copy, soft)}
    assert [name for name, one in found.items() if one and one.name == "jaw"] == [
        "jaw.yaml", "soft.yaml",
    ]  # fmt: skip
    try:
        hard.hardlink_to(preset)
    except OSError:  # on another disk
        return
    same = library.preset_at(hard)
    assert same is not None and same.path == preset
