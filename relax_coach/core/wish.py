"""What a person wants, read from a few words in any order: neck 4m, sleep, left jaw for two."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from relax_coach.core import safety, vocabulary
from relax_coach.core.conditions import Condition
from relax_coach.core.danger import sign_in
from relax_coach.core.duration import milliseconds, said
from relax_coach.core.problem import shown
from relax_coach.core.routine import Ms
from relax_coach.core.totals import LONGEST_SESSION

GOALS: Mapping[str, tuple[str, ...]] = {
    "sleep": ("sleep", "evening", "lying", "relaxation", "calm"),
    "desk": ("desk",),
    "headache": ("temples", "skull base", "forehead", "head"),
    "stress": ("stress", "calm", "relaxation", "breathing"),
    "quick": ("quick",),
    "lying": ("lying",),
    "no hands": ("no hands",),
    "points": ("points", "acupressure"),
}
"""What one may want → the tags that stand for it, the best first (our own judgement)."""
SPELLINGS: Mapping[str, str] = {
    vocabulary.plain(spelling): goal
    for goal, spellings in {
        "sleep": (
            "asleep",
            "fall asleep",
            "falling asleep",
            "bed",
            "bedtime",
            "evening",
            "night",
            "tired",
        ),
        "desk": ("office", "work", "workday", "computer", "laptop", "screen"),
        "headache": ("headaches", "head ache", "tension", "tension headache"),
        "stress": ("stressed", "calm", "relax", "relaxation", "unwind"),
        "quick": ("short", "fast", "brief", "a few minutes", "few minutes", "a moment"),
        "lying": ("lie down", "lying down"),
        "no hands": ("hands free", "handsfree", "without hands"),
        "points": ("point", "acupressure"),
    }.items()
    for spelling in (goal, *spellings)
}
COMPANY: Mapping[str, str] = {
    "partner": "partner", "two": "partner", "couple": "partner", "together": "partner",
    "self": "self", "alone": "self", "myself": "self",
}  # fmt: skip
FILLING = frozenset(
    {
        "a", "about", "ache", "aches", "aching", "am", "an", "and", "around", "at", "before", "bit",
        "can", "dull", "heavy", "pounding", "throbbing", "when", "while",
        "feel", "feels", "feeling", "for", "from", "give", "got", "have", "help", "hurt", "hurts",
        "i", "i'm", "i've", "in", "is", "it", "just", "little", "massage", "me", "muscle",
        "muscles", "my", "near",
        "need", "now", "of", "on", "only", "pain", "please", "really", "side", "some",
        "something", "sore", "stiff", "tense", "that", "the", "there", "this", "tight",
        "tightness", "time", "to", "today", "too", "very", "want", "with",
    }
)  # fmt: skip
"""Words that say nothing here."""
DENIALS = frozenset(
    {"avoid", "but", "don't", "except", "never", "no", "not", "nothing", "skip", "without"}
)
"""Words that turn round what follows: passed over they would make it the opposite."""
CONDITIONS = frozenset(
    {
        "aneurysm", "arthritis", "bleeding", "botox", "cancer", "clot", "dystonia", "epilepsy",
        "filler", "glaucoma", "heart", "injured", "injury", "marfan", "migraine", "operation",
        "osteoporosis", "pacemaker", "pregnancy", "pregnant", "radiation", "shunt", "surgery",
        "thinner", "tumor", "tumour", "vomiting", "whiplash", "wound",
    }
)  # fmt: skip
"""Words that name a condition."""
MOST_WORDS = 8
"""The words of the longest spelling in the tables, and a few more."""


class NotUnderstood(ValueError):
    """A word that means nothing here. Its text is a sentence, with the nearest word."""


class DangerSign(NotUnderstood):
    """The danger sign `sign` is told, and no wish. Its text says what to do."""

    def __init__(self, sign: Condition) -> None:
        super().__init__(safety.sign_said(sign))
        self.sign = sign


class NeverPressed(ValueError):
    """A place that must never be massaged; its text is the place as it was written."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Everything may be left open."""

    target: str = ""
    """A target word."""
    side: str = ""
    """One of SIDES."""
    length: Ms | None = None
    words: tuple[str, ...] = ()
    """Further places, goals and tags, in the form of vocabulary.plain."""
    who: str = ""
    """self, partner or "" for either."""
    hour: int | None = None
    """Of the person's day, 0 to 23; None: the hour does not count."""
    recalled: bool = False
    """Whether the place was not said now: it was sore there last."""
    rests: bool = False
    """Whether what was wished may not be pressed today, and this is instead of it."""

    @property
    def is_open(self) -> bool:
        """Whether no place, time or goal is named."""
        return not (self.target or self.words or self.length)


def tags_for(word: str) -> tuple[str, ...]:
    """The tags that `word` stands for, the best first, in the form of vocabulary.plain."""
    goal = SPELLINGS.get(word)
    return tuple(vocabulary.plain(tag) for tag in GOALS[goal]) if goal else (word,)


def wish_of(text: str, tags: Collection[str]) -> Wish:
    """The wish that `text` tells; `tags` are those of the library. Longer names go first.

    What may be a danger sign goes before all else, the words of a condition before the rest.
    Raises DangerSign, NotUnderstood and NeverPressed.
    """
    if sign := sign_in(text):
        raise DangerSign(sign)
    known = {vocabulary.plain(tag) for tag in tags}
    words = [word.strip(".,;:!?") or word for word in text.lower().replace("’", "'").split()]
    condition = next((one for one in words if {one, one.removesuffix("s")} & CONDITIONS), "")
    if condition and not {condition, vocabulary.plain(condition)} & known:
        raise _asked_about(condition)
    wish, at = Wish(), 0
    while at < len(words):
        for many in range(min(MOST_WORDS, len(words) - at), 0, -1):
            further = _with(wish, "_".join(words[at : at + many]), known)
            if further is not None:
                wish, at = further, at + many
                break
        else:
            raise _not_understood(words[at], known)
    return wish


def _with(wish: Wish, phrase: str, tags: Collection[str]) -> Wish | None:
    """`wish` with what `phrase` says; None where it says nothing."""
    if vocabulary.is_unsafe(phrase.replace("_my_", "_the_")):
        raise NeverPressed(phrase.replace("_", " "))
    if phrase in FILLING:
        return wish
    length = _length(phrase)
    if length is not None:
        if wish.length not in (None, length):
            said_twice = phrase.replace("_", " ")
            raise NotUnderstood(f"{said_twice!r} is a second time for one session: name one.")
        return replace(wish, length=length)
    if side := vocabulary.find("side", phrase):
        return replace(wish, side="both" if {side, wish.side} == {"left", "right"} else side)
    if phrase in COMPANY:
        return replace(wish, who=COMPANY[phrase])
    spelling = vocabulary.plain(phrase)
    # Eyes that are tired want no sleep.
    target = vocabulary.find("target", phrase.removeprefix("tired_"))
    if target and wish.target in ("", target):
        return replace(wish, target=target)
    if target or spelling in SPELLINGS or spelling in tags:
        return replace(wish, words=(*wish.words, target or spelling))
    return None


def _length(phrase: str) -> Ms | None:
    """The length that 4m, 90s, four_minutes or 1:30 says; None where there is no unit."""
    length = None if phrase.isdigit() else said(phrase.replace("_", " ")) or milliseconds(phrase)
    return length if length is not None and 0 < length <= LONGEST_SESSION else None


def _asked_about(word: str) -> NotUnderstood:
    return NotUnderstood(
        f"{word!r} is asked about before a session, which then goes by it: `relax-coach "
        "conditions --ask`. Name a place here, a time, or sleep or desk."
    )


def _not_understood(word: str, tags: Collection[str]) -> NotUnderstood:
    if word in DENIALS:
        return NotUnderstood(f"{word!r} is not understood: name what you want, and only that.")
    if word[:1].isdigit():
        return NotUnderstood(f"{shown(word)!r} is not a length: write 4m, 90s or 1m30s.")
    known = [*vocabulary.SPELLINGS["target"], *SPELLINGS, *COMPANY, *vocabulary.SIDES, *tags]
    near = vocabulary.nearest(word, known).replace("_", " ")
    hint = f" Did you mean '{shown(near)}'?" if near else " Name a place, a time, or sleep or desk."
    return NotUnderstood(f"{shown(word)!r} is no place, side, time or tag.{hint}")
