"""A session in lines: what is said when, and what the keys do."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from relax_coach import intake
from relax_coach.core import document, safety
from relax_coach.core.compile import compile_routine
from relax_coach.core.conditions import CONDITIONS, LASTING
from relax_coach.core.options import Options
from relax_coach.core.routine import Routine
from relax_coach.core.timeline import Timeline
from relax_coach.plain.keyboard import Keyboard
from relax_coach.plain.questions import Questions, Refused, TurnedBack
from relax_coach.plain.script import lines
from relax_coach.plain.session import Session, Writer
from relax_coach.player import Player
from relax_coach.store import answers

ROUTINE = b"""\
format: 1
title: A small session
cautions: []
steps:
  - target: sore spot
    technique: circles
    hold: 4s
    release: 2s
    times: 3
    say: Rub the {target}.
  - target: top of shoulder
    technique: knead
    side: each
    for: 30s
    say: Knead the {side} shoulder.
"""
TODAY = date(2026, 11, 23)


def small() -> Routine:
    routine = document.read(ROUTINE).routine
    assert routine is not None
    return routine


def timeline(options: Options | None = None) -> Timeline:
    return compile_routine("small", small(), options)


class Pulled:
    """An output that moves only when the test says so: half a second at each look."""

    name = "pulled"
    lost = False

    def __init__(self, total: int) -> None:
        self.at, self.total, self.playing = 0, total, False

    @property
    def position(self) -> int:
        return self.at * 48

    @property
    def ended(self) -> bool:
        return self.at >= self.total

    def play(self) -> None:
        self.playing = True

    def pause(self) -> None:
        self.playing = False

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


def play(keys: dict[int, str]) -> tuple[int, str, Player]:
    out = io.StringIO()
    session = timeline()
    output = Pulled(session.total)
    player = Player(session, output, lambda *_: None, lambda: output)  # type: ignore
    code = Session(player, Typed(output, keys), Writer(out, 80), small()).run()
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


def test_a_session_runs_to_its_end_without_a_key() -> None:
    code, said, player = play({})
    assert (code, player.finished) == (0, True)
    assert said.count("Step ") == 2
    assert said.rstrip().endswith("sharp pain now? y yes, any other key ends.")
    assert "\x1b" not in said


def test_pause_waits_and_space_goes_on() -> None:
    code, said, _ = play({6000: "space", 6001: "space"})
    assert code == 0
    assert "Paused. Take your time." in said


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


def test_q_asks_once_before_it_ends() -> None:
    code, said, _ = play({9000: "q", 9001: "y"})
    assert code == 3
    assert "Ended after 0:09." in said
    code, said, _ = play({9000: "q", 9001: "n"})
    assert code == 0


def test_something_wrong_after_the_end_is_told_what_to_do() -> None:
    code, said, _ = play({timeline().total + 5_000: "y"})
    assert code == 0
    assert safety.HURT_TITLE in said
    assert "No more pressing today." in said


class Answers(Keyboard):
    """A person at a terminal who types these lines."""

    def __init__(self, *typed: str) -> None:
        super().__init__(None)
        self.live = True
        self.typed: Iterator[str] = iter(typed)

    def line(self) -> str:
        return next(self.typed)


@pytest.fixture
def asked_before() -> None:
    """Every condition was denied yesterday."""
    intake.keep_conditions(dict.fromkeys(CONDITIONS, False), TODAY - timedelta(days=1))


def ask(*typed: str, skip: bool = False) -> tuple[Options, list[str]]:
    routine = document.read(ROUTINE).routine
    assert routine is not None
    said: list[str] = []
    asked = Questions(Answers(*typed), said.append)
    return asked.answered(routine, Options(), TODAY, skip), said


@pytest.mark.usefixtures("asked_before")
def test_todays_signs_are_asked_once_a_day() -> None:
    assert ask("n", "jaw", "l")[0] == Options(side="left", spot="masseter")
    assert answers.signs_clear_on(TODAY)
    options, said = ask("", "")
    assert options == Options(spot="temple")
    assert not [line for line in said if line.startswith(safety.QUESTION)]


@pytest.mark.usefixtures("asked_before")
def test_a_danger_sign_ends_it_before_the_first_press() -> None:
    with pytest.raises(Refused):
        ask("y", "1")
    assert not answers.signs_clear_on(TODAY)


def test_conditions_are_asked_once_and_each_tells_its_reason_on_demand() -> None:
    number = str([row.word for row in LASTING].index("pregnancy") + 1)
    options, said = ask("what?", f"{number}?", number, "n", "temple", "")
    assert options.held == {"pregnancy"}
    assert f"{number}. Pregnant?" in said
    assert f"Pregnant: {CONDITIONS['pregnancy'].reason}" in said
    assert ask("temple", "")[0].held == {"pregnancy"}, "and remembered"


def test_who_will_be_massaged_is_asked_each_time_and_must_say_yes() -> None:
    two = replace(small(), who="partner")
    said: list[str] = []
    for _ in range(2):
        questions = Questions(Answers("n", "n", "y", "temple", ""), said.append)
        assert questions.answered(two, Options(), TODAY, False).held == frozenset()
    assert said.count(safety.THEIR_CONDITIONS_TITLE) == 2
    with pytest.raises(TurnedBack):
        Questions(Answers("n", "n", "n"), said.append).answered(two, Options(), TODAY, False)


@pytest.mark.usefixtures("asked_before")
def test_a_spot_that_may_not_be_pressed_is_asked_again() -> None:
    options, said = ask("n", "throat", "forehead")
    assert options == Options(spot="forehead")
    assert any(line.startswith("These can be chosen: ") for line in said)


def test_nobody_to_answer_means_light_and_off_the_neck(tmp_path: Path) -> None:
    routine = document.read(ROUTINE).routine
    assert routine is not None
    said: list[str] = []
    options = Questions(Keyboard(None), said.append).answered(routine, Options(), TODAY, True)
    assert options == Options(held=frozenset({"nobody"}))
    assert safety.SPOKEN_STOP in said[0]
    assert not answers.signs_clear_on(TODAY)
    assert max(span.pressure or 0 for span in timeline(options).spans) == 2


def test_the_opening_is_said_even_when_the_device_takes_it_at_once() -> None:
    class Quick(Pulled):
        def play(self) -> None:
            super().play()
            self.at += 400

    session, out = timeline(), io.StringIO()
    output = Quick(session.total)
    player = Player(session, output, lambda *_: None, lambda: output)  # type: ignore
    Session(player, Typed(output, {6000: "n"}), Writer(out, 80), small()).run()
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
