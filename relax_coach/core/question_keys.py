"""The keys of the pages that ask: what is asked is answered by one key."""

from relax_coach.core.key import Key, Keys
from relax_coach.core.keys import HELPS

ADAPTED = Keys(
    (
        Key("take", "enter space", "begin with what is marked", "begin so"),
        Key("", "digit", "this one, or not after all", "yes or no"),
        Key("none", "n", "none of it: as the routine is written", "none of it"),
        Key("twice", "t", "the sore side twice, or once", "side twice"),
        Key("turn_back", "escape", "back", "back"),
        HELPS,
    ),
    "enter n digit t escape",
)
AWAY = Keys(
    (
        Key("answer('on')", "space k enter", "go on", "go on"),
        Key("answer('again')", "a", "this step from its beginning", "step again"),
        Key("answer('end')", "q", "end the session", "end"),
        Key("answer('wrong')", "x", "something is wrong"),
    ),
    "space a q",
)
_HOW_MUCH = Key("", "digit t", "how much it is, and on to the next row; t is ten", "how much")
_ROW_BACK = Key("row_back", "backspace", "a row back", "a row back")
CHECK_IN = Keys(
    (
        Key("go_on", "enter", "go on: what was not said stays open", "skip"),
        _HOW_MUCH,
        _ROW_BACK,
        Key("", "up down left right", "choose a place: the nearest that way", "place",
            "a click on it, too"),
        Key("side", "space", "left, right or both, where the place has two sides", "side"),
        Key("turn", "v", "turn the drawing", "turn"),
        Key("turn_back", "escape", "back", "back"),
        HELPS,
    ),
    "digit enter up space v escape",
)  # fmt: skip
CHECK_OUT = Keys(
    (
        Key("go_on", "enter escape", "go on: what was not said stays open", "skip"),
        _HOW_MUCH,
        _ROW_BACK,
        Key("headache", "h", "there was a headache today", "headache"),
        Key("medicine", "m", "a painkiller was taken today", "painkiller"),
        Key("note", "n", "a line to remember", "note"),
        HELPS,
    ),
    "digit enter h m n",
)
CONDITIONS = Keys(
    (
        Key("finish", "n", "none of these, or no more of them", "none of these"),
        Key("", "up down", "look at the others", "look"),
        Key("turn_over", "y space", "yes to this one, or no after all", "yes to this one"),
        Key("turn_back", "escape", "back", "back"),
    ),
    "n up y escape",
)
CONSENT = Keys(
    (Key("answer(True)", "y", "they said yes", "they said yes"),
     Key("answer(False)", "n escape", "not now", "not now")), "y n",
)  # fmt: skip
DETAILS = Keys(
    (Key("answer(True)", "enter", "start it", "start"),
     Key("answer(False)", "escape tab q", "back to the list", "back")), "enter escape",
)  # fmt: skip
DONE = Keys((Key("", "any", "go on", "goes on"),), "any")
DONE_ASKING = Keys(
    (Key("", "y", "yes, something is wrong", "yes"), Key("", "other", "go on", "goes on")),
    "y other",
)
DONE_UNSURE = Keys(
    (
        Key("", "y", "yes, something is wrong", "yes, something is wrong"),
        Key("", "n", "no, nothing is", "no, nothing is"),
    ),
    "y n",
)
HELP = Keys((Key("", "any", "go on", "goes on"),), "any")
HURT = Keys((Key("leave", "enter q escape", "go on", "goes on"),), "enter")
HURT_RATED = Keys(
    (
        *HURT.all,
        Key("slip", "backspace", "the numbers were a slip: say them again", "it was a slip"),
    ),
    "enter backspace",
)
"""Where a number said so."""
LEAVE = Keys(
    (
        Key("answer(True)", "y q enter", "end here", "end here"),
        Key("answer(False)", "n space escape", "go on", "go on"),
        Key("answer(None)", "x", "something is wrong"),
    ),
    "y n",
)
LIMITED = Keys(
    (
        Key("answer(True)", "enter space", "begin without that", "begin without that"),
        Key("answer(False)", "escape q", "back", "back"),
    ),
    "enter escape",
)
NOTE = Keys(
    (
        Key("", "enter", "keep the line", "keep it"),
        Key("go_on", "escape", "no line", "no line"),
    ),
    "enter escape",
)
"""While one types a line: letters are no keys then."""
PREPARING = Keys(
    (Key("go_on", "space enter escape", "begin without it", "begin without it"),),
    "space",
)
READ_ON = Keys((Key("", "up down", "read on", "read on"),), "up")
REFUSED = Keys((Key("leave", "enter q escape", "leave", "end"),), "enter")
RESUME = Keys(
    (
        Key("answer('on')", "enter space y", "go on where it was", "go on"),
        Key("answer('leave')", "n", "let it be: it stays in the journal as it is", "let it be"),
        Key("answer('later')", "escape", "not now; it is asked again", "not now"),
    ),
    "enter n escape",
)
SIDE = Keys(
    (
        Key("answer('left')", "l", "left", "left"),
        Key("answer('right')", "r", "right", "right"),
        Key("answer_both", "b enter", "both at once, where that goes", "both at once"),
        Key("answer('each')", "e", "each, one after the other", "each in turn"),
        Key("answer('')", "escape", "back", "back"),
    ),
    "l r b e escape",
)
SIGN = Keys(
    (
        Key("answer(False)", "n", "no danger sign today", "no danger sign today"),
        Key("answer(True)", "y", "yes", "yes"),
        Key("turn_back", "escape", "back", "back"),
    ),
    "n y escape",
)
SIGNS = Keys(
    (
        Key("", "up down", "look at the others", "look"),
        Key("", "enter", "those that are marked, and this one", "this one"),
        Key("mark", "space y", "this one too, or not after all", "one more"),
        Key("none", "escape n", "none of these after all", "none after all"),
    ),
    "up enter space escape",
)
SPOT = Keys(
    (
        Key("", "enter", "here", "here"),
        Key("", "up down letter", "another", "another"),
        Key("turn_back", "escape", "back", "back"),
    ),
    "enter up escape",
)
STOP = Keys(
    (
        Key("answer(True)", "q", "end the session", "end the session"),
        Key("answer(False)", "space", "go on: it was a slip", "go on"),
    ),
    "q space",
)
