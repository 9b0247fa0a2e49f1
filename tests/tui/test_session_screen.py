"""A session: every key and its effect, how it ends, and what is seen at which moment."""

from typing import Any

import pytest
from textual.events import Key

from relax_coach import coach
from relax_coach.audio.outputs import NoSound
from relax_coach.audio.voice.manifest import can_decode
from relax_coach.core import safety
from relax_coach.core.speech import sentences
from relax_coach.core.timeline import Timeline
from relax_coach.store.settings import Settings

pytestmark = pytest.mark.usefixtures("clear_today")

# desk-break: 1 breath 13.0-43.0, 2 rolls from 43.0, 3 knead lead 72.0, left 80.0-100.0,
# switch to 105.0, right to 125.0; 275.8 in all.
KNEAD = 90


KEYS = [
    (["n"], 125.0, ""),
    (["right"], 125.0, ""),
    (["pagedown"], 125.0, ""),
    (["p"], 72.0, ""),
    (["left"], 72.0, ""),
    (["pageup", "p"], 43.0, ""),
    (["a"], 72.0, "Once more, from the beginning of this step."),
    (["plus"], 90.0, "Volume 9 of 10."),
    (["equals_sign"], 90.0, "Volume 10 of 10."),
    (["minus"], 90.0, "Volume 9 of 10."),
    (["m"], 90.0, "Sound off."),
    (["m"], 90.0, "Sound on."),
    (["space"], 90.0, "Paused. Take your time."),
    (["k"], 90.0, "Going on."),
    (["s"], 90.0, "10 more seconds here."),
    (["e"], 90.0, "Lighter: 3 of 10, light."),
    (["o"], 90.0, "Here both sides have their turn."),
]


async def test_every_key_and_what_it_does(open_app: Any) -> None:
    async with open_app("desk-break") as opened:
        for keys, at, told in KEYS:
            await opened.go_to(KNEAD)
            await opened.press(*keys)
            assert opened.at == pytest.approx(at, abs=1), keys
            assert told in opened.text


async def test_stay_makes_the_session_longer(open_app: Any) -> None:
    async with open_app("desk-break") as opened:
        await opened.go_to(KNEAD)
        before = opened.player.timeline.total
        await opened.press("s", "s")
        assert opened.player.timeline.total == before + 20_000
        assert opened.stage.output.scores == 2
        assert "10 more seconds here." in opened.text


async def test_the_state_of_the_sound_is_in_words(open_app: Any) -> None:
    async with open_app("desk-break") as opened:
        assert "volume 8" in opened.text
        await opened.press("m")
        assert "sound off" in opened.text
        assert opened.stage.output.gain == 0
        await opened.press("plus")
        assert "volume 9" in opened.text


async def test_a_click_anywhere_pauses_and_goes_on(open_app: Any) -> None:
    async with open_app("desk-break") as opened:
        await opened.pilot.click(offset=(30, 12))
        await opened.settle()
        assert opened.player.paused and not opened.stage.output.playing
        assert "PAUSED" in opened.text
        await opened.pilot.click(offset=(2, 22))
        await opened.settle()
        assert not opened.player.paused and "PAUSED" not in opened.text


async def test_something_is_wrong_stops_at_once_and_space_goes_on(open_app: Any) -> None:
    async with open_app("desk-break", size=(80, 40)) as opened:
        await opened.press("x")
        assert not opened.stage.output.playing
        for expected in (safety.STOP_TITLE, *safety.STOP_RULES, safety.STOP_DO, safety.STOP_LATER):
            assert expected in opened.said
        assert "Pain or tingling that runs down an arm" in opened.said
        await opened.press("space")
        assert opened.screen == "SessionScreen" and opened.stage.output.playing
        await opened.press("x", "q")
        assert opened.screen == "DonePage", "also before a step was begun it is asked"
        await opened.settle()
        await opened.press("n")
    assert opened.app.return_value == 4
    assert opened.stage.output.closed and opened.stage.awake == 0


@pytest.mark.skipif(not can_decode(), reason="NOT PLAYED: miniaudio is missing")
async def test_the_stop_rules_are_said_too(open_app: Any) -> None:
    spoken = Settings(speaker="heart")
    async with open_app("desk-break", settings=spoken) as opened:
        await opened.press("x")
        said = opened.stage.output.aside
        assert len(said.events) == len(sentences(safety.stop_said("self", ["One more."])))
        assert 30 < said.length / 48_000 < 60
        await opened.press("space", "v", "x")
        assert opened.stage.output.aside is None, "the voice is off"


async def test_ending_asks_once_and_no_goes_on_as_it_was(open_app: Any) -> None:
    async with open_app("desk-break") as opened:
        await opened.press("q")
        assert "End here?" in opened.text and not opened.stage.output.playing
        await opened.press("n")
        assert opened.stage.output.playing
        await opened.press("space", "q", "n")
        assert not opened.stage.output.playing, "it was paused before"
        await opened.press("q", "y")
    assert opened.app.return_value == 3
    assert opened.stage.output.closed and opened.stage.awake == 0


@pytest.mark.parametrize("before", [[], ["x"]])
async def test_ctrl_c_ends_from_everywhere(open_app: Any, before: list[str]) -> None:
    async with open_app("desk-break") as opened:
        assert opened.stage.awake == 1
        await opened.press(*before, "ctrl+c")
    assert opened.app.return_value == 130
    assert opened.stage.output.closed and opened.stage.awake == 0


async def test_a_session_played_to_its_end_says_what_was_done(open_app: Any) -> None:
    async with open_app("mini-massage", yes=True) as opened:
        for second in range(118):
            opened.stage.output.position = second * 48_000
            opened.look()
        opened.stage.output.ended = True
        await opened.go_to(117.1)
        await opened.settle()
        assert "1:55, 3 steps." in opened.said
        assert safety.EXPECTED in opened.said
        await opened.press("j")
    assert opened.app.return_value == 0
    assert opened.stage.output.closed and opened.stage.awake == 0


async def test_more_keys_than_the_last_page_needs_are_nothing(open_app: Any) -> None:
    async with open_app("desk-break") as opened:
        opened.stage.output.ended = True
        opened.look()
        await opened.settle()
        assert opened.screen == "DonePage"
        page = opened.app.screen
        for _ in range(5):
            page.post_message(Key("n", "n"))
        await opened.settle()
    assert opened.app.return_value == 0


async def test_what_was_skipped_is_not_done(open_app: Any) -> None:
    async with open_app("mini-massage", yes=True) as opened:
        for second in range(16):
            opened.stage.output.position = second * 48_000
            opened.look()
        await opened.press("n", "n", "n")
        opened.stage.output.ended = True
        opened.look()
        await opened.settle()
        assert "0:15, 1 step." in opened.said


async def test_the_end_waits_for_the_page_that_stands_over_it(open_app: Any) -> None:
    async with open_app("desk-break") as opened:
        await opened.press("f1")
        opened.stage.output.ended = True
        opened.look()
        await opened.settle()
        assert opened.screen == "HelpPage"
        await opened.press("j")
        opened.look()
        await opened.settle()
        assert opened.screen == "DonePage"


async def test_from_step_begins_there(open_app: Any) -> None:
    async with open_app("desk-break", from_step=3) as opened:
        assert opened.at == pytest.approx(72.0, abs=0.5)
        assert "step 3 of 7" in opened.text


async def test_why_there_is_no_sound_is_said(open_app: Any, stage: Any) -> None:
    stage.notes = ("No sound device was found.",)
    async with open_app("desk-break") as opened:
        assert "No sound device was found." in opened.said


async def test_a_named_output_that_is_not_there_ends_with_the_reason(
    open_app: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def start(timeline: Timeline, settings: Settings, muted: bool) -> None:
        raise NoSound("the sound library is not installed")

    monkeypatch.setattr(coach, "start", start)
    named = Settings(output="miniaudio", speaker="off")
    async with open_app("desk-break", settings=named) as opened:
        pass
    assert str(opened.app.failure) == "the sound library is not installed"


async def test_a_lost_device_is_told_and_the_session_goes_on(open_app: Any) -> None:
    async with open_app("desk-break") as opened:
        first = opened.stage.output
        first.lost = True
        opened.look()
        await opened.settle()
        assert "goes on in silence" in opened.said
        assert (first.closed, opened.stage.output.playing) == (True, True)


async def test_the_output_is_let_go_when_the_program_breaks(open_app: Any, stage: Any) -> None:
    def breaks() -> None:
        raise RuntimeError("broken")

    with pytest.raises(RuntimeError):
        async with open_app("desk-break") as opened:
            opened.session.call_later(breaks)
            await opened.settle()
    assert stage.output.closed and stage.awake == 0


async def test_help_shows_only_keys_that_work(open_app: Any) -> None:
    async with open_app("desk-break") as opened:
        await opened.press("question_mark")
        assert "stay: 10 more seconds here" in opened.text
        for told in ("ease off: lighter on this spot", "the other side too, or first"):
            assert told in opened.text
        assert "dark: the screen goes black, the sound goes on" in opened.said


MOMENTS = [
    ("desk-break", 2, ["Desk break", "begins in", "to the end"]),
    ("desk-break", 90, ["Knead the shoulder", "LEFT", "step 3 of 7", "remaining"]),
    ("desk-break", 102, ["RIGHT", "begins in", "Change over. Now the right side."]),
    ("mini-massage", 51, ["● CIRCLE", "BOTH SIDES", "The sore spot"]),
    ("mini-massage", 56, ["○ let go", "BOTH SIDES"]),
    ("mini-massage", 16, ["▲ Breathe in", "One slow breath"]),
    ("mini-massage", 20, ["▽ Breathe out"]),
    ("mini-massage", 113, ["And rest", "until the end", "Let your hands sink."]),
]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)], ids=lambda size: f"{size[0]}")
async def test_what_matters_is_seen_at_every_size(open_app: Any, size: tuple[int, int]) -> None:
    for name in ("desk-break", "mini-massage"):
        async with open_app(name, size=size, yes=True) as opened:
            for _, second, expected in (one for one in MOMENTS if one[0] == name):
                await opened.go_to(second)
                for words in expected:
                    assert words in opened.said, f"{words} at {second} s"


async def test_large_screens_show_more(open_app: Any) -> None:
    async with open_app("mini-massage", size=(120, 40), yes=True) as opened:
        await opened.go_to(51)
        for words in (
            "Pressure 3 of 10 · light",
            "circle 2 of 5",
            "●●○○○",
            "the flat hollow between the end of",
            "with two or three fingertips",
            "Next Hands down",
            "▄████▄",
        ):
            assert words in opened.said


async def test_a_resize_keeps_everything_in_place(open_app: Any) -> None:
    async with open_app("desk-break", size=(120, 40)) as opened:
        await opened.go_to(KNEAD)
        for size in ((40, 12), (20, 5), (1, 1), (200, 60), (80, 24)):
            await opened.pilot.resize_terminal(*size)
            await opened.settle()
        assert "Knead the shoulder" in opened.text
        assert "▄████▄" in opened.text


@pytest.mark.parametrize("over", ["q", "question_mark"])
async def test_x_stops_from_a_page_over_the_session_too(open_app: Any, over: str) -> None:
    async with open_app("desk-break") as opened:
        await opened.press(over, "x")
        assert opened.screen == "StopPage"
        assert not opened.stage.output.playing
