"""A session in lines: what is said when, and what the keys do."""

import io
from dataclasses import replace
from typing import Any

import pytest
from small import small, timeline, unwritten

from relax_coach import speaker
from relax_coach.audio.arranger import Arranger
from relax_coach.audio.voice.manifest import can_decode
from relax_coach.core import keys, phrases, safety
from relax_coach.core.compile import compile_routine
from relax_coach.core.phrases import clock
from relax_coach.plain.keyboard import Keyboard
from relax_coach.plain.play import keys_of
from relax_coach.plain.script import lines, place
from relax_coach.plain.session import Session
from relax_coach.plain.writer import Writer
from relax_coach.player import Player
from relax_coach.store.settings import Settings


class Pulled:
    """An output that moves only when the test says so: half a second at each look."""

    name = "pulled"
    lost = False

    def __init__(self, total: int) -> None:
        self.at, self.total, self.playing = 0, total, False
        self.asides: list[Any] = []

    @property
    def position(self) -> int:
        return self.at * 48

    @property
    def ended(self) -> bool:
        return self.at >= self.total

    def play(self) -> None:
        self.playing = True

    def pause(self, aside: object = None) -> None:
        self.playing = False
        self.asides.append(aside)

    def seek(self, sample: int) -> None:
        self.at = sample // 48

    def load(self, score: object) -> None:
        self.total += 10_000

    def volume(self, gain: float) -> None:
        self.gain = gain

    def close(self) -> None:
        self.playing = False


class Typed(Keyboard):
    """Keys at given times of the session, in a pause at once; time moves at every look."""

    def __init__(self, output: Pulled, keys: dict[int, str]) -> None:
        super().__init__(None)
        self.live = True
        self.output, self.keys = output, keys

    def key(self, wait: float) -> str:
        for at in sorted(self.keys):
            if at <= self.output.at or not self.output.playing:
                return self.keys.pop(at)
        if self.output.playing:
            self.output.at += 500
        elif not self.keys:
            self.live = False  # nobody types any more
        return ""


def play(typed: dict[int, str]) -> tuple[int, str, Player]:
    out = io.StringIO()
    laid = timeline()
    output = Pulled(laid.total)
    player = Player(laid, output, Arranger({}), lambda: output)  # type: ignore
    session = Session(player, Typed(output, typed), Writer(out, 80), small(), unwritten())
    code = session.run()
    session.ask_after(code)
    return code, out.getvalue(), player


def test_the_script_says_steps_words_and_milestones() -> None:
    assert [text for _, text in lines(timeline())] == [
        "A tone begins each step, a chime ends it. Four of ten is clear, still pleasant.",
        "",
        "Step 1 of 2: Temple: small circles. Both sides. Pressure 3 of 10, light. 18 seconds.",
        "Rub the temple.",
        "Circle.", "Let go.", "2 of 3.", "Last one.",
        "",
        "Step 2 of 2: Top of the shoulder: kneading. Left side. "
        "Pressure 4 of 10, moderate. 30 seconds.",
        "Knead the left shoulder.",
        "Begin.", "Halfway.", "Ten seconds left.",
        "Change over. Now the right side.",
        "Begin.", "Halfway.", "Ten seconds left.",
        "Let your hands sink. One last easy breath. Open your eyes when you like.",
    ]  # fmt: skip


def test_who_goes_on_in_the_middle_is_told_where_the_hands_go() -> None:
    laid = timeline()
    work = next(one for one in laid.spans if (one.kind, one.side) == ("work", "right"))
    where = "step 2 of 2, Top of the shoulder: kneading. Right side. Pressure 4 of 10, moderate."
    assert place(laid, work.start, partner=False) == f"From {clock(work.start)} on: {where}"


def test_a_session_runs_to_its_end_without_a_key() -> None:
    code, said, player = play({})
    assert (code, player.finished) == (0, True)
    assert said.count("Step ") == 2
    assert said.rstrip().endswith("sharp pain now? y yes, any other key: no.")
    assert "\x1b" not in said


def test_pause_waits_and_space_goes_on() -> None:
    code, said, _ = play({6000: "space", 6001: "space"})
    assert code == 0
    assert "Paused. Take your time." in said


@pytest.mark.parametrize("key", ["?", "h"])
def test_help_tells_every_key_that_works_in_lines(key: str) -> None:
    _, said, _ = play({6000: key})
    told = " ".join(said.split())
    for one in keys.SESSION.in_lines:
        assert f"{', '.join(one.written)}: {one.does}." in told
    assert "ctrl+p" not in told and "click" not in told


def test_what_is_told_at_first_names_each_key_in_a_word() -> None:
    first = keys_of(small())
    assert first.startswith("Keys: space pause, n next, p back, s stay, ")
    assert "x stop" in first and first.endswith("? help, q end.")
    theirs = keys_of(replace(small(), who="partner"))
    assert theirs.startswith("The keys of who is massaged: x stop, e softer, s 10 seconds more. K")


def test_next_and_back_say_the_step_they_come_to() -> None:
    _, said, _ = play({6000: "n"})
    assert said.index("Step 1 of 2") < said.index("Step 2 of 2")
    assert "2 of 3." not in said
    _, said, _ = play({40_000: "p"})
    assert said.count("Step 2 of 2") == 2


def test_stay_adds_whole_presses() -> None:
    code, said, player = play({10_000: "s"})
    assert code == 0
    assert "12 more seconds here." in said
    assert player.timeline.total == timeline().total + 12_000


def test_x_stops_and_tells_the_rules() -> None:
    code, said, player = play({9000: "x", 9001: "q"})
    assert (code, player.finished) == (4, False)
    for rule in safety.STOP_RULES:
        assert rule in " ".join(said.split())
    code, said, player = play({9000: "x", 9001: "space"})
    assert (code, player.finished) == (0, True)


@pytest.mark.skipif(not can_decode(), reason="NOT PLAYED: miniaudio is missing")
def test_x_says_the_rules_too() -> None:
    voice, _ = speaker.voice_of(Settings(speaker="heart"))
    session, output = timeline(), Pulled(timeline().total)
    player = Player(session, output, Arranger({}, voice), lambda: output)  # type: ignore
    keyboard = Typed(output, {9000: "x", 9001: "q"})
    Session(player, keyboard, Writer(io.StringIO(), 80), small(), unwritten()).run()
    said, at_the_end = output.asides
    assert 30 < said.length / 48_000 < 60 and at_the_end is None


@pytest.mark.skipif(not can_decode(), reason="NOT PLAYED: miniaudio is missing")
def test_what_a_key_did_is_told_once_and_spoken() -> None:
    voice, _ = speaker.voice_of(Settings(speaker="heart"))
    assert voice is not None
    session = compile_routine("small", small(), speech=voice.length)
    out, output = io.StringIO(), Pulled(session.total)
    player = Player(session, output, Arranger({}, voice), lambda: output)  # type: ignore
    at = session.step_start(2) + 12_000
    Session(player, Typed(output, {at: "s"}), Writer(out, 80), small(), unwritten()).run()
    assert out.getvalue().count("10 more seconds here.") == 1
    assert phrases.LONGER not in out.getvalue()
    assert phrases.LONGER in {cue.text for cue in player.timeline.cues}


def test_q_asks_once_before_it_ends() -> None:
    code, said, _ = play({9000: "q", 9001: "y"})
    assert code == 3
    assert "Ended after 0:09." in said
    code, said, _ = play({9000: "q", 9001: "n"})
    assert code == 0


def test_the_opening_is_said_even_when_the_device_takes_it_at_once() -> None:
    class Quick(Pulled):
        def play(self) -> None:
            super().play()
            self.at += 400

    session, out = timeline(), io.StringIO()
    output = Quick(session.total)
    player = Player(session, output, Arranger({}), lambda: output)  # type: ignore
    Session(player, Typed(output, {6000: "n"}), Writer(out, 80), small(), unwritten()).run()
    assert out.getvalue().startswith("A tone begins each step")
    assert "Step 2 of 2" in out.getvalue()


def test_what_was_passed_over_is_not_counted_as_done() -> None:
    _, said, _ = play({1000: "n", 1001: "n", 1002: "n"})
    assert "Done: 0:09." in said


def test_easing_off_and_the_other_side_are_told() -> None:
    _, said, player = play({20_000: "e", 27_500: "o"})
    assert "Lighter: 2 of 10, light." in said
    assert "The right side first." in said
    pressed = [(span.target, span.side, span.pressure) for span in player.timeline.spans]
    assert ("temple", "both", 2) in pressed
    sides = [side for target, side, _ in pressed if target == "upper_trapezius"]
    assert sides[1] == "right"


EVERY = sorted(
    {name for one in keys.SESSION.all for name in one.all} - {"q", "x", "space", "k", "ctrl+c"}
)


@pytest.mark.parametrize("key", EVERY)
def test_no_key_of_the_full_screen_breaks_a_session_in_lines(key: str) -> None:
    code, said, _ = play({2_000: key})
    known = keys.SESSION.of(key)
    assert code == 0 and known is not None
    assert (f"{key} is for the full screen." in said) == (not known.lines and known.action != "")
