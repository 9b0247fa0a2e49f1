"""The figures and sentences of docs/routine-format.md, each where the program keeps it."""

from relax_coach.core import (
    advice,
    cues,
    fit,
    limits,
    node,
    phrases,
    problem,
    speech,
    steps,
    timing,
    totals,
    value,
    visit,
)
from relax_coach.core import compile as laid_out
from relax_coach.core import vocabulary as words
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.duration import HOUR, MINUTE
from relax_coach.core.routine import DEFAULT_SWITCH, Ms
from relax_coach.core.stay import STAY

NONE = "–"


def code(*written: object) -> str:
    return " ".join(f"`{one}`" for one in written) or NONE


def span(length: Ms) -> str:
    """A length of time, in the largest unit that leaves no fraction."""
    for unit, name in ((HOUR, "h"), (MINUTE, "min")):
        if length >= 2 * MINUTE and length % unit == 0:
            return f"{length // unit} {name}"
    return f"{length / 1000:g} s"


def between(lengths: tuple[Ms, Ms]) -> str:
    shortest, longest = lengths
    return f"{shortest // 1000} to {longest // 1000} s"


def safety() -> str:
    inhale, pressed, partner = value.INHALE, words.LONGEST_PRESS, limits.PARTNER_CAPS
    quick = span(totals.SHORT_BREATH)
    unasked = max(rule.cap for rule in CONDITIONS["nobody"].rules)
    return f"""\
| limit | at most |
| --- | --- |
| pressure anywhere | {limits.STRONGEST} |
| pressure with `who: partner`: head and face | {partner["head"]} |
| pressure with `who: partner`: neck and base of the skull | {partner["neck"]} |
| pressure with `who: partner`: shoulder, back, arm and hand | {partner["shoulder"]} |
| pressure of a `hold` on a soft ball | {limits.BALL_PRESSURE} |
| pressure when nobody can answer | {unasked} |
| a single press: head, face, sore spot | {span(pressed["head"])} |
| a single press: neck and base of the skull | {span(pressed["neck"])} |
| a single press: shoulder, back, arm and hand | {span(pressed["shoulder"])} |
| a `hold` on a soft ball without a break | {span(limits.LONGEST_BALL_HOLD)} |
| `heat` and `cold` without a break | {span(limits.LONGEST_THERMAL)} |
| work on one target and side in a session | {span(words.MOST_PER_TARGET)} |
| breathing in, and breathing out | {span(inhale[1])}, at least {span(inhale[0])} |
| a breath held | {span(value.LONGEST_BREATH_HOLD)} |
| breaths with a hold of {span(totals.LONG_HOLD)} or more | {totals.MOST_HELD_BREATHS} a session |
| time with breaths shorter than {quick} | {span(totals.MOST_SHORT_BREATHING)} a session |
"""


def sizes() -> str:
    least = span(totals.LEAST_LEAD)
    return f"""\
| size | at most | else |
| --- | --- | --- |
| a file | {node.MOST_BYTES // 1024} KiB | `too-large` |
| values in a file | {node.MOST_NODES:,} | `too-large` |
| levels of YAML | {node.DEEPEST} | `too-deep` |
| repeats in one another | {steps.DEEPEST_REPEAT} | `too-deep` |
| steps written in a file | {steps.MOST_STEPS} | `out-of-range` |
| steps played, repeats written out | {totals.MOST_STEPS:,} | `too-long` |
| a session, with {least} for each lead | {span(totals.LONGEST_SESSION)} | `too-long` |
| a duration | {span(HOUR)}, at least {span(value.SHORTEST)} | `out-of-range` |
| a massage that waits | {span(limits.LONGEST_WAIT)} | `out-of-range` |
| combining marks in a row | {node.MOST_COMBINING} | `bad-character` |
| problems told of one file | {problem.MOST} | the rest is counted |
"""


def times() -> str:
    least, end = span(totals.LEAST_LEAD), span(laid_out.END_SILENT)
    opening, spoken = span(laid_out.OPENING_SILENT), between(laid_out.OPENING_SPOKEN)
    reading, same = between(laid_out.READING), span(laid_out.SETTLE_SAME)
    return f"""\
| time | without a voice | with one |
| --- | --- | --- |
| opening | {opening} | {spoken} |
| lead | {reading}, by reading | sentence + {same}, at least {least} |
| … target, side or hand change | the same | sentence + {span(laid_out.SETTLE_CHANGE)} |
| … a sore spot is searched | the same | sentence + {span(laid_out.SETTLE_SEARCH)} |
| added to get into a position | {span(laid_out.GET_THERE)} | the same |
| added to get up from lying | {span(laid_out.GET_UP)} | the same |
| `switch` where none is written | {span(DEFAULT_SWITCH)} | the same, at least the sentence |
| end | {end} | sentence + {least}, at least {end} |
"""


def rhythm() -> str:
    return f"""\
| what | figure |
| --- | --- |
| reading speed | {speech.WORDS_A_SECOND} words a second |
| … in {code(*sorted(speech.UNSPACED))} | {speech.CHARACTERS_A_SECOND} characters a second |
| a wait without `for` where nobody can go on | {span(timing.DEFAULT_WAIT)} |
| quiet lines in work longer than | {span(visit.LONG_WORK)} |
| one quiet line every | {span(visit.QUIET_EVERY)} |
| no quiet line in the last | {span(visit.QUIET_BEFORE_END)} |
| lines of `during` spread over the work: apart at least | {span(visit.LINES_APART)} |
| `half` sounds in stretches of | {span(cues.HALF_FROM)} and more |
| `three` `two` `one` sound in stretches of | {span(cues.COUNTDOWN_FROM)} and more |
| two sounds closer than this: one gives way | {span(cues.APART)} |
| staying, at each press of the key | {span(STAY)} |
| `--fit`: a `for` is scaled down to | {span(fit.SHORTEST_WORK)} |
| `--fit`: a rest is scaled down to | {span(fit.SHORTEST_REST)} |
"""


def cue_order() -> str:
    return code(*cues.RANK) + "\n"


def sentences() -> str:
    return f"""\
| when | said |
| --- | --- |
| rest | {phrases.REST} |
| wait | {phrases.WAIT} |
| between two sides | {phrases.switch("right")} |
| the same of a stretch | {phrases.switch("right", technique="stretch_hold")} |
| the first release | {phrases.RELEASE_WORD} |
| the last of three or more | {phrases.LAST} · {phrases.LAST_BREATH} |
| `until: eased` | {phrases.EASED} |
| getting up from lying | {phrases.moved("seated", from_lying=True)} |
| long work, among others | {phrases.QUIET_LINES[0]} |
| long breathing, among others | {phrases.QUIET_BREATH_LINES[0]} |
| the end | {phrases.END} |
| the end with `cues: sleep` | {phrases.END_SLEEP} |
"""


def warnings() -> str:
    stretch, raised = between(advice.STRETCH), span(advice.ARMS_UP)
    return f"""\
| warning | code |
| --- | --- |
| a single stretch outside {stretch} | `out-of-range` |
| arms raised for more than {raised} without {span(advice.ARMS_DOWN)} of rest | `over-cap` |
| a text that speaks of {", ".join(advice.RISKY)} | `unsafe-target` |
"""
