"""One session at a time; and who only looks whether one is on keeps nobody from beginning."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest

from relax_coach.store import lock
from relax_coach.store.lock import Busy, Lock

HOLD = """
import sys
from relax_coach.store.lock import Lock
held = Lock.take()
print("held", flush=True)
sys.stdin.read()
"""


def test_a_second_one_is_refused_and_told_who_has_it(home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None and other.stdout.readline() == b"held\n"
        assert Lock.is_elsewhere()
        with pytest.raises(Busy, match=f"process {other.pid}"):
            Lock.take()
        other.kill()
    with Lock.take():
        assert not Lock.is_elsewhere(), "it is here"


def test_who_is_in_the_middle_of_looking_is_waited_for(home: Path) -> None:
    looking = lock._opened()
    assert lock._lock(looking)
    Timer(lock.PATIENCE / 2, os.close, [looking]).start()
    with Lock.take():
        assert Lock.held
