"""docs/totals.md: how long every preset lasts and works, beside what was planned."""

from pathlib import Path

from relax_coach import coach
from relax_coach.audio.voice import manifest
from relax_coach.audio.voice.spoken import Spoken
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.store import library

PAGE = Path(__file__).resolve().parents[1] / "docs" / "totals.md"
PLANS = {
    "bedtime": (900, 825, ""),
    "breath-478": (76, 83, ""),
    "breath-box": (64, 71, ""),
    "breath-coherent": (300, 300, ""),
    "desk-break": (180, 190, ""),
    "eyes-brow": (180, 180, "10 s to warm the palms once more"),
    "full-20": (1200, 1105, ""),
    "headband": (240, 240, ""),
    "jaw": (300, 300, ""),
    "mini-massage": (75, 75, ""),
    "partner-seated": (720, 750, "30 s to ask"),
    "partner-supine": (600, 600, "30 s to ask"),
    "pmr-upper": (600, 600, ""),
    "pressure-points": (240, 240, "10 s to let the arms down"),
    "scalp-15": (900, 750, "30 s to ask"),
    "self-points-daily": (300, 300, "twice 10 s to let the arms down"),
    "shoulders": (300, 300, ""),
    "suboccipital": (300, 300, ""),
    "trial-quinn": (1800, 1800, "30 s to ask, 30 s to come over to the chair"),
}
"""Seconds of work as first planned and as that was corrected, and what differs from it now."""


def page() -> str:
    """The whole page."""
    lines = [
        """\
# How long the routines last

Made by `python tools/pages.py`. *Whole* is the session with the shipped voice: opening, words before each
step, changes of side, end. *Work* is what the hands, the breath and the rests take, in seconds. *First plan* is
the sheet that the routines began with, *corrected* the same after it was read critically: arms that tire
rest, presses are no unbroken holds, and so on, as [sources.md](sources.md) tells of each routine.

| routine | whole | work | first plan | corrected | what differs from that |
|---|---|---|---|---|---|"""
    ]
    voice = Spoken(manifest.read(PAGE.parents[1] / "sounds" / "voice" / "en"))
    for entry in library.entries():
        if entry.origin != "preset":
            continue
        timeline = coach.timeline_of(entry, Options(), voice)
        first, corrected, why = PLANS[entry.name]
        work = timeline.work // 1000
        lines.append(
            f"| {entry.name} | {clock(timeline.total)} | {work} | {first} | {corrected} | {why} |"
        )
    return "\n".join(lines) + "\n"
