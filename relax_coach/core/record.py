"""What is kept of a session, as its events add up to it.

A journal holds events and never changes one; a record is what they come to. The fields are those
of `journal --json` (docs/journal.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import Any

from relax_coach.core.routine import Ms

MOST_FELT = 10
EVIDENCE = 0.25
"""The share of a session that was done from which on it says something of what helped."""
RATED = ("pain", "tightness", "stress")
"""What is rated before and after, each from 0 (none) to 10 (the worst one can imagine)."""
OVERALL = ("much worse", "worse", "same", "better", "much better")
"""How it is now, asked after."""
FINISHED, STOPPED, STOPPED_SAFETY, INTERRUPTED = (
    "finished", "stopped", "stopped-safety", "interrupted",
)  # fmt: skip
ENDINGS = (FINISHED, STOPPED, STOPPED_SAFETY, INTERRUPTED)
"""How a session ended: to its end, by its person, because something was wrong, or not at all."""


@dataclass(frozen=True, slots=True)
class Ratings:
    """How it is at one moment; None where that was not said. Raises ValueError beyond 0 to 10."""

    pain: int | None = None
    tightness: int | None = None
    stress: int | None = None

    def __post_init__(self) -> None:
        for name, felt in zip(RATED, (self.pain, self.tightness, self.stress), strict=True):
            if felt is not None and not (type(felt) is int and 0 <= felt <= MOST_FELT):
                raise ValueError(f"{name} is from 0 to {MOST_FELT}, not {felt!r}")

    def of(self, name: str) -> int | None:
        """One of RATED."""
        felt: int | None = getattr(self, name)
        return felt

    @property
    def said(self) -> bool:
        """Whether anything was."""
        return any(self.of(name) is not None for name in RATED)

    def over(self, kept: "Ratings") -> "Ratings":
        """These in place of the `kept` ones, which stay where nothing was said."""
        return Ratings(*(kept.of(one) if self.of(one) is None else self.of(one) for one in RATED))

    def as_json(self) -> dict[str, int | None]:
        return {name: self.of(name) for name in RATED}


UNSAID = Ratings()


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened in a session, or that was noted about it later.

    `kind` and what its `body` holds: begin (what was chosen), before and after (ratings), at (the
    place, every few seconds), change (a key that changed the session), end, note, sum (all that
    came before comes to that: what a damaged file had of it).
    """

    session: str
    seq: int
    """Counts the events of a session from 1: one that is written twice is there once."""
    kind: str
    body: Mapping[str, Any]
    at: datetime
    """In UTC. Told, and never calculated with: clocks are set."""
    boot: Ms = 0
    """The clock that counts sleep, in ms."""


@dataclass(frozen=True, slots=True)
class Record:
    """A session: what it was to be, what was done of it, and how it was before and after."""

    id: str
    started_at: datetime
    """In UTC."""
    routine: str = ""
    title: str = ""
    time_zone: str = "+00:00"
    """Of the person, as the offset from UTC."""
    planned: Ms = 0
    done: Ms = 0
    ended: str = INTERRUPTED
    """One of ENDINGS. Until it ends in another way, a session is an interrupted one."""
    side: str = ""
    spot: str = ""
    """A target word; "" where none was chosen."""
    before: Ratings = UNSAID
    after: Ratings = UNSAID
    overall: str | None = None
    """One of OVERALL."""
    eased: Mapping[str, int] = field(default_factory=dict)
    """Target word → levels of pressure less than the routine has."""
    medicine: bool | None = None
    """Whether a painkiller was taken that day, where that was said."""
    note: str = ""
    program_version: str = ""

    @property
    def completed(self) -> float:
        """How much was done of what was planned, 0 to 1."""
        return min(1.0, self.done / self.planned) if self.planned else 0.0

    @property
    def is_evidence(self) -> bool:
        """Whether enough of it was done to say something of what helped."""
        return not self.planned or self.completed >= EVIDENCE

    @property
    def day(self) -> date:
        """The person's own day on which it began."""
        try:
            return (self.started_at + offset(self.time_zone)).date()
        except OverflowError:  # a clock at the end of time
            return self.started_at.date()

    def change(self, name: str) -> int | None:
        """After less before, of one of RATED: negative is better. None where one was not said."""
        before, after = self.before.of(name), self.after.of(name)
        return None if before is None or after is None else after - before

    def as_json(self) -> dict[str, Any]:
        """The record of docs/journal.md."""
        return {
            "id": self.id,
            "routine": self.routine,
            "title": self.title,
            "started_at": self.started_at.astimezone(UTC).isoformat(timespec="seconds"),
            "time_zone": self.time_zone,
            "planned_s": self.planned / 1000,
            "done_s": self.done / 1000,
            "completed": round(self.completed, 3),
            "ended": self.ended,
            "side": self.side or None,
            "spot": self.spot or None,
            "before": self.before.as_json(),
            "after": {**self.after.as_json(), "overall": self.overall},
            "eased": dict(self.eased),
            "medicine": self.medicine,
            "note": self.note,
            "program_version": self.program_version,
        }


def with_event(record: Record | None, event: Event) -> Record:
    """What `record` (None before the first event of its session) comes to with `event`.

    Pure: the journal keeps what it gives beside the events, and can make it again from them.
    """
    body = event.body
    known = record or Record(event.session, event.at)
    match event.kind:
        case "begin":
            texts = ("routine", "title", "time_zone", "side", "spot", "program_version")
            told: dict[str, Any] = {one: str(body[one]) for one in texts if body.get(one)}
            eased = body.get("eased") or {}
            return replace(
                known, started_at=event.at, planned=int(body.get("planned_ms", 0)),
                eased=dict(eased), **told,
            )  # fmt: skip
        case "before":
            return replace(known, before=ratings_of(body))
        case "after":
            overall = body.get("overall")
            return replace(
                known, after=ratings_of(body), overall=overall if overall in OVERALL else None
            )
        case "change" if body.get("does") == "ease_off" and body.get("target"):
            target = str(body["target"])
            return replace(known, eased={**known.eased, target: known.eased.get(target, 0) + 1})
        case "at" | "change":
            return replace(known, done=int(body.get("done_ms", known.done)))
        case "end":
            ended = body.get("ended")
            return replace(
                known, done=int(body.get("done_ms", known.done)),
                ended=ended if ended in ENDINGS else INTERRUPTED,
            )  # fmt: skip
        case "resume":
            return replace(known, ended=INTERRUPTED)
        case "note":
            return replace(known, note=str(body.get("text", "")))
        case "sum":
            return _summed(known, body)
    return known


def sum_of(record: Record, seq: int, at: datetime) -> Event:
    """The event that says what a session had come to, where what it was made from is lost."""
    body = {
        "started_at": record.started_at.isoformat(), "routine": record.routine,
        "title": record.title, "time_zone": record.time_zone, "planned_ms": record.planned,
        "done_ms": record.done, "ended": record.ended, "side": record.side, "spot": record.spot,
        "before": record.before.as_json(), "after": record.after.as_json(),
        "overall": record.overall, "eased": dict(record.eased), "note": record.note,
        "program_version": record.program_version,
    }  # fmt: skip
    return Event(record.id, seq, "sum", body, at)


def _summed(known: Record, body: Mapping[str, Any]) -> Record:
    overall, ended = body.get("overall"), body.get("ended")
    texts = ("routine", "title", "time_zone", "side", "spot", "note", "program_version")
    told: dict[str, Any] = {one: str(body[one]) for one in texts}
    return replace(
        known, started_at=datetime.fromisoformat(body["started_at"]),
        planned=int(body["planned_ms"]), done=int(body["done_ms"]),
        ended=ended if ended in ENDINGS else INTERRUPTED, before=ratings_of(body["before"]),
        after=ratings_of(body["after"]), overall=overall if overall in OVERALL else None,
        eased=dict(body["eased"]), **told,
    )  # fmt: skip


def ratings_of(body: Mapping[str, Any]) -> Ratings:
    """The ratings in `body`; what is none of them counts as not said."""
    felt = {name: body.get(name) for name in RATED}
    return Ratings(
        **{
            name: one
            for name, one in felt.items()
            if isinstance(one, int) and not isinstance(one, bool) and 0 <= one <= MOST_FELT
        }
    )


@lru_cache(maxsize=64)
def offset(time_zone: str) -> timedelta:
    """The difference to UTC that a `time_zone` like +01:00 stands for; none where it is not one."""
    try:
        found = datetime.strptime(time_zone, "%z").utcoffset()
    except ValueError:
        found = None
    return found or timedelta()
