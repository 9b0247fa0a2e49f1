"""What a line of a therapist's sheet names: where and how."""

import re
from collections.abc import Mapping
from dataclasses import replace

from relax_coach.core import vocabulary
from relax_coach.core.amount import Amount
from relax_coach.core.evened import evened
from relax_coach.core.exercise import Exercise
from relax_coach.core.side import ONE_BY_ONE, PAIRED, names_other_side
from relax_coach.core.vocabulary import TARGETS, TECHNIQUES
from relax_coach.core.words import FILLING, HINTS, words_of

MOST_WORDS = 6
"""Of the longest name in the vocabulary."""
MANY_STRETCHES = 15
"""So many are not done of a stretch: it is not known what the figure is."""
_HOW: Mapping[str, str] = {
    r"(?:scapulae?|scapular|shoulder blades?) (?:squeezes?|pinch(?:es)?)"
    r"|(?:squeeze|pinch|draw|pull)(?: \w+){0,2} shoulder blades": "active_movement",
    r"(?:shoulder|arm|elbow|wrist|hip|ankle|leg|neck|head|eye) (?:half )?(?:circles?|rolls?)"
    r"|circl(?:e|ing)(?: (?:your|the|both|each))* (?:shoulders?|arms?|elbows?|wrists?|ankles?)\b"
    r"(?! muscles?\b)(?!.*\b(?:fing|thumb|knuckle|ball))"
    r"|roll(?:s|ing)? (?:(?:your|the|both) )*shoulders?\b|shoulders? roll\b"
    r"|(?:chest|shoulder|bench|overhead|leg) press(?:es)?": "active_movement",
    r"(?:squeeze|close|scrunch) (?:your |the |both )?eyes"
    r"|fist (?:squeezes?|clench(?:es)?)"
    r"|(?:tendon|nerve|jaw|chin|neck|head) (?:glides?|slides?)": "active_movement",
    r"stretch(?:es|ing)?": "stretch_hold",
    r"isometrics?|resist(?:ed|ance)?|push(?:es|ing)? against": "isometric",
    r"(?:moist )?heat(?:ing)?(?: pack| pad)?|wheat ?bag"
    r"|(?:warm|hot) (?:pack|towel|compress|shower|water bottle)"
    r"|(?:warm|hot) (?:flannel|(?:face |wash)?cloth)": "heat",
    r"ice(?: pack)?|cold (?:pack|compress)|frozen peas": "cold",
}
"""Said on sheets beside the words of the vocabulary."""
_TO_TARGET: Mapping[str, str] = {
    "upper trap": "upper_trapezius", "upper traps": "upper_trapezius",
    "levator scap": "levator_scapulae", "levator scapula": "levator_scapulae",
    "chin retraction": "neck_whole", "chin retractions": "neck_whole",
    "neck rotations": "neck_turn", "neck side bends": "neck_side", "head turns": "neck_turn",
    "shoulder shrugs": "shoulder_girdle", "shoulder shrug": "shoulder_girdle",
    "ear to shoulder": "neck_side", "neck side bend": "neck_side",
    "ear to your shoulder": "neck_side", "tilt your head": "neck_side",
    "side flexion": "neck_side", "lateral flexion": "neck_side", "cervical rotation": "neck_turn",
    "turn head": "neck_turn", "turn your head": "neck_turn", "rotate your head": "neck_turn",
    "head rotations": "neck_turn",
    "tuck your chin": "neck_whole", "tuck chin": "neck_whole", "draw your chin": "neck_whole",
    "under the skull": "suboccipital", "under your skull": "suboccipital",
    "ut": "upper_trapezius", "suboccs": "suboccipital", "sub occipitals": "suboccipital",
    "sub occipital": "suboccipital", "pec": "chest_front", "pecs": "chest_front",
}  # fmt: skip


_MOVED: Mapping[str, str] = {
    **dict.fromkeys(
        ("side of the neck", "sides of the neck", "side of your neck", "side neck", "lateral neck"),
        "neck_side",
    ),
    "head": "neck_back", "shoulder blade": "shoulder_girdle", "shoulder blades": "shoulder_girdle",
}  # fmt: skip
"""What may be stretched and never pressed."""
_UNDER_HANDS: Mapping[str, str] = {"shoulder_girdle": "upper_trapezius"}
"""What moves is another place than what is touched, and both are called shoulders."""
_THEN = re.compile(
    r"^(?:(?:and|then|next|finally|lastly|first(?:ly)?|second(?:ly)?|third(?:ly)?|after that|now)"
    r"\b[,:]? )+",
    re.I,
)
_ENDS = re.compile(
    r"(?:[ (]*\b(?:x|and|for|with|of|then|hold|on|to|every|do|perform|at least)\b"
    r"|, ?(?:reps?|sets?)\b)+$"
)
_MOVE_TO = re.compile(
    r"^(?:(?:and|then|next|now) )*(?:move|go)(?: your| the)?(?: fingers?| fingertips?| hands?"
    r"| thumbs?)?(?: on| up| down)? (?:to|onto)\b"
)
"""Of the hands, to the place where something is done."""
_LETTER, _FIGURE = re.compile(r"[^\W\d_]"), re.compile(r"\d|\bfor\b")
_IS_WORKING = re.compile(r"\b(?:left|right|your|with|both|one|the|flat|other) $")
"""Before a hand that does something, and is not worked on."""
_LAID = re.compile(
    r"\b(?:hands?|fists?)(?: \w+ly)?"
    r" (?:on|onto|over|against|under|behind(?: (?:your |the )?(?:head|neck))?"
    r"|in(?= (?:your |the )?lap))\b"
)
"""Of hands that lie or hold somewhere, and are not worked on."""
_CLASPED = re.compile(r"\b(?:interlac|interlock|clasp|link)\w*(?: your| the)? (?:fingers|hands)\b")
"""Of hands that hold one another, and work on nothing."""
_FINGERS = re.compile(r"\b(?:finger pads?|fingers?|fingertips?|thumbs?|palms?)\b")
"""They press nothing where something is moved or stretched."""
_WHOSE = re.compile(r"\b(?:your|the) ")
_MASSAGE = re.compile(
    r"(?<!before )(?<!after )(?<!before the )(?<!after the )\bmassag"
    r"|\bstm\b|soft tissue|\bmfr\b|myofascial"
)
"""It is no movement, wherever it is: how it is done is asked for, where nothing tells it."""
_ROLLED = re.compile(r"\bball\b|\broller\b")
"""What something is done with at a place."""
_UNDONE = re.compile(
    r"\b(?:no|not|never|don't|dont|without|avoid(?:ing)?|instead of|rather than) (?:to |do )?"
    r"(?:press|push|knead|rub|strok|massag|circl|stretch|squeez|pinch|roll)\w*"
)
"""What is not to be done, beside what is."""
_OF_EACH = re.compile(rf"\b(?:each|either|every|per) {PAIRED}")
_DOES = re.compile(
    r"\b(?:stretch|tuck|turn|tilt|roll|shrug|squeez|press|circl|nod|lift|slid|retract|protract|rotat"
    r"|flex(?!or)|exten(?!sor)|elevat(?!or)|depress(?!or)|bend|rais|swing|push|pull|reach|open|clos|clench|lung|squat|bridg"
    r"|plank|curl|rows?\b|twist|lean|lower|march|angel|rub|strok|pinch|tap|glid|look|shak|draw|stand|(?:rot|ext)\b)"
)
"""What is done in an exercise."""
_WITH_BREATH = re.compile(
    r"\b(?:each|every|per|with (?:the|your))(?: \w+)? (?:out-?|in-?)?(?:breath|exhal|inhal)"
)
_DENIED = re.compile(r"\b(?:not|never|avoid|off|without)(?: \w+){0,3} $")


def does(told: str) -> bool:
    """Whether `told` speaks of what is done in an exercise."""
    return _DOES.search(told.lower()) is not None


def exercise_of(told: str, amount: Amount, rest: str, is_named: bool = False) -> Exercise | None:
    """The exercise in the line `told`, of which `rest` is left beside `amount`; None for none.

    `is_named`: it is the name of one, whatever it says.
    """
    text = " ".join(words_of(rest))
    used: set[str] = set()
    if names_other_side(amount, rest):  # both, and in what way is for the reader of the sheet
        amount = replace(amount, side="")
    technique = _technique(_UNDONE.sub("", _MOVE_TO.sub("", text)), used)
    is_massage = _MASSAGE.search(text) is not None
    if technique in ("heat", "cold") and amount.reps > 1 and not (amount.hold or amount.length):
        technique, used = "", set()  # nobody counts ice: it comes after what is counted
    if technique == "active_movement" and is_massage:
        technique, used = "", set()
    moves = technique in ("stretch_hold", "active_movement")
    target = _target(text, used, moves)
    hand = _hand(text, used, moves)
    breathes = amount.breath or re.search(r"\bbreath", told.lower()) is not None
    if breathes and target == "eyes":  # closed meanwhile
        target = ""
    breathes = bool(breathes) and not target.replace("breath", "")
    if amount.pause and told.lower().startswith("rest"):  # before it, and not after each
        amount = replace(amount, pause=0).quoting(told)
    if amount.breaths and _WITH_BREATH.search(told.lower()):  # one with each of them
        amount = replace(amount, reps=amount.reps or amount.breaths, breaths=0)
    says = target or technique or breathes or amount.hold or amount.reps or amount.length
    if not (says or is_named):
        return None
    if breathes:
        target = technique = ""
        if amount.reps and amount.breaths and not amount.sets:
            amount = replace(amount, sets=amount.reps, reps=amount.breaths, breaths=0)
        if not (amount.reps or amount.breaths or amount.length):  # rounds are breaths
            amount = replace(amount, reps=amount.sets, sets=0)
        used |= {word for word in text.split() if word.startswith(("breath", "diaphragm", "belly"))}
    elif target in TARGETS and TARGETS[target].cap is None and not (technique or is_massage):
        technique = "active_movement"
    elif not (target or hand or _touches(technique) or is_massage or _ROLLED.search(text)):
        target, technique = "other", technique or "active_movement"
    if _touches(technique) or (is_massage and not technique):
        target = _UNDER_HANDS.get(target, target)
    if technique not in ("stretch_hold", "active_movement", "") and target == "other":
        target = ""
    if _is_not_rubbed(target, technique):  # what will do instead is asked
        used -= set(TECHNIQUES[technique].name.split())
        technique = ""
    is_of_each = amount.side == "each" and any(
        one.search(evened(told)) for one in (_OF_EACH, ONE_BY_ONE)
    )
    name = _name(told, rest, amount.side in ("left", "right") or is_of_each)
    is_named_there = bool(used & set(words_of(name.lower())))
    if target in TARGETS and target != "other" and told.endswith(".") and not is_named_there:
        name = ""  # of a sentence that says how long before it says what
    said = used | (FILLING - HINTS)
    if amount.side:  # else: each of what?
        said |= {"each"} if amount.side in ("each", "alternate") else {"each", "only"}
    left = tuple(word for word in text.split() if word not in said)
    if target == "other":  # it has no other name, and all of its words are in it
        left = tuple(word for word in left if word not in name.lower())
    if amount.side == "sore" and target in TARGETS and "sore" not in TARGETS[target].sides:
        amount, left = replace(amount, side=""), (*left, "the sore side")
    many = amount.reps if technique == "stretch_hold" else 0
    if many >= MANY_STRETCHES and not (amount.hold or amount.length):  # or so many seconds
        left = (*left, f"{amount.sets} x {many}" if amount.sets else f"{many} x")
        amount = replace(amount, sets=0, reps=0)
    is_guess = target == "other" and not used and not does(text)
    return Exercise(told, name, target, technique, hand, amount, breathes, left=left,
                    is_guess=is_guess)  # fmt: skip


def _name(told: str, rest: str, has_side: bool) -> str:
    """The words before the first amount, or else the first words that are none; all of `told`
    where that is nothing. A side is a part of the name."""
    text = evened(told)
    if len(text) != len(told):  # a time in it was written anew
        text = told.lower()
    words = next((one for one in map(_stripped, rest.split("|")) if _LETTER.search(one)), "")
    at = text.find(words)
    if not words or at < 0 or len(text) != len(told):
        return _THEN.sub("", _stripped(told))
    end = at + len(words)
    if has_side and (figure := _FIGURE.search(told, end)):
        end = figure.start()
    return _THEN.sub("", _stripped(told[at:end]))


def _stripped(text: str) -> str:
    """Without what an amount has left at its ends."""
    text = text.strip(" .,:;-–—|&☑☒☐□✓✔")
    if text.count(")") > text.count("("):
        text = text.strip(") ")
    return _ENDS.sub("", text).rstrip(" .,:;-–—(&")


def _touches(technique: str) -> bool:
    return bool(technique) and TECHNIQUES[technique].touches


def _is_not_rubbed(target: str, technique: str) -> bool:
    """Whether no hand works so on a place that may be moved."""
    where, how = TARGETS.get(target), TECHNIQUES.get(technique)
    is_moved = where is not None and where.cap is None
    return bool(
        is_moved and where and how and vocabulary.fault_of_pair(where, how) == "wrong-technique"
    )


def _technique(text: str, used: set[str]) -> str:
    for words, technique in _HOW.items():
        if match := re.search(rf"\b(?:{words})\b", text):
            used |= set(match[0].split())
            return technique
    return _longest("technique", text, used)


def _hand(text: str, used: set[str], moves: bool) -> str:
    """What it is done with: what stands behind "with" before what stands anywhere."""
    text = _WHOSE.sub("", (_FINGERS if moves else _CLASPED).sub("|", text))
    _, _, behind = text.partition(" with ")
    return _longest("hand", behind, used) or _longest("hand", text, used)


def _target(text: str, used: set[str], moves: bool) -> str:
    """`moves`: nothing is pressed there."""
    text, hand = _LAID.sub("|", ONE_BY_ONE.sub("|", text)), ""
    for phrase in _phrases(text):
        if moves and (phrase in _MOVED or vocabulary.is_unsafe(phrase)):
            used |= set(phrase.split())
            return _MOVED.get(phrase, "other")
        if vocabulary.is_unsafe(phrase) and not _DENIED.search(text.split(phrase)[0]):
            used |= set(phrase.split())
            return phrase
        found = _TO_TARGET.get(phrase.replace("-", " ")) or vocabulary.find("target", phrase)
        if found == "hands_forearms" and _IS_WORKING.search(text.split(phrase)[0]):
            hand = hand or phrase
        elif found and found not in ("other", "breath", "belly"):
            used |= set(phrase.split())
            return found
    used |= set(hand.split())
    return "hands_forearms" if hand else ""


def _longest(kind: str, text: str, used: set[str]) -> str:
    for phrase in _phrases(text):
        found = vocabulary.find(kind, phrase)
        if found and found not in ("none", "hold"):
            used |= set(phrase.split())
            return found
    return ""


def _phrases(text: str) -> list[str]:
    """Every run of words in `text`, the longest first."""
    words = text.split()
    return [
        " ".join(words[at : at + many])
        for many in range(min(MOST_WORDS, len(words)), 0, -1)
        for at in range(len(words) - many + 1)
    ]
