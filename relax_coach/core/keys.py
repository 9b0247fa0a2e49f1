"""Every key of every screen in one table: bindings, foot, help, palette and docs come from it."""

from relax_coach.core.key import Key, Keys

MOST_IN_FOOT = 6

SESSION = Keys(
    (
        Key("pause", "space k", "pause and go on", "pause", "in a wait, go on to what comes next"),
        Key("", "click", "the same, anywhere but on a key at the foot", lines=False),
        Key("next", "n right pagedown", "next step", "next", player=True),
        Key("previous", "p left pageup", "back: this step's beginning, or the one before", "back",
            "within the first 3 seconds of a step the one before", player=True),
        Key("stay", "s", "stay: 10 more seconds here", "stay",
            "in whole presses and breaths, as often as the "
            "[limits](routine-format.md#safety-limits) allow",
            for_two="more", large="10 seconds more", player=True),
        Key("again", "a", "again: this step from its beginning", "again",
            "like going back, only as far as the limits allow", player=True),
        Key("other_side", "o", "the other side too, or first", "other side",
            "before the work begins, first; the limits hold", player=True),
        Key("ease_off", "e", "ease off: lighter on this spot from here on", "ease",
            "one level of pressure less", for_two="softer", large="softer", player=True),
        Key("mute", "m", "sound off and on", "mute", player=True),
        Key("voice", "v", "voice off and on", "voice", player=True),
        Key("louder", "- kp_minus", "softer", "softer", "in steps of 0 to 10, from 8",
            player=True, by=(-1,)),
        Key("louder", "+ = kp_plus", "louder", "louder", "`=` does it too", player=True, by=(1,)),
        Key("turn_next", "l", "what - and + change: all of it, the voice, the tones, the ambience",
            "levels", "kept for the next session", player=True),
        Key("dark", "b", "dark: the screen goes black, the sound goes on; again brings it back",
            "dark", lines=False),
        Key("stop", "x", "something is wrong: stops, and says when to stop", "stop",
            "then `space` goes on and `q` ends, with code 4", for_two="stop", large="stop"),
        Key("help", "? h f1", "help: the keys, and what to know here", "help"),
        Key("leave", "q", "end: asks once", "end", "then `y` or `q` ends, with code 3"),
        Key("", "ctrl+p", "all commands, and the themes", lines=False),
        Key("", "ctrl+c", "end at once", "", "with code 130"),
    ),
    "space x ? n s q",
)  # fmt: skip
FOR_TWO = "x e s"
"""The keys of who is massaged, in the order of the foot."""
PARTNER = Keys(SESSION.all, f"{FOR_TWO} space ? q")

_COMMANDS = Key("", "ctrl+p", "all commands, and the themes")
_HELP = Key("help", "? f1", "help: the keys", "help")

_EVERYWHERE = (
    Key("journal", "J", "journal: what was done, what helped, headache and medicine days",
        "journal"),
    Key("learn", "l", "learn: spasms, tension, massage, and what is known", "learn"),
    Key("conditions", "c", "change what you told about yourself: conditions, kept for "
        "30 or 90 days", "about you"),
    _HELP,
    Key("leave", "q", "leave", "leave"),
    _COMMANDS,
)  # fmt: skip
"""Where there are routines to start."""
HOME = Keys(
    (
        Key("", "up down left right", "choose a place: the nearest that way", "place",
            "a click on it, too; over the edge the drawing turns"),
        Key("", "initial", "choose a place by its name", more="again, the next one"),
        Key("turn", "v", "turn the drawing: face, left, neck, right, shoulders, chest, hands",
            "turn", "a click on its name, too"),
        Key("side", "space", "left, right or both, where the place has two sides", "side",
            "a second click on the place, too"),
        Key("time(2)", "2", "two minutes: the nearest come first, and are scaled to it"),
        Key("time(5)", "5", "five minutes"),
        Key("time(10)", "1", "ten minutes"),
        Key("time(20)", "0", "twenty minutes"),
        Key("time(0)", "a", "any time"),
        Key("", "tab", "to the list and back", "list"),
        Key("start", "enter", "start what is shown in the list", "start",
            "a click on it, too"),
        Key("favourite", "* +", "favourite or no more: favourites and what was played lately come "
            "first", "favourite"),
        Key("never", "n", "where never to press", "where never to press"),
        Key("nowhere", "escape", "no place chosen: show all again", "all"),
        Key("library", "/", "all routines: search, steps, cautions, sources", "find"),
        *_EVERYWHERE,
    ),
    "enter space v / ? q",
)  # fmt: skip
HOME_LIST = Keys(HOME.all, "tab * J")
"""What stands below its list."""
LIBRARY = Keys(
    (
        Key("", "up down", "choose a routine", "choose"),
        Key("", "enter", "start it", "start", "a click on the one shown, too"),
        Key("search", "/", "search: words from title, tags or places", "search",
            "as one types: `↑` `↓` choose, `enter` goes to the list"),
        Key("all", "escape", "show all again", "all"),
        Key("details", "tab", "to the details and back, to read on", "read on",
            "in narrow windows they are a page of their own"),
        *_EVERYWHERE,
    ),
    "enter / ? q tab l",
)  # fmt: skip
SEARCH = Keys(
    (
        Key("", "enter", "to the list of what fits, where it starts", "list"),
        Key("", "up down", "choose among what fits", "choose"),
        Key("all", "escape", "search no more: show all again", "all"),
        Key("help", "f1", "help: the keys", "help"),
    ),
    "enter up escape f1",
)
"""While one types in the library: letters are no keys then."""
LEARN = Keys(
    (
        Key("", "up down", "choose a question", "choose"),
        Key("read", "enter tab right", "read the answer", "read"),
        Key("back", "escape q", "back", "back"),
        _HELP,
        _COMMANDS,
    ),
    "up enter escape ?",
)
JOURNAL = Keys(
    (
        Key("", "up down", "choose a day or a session", "choose"),
        Key("read", "enter right", "read on", "read"),
        Key("pictures", "tab", "pictures: what changed, what helped, a calendar; and back",
            "pictures"),
        Key("headache", "h", "a headache that day: yes, no, not said", "headache"),
        Key("medicine", "m", "a painkiller that day: yes, no, not said", "medicine"),
        Key("note", "e", "a note about the day or the session", "note"),
        Key("back", "escape q left", "back", "back"),
        _HELP,
        _COMMANDS,
    ),
    "tab h m e escape ?",
)  # fmt: skip
JOURNAL_NOTE = Keys(
    (Key("", "enter", "keep it", "keep it"), Key("back", "escape", "as it was", "as it was")),
    "enter escape",
)
"""While one writes a note: letters are no keys then."""

# What a page asks is answered by one key.
ADAPTED = Keys(
    (
        Key("take", "enter space", "begin with what is marked", "begin so"),
        Key("", "digit", "this one, or not after all", "yes or no"),
        Key("none", "n", "none of it: as the routine is written", "none of it"),
        Key("twice", "t", "the sore side twice, or once", "side twice"),
        Key("turn_back", "escape", "back", "back"),
        _HELP,
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
        _HELP,
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
        _HELP,
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
