"""A session in the middle of which something happens: it leaves as it should, or goes on.

What bench/events.py tells at length, in short.
"""

import importlib.util
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest
from happening import BUSY, EVENTS, FAKETIME, Event, seen
from on_disk import DISK
from on_terminal import NOTHING

from relax_coach.core.conditions import CONDITIONS
from relax_coach.store import answers

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
LASTS, LOOKS = 2.0, 0.4
"""Seconds that an event lasts, and for which the processor is looked at after it."""


@pytest.fixture(autouse=True)
def nothing_is_asked(home: Path) -> None:
    """The danger signs were denied today, and every condition."""
    today = date.today()  # noqa: DTZ011 - the day the program will see
    answers.keep_signs_clear(today)
    answers.keep_conditions(dict.fromkeys(CONDITIONS, False), today)


@pytest.fixture
def sound(event: Event) -> Iterator[Mapping[str, str]]:
    """The environment of a sound server, for what needs one."""
    if not event.heard:
        yield NOTHING
        return
    pytest.importorskip("miniaudio")
    if shutil.which("pulseaudio") is None:
        pytest.skip("pulseaudio is not installed")
    bench = Path(__file__).resolve().parents[1] / "bench" / "record_session.py"
    spec = importlib.util.spec_from_file_location("record_session", bench)
    assert spec is not None and spec.loader is not None
    recorder = importlib.util.module_from_spec(spec)
    sys.modules["record_session"] = recorder
    spec.loader.exec_module(recorder)
    with ExitStack() as stack:
        yield stack.enter_context(recorder.private_server())


@pytest.mark.parametrize(
    ("event", "face"),
    [
        pytest.param(one, face, id=f"{one.name}, {face}")
        for one in (*EVENTS, *DISK)
        for face in one.faces
        if face in one.often
    ],
)
def test_it_leaves_as_it_should_or_goes_on(
    event: Event, face: str, home: Path, sound: Mapping[str, str]
) -> None:
    if event.clocks and FAKETIME is None:
        pytest.skip("libfaketime is not installed")
    if event.mounts and os.geteuid():
        pytest.skip("only root can mount a disk")
    came = seen(event, face, home, LASTS, LOOKS, sound)
    assert (came.code, came.said) == (event.code, event.says)
    assert (came.left, came.running) == ((), ())
    assert came.cpu < BUSY
    assert came.kept is event.written, "its place is kept when it leaves, so that it can go on"
