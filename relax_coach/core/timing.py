"""How long a massage step works: `for`, `hold` with its company, `breath`, or `wait`."""

from relax_coach.core import limits
from relax_coach.core.problem import Place
from relax_coach.core.report import Report
from relax_coach.core.routine import Continuous, Held, Ms, Paced, Pulsed, Timing
from relax_coach.core.schema import Values

KEYS = ("for", "hold", "release", "times", "wait", "breath")
"""The keys of a massage step that say how long."""
DEFAULT_WAIT: Ms = 30_000
"""A wait whose author names no longest time, where nobody can go on."""


def read_timing(values: Values, first: Place, report: Report) -> Timing | None:
    """The timing of a massage step, or None after a report."""
    got, written = values.values, values.written
    if not _is_timed_once(values, report):
        return None
    if any(key in written and key not in got for key in KEYS):
        return None  # reported already
    if "wait" in written:
        return _held(values, report)
    if "for" in written:
        return Continuous(got["for"])
    if "hold" in written:
        return Pulsed(got["hold"], got.get("release", 0), got.get("times", 1))
    if "breath" in written and "times" in written:
        return Paced(got["breath"], got["times"])
    if report.whole:
        hint = "add `for: 30s`, or `hold: 5s` with `release` and `times`"
        report.add("no-timing", first, "it is not said how long", hint)
    return None


def _is_timed_once(values: Values, report: Report) -> bool:
    """Whether no two keys say how long, reported at the second of them."""
    written = values.written
    if "wait" in written:
        alone, others = "wait", {"hold", "release", "times", "breath"}
    elif "for" in written:
        alone, others = "for", {"hold", "release", "times"}
    elif "hold" not in written and {"breath", "times"} <= set(written):
        alone, others = "breath", {"release"}
    else:
        return True
    beside = [key for key in written if key in others]
    if not beside:
        return True
    order = list(written)
    one, two = sorted((alone, beside[0]), key=order.index)
    said = f"`{two}` is a second timing beside `{one}`"
    hint = "either `for`, or `hold` with `release` and `times`, or `wait`"
    report.add("two-timings", written[two], said, hint)
    return False


def _held(values: Values, report: Report) -> Held | None:
    got = values.values
    if "target" not in got or "technique" not in got:
        return Held(DEFAULT_WAIT)  # what is missing is reported
    most = limits.longest_wait(got["technique"], got["target"], got.get("hand", ""))
    length = got.get("for", most)
    if length > limits.LONGEST_WAIT:
        said = f"a massage waits for at most {limits.LONGEST_WAIT // 1000} s"
        report.add("out-of-range", values.places["for"], said)
        return None
    return Held(length)
