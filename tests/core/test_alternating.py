"""Sides that alternate: what is said of them, for closed eyes."""

from relax_coach.core import document
from relax_coach.core.compile import compile_routine
from relax_coach.core.options import Options


def said(step: str) -> list[str]:
    """All that is said in a session of one step, without its opening and end."""
    text = f"format: 1\ntitle: T\ncautions: [pregnancy]\nsteps:\n- {{{step}, side: alternate}}\n"
    routine = document.read(text.encode()).routine
    assert routine is not None
    timeline = compile_routine("", routine, Options(), lambda text: 500)
    return [cue.text for cue in timeline.cues if cue.text][1:-1]


def test_the_lead_tells_that_they_do_and_the_first_pair_which_one_it_is() -> None:
    lead, *work = said("target: shoulder, technique: press, hold: 5s, release: 3s, times: 3")
    assert lead.startswith("Sides alternate, left first. Top of the shoulder")
    assert work[:4] == ["Press", "Let go", "Now the right side.", "Let go"]


def test_the_last_press_is_that_of_the_other_side() -> None:
    work = said("target: shoulder, technique: press, hold: 2s, release: 1s, times: 3")[1:]
    assert work == ["Press", "Let go", "Now the right side.", "Let go", "Last one"]


def test_a_long_work_names_the_side_that_comes() -> None:
    assert "Now the right side." in said("target: jaw, technique: circles, for: 60s")


def test_a_stretched_neck_is_eased_before_the_other_side() -> None:
    words = said("target: neck turn, technique: stretch, for: 15s")
    assert "Ease out slowly, then change over. Now the right side." in words


def test_a_step_that_waits_says_that_one_goes_on_oneself() -> None:
    lead, *_ = said("target: jaw, technique: press, wait: yes")
    assert lead.endswith("Go on when you are ready.")


def test_the_short_form_is_for_what_was_heard_last() -> None:
    steps = "\n".join(
        f"  - {{target: jaw, technique: press, side: left, hold: 5s, pressure: {one}}}"
        for one in (4, 2)
    )
    text = f"format: 1\ntitle: T\ncautions: []\nsteps:\n- repeat: 2\n  steps:\n{steps}\n"
    routine = document.read(text.encode()).routine
    assert routine is not None
    timeline = compile_routine("", routine, Options(), lambda text: 500)
    leads = [span.start for span in timeline.spans if span.kind == "lead" and span.step]
    told = [cue.text or "" for cue in timeline.cues if cue.at in leads and cue.text]
    assert [one.split("Pressure ")[-1][0] for one in told] == ["4", "2", "4", "2"]
