"""Files made to hurt: each is refused with a code, in time, in little memory, and in plain text."""

import json
import os
import re
import time
import tracemalloc
from pathlib import Path

import pytest

from relax_coach.cli.program import run
from relax_coach.core import document
from relax_coach.core.exits import Exit

pytestmark = pytest.mark.alone  # it is timed

TOP = "format: 1\ntitle: T\ncautions: []\n"
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
MOST_SECONDS = 0.5
"""Of the processor's time, on a slow machine; bench/check.py has the figures."""
MOST_MEMORY = 50 * 1024 * 1024


def laughs() -> str:
    """Nine lists, each of nine times the one before: a billion when written out."""
    rows = ["a: &a [ha]"]
    for one, other in zip("abcdefgh", "bcdefghi", strict=True):
        rows.append(f"{other}: &{other} [{', '.join([f'*{one}'] * 9)}]")
    return "\n".join(rows)


def repeats() -> str:
    """Four repeats of fifty in one another: 6,250,000 steps when written out."""
    text = TOP + "steps:\n"
    for depth in range(4):
        text += "    " * depth + "- repeat: 50\n" + "    " * depth + "  steps:\n"
    return text + "    " * 4 + "- {rest: 1s}\n"


def steps(row: str, times: int = 500) -> str:
    return TOP + "steps:\n" + f"- {row}\n" * times


FILES = {
    "laughs": (laughs(), "alias-not-allowed"),
    "repeats": (repeats(), "too-long"),
    "deep lists": ("[" * 30_000, "too-deep"),
    "deep mappings": ("{a: " * 30_000, "too-deep"),
    "deep blocks": ("- " * 100_000, "too-deep"),
    "many values": ("[" + "a," * 60_000 + "]", "too-large"),
    "many keys": (TOP + "".join(f"k{n}: 1\n" for n in range(12_000)), "too-large"),
    "many anchors": ("[" + "&a b," * 19_000 + "]", "alias-not-allowed"),
    "many problems": (steps("{rest: soon}"), "bad-duration"),
    "many steps": (steps("{rest: 1s}", 501), "out-of-range"),
    "one long value": (TOP + f"summary: {'ha ' * 80_000}\nsteps: [{{rest: 5s}}]", "out-of-range"),
    "one long word": (TOP + f"position: {'x_' * 120_000}\nsteps: [{{rest: 5s}}]", "unknown-word"),
    "one long key": (TOP + f"? {'x' * 250_000}\n: 1\nsteps: [{{rest: 5s}}]", "unknown-key"),
    "one long number": (steps("{rest: 5s, lead: " + "9" * 100_000 + "}", 1), "out-of-range"),
    "one long tag": (f"!<{'a' * 250_000}> x", "tag-not-allowed"),
    "many marks": (TOP + "summary: e" + "\u0301" * 100_000, "bad-character"),
    "many braces": (steps("{rest: 5s, say: '" + "{a}" * 150 + "'}"), "unknown-placeholder"),
    "Latin-1": (b"format: 1\ntitle: caf\xe9\n", "not-utf8"),
    "UTF-16": ((TOP + "steps: [{rest: 5s}]").encode("utf-16"), "not-utf8"),
    "zeros": (b"\0" * 200_000, "bad-character"),
    "noise": (bytes(range(256)) * 1_000, "not-utf8"),
    "nothing but lines": ("\n" * 250_000, "not-a-mapping"),
    "too much": ("#" * 262_145, "too-large"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_hostile_file_is_refused_in_time(name: str) -> None:
    made, code = FILES[name]
    data = made.encode() if isinstance(made, str) else made
    begun = time.process_time()
    found = document.read(data)
    assert time.process_time() - begun < MOST_SECONDS
    assert code in {problem.code for problem in found.problems}
    assert len(found.problems) <= 101


@pytest.mark.parametrize("name", ["laughs", "many values", "many problems", "one long key"])
def test_a_hostile_file_takes_little_memory(name: str) -> None:
    data = str(FILES[name][0]).encode()
    document.read(b"")  # what is loaded once does not count
    tracemalloc.start()
    document.read(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < MOST_MEMORY


@pytest.mark.parametrize("name", FILES)
def test_what_is_said_of_it_is_short_and_steers_nothing(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    made, _ = FILES[name]
    path = tmp_path / "hostile.yaml"
    path.write_bytes(made.encode() if isinstance(made, str) else made)
    assert run(["check", str(path)]) == Exit.FINDINGS
    out = capsys.readouterr().out
    assert not STEERING.search(out)
    assert max(map(len, out.split("\n"))) < 1_000


HOSTILE_NAMES = ["a\x1b]0;owned\x07", "\x1b[2J", "two\nlines", "\u202efdp", "\x9b31m", "[red]a"]


@pytest.mark.parametrize("name", HOSTILE_NAMES)
@pytest.mark.parametrize("command", ["check", "list", "show", "play"])
def test_a_hostile_file_name_is_seen_and_never_obeyed(
    name: str,
    command: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("RELAX_COACH_ROUTINE_DIRS", str(tmp_path))
    path = tmp_path / f"{name}.yaml"
    path.write_text(TOP + "steps: [{rest: soon}]")
    run([command] if command == "list" else [command, str(path)])
    told = "".join(capsys.readouterr())
    assert not STEERING.search(told)
    assert name.encode("unicode_escape").decode() in told


@pytest.mark.skipif(os.name == "nt", reason="a file name is text there")
def test_a_file_name_that_is_no_text_is_told_all_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = os.fsencode(tmp_path / "a") + b"\xff.yaml"
    Path(os.fsdecode(path)).write_text(TOP)
    assert run(["check", str(tmp_path)]) == Exit.FINDINGS
    assert r"a\udcff.yaml:1:1: error" in capsys.readouterr().out
    run(["check", str(tmp_path), "--json"])
    (file,) = json.loads(capsys.readouterr().out)["files"]
    assert os.fsencode(file["path"]) == path


def test_in_json_nothing_steers_the_terminal_either(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "\u202efdp\x9b31m.yaml"
    path.write_text(TOP + 'steps: [{rest: "漢字\\e[2J"}]', "utf-8")
    run(["check", str(path), "--json"])
    out = capsys.readouterr().out
    assert out.isascii() and not STEERING.search(out)
    assert json.loads(out)["files"][0]["path"] == str(path)
