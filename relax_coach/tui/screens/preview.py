"""A routine while somebody writes it: its problems, or its session, anew at every save."""

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult, SuspendNotSupported
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from relax_coach import coach, editor, speaker
from relax_coach.core import keys
from relax_coach.core.difference import changed_step
from relax_coach.core.document import Document
from relax_coach.core.options import Options
from relax_coach.core.phrases import clock
from relax_coach.core.problem import Place, Problem
from relax_coach.core.routine import Repeat, Step
from relax_coach.core.timeline import WORK_KINDS, Span, Timeline
from relax_coach.ending import Ended, heeded
from relax_coach.store.library import Entry
from relax_coach.store.settings import Settings
from relax_coach.store.watched import EVERY, Watched
from relax_coach.store.working_copy import NotCopied, copied
from relax_coach.tui.screens.help import explain
from relax_coach.tui.widgets.drawing import Drawing
from relax_coach.tui.widgets.keys import KeyLine, bindings, foot
from relax_coach.tui.widgets.text import plain

NOT_HERE = "An editor cannot be opened from this terminal."
OLD = "below as it was last"


class PreviewScreen(Screen[int]):
    """Dismissed with 0; with 1 where the file has errors at the end, or 128 + a signal."""

    CSS_PATH = "preview.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (76, "-medium"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (24, "-low"), (34, "-high")]  # noqa: RUF012
    AUTO_FOCUS = "OptionList"
    BINDINGS: ClassVar[list[BindingType]] = bindings(keys.PREVIEW)

    def __init__(self, path: Path, preset: Entry | None, settings: Settings) -> None:
        """`preset`: the one whose file it is, which is never changed."""
        super().__init__()
        self.path, self.preset = path, preset
        self.watched = Watched(path)
        self.voice, _ = speaker.voice_of(settings)
        self.found: Document | None = None
        self.good: Document | None = None
        """The last one without an error."""
        self.timeline: Timeline | None = None
        """Of that one."""
        self.follows = True

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            with Horizontal(id="top"):
                yield Static(id="name", markup=False)
                yield Static(id="state", markup=False)
            with VerticalScroll(id="problems"):
                yield Static(id="told", markup=False)
            with Horizontal(id="columns"):
                yield OptionList(markup=False)
                with Vertical(id="beside"):
                    yield Drawing()
                    with VerticalScroll(id="details"):
                        yield Static(id="text", markup=False)
        yield KeyLine(foot(keys.PREVIEW), id="keys")

    def on_mount(self) -> None:
        self.query_one(Drawing).at_rest = True
        self.look()
        self.set_interval(EVERY, self.look)

    def look(self) -> None:
        """Show the file anew, where it was saved."""
        found = self.watched.look()
        if found is None:
            return
        self.found = found
        if found.routine is not None:
            self.good, before = found, self.timeline
            entry = Entry(self.path.stem, self.path, "own", found)
            self.timeline = coach.timeline_of(entry, Options(), self.voice)
            self._list(changed_step(before, self.timeline) if self.follows else 0)
        self._tell(found)

    def _list(self, changed: int) -> None:
        """The steps anew, and the light on the one that was `changed`; 0 leaves it."""
        timeline, steps = self.timeline, self.query_one(OptionList)
        assert timeline is not None
        light = steps.highlighted or 0
        steps.clear_options()
        steps.add_options(Option(_row(timeline, step)) for step in range(1, timeline.steps + 1))
        steps.highlighted = min(changed - 1 if changed else light, timeline.steps - 1)
        partner = self.good is not None and self.good.routine is not None
        self.query_one(Drawing).partner = partner and self.good.routine.who == "partner"  # type: ignore[union-attr]

    def _tell(self, found: Document) -> None:
        title = found.title or self.path.name
        told = f"{title} · {clock(self.timeline.total)}" if self.timeline else title
        self.query_one("#name", Static).update(plain(told))
        errors = sum(one.severity == "error" for one in found.problems)
        count = _state(errors, len(found.problems) - errors)
        old = (f"{OLD} · ", "$text-muted") if errors and self.timeline else ""  # always in sight
        self.query_one("#state", Static).update(Content.assemble(old, count))
        self.set_class(bool(found.problems), "-told")
        problems = Content("\n").join(map(_problem, found.problems))
        self.query_one("#told", Static).update(problems)
        self.set_class(self.timeline is None, "-empty")

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        timeline, step = self.timeline, event.option_index + 1
        if timeline is None or step > timeline.steps:
            return
        spans = [span for span in timeline.spans if span.step == step]
        work = next((span for span in spans if span.kind in WORK_KINDS), spans[0])
        drawing = self.query_one(Drawing)
        drawing.timeline, drawing.moment = timeline, timeline.at(work.start)
        self.query_one("#text", Static).update(_details(timeline, spans))
        self.query_one("#details").scroll_home(animate=False)

    def action_edit(self) -> None:
        """The editor in this terminal, and back; a preset is copied first, and then the copy."""
        if self.preset is None:
            self._edit(self.path)
        else:
            self._edit_copy(self.preset)
        self.look()

    def _edit_copy(self, preset: Entry) -> None:
        try:
            copy = copied(preset)
        except NotCopied as reason:
            self.notify(str(reason), markup=False, severity="error")
            return
        told = copy.settle(self._edit(copy.path))
        if copy.path.exists():
            self.path, self.preset, self.watched = copy.path, None, Watched(copy.path)
            told = f"{copy.made}\n{told}"
        self.notify(told, markup=False)

    def _edit(self, path: Path) -> bool:
        """Whether it may be open still when this comes back."""
        place = self._place()
        failed, code, is_open = "", 0, False
        try:
            with self.app.suspend():
                try:  # inside: what comes out of a suspended screen leaves it suspended
                    with heeded():
                        is_open = editor.edit(path, place.line, place.column)
                except editor.NoEditor as reason:
                    failed = str(reason)
                except Ended as ended:
                    code = ended.code
        except SuspendNotSupported:
            self.notify(NOT_HERE, markup=False)
        if failed:
            self.notify(failed, markup=False, severity="error")
        if code:
            self.dismiss(code)
        return is_open

    def _place(self) -> Place:
        """Of the first error, else of the step that is shown."""
        problems = self.found.problems if self.found else ()
        error = next((one for one in problems if one.severity == "error"), None)
        if error is not None:
            return error.place
        routine = self.good.routine if self.good else None
        places = [step.place for step in _played(routine.steps)] if routine else []
        light = self.query_one(OptionList).highlighted
        return places[light] if light is not None and light < len(places) else Place()

    def action_follow(self) -> None:
        self.follows = not self.follows
        told = "goes to what was changed" if self.follows else "stays where you are"
        self.notify(f"The light {told}.", markup=False)

    def action_help(self) -> None:
        explain(self, keys.PREVIEW)

    def action_leave(self) -> None:
        self.dismiss(0 if self.found is not None and self.found.ok else 1)


def _played(steps: Iterable[Step]) -> Iterable[Step]:
    """The steps as they are played: a round as often as it comes."""
    for step in steps:
        if isinstance(step, Repeat):
            for _ in range(step.times):
                yield from _played(step.steps)
        else:
            yield step


def _row(timeline: Timeline, step: int) -> Content:
    start = timeline.step_start(step)
    title = timeline.at(start).span.title
    return Content.assemble((f"{clock(start):>6}  ", "$accent"), plain(title))


def _state(errors: int, warnings: int) -> Content:
    told = [_count(errors, "error"), _count(warnings, "warning")]
    words = ", ".join(one for one in told if one) or "ok"
    look = "$error" if errors else "$accent" if warnings else "$success"
    return Content(words).stylize(f"bold {look}")


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'s' if number > 1 else ''}" if number else ""


def _problem(problem: Problem) -> Content:
    place = f"{problem.place.line}:{problem.place.column}"
    hint = f"  {problem.hint}" if problem.hint else ""
    return Content.assemble(
        (f"{place:>7}  ", "$error" if problem.severity == "error" else "$accent"),
        plain(problem.message),
        plain(f"  [{problem.code}]{hint}", "$text-muted"),
    )


def _details(timeline: Timeline, spans: list[Span]) -> Content:
    """What is said, and then the spans of the step with their cues."""
    parts: list[Content] = [plain(next((span.text for span in spans if span.text), ""))]
    for span in spans:
        told = " ".join(filter(None, (span.kind, span.side or "")))
        cues = [cue.kind for cue in timeline.cues if span.start <= cue.at < span.end]
        named = " ".join(kind for kind in cues if kind != "say")
        length = f"{(span.end - span.start) / 1000:g} s"
        parts.append(
            Content.assemble(
                "\n" if span is spans[0] else "",
                (f"{clock(span.start):>6}  ", "$accent"), plain(f"{told}, {length}"),
                plain(f"  {named}", "$text-muted"),
            )
        )  # fmt: skip
    return Content("\n").join(parts)
