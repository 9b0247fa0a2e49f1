"""What speaks against a massage: every sign and condition that is asked, and what it changes.

One table, from facts 3a to 3c of the sources as the safety plan corrects them. Each row names its
sources by their keys in core/reference.py; OWN marks our own judgement. No clinician has
reviewed it. Signs are asked anew each day, conditions once, and kept for a time.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from relax_coach.core import vocabulary

OWN = "own"
"""In place of a source: our own judgement."""

KEPT = 90
KEPT_SHORT = 30
"""Days for which an answer about a condition holds."""

DO: Mapping[str, str] = {
    "emergency": "Call your local emergency number now. In many countries it is 112, 911 or 999.",
    "gas": "Go out into fresh air now, all of you, and call for help: it may be carbon monoxide.",
    "help": "Call a local help line or the emergency number now, and do not stay alone.",
    "today or now": "See a doctor today, before any massage. If it came suddenly, if sight goes, or if an arm or leg is newly weak on one side, call the emergency number now.",
    "artery": "See a doctor today, before any massage. If sight is lost, dimmed or doubled, call the emergency number now.",
    "today": "See a doctor today, before any massage.",
    "temple": "Let a doctor look at it soon. If sight is lost, dimmed or doubled, call the emergency number now.",
    "soon": "Let a doctor look at it soon.",
    "medicine": "Talk to a doctor or a pharmacist about it soon.",
    "ask": "Ask a doctor or physiotherapist before a massage.",
    "wait": "Wait with a massage until it is over.",
    "rest": "Rest today. With chest pain or breathlessness, after a sudden severe headache, or when a face droops or speech, sight, balance, strength or feeling is off, or anything lasts more than a few minutes: call the emergency number.",
}
"""What to do now, the most urgent first."""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a condition changes in the steps it meets."""

    does: str
    """refuse (no massage at all), leave out, limit, no hold (of the breath) or prop up (lying)."""
    targets: frozenset[str] = frozenset()
    """Empty: every target."""
    techniques: frozenset[str] = frozenset()
    """Empty: every technique that touches."""
    hand: str = ""
    cap: int = 0
    """Of `limit`: the highest pressure, 0 to 10."""

    def meets(self, target: str, technique: str, hand: str) -> bool:
        """Whether a massage of `target` is meant."""
        if (self.targets and target not in self.targets) or self.hand not in ("", hand):
            return False
        if self.techniques:
            return technique in self.techniques
        return vocabulary.TECHNIQUES[technique].touches


@dataclass(frozen=True, slots=True)
class Condition:
    """A sign or a condition of the person who is massaged."""

    word: str
    name: str
    """A question without its verb, for oneself and for another: "Blood thinners"."""
    asks: str
    """today, lasting, or "" for what is never asked but follows."""
    rules: tuple[Rule, ...]
    do: str
    """A key of DO; "" where there is nothing to do."""
    reason: str
    """Why it is asked, and what it changes, in one or two sentences."""
    sources: tuple[str, ...]
    days: int = KEPT
    of_receiver: bool = False
    """Whether it is asked about the receiver of a massage for two."""
    heed: str = ""
    """What hands must see to by themselves, since no step can: told before every massage."""

    @property
    def refuses(self) -> bool:
        return any(rule.does == "refuse" for rule in self.rules)

    @property
    def is_urgent(self) -> bool:
        """Whether the person needs help, and not another routine."""
        return self.do in ("emergency", "gas", "help", "today or now", "artery", "today")

    @property
    def ends_all(self) -> bool:
        """Whether help is so urgent that nothing is done before, not even breathing."""
        return self.do in ("emergency", "gas", "help")

    @property
    def explained(self) -> str:
        """The reason, and what hands must see to."""
        return f"{self.reason} {self.heed}".rstrip()

    @property
    def short(self) -> str:
        """The name up to its colon, or else its first comma, for a list of reasons."""
        before, colon, _ = self.name.partition(":")
        return before if colon else self.name.partition(",")[0]


def _of(*regions: str) -> frozenset[str]:
    return frozenset(row.word for row in vocabulary.TARGETS.values() if row.region in regions)


NECK_MOVED = frozenset({"neck_side", "neck_diagonal", "neck_whole", "neck_turn"})
NECK = _of("neck")
SHOULDERS = frozenset(
    {"levator_scapulae", "upper_trapezius", "gb21_jianjing", "between_shoulder_blades",
     "shoulder_girdle", "chest_front", "upper_arm"}
)  # fmt: skip
HELD = frozenset({"head_whole"})
HEAD = _of("head") - {vocabulary.SORE_SPOT}
POINTS = frozenset({"li4_hegu", "gb21_jianjing"})
EYES = frozenset({"eyes", "brow", "glabella", "orbital_rim", "whole_face"})
CHEWING = frozenset({"temple", "temporalis", "scalp_top", "scalp_back", "masseter", "tmj"})
SORE = CHEWING | {"forehead", "head_whole"}
UNDER_DEVICE = frozenset(
    {"scalp_top", "scalp_back", "temporalis", "ear", "mastoid", "suboccipital", "gb20_fengchi",
     "splenius", "neck_back", "head_whole", *NECK_MOVED}
)  # fmt: skip
ANYWHERE = HEAD | NECK | SHOULDERS | {"other"}

EVERY = frozenset(vocabulary.TECHNIQUES)
PRESS = frozenset({"static_press", "pincer", "compression"})
STRETCH = frozenset({"stretch_hold", "post_isometric_relaxation"})
STRAIN = STRETCH | {"isometric", "active_movement"}
MORE_THAN_STROKES = frozenset(
    row.word for row in vocabulary.TECHNIQUES.values() if row.touches
) - {"effleurage", "hold", "palming", "scalp_glide"}  # fmt: skip

WARMTH = frozenset({"heat", "cold"})

REFUSE = (Rule("refuse"),)
NO_HOLD = Rule("no hold")
NO_BALL = Rule("leave out", hand="soft_ball")


def _leave(targets: frozenset[str], techniques: frozenset[str] = frozenset()) -> Rule:
    return Rule("leave out", targets, techniques)


def _most(cap: int, targets: frozenset[str] = frozenset()) -> Rule:
    return Rule("limit", targets, cap=cap)


def _sign(word: str, name: str, do: str, reason: str, *sources: str) -> Condition:
    return Condition(word, name, "today", REFUSE, do, reason, sources, 0, of_receiver=True)


# fmt: off
_SIGNS = (
    _sign("thunderclap", "A headache that came suddenly, or the worst ever", "emergency", "It can be a bleeding in the head.", "S39", "S40", OWN),
    _sign("after_blow", "A headache after a fall, a crash or a blow to the head", "emergency", "The head may be hurt inside. It is looked at also when the blow was weeks ago, up to three months.", "S40", "S39"),
    _sign("stroke", "A drooping face, a weak arm, slurred speech, numbness on one side, sudden dizziness or a fall", "emergency", "These are the signs of a stroke.", "S41"),
    _sign("confusion", "Sudden trouble with speaking, remembering or seeing, drowsiness or confusion", "emergency", "With or without a headache, these need help at once.", "S40", "S41"),
    _sign("meningitis", "High fever with a stiff neck or a rash", "emergency", "It can be an infection around the brain.", "S40"),
    _sign("red_eye", "A painful red eye, or a red eye with blurred sight", "emergency", "The pressure in the eye may be dangerously high.", "S39", "S40"),
    _sign("fit", "A fit, fainting, or someone who can hardly be woken", "emergency", "With or without a headache, these need help at once.", "S38", OWN),
    _sign("torn_artery", "New neck or head pain with a drooping eyelid, unequal pupils, double sight, or trouble walking, speaking or swallowing", "emergency", "An artery of the neck may be torn.", "S54b", OWN),
    _sign("pregnant_head", "A headache with swelling, upper-belly pain or changed sight, pregnant or just after a birth", "emergency", "Up to six weeks after a birth these signs can mean a dangerous rise of blood pressure.", "S38", OWN),
    _sign("chest", "Chest pain, breathlessness, or one swollen painful arm or leg", "emergency", "It can be the heart or a clot.", OWN),
    _sign("gas", "Others in the house have a headache too", "gas", "A heater or a stove can fill a house with carbon monoxide, which has no smell.", OWN),
    _sign("despair", "Thoughts of ending one's life", "help", "This program cannot help with that, and people can.", OWN),
    _sign("one_sided", "New pain on one side of the neck or head, unlike any before", "today", "Such a pain alone can be the first sign of a torn artery in the neck.", "S54b"),
    _sign("severe", "A severe headache with double or blurred sight, a sore scalp, jaw pain on eating, or numb or weak limbs", "today or now", "Health services ask to be called about it.", "S40", OWN),
    _sign("new_mother", "A new headache, pregnant or within six weeks after a birth", "today", "It is on the list of warning signs, so a doctor looks at it first. With swelling, pain in the upper belly or changed sight it is an emergency.", "S38", OWN),
    _sign("spine", "Clumsy hands, an unsteady walk, or new trouble with bladder or bowel", "today", "The spinal cord in the neck may be under pressure.", OWN),
    _sign("fever", "A fever or an infection", "wait", "The body has enough to do, and lists of when not to massage name it.", "S52"),
    _sign("drink", "Alcohol or drugs", "wait", "One feels too little of what one presses.", OWN),
    _sign("unexplained", "A strong pain that nobody can explain", "soon", "What is not tension is not rubbed away.", OWN),
    Condition("knock", "A knock lately: a fall, a crash or a blow to head or neck, and no headache from it", "today", (_leave(ANYWHERE, EVERY),), "ask", "Someone should look at it before head, neck or shoulders are massaged or stretched. With a headache, drowsiness or vomiting it is an emergency.", ("S40", "S52", OWN), 0, of_receiver=True),
    Condition("sore_temple", "A new headache or soreness at a temple, a sore scalp, or jaw pain on chewing or talking", "today", (_leave(SORE, EVERY),), "temple", "From 50 on it can be an inflamed artery that threatens the sight: then nothing is pressed. Before that, temples, forehead, scalp and jaw are left out, and no hand lies on the head.", ("S42", OWN), 0, of_receiver=True),
)

_LASTING = (
    Condition("age_50", "50 years old or older", "lasting", (), "", "From 50 on, a new sore temple or scalp is a matter for a doctor the same day, and a new kind of headache for a doctor soon.", ("S42", "S38"), of_receiver=True),
    Condition("young", "Younger than 18", "lasting", REFUSE, "ask", "Our routines are made for adults, and children's headaches follow rules of their own. Breathing is open to everyone.", ("S40", OWN), of_receiver=True),
    Condition("pregnancy", "Pregnant", "lasting", (_leave(POINTS, EVERY), _leave(frozenset({"upper_trapezius"}), PRESS), _most(3, frozenset({"upper_trapezius"})), NO_HOLD, Rule("prop up")), "", "Two pressure points are left out as a precaution, and the ridge that holds one of them is only kneaded softly. A review of needling there found no objective evidence of harm. Breath is not held, and one does not lie flat for long late on.", ("S21", "S55", OWN), KEPT_SHORT, of_receiver=True),
    Condition("injury", "Head or neck hurt lately: broken, whiplash, operated on, within three months", "lasting", (_leave(ANYWHERE, EVERY),), "ask", "Within three months of an injury someone should look at it before head, neck or shoulders are massaged or stretched.", ("S40", "S39", "S52", OWN), KEPT_SHORT, of_receiver=True),
    Condition("anticoagulant", "Blood thinners, a bleeding disorder, or few platelets", "lasting", (_leave(frozenset(), MORE_THAN_STROKES), NO_BALL, _most(1)), "ask", "Pressing can bruise and bleed. The lightest strokes remain, or breathing alone.", ("S52", "S18", "S19"), of_receiver=True),
    Condition("platelets", "Very few platelets, as some illnesses and medicines make it", "lasting", REFUSE, "ask", "One cancer hospital massages nobody below 10,000 platelets. Ask what your number allows.", ("S18", "S19"), of_receiver=True),
    Condition("aspirin", "Aspirin every day, or very easy bruising", "lasting", (_leave(frozenset(), PRESS), NO_BALL, _most(3)), "", "One bruises more easily: nothing deep, no ball, no pressing on points.", ("S18", "S19", OWN), of_receiver=True),
    Condition("clot", "A blood clot, now or not yet cleared by a doctor", "lasting", REFUSE, "ask", "A massage could loosen it: nothing is pressed before a doctor has cleared it.", ("S52", "S19"), of_receiver=True),
    Condition("vessels", "A stroke, TIA or bad artery: narrowed, torn, aneurysm; Marfan, Ehlers-Danlos", "lasting", (_leave(NECK, EVERY),), "ask", "Two strokes were published that followed a massage of one's own neck. The neck is neither pressed nor stretched.", ("S46", "S47", "S51", OWN), of_receiver=True),
    Condition("heart", "A heart that is unstable or not looked after by a doctor", "lasting", (*REFUSE, NO_HOLD), "ask", "One hospital leaves massage out then, and so do we. Even breathing stays.", ("S19", OWN), of_receiver=True),
    Condition("pressure", "High blood pressure that is not under control", "lasting", (_leave(frozenset(), frozenset({"isometric", "post_isometric_relaxation"})), _most(3), NO_HOLD), "ask", "Nothing strong, no tensing, no held breath. Blood pressure that is well controlled changes nothing.", (OWN,), of_receiver=True),
    Condition("lungs", "Heart or lung trouble that is stable", "lasting", (NO_HOLD,), "", "The breath is not held.", (OWN,)),
    Condition("bones", "Brittle bones, cancer in the bones, or rheumatoid arthritis", "lasting", (_leave(NECK, EVERY), NO_BALL, _leave(SHOULDERS, PRESS), _most(2, SHOULDERS)), "ask", "The bones may not bear it: the neck is neither pressed nor stretched, and on shoulders and back the touch is light.", ("S52", "S7", OWN), of_receiver=True),
    Condition("cancer", "Cancer: active, under radiation, or with lymph nodes taken out", "lasting", (_leave(frozenset(), MORE_THAN_STROKES), _most(2)), "ask", "Only gentle strokes.", ("S18", "S19"), of_receiver=True, heed="Leave out, yourself, every place that was irradiated or where nodes were taken out, and that arm."),
    Condition("device_head", "A device in the head: a shunt, an implant, a hearing device or plates", "lasting", (_leave(UNDER_DEVICE, EVERY),), "ask", "A valve often sits behind the ear and its tube runs down the neck. These places are left out.", (OWN,), of_receiver=True),
    Condition("device_chest", "A pacemaker or a port in the chest", "lasting", (_leave(frozenset({"chest_front"}), EVERY), _leave(SHOULDERS, MORE_THAN_STROKES), _most(2, SHOULDERS)), "ask", "The shoulders are only stroked lightly, and the front of the chest is left out.", (OWN,), of_receiver=True),
    Condition("filler", "Botulinum or a filler in the last weeks: face, head, neck or shoulders", "lasting", (_leave(ANYWHERE, EVERY),), "ask", "Pressing might move it: ask how long head, neck and shoulders are to be left alone.", (OWN,), KEPT_SHORT, of_receiver=True),
    Condition("eyes", "An eye disease: glaucoma, a detached retina, an operation", "lasting", (_leave(EYES, EVERY),), "ask", "Pressure on an eye can slow the heart, and an eye like that is left in peace.", ("S53", OWN), of_receiver=True),
    Condition("jaw", "A jaw that locks or was operated on", "lasting", (_leave(frozenset({"tmj"}), EVERY), _leave(frozenset({"masseter"}), MORE_THAN_STROKES | STRAIN), _leave(frozenset({"whole_face"}), EVERY), _most(2, frozenset({"masseter"}))), "soon", "The jaw is neither opened, tensed nor pressed, only stroked lightly.", (OWN,), of_receiver=True),
    Condition("arm", "An arm or hand that has been numb or weak for some time", "lasting", (_leave(NECK, EVERY), _leave(SHOULDERS, MORE_THAN_STROKES | STRETCH)), "soon", "A nerve of the neck may be pressed: neck and shoulders are at most stroked. When it is new, it is an emergency.", (OWN,), of_receiver=True),
    Condition("dystonia", "A head pulled or twisted by itself, or shaking", "lasting", (_leave(NECK, EVERY), _leave(SHOULDERS, STRETCH)), "ask", "It may be cervical dystonia, and stretching or pressing that neck is for a clinician to advise.", ("S44", OWN), of_receiver=True),
    Condition("insensitive", "Trouble telling what hurts: numb skin, dementia, epilepsy", "lasting", (_most(2), NO_BALL, _leave(frozenset(), WARMTH), _leave(NECK), _leave(HELD)), "ask", "Gently, and with someone there; nothing warm or cold, which could burn unnoticed. Nothing presses or rests on the neck, and no head lies heavy on hands or balls.", ("S7", OWN), of_receiver=True),
    Condition("migraine", "Migraine, or a head that hurts when touched", "lasting", (_leave(HEAD | NECK, PRESS), _most(2)), "", "Touch hurts in many people with migraine, and pressing on tender points can set off an attack. No points on head and neck, light hands, and stop if it gets worse.", ("S61", "S62"), of_receiver=True),
    Condition("skin_head", "Sore or infected skin on head or face, a rash, burn, wound or lump", "lasting", (_leave(HEAD),), "soon", "What is sore is not rubbed, and what is catching would be spread.", ("S52", OWN), KEPT_SHORT, of_receiver=True, heed="Rest no hand there either, also where the words say so."),
    Condition("skin_neck", "Sore or infected skin on the neck, a rash, burn, wound or lump", "lasting", (_leave(NECK),), "soon", "What is sore is not rubbed, and what is catching would be spread.", ("S52", OWN), KEPT_SHORT, of_receiver=True, heed="Rest no hand there either, also where the words say so, and begin a stroke from the neck on the shoulder."),
    Condition("skin_shoulder", "Sore or infected skin on shoulder or hand, a rash, burn, wound or lump", "lasting", (_leave(SHOULDERS | {"li4_hegu"}),), "soon", "What is sore is not rubbed, and what is catching would be spread.", ("S52", OWN), KEPT_SHORT, of_receiver=True, heed="Rest no hand there either, also where the words say so."),
    Condition("hands", "The hands that massage: open or infected skin", "lasting", (Rule("leave out"),), "wait", "It would be carried to where they press. Breathing, stretching and tensing remain.", ("S52", OWN), KEPT_SHORT, of_receiver=True),
    Condition("changing", "A headache no doctor has seen: new, growing, at night, from cough or effort", "lasting", (_leave(frozenset(), PRESS), _most(2)), "soon", "A new kind of headache, one from posture, with fever, vomiting or a changed mind, is looked at first, above all from 50 on, with cancer or weak defences. Until then light touch alone.", ("S38", "S39", OWN), of_receiver=True),
    Condition("headaches", "Headaches on 15 days a month, or vomiting with them, or 10 days of medicine", "lasting", (), "medicine", "Also when they keep coming back or painkillers do not help: a doctor can do more than massage. Do not stop a prescribed medicine on your own.", ("S40", "S56", "S56b", "S43")),
    Condition("twitching", "Twitching: over two weeks, in several places, half the face, weak or stiff", "lasting", (), "soon", "It mostly passes by itself. A face that is suddenly weak on one side is an emergency. What stays, spreads or comes with weakness is looked at, and so is a medicine that may cause it.", ("S43", "S45")),
)

_FOLLOWING = (
    Condition("inflamed_artery", "50 or older with a new headache or soreness at a temple, a sore scalp or jaw pain on chewing", "", REFUSE, "artery", "It can be an inflamed artery that threatens the sight.", ("S42",), 0),
    Condition("nobody", "Nobody could be asked", "", (_leave(NECK), _leave(POINTS, EVERY), _most(2), NO_HOLD), "", "Where nobody can answer the questions, no hand touches the neck or two of the points, the touch is light and the breath is not held. Slow stretches stay.", (OWN,), 0),
    Condition("hurt_today", "A session today ended with something wrong", "", (*REFUSE, NO_HOLD), "rest", "At its end dizziness, numbness or sharp pain was told, or much more pain than before.", (OWN,), 0),
)
# fmt: on

CONDITIONS: Mapping[str, Condition] = {row.word: row for row in (*_SIGNS, *_LASTING, *_FOLLOWING)}
SIGNS = _SIGNS
LASTING = _LASTING
SIGN_WORDS = frozenset(row.word for row in SIGNS)
OF_RECEIVER = tuple(row for row in _LASTING if row.of_receiver)


def following(held: Iterable[str]) -> frozenset[str]:
    """`held` with what follows from it: a sore temple from 50 on is more than a sore temple."""
    words = frozenset(held)
    if {"age_50", "sore_temple"} <= words:
        return words - {"sore_temple"} | {"inflamed_artery"}
    return words


def as_held(row: Condition, held: Collection[str]) -> Condition:
    """What `row` means for a person for whom `held` is true."""
    return next(
        (CONDITIONS[word] for word in following({row.word, *held}) - {row.word, *held}), row
    )
