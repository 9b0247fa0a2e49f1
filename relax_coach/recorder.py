"""One session on its way into the journal: what happens, and every few seconds the place.

In a thread of its own, for the screen may stand still. What cannot be written is kept in memory
and tried again; the session goes on.
"""

import time
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from threading import Condition, Thread
from typing import Any

from relax_coach.clock import boot_time
from relax_coach.core.record import Event
from relax_coach.store import opening, recording
from relax_coach.store.database import Unusable
from relax_coach.store.journal import Journal
from relax_coach.store.selection import Selection

EVERY = 3.0
"""Seconds between two places: with the way back to the beginning of a sentence at most five."""
AGAIN = 60.0
"""Seconds until what could not be written is tried again."""
PATIENCE = 3.0
"""Seconds that the end of a session waits for the disk."""
KEEPING = "The session goes on, and is kept in memory until it can."
BACK = "The journal is written again."
LOST = "This session could not be written into the journal"


class Recorder:
    """Writes the events of one session. Safe to be called from any thread."""

    def __init__(
        self,
        session: str,
        place: Callable[[], Mapping[str, Any]],
        before: Sequence[Event] = (),
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`place` gives the body of an `at` event; what lies in it is compared, so no clock.
        `before`: the events of the session that this one goes on with."""
        self.session = session
        self._place = place
        self._before = before
        self._seq = before[-1].seq if before else 0
        self._now = now
        self._there = Condition()
        self._waiting: deque[Event] = deque()
        self._all: list[Event] = []
        """Of this session: another file may be there when it is opened again."""
        self._closed = False
        self._journal: Journal | None = None
        self._told: list[str] = []
        self._noticed: list[str] = []
        """Of the journal's file, until somebody was told."""
        self._failing = ""
        self._failed = 0
        self._try_at = self._checked_at = now()
        self._last: Mapping[str, Any] = {}
        self._thread = Thread(target=self._run, name="recorder", daemon=True)

    def start(self) -> None:
        """From now on the place is written, too."""
        self._thread.start()

    def add(self, kind: str, body: Mapping[str, Any]) -> None:
        """Write that this happened, as soon as can be."""
        with self._there:
            self._seq += 1
            wall, boot = datetime.now(UTC), round(boot_time() * 1000)
            event = Event(self.session, self._seq, kind, body, wall, boot)
            self._waiting.append(event)
            self._all.append(event)
            self._there.notify_all()

    def changed(self, does: str, **more: object) -> None:
        """Write that a key changed the session, and where."""
        self.add("change", {"does": does, **self._place(), **more})

    def interrupted(self, why: str) -> None:
        """The program has to leave: write the place now, and wait a moment for that."""
        self.add("at", {**self._place(), "why": why})
        self.settle(PATIENCE / 2)

    def told(self) -> str:
        """What is to be told of the journal, once; "" where there is nothing."""
        with self._there:
            said, self._told, self._noticed = " ".join([*self._noticed, *self._told]), [], []
        return said

    def settle(self, patience: float = PATIENCE) -> bool:
        """Wait until all is written, or could not be once more; whether it is."""
        with self._there:
            failed, self._try_at = self._failed, self._now()
            self._there.notify_all()
            self._there.wait_for(lambda: not self._waiting or self._failed > failed, patience)
            return not self._waiting

    def close(self) -> str:
        """Write what is left; what to tell where that was not possible, or ""."""
        whole = self.settle()
        with self._there:
            self._closed = True
            self._there.notify_all()
        self._thread.join(PATIENCE)
        opening.leave(self._noticed)  # for whoever is there after the session
        return "" if whole else f"{LOST}: {self._failing or 'the disk does not answer'}."

    def try_again(self) -> None:
        """Once more after `close` had something to tell, which was told."""
        with suppress(Unusable), Journal.write() as journal:
            journal.append(self._all)

    def _run(self) -> None:
        while not self._closed:
            with self._there:
                self._there.wait_for(self._is_due, self._checked_at + EVERY - self._now())
            if self._now() - self._checked_at >= EVERY:
                self._check()
            if self._waiting and self._is_due():
                self._write(list(self._waiting))
        if self._journal is not None:
            with suppress(Unusable):  # a copy that could not be made is made next time
                self._journal.back_up(date.today())  # noqa: DTZ011 - the person's own day
            self._journal.close()

    def _is_due(self) -> bool:
        return self._closed or (bool(self._waiting) and self._now() >= self._try_at)

    def _check(self) -> None:
        """Write the place where it is another one than last."""
        self._checked_at = self._now()
        place = self._place()
        if place != self._last:
            self._last = place
            self.add("at", place)

    def _write(self, events: list[Event]) -> None:
        if not recording.is_on():  # turned off meanwhile, in another window
            with self._there:
                for _ in events:
                    self._waiting.popleft()
                self._there.notify_all()
            return
        try:
            if self._journal is None:
                self._journal = Journal.write()
                self._noticed += self._journal.notices
                earlier = self._all[: -len(events)]
                if self._before and not self._journal.count(Selection(session=self.session)):
                    earlier = [*self._before, *earlier]  # in a file that lost them
                self._journal.append(earlier)
            self._journal.append(events)
        except Unusable as reason:
            self._fail(str(reason))
            return
        with self._there:
            for _ in events:
                self._waiting.popleft()
            if self._failing:
                self._failing = ""
                self._told.append(BACK)
            self._there.notify_all()

    def _fail(self, reason: str) -> None:
        if self._journal is not None:  # another file may be there when it is tried again
            self._journal.close()
            self._journal = None
        with self._there:
            self._failed += 1
            self._try_at = self._now() + AGAIN
            if reason != self._failing:
                self._failing = reason
                self._told.append(f"The journal cannot be written: {reason}. {KEEPING}")
            self._there.notify_all()
