"""`new --copy` and `--json`: the title stands where it stood, and no key is lost."""

from pathlib import Path

import pytest
from own_file import GOOD

from relax_coach.cli.program import run
from relax_coach.core.exits import Exit
from relax_coach.store import library

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        GOOD.replace("title: Mine [bold]", '"title": "Mine: \\"ü\\"" # so'),
        GOOD.replace("title: Mine [bold]", "'title'  :   'It''s'"),
        "{format: 1, title: Mine, cautions: [], steps: [{title: Mine, rest: 5s}]}",
    ],
)
def test_a_copy_has_its_own_title_however_that_was_written(
    text: str, mine: Path, folder: Path
) -> None:
    mine.write_text(text)
    assert run(["new", "b", "--copy", str(mine), "--title", 'Say "New": #1']) == Exit.DONE
    copy, old = library.find("b").document.routine, library.find(str(mine)).document.routine
    assert copy is not None and old is not None and copy.title == 'Say "New": #1'
    assert [step.title for step in copy.steps] == [step.title for step in old.steps]
    assert ("# so" in text) is ("# so" in (folder / "b.yaml").read_text())


@pytest.mark.parametrize(
    "title", [">-\n  Mine\n  too", "|\n  Mine", "Mine\n  too", '"Mine\n  too"']
)
def test_a_title_in_several_lines_is_not_half_replaced(
    title: str, mine: Path, folder: Path, capsys: Captured
) -> None:
    mine.write_text(GOOD.replace("Mine [bold]", title))
    assert run(["new", "b", "--copy", str(mine), "--title", "New"]) == Exit.WRONG_USE
    assert "has no title in one line" in capsys.readouterr().err and not folder.exists()


def test_a_key_that_stands_twice_in_json_is_told(
    tmp_path: Path, folder: Path, capsys: Captured
) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"format": 1, "title": "T", "steps": [{"rest": "5s"}], "steps": []}')
    assert run(["new", "b", "--json", str(path)]) == Exit.WRONG_USE
    assert "the key 'steps' stands twice in one object" in capsys.readouterr().err
    assert not folder.exists()
