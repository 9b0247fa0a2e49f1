"""A session's sentences, spoken before it begins: whatever a voice does, the session goes on."""

import shutil
import sys
import time
import wave
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from relax_coach.audio.voice import system
from relax_coach.audio.voice.cache import Cache
from relax_coach.audio.voice.prepare import prepare
from relax_coach.audio.voice.speech import both_sides
from relax_coach.audio.voice.system import SystemVoice


def runs(number: str) -> bool:
    """Whether a process runs: one that has ended and was not yet asked how has no arguments."""
    try:
        return Path("/proc", number, "cmdline").read_bytes() != b""
    except OSError:
        return False


def test_each_is_spoken_once_then_found(espeak: str, cache: Cache) -> None:
    told: list[tuple[int, int]] = []
    wanted = ["Left temple.", "Now the right.", "Left temple."]
    first = prepare(wanted, [SystemVoice()], cache, lambda done, of: told.append((done, of)))
    assert list(first.spoken) == ["Left temple.", "Now the right."] and first.notes == ()
    assert [row for row in dict.fromkeys(told) if row[0]] == [(1, 2), (2, 2)], "and looks between"
    again = prepare(wanted, [SystemVoice()], cache, process=["no-such-program"])
    assert {len(one) for one in again.spoken.values()} == {len(o) for o in first.spoken.values()}
    assert both_sides(again.spoken["Left temple."]).shape[1] == 2


def test_hostile_texts_are_spoken_or_left_out_with_a_word(
    espeak: str, cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    spoken = ["--help; rm -rf ~ $(id)", "Rest,\nthen \x01go on. " * 8, '"\\u0000" {side}']
    left_out = ["🙂🙂🙂", "استرخ الآن"]
    prepared = prepare([*left_out, *spoken], [SystemVoice()], cache)
    assert list(prepared.spoken) == spoken
    assert prepared.notes == ()


def test_four_thousand_characters_are_spoken_in_parts(
    stand_in: Callable[[str], None], cache: Cache, tmp_path: Path
) -> None:
    with wave.open(str(tmp_path / "beep.wav"), "wb") as beep:
        beep.setnchannels(1)
        beep.setsampwidth(2)
        beep.setframerate(22_050)
        beep.writeframes((np.sin(np.arange(2_205) / 10) * 9_000).astype("<i2").tobytes())
    stand_in(f"cat >> {tmp_path}/said; echo >> {tmp_path}/said; exec cat {tmp_path}/beep.wav")
    long = ("press and let go, " * 222).strip()
    prepared = prepare([long, "long, " * 10_000], [SystemVoice()], cache)
    said = (tmp_path / "said").read_text().splitlines()
    assert " ".join(said) == long and len(said) == 11
    assert list(prepared.spoken) == [long] and prepared.notes == ()
    assert 11 * 0.1 + 10 * 0.15 < len(prepared.spoken[long]) / 48_000 < 11 * 0.17 + 10 * 0.15


def test_a_voice_that_crashes_is_told_once_and_not_asked_for_ever(
    stand_in: Callable[[str], None], cache: Cache
) -> None:
    stand_in("kill -SEGV $$")
    prepared = prepare([f"Sentence {n}." for n in range(50)], [SystemVoice()], cache)
    assert prepared.spoken == {}
    assert prepared.notes == ("espeak-ng ended with an error.",)


def test_one_that_hangs_is_ended_with_all_it_started(
    stand_in: Callable[[str], None], cache: Cache, tmp_path: Path
) -> None:
    stand_in(f"echo $$ >> {tmp_path}/begun; sleep 60")
    begun = time.monotonic()
    prepared = prepare(["One."], [SystemVoice()], cache, within=2)
    assert time.monotonic() - begun < 10
    assert prepared.notes == ("The system voice gave no answer in time.",)
    number = (tmp_path / "begun").read_text().strip()
    while runs(number):
        assert time.monotonic() - begun < 20


def test_one_that_does_not_tell_its_version_is_asked_for_it_once(
    stand_in: Callable[[str], None], cache: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "VERSION_WITHIN", 0.5)
    stand_in("")
    program = tmp_path / "bin" / "espeak-ng"
    program.write_text(f"#!/bin/sh\nsleep 60 &\necho $! >> {tmp_path}/begun\nwait\n")
    prepared = prepare(["One.", "Two."], [SystemVoice()], cache)
    assert prepared.notes == ("espeak-ng gave no answer within 0.5 seconds.",)
    begun = (tmp_path / "begun").read_text().split()
    assert len(begun) == 1
    while runs(begun[0]):  # what it started ends with it
        time.sleep(0.01)


def test_one_bad_sentence_does_not_cost_the_others(
    espeak: str, stand_in: Callable[[str], None], cache: Cache
) -> None:
    stand_in(f'said=$(cat); case $said in *bad*) exit 1;; esac; echo "$said" | {espeak} "$@"')
    prepared = prepare(["Good.", "A bad one.", "Good again."], [SystemVoice()], cache)
    assert list(prepared.spoken) == ["Good.", "Good again."]
    assert prepared.notes == ("espeak-ng ended with an error.",)


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("import os; os.abort()", "ended in the middle"),
        ("print('hello' * 10_000)", "ended in the middle"),
        ("print('spoken 999999999999')", "ended in the middle"),
        ("print('spoken 100')", "ended in the middle"),
        ("print('failed No voice today.')", "No voice today."),
    ],
)
def test_a_process_that_does_otherwise_is_told(
    does: str, told: str, stand_in: Callable[[str], None], cache: Cache
) -> None:
    stand_in("")
    prepared = prepare(["Rest."], [SystemVoice()], cache, process=[sys.executable, "-c", does])
    assert told in prepared.notes[0] and prepared.spoken == {}


def test_it_takes_no_longer_than_all_may_take(
    stand_in: Callable[[str], None], cache: Cache
) -> None:
    stand_in("")
    prepared = prepare(["One.", "Two."], [SystemVoice()], cache, all_within=0)
    assert prepared.notes == ("Speaking takes too long here: the rest is not prepared.",)


def test_a_cache_deleted_in_between_is_made_anew(espeak: str, cache: Cache, tmp_path: Path) -> None:
    prepare(["Rest."], [SystemVoice()], cache)
    shutil.rmtree(tmp_path / "cache")
    prepared = prepare(["Rest."], [SystemVoice()], cache)
    assert list(prepared.spoken) == ["Rest."] and prepared.notes == ()
    assert len(list((tmp_path / "cache" / "voice").iterdir())) == 1


def test_a_cache_that_cannot_be_written_costs_one_sentence(espeak: str, tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    prepared = prepare(["Rest.", "Go on."], [SystemVoice()], Cache(tmp_path / "cache" / "voice"))
    assert len(prepared.spoken) == 2
    (note,) = prepared.notes
    assert "cannot be kept" in note


def test_what_one_voice_cannot_say_the_next_one_says(
    espeak: str, stand_in: Callable[[str], None], cache: Cache
) -> None:
    stand_in("exit 1")
    failing = SystemVoice()
    working = SystemVoice()
    working.program = espeak
    prepared = prepare(["One.", "Two.", "Three."], [failing, working], cache)
    assert list(prepared.spoken) == ["One.", "Two.", "Three."]
    assert prepared.notes == ("espeak-ng ended with an error.",)


def test_without_any_voice_all_is_left_to_the_screen(cache: Cache) -> None:
    prepared = prepare(["One.", "Two."], [], cache)
    assert prepared.spoken == {} and prepared.notes == ()


def test_who_stops_it_leaves_no_process(stand_in: Callable[[str], None], cache: Cache) -> None:
    stand_in("")

    def stop(done: int, of: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        prepare(["Rest."], [SystemVoice()], cache, stop)
