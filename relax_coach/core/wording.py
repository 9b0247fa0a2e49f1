"""How the sheets of therapists word how long, how often and on which side."""

import re

from relax_coach.core.amount import (
    LETTER,
    Amount,
    Take,
    aside_of,
    both_times,
    breath_named,
    breath_of,
    counted,
    each_time,
    held,
    ignored,
    labelled_rest,
    length_of,
    on_off,
    pressure_as,
    shared,
    time_as,
    times_of,
)
from relax_coach.core.aside import set_aside
from relax_coach.core.choice import chosen
from relax_coach.core.count import (
    again,
    both_counts,
    count_as,
    each_count,
    moves_as,
    repeat_as,
    reps_of,
    second_set,
    sets_of,
    sets_reps_hold,
)
from relax_coach.core.duration import NUMBERS
from relax_coach.core.evened import evened
from relax_coach.core.often import dose_of, often_of, reps_and_dose
from relax_coach.core.quoted import with_quoted
from relax_coach.core.side import PAIRED, PAIRS, SIDE_ROWS

_WORD = "|".join(word for word in NUMBERS if word not in ("a", "an"))
_N = (
    rf"(?<!\d[.,])(?<!\b[1-9]/)(?:\d+(?:[.,](?:\d|25|75)(?!\d))?(?: ?1/2)?|1/2|half an?"
    rf"|(?:{_WORD})\b"
    r"|an?(?= (?:min|sec(?!ond (?:set|side|time|round|one|exercise|stretch|rep)\b)|hour)))"
)
"""2.30 min is as often two minutes and thirty seconds: it is not read; nor is 3/4 four."""
_FIGURE = rf"({_N}(?: ?(?:-|to|or) ?{_N})?)"
_UNIT = (
    r"(hours?|hrs?|h|minutes?|mins?|min\.|m(?! ?(?:away|distance|off)\b)|seconds?|secs?|sec\.|s"
    rf"|''|\"|')(?!{LETTER})"
)
_TIME = rf"{_FIGURE} ?-?{_UNIT}"
_LONG = rf"{_N} ?(?:hours?|hrs?|h|minutes?|mins?)\b"
_AT_WORK = (
    r"(?: of| at| on| in front of)?(?: the| your| a)?"
    r"(?: (?:sitting|standing|typing|driving|reading|working|work|desk|computer|screen|laptop|phone"
    r"|time))+\b"
)
"""After so long of it something is done, each time: that is how often."""
_ITS = r"(?:'s?)?"
"""A minute's rest."""
_AFTER = rf"\b(?:after|following)(?: (?:the first|about|another|every|each|a|an))* {_TIME}{_ITS}"
"""After so long of something else: no time of the exercise itself."""
_OF_WHAT = (
    r"(?: of)?(?: (?:warm|hot|moist|cold|gentle|light))?"
    r"(?: (?:rest(?:ing)?|breaks?|pauses?|heat|ice|shower|bath|towel|pack|walk(?:ing)?)\b)+"
    r"| of \w+"
)
"""What was done before."""
_COUNT = r"(\d+(?: ?(?:-|to|or) ?\d+)?|" + _WORD + r"|once|twice)"
_OF_TEN = r"(\d{1,2}(?: ?(?:-|to) ?\d{1,2})?)"
_IN_TEN = r" ?(?:/|of|out of) ?10(?![\d/])"
_FELT = r"(?:light|gent|firm|moderate|medium)(?:le|ly)?"
_OF_THE_HAND = (
    rf"(?!\d|[.,]\d| ?(?:-|to|/|of|out of) ?\d| ?-?(?:%|percent|x\b|times|{_UNIT})"
    r"| ?(?:kg|g|lbs?|n)\b| ?[(]?(?:of |on the )?(?:sore|tender))"
)
"""After a pressure: else it is a time, a weight, or of another scale."""
_TIMES = rf"x? ?\b{_COUNT}(?: ?(?:x|times|reps?|repetitions?)\b)?"
_THEN = r" ?[,/;]? ?(?:and )?"
_THROUGH = r"(?: through(?: the| your)? \w+)? (?:for )?"
_SEC = r"(?: ?s(?:ec(?:ond)?s?)?)?"
_BETWEEN = r"(?:in )?(?:between|btw|b/w)(?: the)?(?: |\b)"
_REST = r"\b(?:rest(?:ing|s)?|pauses?|breaks?|wait)\b ?\(?(?: ?for| ?of)?"
_OTHER_NEXT = (
    r"(?=[\s,.;]*(?:(?:and|then|before|between|do|perform|repeat|same|chang\w+|switch\w*|swap\w*)\b"
    r"[\s,]*)+(?:(?:the|it|this|all|whole|exercise|stretch|again|over|to|on|with|for|your)\b ?)*"
    r"(?:other|opposite|left|right|[lr]|sides?)\b)"
)
"""After a rest: it is not that after each, but before the other side."""
_EACH = rf"(?: each\b(?! ?(?:(?:sides?|ways?|directions?|arm|leg|hand|foot)\b|{PAIRED})))?"
"""Of each press: else it is that of each side."""
_GROUP = (
    r"(?=[^)]*(?:\bx ?\d|\d ?x\b|\d ?(?:reps?|times)\b))"
    r"(?:\d+|x|s|secs?|seconds?|m|mins?|minutes?|on|off|hold|rest|reps?|times|press|release"
    r"|[ ,/+\"'.-])+"
)
"""What is done in each round: 2 x (10 s on/5 s off x 6); 10x (5x each side) is none."""
_NO_MORE = rf"(?: {_BETWEEN}(?=\W*$|\W*\|))?"
"""Between, and not said between what."""
_REPS = r"(?:reps?|repetitions?|holds|presses|each)\b"
_PER = (
    r"(?:(?:(?:a|per|every|each) |/ ?)(?:day|week|wk|hour|night|morning|evening)s?|/ ?(?:d|wk)"
    r"|(?<=x )(?:day|week|wk)|(?<=x/)(?:day|week|d|wk?))\b"
)
_LIMIT = r"(?:\b(?:at least|at most|up to|no more than|not more than|about|max(?:imum)?|not) )"
_PARTS = r"(?:x|times?|sessions|days?|d(?=/))"
_OF_A_DAY = (
    rf"x ?(\d+|once|twice|(?:{_WORD})\b)(?: ?- ?\d+)? ?(?:{_PARTS} ?)?"
    rf"(?:(?:dai|week|night)ly\b|{_PER})"
)
"""10 x 3/day: three are those of a day."""
_NO_DAYS = r"(?! ?/ ?(?:7|52)\b)"
"""2/7 are two days, 6/52 six weeks."""
_OFTEN = (
    rf"(?<!x )(?<!x)\b(?:{_COUNT}(?: ?(?:-|to|or) {_COUNT})? ?(?:{_PARTS}\b|(?=/))"
    r"|once|twice|once or twice)"
)
"""3 times, two to three times, once; 3/ before a day."""


def amount_of(line: str) -> tuple[Amount, str]:
    """What `line` says, and the rest of it, in lower case. What was read is taken out of it."""
    text, side, quoted = chosen(evened(line))
    for whole in (True, False):
        plain, aside = set_aside(text, whole)
        found, rest = _read(plain, Amount(side=side, quoted=quoted, aside=aside))
        counts = whole and (found.reps or found.breaths)
        if not aside or found.hold or found.length or counts:
            return found, rest
    return _read(text, Amount(side=side, quoted=quoted))  # nothing else says how long


def _read(text: str, found: Amount) -> tuple[Amount, str]:
    for pattern, take in _READERS:
        while (match := pattern.search(text)) is not None:
            taken = take(found, match)
            if taken is None:
                break
            found = with_quoted(found, taken, match[0])
            text = f"{text[: match.start()]} | {text[match.end() :]}"
    return found, text


_MOVES = (
    "presses|squeezes|stretches|rolls|circles|shrugs|nods|turns|tilts|strokes|holds|tucks"
    "|retractions|rotations|pinches|bends|slides|pulls|taps|sweeps|lifts|raises|glides|movements"
)
_ROWS: tuple[tuple[str, Take], ...] = (
    (rf"(?<!not )\bafter (?:(?:every|each) (?:{_LONG}|hour\b)(?:{_AT_WORK})?|{_LONG}{_AT_WORK})",
     dose_of),
    (rf"^\W*(?:(?:and|then|next)\b\W*)*{_AFTER}[^,;.|]*,", aside_of),
    (rf"(?:\bstop )?{_AFTER}(?! ?-?(?:holds?|stretch|press|squeeze)\b)(?:{_OF_WHAT})?,?", aside_of),
    (rf"(?<=\breps: )\d+ ?{_PER}", dose_of),
    (r"(?<!x )(?<![\d/.])[1-7]/7(?![\d/])", dose_of),  # of seven days
    (rf"(?<!x )(?<![x\d:.,/-])\b(\d+(?: ?- ?\d+)?) ?{_OF_A_DAY}", reps_and_dose),
    (rf"(?<!{LETTER}){_OF_A_DAY}", often_of),
    (rf"{_OFTEN} ?(?:week|night)ly\b", dose_of),
    (r"(?<=, )[1-6](?: ?- ?[1-6])? (?:dai|week|night)ly\b", dose_of),
    (r"\b(?:every|each) (?:morning|evening|night)\b", dose_of),  # before it stands how often then
    (rf"(?:(?:perform|do) )?{_LIMIT}?(?:{_OFTEN} ?|\b[1-6](?:-[1-6])? (?=per |a ))?"
     rf"(?:daily\b|{_PER}|(?<=x )day\b)"
     rf"(?: for {_COUNT} (?:days|weeks))?", dose_of),
    (r"\b(?:every (?:(?:other|second|alternate|third|2nd|3rd) )?day|(?:on )?alternat(?:e|ing) days"
     r"|at bedtime)\b", dose_of),
    (rf"\bevery {_COUNT}(?: ?(?:-|to|or) {_COUNT})? (?:hours|hrs|min(?:ute)?s?)\b", dose_of),
    (rf"\bfor {_COUNT} (?:days|weeks|months)\b", dose_of),
    (r"\b(?:(?:\d+[ -]?)?hourly|qd|bid|tid|qid|bd|tds|qds|prn|q\d+h)\b:?"
     r"(?: x ?\d+ ?(?:d(?:ays?)?|wks?|weeks?)(?:/ ?wk)?\b)?", dose_of),
    (r"\bx ?\d+ ?(?:/ ?(?:wk|week|d|day)|wks?|weeks|days?/wk|d/wk)\b", dose_of),
    (rf"\b(?:in|inhale){_THROUGH}(\d+){_SEC}{_THEN}(?:hold (?:for )?(\d+){_SEC}{_THEN})?"
     rf"(?:out|exhale){_THROUGH}(\d+){_SEC}", breath_of),
    (rf"\b(\d+){_SEC} in{_THEN}(?:(\d+){_SEC} hold{_THEN})?(\d+){_SEC} out\b", breath_of),
    (r"(?<![\d-])(\d+)-(\d+)-(\d+)(?:-(\d+))?(?![\d-])(?= breath)", breath_of),
    (r"(?:(?<=breathing )|(?<=breathe ))(\d+)-(\d+)(?:-(\d+))?(?:-(\d+))?(?![\d-])"
     r"(?! ?(?:m|s|x|h|times|breath|round))", breath_of),
    (rf"{_REST} {_TIME}(?: rest)? {_BETWEEN}(?:sets?|rounds?)\b", time_as("between")),
    (rf"{_TIME}{_ITS} {_REST} {_BETWEEN}(?:sets?|rounds?)\b", time_as("between")),
    (rf"{_REST} {_BETWEEN}(?:sets?|rounds?):? {_TIME}", time_as("between")),
    (rf"{_REST} ?{_TIME},? (?:and |then )+(?:do|perform|complete|repeat) (?:a|the) second set\b",
     second_set),
    (rf"\b{_COUNT} ?x ?(?=\({_GROUP}\))", count_as("sets")),
    (rf"{_TIME},? ?\(?=? ?{_FIGURE} ?-?(?:{_UNIT})? ?"
     r"(?:(?:on |for )?(?:each|per|a|either) side\b"
     r"|(?:l|left),? ?(?:and |/ ?)?\3 ?[a-z]* ?(?:r|right)\b)", shared),
    (rf"{_TIME} on ?[/,]? ?{_TIME} off\b", on_off),
    (rf"(?:with )?{_TIME} off\b", time_as("release")),
    (rf"\b(?:relax|release|let(?:ting)? go):?(?: for)? {_TIME}(?: {_BETWEEN}(?:{_REPS})?)?",
     time_as("release")),
    (rf"{_REST}:? ?{_TIME} {_BETWEEN}{_REPS}", time_as("release")),
    (rf"{_TIME}{_ITS} {_REST} {_BETWEEN}{_REPS}", time_as("release")),
    (rf"{_TIME} {_BETWEEN}(?:sets?|rounds?)\b", time_as("between")),
    (rf"{_TIME} {_BETWEEN}{_REPS}", time_as("release")),
    (rf"\bwith (?:an? )?{_TIME}{_ITS} {_REST}", time_as("pause")),
    (rf"{_TIME} apart\b", time_as("release")),
    (rf"{_REST}:? ?{_TIME}{_OTHER_NEXT}", aside_of),
    (rf"{_TIME}{_ITS} {_REST}{_OTHER_NEXT}", aside_of),
    (rf"(?:(?:take|have) (?:a )?)?{_REST} ?{_TIME}(?! after){_NO_MORE}", time_as("pause")),
    (rf"(?:take |have )?(?:an? )?{_TIME}{_ITS} {_REST}(?!:){_NO_MORE}", time_as("pause")),
    (rf"\b(?:rest|pause|break), {_TIME}{_NO_MORE}", time_as("pause")),
    (rf"\b(?:hold(?:ing|s)?|held|keep|stay)(?: it)?:? ?(?:each )?(?:for )?:? ?"
     rf"{_TIME}{_EACH}(?: holds?)?", time_as("hold")),
    *((rf"(?<=\b{verb} )(?:for )?{_TIME}{_EACH}", time_as("hold"))
      for verb in ("push", "press", "squeeze")),
    (rf"{_TIME} holds?\b", time_as("hold")),
    (rf"\b(?:hold(?: it)? )?(?:there )?(?:for|to) (?:a |the )?(?:slow )?count of {_COUNT}\b",
     counted),
    (rf"\b(?:for )?{_COUNT} ?(?:sets?|rounds?|lots) (?:of|x) {_TIME}", times_of("sets")),
    (r"\b(\d+) ?x ?(?=\d+ ?breaths?\b)", count_as("reps")),
    (rf"\b(?:for )?{_COUNT} ?(?:sets?|rounds?|lots) (?:of|x) {_COUNT}\b(?! ?-?{_UNIT})"
     r"(?: ?(?:reps?|repetitions?|times))?", sets_of),
    (rf"\bhold(?:ing)?(?: for)? (\d{{1,2}}) ?x ?(\d{{1,2}})\b(?! ?-?{_UNIT}| ?x)"
     r"(?: ?(?:reps?|repetitions?|times))?", held),
    (r"\bhold(?:ing)?:?(?: for)? (\d{1,2})"
     r"(?= ?(?:[,;.)|](?!\d)|- |$|and\b|then\b|rest\b|relax\b|reps?\b|sets?\b))", held),
    (rf"\b{_COUNT} ?x ?{_COUNT} ?x ?{_TIME}", sets_reps_hold),
    *((pattern, take)
      for much, take in ((_TIME, both_times), (_TIMES, both_counts))
      for one, other in PAIRS
      for pattern in (rf"\b{one}:?(?: for)? ?{much}\W*(?:and |then )?{other}:?(?: for)? ?{much}",
                      rf"{much},? ?{one}\W*(?:and |then )?{much},? ?{other}\b")),
    (rf"\bsets? ?[/x&] ?reps?:? {_COUNT} ?[/x] ?{_COUNT}\b(?! ?{_UNIT})", sets_of),
    (rf"\breps?(?: ?[/x&] ?sets?)?:? {_COUNT} ?[/x] ?{_COUNT}\b(?! ?{_UNIT})", reps_of),
    (rf"\b{_COUNT} ?x ?{_TIME}", times_of("reps")),
    (rf"\b{_COUNT} (?:holds|presses|squeezes|stretches|strokes) (?:of|for|x) {_TIME}",
     times_of("reps")),
    (rf"(?<![:./])\b{_COUNT} ?x ?{_COUNT}\b\+?{_NO_DAYS}(?: ?(?:reps?|repetitions?|times))?",
     sets_of),
    (rf"\b(?:sets?|rounds?): ?{_COUNT}", count_as("sets")),
    (rf"\bx ?{_COUNT} (?:sets?|rounds?)\b", count_as("sets")),
    (rf"\b(?:complete |perform |do )?{_COUNT} (?:sets?|rounds?)\b", count_as("sets")),
    (rf"\b(?:rest|pause|break): {_TIME}", labelled_rest),
    (rf"\b(?:reps?|repetitions?|repeats?): ?{_COUNT}(?: times)?", count_as("reps")),
    (rf"\b(?:repeat|do(?: this| it)?) {_COUNT} (?:more(?: times)?|times more)"
     r"(?! ?(?!on|each|per|for)[a-z])", again),
    (rf"\b(?:repeat(?:ed)?|do(?: this| it)?) ?x? ?{_COUNT} ?(?:x|times)?\b(?! ?more)", repeat_as),
    (rf"\b{_COUNT} (?=(?:slow |gentle )?(?:shoulder |head |neck |chin )?(?:{_MOVES})\b)",
     moves_as),
    (rf"\b{_COUNT} (?=(?:\w+ ){{1,2}}breaths?\b)", count_as("breaths")),
    (rf"\b{_COUNT} ?breaths?\b", count_as("breaths")),
    (rf"\b{_COUNT} (?=(?:(?:slow|deep|gentle) )+(?:{_MOVES})\b)", count_as("reps")),
    (rf"\b{_COUNT} ?(?:x|times|reps?)? ?(?=(?:on |to |per )?(?:each|either)[ -]"
     r"(?:side|way|direction)\b)", count_as("reps")),
    (rf"\b{_COUNT} ?(?=/ ?(?:(?:side|arm|leg|hand|foot)\b|{PAIRED}))", count_as("reps")),
    (rf"(?<![:.])(?<!\d/)\b{_COUNT} ?(?:reps?|repetitions?|repeats?|times|x)(?!{LETTER}|\d)",
     count_as("reps")),
    (rf"(?<!{LETTER})x ?{_COUNT} each(?=\W*(?:$|\|))", each_count),
    (rf"(?<!{LETTER})(?<!\+ )x ?{_COUNT}\b\+?(?! ?{_UNIT})", count_as("reps")),
    (rf"(?<=\|) *x ?{_COUNT}\b(?! ?{_UNIT})", count_as("sets")),
    (r",? \b(twice)\b(?=\W*(?:$|\|))", count_as("reps")),
    (rf"\b(?:{_FELT} )?(?:pressure|force):? [(]?(?:of |about |at |{_LIMIT})?{_OF_TEN}"
     rf"(?:{_IN_TEN})?{_OF_THE_HAND}", pressure_as),
    (rf"\b(?:about |at )?{_OF_TEN}{_IN_TEN} (?:(?!(?:on|with|under|at|after)\b)\w+ )?"
     r"(?=pressure\b)", pressure_as),
    (rf"\b{_FELT},? [(]?(?:about |at )?{_OF_TEN}{_IN_TEN}"
     rf"{_OF_THE_HAND}", pressure_as),
    (rf"\b(?:for )?{_TIME},? [(]?each(?=\W*(?:$|\|))", each_time),
    (rf"(?<![<>])(?<![<>] )\b(?:for |about |approx\.? |(?<!\bin )(?<!\bwithin )){_TIME}"
     r"(?:'s?(?= [a-z]))?(?! (?:down|up|lower|rais))", length_of),
    (r"(?<![\d-])(\d+)-(\d+)-(\d+)(?:-(\d+))?(?![\d-])", breath_named),
    *SIDE_ROWS,
    (r"\b(?:duration:?|(?:time|length|sides?|rest|reps?|sets?|hold)s?:)\s*(?=\||$)", ignored),
    (r"(?<=\|) *freq(?:uency)?\.?:? *(?=\|)", ignored),
    (r"\b(?:with|take|and) (?:a )?(?=\|)", ignored),
)  # fmt: skip
_READERS = tuple((re.compile(pattern), take) for pattern, take in _ROWS)
