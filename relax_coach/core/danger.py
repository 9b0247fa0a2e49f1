"""A danger sign in what a person types: told before anything is suggested for it.

Which signs there are stands in conditions.py; here are only the words in which one tells them.
Where it is in doubt whether a sign is told, it is: a person with a stroke must get no massage.
"""

import re
from collections.abc import Mapping
from functools import cache

from relax_coach.core.conditions import CONDITIONS, Condition

HURT = "pain/pains/painful/hurt/hurts/hurting"
PAIN = f"{HURT}/ache/aches/aching/burning/burns/stabbing"
HEADACHE = "headach*/headake*/migraine*/migrane*"
CHEST = "chest/breastbone/sternum/ribs/lung/lungs"
CRUSHED = f"{PAIN}/crush*/squeez*/cramp*/discomfort"
PRESSED = "pressure/tightness/heaviness/weight"
LIMB = "arm/arms/leg/legs/hand/hands/fingers/foot/face/mouth/side"
SWELLING = "arm/arms/leg/legs/calf/calves"
CANNOT = "cant/cannot/couldnt/unable/trouble/difficult*/struggl*/problem/problems/hardly/barely"
LOST = "lost/lose/losing/loss/lack"
SIGHT = "sight/vision/eyesight"
SUDDEN = "sudden*/suden*/abrupt*/instant*"
SCREEN = "screen*/computer/laptop/monitor/reading/strain/tired/flight"
BIRTH = "pregn*/birth/postpartum"
BLOW = "accident/crash/crashed/tumbled/bumped/banged/knock/knocked"
STRUCK = "hit/hitting/punched/kicked/struck/bang/banging/banged/bump/bumping/bumped/knock/knocked/smashed"
FELL = "fell/fall/falls/fallen/falling"
WANT = "want/wanted/wants/wanna/wish/going/gonna/plan/planning/think/thinking"

# fmt: off
_SAID: Mapping[str, tuple[str, ...]] = {  # the most urgent first
    "despair": (
        "suicid*/sucid*/suisid*", "kill/killing/harm/harming/hang/hanging/shoot/drown/end/ending myself/self", "self harm*/injur*/hurt*",
        f"{WANT} … hurt/hurting/cut/cutting myself", "cut/cutting/slit … wrist/wrists", "jump … bridge/roof/window",
        f"{WANT} … die/dying", "want/wish/better/rather … dead", f"{WANT} disappear", f"{WANT} … never wake",
        "end/ending/take/taking my/own/this life", f"{WANT} … end … life", "end/ending it/everything all/now/tonight/today", "want … be over",
        "my/own life … end/ended/over/pointless/worthless", "life … no meaning", "not/isnt/hardly worth living", "no reason/point … live/living/life/going",
        "dont/not/no/never … want/wanna/wish … live/exist/wake/alive", "dont/not/no want … be here", "tired/sick/done/enough of/with living/life",
        "cant/cannot go/carry on", "cant/cannot live", "better off without me", "would miss me",
        "overdos*", "od on", "too many … pill/pills/tablet/tablets/painkillers", "took/taken/swallowed all/whole/pack … pills/tablets", "took/taken too much",
    ),
    "chest": (
        f"{CHEST} … {CRUSHED}", f"{CRUSHED} … {CHEST}", f"{CHEST} … {PRESSED}", f"{PRESSED} … {CHEST}",
        f"{CHEST} tight/heavy", f"tight/heavy {CHEST}", f"elephant/sitting on {CHEST}",
        f"heart … attack/racing/races/pounding/pounds/beating/pressure/flutter*/skip*/irregular*/fast/stops/stopping/crazy/{CRUSHED}", f"{CRUSHED} … heart",
        "heartbeat/pulse racing/pounding/fast/irregular*", "racing/pounding/fluttering/skipping/irregular/fast heart*/pulse", "palpit*/palpat*",
        f"left … arm … heavy/strange/odd/{PAIN}", f"heavy/{PAIN} … left … arm", f"{SWELLING} … swollen/swell*/size", f"swollen/swelling … {SWELLING}",
        "breathless*/suffocat*/choking/gasping/wheez*/winded", "short/shortnes*/out of breath/breathe", "breath short", "no air", "not … enough air",
        f"{CANNOT} breathe/breathing/breath/inhale/air", f"{CANNOT} catch/get … breath/air", "hard/harder to breathe/breath", "not breathing",
        f"breathing hard/harder/difficult*/trouble/laboured/labored/{HURT}", f"{HURT} when/to/while/if breath*", "cough/coughing/spitting … blood",
    ),
    "gas": (
        "monoxid*", "co/co2/gas leak/alarm", "smell gas", f"everyone/everybody/others … dizzy/{HEADACHE}", f"we/us all … {HEADACHE}", f"all/both us/them … {HEADACHE}",
        f"all have/got {HEADACHE}", f"whole/entire family/house … {HEADACHE}", f"{HEADACHE} … whole family/house", f"kids/children/others also … {HEADACHE}",
        f"wife/husband/partner/kids/children/flatmate/roommate … {HEADACHE} too/also",
    ),
    "after_blow": (
        f"{BLOW}/whiplash/injury and vomit*/throwing/drowsy/sleepy/{HEADACHE}", f"{FELL} and vomit*/{HEADACHE}",
        f"{BLOW}/whiplash/injury and head {PAIN}", f"{FELL} and head {PAIN}", f"hit/struck by and {HEADACHE}",
        f"{STRUCK} … head", f"{FELL} … head", "head … hit/banged/struck", "concus*",
    ),
    "pregnant_head": (f"{BIRTH} and head/{HEADACHE} and swelling/swollen/blur*/belly/stomach/{SIGHT}",),
    "meningitis": ("fever*/feaver/temperature and stiff*/rash", "mening*", "rash"),
    "red_eye": (f"eye/eyes/eyeball red/{HURT} unless {SCREEN}", f"red/{HURT} eye/eyes/eyeball unless {SCREEN}", f"red {HURT} eye/eyes", f"{HURT} red eye/eyes", f"eye/eyes red … {HURT}", "halos"),
    "torn_artery": ("eyelid/lid … droop*/hang*", "droop* … eyelid/lid", "pupil*", f"hard/{CANNOT} … swallow*", f"double {SIGHT} and neck/head/{HEADACHE}"),
    "confusion": (
        "blur*/blind/blindness/confused/confusion/disorient*/drowsy/drowsiness", f"double/dim {SIGHT}", "see/seeing double/stars/flashes", "everything … double", "flashing lights", f"spots … {SIGHT}",
        f"{SIGHT} … double/dim/gone/going/black/dark/foggy/missing", "eyes go/going/went black/dark/dim/double", "curtain/shadow … eye/eyes/vision", f"no {SIGHT}",
        f"{LOST}/{SUDDEN} … speech/memory/words/{SIGHT}", f"speech/memory/{SIGHT} loss/gone/problem*/{SUDDEN}", "lost ability",
        f"{CANNOT} see/seeing/speak/speaking/talk/talking/remember/remembering/speech/memory/{SIGHT}", f"hard to see/speak/talk/remember unless {SCREEN}", "dont/not see/seeing anything/well/properly/clearly/right",
        f"{CANNOT} find/say/form/get … words", "mix/mixing … words", "words/speech … slow/wrong/jumbled/mixed/gone/garbled/strange/odd/funny", "talking nonsense/gibberish/funny",
        "forgot/forget … name", "dont/not know where/who i/he/she am/is", "dont/not know … day … is",
    ),
    "stroke": (
        "stroke unless stroke my/the/of/along/down", "had/having/after … stroke", "tia", "slur*", "paraly*", "numb/numbnes*/weak/weaknes*/weeknes*",
        "tingl*/prickling", "pins and needles", "droop*",
        "face/mouth/smile … crooked/lopsided/sagging/sags/dropped/uneven/twisted/hanging", "crooked/lopsided face/mouth/smile", "arm hangs/hanging",
        f"{LIMB} … dead/limp/useless/lead", f"{LIMB} … wont/cant/cannot/not/doesnt/isnt … move/moving/lift/work/working/carry", f"{CANNOT} lift/move/raise/feel/use {LIMB}", f"dont/not feel/feeling {LIMB}", f"{CANNOT} grip",
        f"no/{LOST} feeling/strength/sensation/power/use/control … {LIMB}", f"{CANNOT} hold cup/things/anything", "legs give/gave way",
        "dizz*/dizy/dissy/lightheaded*/giddy/woozy/vertigo/unsteady/wobbly/stagger*/stumbl*", "light headed*", "head/room/everything … spinning/spins",
        f"{LOST}/{CANNOT} … balance", "off balance", "no balance", "balance gone/off/bad/lost",
        f"{CANNOT} walk/walking/stand/standing", "hard to walk/stand", "walk/walking … crooked/sideways/drunk",
    ),
    "fit": (
        "faint/faints/fainted/fainting/seizure*/siezure*/convuls*/unconscious*/blackout*/collapsed/collapsing/epileptic", "pass/passed/passing/black/blacked/blacking/knocked out",
        "having/had a/another fit", f"{LOST} consciousness", "everything … black", "cant/cannot/wont/hardly wake/waken her/him/them", "she/he wont/cant/cannot wake", "hardly … woken/wake",
    ),
    "thunderclap": (
        "thunderclap*", "thunder clap", f"{SUDDEN} … head/{HEADACHE}/{PAIN}", f"head/{HEADACHE}/{PAIN} … {SUDDEN}", f"head/{HEADACHE} … second/seconds/nowhere/blue/hit", f"head/{HEADACHE} without warning",
        f"explo* … head/{HEADACHE}", f"head/{HEADACHE} … explo*/burst*/lightning", f"worst … {HEADACHE}", f"{HEADACHE} … worst", "worst ever", f"worst … {PAIN} … ever/life",
        f"worse/strongest/biggest/painful {HEADACHE} … ever/life", f"{HEADACHE} … worse than ever", f"never … {HEADACHE} … like/before/bad", f"never such {HEADACHE}", f"{HEADACHE} like never",
    ),
    "new_mother": (f"{BIRTH} and head/{HEADACHE}", f"had baby and {HEADACHE}"),
    "severe": ("severe/severely/unbearable/unbareable/excruciating/agony/agonising/agonizing",),
    "sore_temple": (f"jaw and chew*/eat/eating and sore/{PAIN}", f"jaw … {PAIN} … talk*", f"temple/temples/scalp and chew*/eat/eating and sore/{PAIN}", "new temple/scalp pain/sore*"),
    "one_sided": (
        f"new {HEADACHE} … never", f"new neck/head/one/sided/onesided/{HEADACHE}/{PAIN} … one/side/sided/onesided", f"{PAIN} … one side … new", f"one side/sided … {PAIN} and new",
        f"{PAIN} … unlike", f"unlike … {PAIN}", f"{PAIN} … never before/had", f"different neck/head/{PAIN} … ever/before/{PAIN}",
    ),
    "spine": ("clumsy/bladder/bowel/bowels/incontinen*", "wet myself", f"{CANNOT} pee/peeing", f"{CANNOT} … button/buttons", "dropping things/everything"),
    "knock": (
        f"{BLOW}", "blow to/on/against", f"{STRUCK} … neck", "neck … hit/banged/struck", "hit/struck by",
        "car/truck/bike … hit", "rear ended", "fell/fallen", "after/since/had/keep … fall/falls/falling", "a fall", "fall/falls/falling off/from/down/on/onto/over",
    ),
    "fever": ("fever*/feaver/infect*/sepsis/flu/influenza/covid", "high temperature"),
    "drink": (
        "drunk/tipsy/alcohol/drugs/stoned/ecstasy/cocaine/cannabis", "drank/drinking/drinks/had/glass/glasses/bottle … wine/beer/beers/vodka/whisky/gin/rum",
        "been drinking", "lot to drink", "drank too much", "high on weed", "smoked … weed/pot",
    ),
    "unexplained": ("unexplained", f"{PAIN} … no/unknown/without reason/cause/explanation", "nobody/noone/doctors … explain/knows"),
}
_HARMLESS = (
    f"{FELL} asleep/behind/ill", f"{FELL} into bed/sleep", "head/neck falling forward", "let … fall", "dying/die down", "living room", "go/carry on holiday/vacation/trip",
    "pressure point*", "tight/heavy chest muscle*", "chest muscle* tight/heavy", "air con*", "hit/struck by stress", "room/office/outside temperature", "temperature … cold",
    "around/behind/above/between eye/eyes", "red light", "memory foam", "gentle/soft/slow/long/firm stroke", "tingl* scalp/massage", "droop* shoulder*", "shoulder* droop*",
    "life balance", "balance between", "stand the/it/my/this", "new chair/desk/pillow/bed/mattress/job/car", "crash course/diet", "weak coffee/tea", "blind date", "fall/falling out with", f"{CANNOT} breathe/breath through nose", "knock off", "drinking/much water/coffee/tea",
)
# fmt: on
"""_SAID: each sign → the phrases that tell it; _HARMLESS: those that are passed over before.

The words of a phrase stand in their order in one clause: `a/b` is either word, and `a*` every word
that begins so. Between two of them stand LITTLE words alone, and at `…` up to MOST_BETWEEN others.
Both sides of `and` are told anywhere, and what is behind `unless` nowhere.
"""

MOST_BETWEEN = 3
REACH = 20
"""Words within which a phrase ends."""
LITTLE = (
    "a/able/about/across/am/an/are/as/at/be/been/being/both/clearly/even/feel/feeling/feels/felt/"
    "for/from/gets/getting/got/had/has/have/having/i/im/in/is/it/its/ive/just/keep/left/little/"
    "lower/me/my/of/off/on/one/or/our/own/properly/quite/really/right/so/some/such/that/the/this/"
    "to/upper/very/was/were/when/with/your"
)
DENIALS = (
    "aint/arent/didnt/doesnt/dont/hadnt/hasnt/havent/isnt/neither/never/no/nor/not/wasnt/without"
)
_CLAUSE = r"[.,;:!?()]+|\s[-–—]+\s|\bbut\b"
_DENIED = (
    rf"\b(?:{DENIALS.replace('/', '|')})(?: \w+ n?or)?"
    r"(?: (?:a|all|an|any|at|been|feel|feeling|felt|had|have|having|history|of|sign|signs))*$"
)
"""What stands before a word that is denied: "no", "never had any", "no fever or"."""


def sign_in(text: str) -> Condition | None:
    """The danger sign that `text` tells, the most urgent; None where it tells none."""
    plain = re.sub("['’`´]", "", text.lower())  # "can't" is as often written without
    plain = re.sub(r"\b(?:can|could) not\b|\b(?:not|\w+nt) able\b", "cannot", plain)
    clauses = [_passed_over(re.findall(r"[^\W_]+", one)) for one in re.split(_CLAUSE, plain)]
    for sign, phrases in _SAID.items():
        if any(_is_told(phrase, clauses) for phrase in phrases):
            return CONDITIONS[sign]
    return None


def _is_told(phrase: str, clauses: list[list[str]]) -> bool:
    needed, *spared = phrase.split(" unless ")
    return all(_is_said(one, clauses) for one in needed.split(" and ")) and not any(
        _is_said(one, clauses) for one in spared
    )


def _passed_over(clause: list[str]) -> list[str]:
    """`clause` with a dash for what is harmless."""
    at = 0
    left: list[str] = []
    while at < len(clause):
        ends = (_end(one.split(), clause, at) for one in _HARMLESS)
        end = next((end for end in ends if end), 0)
        left.append("-" if end else clause[at])
        at = end or at + 1
    return left


def _is_said(phrase: str, clauses: list[list[str]]) -> bool:
    steps = phrase.split()
    return any(
        _end(steps, clause, at) and not _is_denied(clause, at)
        for clause in clauses
        for at in range(len(clause))
    )


def _end(steps: list[str], clause: list[str], at: int) -> int:
    """Where the phrase of `steps` that begins at word `at` ends; 0 where it does not stand there."""
    if not _is_one_of(clause[at], steps[0]):
        return 0
    said = clause[at + 1 : at + REACH]
    rest = _rest(said, steps[1:])
    return 0 if rest is None else at + 1 + len(said) - len(rest)


def _rest(said: list[str], steps: list[str], between: int = 0) -> list[str] | None:
    """What follows `steps` in `said`, behind little words and at most `between` others."""
    if not steps:
        return said
    if steps[0] == "…":
        return _rest(said, steps[1:], MOST_BETWEEN)
    if not said:
        return None
    if _is_one_of(said[0], steps[0]):
        rest = _rest(said[1:], steps[1:])
        if rest is not None:
            return rest
    if _is_one_of(said[0], LITTLE):
        return _rest(said[1:], steps, between)
    if between > 0 and not _is_one_of(said[0], DENIALS):
        return _rest(said[1:], steps, between - 1)
    return None


def _is_denied(clause: list[str], at: int) -> bool:
    """Whether the word at `at` is said not to be; what was never there before is there now."""
    denied = re.search(_DENIED, " ".join(clause[:at]))
    return bool(denied) and not {"before", "like", "until"} & {*clause[at:]}


def _is_one_of(word: str, step: str) -> bool:
    whole, stems = _words(step)
    return word in whole or word.startswith(stems)


@cache
def _words(step: str) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words of a step, and what the others begin with."""
    words = step.split("/")
    return frozenset(words), tuple(word[:-1] for word in words if word.endswith("*"))
