"""Which side a line of a therapist's sheet works; a side that may be another thing is not read."""

import re
from collections.abc import Mapping
from dataclasses import replace

from relax_coach.core.amount import LETTER, ONE_SIDE, Amount, Match, Take
from relax_coach.core.quoted import as_written

PAIRED = (
    r"(?:upper |jaw |front |back )?(?:shoulders?(?: blades?)?|temples?|ears?|eyes?|eyebrows?|brows?"
    r"|cheeks?|jaw|masseters?|traps?|trapezius|forearms?|elbows?|wrists?|palms?|hips?|knees?"
    r"|ankles?)\b"
)
"""What a person has one of on each side: behind "each" it is also where."""
ONE_BY_ONE = re.compile(r"\b(?:one|1) (?:side|arm|hand|leg|foot) at a time\b")
"""Both, and no place."""
_WAYS = re.compile(
    r"\b(?:forwards?|fwd|front|back(?:wards?)?|up|down|flexion|extension|left|right) ?[,/&+] ?$"
)
_DIRECTION = re.compile(
    r"\b(?:tilt|lean|bend|stretch|turn|look|rotat|twist|drop|chin|ear|head|face)\w*"
    r"(?: [a-z]+){0,3}? (?:to|towards?) (?:the |your )?$"
)
_NAMES = {
    "left": rf"(?<!{LETTER})(?:right|rt?)(?!{LETTER})",
    "right": rf"(?<!{LETTER})(?:left|lt?)(?!{LETTER})",
}
"""The other side than this."""
_LEAD = re.compile(r"(?:on |to )?(?:the |your )?")
_MORE = re.compile(r":?\W*(?:for )?(?:x ?)?\d")
_LINK = r"(?:[ -](?:for|from|on|to|of|at|in|with|the|your))*[ -]?$"
_OPPOSED = re.compile(
    r"\b(?:not|no|non|never|except|but|avoid|skip|without|unless|if|when|instead|opposite"
    rf"|contralateral|away|than|less|least|more|mainly|mostly|especially|after|before|lie|lying){_LINK}"
)
"""Before a side that is left out, lain on, or named to tell of another one."""
_UNEQUAL = re.compile(
    r"\b(?:hard|soft|light|firm|long|short|tight|stiff|deep|slow|gentl|strong|sor|weak|eas)i?er\b"
    r"[^,;.|]*$|\b(?:better|wors[et]\w* (?:on|in|at)|more|less|extra|careful|easy|attention"
    r"|focus\w*|concentrat\w*|twice as|(?:an?|one) (?:second|third|fourth|fifth|extra|more))\b"
    r"[^,;.|]*$"
)
"""Before a side on which it is only done in another way, or once more."""
_TOWARDS = re.compile(rf"\btowards?{_LINK}")
_ORDERED = re.compile(rf"\b(?:(?:start|begin)(?:s|ning|ing)?|first){_LINK}")
"""Before the side that comes first."""
_PUT_OFF = re.compile(
    r" ?(?:shoulder|side|neck|one|arm|jaw)? ?(?:is|are) (?:the )?(?:wors|sor|tight|stiff|weak)\w+"
    r"| ?\(?(?:(?:is|are|first|later|if|only if|unless|leave|skip|avoid|twice as)\b"
    r"|not?\b(?! more| longer| less| (?:(?:on|for|to) )?(?:the |your )?(?:left|right|[lr])\b)"
    r"|(?:sore|hurts?) ?(?:[-,;.)|]|$))"
    r"|\W*(?:(?:but )?not (?:today|yet|now|for now|until|this)|later|skip|leave|avoid)\b"
)
"""Behind a side that is left out, or done first, later or more often than the other."""
_LAID_ON = re.compile(
    r"\b(?:hands?|fingers?|fingertips?|thumbs?|palms?|knuckles?|balls?|elbows?)"
    r" (?:on|at|over|under|in|to) (?:each|every|either)$"
)
"""Of both at once: a hand on each knee."""
_BOTH_BUT = re.compile(
    r"\b(?:except|but|not|avoid|skip|without)(?: for| on)?(?: the| your)? "
    r"(?:left|right|l|r|(?:sore|painful|affected) side)\b"
)
_THEN = re.compile(r"\b(?:then|return|come back|afterwards)\b[^.|]*$")
"""Before a side that comes after the other one."""
_ADVERBIAL: Mapping[str, re.Pattern[str]] = {
    "right": re.compile(
        r" ?-?(?:up|away|after|before|now|angled?|angles|way|through|into|above|below|under|along"
        r"|amount|position|posture|technique|handed|down (?:to|into)|to the (?:end|top|limit))\b"
    ),
    "left": re.compile(r" ?-?(?:over|out|handed)\b"),
}
"""Behind the word where it is none: right up, right away, left over."""
_REMAINS = re.compile(
    r"\b(?:is|are|time|reps?|be|been|none|any(?:thing| \w+)?|tension|tightness|stiffness|pain|ache"
    r"|discomfort|soreness|energy) $"
)
"""Before what is left."""
_WELL = re.compile(r"(?: then)? ?[,!]")
"""Behind a "right" that begins a line and says nothing."""


def is_direction(before: str) -> bool:
    """Whether a side that stands behind `before` is where something is moved to."""
    return _DIRECTION.search(before) is not None


def side_as(word: str) -> Take:
    def take(found: Amount, match: Match) -> Amount | None:
        if _WAYS.search(match.string[: match.start()]) or _is_put_aside(word, match):
            return None
        if word in _NAMES and not found.side and _is_second(word, match):
            then = _THEN.search(match.string[: match.start()])
            told = as_written(f"{then[0] if then else ''}{match[0]}")
            return replace(found, side="each").quoting(told)
        if word in _NAMES and _is_no_side(word, match):
            return None
        is_known = found.side and not found.side == word == "each"
        return None if is_known else replace(found, side=word)

    return take


def _is_second(word: str, match: Match) -> bool:
    """Whether the other side is named before it, and it comes then."""
    before = match.string[: match.start()]
    return bool(_THEN.search(before) and re.search(_NAMES[word], before))


def both_sides(found: Amount, match: Match) -> Amount | None:
    """Left and right, unless they are two of four ways, or another amount follows."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if found.hold and found.length and "|" in match[0]:  # of each another one
        return None
    if "(" in match[0] and not re.search(r"[&+/>]|\b(?:and|then|or)\b", match[0]):
        return None  # to the right (left side): one is where it goes to
    if found.side or _WAYS.search(before) or _OPPOSED.search(before):
        return None
    if _MORE.match(after) or _PUT_OFF.match(after):
        return None
    taken = replace(found, side="each")
    says_more = re.search(r"[<>]|\b(?:then|or)\b", match[0])  # which is worse, or comes first
    return taken.quoting(as_written(match[0])) if says_more else taken


def other_side(found: Amount, match: Match) -> Amount | None:
    """Then the other side: of a line that names one."""
    if found.side not in ("left", "right") or _OPPOSED.search(match.string[: match.start()]):
        return None
    return replace(found, side="each").quoting(match[0])


def _is_put_aside(word: str, match: Match) -> bool:
    """Whether the side is denied, or told for another time, place or order."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    if word == "each":
        if match[0].strip(" .") in ("ea", "each") and ONE_SIDE.search(match.string):
            return True  # of each press, or place
        is_laid = _LAID_ON.search(before + match[0])
        return bool(is_laid or _OPPOSED.search(before) or _BOTH_BUT.search(after))
    is_alone = re.match(r" \w", after) is None  # else what is done there stands behind it
    return bool(
        _OPPOSED.search(before)
        or _UNEQUAL.search(before)
        or (word == "sore" and _TOWARDS.search(before))
        or (is_alone and _ORDERED.search(before))
        or _PUT_OFF.match(after)
    )


def _is_no_side(word: str, match: Match) -> bool:
    """Whether left or right is an adverb, or where the head goes in a stretch of the other side."""
    before, after = match.string[: match.start()], match.string[match.end() :]
    lead = _LEAD.match(match[0])
    is_other = is_direction(before + (lead[0] if lead else "")) and re.search(
        _NAMES[word], match.string
    )
    is_adverb = not match[0].endswith("side") and (
        _ADVERBIAL[word].match(after)
        or (word == "left" and _REMAINS.search(before))
        or (match[0] == "right" and not before.strip() and _WELL.match(after))
    )
    return bool(is_other or is_adverb)


def _one_side(word: str) -> str:
    letter = rf"(?<![/&+-])(?:{word[0]}|{word[0]}t)(?:\.(?= ?side\b)|(?![/&+'-]))"
    return rf"(?:on |to )?(?:the |your )?(?:{word}|{letter})(?: ?side)?{_NO_SIDE}"


_NO_SIDE = r"(?! ?-?(?:side[ -]?lying|lying|hand|thumb|arm|fingers?|palm|fist|elbow|knee)\b)"
"""After left and right: what works or lies there is not the side that is worked on."""
_LEFT, _RIGHT = _one_side("left"), _one_side("right")
_OTHER = r"(?:on |to )?(?:the |your )?(?:other|opposite)(?: side)?"
PAIRS = ((_LEFT, _RIGHT), (_RIGHT, _LEFT))
_OPPOSITE = {
    "left": re.compile(rf"(?<!{LETTER})(?:right|r|rt)(?!{LETTER}|['-]){_NO_SIDE}"),
    "right": re.compile(rf"(?<!{LETTER})(?:left|l|lt)(?!{LETTER}|['-]){_NO_SIDE}"),
}
_MEANWHILE = r"(?:[^\w]|\b(?:and|then|or|to|on|the|your|hold|it|side|for|do|repeat|same|with)\b)+"
"""What may stand between one side and the other."""
_SIDES: Mapping[str, str] = {
    "alternate": r"alternat(?:e|ing)(?: sides?)?(?: left and right)?"
    r"(?! ?(?!x ?\d|left|right|[lr]\b|sides?|arms?|hands?|legs?)[a-z])",
    "sore": r"(?:on )?(?:the |your )?(?:affected|sore|painful|tight|stiff|bad) side(?: only)?",
    "each": r"(?:on |to |in |for )?(?:each|ea\.?|either|every|per)"
    rf"(?: (?:side|arm|hand|leg|foot|way)s?\b|(?= {PAIRED}))"
    r"|(?:on |to |in |for )?both (?:sides|ways|directions|arms|legs)"
    rf"|{ONE_BY_ONE.pattern}|sides?: (?:both|each)"
    r"|(?:swap|switch|change) sides|(?:per|a) side|/ ?side|b/l"
    r"|(?<=\|) *(?:/ ?|an? )(?:arm|leg|hand|foot)\b(?= *(?:$|[|,;.(x\d]))"
    r"|(?:ea|b)(?= ?(?:\||$))"
    r"|(?:the same|repeat(?:ed)?) (?:to|on|with) the (?:other|opposite|right|left)(?: side)?"
    r"|(?:on |to )?(?:the )?(?:l ?[&/+] ?r|r ?[&/+] ?l)(?: sides?)?|bil(?:at(?:eral(?:ly)?)?)?",
}
SIDE_ROWS: tuple[tuple[str, Take], ...] = (
    (rf"(?<=\| )/(?={PAIRED})", side_as("each")),  # and no other exercise: x 10 / shoulder rolls
    (rf"(?<!{LETTER})(?:{_SIDES['alternate']})(?!{LETTER})", side_as("alternate")),
    (rf"(?<!{LETTER})(?:{_SIDES['sore']})(?!{LETTER})", side_as("sore")),
    (rf"(?<!{LETTER})(?:{_SIDES['each']})(?!{LETTER})", side_as("each")),
    *((rf"(?<!{LETTER})(?:{one}){_MEANWHILE}(?:{other})(?!{LETTER})", both_sides)
      for one, other in (*PAIRS, (_LEFT, _OTHER), (_RIGHT, _OTHER))),
    (rf"(?<!{LETTER})(?:{_LEFT})(?!{LETTER})", side_as("left")),
    (rf"(?<!{LETTER})(?:{_RIGHT})(?!{LETTER})", side_as("right")),
    (r"\b(?:(?:and|then|now)[ ,]+)*(?:do|repeat|perform)(?: it| this)?(?: on| to| with| for)?"
     r"(?: the| your)? other (?:side|hand|arm|leg)\b", other_side),
    (r"\b(?:then|and) (?:swap|switch|change)(?: over| hands| arms| legs)?\b(?! [a-z])", other_side),
    (r"\b(?:swap|switch|change) (?:hands|arms|legs)\b", other_side),
)  # fmt: skip
"""Which words are which side, in the order in which they are looked for."""


def names_other_side(amount: Amount, rest: str) -> bool:
    """Whether the `rest` of a line of one side names the other one as well."""
    other = _OPPOSITE.get(amount.side)
    named = other.finditer(rest) if other is not None else ()
    return any(not is_direction(rest[: one.start()]) for one in named)
