"""docs/journal.md names all that `journal` takes and gives."""

from datetime import UTC, datetime
from pathlib import Path

import click
import pytest

from relax_coach.cli.journal import command
from relax_coach.core.record import ENDINGS, OVERALL, Record

PAGE = (Path(__file__).resolve().parents[1] / "docs" / "journal.md").read_text("utf-8")


@pytest.mark.parametrize(
    "word", [*Record("s", datetime(2026, 3, 1, tzinfo=UTC)).as_json(), *ENDINGS, *OVERALL]
)
def test_every_field_of_the_record_is_described(word: str) -> None:
    assert f"`{word}`" in PAGE.partition("## The record")[2]


@pytest.mark.parametrize("name", sorted(command.commands))
def test_every_command_of_it_is_shown(name: str) -> None:
    assert f"journal {name}" in PAGE


@pytest.mark.parametrize("one", [command, *command.commands.values()], ids=lambda one: one.name)
def test_every_option_is_shown(one: click.Command) -> None:
    options = [option for option in one.params if isinstance(option, click.Option)]
    assert [option.opts[0] for option in options if option.opts[0] not in PAGE] == []
