"""What a sound file tells of its session."""

from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.label import MOST_CHAPTERS, Chapter, Label, chapters, label_of
from relax_coach.core.options import Options

TOP = 'cautions: []\nauthor: "Ann\\nLee"\nlicense: CC0-1.0'


def test_a_step_is_a_chapter_and_what_is_before_it_the_opening() -> None:
    written = routine("{rest: 20s}", '{rest: 10s, title: "a\\tb"}', top=TOP)
    timeline = compile_routine("x", written, Options())
    first, second = timeline.step_start(1), timeline.step_start(2)
    assert first > 0
    assert label_of(written, timeline) == Label(
        timeline.title,
        "Ann Lee",
        "CC0-1.0",
        (
            Chapter(0, first, "Opening"),
            Chapter(first, second, "Rest"),
            Chapter(second, timeline.total, "a b"),
        ),
    )


def test_the_last_of_too_many_chapters_holds_the_rest() -> None:
    written = routine("{repeat: 50, steps: [{repeat: 6, steps: [{rest: 4s}]}]}")
    timeline = compile_routine("x", written, Options())
    found = label_of(written, timeline).chapters
    assert len(chapters(timeline)) > len(found) == MOST_CHAPTERS
    assert found[-1].end == timeline.total
    assert found[:-1] == chapters(timeline)[: MOST_CHAPTERS - 1]
