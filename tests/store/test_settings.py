"""What a person set, where it came from, and a plain word about what cannot be used."""

import os
from pathlib import Path

import pytest

from relax_coach.store import settings
from relax_coach.store.settings import Settings, load


@pytest.fixture
def file(home: Path) -> Path:
    """The file of settings; it is not there yet."""
    (home / "config").mkdir(parents=True)
    return home / "config" / "config.toml"


def test_without_a_file_everything_is_as_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RELAX_COACH_VOICE_NAME")
    assert load() == Settings()


def test_the_file_is_read(file: Path) -> None:
    file.write_text(
        '[sound]\noutput = "simpleaudio"\ndevice = "Kopfhörer"\ncues = 3\nvoice = 0\n'
        '[sounds]\npress = "tap.ogg"\nend = "/far/bell.wav"\n',
        encoding="utf-8",
    )
    found = load()
    assert (found.output, found.device, found.cues, found.voice) == (
        "simpleaudio", "Kopfhörer", 3, 0,
    )  # fmt: skip
    assert dict(found.own_sounds) == {
        "press": file.parent / "tap.ogg",
        "end": Path("/far/bell.wav"),
    }
    assert (found.ambience, found.problems) == (10, ())


def test_the_command_line_beats_the_environment_beats_the_file(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('[sound]\noutput = "none"\ncues = 3\ndevice = "a"\n')
    monkeypatch.setenv("RELAX_COACH_SOUND_OUTPUT", "miniaudio")
    monkeypatch.setenv("RELAX_COACH_SOUND_CUES", "5")
    monkeypatch.setenv("RELAX_COACH_SOUNDS_PRESS", "p.wav")
    found = load()
    assert (found.output, found.cues, found.device) == ("miniaudio", 5, "a")
    assert found.own_sounds["press"] == file.parent / "p.wav"
    over = found.over("simpleaudio", "b")
    assert (over.output, over.device, over.cues) == ("simpleaudio", "b", 5)
    assert (found.over(None, None), found.over(None, "").device) == (found, "")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[sound]\ncues = 11", "line 2: `cues` is a whole number from 0 to 10, not 11."),
        ("[sound]\ncues = true", "line 2: `cues` is a whole number from 0 to 10, not True."),
        ("[sound]\ncues = 0.5", "line 2: `cues` is a whole number from 0 to 10, not 0.5."),
        ('[sound]\noutput = "trumpet"', "line 2: `output` is one of auto, miniaudio"),
        ("\n[sound]\ndevice = 3", "line 3: `device` is a part of a device's name, in quotes."),
        ("[sound]\nouput = 1", "line 2: there is no setting `sound.ouput`. Did you mean `output`"),
        ("[sounds]\nsay = 'a'", "line 2: there is no setting `sounds.say`."),
        ("[sounds]\npress = ''", "line 2: `press` is the path of a sound file, in quotes."),
        ("[sounds]\npress = '~nobody-x/a'", "line 2: `press` begins with ~, and nobody of that"),
        ("theme = 'nrod'", "line 1: `theme` is the name of a theme, not nrod: did you mean nord?"),
        ("theme = 3", "line 1: `theme` is the name of a theme, not 3: ours are relax, relax-light"),
        ("them = 'nord'", "line 1: there is no setting `them`. Did you mean `theme` above all tab"),
        ("[sound]\ntheme = 'nord'", "`sound.theme`. Did you mean `theme` above all tables?"),
        ("theme.name = 'nord'", "there is no setting `theme.name`."),
        ("sound = 3", "line 1: `sound` is no table of settings."),
        ("[sound\n", "not TOML, so nothing of it is used"),
        ("x = " + 20_000 * "[", "not TOML, so nothing of it is used: nested too deeply."),
        ("[sound]\ncues = " + "9" * 5_000, "not TOML, so nothing of it is used"),
        ("#" * 70_000, "larger than 64 KiB, so nothing of it is used."),
        ('["\\u001b[2J"]\na = 1', r"there is no setting `\x1b[2J.a`."),
    ],
)
def test_what_cannot_be_used_is_told_with_its_place(file: Path, text: str, told: str) -> None:
    file.write_text(text)
    (problem,) = load().problems
    assert problem.startswith("config.toml") and told in problem, problem
    assert "\x1b" not in problem


def test_a_broken_line_costs_only_itself(file: Path) -> None:
    file.write_text('[sound]\ncues = 99\nvoice = 4\n[sounds]\npress = 1\nend = "e.wav"\n')
    found = load()
    assert (found.cues, found.voice, list(found.own_sounds)) == (10, 4, ["end"])
    assert len(found.problems) == 2


def test_a_theme_may_be_one_of_textual_and_come_from_the_environment(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.write_text('theme = "relax-light"\n')
    assert load().theme == "relax-light"
    monkeypatch.setenv("RELAX_COACH_THEME", "catppuccin-mocha")
    assert (load().theme, load().problems) == ("catppuccin-mocha", ())


def test_a_variable_that_cannot_be_used_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RELAX_COACH_SOUND_OUTPUT", "trumpet")
    (problem,) = load().problems
    assert problem.startswith("RELAX_COACH_SOUND_OUTPUT: `output` is one of auto")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_a_folder_and_bytes_do_not_hold_it_up(file: Path) -> None:
    os.mkfifo(file)
    assert load().problems == ("config.toml: cannot be read (this is not a regular file).",)
    file.unlink()
    file.mkdir()
    assert load().problems == ("config.toml: cannot be read (this is not a regular file).",)
    file.rmdir()
    file.write_bytes(b"\xff\xfe[\x00")
    assert load().problems == (
        "config.toml: not UTF-8, so nothing of it is used: save it as UTF-8.",
    )


def test_every_setting_has_its_place(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("RELAX_COACH_VOICE_NAME")
    values = {"output": "none", "device": "d", "name": "heart", "theme": "nord"}
    for name in settings.TAKERS.keys() - {"routine_dirs"}:  # which takes a list
        table, _, key = name.rpartition(".")
        value = "a.wav" if table == "sounds" else values.get(key, 5)
        file.write_text(f"{f'[{table}]' if table else ''}\n{key} = {value!r}\n")
        found = load()
        field = "speaker" if key == "name" else key
        taken = found.own_sounds[key].name if table == "sounds" else getattr(found, field)
        assert (taken, found.problems) == (value, ())
