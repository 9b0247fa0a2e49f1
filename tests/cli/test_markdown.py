"""`show --markdown`: the sheet to send; what an author wrote stays text."""

from pathlib import Path

import pytest

from relax_coach.cli.markdown import escaped
from relax_coach.cli.program import run
from relax_coach.core.exits import Exit

ROUTINE = """format: 1
title: "# Mine *is* <b>bold</b>"
summary: "1. one [a](b)"
cautions: []
sources: ["- a `source`"]
steps:
  - repeat: 2
    steps:
      - {target: jaw, technique: knead, side: left, for: 20s, say: "Softly_now_."}
  - {rest: 10s}
"""


def test_titles_steps_and_sources_and_no_mark_of_the_author(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (path := tmp_path / "a.yaml").write_text(ROUTINE)
    assert run(["show", str(path), "--markdown"]) == Exit.DONE
    told = capsys.readouterr().out.splitlines()
    assert told[0] == r"# \# Mine \*is\* \<b\>bold\</b\>"
    assert r"1\. one \[a\](b)" in told
    steps = told[told.index("## Steps") + 2 :]
    assert steps[0] == "- **2 rounds**"
    assert steps[1].startswith("  1. **Jaw muscle: kneading** (0:20, left, ")
    assert steps[2] == r"     Softly\_now\_."
    assert steps[3].startswith("3. **Rest** (0:10)")
    assert r"- \- a \`source\`" in told


@pytest.mark.parametrize("name", ["mini-massage", "partner-seated", "full-20"])
def test_every_kind_of_preset_has_one(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", name, "--markdown"]) == Exit.DONE
    told = capsys.readouterr().out
    assert told.startswith("# ") and "## Stop at once" in told and "\n\n\n" not in told


def test_one_way_out_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "jaw", "--markdown", "--json"]) == Exit.WRONG_USE
    assert "one at a time" in capsys.readouterr().err


def test_what_begins_like_a_list_is_text() -> None:
    assert [escaped(one) for one in ("- a", "+ b", "3) c", "4. d", "e - f")] == [
        r"\- a", r"\+ b", r"3\) c", r"4\. d", "e - f",
    ]  # fmt: skip
