"""`help`: codes, commands and the program, in words."""

import subprocess
import sys

import pytest

from relax_coach.cli.help import ALL
from relax_coach.cli.program import COMMANDS, run
from relax_coach.core.exits import Exit

LOADED = """
import sys
from relax_coach.cli.help import ALL
from relax_coach.cli.program import run
for word in ("", "play", "over-cap"):
    assert run(["help", *word.split()]) == 0
print("loaded:", *({"textual", "numpy"} & set(sys.modules)))
"""


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(list(words)) == Exit.DONE
    return capsys.readouterr().out


def test_a_code_is_explained_with_a_wrong_and_a_right_example(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert told(capsys, "help", "bad-duration") == (
        "bad-duration:\n"
        "  Not written as a duration.\n"
        "\n"
        "What to do:\n"
        "  Write it as 20s, 1m30s, 1:30 or 20, without a space.\n"
        "\n"
        "Wrong:\n"
        "  - rest: 10 sec\n"
        "\n"
        "Right:\n"
        "  - rest: 10s\n"
    )


def test_a_code_tells_what_it_warns_of_and_where_the_check_ends(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert "As a warning: The arms are up for long" in told(capsys, "help", "over-cap")
    assert "It ends the check." in told(capsys, "help", "newer-format")


@pytest.mark.parametrize("word", ALL)
def test_every_code_has_its_page(word: str, capsys: pytest.CaptureFixture[str]) -> None:
    page = told(capsys, "help", word)
    assert page.startswith(f"{word}:\n")
    assert all(f"\n  {line}\n" in page for line in ALL[word].wrong.splitlines())


@pytest.mark.parametrize(
    "words", [["UNKNOWN-WORD"], ["unknown_word"], ["unknown word"], ["Unknown", "word"]]
)
def test_a_code_is_read_like_every_word(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, "help", *words) == told(capsys, "help", "unknown-word")


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_shows_its_own_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "help", name) == told(capsys, name, "--help")


def test_alone_it_is_the_help_of_the_program(capsys: pytest.CaptureFixture[str]) -> None:
    assert told(capsys, "help") == told(capsys, "--help")


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("unknwon-word", "Did you mean 'unknown-word'?"),
        ("chekc", "Did you mean 'check'?"),
        ("zzz", "`check` tells the codes of a file."),
        ("\x1b[31m", "\\x1b[31m"),
    ],
)
def test_another_word_is_wrong_use(
    word: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["help", word]) == Exit.WRONG_USE
    shown = capsys.readouterr().err
    assert "There is no code or command" in shown and hint in shown
    assert "\x1b" not in shown


def test_it_loads_neither_screen_nor_sound() -> None:
    done = subprocess.run([sys.executable, "-c", LOADED], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "loaded:", done.stderr
