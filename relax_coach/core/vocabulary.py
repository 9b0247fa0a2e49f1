"""The allowed words: targets, techniques, sides, hands, positions, cautions. One table each.

Landmarks, caps and sides come from docs/routine-format.md ("Vocabulary") and the sources named
in docs/sources.md; a cap of None marks a target that is moved or stretched and never pressed.
Words are read without regard to case; space, `-` and `_` are the same.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

SORE_SPOT = "sore_spot"
DEFAULT_SPOT = "temple"

SIDES = ("left", "right", "both", "each", "alternate", "sore", "midline")
CHOOSABLE_SIDES = ("left", "right", "each")
"""Where the routine leaves it to the person."""
_SIDED = frozenset({"left", "right", "each", "alternate", "sore"})
_LETTERS = {
    "S": _SIDED,
    "L": _SIDED - {"sore"},
    "E": _SIDED - {"sore", "alternate"},
    "B": frozenset({"both"}),
    "M": frozenset({"midline"}),
}

LONGEST_PRESS = {"shoulder": 120_000, "neck": 90_000, "head": 60_000}
"""Longest single press in ms, by region (Hodgson & Fryer 2006; caution by our own judgement)."""

MOST_PER_TARGET = 600_000
"""Most work on one target and side in a session, in ms (our own judgement)."""


@dataclass(frozen=True, slots=True)
class Target:
    """A place to work on."""

    word: str
    name: str
    """Lay name, as in "your temples": lower case."""
    landmark: str
    """Where to find it: a phrase that follows "at" or stands alone."""
    sides: frozenset[str]
    cap: int | None
    """Highest pressure 0-10 as felt; None where no touch is allowed."""
    region: str
    """head, neck or shoulder: for caps on single presses."""
    aliases: tuple[str, ...] = ()

    @property
    def default_side(self) -> str:
        for side in ("both", "midline"):
            if side in self.sides:
                return side
        return "each" if self.sides else ""


@dataclass(frozen=True, slots=True)
class Technique:
    """A way of working; `pressure` is the default, 0-10."""

    word: str
    name: str
    phrase: str
    """What the hands do, as an imperative: "press and hold still"."""
    pressure: int
    touches: bool
    """Whether it puts hands on the target (and so needs a target that may be touched)."""
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Word:
    """A word with its lay name and aliases: a hand, a position or a caution."""

    word: str
    name: str
    aliases: tuple[str, ...] = ()


def _target(
    word: str, name: str, sides: str, cap: int | None, region: str, landmark: str, *aliases: str
) -> Target:
    allowed = frozenset[str]().union(*(_LETTERS[letter] for letter in sides))
    return Target(word, name, landmark, allowed, cap, region, aliases)


# sides: S = left right each alternate sore, L = the same without sore, E = left right each, B = both, M = midline
# fmt: off
_TARGETS = (
    _target(SORE_SPOT, "sore spot", "SBM", 4, "head", "the place that feels sore, never on the throat, an eye or the spine", "tender spot", "painful spot", "tenderest spot"),
    _target("temple", "temple", "SB", 4, "head", "the flat hollow between the end of the eyebrow and the top of the ear", "temples", "taiyang", "EX-HN5"),
    _target("temporalis", "side of the head", "SB", 4, "head", "the fan of muscle above and behind the temple, over the ear", "side of head", "above the ear"),
    _target("forehead", "forehead", "BM", 3, "head", "from the eyebrows up to the hairline", "frontalis", "brow to hairline"),
    _target("brow", "eyebrow", "SB", 3, "head", "the bony ridge under the eyebrow hairs", "brows", "eyebrow", "eyebrows", "BL2"),
    _target("glabella", "between the brows", "M", 3, "head", "the small flat place where the frown line forms", "between brows", "frown line", "yintang", "EX-HN3"),
    _target("orbital_rim", "rim of the eye socket", "SB", 1, "head", "the edge of bone around the eye, never the eye itself", "eye socket rim", "eye rim", "eye socket"),
    _target("eyes", "eyes", "B", 0, "head", "closed lids, nothing touching them", "eye"),
    _target("scalp_top", "top of the head", "BM", 5, "head", "where a hat sits", "top of head", "scalp", "crown", "galea"),
    _target("scalp_back", "back of the head", "B", 4, "head", "where the head rests on a pillow", "back of head", "occipitalis", "back of scalp"),
    _target("ear", "outer ear", "SB", 2, "head", "the rim and the lobe of the ear", "ears", "outer ear", "auricle"),
    _target("masseter", "jaw muscle", "SB", 5, "head", "the cheek muscle that bulges when you bite", "jaw", "jaws", "jaw muscle", "cheek"),
    _target("tmj", "jaw joint", "LB", 2, "head", "just in front of the ear hole, where it moves when the mouth opens", "jaw joint", "temporomandibular joint"),
    _target("mastoid", "bump behind the ear", "SB", 3, "neck", "the hard knob behind the ear lobe, always on the bone", "bump behind ear", "mastoid process", "behind the ear"),
    _target("suboccipital", "base of the skull", "SB", 5, "neck", "the two dips just under the edge of the skull, beside the middle", "suboccipitals", "base of skull", "skull base", "occiput"),
    _target("gb20_fengchi", "skull-base hollow", "SB", 5, "neck", "the hollow where the groove behind the ear meets the skull", "GB20", "fengchi", "skull base hollow"),
    _target("splenius", "back-side of the upper neck", "S", 4, "neck", "behind the line of the ear, below the bump", "splenius capitis", "back side of upper neck"),
    _target("neck_back", "back of the neck", "SB", 4, "neck", "the strips of muscle beside the bones of the neck, never on the bones", "neck", "back of neck", "nape"),
    _target("neck_side", "side of the neck, as a stretch", "S", None, "neck", "ear toward the shoulder, the other shoulder staying low", "side bend", "side bend stretch", "neck side stretch"),
    _target("neck_diagonal", "diagonal neck stretch", "S", None, "neck", "nose toward the armpit, chin tucked", "diagonal stretch", "neck diagonal stretch"),
    _target("neck_whole", "chin tuck", "M", None, "neck", "chin gliding straight back, eyes level", "chin tuck", "chin tucks", "whole neck"),
    _target("neck_turn", "neck turn", "L", None, "neck", "looking over the shoulder, chin level", "neck rotation", "look over the shoulder"),
    _target("levator_scapulae", "inner corner of the shoulder blade", "S", 6, "shoulder", "the top inner corner of the shoulder blade, up toward the neck", "levator", "inner shoulder blade corner", "shoulder blade corner"),
    _target("upper_trapezius", "top of the shoulder", "SB", 7, "shoulder", "the thick ridge between the neck and the tip of the shoulder", "shoulder", "trapezius", "trap", "traps", "top of shoulder"),
    _target("gb21_jianjing", "shoulder-top point", "S", 6, "shoulder", "halfway between the big neck bone and the tip of the shoulder", "GB21", "jianjing", "shoulder top point", "shoulder well"),
    _target("between_shoulder_blades", "upper back", "LB", 5, "shoulder", "between the shoulder blades, beside the spine and never on it", "upper back", "rhomboids", "between the shoulder blades"),
    _target("shoulder_girdle", "shoulders", "LB", None, "shoulder", "both shoulders, as they lift and roll", "shoulders", "shoulder roll", "shoulder rolls", "shrug"),
    _target("chest_front", "front of the shoulder", "LB", 3, "shoulder", "below the collarbone, beside the shoulder joint", "chest", "front of shoulder", "pectorals"),
    _target("upper_arm", "upper arm", "EB", 5, "shoulder", "the outer muscle between the shoulder and the elbow", "upper arms", "deltoid", "arm", "arms"),
    _target("li4_hegu", "hand web", "S", 6, "shoulder", "the highest point of the muscle between thumb and index finger", "LI4", "hegu", "hand web"),
    _target("hands_forearms", "hands and forearms", "LB", None, "shoulder", "fists and forearms", "fists", "forearms", "hands"),
    _target("belly", "belly", "M", None, "shoulder", "one hand resting above the navel", "abdomen", "stomach"),
    _target("breath", "breath", "", None, "shoulder", "no part of the body", "breathing"),
    _target("whole_face", "face", "B", None, "head", "all the small muscles of the face", "face", "whole face"),
    _target("head_whole", "head", "B", 1, "head", "palms around the head, still", "head", "whole head"),
    _target("other", "movement", "LBM", None, "shoulder", "as your sheet says"),
)

_TECHNIQUES = (
    Technique("effleurage", "long strokes", "stroke slowly along", 2, True, ("stroke", "strokes", "stroking", "long strokes")),
    Technique("petrissage", "kneading", "squeeze softly and let go, over and over", 4, True, ("knead", "kneading")),
    Technique("small_circles", "small circles", "make small, slow circles", 3, True, ("circles", "circle", "friction", "rub", "rubbing")),
    Technique("static_press", "still press", "press and stay still", 4, True, ("press", "pressing", "still press")),
    Technique("pincer", "gentle pinch", "hold it softly between thumb and finger", 3, True, ("pinch", "gentle pinch")),
    Technique("compression", "slow squeeze", "squeeze slowly from both sides", 3, True, ("squeeze", "slow squeeze")),
    Technique("scalp_glide", "scalp glide", "move the skin slowly over the bone", 3, True, ("glide", "gliding", "myofascial")),
    Technique("tapotement", "light tapping", "tap lightly, like slow rain", 2, True, ("tap", "tapping", "light tapping")),
    Technique("hold", "still hold", "rest your hands there", 1, True, ("holding", "still hold", "cradle")),
    Technique("palming", "palming", "cup your palms over the closed eyes without touching them", 0, True),
    Technique("stretch_hold", "stretch", "ease into the stretch and stay", 0, False, ("stretch", "stretching", "static stretch")),
    Technique("active_movement", "slow movement", "move slowly and easily", 0, False, ("movement", "move", "exercise")),
    Technique("isometric", "tense and let go", "tense gently, then let go at once", 0, False, ("tense", "tensing", "tense and let go")),
    Technique("post_isometric_relaxation", "press and soften", "push lightly against the hand, then soften", 0, False, ("PIR", "contract relax")),
    Technique("heat", "warmth", "lay something warm there", 0, True, ("warmth", "warm pack", "heat pack")),
    Technique("cold", "cold", "lay something cool there, with a cloth between", 0, True, ("cold pack", "cool pack", "ice")),
)

_HANDS = (
    Word("fingertips", "two or three fingertips", ("fingers", "fingertips 2 3", "fingertip")),
    Word("finger_pads", "the pads of your fingers", ("pads",)),
    Word("thumb", "your thumb"),
    Word("thumbs", "both thumbs"),
    Word("palm", "your palm"),
    Word("palms", "both palms"),
    Word("heel", "the heel of your hand", ("heel of hand", "heels")),
    Word("pincer", "thumb and finger", ("pincer thumb index", "pincer thumb middle", "thumb and index")),
    Word("knuckles", "your knuckles"),
    Word("whole_hand", "your whole hand", ("whole hands",)),
    Word("opposite_hand", "the opposite hand", ("other hand",)),
    Word("soft_ball", "a soft ball", ("ball", "balls", "tennis ball", "ball soft", "soft balls")),
    Word("none", "no hands", ("no hands",)),
)

_POSITIONS = (
    Word("any", "any way that is comfortable"),
    Word("seated", "sitting", ("sitting", "sit")),
    Word("seated_desk", "sitting at a desk", ("at a desk", "desk")),
    Word("seated_supported", "sitting with your back supported", ("supported",)),
    Word("standing", "standing", ("stand",)),
    Word("supine", "lying on your back", ("lying", "on your back", "lying on your back")),
    Word("side_lying", "lying on your side", ("on your side", "lying on your side")),
    Word("receiver_seated", "the receiver sitting, you standing behind", ("receiver seated giver behind",)),
    Word("receiver_supine", "the receiver lying on their back, you at their head", ("receiver supine giver at head",)),
)

_CAUTIONS = (
    Word("pregnancy", "Pregnant: leave out the points on the shoulder top and the hand web, press nothing on that ridge, hold no breath.", ("pregnant",)),
    Word("anticoagulant", "Blood thinners: only the lightest touch, or breathing alone. Daily aspirin or easy bruising: nothing deep, no points, no ball.", ("blood thinners", "anticoagulants")),
    Word("carotid_zone", "Keep away from the front and the sides of the neck.", ("carotid zone",)),
    Word("migraine", "Migraine: touch very lightly, and stop if it gets worse.", ("migraines",)),
    Word("glaucoma_eye", "Glaucoma, eye surgery or an eye that hurts: leave out the steps around the eyes.", ("glaucoma",)),
    Word("gca_50plus", "50 or older with a new headache or soreness at a temple, a sore scalp or jaw pain on chewing: no pressing, see a doctor the same day.", ("gca",)),
    Word("neck_injury", "A hurt head or neck, a knock to the head, whiplash or recent surgery: leave head, neck and shoulders alone until someone has looked at it.", ("whiplash", "neck injuries")),
    Word("shunt", "A shunt, an implant or plates in the head: keep away from that place.", ("implant",)),
    Word("osteoporosis", "Brittle bones or a rheumatic neck: no pressure and no stretching of the neck.", ("brittle bones",)),
    Word("jaw_lock", "A jaw that locks or was operated on: no opening, biting or pressing, only light strokes.", ("locked jaw",)),
    Word("breath_hold", "Holding the breath: not in pregnancy, with heart or lung trouble, or with high blood pressure that is not under control; breathe normally if light-headed.", ("breath holding",)),
    Word("ball_use", "With a ball: only a soft one, never on the spine.", ()),
    Word("bedtime_safety", "Before sleep: put the balls and warm packs away first.", ()),
)

LYING = frozenset({"supine", "side_lying", "receiver_supine"})

UNSAFE = (
    "throat", "larynx", "larynxes", "larynges", "thyroid", "windpipe", "carotid", "carotid artery", "carotid arteries", "jugular", "jugular vein", "SCM",
    "sternocleidomastoid", "scalene", "front of neck", "front of the neck", "side of neck", "side of the neck", "sides of neck", "sides of the neck",
    "eyeball", "spine", "armpit",
)
# fmt: on


_APART = re.compile(r"[\s_-]+")


def plain(word: str) -> str:
    """`word` in the form it is compared in: lower case, single underscores."""
    spelling = word.strip().lower()
    return spelling if spelling.isalnum() else _APART.sub("_", spelling)


def _table(rows: Iterable[Target] | Iterable[Technique] | Iterable[Word]) -> dict[str, str]:
    """Every spelling → its word. A spelling with two meanings is a fault of the table."""
    spellings: dict[str, str] = {}
    for row in rows:
        for spelling in (row.word, row.name, *row.aliases):
            if spellings.setdefault(plain(spelling), row.word) != row.word:
                raise ValueError(f"{spelling!r} has two meanings")
    return spellings


TARGETS: Mapping[str, Target] = {row.word: row for row in _TARGETS}
TECHNIQUES: Mapping[str, Technique] = {row.word: row for row in _TECHNIQUES}
HANDS: Mapping[str, Word] = {row.word: row for row in _HANDS}
POSITIONS: Mapping[str, Word] = {row.word: row for row in _POSITIONS}
CAUTIONS: Mapping[str, Word] = {row.word: row for row in _CAUTIONS}

SPELLINGS: Mapping[str, Mapping[str, str]] = {
    "target": _table(_TARGETS),
    "technique": _table(_TECHNIQUES),
    "hand": _table(_HANDS),
    "position": _table(_POSITIONS),
    "caution": _table(_CAUTIONS),
    "side": {side: side for side in SIDES},
}

_UNSAFE = frozenset(plain(word) for word in UNSAFE)


def find(kind: str, text: str) -> str | None:
    """The word of `kind` (a key of SPELLINGS) that `text` spells, in singular or plural."""
    spellings = SPELLINGS[kind]
    if text in spellings:
        return spellings[text]
    spelling = plain(text)
    if kind in ("side", "position"):  # these have no plural
        return spellings.get(spelling)
    for variant in (spelling, spelling.removesuffix("s"), spelling + "s"):
        if variant in spellings:
            return spellings[variant]
    return None


def is_unsafe(text: str) -> bool:
    """Whether `text` names a place that must never be massaged, in singular or plural."""
    spelling = plain(text)
    return spelling in _UNSAFE or spelling.removesuffix("s") in _UNSAFE


def nearest(text: str, words: Iterable[str]) -> str:
    """The word most like `text`, or "" when none is. Few mistake the first letter."""
    spelling, spellings = plain(text), [plain(word) for word in words]
    alike = [word for word in spellings if word[:1] == spelling[:1]]
    close = get_close_matches(spelling, alike, n=1, cutoff=0.6)
    close = close or get_close_matches(spelling, spellings, n=1, cutoff=0.75)
    begun = [word for word in spellings if len(spelling) > 1 and word.startswith(spelling)]
    return next(iter(close or begun), "")


def pressure_word(pressure: int) -> str:
    """A pressure 0-10 in words (facts of the vocabulary table: feather 1 to strong 7)."""
    words = (
        "no pressure",
        "feather-light",
        "light",
        "light",
        "moderate",
        "firm",
        "firm",
    )
    return words[pressure] if pressure < len(words) else "strong"


def fault_of_pair(target: Target, technique: Technique) -> str:
    """The code of what is wrong with this technique on this target, or ""."""
    if target.word == "eyes":
        if technique.word in {"palming", "active_movement", "isometric"}:
            return ""
        return "unsafe-target" if technique.touches else "wrong-technique"
    if target.word == "head_whole":
        return "" if technique.word == "hold" else "wrong-technique"
    if target.word == "other":
        return "" if technique.word in {"active_movement", "stretch_hold"} else "wrong-technique"
    if target.word in {"breath", "belly"} or technique.word == "palming":
        return "wrong-technique"
    if target.cap is None and technique.touches:
        return "unsafe-target" if target.region == "neck" else "wrong-technique"
    return ""
