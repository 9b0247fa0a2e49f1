"""The program's own words, as they are spoken and shown."""

from collections.abc import Iterator

from relax_coach.core import safety, vocabulary
from relax_coach.core.conditions import STRETCH
from relax_coach.core.routine import Ms, Routine

PRESS_WORDS = {
    "effleurage": "Stroke",
    "petrissage": "Squeeze",
    "small_circles": "Circle",
    "tapotement": "Tap",
    "scalp_glide": "Glide",
    "hold": "Rest there",
    "stretch_hold": "Stretch",
    "active_movement": "Move",
    "isometric": "Tense",
    "post_isometric_relaxation": "Push lightly",
    "compression": "Squeeze",
    "palming": "Cup your eyes, without touching",
    "heat": "Lay it on",
    "cold": "Lay it on",
}
"""The word that goes with the first press of a pulsed step; "Press" for the others."""

RELEASE_WORD = "Let go"
RELEASE_STRETCH = "Slowly out of the stretch."
KEEP_OFF = "Keep off the named places, whatever is said."
LAST = "Last one"
LAST_BREATH = "Last breath"
PHASE_WORDS = {"in": "Breathe in", "hold": "Hold", "out": "Breathe out"}
EASED = "If it softens sooner, lighten and rest your hand there until the tone."
REST = "Rest. Let your hands sink and your shoulders drop."
REST_AGAIN = "Rest."
READY = "Go on when you are ready."
WAIT = f"Take your time. {READY}"
LONGER = "A little longer here."
PAUSED = "Paused. Take your time."
PACED_RELEASE = "Breathe in, let go"
END_SLEEP = "Let your hands sink. There is nothing more to do. Let sleep come."
END_FOR_TWO = "Let them rest a while, and get up slowly: from lying, over the side."
END = "Let your hands sink. One last easy breath. Open your eyes when you like."
UNVOICED = "Some words have no voice."
RECORDED = {"Then press x.": "Then stop here."}
"""What a routine says about keys → what a recording says in its place."""

PROPPED = {
    "supine": "propped up, or lying on your side",
    "receiver_supine": "the receiver propped up or on their side, you at their head",
}
"""In place of lying flat."""

QUIET_LINES = (
    "Slow and easy. Lighter is fine too.",
    "Let the jaw hang loose.",
    "Breathe on, all the way out.",
    "Shoulders low, forehead smooth.",
)
"""Said one after the other over long work for which the file gives no lines."""

QUIET_LINES_FOR_TWO = (
    "Slow and easy. Lighter is always right.",
    "Let your own shoulders sink.",
    "Watch their breath, and let your hands follow it.",
    "Stay with your whole attention in your hands.",
)
"""The same, for who massages another."""

QUIET_BREATH_LINES = (
    "No need to breathe deep. Just even.",
    "Let the belly move, and the shoulders stay.",
    "If your thoughts wander, come back to the out-breath.",
    "Soft and slow is enough.",
)


def press_word(technique: str | None) -> str:
    """The word that goes with a press of this technique."""
    return PRESS_WORDS.get(technique or "", "Press")


def release_word(technique: str | None) -> str:
    """The word that goes with the first release; a stretched neck is told where to go."""
    return RELEASE_STRETCH if technique == "stretch_hold" else RELEASE_WORD


def paced_press(technique: str | None) -> str:
    """The word that goes with a press on the out-breath."""
    return f"Breathe out, {press_word(technique).lower()}"


def felt(pressure: int) -> str:
    """A pressure as figure and word: 3 of 10, light."""
    return f"{pressure} of 10, {vocabulary.pressure_word(pressure)}"


def lightly(pressure: int) -> str:
    """Said before an author's words about a step that is limited to `pressure`."""
    return f"Lightly here. Pressure {felt(pressure)}."


def quiet_lines(breathing: bool, who: str = "self") -> Iterator[str]:
    """Quiet lines without end, for long work or long breathing."""
    over_work = QUIET_LINES_FOR_TWO if who == "partner" else QUIET_LINES
    while True:
        yield from QUIET_BREATH_LINES if breathing else over_work


def recorded(text: str) -> str:
    """`text` for a recording, where there are no keys."""
    for live, instead in RECORDED.items():
        text = text.replace(live, instead)
    return text


def place(position: str, propped: bool = False) -> str:
    """The name of a position; `propped`: for who does not lie flat."""
    return (PROPPED if propped else {}).get(position, vocabulary.POSITIONS[position].name)


def at_hand(routine: Routine, balls: bool) -> tuple[str, ...]:
    """What must be there, without balls where they may not be used."""
    return tuple(one for one in routine.needs if balls or "ball" not in one)


def moved(position: str, from_lying: bool, propped: bool = False) -> str:
    """Said before a step in which the position changes."""
    name = place(position, propped)
    if from_lying and position == "receiver_seated":
        return f"Let them roll to their side first, then come up slowly. Now: {name}."
    if from_lying:
        return f"Roll to your side first, then come up slowly. Now: {name}."
    return f"Change position, without hurry. Now: {name}."


def end(profile: str, who: str) -> str:
    """The last words; softer ones where the person is to fall asleep."""
    if profile == "sleep":
        return END_SLEEP
    return END_FOR_TWO if who == "partner" else END


def opening(
    routine: Routine,
    known: bool = False,
    exported: bool = False,
    light: int | None = None,
    propped: bool = False,
    balls: bool = True,
    heed: bool = False,
) -> str:
    """Where to be, what to have at hand, what the tones mean, how hard: said before the start.

    `known`: it was done lately, so only what must be at hand is said. `exported`: it becomes a
    file, which begins with the stop rules, and for two with their yes. `light`: the highest
    pressure of a session that was made gentler, 0 where no hand touches. `propped` as in `place`.
    `balls`: whether balls may be used. `heed`: places were named that no hand may rest on.
    """
    parts = [safety.SPOKEN_STOP, safety.EVERYWHERE] if exported else []
    if routine.position != "any":
        parts.append(f"{capital(place(routine.position, propped))}.")
    if needs := at_hand(routine, balls):
        parts.append(f"At hand: {', '.join(needs)}.")
    if routine.who == "partner" and exported:
        parts.append("Ask before you begin, and agree on a word that means stop.")
    if heed and routine.presses:
        parts.append(KEEP_OFF)
    if known:
        return " ".join([*parts, "You know this one."])
    if routine.presses:
        if routine.cues != "silent":
            parts.append("A tone begins each step, a chime ends it.")
        if routine.who == "partner":
            parts.append("Sides are theirs.")
        if light is None:
            whose = "clear to them" if routine.who == "partner" else "clear"
            parts.append(f"Four of ten is {whose}, still pleasant.")
        elif light:
            parts.append(f"Lightly today: at most {light} of ten.")
    elif routine.cues != "silent":
        parts.append("A rising tone is in, a falling tone is out.")
    return " ".join(parts or ["Settle in."])


def switch(side: str, who: str = "self", technique: str | None = None) -> str:
    """Said between the sides; `side` is the one that comes now.

    Who is stretched comes back first: a turned or bent neck is not swung across.
    """
    over = "Ease out slowly, then change over" if technique in STRETCH else "Change over"
    return f"{over}. {now(side, who)}"


def now(side: str, who: str = "self", technique: str | None = None) -> str:
    """The side that comes, where sides alternate without a pause."""
    if technique in STRETCH:
        return switch(side, who, technique)
    return f"Now {'their' if who == 'partner' else 'the'} {side} side."


def spoken_time(length: Ms) -> str:
    """A length in words: 20 seconds, 1 minute 30 seconds."""
    minutes, seconds = divmod(length / 1000, 60)
    parts = []
    if minutes:
        parts.append(f"{minutes:g} minute{'s' if minutes != 1 else ''}")
    if seconds or not minutes:
        parts.append(f"{seconds:g} second{'s' if seconds != 1 else ''}")
    return " ".join(parts)


def in_all(done: Ms, whole: Ms) -> str:
    """How long a session was with what was done before it broke off; "" where it did not."""
    return f"With what came before: {clock(whole)}." if whole > done else ""


def clock(length: Ms) -> str:
    """A length as a clock shows it, rounded up to the second: 0:07, 12:30."""
    seconds = -(-length // 1000)
    return f"{seconds // 60}:{seconds % 60:02d}"


def about(seconds: float) -> str:
    """In the words of a person: seconds up to a minute and a half, then minutes, then hours."""
    if seconds < 90:
        return f"{round(seconds)} seconds"
    minutes = round(seconds / 60)
    return f"{minutes} minutes" if minutes < 120 else f"{round(minutes / 60)} hours"


def capital(text: str) -> str:
    """`text` with a capital first letter."""
    return text[:1].upper() + text[1:]
