"""What a page to learn from is made of: sentences, each with where it comes from."""

from dataclasses import dataclass

OWN = "own"
"""In place of a source: our own judgement or choice, and said so."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One statement, or a few words that lead on."""

    text: str
    sources: tuple[str, ...]
    """Keys of core/reference.py, or OWN."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A page: what it answers, in paragraphs."""

    word: str
    """As it is asked for: relax-coach learn WORD."""
    title: str
    asks: str
    """The question of the article the program began with, or one of our own."""
    paragraphs: tuple[tuple[Sentence, ...], ...]

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of its references, in the order they are first named."""
        named = (key for part in self.paragraphs for one in part for key in one.sources)
        return tuple(dict.fromkeys(key for key in named if key != OWN))

    @property
    def text(self) -> str:
        """All of it, without its sources."""
        return "\n\n".join(" ".join(one.text for one in part) for part in self.paragraphs)


def says(text: str, *sources: str) -> Sentence:
    """A sentence; without a source it is our own."""
    return Sentence(text, sources or (OWN,))
