"""A text is spoken sentence by sentence."""

import pytest

from relax_coach.core import speech


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Let go", ["Let go"]),
        ("Left side. Temple.  4 times.", ["Left side.", "Temple.", "4 times."]),
        ("Breathe in for 4.5. Out for 5.", ["Breathe in for 4.5.", "Out for 5."]),
        ("Is it all right? Then go on!\nSlowly…", ["Is it all right?", "Then go on!", "Slowly…"]),
        ("Say “stop.” It ends.", ["Say “stop.”", "It ends."]),
        ("e.g.so", ["e.g.so"]),
        (" \n ", []),
    ],
)  # fmt: skip
def test_a_text_is_cut_where_a_sentence_ends(text: str, parts: list[str]) -> None:
    assert list(speech.sentences(text)) == parts


def test_a_pause_lies_between_sentences() -> None:
    assert speech.length("Go. Stop. Rest.", lambda part: len(part) * 100) == 300 + 500 + 500 + 700
    assert speech.length("", len) == 0
