"""What may be a danger sign is heard anywhere in a wish, and a good wish is no alarm."""

import pytest

from relax_coach.core.danger import sign_in
from relax_coach.core.wish import DangerSign, wish_of


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("chest pain", "chest"),
        ("pain in the chest", "chest"),
        ("tight chest", "chest"),
        ("My chest hurts!", "chest"),
        ("left arm hurts", "chest"),
        ("heart racing", "chest"),
        ("neck 4m, short of breath", "chest"),
        ("eyes hurt", "red_eye"),
        ("double vision", "confusion"),
        ("headache after fall", "after_blow"),
        ("headache whiplash", "after_blow"),
        ("xyzzy slurred", "stroke"),
        ("sudden severe headache", "thunderclap"),
        ("worst-ever headache", "thunderclap"),
        ("suicidal", "despair"),
        ("I want to hurt myself", "despair"),
        ("self-harm", "despair"),
        ("I can’t breathe", "chest"),
        ("fever and stiff neck", "meningitis"),
        ("jaw pain on chewing", "sore_temple"),
    ],
)
def test_a_sign_goes_before_all_else(text: str, sign: str) -> None:
    with pytest.raises(DangerSign, match=r"^No massage now") as danger:
        wish_of(text, ())
    assert danger.value.sign.word == sign and "relax-coach learn now" in str(danger.value)


@pytest.mark.parametrize(
    "text",
    ["eyes", "tired eyes", "arm", "neck pain", "headache", "tension headache", "heartbeat", "chest",
     "tight chest muscles", "sore temple", "fall asleep", "left jaw hurts", "stiff neck", "breath",
     "short breathing", "right temple pain 4m", "pounding headache", "shoulders for two",
     "I want my neck not to hurt"],
)  # fmt: skip
def test_a_good_wish_is_no_alarm(text: str) -> None:
    assert sign_in(text) is None
