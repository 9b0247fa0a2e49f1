"""A routine and the session's options → one timeline."""

from dataclasses import replace

from relax_coach.core import instruction, phrases, safety
from relax_coach.core.adapt import told
from relax_coach.core.cues import unhurried
from relax_coach.core.fit import fitted
from relax_coach.core.options import Answered, Options
from relax_coach.core.plan import Intro, Item, Pause, Plan
from relax_coach.core.routine import Massage, Ms, Played, Routine
from relax_coach.core.ruling import held_rows, propped
from relax_coach.core.speech import Speech, reading, sentences
from relax_coach.core.timeline import Cue, Span, Timeline
from relax_coach.core.totals import LEAST_LEAD
from relax_coach.core.track import Track
from relax_coach.core.twice import LEAST_PAUSE
from relax_coach.core.visit import lay_alternating, lay_visit
from relax_coach.core.vocabulary import LYING, SORE_SPOT, TECHNIQUES

OPENING_SILENT: Ms = 5_000
OPENING_SPOKEN: tuple[Ms, Ms] = (15_000, 25_000)
READING: tuple[Ms, Ms] = (3_000, 12_000)
"""Shortest and longest lead without a voice, settling included."""
SETTLE_SEARCH: Ms = 6_000
SETTLE_CHANGE: Ms = 3_000
SETTLE_SAME: Ms = 1_000
GET_THERE: Ms = 10_000
"""Added to a lead in which the position changes."""
GET_UP: Ms = 20_000
"""The same from lying: over the side, slowly."""
ASK_EVERY: Ms = 150_000
"""Of a massage for two: how often the giver asks whether the pressure is all right."""
TIME_TO_ANSWER: Ms = 4_000
END_SILENT: Ms = 8_000
"""Long enough for the last bowl to ring out."""


def compile_routine(
    name: str, routine: Routine, options: Options | None = None, speech: Speech | None = None
) -> Timeline:
    """The timeline of `routine`; `speech` None is a session without a voice.

    Raises fit.CannotFit where `options.fit` cannot be reached.
    """
    chosen = options or Options()
    plan = Plan(routine, chosen)
    if chosen.fit is None:
        return _Compiler(name, plan, speech).timeline()

    def laid_out(one: Routine) -> Timeline:
        return _Compiler(name, Plan(one, chosen, plan.twice), speech).timeline()

    timeline = laid_out(fitted(plan, laid_out))
    note = f"Scaled to {phrases.clock(timeline.total)}: single presses and pauses are unchanged."
    return replace(timeline, notes=(*timeline.notes, note))


class _Compiler:
    def __init__(self, name: str, plan: Plan, speech: Speech | None) -> None:
        self.name = name
        self.plan = plan
        self.routine = plan.routine
        self.options = plan.options
        self.speech = speech
        self.track = Track()
        self.position = self.routine.position
        self.track.lying = self.position in LYING
        rows = held_rows(self.options.held)
        self.propped = propped(rows)
        self.heeds = any(row.heed for row in rows)
        self.move: tuple[str, Ms] = ("", 0)
        """What is said about a change of position that is still to be made, and its time."""
        self.hands: tuple[str | None, ...] = ()
        """Target, side and hand of the step before: a change of them takes time to settle."""
        self.manners: dict[tuple[str, str], object] = {}
        """Place and technique → how they were led into last."""
        self.asked: Ms | None = None
        """When the receiver was asked last, or first touched; None before that."""

    def timeline(self) -> Timeline:
        plan = self.plan
        self._opening(plan)
        for item in plan.items:
            self._item(item)
        self._end()
        return Timeline(
            self.name,
            self.routine.title,
            tuple(self.track.spans),
            self._cues(),
            tuple(dict.fromkeys([*plan.notes, *(one.sentence for one in told(plan))])),
            self.routine.cues,
            self.options.ambience or self.routine.ambience,
            self.routine.who,
        )

    def _cues(self) -> tuple[Cue, ...]:
        cues = self.track.marks.settled(self.routine.cues)
        return cues if self.speech is None else unhurried(cues, self.track.spans, self.speech)

    def _opening(self, plan: Plan) -> None:
        options = self.options
        text = phrases.opening(
            self.routine,
            options.known,
            options.exported,
            plan.light,
            self.propped,
            plan.balls,
            self.heeds,
        )
        length, said = OPENING_SILENT, text
        if self.speech is not None:
            before = [] if options.untitled else [f"{self.routine.title}."]
            before += [phrases.UNVOICED] if options.unvoiced else []
            said = " ".join([*before, text])
            spoken = self.speech(said)
            least, most = OPENING_SPOKEN
            least = 0 if options.known or options.brief else least
            length = max(spoken, min(most, max(least, spoken + LEAST_LEAD)))
        self.track.say(said)
        self.track.add(Span(0, 0, "lead", title=self.routine.title, text=text), length)

    def _end(self) -> None:
        text = phrases.end(self.routine.cues, self.routine.who)
        length = END_SILENT
        if self.speech is not None:
            length = max(length, self.speech(text) + LEAST_LEAD)
        self.track.marks.replace_last_step(self.track.now)
        self.track.say(text)
        self.track.add(Span(0, 0, "end", title=self.routine.title, text=text), length)

    def _item(self, item: Item) -> None:
        self._change_position(item)
        if isinstance(item, Answered):
            self._step(item)
        elif isinstance(item, Intro):
            self._intro(item)
        else:
            self._pause(item)

    def _change_position(self, item: Item) -> None:
        position = "" if isinstance(item, Pause) else item.step.position
        if position in ("", self.position):
            return
        if position != "any":
            lying = self.position in LYING and position not in LYING
            self.move = phrases.moved(position, lying, self.propped), GET_UP if lying else GET_THERE
        self.position = position
        self.track.lying = position in LYING

    def _intro(self, item: Intro) -> None:
        """A repeat has a lead of its own only where its author wrote one."""
        step = item.step
        if step.say:
            span = Span(
                0,
                0,
                "lead",
                title=instruction.title(step, "", ""),
                text=instruction.instruction(step, "", "", 0),
                show=step.show,
            )
            self._lead(span, span.text, SETTLE_SAME, step.lead)

    def _pause(self, item: Pause) -> None:
        text = phrases.REST if item.first else phrases.REST_AGAIN
        if self.speech is None or self.speech(text) <= item.length:  # speech is never cut
            self.track.say(text)
        self.track.unbroken(Span(0, 0, "rest", title="Rest", text=text), item.length)

    def _step(self, answered: Answered) -> None:
        self._lead_into(answered)
        if answered.side == "alternate":
            lay_alternating(self.track, answered)
        else:
            before = ""
            for visit, side in enumerate(answered.sides):
                if visit:
                    self._switch(answered, side, again=side == before)
                lay_visit(self.track, answered, side, first=not visit)
                before = side
        self.track.mark("step")

    def _lead_into(self, answered: Answered) -> None:
        span = replace(answered.span(answered.sides[0]), kind="lead", breath=None)
        step = answered.step
        hands = (span.target, span.side, span.hand)
        if isinstance(step, Massage) and step.target == SORE_SPOT:
            settle = SETTLE_SEARCH
        else:
            settle = SETTLE_SAME if hands == self.hands else SETTLE_CHANGE
        self.hands = (span.target, answered.sides[-1] or None, span.hand)
        said = answered.short if self._is_known(answered, span) else span.text
        if self._must_ask(answered, said):
            self._ask()
        self._lead(span, said, settle, step.lead)

    def _is_known(self, answered: Answered, span: Span) -> bool:
        """Whether a short word leads into it: nothing like it was led into otherwise since."""
        step = answered.step
        what = span.target or "", span.technique or type(step).__name__
        how = span.pressure, span.hand, str(getattr(step, "breath", ""))
        was, self.manners[what] = self.manners.get(what), how
        return answered.again and was == how

    def _ask(self) -> None:
        """A moment of its own, of no step: the hands stay where they are until the answer."""
        length = READING[0] if self.speech is None else self.speech(safety.ASK_PRESSURE)
        self.track.say(safety.ASK_PRESSURE)
        span = Span(0, 0, "lead", title=safety.ASKS, text=safety.ASK_PRESSURE)
        self.track.add(span, length + TIME_TO_ANSWER)

    def _must_ask(self, answered: Answered, said: str) -> bool:
        """Whether the giver asks the receiver now: a step that asks for itself is enough."""
        step = answered.step
        presses = _touches(step)
        if self.routine.who != "partner" or (self.asked is None and not presses):
            return False
        asks = presses and self._is_due(step.length * len(answered.sides))
        itself = any("pressure" in one and one.endswith("?") for one in sentences(said))
        if asks or self.asked is None or itself:
            self.asked = self.track.now
        return asks and not itself

    def _is_due(self, ahead: Ms) -> bool:
        """Whether the pressure would go unasked for too long over the next `ahead` ms of work."""
        since = 0 if self.asked is None else self.track.now - self.asked
        return since >= ASK_EVERY // 2 and since + ahead >= ASK_EVERY

    def _lead(self, span: Span, said: str, settle: Ms, least: Ms) -> None:
        """`said` is spoken, then there is time to find the place; first of all one gets there."""
        if self.options.exported:
            said = phrases.recorded(said)
        words, moving = self.move
        self.move = "", 0
        if words:
            said, span = f"{words} {said}", replace(span, text=f"{words} {span.text}")
        if self.speech is None:
            least_read, most = READING
            length = max(least_read, min(most, reading(said, self.routine.language)))
        else:
            length = max(LEAST_LEAD, self.speech(said) + settle)
        self.track.say(said)
        self.track.add(span, max(length + moving, least))

    def _switch(self, answered: Answered, side: str, again: bool) -> None:
        """To the other side, or, `again`, a pause before the same one has another turn."""
        step = answered.step
        chosen = step.switch if isinstance(step, Massage) else None
        length = self.routine.switch if chosen is None else chosen
        technique = getattr(step, "technique", "")
        if again:
            text, length = instruction.once_more(technique), max(length, LEAST_PAUSE)
        else:
            text = phrases.switch(side, self.routine.who, technique)
        if _touches(step) and self._is_due(step.length):
            self.asked = self.track.now
            text = f"{safety.ASK_PRESSURE} {text}"
            length += TIME_TO_ANSWER
        if self.speech is not None:
            length = max(length, self.speech(text))
        if not again:
            self.track.mark("switch")
        self.track.say(text)
        span = replace(answered.span(side), kind="switch", text=text, breath=None)
        self.track.add(span, length)


def _touches(step: Played) -> bool:
    """Whether hands are on somebody in it."""
    return isinstance(step, Massage) and TECHNIQUES[step.technique].touches
