"""The neural voice: the sounds of words, and where it is installed the voice itself."""

import pickle
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from relax_coach.audio.voice import neural, phonemes
from relax_coach.audio.voice.neural import TOKENS, NeuralVoice
from relax_coach.audio.voice.speech import loudness
from relax_coach.audio.voice.voice import CannotSpeak

SOUNDS = Path(__file__).parents[3] / "sounds"


@pytest.fixture
def dictionaries() -> None:
    if find_spec("misaki") is None:
        pytest.skip("NOT SPOKEN: the dictionaries of the extra `voice` are not installed")


@pytest.fixture
def voice() -> NeuralVoice:
    if not neural.available():
        pytest.skip("NOT SPOKEN: the extra `voice` is not installed")
    return NeuralVoice(SOUNDS)


@pytest.mark.parametrize(
    ("figure", "words"),
    [
        ("0", "zero"),
        ("14", "fourteen"),
        ("40", "forty"),
        ("121", "one hundred twenty one"),
        ("2000", "two thousand"),
        ("30015", "thirty thousand fifteen"),
        ("3.05", "three point zero five"),
        ("1234567", "one two three four five six seven"),
    ],
)
def test_a_figure_is_read_in_words(figure: str, words: str) -> None:
    assert phonemes.in_words(figure) == words


@pytest.mark.usefixtures("dictionaries")
@pytest.mark.parametrize(
    ("sentence", "sounds"),
    [
        ("Left temple.", "lˈɛft tˈɛmpᵊl."),
        ("the eye, the jaw", "ði ˈI, ðə ʤˈɔ"),
        ("Close your eyes, close to the ear.", "klˈOz jʊɹ ˈIz, klˈOz tə ði ˈɪɹ."),
        ("the use of it, to use it", "ðə jˈus ʌv ɪt, tə jˈuz ɪt"),
        ("30 s", "θˈɜɹTi ˈɛs"),
        ("café", "kæfˈA"),
        ("² – ٣ …", "— θɹˈi…"),
    ],
)
def test_a_sentence_is_its_sounds(sentence: str, sounds: str) -> None:
    assert phonemes.phonemes(sentence) == sounds
    assert set(sounds) <= set(TOKENS)


@pytest.mark.usefixtures("dictionaries")
def test_all_sounds_of_the_dictionaries_are_known_to_the_model() -> None:
    for book in phonemes._books():
        for said in book.values():
            for sounds in [said] if isinstance(said, str) else filter(None, said.values()):
                assert set(sounds) - {"ɾ", "ʔ"} <= set(TOKENS), sounds


@pytest.mark.usefixtures("dictionaries")
@pytest.mark.parametrize("sentence", ["Zqxwv here.", "x" * 400, "ß"])
def test_a_word_in_no_dictionary_is_not_guessed(sentence: str) -> None:
    with pytest.raises(CannotSpeak, match="in no dictionary"):
        phonemes.phonemes(sentence)


def test_a_long_sentence_is_no_crash(voice: NeuralVoice) -> None:
    with pytest.raises(CannotSpeak, match="too many in a row"):
        voice.speak("I " * 399)


def test_it_speaks_as_loud_as_a_clip(voice: NeuralVoice) -> None:
    again = pickle.loads(pickle.dumps(voice))
    speech = again.speak("With both thumbs, press and stay still, and let it soften.")
    assert 3 < len(speech) / 48_000 < 6
    assert loudness(speech) == pytest.approx(-18, abs=0.3)


def test_without_its_packages_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(neural, "available", lambda: False)
    with pytest.raises(CannotSpeak, match=r"pip install .*\[voice\]"):
        NeuralVoice(SOUNDS)


def test_without_its_style_it_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(neural, "available", lambda: True)
    with pytest.raises(CannotSpeak, match="install it again"):
        NeuralVoice(tmp_path)


def test_the_library_that_runs_the_model_tells_nobody_of_its_use(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "onnxruntime.py").write_text(
        "import os\nTELLS = os.environ.get('ORT_DISABLE_TELEMETRY') != '1'\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "onnxruntime", raising=False)
    monkeypatch.setenv("ORT_DISABLE_TELEMETRY", "0")

    assert not neural.runtime().TELLS
    sys.modules.pop("onnxruntime", None)
