"""A list after the first says the same without reading, whatever was kept of the person since."""

import errno
import json
from datetime import date
from pathlib import Path

import pytest

from relax_coach.cli import listing
from relax_coach.cli.chosen import known_to_hold
from relax_coach.cli.program import run
from relax_coach.core.document import Document
from relax_coach.core.options import Options
from relax_coach.core.ruling import ALLOWED, LIMITED, REFUSED
from relax_coach.store import answers, catalogue, library

GOOD = "format: 1\ntitle: {}\ncautions: []\nsteps: [{{rest: 5s}}]\n"
NECK = GOOD.format("Neck").replace(
    "[{rest: 5s}]", "\n- target: neck_back\n  technique: knead\n  for: 30s"
)
FOR_TWO = NECK.replace("title: Neck", "title: For two\nwho: partner")


@pytest.fixture
def own(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's own routines, which were not touched for long, beside one preset."""
    folder = home / "config" / "routines"
    folder.mkdir(parents=True)
    shipped = tmp_path / "routines"
    shipped.mkdir()
    (shipped / "rest.yaml").write_text(GOOD.format("A preset"))
    monkeypatch.setattr(library.paths, "bundled", lambda name: tmp_path / name)
    monkeypatch.setattr(catalogue, "time_ns", lambda: 1 << 62)
    (folder / "bad.yaml").write_text(NECK.replace("30s", "soon"))
    (folder / "neck.yaml").write_text(NECK)
    (folder / "two.yaml").write_text(FOR_TWO)
    return folder


def listed(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    run(["list", *words])
    return "".join(capsys.readouterr())


def unread(path: Path) -> Document:
    pytest.fail(f"{path} was read")


def too_many_open(path: Path, n: int) -> bytes:
    raise OSError(errno.EMFILE, "Too many open files")


WAYS = [[], ["neck"], ["soon"], ["--tag", "x"], ["--who", "partner"], ["--max", "1m"], ["--json"]]


@pytest.mark.parametrize("words", WAYS, ids=" ".join)
def test_the_second_list_reads_nothing_and_says_the_same(
    own: Path,
    words: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = listed(capsys, *words)
    monkeypatch.setattr(library, "read_file", unread)
    assert listed(capsys, *words) == first


def test_own_answers_are_heeded_at_once_and_never_kept_with_it(
    own: Path, home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "you" not in listed(capsys)
    kept = (home / "cache" / catalogue.FILE).read_bytes()
    entries = library.entries()
    monkeypatch.setattr(library, "read_file", unread)
    seen = set()
    for word in ("anticoagulant", "migraine", "fever", "hands"):
        answers.forget()
        today = date.today()  # noqa: DTZ011 - the person's own day
        answers.keep_conditions({word: True}, today)
        answers.keep_signs({word} & {"fever"}, today)
        rows = json.loads(listed(capsys, "--json"))["routines"]
        for row, entry in zip(rows, entries, strict=True):
            routine = entry.document.routine
            result = known_to_hold(routine, Options())[1].result if routine else None
            assert row["safety"] == result
            seen.add(result)
        lines = listed(capsys).splitlines()
        assert [line.endswith("(not for you now)") for line in lines] == [
            row["safety"] == REFUSED for row in rows
        ]
    assert seen == {None, ALLOWED, LIMITED, REFUSED}
    assert (home / "cache" / catalogue.FILE).read_bytes() == kept


def test_with_another_voice_it_takes_another_time(
    own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    silent = listed(capsys, "neck")
    monkeypatch.setenv("RELAX_COACH_VOICE_NAME", "system")
    spoken = listed(capsys, "neck")
    assert spoken != silent
    monkeypatch.setenv("RELAX_COACH_VOICE_NAME", "off")
    assert listed(capsys, "neck") == silent


def test_a_file_that_could_not_be_opened_is_tried_again(
    own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    first = listed(capsys)
    (own.parent.parent / "cache" / catalogue.FILE).unlink()
    with monkeypatch.context() as at_first:
        at_first.setattr(library, "read_beginning", too_many_open)
        assert listed(capsys).count("(broken: Too many open files)") == 4
    assert listed(capsys) == first


def test_an_own_file_of_the_same_name_leaves_the_preset_where_it_is(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "rest.yaml").write_text(GOOD.format("Mine"))
    assert listed(capsys, "rest").splitlines() == [
        "preset:rest   0:21  A preset",
        "rest          0:21  Mine",
    ]
    assert listed(capsys, "a", "preset") == "preset:rest   0:21  A preset\n"
    names = [row["name"] for row in json.loads(listed(capsys, "--json"))["routines"]]
    assert "preset:rest" in names and "rest" in names, "each by which it is found"
    assert library.find("preset:rest").title == "A preset"
    assert library.find("rest").title == "Mine"
    (own / "rest.yaml").write_text("broken")
    assert listed(capsys, "rest").splitlines()[0] == "preset:rest   0:21  A preset"


def test_a_broken_file_neither_hides_nor_breaks_the_others(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (own / "gone.yaml").symlink_to("nowhere")
    (own / "folder.yaml").mkdir()
    (own / "no-text.yaml").write_bytes(b"\xff\xfe")
    (own / "lines.yaml").write_text('format: 1\ntitle: "a\\nb"\ncautions: []\nsteps: [{rest: 5s}]')
    for _ in range(2):
        rows = listed(capsys).splitlines()
        assert [row.split()[0] for row in rows] == [
            "rest", "bad", "folder", "gone", "lines", "neck", "no-text", "two",
        ]  # fmt: skip
        assert [row.split()[0] for row in rows if "(broken: " in row] == [
            "bad", "folder", "gone", "no-text",
        ]  # fmt: skip
        assert r"  a\nb" in rows[4]


@pytest.mark.parametrize(("patience", "told"), [(-1, 1), (60, 0)])
def test_who_waits_long_is_told_why_once(
    own: Path,
    patience: float,
    told: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(listing, "PATIENCE", patience)
    monkeypatch.setattr(listing, "is_terminal", lambda stream: True)
    assert listed(capsys).count("They are read once, and then known.") == told
    assert "They are read once" not in listed(capsys)


def test_a_folder_that_may_not_be_read_is_told(
    own: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "may not be read" not in listed(capsys)
    monkeypatch.setattr(library.os, "access", lambda path, how: False)
    assert f"{own} may not be read: nothing of it is listed." in listed(capsys)
