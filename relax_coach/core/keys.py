"""Every key of the screens in one table: bindings, foot, help, palette and docs come from it.

Those of the pages that ask stand in core/question_keys.py.
"""

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
HELPS = Key("help", "? f1", "help: the keys", "help")

_EVERYWHERE = (
    Key("journal", "J", "journal: what was done, what helped, headache and medicine days",
        "journal"),
    Key("learn", "l", "learn: spasms, tension, massage, and what is known", "learn"),
    Key("conditions", "c", "change what you told about yourself: conditions, kept for "
        "30 or 90 days", "about you"),
    HELPS,
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
        HELPS,
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
        HELPS,
        _COMMANDS,
    ),
    "tab h m e escape ?",
)  # fmt: skip
JOURNAL_NOTE = Keys(
    (Key("", "enter", "keep it", "keep it"), Key("back", "escape", "as it was", "as it was")),
    "enter escape",
)
"""While one writes a note: letters are no keys then."""
PREVIEW = Keys(
    (
        Key("", "up down", "choose a step: its words and its picture", "step"),
        Key("edit", "e", "open the file in your editor, at the step or at the first problem",
            "edit"),
        Key("follow", "f", "go to the step that was changed, or stay where you are", "follow"),
        HELPS,
        Key("leave", "q escape", "leave", "leave"),
        _COMMANDS,
    ),
    "e up f ? q",
)  # fmt: skip
