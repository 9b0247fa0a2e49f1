"""What is asked today, when to stop, and what to watch for: nothing is promised."""

from relax_coach.core import safety


def test_the_line_of_the_day_is_longer_from_fifty_on() -> None:
    assert safety.question(from_50=False).endswith("breathlessness, chest pain?")
    assert safety.question(from_50=True).endswith("jaw pain on chewing?")


def test_nothing_is_promised() -> None:
    pages = [safety.question(True), safety.STOP_DO, safety.STOP_LATER, safety.NOT_MEDICAL]
    pages += [safety.EXPECTED, safety.SPOKEN_STOP, *safety.STOP_RULES]
    assert not [
        page for page in pages if any(w in page.lower() for w in ("treat", "cure", "therap"))
    ]
    assert "may help you relax and ease tension" in safety.NOT_MEDICAL
