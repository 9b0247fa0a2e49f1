"""What a session adapts to its person, as tables: what each step does before and after."""

from dataclasses import dataclass, replace

import pytest
from drawn import eased, options, routines
from hypothesis import given, settings
from hypothesis import strategies as st
from made import routine

from relax_coach.core.adapt import Adaptation, adaptations, adapted, eased_levels
from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Answered, Options
from relax_coach.core.plan import Plan
from relax_coach.core.record import UNSAID, Ratings
from relax_coach.core.routine import Routine
from relax_coach.core.session import excess, worked

KNEAD = "{target: shoulder, technique: knead, side: each, for: 20s, pressure: 4, title: Knead}"
STROKE = "{target: shoulder, technique: stroke, side: each, for: 10s, pressure: 2, title: Stroke}"
LONG = KNEAD.replace("20s", "3m")
SORE = KNEAD.replace("each", "sore")
BOTH = "{target: temple, technique: circles, for: 30s, pressure: 3, title: Temples}"
TURNS = KNEAD.replace("each, for: 20s", "alternate, hold: 5s, release: 2s, times: 2")
TIGHT = Ratings(tightness=7)


@dataclass(frozen=True)
class Case:
    """Somebody with a sore side, ratings and levels eased last time, and what becomes of it."""

    steps: tuple[str, ...]
    before: str
    after: str
    side: str = ""
    felt: Ratings = UNSAID
    eased: str = ""
    """Target word and levels."""
    twice: bool = False
    held: str = ""
    top: str = "cautions: []"
    said: str = ""


# Each row: title, seconds on each side in order, pressure.
CASES = {
    "the right side first": Case(
        (KNEAD, BOTH), side="right",
        before="Knead left 20 right 20 at 4 · Temples both 30 at 3",
        after="Knead right 20 left 20 at 4 · Temples both 30 at 3",
        said="The right side comes first.",
    ),
    "the left side is first already": Case(
        (KNEAD, BOTH), side="left",
        before="Knead left 20 right 20 at 4 · Temples both 30 at 3",
        after="Knead left 20 right 20 at 4 · Temples both 30 at 3",
    ),
    "the right side first where they alternate, and as often": Case(
        (TURNS,), side="right",
        before="Knead left 5 right 5 left 5 right 5 at 4",
        after="Knead right 5 left 5 right 5 left 5 at 4",
        said="The right side comes first.",
    ),
    "the sore side twice": Case(
        (KNEAD, STROKE, BOTH), side="left", twice=True,
        before="Knead left 20 right 20 at 4 · Stroke left 10 right 10 at 2 · Temples both 30 at 3",
        after="Knead left 20 right 20 left 20 at 4 · Stroke left 10 right 10 left 10 at 2"
        " · Temples both 30 at 3",
        said="The left side has two turns.",
    ),
    "the sore side alone": Case(
        (SORE,), side="right", twice=True,
        before="Knead right 20 at 4",
        after="Knead right 20 right 20 at 4",
        said="The right side has two turns.",
    ),
    "twice within ten minutes": Case(
        (LONG, SORE, LONG), side="right", twice=True,
        before="Knead left 180 right 180 at 4 · Knead right 20 at 4"
        " · Knead left 180 right 180 at 4",
        after="Knead right 180 left 180 right 180 at 4 · Knead right 20 right 20 at 4"
        " · Knead right 180 left 180 at 4",
        said="The right side comes first."
        " The right side has two turns, and one where two would be too much: top of the shoulder.",
    ),
    "tight": Case(
        (KNEAD, STROKE, BOTH, KNEAD), felt=TIGHT,
        before="Knead left 20 right 20 at 4 · Stroke left 10 right 10 at 2"
        " · Temples both 30 at 3 · Knead left 20 right 20 at 4",
        after="Knead left 20 right 20 at 3 · Stroke left 10 right 10 at 2"
        " · Temples both 30 at 2 · Knead left 20 right 20 at 4",
        said="It is tight: each place begins one level lighter.",
    ),
    "eased last time": Case(
        (KNEAD, BOTH, STROKE), eased="upper_trapezius 3",
        before="Knead left 20 right 20 at 4 · Temples both 30 at 3 · Stroke left 10 right 10 at 2",
        after="Knead left 20 right 20 at 1 · Temples both 30 at 3 · Stroke left 10 right 10 at 1",
        said="Lighter here, as last time: top of the shoulder.",
    ),
    "below what a condition allows": Case(
        (KNEAD, KNEAD), felt=TIGHT, eased="upper_trapezius 1", held="pressure",
        before="Knead left 20 right 20 at 3 · Knead left 20 right 20 at 3",
        after="Knead left 20 right 20 at 1 · Knead left 20 right 20 at 2",
        said="It is tight: each place begins one level lighter."
        " Lighter here, as last time: top of the shoulder.",
    ),
    "another's side, and nothing of one's own": Case(
        (KNEAD, BOTH), side="right", felt=TIGHT, eased="upper_trapezius 1",
        top="cautions: []\nwho: partner",
        before="Knead left 20 right 20 at 4 · Temples both 30 at 3",
        after="Knead right 20 left 20 at 4 · Temples both 30 at 3",
        said="Their right side comes first.",
    ),
}  # fmt: skip


def table(routine: Routine, options: Options) -> str:
    """What each step does: its title, the seconds on each side in order, its pressure."""
    timeline = compile_routine("t", routine, options)
    steps: dict[int, list[str]] = {}
    ends: dict[int, str] = {}
    for span in timeline.spans:
        if span.step and span.kind == "work":
            row = steps.setdefault(span.step, [span.title])
            row.append(f"{span.side} {span.length // 1000}")
            ends[span.step] = f"at {span.pressure}"
    return " · ".join(" ".join([*row, ends[step]]) for step, row in steps.items())


def levels(text: str) -> dict[str, int]:
    return {text.split()[0]: int(text.split()[1])} if text else {}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_before_and_after(case: Case) -> None:
    made = routine(*case.steps, top=case.top)
    plain = Options(side=case.side, held=frozenset({case.held} - {""}))
    proposed = adaptations(made, plain, case.felt, levels(case.eased), case.twice)
    session = adapted(plain, proposed, levels(case.eased))
    assert table(made, plain) == case.before
    assert table(made, session) == case.after
    assert " ".join(one.sentence for one in proposed) == case.said


def test_each_is_refused_by_itself() -> None:
    made = routine(KNEAD, KNEAD)
    options, eased = Options(side="right"), {"upper_trapezius": 1}
    proposed = adaptations(made, options, TIGHT, eased, twice=True)
    assert [one.word for one in proposed] == ["first", "twice", "gentle", "eased"]
    without = {
        one.word: table(made, adapted(options, set(proposed) - {one}, eased)).split(" · ")[0]
        for one in proposed
    }
    assert without == {
        "first": "Knead left 20 right 20 right 20 at 2",
        "twice": "Knead right 20 left 20 at 2",
        "gentle": "Knead right 20 left 20 right 20 at 3",
        "eased": "Knead right 20 left 20 right 20 at 3",
    }
    assert adapted(adapted(options, proposed, eased), (), eased) == options


@pytest.mark.parametrize(("tightness", "lighter"), [(None, False), (6, False), (7, True)])
def test_it_is_tight_from_seven_on(tightness: int | None, lighter: bool) -> None:
    proposed = adaptations(routine(KNEAD), Options(), Ratings(tightness=tightness), {})
    assert bool(proposed) is lighter


def test_nothing_is_proposed_that_changes_nothing() -> None:
    lightest = routine(STROKE.replace("pressure: 2", "pressure: 1"), "rest: 5s")
    assert adaptations(lightest, Options(side="left"), TIGHT, {"upper_trapezius": 2}) == ()
    both = routine(BOTH)
    assert adaptations(both, Options(side="right"), UNSAID, {"masseter": 2}, twice=True) == ()


def test_the_session_tells_what_was_adapted() -> None:
    options = Options(side="right", sore_first=True, twice=True, gentle=True)
    assert compile_routine("t", routine(KNEAD), options).notes == (
        "The right side comes first.",
        "The right side has two turns.",
        "It is tight: each place begins one level lighter.",
    )
    assert compile_routine("t", routine(BOTH), options).notes[0] == (
        "There is no single side here to be worked twice."
    )


def test_too_much_for_two_turns_stays_one_in_every_round() -> None:
    inner = LONG.replace("3m", "100s")
    made = routine(f"repeat: 4\nsteps:\n  - {inner}")
    options = Options(side="right", twice=True)
    (one,) = adaptations(made, options, UNSAID, {})[1:]
    assert one == Adaptation(
        "twice", "The right side has one turn: two would be too much for one session."
    )
    assert table(made, options) == table(made, Options())


@pytest.mark.parametrize(
    "how", ["technique: heat, for: 20m", "technique: hold, hand: ball, for: 5m"]
)
def test_what_may_lie_there_only_so_long_is_not_had_twice(how: str) -> None:
    made = routine(f"{{target: shoulder, side: sore, {how}}}")
    assert adaptations(made, Options(side="left"), UNSAID, {}, twice=True) == ()


def test_the_same_side_again_is_led_into_after_a_pause() -> None:
    options = Options(side="right", twice=True)
    made = routine(SORE, top="cautions: []\nswitch: 0s")
    timeline = compile_routine("t", made, options)
    assert [(span.kind, span.length, span.text) for span in timeline.spans[3:4]] == [
        ("switch", 5_000, "Again.")
    ]
    assert "switch" not in {cue.kind for cue in timeline.cues}
    stretch = "{target: neck side, technique: stretch, side: sore, for: 20s}"
    texts = [span.text for span in compile_routine("t", routine(stretch), options).spans]
    assert "Slowly out of the stretch. Again." in texts


def test_a_lighter_pressure_is_said_before_its_authors_words() -> None:
    step = KNEAD.replace("title: Knead", "say: 'Knead the ridge, firm but kind.'")
    options = Options(eased={"upper_trapezius": 1})
    lead = compile_routine("t", routine(step), options).spans[1]
    assert lead.text == "Lightly here. Pressure 3 of 10, light. Knead the ridge."


def test_what_a_session_begins_with_is_kept_for_the_next() -> None:
    options = Options(eased={"upper_trapezius": 2, "masseter": 1})
    assert eased_levels(routine(KNEAD), options) == {"upper_trapezius": 2}
    assert eased_levels(routine(KNEAD), Options()) == {}


@pytest.mark.parametrize("levels", [-1, 0, "1", True, None])
def test_levels_eased_are_never_levels_harder(levels: object) -> None:
    with pytest.raises(ValueError, match="not levels of pressure less"):
        Options(eased={"temple": levels})  # type: ignore[dict-item]


def answered(routine: Routine, options: Options) -> list[Answered]:
    return [item for item in Plan(routine, options).items if isinstance(item, Answered)]


@settings(max_examples=150, deadline=None)
@given(routines(), options(), st.integers(0, 10), eased(), st.booleans(), st.data())
def test_an_adaptation_takes_nothing_away_and_never_presses_harder(
    routine: Routine,
    chosen: Options,
    tightness: int,
    eased: dict[str, int],
    twice: bool,
    data: st.DataObject,
) -> None:
    plain = replace(chosen, sore_first=False, twice=False, gentle=False, eased={})
    proposed = adaptations(routine, plain, Ratings(tightness=tightness), eased, twice)
    kept = [one for one in proposed if data.draw(st.booleans())]
    session = adapted(plain, kept, eased)
    steps = list(zip(answered(routine, plain), answered(routine, session), strict=True))
    for before, after in steps:
        assert after.pressure <= before.pressure
        assert after.pressure >= min(before.pressure, 1)
        assert after.step == before.step
        assert sorted(after.sides) == sorted([*before.sides, *_extra(after)])
    was, now = (compile_routine("t", routine, one) for one in (plain, session))
    assert excess(worked(was, 0, was.total), worked(now, 0, now.total)) == ""
    if routine.who == "partner":
        assert {one.word for one in proposed} <= {"first", "twice"}
    sentences = {one.word for one in proposed}
    assert len(proposed) == len(sentences)
    assert (session == plain) is (not kept)


def _extra(step: Answered) -> list[str]:
    return [step.once_more] if step.once_more else []
