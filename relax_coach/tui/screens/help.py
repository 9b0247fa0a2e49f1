"""The keys that work here. Any key leaves."""

from collections.abc import Iterable

from textual.content import Content
from textual.events import Click, Key

from relax_coach.tui.screens.page import Page
from relax_coach.tui.widgets.rows import Rows
from relax_coach.tui.widgets.text import keys, plain

SESSION_KEYS = (
    ("space  k  click", "pause and go on"),
    ("→  n  PageDown", "next step"),
    ("←  p  PageUp", "back: this step's beginning, or the one before"),
    ("s", "stay: 10 more seconds here"),
    ("a", "again: this step from its beginning"),
    ("o", "the other side too, or first"),
    ("e", "ease off: lighter on this spot from here on"),
    ("m", "sound off and on"),
    ("v", "voice off and on"),
    ("-  +", "softer, louder"),
    ("l", "what that changes: all of it, the voice, the tones, the ambience"),
    ("x", "something is wrong: stops, and says when to stop"),
    ("q", "end: asks once"),
    ("ctrl+p", "all commands"),
    ("ctrl+c", "end at once"),
)
LIBRARY_KEYS = (
    ("↑  ↓", "choose a routine"),
    ("enter", "start it"),
    ("/", "search: words from title, tags or places"),
    ("esc", "show all again"),
    ("tab", "to the details and back, to read on"),
    ("l", "learn: spasms, tension, massage, and what is known"),
    ("c", "change what you told about yourself: conditions, kept for 30 or 90 days"),
    ("q", "leave"),
    ("ctrl+p", "all commands"),
)


class HelpPage(Page[bool]):
    """Keys and what they do. True when it was left with x: something is wrong."""

    def __init__(self, pairs: Iterable[tuple[str, str]], known: Iterable[str] = ()) -> None:
        """`known`: what is to be known about the session, below the keys."""
        rows: list[tuple[str, Content]] = [(f"{key:<18}", Content(does)) for key, does in pairs]
        told = [("· ", plain(sentence)) for sentence in known]
        if told:
            rows += [("", Content("\nGood to know here").stylize("bold")), *told]
        super().__init__(Content("Keys"), Rows(*rows), keys(("any key", "goes on")))

    def on_key(self, event: Key) -> None:
        if event.key in ("up", "down", "pageup", "pagedown"):
            return  # to read on where the page is small
        event.stop()
        self.dismiss(event.key == "x")

    def on_click(self, event: Click) -> None:
        self.dismiss(False)
