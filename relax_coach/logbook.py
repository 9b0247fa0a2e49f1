"""What one session tells the journal, from its beginning to what is said after it."""

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from relax_coach import __version__, intake, interruption
from relax_coach.coach import Ready, routine_of
from relax_coach.core.adapt import eased_levels
from relax_coach.core.check_in import CheckIn
from relax_coach.core.check_out import CheckOut
from relax_coach.core.diary import diary
from relax_coach.core.interrupted import (
    COUNTED,
    Interrupted,
    options_as_json,
    place_of,
    print_of,
)  # fmt: skip
from relax_coach.core.record import STOPPED_SAFETY, UNSAID, Ratings
from relax_coach.core.routine import Ms
from relax_coach.core.totals import Total
from relax_coach.recorder import Recorder
from relax_coach.store import answers, opening, recording
from relax_coach.store.database import Unusable
from relax_coach.store.journal import Journal, new_id

if TYPE_CHECKING:  # it loads numpy, and the first picture must not wait for that
    from relax_coach.player import Player


class Logbook:
    """Writes a session down while it goes on. With the journal off it does nothing.

    Its methods are to be called in their order; `leaving`, `stalled` and `told` at any time.
    """

    def __init__(
        self, session: Ready, check_in: CheckIn, left: Interrupted | None = None,
        today: Callable[[], date] = date.today,
    ) -> None:  # fmt: skip
        """`left`: the interrupted session that this one goes on with.

        `today`: the person's own day, which may be another one before it is over.
        """
        self._session, self._check_in, self._left = session, check_in, left
        self._routine, self._today = routine_of(session.entry), today
        self._said = session.told
        self._own = session.timeline.who != "partner"
        """What a receiver feels is never kept."""
        self._player: Player | None = None
        self._recorder: Recorder | None = None
        self._ended = self._stopped = self._doubted = self._asks = False
        self._after, self._overall, self.note = UNSAID, None, ""
        """What was kept of it by hand before it went on."""
        if left is not None:
            kept = left.record
            self._after, self._overall, self.note = kept.after, kept.overall, kept.note
        self._rated: Mapping[str, Any] = {**self._after.as_json(), "overall": self._overall}
        self._saying: CheckOut | None = None
        """What is said after it, and not confirmed yet."""
        self.advice: tuple[str, ...] = ()
        """What is to be told after a painkiller was marked, by how many days there were."""
        self._done: Total = Counter()
        self._counted = session.done
        """What of it was counted for the day."""
        self._last: Mapping[str, Any] = {}
        """The place, once the player is no longer to be asked."""

    def begin(self, player: "Player") -> None:
        """`player` is about to play."""
        if self._session.options.brief or not recording.is_on():
            return
        self._player, left = player, self._left
        now = datetime.now(UTC)
        name = new_id(now) if left is None else left.record.id
        recorder = self._recorder = Recorder(name, self._place, left.events if left else ())
        if left is None:
            recorder.add("begin", _beginning(self._session, self._check_in, now))
            if self._own and self._check_in.before != UNSAID:
                recorder.add("before", self._check_in.before.as_json())
        else:
            interruption.keep_worked(left, self._routine, self._today())
            recorder.add("resume", self._place())
        player.changed = self._changed
        recorder.start()

    def leaving(self, why: str) -> None:
        """The program has to leave: what is not written yet is written now."""
        if self._recorder is not None:
            self._recorder.interrupted(why)

    def stalled(self) -> None:
        """The screen stands still: where the session is now is written at once."""
        if self._recorder is not None:
            self._recorder.changed("stalled")

    def told(self) -> str:
        """What is to be told of where it begins, and of the journal; once."""
        said, self._said = self._said, ""
        return said or ("" if self._recorder is None else self._recorder.told())

    def stop(self) -> None:
        """Something is wrong: whatever happens now, that is how it ended, unless it plays again."""
        intake.keep_stop(self._routine)
        if self._player is not None:
            self.over(None, self._player.done)
        if self._recorder is not None:
            self._stopped = True
            done = self._place()["done_ms"]
            self._recorder.add("end", {"ended": STOPPED_SAFETY, "done_ms": done})

    def end(self, ended: str) -> None:
        """The session is over; `ended` is one of core.record.ENDINGS. The last that is said holds:
        something may be found to be wrong after it."""
        self.let_go()
        self._ended, self._doubted = True, False
        if self._recorder is not None:
            self._recorder.add("end", {"ended": ended, "done_ms": self._last["done_ms"]})

    def asks(self, stands: bool = True) -> None:
        """Whether something is wrong is asked. While that stands open, today's signs count as
        never denied."""
        if stands != self._asks and not (stands and answers.is_unanswered()):  # of an earlier one
            self._asks = stands
            intake.keep_unanswered(self._routine, stands)

    def over(self, hurt: bool | None, done: Total) -> str:
        """What was `done`, and whether something is wrong after it; None where nobody said.

        To be called before anything is told of it: who is dizzy may close the lid there. What to
        tell where it could not be kept, or "".
        """
        more = done - self._counted
        self._counted = self._counted + more
        unkept = intake.keep_end(self._routine, more, self._today(), bool(hurt))
        if hurt:
            self.end(STOPPED_SAFETY)
        if hurt is not None:
            self.asks(stands=False)
        return unkept

    def doubt(self, is_open: bool) -> None:
        """Yes, something is wrong: but so fast that it may have been a slip. Unless that is said,
        it holds, whatever happens now."""
        self._doubted = is_open

    def let_go(self) -> None:
        """The player is not to be asked any more: its output closes."""
        if self._player is not None:
            self._done = self._player.done
            self._last, self._player = self._place(), None

    def saying(self, said: CheckOut) -> None:
        """What is said after it so far, not confirmed yet: it holds, whatever happens now."""
        self._saying = said
        if self._own:
            self.asks(bool(said.worse_than(self._check_in.before)))
            self._rate(said.after.over(self._after), said.overall or self._overall)

    def check_out(self, said: CheckOut) -> str:
        """What was said after it; what to tell where that could not be kept, or "".

        Pain that rose is to be kept before it.
        """
        self._saying = None
        self.asks(stands=False)
        if self._recorder is None:
            return ""
        if self._own and (said.after != UNSAID or said.overall):
            self._rate(said.after.over(self._after), said.overall or self._overall)
        if said.note is not None:
            self.note = said.note
            self._recorder.add("note", {"text": said.note})
        if said.headache is None and said.medicine is None:
            return ""
        now = datetime.now(UTC)
        try:
            with Journal.write() as journal:
                today = self._today()
                journal.mark(today, now, said.headache, said.medicine)
                self.advice = diary(journal.days(), today).advice if said.medicine else ()
        except Unusable as reason:
            return f"What you marked of the day could not be kept: {reason}."
        return ""

    def take_back(self) -> None:
        """The numbers that were said after it were a slip."""
        if self._own:
            self._rate(self._after, self._overall)

    def close(self) -> str:
        """Write what is left; what to tell where that was not possible, or ""."""
        self.let_go()
        untold = [self.over(self._doubted or None, self._done)]
        if (said := self._saying) is not None:
            if said.worse_than(self._check_in.before):
                untold.append(intake.keep_worse(self._today()))
            untold.append(self.check_out(said))
        if self._recorder is not None:
            if not self._ended:  # it broke off: where, is what matters then
                self._recorder.add("at", {**self._last, COUNTED: True})
            untold.append(self._recorder.close())
        return " ".join(filter(None, untold))

    def abandon(self) -> None:
        """Close it while the program has to leave: what is to be told of it is told at the end."""
        opening.leave([told] if (told := self.close()) else [])

    def try_again(self) -> None:
        """After `close` had something to tell: there may be room by now."""
        if self._recorder is not None:
            self._recorder.try_again()

    def _rate(self, after: Ratings, overall: str | None) -> None:
        rated = {**after.as_json(), "overall": overall}
        if self._recorder is not None and rated != self._rated:
            self._recorder.add("after", rated)
            self._rated = rated

    def _changed(self, does: str, at: Ms) -> None:
        if self._recorder is not None and self._player is not None:
            if self._stopped and does == "play":  # it was a slip
                self._stopped = False
                self._recorder.add("resume", self._place())
            eases = self._own and does == "ease_off"
            target = self._player.timeline.at(at).span.target if eases else None
            more = {"target": target} if target else {}
            self._recorder.changed(does, position=at, **more)

    def _place(self) -> Mapping[str, Any]:
        player = self._player
        if player is None:
            return self._last
        return place_of(player.timeline, player.position, player.done)


def _beginning(session: Ready, check_in: CheckIn, now: datetime) -> dict[str, Any]:
    """What was chosen, so that the session can be found, and gone on with."""
    entry, options, timeline = session.entry, session.options, session.timeline
    zone = f"{now.astimezone():%z}"
    routine = entry.document.routine
    own = timeline.who != "partner" and routine is not None
    return {
        "routine": entry.name,
        "find": entry.full_name if entry.origin == "preset" else str(entry.path.absolute()),
        "title": timeline.title,
        "print": print_of(timeline),
        "planned_ms": timeline.total,
        "time_zone": f"{zone[:3]}:{zone[3:5]}",
        "spot": check_in.spot or options.spot,
        "side": check_in.side or options.side,
        "options": options_as_json(options),
        "eased": eased_levels(routine, options) if own and routine else {},
        "adapted": list(check_in.adapted),
        "program_version": __version__,
    }
