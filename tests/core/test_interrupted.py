"""A session that was interrupted goes on where it was, even in a routine that is another by now."""

from collections import Counter
from datetime import UTC, datetime
from typing import Any

import pytest
from made import routine

from relax_coach.core.compile import compile_routine
from relax_coach.core.interrupted import (
    Interrupted,
    going_on,
    interrupted_of,
    options_as_json,
    place_of,
    print_of,
    total_as_json,
    total_from,
)  # fmt: skip
from relax_coach.core.options import Options
from relax_coach.core.record import Event, Record
from relax_coach.core.session import worked
from relax_coach.core.stay import go_on_waiting, stay
from relax_coach.core.timeline import Timeline
from relax_coach.core.totals import Work

NOW = datetime(2026, 3, 1, tzinfo=UTC)
NECK = "target: neck\ntechnique: knead\nfor: {}"
REST = "rest: 10s\ntitle: A rest"


def session(*steps: str) -> Timeline:
    return compile_routine("t", routine(*steps), Options())


def left_at(timeline: Timeline, position: int, *changes: dict[str, Any]) -> Interrupted:
    place = place_of(timeline, position, worked(timeline, 0, position))
    begun = {"print": print_of(timeline)}
    return Interrupted(Record("s", NOW), begun, changes, place)


def test_it_goes_on_at_the_very_place_with_what_was_done() -> None:
    timeline = session(NECK.format("30s"), REST)
    found = going_on(timeline, left_at(timeline, 20_000))
    assert (found.timeline, found.position, found.told) == (timeline, 20_000, "")
    assert found.done == worked(timeline, 0, 20_000)


def test_what_keys_had_changed_is_so_again() -> None:
    timeline = session(NECK.format("30s"), REST)
    longer, _ = stay(timeline, 20_000, Counter())
    change = {"does": "stay", **place_of(timeline, 20_000, Counter())}
    found = going_on(timeline, left_at(timeline, 45_000, change))
    assert (found.timeline.spans, found.position) == (longer.spans, 45_000)


def test_in_a_routine_that_was_changed_it_goes_on_with_the_step_of_that_title() -> None:
    before = session(NECK.format("30s"), REST)
    now = session(NECK.format("60s"), NECK.format("20s"), REST)
    found = going_on(now, left_at(before, before.step_start(2) + 5_000))
    assert found.position == now.step_start(3)
    assert "not quite the same session any more" in found.told


def test_where_the_step_is_gone_it_begins_at_the_beginning() -> None:
    before, now = session(NECK.format("30s"), REST), session(NECK.format("60s"))
    found = going_on(now, left_at(before, before.step_start(2) + 5_000))
    assert (found.position, found.told[:23]) == (0, "It is not the same sess")


def test_what_was_done_counts_for_the_caps() -> None:
    total = Counter({Work("neck", "left"): 9_000, "session": 12_000})
    assert total_as_json(total) == {"neck/left": 9_000, "session": 12_000}
    assert total_from(total_as_json(total)) == total
    assert total_from({"neck/left": "9", "session": True}) == Counter()


def test_only_a_session_without_an_end_is_interrupted() -> None:
    told = [("begin", {"a": 1}), ("at", {"position": 1}), ("change", {"position": 2})]
    events = [Event("s", number, kind, body, NOW) for number, (kind, body) in enumerate(told, 1)]
    found = interrupted_of(Record("s", NOW), events)
    assert found is not None
    assert (found.begun, found.position, found.last_seq) == ({"a": 1}, 2, 3)
    assert interrupted_of(Record("s", NOW), [*events, Event("s", 4, "end", {}, NOW)]) is None


@pytest.mark.parametrize(
    "options",
    [
        Options(),
        Options(side="left", spot="masseter", fit=120_000, ambience="rain"),
        Options(sore_first=True, twice=True, gentle=True, eased={"temple": 1}),
    ],
)
def test_what_was_chosen_is_chosen_again(options: Options) -> None:
    begun = {"options": options_as_json(options)}
    assert Interrupted(Record("s", NOW), begun).options == options


@pytest.mark.parametrize(
    "told", [{"side": "up"}, {"spot": "eyes"}, {"fit": []}, {"eased": 3}, {"x": 1}, None]
)
def test_what_can_no_longer_be_chosen_is_not(told: Any) -> None:
    found = Interrupted(Record("s", NOW), {"options": told}).options
    assert found == Options()


def test_a_wait_that_was_gone_on_with_is_as_long_again() -> None:
    timeline = session("wait: yes", NECK.format("30s"))
    start = next(one.start for one in timeline.spans if one.kind == "wait")
    at = next(one.end for one in timeline.spans if one.kind == "wait") - 1_000
    longer = go_on_waiting(timeline, at)
    assert longer is not None and longer.total > timeline.total > start
    change = {"does": "wait", **place_of(timeline, at, Counter())}
    assert going_on(timeline, left_at(timeline, at, change)).timeline.spans == longer.spans


def test_what_was_eased_off_stays_so_in_a_session_that_is_another_by_now() -> None:
    press = "target: temple\ntechnique: press\npressure: 3\nhold: 4s\ntimes: 2"
    before, now = session(press, REST), session(press, NECK.format("20s"), REST)
    change = {"does": "ease_off", "target": "temple", **place_of(before, 9_000, Counter())}
    found = going_on(now, left_at(before, 9_000, change))
    pressures = {one.pressure for one in found.timeline.spans if one.target == "temple"}
    assert pressures == {2}
