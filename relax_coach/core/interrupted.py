"""A session that did not come to its end, and how it can go on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from datetime import datetime
from hashlib import sha256
from typing import Any

from relax_coach.core.ease_off import ease_off
from relax_coach.core.options import Options
from relax_coach.core.other_side import other_side
from relax_coach.core.record import INTERRUPTED, Event, Record
from relax_coach.core.routine import Ms
from relax_coach.core.stay import go_on_waiting, stay
from relax_coach.core.timeline import Timeline
from relax_coach.core.totals import SESSION, Total, Work

ELSEWHERE = "That session was gone on with, or deleted, in another window."
COUNTED = "counted"
"""Of an event's place: its work was counted for the day."""
NOT_KEPT = frozenset({"held", "exported", "known", "brief", "untitled", "unvoiced"})
"""What of the options is found anew: what holds today, and which words have a voice."""


@dataclass(frozen=True, slots=True)
class Interrupted:
    """What the events of an interrupted session tell."""

    record: Record
    begun: Mapping[str, Any]
    """What was chosen, as its first event holds it."""
    changes: tuple[Mapping[str, Any], ...] = ()
    """What keys changed in it, the first one first."""
    place: Mapping[str, Any] | None = None
    """Where it was last; None where it never played."""
    last_seq: int = 0
    counted: Mapping[str, Any] | None = None
    """The place up to which its work was counted for its day; None: from the beginning."""
    last_at: datetime | None = None
    """When it was last heard of."""
    events: tuple[Event, ...] = field(default=(), repr=False)
    """All that it was made from."""

    @property
    def position(self) -> Ms:
        return int((self.place or {}).get("position", 0))

    @property
    def done(self) -> Total:
        """What was played of all that has a limit."""
        return total_from(((self.place or {}).get("worked")) or {})

    @property
    def uncounted(self) -> Total:
        """What of that it had no moment to count for its day: it was killed."""
        return self.done - total_from(((self.counted or {}).get("worked")) or {})

    @property
    def options(self) -> Options:
        """What was chosen for it; what can no longer be chosen is as if it was not."""
        told = self.begun.get("options")
        kept: dict[str, Any] = {}
        for one in fields(Options):
            value = told.get(one.name) if isinstance(told, dict) else None
            usual = getattr(Options(), one.name)
            if one.name not in NOT_KEPT and type(value) is (int if usual is None else type(usual)):
                kept[one.name] = value
        try:
            return Options(**kept)
        except ValueError:
            return Options()


@dataclass(frozen=True, slots=True)
class GoingOn:
    """Where an interrupted session goes on."""

    timeline: Timeline
    position: Ms
    done: Total
    told: str = ""
    """Why it is not the very place, in a sentence."""


def going_on(timeline: Timeline, left: Interrupted) -> GoingOn:
    """Where `left` goes on in `timeline`, which is its routine compiled anew.

    At the same place, with all that keys had changed. Where the session is another one by now,
    for the file was changed, or the voice, or the answers: at the beginning of the same step.
    """
    if left.begun.get("print") == print_of(timeline):
        changed = timeline
        for change in left.changes:
            changed = _with(changed, change)
        return GoingOn(changed, min(left.position, changed.total), left.done)
    place = left.place or {}
    step = _same_step(timeline, str(place.get("title", "")), int(place.get("step", 0)))
    if not step:
        told = "It is not the same session any more, so it begins at its beginning."
        return GoingOn(timeline, 0, left.done, told)
    told = "It is not quite the same session any more: it goes on at the beginning of this step."
    eased = timeline
    for change in left.changes:
        eased = _eased(eased, str(change.get("target", "")))
    return GoingOn(eased, eased.step_start(step), left.done, told)


def print_of(timeline: Timeline) -> str:
    """The same for two sessions in which the same is done at the same time."""
    laid = [(one.start, one.kind, one.step, one.side, one.target) for one in timeline.spans]
    return sha256(repr((laid, timeline.total)).encode()).hexdigest()[:16]


def place_of(timeline: Timeline, position: Ms, done: Total) -> dict[str, Any]:
    """What an event keeps of where a session stands."""
    moment = timeline.at(position)
    return {
        "position": moment.position,
        "step": moment.step,
        "title": _title(timeline, moment.step),
        "done_ms": done[SESSION],
        "worked": total_as_json(done),
    }


def options_as_json(options: Options) -> dict[str, Any]:
    """What was chosen, for `Interrupted.options`."""
    told = {one.name: getattr(options, one.name) for one in fields(options)}
    kept = {name: value for name, value in told.items() if value and name not in NOT_KEPT}
    return {name: dict(one) if isinstance(one, Mapping) else one for name, one in kept.items()}


def interrupted_of(record: Record, events: Sequence[Event]) -> Interrupted | None:
    """What `events` of `record` tell, in their order; None where it came to an end."""
    begun: Mapping[str, Any] = {}
    changes: list[Mapping[str, Any]] = []
    place, counted, seq, at, ended = None, None, 0, None, False
    for event in events:
        seq, at = event.seq, event.at
        if event.body.get(COUNTED) or event.kind == "resume":
            counted = event.body
        if event.kind in ("end", "resume"):
            ended = event.kind == "end"
        elif event.kind == "sum":
            ended = event.body.get("ended") != INTERRUPTED
        elif event.kind == "begin":
            begun = event.body
        elif event.kind in ("at", "change"):
            place = event.body
            if event.kind == "change":
                changes.append(event.body)
    if ended:
        return None
    known = tuple(events)
    return Interrupted(record, begun, tuple(changes), place, seq, counted, at, known)


def total_as_json(total: Total) -> dict[str, int]:
    """`total` under keys of text: "target/side", or the name of the sum."""
    return {
        f"{key.target}/{key.side}" if isinstance(key, Work) else key: amount
        for key, amount in total.items()
        if amount
    }


def total_from(told: Mapping[str, Any]) -> Total:
    """The other way round; what is no amount is left out."""
    total: Total = Total()
    for name, amount in told.items():
        if type(amount) is int:
            target, _, side = name.partition("/")
            total[Work(target, side) if side else name] += amount
    return total


def _with(timeline: Timeline, change: Mapping[str, Any]) -> Timeline:
    at, done = int(change.get("position", 0)), total_from(change.get("worked") or {})
    match change.get("does"):
        case "stay":
            return stay(timeline, at, done)[0]
        case "other_side":
            return other_side(timeline, at, done)[0]
        case "ease_off":
            return ease_off(timeline, at)[0]
        case "wait":
            return go_on_waiting(timeline, at) or timeline
    return timeline


def _eased(timeline: Timeline, target: str) -> Timeline:
    """One level lighter wherever `target` is pressed; the same where it is not."""
    pressed = (one.start for one in timeline.spans if target and one.target == target)
    at = next((at for at in pressed if timeline.at(at).span.pressure), None)
    return timeline if at is None else ease_off(timeline, at)[0]


def _same_step(timeline: Timeline, title: str, number: int) -> int:
    """The step of that title that is nearest to `number`; 0 where there is none."""
    titled = {one.step for one in timeline.spans if one.step and title and one.title == title}
    return min(titled, key=lambda step: abs(step - number), default=0)


def _title(timeline: Timeline, step: int) -> str:
    return next((one.title for one in timeline.spans if step and one.step == step), "")
