"""The clock that goes on while the machine sleeps, so that a session can tell it was away."""

import sys
import time


def boot_time() -> float:
    """Seconds since some moment, sleep included; setting the time of day does not move it.

    `time.monotonic` stands still in a suspended Linux or Mac, so it cannot tell; on Windows it
    counts the sleep (Python's documentation of `time`, PEP 418, clock_gettime of both systems).
    """
    if sys.platform == "linux":
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    if sys.platform == "darwin":
        return time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.monotonic()
