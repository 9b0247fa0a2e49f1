"""A routine as it stands in a list: its length, its name, and what it is for this person."""

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from relax_coach import coach, intake, speaker
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.core.relevance import works_on
from relax_coach.core.ruling import ALLOWED, LIMITED, REFUSED
from relax_coach.core.speech import Speech
from relax_coach.core.suggestion import Candidate
from relax_coach.core.timeline import Timeline
from relax_coach.core.verdict import Verdict, judge
from relax_coach.store import library
from relax_coach.store.library import Entry
from relax_coach.tui.screens.request import Request
from relax_coach.tui.widgets.details import details, problems
from relax_coach.tui.widgets.text import plain

MARKS = {LIMITED: "gentler for you", REFUSED: "not for you now"}


@dataclass(frozen=True)
class Row:
    """A routine in the list; without a timeline it is broken."""

    entry: Entry
    timeline: Timeline | None
    verdict: Verdict | None = None
    """What the answers that are kept on this machine make of it."""
    held: frozenset[str] = frozenset()
    """The conditions in them."""
    speech: Speech | None = None

    @property
    def candidate(self) -> Candidate:
        """For a suggestion; only where it is not broken."""
        routine = self.entry.document.routine
        assert routine is not None and self.timeline is not None and self.verdict is not None
        names, total = (self.entry.full_name, self.entry.name), self.timeline.total
        return Candidate(*names, routine, total, self.verdict, self.held, self.speech)

    @property
    def words(self) -> str:
        """What a search looks at."""
        routine = self.entry.document.routine
        more = (routine.summary, *routine.tags, *routine.targets) if routine else ()
        return " ".join((self.entry.name, self.entry.title, *more)).replace("_", " ").lower()

    @property
    def is_refused(self) -> bool:
        return self.verdict is not None and self.verdict.result == REFUSED

    @property
    def prompt(self) -> Content:
        return self.marked("")

    def marked(self, mark: str) -> Content:
        """The two lines of the list, with `mark` before all else that is told of it."""
        name, routine = self.entry.name, self.entry.document.routine
        if self.timeline is None or routine is None:
            first = self.entry.document.problems[0]
            second = plain(f"        {name}: line {first.place.line}, {first.message}", "$error")
            return Content.assemble((" --    ", "$error"), plain(self.entry.title), "\n", second)
        tags = " · ".join((name, *routine.tags))
        result = self.verdict.result if self.verdict else ALLOWED
        if result != ALLOWED:
            tags = f"{MARKS[result]} · {tags}"
        faint = "$text-muted" if result == REFUSED else ""
        return Content.assemble(
            (f"{clock(self.timeline.total):>5}  ", faint or "$accent"),
            plain(routine.title).stylize(faint or "bold"),
            "\n       ",
            (f"{mark} · " if mark else "", "$accent"),
            plain(tags, "$text-muted"),
        )

    @property
    def details(self) -> Content:
        entry = self.entry
        if self.timeline is None or entry.document.routine is None:
            return problems(entry.title, str(entry.path), entry.document.problems)
        return details(entry.document.routine, self.timeline, self.verdict)

    def fits(self, target: str, side: str) -> bool:
        """Whether it works on `target` on that side; both, each and midline ask for no side."""
        routine = self.entry.document.routine
        return routine is not None and works_on(routine, target, side)


def rows(request: Request) -> Iterator[Row]:
    """Every routine there is, each read and compiled when it is its turn."""
    voice, _ = speaker.voice_of(request.settings)
    speech = None if voice is None else voice.length
    for entry in library.each():
        routine = entry.document.routine
        if routine is None:
            yield Row(entry, None)
            continue
        options = intake.with_known(Options(), routine, request.today())
        verdict = judge(routine, options)
        shown = Options() if verdict.result == REFUSED else options  # to be read, whole
        timeline = coach.timeline_of(entry, shown, voice)
        yield Row(entry, timeline, verdict, options.held, speech)
