"""From answers to results: a test for every row of facts 3a to 3c and for the safety plan."""

import pytest
from made import routine

from relax_coach.core.conditions import CONDITIONS, DO, KEPT, LASTING, OF_RECEIVER, OWN, SIGNS
from relax_coach.core.options import Options
from relax_coach.core.ruling import Ruling
from relax_coach.core.verdict import TOO_LITTLE, Verdict, judge

CARE = "cautions: [pregnancy]"


def verdict(*steps: str, held: str = "", top: str = CARE, spot: str = "") -> Verdict:
    """What the words in `held` make of a routine with these steps."""
    return judge(routine(*steps, top=top), Options(held=frozenset(held.split()), spot=spot))


def ruled(written: str, held: str) -> Ruling:
    """What the words in `held` make of one step beside another that nothing forbids."""
    hands = "target: forearms\ntechnique: tense\nhold: 5s\nrelease: 5s"
    return verdict(step(written), hands, held=held).steps[0].ruling


def step(written: str) -> str:
    """A step from "neck:press" or "skull_base:hold:ball"; a fourth part is the pressure."""
    target, technique, hand, pressure = [*written.split(":"), "", "1"][:4]
    lines = [f"target: {target}", f"technique: {technique}"]
    lines += ["hold: 5s"] if technique in ("movement", "tense") else ["for: 20s"]
    lines += ["side: left"] if technique == "stretch" else []
    lines += [f"hand: {hand}"] if hand else []
    if technique not in ("movement", "tense", "stretch", "palming"):
        lines.append(f"pressure: {pressure if pressure else 1}")
    return "\n".join(lines)


TEMPLE = step("temple:circles")


@pytest.mark.parametrize(
    ("fact", "sign", "do"),
    [
        ("3a 1", "thunderclap", "emergency"),
        ("3a 2", "after_blow", "emergency"),
        ("3a 3", "stroke", "emergency"),
        ("3a 4", "confusion", "emergency"),
        ("3a 5", "meningitis", "emergency"),
        ("3a 6", "red_eye", "emergency"),
        ("3a 7", "fit", "emergency"),
        ("3a 8, with other signs", "torn_artery", "emergency"),
        ("3a 8, the pain alone; plan 3", "one_sided", "today"),
        ("3a 9; 3b 1; plan 2", "sore_temple age_50", "artery"),
        ("3a 9, with loss of sight", "confusion sore_temple age_50", "emergency"),
        ("3a 10", "pregnant_head", "emergency"),
        ("3a 11", "chest", "emergency"),
        ("3a 12", "despair", "help"),
        ("3b, urgent by the health service", "severe", "today or now"),
        ("3a 10, S38: new, without the signs", "new_mother", "today"),
        ("3c, very few platelets", "platelets", "ask"),
        ("3b, under 12, and the age of the trials", "young", "ask"),
        ("3c, fever or infection", "fever", "wait"),
        ("3c, clot", "clot", "ask"),
        ("3c, an untreated heart", "heart", "ask"),
        ("3c, cause unknown", "unexplained", "soon"),
        ("3c, alcohol or drugs", "drink", "wait"),
        ("plan 4, clumsy hands, walk, bladder", "spine", "today"),
        ("plan 4, others have it too", "gas", "gas"),
        ("the end of a session", "hurt_today", "rest"),
    ],
)  # fmt: skip
def test_nothing_is_pressed_and_what_to_do_comes_first(fact: str, sign: str, do: str) -> None:
    found = verdict(TEMPLE, step("trapezius:press"), held=sign)
    assert (found.result, found.advice[0]) == ("refused", DO[do]), fact
    breathing = verdict("breathe: 5-5\ntimes: 6", held=sign).result
    assert breathing == ("refused" if do in ("emergency", "gas", "help") else "allowed")


@pytest.mark.parametrize(
    ("fact", "held", "out", "stays"),
    [
        ("3a 2, lately; 3c injury", "injury",
         "temple:circles jaw:circles neck:press trapezius:stroke neck_side:stretch", "LI4:circles"),
        ("3b, sore temple before 50", "sore_temple",
         "temple:circles side_of_head:press scalp:glide back_of_head:glide jaw:circles "
         "forehead:stroke head:hold", "neck:knead trapezius:press"),
        ("3b, head pulled or twisted", "dystonia",
         "neck:circles neck_side:stretch neck_diagonal:stretch", "trapezius:knead temple:press"),
        ("3b, jaw that locks", "jaw",
         "jaw_joint:movement jaw:press jaw:circles jaw:tense", "jaw:stroke"),
        ("3b, numb or weak arm; plan 4", "arm",
         "neck:stroke neck_side:stretch trapezius:press trapezius:knead",
         "trapezius:stroke temple:circles"),
        ("3a and 3b, a headache of a new kind", "changing",
         "temple:press base_of_skull:press trapezius:press", "temple:stroke trapezius:knead"),
        ("3c, stroke, carotid, connective tissue", "vessels",
         "neck:stroke base_of_skull:press neck_side:stretch chin_tuck:movement", "trapezius:knead"),
        ("3c, blood thinners", "anticoagulant",
         "trapezius:press trapezius:knead temple:circles base_of_skull:hold:ball",
         "trapezius:stroke head:hold"),
        ("plan 5, aspirin alone", "aspirin",
         "trapezius:press trapezius:pinch base_of_skull:hold:ball", "trapezius:knead"),
        ("3c, bones and rheumatic neck", "bones",
         "neck:stroke base_of_skull:press neck_side:stretch trapezius:press",
         "trapezius:knead temple:circles"),
        ("3c, skin, where it is: head", "skin_head",
         "temple:circles scalp:glide", "trapezius:press neck:circles"),
        ("3c, skin, where it is: neck", "skin_neck",
         "neck:circles base_of_skull:press", "trapezius:press temple:circles"),
        ("3c, skin, where it is: shoulders", "skin_shoulder",
         "trapezius:press LI4:circles", "temple:circles neck:circles"),
        ("3c, cancer", "cancer", "trapezius:press trapezius:knead temple:circles",
         "trapezius:stroke"),
        ("3c, skin: the hands that press", "hands", "temple:circles head:hold LI4:circles",
         "neck_side:stretch fists:tense"),
        ("3c and plan 5, pregnancy", "pregnancy",
         "LI4:circles GB21:pinch trapezius:press trapezius:pinch", "trapezius:knead temple:press"),
        ("3c, device in the head", "device_head",
         "back_of_head:glide bump_behind_ear:circles neck:stroke neck_side:stretch",
         "trapezius:press temple:press"),
        ("3c, botulinum or filler", "filler",
         "temple:circles scalp:glide neck_side:stretch trapezius:press", "LI4:circles"),
        ("3c, cannot tell what hurts: no heavy head", "insensitive",
         "base_of_skull:hold:ball base_of_skull:press head:hold",
         "trapezius:press temple:circles"),
        ("3c, pacemaker or port", "device_chest", "chest:stroke trapezius:press trapezius:knead",
         "trapezius:stroke temple:press"),
        ("3c, high blood pressure", "pressure", "shoulders:tense", "trapezius:knead"),
        ("3c, migraine: no points", "migraine", "temple:press base_of_skull:press",
         "temple:circles"),
        ("3c, eyes", "eyes", "eyes:palming brow:pinch eye_rim:stroke", "temple:press"),
        ("plan 8, nobody can answer", "nobody", "neck:stroke base_of_skull:press LI4:circles",
         "trapezius:press neck_side:stretch"),
    ],
)  # fmt: skip
def test_these_steps_are_left_out_and_those_are_not(
    fact: str, held: str, out: str, stays: str
) -> None:
    for written in out.split():
        ruling = ruled(written, held)
        assert (ruling.result, ruling.why) == ("refused", (held,)), (fact, written)
    for written in stays.split():
        assert ruled(written, held).result != "refused", (fact, written)


@pytest.mark.parametrize(
    ("fact", "held", "written", "cap"),
    [
        ("3c, blood thinners: the lightest touch", "anticoagulant", "trapezius:stroke::4", 1),
        ("plan 5, aspirin", "aspirin", "trapezius:knead::5", 3),
        ("plan 5, pregnancy: kneading", "pregnancy", "trapezius:knead::4", 3),
        ("3c, high blood pressure", "pressure", "trapezius:press::6", 3),
        ("3c, cancer", "cancer", "trapezius:stroke::4", 2),
        ("3c, pacemaker", "device_chest", "trapezius:stroke::4", 2),
        ("3c, epilepsy, dementia", "insensitive", "trapezius:press::5", 2),
        ("3c, migraine", "migraine", "temple:circles::3", 2),
        ("3c, bones, on the shoulders", "bones", "trapezius:knead::4", 2),
        ("3b, a headache of a new kind", "changing", "temple:circles::4", 2),
        ("plan 8, nobody can answer", "nobody", "trapezius:press::6", 2),
        ("two of them: the lower one", "pressure migraine", "trapezius:press::6", 2),
    ],
)  # fmt: skip
def test_the_touch_is_limited(fact: str, held: str, written: str, cap: int) -> None:
    ruling = ruled(written, held)
    assert (ruling.result, ruling.cap) == ("limited", cap), fact
    light = ruled(written[:-1] + str(cap), held)
    assert (light.result, light.cap) == ("allowed", None), "what is light enough stays as it is"


@pytest.mark.parametrize("held", ["pregnancy", "heart", "pressure", "lungs", "nobody"])
def test_no_breath_is_held(held: str) -> None:
    """3c, pregnancy and heart: a held breath becomes a plain one, in the program's own words."""
    found = verdict("breathe: 4-7-8\ntimes: 4\nsay: Hold it.", held=held)
    assert (found.result, found.steps[0].ruling.no_hold) == ("limited", True)
    assert verdict("breathe: 5-5\ntimes: 4", held=held).result == "allowed"


def test_late_in_pregnancy_nobody_lies_flat() -> None:
    top = "cautions: []\nposition: supine"
    found = verdict(step("scalp:glide"), held="pregnancy", top=top)
    assert found.sentences == ("Pregnant: not flat on the back: propped up, or on the side.",)


@pytest.mark.parametrize(("held", "do"), [("headaches", "medicine"), ("twitching", "soon")])
def test_what_changes_nothing_gives_its_advice(held: str, do: str) -> None:
    """3b, the general practitioner's rows, and plan 5: advice, not a refusal."""
    found = verdict(TEMPLE, held=held)
    assert (found.result, found.advice) == ("allowed", (DO[do],))


@pytest.mark.parametrize("held", ["age_50", ""])
def test_nothing_to_report_changes_nothing(held: str) -> None:
    """Plan 5 and 10: a blood pressure under control is not even asked."""
    found = verdict(TEMPLE, step("GB21:pinch::5"), step("neck_side:stretch"), held=held)
    assert (found.result, found.sentences, found.advice) == ("allowed", (), ())


def test_a_chosen_sore_spot_is_judged_by_where_it_is() -> None:
    spot = "target: sore spot\ntechnique: circles\nfor: 20s"
    assert verdict(spot, held="sore_temple", spot="temple").result == "refused"
    assert verdict(spot, held="sore_temple", spot="neck_back").result == "allowed"


def test_where_breathing_is_left_that_is_a_session() -> None:
    minutes = "breathe: 5-5\ntimes: 12"
    assert verdict(minutes, TEMPLE, held="injury").result == "limited"
    found = verdict("breathe: 5-5\ntimes: 11", TEMPLE, held="injury")
    assert (found.result, TOO_LITTLE in found.advice) == ("refused", True)


def test_carotid_zone_has_no_target_and_no_question() -> None:
    """3c, the first row: nothing can be pressed there, whoever asks."""
    assert "front of neck" not in {row.name for row in CONDITIONS.values()}
    with pytest.raises(AssertionError, match="unsafe-target"):
        routine(step("throat:press"))


def test_every_row_names_its_sources_and_its_time() -> None:
    assert all(row.sources for row in CONDITIONS.values())
    short = {row.word for row in LASTING if row.days != KEPT}
    skin = {"skin_head", "skin_neck", "skin_shoulder", "hands"}
    assert short == {"pregnancy", "injury", "filler"} | skin
    assert {row.days for row in SIGNS} == {0}
    assert OWN in CONDITIONS["arm"].sources


def test_a_receiver_is_asked_a_shorter_list() -> None:
    assert 10 <= len(OF_RECEIVER) < len(LASTING)
    needed = {"age_50", "pregnancy", "injury", "anticoagulant", "clot", "vessels", "bones", "hands",
              "changing", "filler", "jaw"}  # fmt: skip
    assert needed <= {row.word for row in OF_RECEIVER}


def test_who_cannot_tell_what_hurts_gets_nothing_warm_or_cold() -> None:
    for written in ("shoulder:warmth::0", "forehead:cold::0"):
        assert ruled(written, "insensitive").result == "refused"
        assert ruled(written, "").result == "allowed"
