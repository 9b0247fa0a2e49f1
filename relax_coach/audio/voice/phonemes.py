"""English sentences as the sounds Kokoro was taught: American, from the dictionaries of misaki.

Only the two files of words are read (Apache-2.0); the rules for how words bend in a sentence are
our own few, so that no tagger of 150 MB is needed.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from relax_coach.audio.voice.voice import CannotSpeak

Said = str | dict[str, str | None]
"""Sounds, or part of speech → sounds, with DEFAULT, and None for the end of a phrase."""

VOWELS = "AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻɐ"
STRESSES = "ˈˌ"
PAUSES = frozenset(";:,.!?—…")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+(?:['’][^\W\d_]+)*|[;:,.!?—–…]|[%&+=$£€°]|\S")

SYMBOLS = {
    "%": "percent", "&": "and", "+": "plus", "=": "equals", "°": "degrees",
    "$": "dollars", "£": "pounds", "€": "euros",
}  # fmt: skip
# How these are said in the run of a sentence: before a consonant, before a vowel.
WEAK = {
    "a": ("ɐ", "ɐ"), "an": ("ɐn", "ɐn"), "the": ("ðə", "ði"), "to": ("tə", "tʊ"),
    "in": ("ɪn", "ɪn"), "am": ("ɐm", "ɐm"), "i": ("ˌI", "ˌI"),
}  # fmt: skip
AT_THE_END = {"in": "ˈɪn"}
BEFORE_NOUN = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "your",
        "my",
        "his",
        "her",
        "its",
        "their",
        "our",
        "of",
        "for",
        "no",
        "in",
        "with",
    ]
)
BEFORE_VERB = frozenset(
    [
        "to",
        "and",
        "then",
        "or",
        "you",
        "not",
        "now",
        "gently",
        "slowly",
        "softly",
        "please",
        "let",
        "lets",
    ]
)

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def phonemes(sentence: str) -> str:
    """The sounds of a sentence from `readable`. CannotSpeak for a word in no dictionary."""
    words = list(_words(sentence))
    said: list[str] = []
    following: bool | None = None
    # From behind: how "the" is said depends on what comes next; None where a pause does.
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word in PAUSES:
            said.append(word)
            following = None
            continue
        before = words[at - 1].lower() if at else ""
        sounds = _in_sentence(word, before, following)
        following = sounds.lstrip(STRESSES)[0] in VOWELS
        said.append(f" {sounds}")
    return "".join(reversed(said)).strip().replace("ɾ", "T").replace("ʔ", "t")


def in_words(figure: str) -> str:
    """A number in words: "3.5" → "three point five"; a long one digit by digit."""
    whole, _, part = figure.partition(".")
    if part or len(whole) > 6:
        digits = " ".join(ONES[int(one)] for one in part)
        read = in_words(whole) if len(whole) <= 6 else " ".join(ONES[int(one)] for one in whole)
        return f"{read} point {digits}" if digits else read
    n = int(whole)
    if n < 20:
        return ONES[n]
    if n < 100:
        return TENS[n // 10 - 2] + (f" {ONES[n % 10]}" if n % 10 else "")
    size, name = (100, "hundred") if n < 1_000 else (1_000, "thousand")
    rest = f" {in_words(str(n % size))}" if n % size else ""
    return f"{in_words(str(n // size))} {name}{rest}"


def _words(sentence: str) -> Iterator[str]:
    """Words and pauses: figures and symbols in words, hyphens and quotes left out."""
    letters = unicodedata.normalize("NFD", sentence)  # "café" stands there as "cafe"
    for token in _TOKEN.findall("".join(c for c in letters if not unicodedata.combining(c))):
        if token[0].isdecimal():
            yield from in_words(token).split()
        elif token in SYMBOLS:
            yield SYMBOLS[token]
        elif token == "–":
            yield "—"
        elif token in PAUSES or token[0].isalpha():
            yield token.replace("’", "'")


def _in_sentence(word: str, before: str, following: bool | None) -> str:
    """The sounds of a word; `following`: whether a vowel comes next, None for a pause."""
    low = word.lower()
    if low in WEAK and (following is not None or low in ("a", "an", "the", "i")):
        return WEAK[low][bool(following)]
    if low in AT_THE_END:
        return AT_THE_END[low]
    said = _of(word)
    if said is None:
        raise CannotSpeak(f"The word {word!r} is in no dictionary.")
    if isinstance(said, str):
        return _begun(said) if word[0].isupper() else said
    part = "DEFAULT"
    if following is None and "None" in said:
        part = "None"
    elif before in BEFORE_NOUN and "NOUN" in said:
        part = "NOUN"
    elif (not before or before in PAUSES or before in BEFORE_VERB) and "VERB" in said:
        part = "VERB"
    sounds = said[part] or str(said["DEFAULT"])
    return _begun(sounds) if word[0].isupper() else sounds


def _begun(sounds: str) -> str:
    """A word with a capital is never said quite without stress."""
    if any(stress in sounds for stress in STRESSES):
        return sounds
    return re.sub(f"([{VOWELS}])", r"ˌ\1", sounds, count=1)


def _of(word: str) -> Said | None:
    """What the dictionaries say; else made of the word it comes from, or spelled."""
    low = word.lower()
    for book in _books():
        for written in (word, low, low.capitalize()):
            if written in book:
                return book[written]
    for ending, stems in (
        ("'s", [low[:-2]]),
        ("ies", [f"{low[:-3]}y"]),
        ("s", [low[:-1], low[:-2] if low.endswith("es") else ""]),
        ("ed", [low[:-2], low[:-1], low[:-3] if low[-4:-3] == low[-3:-2] else ""]),
        ("ing", [low[:-3], f"{low[:-3]}e", low[:-4] if low[-5:-4] == low[-4:-3] else ""]),
    ):
        for stem in stems if low.endswith(ending) else ():
            if len(stem) > 2 and (said := _of(stem)) is not None:
                sounds = said if isinstance(said, str) else str(said["DEFAULT"])
                if ending in ("ed", "ing") and re.search(f"[{VOWELS}ɹ]t$", sounds):
                    sounds = f"{sounds[:-1]}T"  # between vowels an American t is a tap
                return sounds + _ending(ending, sounds[-1])
    if word.isupper() and word.isascii():
        return "".join(str(_books()[0][letter]) for letter in word)
    return None


def _ending(ending: str, last: str) -> str:
    """As it is said behind the sound `last`."""
    if ending == "ing":
        return "ɪŋ"
    if ending == "ed":
        return "ᵻd" if last in "tdT" else "t" if last in "pkfθʃsʧ" else "d"
    return "ᵻz" if last in "szʃʒʧʤ" else "s" if last in "ptkfθ" else "z"


@cache
def _books() -> tuple[dict[str, Said], dict[str, Said]]:
    """The one that was checked by hand, then the other."""
    found = find_spec("misaki")
    if found is None or found.origin is None:
        raise CannotSpeak("The dictionaries of the neural voice are not installed.")
    folder = Path(found.origin).parent / "data"
    gold, silver = (
        json.loads((folder / f"us_{name}.json").read_text("utf-8")) for name in ("gold", "silver")
    )
    return gold, silver
