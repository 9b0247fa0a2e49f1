"""Which pain is not for massage: every sign says how soon, and every urgency what to do."""

from relax_coach.core import safety


def test_every_sign_says_what_to_do() -> None:
    told = {sign.text.split(",")[0]: safety.WHAT_TO_DO[sign.urgency] for sign in safety.SIGNS}
    assert len(told) == len(safety.SIGNS)
    today = [sign for sign, what in told.items() if what.startswith("See a doctor today")]
    assert today == [
        "New pain on one side of the neck or head",
        "50 or older with a new sore temple",
    ]
    now = "Call your local emergency number now."
    assert all(what.startswith(now) for sign, what in told.items() if sign not in today)


def test_nothing_is_promised() -> None:
    pages = [safety.QUESTION, safety.STOP_DO, safety.STOP_LATER, safety.NOT_MEDICAL]
    pages += [safety.EXPECTED, safety.SPOKEN_STOP, *safety.STOP_RULES]
    assert not [
        page for page in pages if any(w in page.lower() for w in ("treat", "cure", "therap"))
    ]
    assert "may help you relax and ease tension" in safety.NOT_MEDICAL
