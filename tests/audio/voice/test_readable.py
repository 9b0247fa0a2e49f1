"""What a voice is given to read: words on one line, never a command, never another script."""

import pytest

from relax_coach.audio.voice.voice import LONGEST, CannotSpeak, parts, readable


@pytest.mark.parametrize(
    ("sentence", "read"),
    [
        ("Left temple.", "Left temple."),
        ("  Two\nlines,\tone  breath. ", "Two lines, one breath."),
        ("Well done 🙂 now rest.", "Well done now rest."),
        ("Rest ❤️ here, 1️⃣ breath", "Rest here, 1 breath"),
        ("[[rate 400]] louder", "rate 400 louder"),
        ("\x01400s \x1b[2J slow", "400s 2J slow"),
        ("<audio src='x'/> hello", "audio src='x'/ hello"),
        ("Café, 50 % of 3.5 °", "Café, 50 % of 3.5 °"),
        ("--help; rm -rf ~ $(id)", "--help; rm -rf $(id)"),
        ("cafe\u0301", "café"),
    ],
)
def test_it_is_on_one_line_without_pictures_and_commands(sentence: str, read: str) -> None:
    assert readable(sentence) == read


@pytest.mark.parametrize("sentence", ["", " … ", "🙂🙂", "❤️", "— ! —", "\ud800"])
def test_where_there_is_no_word_nothing_is_read(sentence: str) -> None:
    with pytest.raises(CannotSpeak, match="no word"):
        readable(sentence)


@pytest.mark.parametrize("sentence", ["استرخ الآن", "放松。", "Press 太陽 now.", "Расслабьтесь"])
def test_what_an_english_voice_would_spell_out_is_not_read(sentence: str) -> None:
    with pytest.raises(CannotSpeak, match="letters"):
        readable(sentence)


def test_a_long_sentence_is_cut_at_commas() -> None:
    text = "press here and let go, " * 180
    cut = parts(text.strip())
    assert len(text) > 4_000 and max(map(len, cut)) <= LONGEST
    assert all(one.endswith("go,") for one in cut)
    assert " ".join(cut) == text.strip()


@pytest.mark.parametrize("text", ["word " * 800, "x" * 4_000, "-" * 399 + " a"])
def test_without_commas_it_is_cut_between_words_and_nothing_is_lost(text: str) -> None:
    cut = parts(text)
    assert max(map(len, cut)) <= LONGEST
    assert "".join("".join(cut).split()) == "".join(text.split())
