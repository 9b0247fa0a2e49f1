"""A program that is told to leave while something of it stands still."""

import os
import signal
import subprocess
import sys
import time

import pytest

from relax_coach import watchdog
from relax_coach.watchdog import Watchdog, watched

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform == "win32", reason="sends signals"),
]

PROGRAM = """
import signal, sys, time
for number in (signal.SIGINT, signal.SIGQUIT):
    signal.signal(number, signal.SIG_DFL)  # whoever runs the tests may ignore them
from relax_coach.watchdog import Watchdog, watched

def leaving(why):
    print("leaving:", why, flush=True)
    {leaving}

try:
    with Watchdog(), watched(leaving, print):
        print("ready", flush=True)
        {does}
finally:
    print("let go", flush=True)
"""


def told(does: str, *numbers: int, leaving: str = "pass") -> tuple[int, list[str], float]:
    """The exit code of a program that gets these signals, its lines, and how long it took."""
    text = PROGRAM.format(does=does, leaving=leaving)
    child = subprocess.Popen(
        [sys.executable, "-c", text], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None and child.stdout.readline() == "ready\n"
    began = time.monotonic()
    for number in numbers:
        os.kill(child.pid, number)
    lines = child.stdout.read().splitlines()
    return child.wait(), lines, time.monotonic() - began


def test_what_must_be_kept_is_kept_before_it_leaves_by_the_usual_way() -> None:
    code, lines, took = told("time.sleep(30)", signal.SIGTERM)
    assert (code, lines) == (143, ["leaving: SIGTERM", "let go"])
    assert took < watchdog.PATIENCE


def test_a_signal_that_does_not_wake_the_main_thread_is_heeded_all_the_same() -> None:
    """As one does that comes in the moment before it begins to wait."""
    elsewhere = "lambda: signal.pthread_kill(threading.get_ident(), signal.SIGTERM)"
    does = f"import threading; threading.Timer(0.1, {elsewhere}).start(); time.sleep(30)"
    code, lines, took = told(does)
    assert (code, lines) == (143, ["leaving: SIGTERM", "let go"])
    assert took < watchdog.PATIENCE


def test_a_second_signal_does_not_cut_the_way_out_short() -> None:
    numbers = (signal.SIGINT, signal.SIGTERM, signal.SIGINT)
    code, lines, _ = told("time.sleep(30)", *numbers, leaving="time.sleep(0.2)")
    assert lines[1:] == ["let go"] and lines[0] in ("leaving: SIGINT", "leaving: SIGTERM")
    assert code in (130, 143)


STUCK = """
        while True:
            try: time.sleep(30)
            except SystemExit: pass
"""


def test_where_the_usual_way_is_barred_it_leaves_all_the_same() -> None:
    code, lines, took = told(STUCK, signal.SIGQUIT)
    assert (code, lines) == (131, ["leaving: SIGQUIT"])
    assert watchdog.PATIENCE <= took < 2 * watchdog.PATIENCE


def test_a_disk_that_never_answers_keeps_nobody_from_leaving() -> None:
    code, lines, took = told("time.sleep(30)", signal.SIGTERM, leaving="time.sleep(30)")
    assert (code, lines) == (143, ["leaving: SIGTERM", "let go"])
    assert took < 2 * watchdog.PATIENCE


def test_what_was_ignored_from_the_start_stays_so() -> None:
    ignored = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        assert told("time.sleep(0.3)", signal.SIGHUP)[:2] == (0, ["let go"])
    finally:
        signal.signal(signal.SIGHUP, ignored)


def test_what_stands_still_is_told_once_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "EVERY", 0.01)
    monkeypatch.setattr(watchdog, "STALLED", 0.1)
    stalls: list[float] = []
    with Watchdog(), watched(print, lambda: stalls.append(time.monotonic())) as session:
        for expected in (1, 2):
            while len(stalls) < expected:
                time.sleep(0.01)
            time.sleep(0.2)
            assert len(stalls) == expected
            session.beat()


def test_afterwards_signals_are_as_they_were() -> None:
    before = [signal.getsignal(getattr(signal, name)) for name in watchdog.HEEDED]
    with Watchdog():
        pass
    assert before == [signal.getsignal(getattr(signal, name)) for name in watchdog.HEEDED]
