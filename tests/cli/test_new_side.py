"""What `new` asks of a typed line: on which side, how long a rest is, and answers that are near."""

import pytest

from relax_coach.cli.prompt import completions
from relax_coach.cli.wizard import Wizard
from relax_coach.core.source import COMMENT


def typed(*rows: str, is_pipe: bool = False) -> tuple[Wizard, list[str], list[str]]:
    """What comes of `rows` and then nothing, what was asked, and what was said."""
    left, asked, said = list(rows), list[str](), list[str]()

    def ask(question: str, _: object) -> str:
        asked.append(question)
        if not left:
            raise EOFError
        return left.pop(0)

    new = Wizard(ask, said.append, ahead=lambda: left if is_pipe else ())
    new.lines()
    return new, asked, said


def steps_of(new: Wizard) -> list[dict[str, object]]:
    return [one for one in new.sheet.outline("T")["steps"] if set(one) - {COMMENT}]


def test_the_side_is_asked_where_a_line_says_none() -> None:
    new, asked, said = typed("Knead the shoulder 1 min", "left", "", "")
    assert asked[1] == "Which side? Such as left, right, each, sore. Empty: both at once."
    (step,) = steps_of(new)
    assert step["side"] == "left" and new.asked == [3]
    assert "  Knead the shoulder: kneading, top of the shoulder, left, 1m" in said
    assert new.sheet.lines[0].text == "Knead the shoulder 1 min / left"


@pytest.mark.parametrize(
    "line", ["Knead the left shoulder 1 min", "Chin tuck x 10", "Wall angel x 10", "rest 1 min"]
)
def test_no_side_is_asked_where_it_is_said_or_there_is_none(line: str) -> None:
    _, asked, _ = typed(line, "", "")
    assert not any(one.startswith("Which side?") for one in asked)


def test_a_side_that_is_left_open_is_that_of_the_format_and_another_word_is_asked_again() -> None:
    new, asked, said = typed("Neck stretch 20 s", "up", "", "", "")
    assert "'up' is not understood." in said and "side" not in steps_of(new)[0]
    assert sum(one.startswith("Which side?") for one in asked) == 2


def test_with_three_questions_before_it_nothing_is_asked_of_the_side() -> None:
    new, _, _ = typed("Massage", "temple", "circles", "1 min", "", "")
    assert new.asked == [4] and len(steps_of(new)) == 1


def test_a_line_in_place_of_the_side_is_the_next_one_and_in_a_pipe_no_side_is_asked() -> None:
    new, _, _ = typed("Neck stretch 20 s", "Jaw circles 30 s", "", "", "")
    assert [one["for"] for one in steps_of(new)] == ["20s", "30s"]
    piped, asked, _ = typed("Neck stretch 20 s", "", "Jaw circles 30 s", "", "", is_pipe=True)
    assert len(steps_of(piped)) == 2
    assert not any(one.startswith("Which side?") for one in asked[:-3])


def test_how_long_a_rest_is_is_asked() -> None:
    new, _, _ = typed("Rest", "1 min", "Chin tuck x 10", "", "")
    assert [one.get("rest") for one in steps_of(new)] == ["1m", None]


def test_a_length_that_is_misspelt_is_near_and_a_figure_alone_is_asked_what() -> None:
    new, _, said = typed("Neck stretch", "30", "two minuts", "y", "", "", "")
    assert "'30' is not understood. 30 what? Such as 30s, 2 min or 10 times." in said
    assert "'two minuts' is not understood. Did you mean 'two minutes'? y takes it." in said
    assert steps_of(new)[0]["for"] == "2m"


@pytest.mark.parametrize("told", ["30", "tirty seconds", "both", "left side"])
def test_an_answer_that_fails_is_no_line_of_a_pipe(told: str) -> None:
    new, _, said = typed("Neck stretch", told, "20 s", "", "", "", is_pipe=True)
    assert any(one.startswith(f"'{told}' is not understood.") for one in said)
    assert len(steps_of(new)) == 1


def test_a_breath_in_figures_is_not_asked_again() -> None:
    new, asked, _ = typed("Breathe 4-6 5 times", "", "")
    assert steps_of(new)[0]["breathe"] == "4-6" and steps_of(new)[0]["times"] == 5
    assert len(asked) == 3


def test_none_is_nobody_and_nowhere() -> None:
    left = ["T", "rest 1 min", "", "none", "none"]
    new = Wizard(lambda *_: left.pop(0), lambda _: None)
    outline = new.routine("")
    assert outline is not None and outline["cautions"] == [] and "sources" not in outline


def test_a_side_that_is_misspelt_is_near_and_one_in_place_of_words_is_the_side() -> None:
    new, _, said = typed("Temple circles 1 min", "lefft", "y", "", "")
    assert "'lefft' is not understood. Did you mean 'left'? y takes it." in said
    assert steps_of(new)[0]["side"] == "left"
    piped, _, _ = typed("Knead the shoulder 1 min", "Left", "", is_pipe=True)
    (step,) = steps_of(piped)
    assert step["side"] == "left" and "say" not in step
    spoken, _, _ = typed("Knead the shoulder 1 min", "", "Keep the left arm low.", "")
    assert steps_of(spoken)[0]["say"] == "Keep the left arm low."


def test_a_rest_with_a_bare_figure_is_asked_again() -> None:
    new, _, said = typed("Rest", "20", "20 s", "", "")
    assert "'20' is not understood. 20 what? Such as 30s, 2 min or 10 times." in said
    assert steps_of(new)[0]["rest"] == "20s"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("foreh", "forehead"),
        ("temple cir", "temple circles"),
        ("knead the sub", "knead the suboccipital"),
        ("xyz", None),
        ("knead ", None),
    ],
)
def test_the_last_words_of_a_line_are_completed(text: str, found: str | None) -> None:
    near = completions(text, ("forehead", "circles", "suboccipital", "top of the shoulder"))
    assert near == ([] if found is None else [found])
