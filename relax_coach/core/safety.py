"""Which pain is not for massage: the danger signs, what to do, and when to stop.

From facts 3a, 3b and 3d of the sources (docs/sources.md), in our own words; what follows from
each sign stands in conditions.py. No clinician has reviewed this page.
"""

QUESTION = (
    "Today: a sudden or worst-ever headache, a knock to the head, a fever, new pain on one side of "
    "head or neck, new weakness, numbness, trouble with speech, sight or balance, chest pain"
)
FROM_50 = ", a new sore temple or scalp, jaw pain on chewing"
ASK_THEM = "Ask them, each time anew."
NOT_NOW = "Nor after alcohol or drugs, nor for a strong pain that nobody can explain."


def question(from_50: bool) -> str:
    """Asked once a day, before the first session that presses; breathing alone is spared it."""
    return f"{QUESTION}{FROM_50 if from_50 else ''}?"


CONDITIONS_TITLE = "Once, before the first press: does any of this hold for you?"
THEIR_CONDITIONS_TITLE = "Ask who will be massaged: does any of this hold for them?"
CONDITIONS_KEPT = "Kept on this machine alone, for 30 or 90 days. Change it at any time."
THEIR_CONDITIONS_KEPT = "Nothing of this is kept."

CONSENT_TITLE = "Before you touch"
CONSENT = (
    "Ask: may I? Is there a place where I should not?",
    "Agree how hard: four of ten is clear to them and still pleasant.",
    "Agree on the word stop. It means hands off, at once, and no reason is needed.",
    "Never pull, crack or turn the head. Never press the front or the sides of the neck.",
    "The keys are theirs: e softer, s ten seconds longer and never harder, x stop.",
)
ASK_PRESSURE = "Ask: is the pressure all right?"

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
AFTER_NECK = (
    "In the next days and weeks: new severe neck pain or headache, dizziness, or trouble with "
    "sight or speech is looked at by a doctor at once. Tell them about the massage."
)
AFTER = "A little soreness tomorrow is usual. Pain that is new or grows is looked at by a doctor."


def after(touched_neck: bool) -> str:
    """What to watch for after a session."""
    return AFTER_NECK if touched_neck else AFTER


HURT_QUESTION = "Dizziness, numbness or sharp pain now?"
HURT_TITLE = "Rest now. Hands off."
HURT_REST = "No more pressing today. Breathing stays open to you."
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
