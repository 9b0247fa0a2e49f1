"""Which pain is not for massage: the danger signs, what to do, and when to stop.

From facts 3a, 3b and 3d of the sources (docs/sources.md), in our own words. No clinician has
reviewed this page.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """A danger sign and how soon it needs someone to look at it."""

    text: str
    urgency: str
    """emergency or today."""


QUESTION = (
    "Today: a sudden or worst-ever headache, a knock to the head, fever with a stiff neck, new "
    "weakness, numbness, trouble with speech, sight or balance, or chest pain?"
)
"""Asked once a day, before the first session that presses; from breathing alone it is spared."""

SIGNS = (
    Sign("A headache that came suddenly, or the worst of your life", "emergency"),
    Sign("A headache after a fall, a crash or a blow to the head", "emergency"),
    Sign("A drooping face, a weak arm, slurred speech, sudden confusion", "emergency"),
    Sign("Sudden trouble with sight, or a painful red eye", "emergency"),
    Sign("New numbness on one side, fainting, a fit, sudden unsteadiness", "emergency"),
    Sign("High fever with a stiff neck, a rash or drowsiness", "emergency"),
    Sign("Chest pain, breathlessness, one swollen painful arm or leg", "emergency"),
    Sign("New pain on one side of the neck or head, unlike any before", "today"),
    Sign("50 or older with a new sore temple, sore scalp or jaw pain on chewing", "today"),
    Sign("Others in the house have a headache too: fresh air first, it may be gas", "emergency"),
)

WHAT_TO_DO = {
    "emergency": "Call your local emergency number now. In many countries it is 112, 911 or 999.",
    "today": "See a doctor today, before any massage.",
}

STOP_TITLE = "Stop here. Hands off."
STOP_RULES = (
    "Sharp, electric or shooting pain",
    "Numbness or tingling in the face, an arm or a hand",
    "Dizziness, spinning, faintness or nausea",
    "Trouble with sight or speech, or new weakness",
    "A headache that is clearly getting worse",
    "A strong or odd pulse under the fingers: move off it at once",
)
"""Any one of these ends a session."""

STOP_DO = (
    "Sit or lie down. If it came suddenly, if speech, sight, balance or strength is off, or if it "
    "lasts more than a few minutes: call your local emergency number."
)
STOP_LATER = (
    "New severe neck pain or headache in the days or weeks after a neck massage: see a doctor "
    "at once and tell them about the massage."
)
EXPECTED = "A mild ache that fades, warmth and drowsiness are no reason to stop."
SLIP = "If it was a slip: space goes on."
SPOKEN_STOP = (
    "Stop at any sharp pain, numbness, tingling, dizziness, or trouble with sight or speech."
)
"""The stop rules in one sentence, for where nobody can answer."""

NOT_MEDICAL = (
    "Massage may help you relax and ease tension. Relax Coach is no medical advice, and no "
    "clinician has reviewed it."
)
EVERYWHERE = "Never while driving or in the bath."
