"""The words: no spelling has two meanings, and every alias means what the format's page says."""

import pytest

from relax_coach.core import vocabulary
from relax_coach.core.vocabulary import SPELLINGS, TARGETS, TECHNIQUES, find, is_unsafe

SIDED = {"left", "right", "each", "alternate", "sore"}

# word: sides as the page writes them, cap
PAGE = {
    "sore_spot": ("L/R both mid", 4), "temple": ("L/R both", 4), "temporalis": ("L/R both", 4),
    "forehead": ("both mid", 3), "brow": ("L/R both", 3), "glabella": ("mid", 3),
    "orbital_rim": ("L/R both", 1), "eyes": ("both", 0), "scalp_top": ("both mid", 5),
    "scalp_back": ("both", 4), "ear": ("L/R both", 2), "masseter": ("L/R both", 5),
    "tmj": ("live both", 2), "mastoid": ("L/R both", 3), "suboccipital": ("L/R both", 5),
    "gb20_fengchi": ("L/R both", 5), "splenius": ("L/R", 4), "neck_back": ("L/R both", 4),
    "neck_side": ("L/R", None), "neck_diagonal": ("L/R", None), "neck_whole": ("mid", None),
    "neck_turn": ("live", None), "levator_scapulae": ("L/R", 6),
    "upper_trapezius": ("L/R both", 7), "gb21_jianjing": ("L/R", 6),
    "between_shoulder_blades": ("live both", 5), "shoulder_girdle": ("live both", None),
    "chest_front": ("live both", 3), "upper_arm": ("each both", 5), "li4_hegu": ("L/R", 6),
    "hands_forearms": ("live both", None), "belly": ("mid", None), "breath": ("", None),
    "whole_face": ("both", None), "head_whole": ("both", 1), "other": ("live both mid", None),
}  # fmt: skip


def test_every_target_has_the_sides_and_the_cap_of_the_page() -> None:
    live = SIDED - {"sore"}
    each = live - {"alternate"}
    named = {"L/R": SIDED, "live": live, "each": each, "both": {"both"}, "mid": {"midline"}}
    expected = {
        word: (set().union(*(named[part] for part in sides.split())), cap)
        for word, (sides, cap) in PAGE.items()
    }
    assert {word: (set(t.sides), t.cap) for word, t in TARGETS.items()} == expected


@pytest.mark.parametrize("kind", SPELLINGS)
def test_no_spelling_has_two_meanings(kind: str) -> None:
    rows = {
        "target": TARGETS, "technique": TECHNIQUES, "hand": vocabulary.HANDS,
        "position": vocabulary.POSITIONS, "caution": vocabulary.CAUTIONS,
    }.get(kind, {})  # fmt: skip
    meanings: dict[str, set[str]] = {}
    for row in rows.values():
        for spelling in (row.word, row.name, *row.aliases):
            meanings.setdefault(vocabulary.plain(spelling), set()).add(row.word)
            assert find(kind, spelling) == row.word
    assert [spelling for spelling, words in meanings.items() if len(words) > 1] == []


@pytest.mark.parametrize(
    ("kind", "alias", "word"),
    [
        ("target", "jaw", "masseter"),
        ("target", "neck", "neck_back"),
        ("target", "shoulder", "upper_trapezius"),
        ("target", "trapezius", "upper_trapezius"),
        ("target", "shoulders", "shoulder_girdle"),
        ("target", "GB20", "gb20_fengchi"),
        ("target", "GB21", "gb21_jianjing"),
        ("target", "LI4", "li4_hegu"),
        ("target", "temples", "temple"),
        ("target", "Upper-Trapezius", "upper_trapezius"),
        ("target", "  sore   SPOT ", "sore_spot"),
        ("technique", "knead", "petrissage"),
        ("technique", "stroke", "effleurage"),
        ("technique", "press", "static_press"),
        ("technique", "circles", "small_circles"),
        ("technique", "glide", "scalp_glide"),
        ("technique", "tap", "tapotement"),
        ("technique", "stretch", "stretch_hold"),
        ("technique", "movement", "active_movement"),
        ("technique", "tense", "isometric"),
        ("hand", "tennis ball", "soft_ball"),
        ("side", "LEFT", "left"),
    ],
)
def test_an_alias_means_what_the_page_says(kind: str, alias: str, word: str) -> None:
    assert find(kind, alias) == word


@pytest.mark.parametrize(
    ("kind", "text"),
    [("side", "lefts"), ("side", "no"), ("position", "seateds"), ("target", "masseterss"),
     ("target", ""), ("target", "scm"), ("technique", "rest"), ("technique", "breathing box")],
)  # fmt: skip
def test_what_is_no_word(kind: str, text: str) -> None:
    assert find(kind, text) is None


@pytest.mark.parametrize(
    "words",
    [
        "throat throats", "larynx larynxes larynges", "thyroid thyroids", "windpipe windpipes",
        "carotid carotids carotid-artery carotid-arteries", "jugular jugulars", "SCM scms",
        "sternocleidomastoid sternocleidomastoids", "scalene scalenes", "eyeball eyeballs",
        "front-of-neck front-of-the-neck", "side-of-neck sides-of-neck Side_Of_The_Neck",
        "spine spines", "armpit armpits",
    ],
)  # fmt: skip
def test_an_unsafe_place_is_unsafe_in_singular_and_plural(words: str) -> None:
    for word in words.split():
        assert is_unsafe(word)
        assert find("target", word) is None


def test_no_word_of_the_vocabulary_is_unsafe() -> None:
    assert [spelling for spelling in SPELLINGS["target"] if is_unsafe(spelling)] == []


def test_which_technique_fits_which_target() -> None:
    fits = {
        target: {t.word for t in TECHNIQUES.values() if not vocabulary.fault_of_pair(row, t)}
        for target, row in TARGETS.items()
    }
    untouched = {"stretch_hold", "active_movement", "isometric", "post_isometric_relaxation"}
    for target, row in TARGETS.items():
        if row.cap is None and target not in ("other", "breath", "belly"):
            assert fits[target] == untouched
        elif row.cap and target != "head_whole":
            assert fits[target] == set(TECHNIQUES) - {"palming"}
    assert fits["eyes"] == {"palming", "active_movement", "isometric"}
    assert fits["head_whole"] == {"hold"}
    assert fits["other"] == {"active_movement", "stretch_hold"}
    assert fits["breath"] == fits["belly"] == set()


@pytest.mark.parametrize(
    ("target", "technique", "code"),
    [
        ("neck_side", "static_press", "unsafe-target"),
        ("eyes", "static_press", "unsafe-target"),
        ("eyes", "stretch_hold", "wrong-technique"),
        ("shoulder_girdle", "petrissage", "wrong-technique"),
        ("temple", "palming", "wrong-technique"),
    ],
)
def test_touch_where_none_may_be_is_unsafe(target: str, technique: str, code: str) -> None:
    assert vocabulary.fault_of_pair(TARGETS[target], TECHNIQUES[technique]) == code


def test_the_nearest_word() -> None:
    assert vocabulary.nearest("Tempel", SPELLINGS["target"]) == "temple"
    assert vocabulary.nearest("emple", SPELLINGS["target"]) == "temple"
    for far in ("xyzzy", "clenching"):
        assert vocabulary.nearest(far, SPELLINGS["target"]) == ""


def test_a_pressure_in_words() -> None:
    words = [vocabulary.pressure_word(p) for p in (0, 1, 2, 3, 4, 5, 6, 7)]
    assert words == [
        "no pressure", "feather-light", "light", "light", "moderate",
        "firm", "firm", "strong",
    ]  # fmt: skip
