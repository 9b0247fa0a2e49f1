"""The sheet of `show`: what an author wrote, read at one glance."""

import json
from pathlib import Path

import pytest

from relax_coach.cli.program import run
from relax_coach.core import safety

FILE = """\
format: 1
title: A sheet
who: partner
needs: [a cushion]
dose: Twice a day.
cautions: []
steps:
  - repeat: 50
    title: Turns
    say: "{times} times the same."
    between: 5s
    steps:
      - {target: neck turn, technique: movement, side: alternate, hold: 3s, times: 2, say: Turn.}
      - repeat: 3
        steps: [{rest: 2s, say: Rest., sources: [A book]}]
  - {wait: yes, say: Ready?}
  - {wait: yes, for: 20s, say: Ready?}
"""


def steps_of(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    path.write_text(FILE)
    assert run(["show", str(path)]) == 0
    out = capsys.readouterr().out
    return out[out.index("How often:") : out.index("\nStop at once")]


def test_a_round_stands_there_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        steps_of(tmp_path / "a.yaml", capsys)
        == """\
How often: Twice a day.

1 to 200. Turns  (50 rounds, 5 seconds of rest between)
   50 times the same.

   1. Neck turn: slow movement  (0:12, left and right in turn, 2 times)
      Turn.

   2 to 4. 3 rounds

      2. Rest  (0:02)
         Rest.
         Source: A book

201. Wait  (until you go on)
   Ready?

202. Wait  (until you go on, 0:20 at most)
   Ready?
"""
    )


def test_who_it_is_for_what_it_needs_and_where_it_is_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(FILE)
    run(["show", str(tmp_path / "a.yaml")])
    out = capsys.readouterr().out
    assert "For two: the sides are those of who is massaged." in out
    assert "At hand: a cushion." in out
    assert "Source: A book\n" in out


@pytest.mark.parametrize("name", ["partner-seated", "trial-quinn"])
def test_a_question_to_the_receiver_takes_no_steps_place(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", name]) == 0
    assert safety.ASK_PRESSURE not in capsys.readouterr().out
    assert run(["show", name, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert len(told["steps"]) == len(told["safety"]["steps"])
    assert sum(step["work_s"] for step in told["steps"]) == told["work_s"]


def test_with_two_a_step_says_what_to_do_and_not_what_is_asked_before_it(
    capsys: pytest.CaptureFixture[str],
) -> None:
    run(["show", "partner-seated"])
    sheet = capsys.readouterr().out
    assert "Take the thick ridge of both shoulders" in sheet
    assert "Ask: is the pressure all right?" not in sheet
    run(["show", "partner-seated", "--json"])
    told = json.loads(capsys.readouterr().out)["steps"]
    assert len(told) == len({one["title"] for one in told})
    assert any("Take the thick ridge" in one["text"] for one in told)
