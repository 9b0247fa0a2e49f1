"""Keys of the table (core/keys.py) on the screen: as bindings, and as a line to be clicked."""

from collections.abc import Mapping

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click, MouseMove
from textual.screen import Screen
from textual.style import Style
from textual.widgets import Static

from relax_coach.core.key import Key, Keys

PRESSED = ("enter", "tab", "y", "ctrl+p", "ctrl+c")
"""Keys without an action of their screen that can be clicked."""


def bindings(keys: Keys) -> list[BindingType]:
    """What a screen with these keys binds."""
    return [Binding(",".join(key.all), action_of(key), key.title) for key in keys.all if key.action]


def action_of(key: Key) -> str:
    """The action of the screen that `key` runs."""
    if not key.player:
        return key.action
    return f"player({', '.join(map(repr, (key.action, *key.by)))})"


def foot(keys: Keys, words: Mapping[str, str] | None = None) -> Content:
    """The keys of the foot in a line; `words`: other words for some of them, "" to leave it out."""
    told = [(key, (words or {}).get(key.first, key.word)) for key in keys.foot]
    return line(*((key, word) for key, word in told if word))


def line(*pairs: tuple[Key, str]) -> Content:
    """Keys and a word for each; those that can be pressed carry it, for a KeyLine."""
    parts = []
    for key, word in pairs:
        one = Content.assemble((mark(key), "$primary"), (f" {word}", "$text-muted"))
        parts.append(one.stylize(handle(key)))
    return Content("  ").join(parts)


def handle(key: Key, action: str = "") -> Style:
    """What text carries in a KeyLine that is this key; `action`: another than its own."""
    meta = {"key": key.first, "action": action or action_of(key), "title": key.title}
    return Style.from_meta(meta)


def mark(key: Key) -> str:
    """How a key stands in a line: the usual one, or all that belong together."""
    return key.written[0] if key.action else " ".join(key.written)


async def press(screen: Screen[object], key: str, action: str) -> None:
    """Do on `screen` what the key does; without an action of its own it is as if pressed."""
    if action:
        await screen.run_action(action)
    else:
        screen.app.simulate_key(key)


class KeyLine(Static):
    """A line of `foot`: a click on a key does what the key does, and nothing else.

    The key under the pointer tells what it does.
    """

    DEFAULT_CSS = """
    KeyLine { color: $text-muted; }
    """

    def __init__(self, content: Content | str = "", id: str | None = None) -> None:  # noqa: A002
        super().__init__(content, id=id, markup=False)

    def on_mouse_move(self, event: MouseMove) -> None:
        title = event.style.meta.get("title")
        self.tooltip = Content(title) if title else None

    async def on_click(self, event: Click) -> None:
        key, action = (event.style.meta.get(name, "") for name in ("key", "action"))
        if action or key in PRESSED:
            event.stop()  # elsewhere a click pauses, or goes on
            await press(self.screen, key, action)
