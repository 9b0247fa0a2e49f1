"""Whatever is done to a session and to its machine, in any order: the place stays true."""

import threading
from fractions import Fraction
from typing import Any

import numpy as np
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from relax_coach.audio.arranger import Arranger
from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs.null import NullOutput
from relax_coach.audio.score import Score
from relax_coach.core import document
from relax_coach.core.balance import USUAL
from relax_coach.core.compile import compile_routine
from relax_coach.core.output import CUE_KINDS, SAMPLES_PER_MS
from relax_coach.core.session import worked
from relax_coach.core.timeline import Timeline
from relax_coach.core.totals import SESSION
from relax_coach.player import AWAY, UNSEEN, Player

ROUTINE = b"""
format: 1
title: T
cautions: []
steps:
  - {title: A, target: neck, technique: knead, side: each, for: 30s, say: Knead.}
  - {title: B, breathe: 4-6, times: 2, say: Breathe.}
  - {title: C, target: jaw, technique: press, side: left, hold: 6s, release: 3s, times: 2,
     pressure: 3, say: Press.}
  - {title: D, rest: 10s, say: Rest.}
"""
CLICK = np.full((1, 2), 0.5, np.float32)
"""The sound of every cue: a single sample, so that its place can be told exactly."""
ARRANGER = Arranger(dict.fromkeys(CUE_KINDS, CLICK))
MOMENT = 500
"""Milliseconds that a device may have taken ahead of what is heard, when all stands still."""
LOOK = 500
"""Milliseconds from look to look."""
lengths = st.integers(1, 20_000)
absences = st.integers(round(AWAY * 1000) + MOMENT + 1, 86_400_000)


def timeline() -> Timeline:
    routine = document.read(ROUTINE).routine
    assert routine is not None
    return compile_routine("t", routine)


class Device:
    """An output that takes what the test lets it take."""

    name = "miniaudio"
    lost = False

    def __init__(self, mixer: Mixer) -> None:
        self.mixer = mixer
        self.pause, self.seek, self.load = mixer.pause, mixer.seek, mixer.load
        self.play, self.volume = mixer.play, mixer.volume

    @property
    def position(self) -> int:
        return self.mixer.position

    @property
    def ended(self) -> bool:
        return self.mixer.ended

    def close(self) -> None:
        self.mixer.pause()


class World:
    """A session, its device and its clocks."""

    def __init__(self) -> None:
        self.boot = self.awake = 0
        """Milliseconds that passed, with and without those in which the machine slept."""
        self.can_open = True
        self.changes: list[tuple[str, int]] = []
        first = timeline()
        self.mixer = Mixer(ARRANGER.score(first, USUAL))
        self.player = Player(
            first,
            Device(self.mixer),
            ARRANGER,
            lambda: NullOutput(self.mixer, lambda: Fraction(self.awake, 1000)),
            reopen=lambda: Device(self.mixer),
            now=lambda: self.boot / 1000,
            changed=lambda does, position: self.changes.append((does, position)),
        )

    def take(self, ms: int) -> None:
        """The device takes that much; the silent one counts it when it is looked at."""
        if isinstance(self.player.output, Device):
            self.mixer.skip(ms * SAMPLES_PER_MS)

    def pass_time(self, ms: int) -> None:
        self.boot += ms
        self.awake += ms
        self.take(ms)

    def look(self) -> str:
        told = self.player.look()
        for thread in threading.enumerate():
            if thread.name == "sound opening":
                thread.join()
        return told


class Session(RuleBasedStateMachine):
    """`place` and `done` are what they must be, in ms."""

    def __init__(self) -> None:
        super().__init__()
        self.world = World()
        self.player = self.world.player
        self.place = self.done = 0
        self.skipped = False
        self.least = worked(self.player.timeline, 0, self.player.timeline.total)

    def moved(self, ms: int) -> None:
        """So much of it was played."""
        played = 0 if self.player.paused else min(ms, self.player.timeline.total - self.place)
        self.place += played
        self.done += played

    @rule(ms=lengths)
    def time_passes(self, ms: int) -> None:
        for passed in [LOOK] * (ms // LOOK) + [ms % LOOK]:
            was = self.player.paused
            self.world.pass_time(passed)
            if not was:
                self.moved(passed)
            self.world.look()
            assert self.player.paused == was, "it stands or goes on by itself"

    @rule()
    def play(self) -> None:
        self.player.play()

    @rule()
    def pause(self) -> None:
        self.player.pause()

    @rule()
    def toggle(self) -> None:
        self.player.toggle()

    def jump(self, places: set[int]) -> None:
        """A key went elsewhere, to one of these."""
        assert self.player.position in places
        self.place, self.skipped = self.player.position, True

    @property
    def steps(self) -> set[int]:
        now = self.player.timeline
        return {0, now.total, *(now.step_start(step) for step in range(1, now.steps + 2))}

    @rule(share=st.floats(0, 1))
    def seek(self, share: float) -> None:
        place = round(share * self.player.timeline.total)
        self.player.seek(place)
        self.jump({place})

    @rule(does=st.sampled_from(["next", "previous", "again"]))
    def go(self, does: str) -> None:
        told = getattr(self.player, does)()
        self.jump(self.steps | ({self.place} if told else set()))

    @rule(does=st.sampled_from(["stay", "other_side", "ease_off", "mute", "louder"]))
    def change(self, does: str) -> None:
        before, told = self.player.timeline, len(self.world.changes)
        getattr(self.player, does)()
        new = self.world.changes[told:]
        assert new == [(does, self.place)] * (before is not self.player.timeline)

    @property
    def goes_on(self) -> bool:
        """Whether there is something of it left."""
        return self.place < self.player.timeline.total

    @property
    def plays(self) -> bool:
        return not self.player.paused and self.goes_on

    def come_back(self, played: bool) -> None:
        """After a while in which nobody was there; a pause may last as long as it likes."""
        told = self.world.look()
        assert ("You were away" in told) is played
        assert self.player.paused or not played

    @precondition(lambda self: self.place + MOMENT < self.player.timeline.total)
    @rule(ms=absences, took=st.integers(0, MOMENT))
    def sleep(self, ms: int, took: int) -> None:
        """Of the machine: only one clock goes on. What its device took, nobody heard."""
        played = self.plays
        self.world.boot += ms
        self.world.take(took)
        self.come_back(played)

    @precondition(lambda self: self.place + MOMENT < self.player.timeline.total)
    @rule(ms=absences, took=st.integers(0, MOMENT))
    def stop(self, ms: int, took: int) -> None:
        """By a signal: both clocks go on."""
        played = self.plays
        self.world.boot += ms
        self.world.awake += ms
        self.world.take(took)
        self.come_back(played)

    @rule(ms=st.integers(round(UNSEEN * 1000) + 1, 40_000))
    def freeze(self, ms: int) -> None:
        """Of the screen: what sounds meanwhile is heard, and in silence nothing is."""
        played, heard = self.plays, isinstance(self.player.output, Device)
        for passed in [1000] * (ms // 1000) + [ms % 1000]:
            self.world.pass_time(passed)
            assert self.player.position >= self.place  # it may be asked for meanwhile
        if heard:
            self.moved(ms)
        self.come_back(played and not heard)

    @precondition(lambda self: isinstance(self.player.output, Device))
    @rule()
    def lose_the_device(self) -> None:
        self.player.output.lost = True  # type: ignore[misc]
        self.world.look()
        assert self.player.output.name == "none"

    @precondition(lambda self: self.goes_on)
    @rule()
    def crash(self) -> None:
        """Another session goes on where this one was."""
        before, self.world = self.player, World()
        self.player = self.world.player
        self.player.restore(before.timeline, before.position, before.done)

    @invariant()
    def the_place_is_where_it_must_be(self) -> None:
        assert self.player.position == self.place

    @invariant()
    def only_what_was_played_is_done(self) -> None:
        assert self.player.done[SESSION] == self.done

    @invariant()
    def what_sounds_next_is_what_lies_behind_the_place(self) -> None:
        """In samples: a cue that was due in a gap is never played late."""
        score, at = self.world.mixer.head.score, self.world.mixer.position
        assert at // SAMPLES_PER_MS == min(self.place, score.length // SAMPLES_PER_MS)
        due = [cue.at * SAMPLES_PER_MS for cue in self.player.timeline.cues if cue.kind != "say"]
        assert [event.at for event in score.events] == due

    def teardown(self) -> None:
        """To its end: where nothing was passed over, every side has all its work."""
        if self.skipped:
            return
        self.player.play()
        while not self.player.ended:
            self.world.pass_time(LOOK)
            self.world.look()
        now = self.player.timeline
        assert self.player.done == worked(now, 0, now.total)
        assert all(self.player.done[key] >= amount for key, amount in self.least.items())


TestAnyOrder: Any = Session.TestCase
TestAnyOrder.settings = settings(max_examples=300, stateful_step_count=25, deadline=None)


def onsets(taken: bytes) -> list[int]:
    """The samples at which a click begins."""
    left = np.frombuffer(taken, "<i2").reshape(-1, 2)[:, 0]
    return [int(at) for at in np.flatnonzero(left)]


def test_after_a_gap_the_sound_goes_on_at_the_place_to_the_sample() -> None:
    """What the device took while the machine fell asleep is heard when it is due again, once."""
    world = World()
    world.player.play()
    world.mixer.read(19_999 * SAMPLES_PER_MS)
    world.boot += 19_999
    world.player.output.lost = False  # type: ignore[misc]
    assert "away" not in world.look()
    world.boot += 3_600_000
    world.mixer.read(MOMENT * SAMPLES_PER_MS)
    assert "You were away" in world.look()
    world.mixer.read(SAMPLES_PER_MS * MOMENT)  # it stands: nothing is taken
    world.player.play()
    taken = world.mixer.read(20_000 * SAMPLES_PER_MS)
    score: Score = world.mixer.head.score
    first, end = 19_999 * SAMPLES_PER_MS, 39_999 * SAMPLES_PER_MS
    due = sorted({event.at - first for event in score.events if first <= event.at < end})
    assert due and onsets(taken) == due
