"""What a key does, and which keys a screen has."""

from dataclasses import dataclass

WRITTEN = {
    "up": "↑", "down": "↓", "left": "←", "right": "→", "pageup": "PageUp", "pagedown": "PageDown",
    "escape": "esc", "f1": "F1", "letter": "or first letter",
    "initial": "first letter", "any": "any key", "other": "any other key", "digit": "0–9",
}  # fmt: skip
"""How a key is written where its name is not."""
UNWRITTEN = ("kp_plus", "kp_minus", "=")
"""They work, and need no mention."""


@dataclass(frozen=True, slots=True)
class Key:
    """What one or more keys do on a screen."""

    action: str
    """Of the screen, or of the player; "" where the keys are a list's or the program's own."""
    names: str
    """Of the keys, the usual one first, apart by a blank; a character is its own name."""
    does: str
    """In a phrase, for the help and the palette."""
    word: str = ""
    """In a word, for the foot."""
    more: str = ""
    """What the docs tell beyond `does`."""
    for_two: str = ""
    """The word of who is massaged, for whom few keys are needed."""
    large: str = ""
    """The same where there is room for it."""
    player: bool = False
    """Whether `action` is a method of the player, called with `by`."""
    by: tuple[int, ...] = ()
    lines: bool = True
    """Whether it also works in a session in lines."""

    @property
    def all(self) -> tuple[str, ...]:
        return tuple(self.names.split())

    @property
    def first(self) -> str:
        return self.all[0]

    @property
    def written(self) -> tuple[str, ...]:
        """The keys as they are written for a person."""
        return tuple(WRITTEN.get(name, name) for name in self.all if name not in UNWRITTEN)

    @property
    def title(self) -> str:
        """`does` as a command of the palette."""
        return self.does[:1].upper() + self.does[1:]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a screen in the order of its help, and of those the ones in its foot."""

    all: tuple[Key, ...]
    feet: str
    """Names of the keys in the foot, the most needed first, apart by a blank."""

    def of(self, name: str) -> Key | None:
        """What the key `name` does here."""
        return next((key for key in self.all if name in key.all), None)

    @property
    def in_lines(self) -> tuple[Key, ...]:
        """Those that also work in a session in lines."""
        return tuple(key for key in self.all if key.lines)

    @property
    def foot(self) -> tuple[Key, ...]:
        return tuple(key for name in self.feet.split() if (key := self.of(name)))
