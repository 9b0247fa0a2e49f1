"""Which pain is not for massage: the danger signs, what to do, and when to stop.

From facts 3a, 3b and 3d of the sources (docs/sources.md), in our own words; what follows from
each sign stands in conditions.py. No clinician has reviewed this page.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from relax_coach.core.conditions import DO, NECK, SHOULDERS, Condition

QUESTION = (
    "Today: a sudden or worst-ever headache, a knock to the head, a fever, new pain on one side of "
    "head or neck, new weakness, numbness, trouble with speech, sight or balance, fainting, "
    "breathlessness, chest pain"
)
FROM_50 = ", a new headache or soreness at a temple, a sore scalp, jaw pain on chewing"
ASK_THEM = "Ask them, each time anew."
ALSO = (
    "The same holds for a painful red eye, a swollen arm or leg, new bladder trouble, a headache "
    "that others at home have too, and a new one in pregnancy or within six weeks after a birth."
)
NOT_NOW = "Press nothing after alcohol or drugs, or on a strong pain that nobody can explain."


def question(from_50: bool) -> str:
    """Asked once a day, before the first session that presses; breathing alone is spared it."""
    return f"{QUESTION}{FROM_50 if from_50 else ''}?"


CONDITIONS_TITLE = "Does any of this hold for you?"
THEIR_CONDITIONS_TITLE = "Ask who will be massaged: does any of this hold for them?"
CONDITIONS_KEPT = "Kept on this machine alone, for 30 or 90 days. Change it at any time."
THEIR_CONDITIONS_KEPT = "Nothing of this is kept."

CONSENT_TITLE = "Before you touch"
HOW_HARD = "Agree how hard: four of ten is clear to them and still pleasant."
CONSENT = (
    "Ask: may I? Is there a place where I should not?",
    HOW_HARD,
    "Agree on the word stop. It means hands off, at once, and no reason is needed.",
    "Never pull, crack or turn the head. Never press the front or the sides of the neck.",
    "The keys are theirs: e softer, s ten seconds longer and never harder, x stop.",
)
NOT_AGAIN = (
    "Today a massage for two ended with something wrong. If it was the same person: no more today."
)
NOT_YOU = (
    "Today a session of your own ended with something wrong. Today you may give a massage, and not "
    "be the one who is massaged."
)
ASK_PRESSURE = "Ask: is the pressure all right?"
ASKS = "A question for them"

STOP_TITLE = "Stop here. Hands off."
STOP_RULES = (
    "Sharp, electric or shooting pain",
    "Numbness or tingling in the face, an arm or a hand",
    "Dizziness, spinning, ringing ears, faintness or nausea",
    "Trouble with sight, speech or balance, or new weakness",
    "A headache that is clearly getting worse, or the worst ever",
    "Chest pain or breathlessness",
    "A bruise that forms, or an odd or strong pulse that stays as you move off",
)
"""Any one of these ends a session."""
STOP_WHEN = "End the session when there is any of this"

_STOP_DO = (
    " Call your local emergency number with chest pain or breathlessness, if a severe headache "
    "came suddenly, if a face droops, if speech, sight, balance, strength or feeling is off, or if "
    "anything lasts more than a few minutes."
)
STOP_DO = f"Sit or lie down.{_STOP_DO}"
STOP_LATER = (
    "New severe neck pain or headache in the days or weeks after a neck massage: see a doctor "
    "at once and tell them about the massage."
)
AFTER_NECK = (
    "In the next days and weeks: with new severe neck pain or headache see a doctor at once; with "
    "sudden trouble with speech, sight, balance or strength call the emergency number. Tell them "
    "about the massage."
)
AFTER = "A little soreness tomorrow is usual. Pain that is new or grows is looked at by a doctor."


def after(places: Set[str]) -> str:
    """What to watch for after hands were on `places`, or they were stretched; "" for none."""
    if places & (NECK | SHOULDERS):
        return AFTER_NECK
    return AFTER if places else ""


HURT_TITLE = "Rest now. Hands off."


@dataclass(frozen=True, slots=True)
class Told:
    """What is said when something is wrong and at the end, to whom it concerns."""

    stop_do: str
    stay: str
    hurt_question: str
    hurt_rest: str


TOLD: Mapping[str, Told] = {
    "self": Told(
        STOP_DO,
        "Stay as you are for a moment, if you like.",
        "Dizziness, numbness or sharp pain now?",
        "No more pressing today. Breathing stays open to you.",
    ),
    "partner": Told(
        f"Let them sit or lie down.{_STOP_DO}",
        "Let them stay as they are for a moment.",
        "Ask them: dizziness, numbness or sharp pain now?",
        "No more massage for them today.",
    ),
}
"""By whom the routine is for."""
REST_UNKEPT = (
    "That there is no more pressing today could not be kept ({reason}): it holds while this "
    "program runs, and after that it is for you to remember."
)
EXPECTED = "A mild ache that fades, warmth and a pleasant sleepiness are no reason to stop."
HURRIED = "One moment: read it first, please."
UNSURE = "Was that for this question? y yes, something is wrong; n no, nothing is."
SLIP = "If it was a slip: space goes on."


def stop_said(who: str, own_rules: Iterable[str] = ()) -> str:
    """What is said when something is wrong: what to do, and what ends a session.

    `who` as in TOLD; `own_rules` are those of the routine's author.
    """
    rules = (f"{rule.rstrip('. ')}." for rule in (*STOP_RULES, *own_rules))
    return " ".join((STOP_TITLE, TOLD[who].stop_do, f"{STOP_WHEN}.", *rules, SLIP))


def hurt_said(who: str) -> tuple[str, ...]:
    """What is said when something is wrong after the end, and that it is enough for today."""
    told = TOLD[who]
    return HURT_TITLE, told.stop_do, STOP_LATER, told.hurt_rest


def sign_said(sign: Condition) -> str:
    """What is said where what a person wrote may be `sign`: first what to do."""
    return (
        f"No massage now. {DO[sign.do]} What you wrote may be a danger sign: {sign.name}. "
        f"{sign.reason} `relax-coach learn now` tells all the signs. Where it is none of them, "
        "give the same command again and name the place alone."
    )


SPOKEN_STOP = (
    "Stop at any sharp pain, numbness, tingling, dizziness, weakness, chest pain, "
    "breathlessness, trouble with sight or speech, or a headache that gets worse."
)
"""The stop rules in one sentence, for where nobody can answer."""

NOT_MEDICAL = (
    "Massage may help you relax and ease tension. Relax Coach is no medical advice, and no "
    "clinician has reviewed it."
)
EVERYWHERE = "Never while driving or in the bath."
