"""Stories of warnings: what an author should look at again, and what never stops a session."""

import pytest
from made import file, read

STRETCH = "target: neck side\ntechnique: stretch\nside: left\n"
RUB = "target: temple\ntechnique: circles\n"
SEATED = "cautions: []\nposition: seated"


def warnings(*steps: str, top: str = "cautions: []") -> list[tuple[str, int, int]]:
    found = read(file(*steps, top=top))
    assert found.ok
    assert {problem.severity for problem in found.problems} <= {"warning"}
    return [(p.code, p.place.line, p.place.column) for p in found.problems]


@pytest.mark.parametrize(
    ("timing", "column"),
    [("for: 9.9s", 10), ("for: 10s", 0), ("hold: 60s", 0), ("hold: 61s", 11), ("wait: yes", 0)],
)
def test_a_single_stretch_lasts_ten_to_sixty_seconds(timing: str, column: int) -> None:
    expected = [("out-of-range", 8, column)] if column else []
    assert warnings(STRETCH + timing) == expected


def test_arms_are_up_for_two_minutes_at_most() -> None:
    rub = RUB + "for: 1m"
    assert warnings(rub, rub, top=SEATED) == []
    assert warnings(rub, rub, RUB + "for: 1s", top=SEATED) == [("over-cap", 12, 5)]
    assert warnings(rub, rub, "rest: 10s", rub, top=SEATED) == []
    assert warnings(rub, rub, "rest: 9s", rub, top=SEATED) == [("over-cap", 13, 5)]
    for top in ("cautions: []", SEATED.replace("seated", "supine"), SEATED + "\nwho: partner"):
        assert warnings(rub, rub, rub, top=top) == []


def test_arms_are_followed_through_rounds_and_positions() -> None:
    rounds = "repeat: 5\n{}steps:\n  - target: temple\n    technique: circles\n    for: 30s"
    assert warnings(rounds.format(""), top=SEATED) == [("over-cap", 8, 9)]
    assert warnings(rounds.format("between: 10s\n"), top=SEATED) == []
    assert warnings(rounds.format("position: supine\n"), top=SEATED) == []


@pytest.mark.parametrize(
    ("say", "warned"),
    [
        ("Crack your knuckles.", True),
        ("Never crack the neck.", False),
        ("Do not roll your head. Use a massage gun.", True),
        ("Make full circles with the head.", True),
        ("Make full circles with the fingertips.", False),
        ("Press inside the cheek.", True),
        ("Stay away from the throat.", False),
        ("A cracker is no risk.", False),
    ],
)
def test_risky_words_are_pointed_out_unless_negated(say: str, warned: bool) -> None:
    assert warnings(f"rest: 5s\nsay: {say}") == [("unsafe-target", 6, 10)] * warned
    assert (
        warnings(f"breathe: 5-5\ntimes: 2\nduring: [{say}]") == [("unsafe-target", 7, 14)] * warned
    )
