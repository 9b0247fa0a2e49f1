"""A few words, in any order and case, and the wish they tell."""

import pytest

from relax_coach.core.wish import NeverPressed, NotUnderstood, Wish, wish_of

TAGS = ("sleep", "skull base", "sore spot", "scalp", "my own tag")
MINUTES = 60_000


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("neck 4m", Wish("neck_back", length=4 * MINUTES)),
        ("4 min NECK", Wish("neck_back", length=4 * MINUTES)),
        ("left jaw 90s", Wish("masseter", "left", 90_000)),
        ("my right temple hurts", Wish("temple", "right")),
        ("base of the skull 1 hour", Wish("suboccipital", length=60 * MINUTES)),
        ("Top of the Head", Wish("scalp_top")),
        ("sleep", Wish(words=("sleep",))),
        ("jaw before sleep", Wish("masseter", words=("sleep",))),
        ("a dull temple", Wish("temple")),
        ("tired eyes", Wish("eyes")),
        ("tired", Wish(words=("tired",))),
        ("sleep jaw", Wish("masseter", words=("sleep",))),
        ("jaw jaw", Wish("masseter")),
        ("neck jaw 5:30", Wish("neck_back", length=330_000, words=("masseter",))),
        ("shoulders for two", Wish("shoulder_girdle", who="partner")),
        ("eye", Wish("eyes")),
        ("my own tag", Wish(words=("my_own_tag",))),
        ("side bend", Wish("neck_side")),
        ("", Wish()),
        ("i have ten minutes", Wish(length=10 * MINUTES)),
        ("My neck feels stiff, half an hour please.", Wish("neck_back", length=30 * MINUTES)),
        ("1 minute and 30 seconds", Wish(length=90_000)),
        ("a 5-min sleep", Wish(length=5 * MINUTES, words=("sleep",))),
        ("two minutes for two", Wish(length=2 * MINUTES, who="partner")),
        ("left and right temple", Wish("temple", "both")),
        ("help me fall asleep", Wish(words=("fall_asleep",))),
        ("tight chest muscles", Wish("chest_front")),
        ("no hands", Wish(words=("no_hands",))),
    ],
)
def test_words_tell_a_wish(text: str, wish: Wish) -> None:
    assert wish_of(text, TAGS) == wish


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("throat", "throat"),
        ("EYEBALL 4m", "eyeball"),
        ("left front of the neck", "front of the neck"),
        ("right side of my neck", "side of my neck"),
        ("spine", "spine"),
    ],
)
def test_where_never_to_press_is_no_wish(text: str, place: str) -> None:
    with pytest.raises(NeverPressed, match=f"^{place}$"):
        wish_of(text, TAGS)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("nekc", "Did you mean 'neck'?"),
        ("neck sleeep", "Did you mean 'sleep'?"),
        ("neck 4", "write 4m, 90s or 1m30s"),
        ("neck 0m", "write 4m, 90s or 1m30s"),
        ("neck 4m 6m", "'6m' is a second time for one session: name one."),
        ("99h", "write 4m, 90s or 1m30s"),
        ("not neck", "'not' is not understood: name what you want, and only that."),
        ("jaw without neck", "name what you want"),
        ("migraine", "relax-coach conditions --ask"),
        ("xyzzy whiplash", "relax-coach conditions --ask"),
        ("jaw whiplash", "relax-coach conditions --ask"),
        ("sudden severe headache", "relax-coach learn now"),
        ("xyzzy", "Name a place, a time"),
        ("\x1b[31m", "Name a place, a time"),
    ],
)
def test_a_word_that_means_nothing_is_answered_with_the_nearest(text: str, said: str) -> None:
    with pytest.raises(NotUnderstood) as reason:
        wish_of(text, TAGS)
    assert said in str(reason.value) and "\x1b" not in str(reason.value)
