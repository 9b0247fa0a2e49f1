"""A signal to end is an exception where something is to be taken away before."""

import os
import signal
import sys

import pytest

from relax_coach.cli.program import program, run
from relax_coach.ending import HEEDED, Ended, heeded

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sends signals")


@pytest.mark.parametrize("name", HEEDED)
def test_the_way_out_is_gone_once_and_its_end_is_told(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, way = getattr(signal, name), list[str]()

    def waits(*_: object, **__: object) -> None:
        with heeded():
            try:
                os.kill(os.getpid(), number)
            finally:
                os.kill(os.getpid(), signal.SIGTERM)  # and again: it is on its way
                way.append("taken away")

    monkeypatch.setattr(program, "main", waits)
    before = signal.getsignal(number)
    assert run() == 128 + number
    assert way == ["taken away"] and signal.getsignal(number) == before


def test_what_was_ignored_from_the_start_stays_so() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with heeded():
            os.kill(os.getpid(), signal.SIGHUP)
        with pytest.raises(Ended), heeded():
            os.kill(os.getpid(), signal.SIGTERM)
    finally:
        signal.signal(signal.SIGHUP, before)
