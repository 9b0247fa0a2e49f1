"""Files changed by chance: none breaks the reader, and what is accepted plays to its end."""

import importlib.util
import random
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from relax_coach.core import document

pytestmark = pytest.mark.alone  # it is timed


def _script(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location("fuzz", Path(__file__).parents[2] / path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


FUZZ = _script("bench/fuzz.py")
FILES: list[bytes] = FUZZ.corpus()


@pytest.mark.parametrize("data", FILES)
def test_the_files_to_begin_with_are_accepted(data: bytes) -> None:
    assert FUZZ.judge(data, random.Random(1)).ok


def test_they_hold_every_kind_of_step_and_nearly_every_key() -> None:
    written = b"\n".join(FILES).decode()
    missing = {key for key in FUZZ.KEYS if f"{key}:" not in written}
    assert missing <= {"language"}


@settings(max_examples=150, deadline=None)
@given(st.randoms())
def test_a_changed_routine_is_refused_in_its_place_or_plays(chance: random.Random) -> None:
    FUZZ.judge(FUZZ.mutated(chance, FILES), chance)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 10**9))
def test_nor_does_one_that_is_changed_further(number: int) -> None:
    chance = random.Random(number)
    FUZZ.judge(FUZZ.mutated(chance, [FUZZ.mutated(chance, FILES)]), chance)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_bytes_that_are_no_routine_are_refused(data: bytes) -> None:
    assert not FUZZ.judge(data, random.Random(1)).ok


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200))
def test_text_that_is_no_routine_is_refused(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    assert document.read(data).problems
    FUZZ.judge(data, random.Random(1))
