"""All that a session will say, spoken before it begins, so that nothing has to be awaited in it."""

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from functools import partial
from queue import Empty, SimpleQueue
from threading import Thread
from typing import BinaryIO

import numpy as np

from relax_coach.audio.sound import RATE
from relax_coach.audio.voice.cache import Cache
from relax_coach.audio.voice.speech import Speech
from relax_coach.audio.voice.voice import CannotSpeak, Voice, VoiceFailed

WITHIN = 60.0
"""Seconds for one sentence: a slow machine takes one or two for each second of speech."""
ALL_WITHIN = 300.0
"""Seconds for all of them: then the session begins with what there is."""
LOOK = 0.2
"""Seconds between two looks whether it is still wanted."""
MOST_FAULTS = 2
"""Times a voice may fail, hang or crash in a row; then it is not asked again."""
MOST_LETTERS = 4_000
"""Of a sentence: as JSON it must fit into a pipe, which nobody may read."""
MOST_SAMPLES = 600 * RATE
PROCESS = (sys.executable, "-P", "-m", "relax_coach.audio.voice.voice_process")


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """What was spoken, sentence → speech, and why the rest was not, as sentences, each once."""

    spoken: Mapping[str, Speech]
    notes: tuple[str, ...] = ()


def prepare(
    sentences: Iterable[str],
    voices: Sequence[Voice],
    cache: Cache,
    progress: Callable[[int, int], None] | None = None,
    within: float = WITHIN,
    all_within: float = ALL_WITHIN,
    process: Sequence[str] = PROCESS,
) -> Prepared:
    """Speak `sentences`, each by the first of `voices` that can, in processes of their own.

    What is in `cache` is taken from there. Raises nothing itself: `progress` is told the
    sentences done and their number, after each and a few times a second, and an error or
    interrupt in it ends all at once. The limits are in seconds. `process` is sent the voice,
    then sentences.
    """
    wanted = list(dict.fromkeys(sentences))
    spoken: dict[str, Speech] = {}
    until = time.monotonic() + all_within
    with ExitStack() as running:
        speakers = [running.enter_context(_Speaker(process, one, cache)) for one in voices]
        for done, sentence in enumerate(wanted, 1):
            look = _nothing if progress is None else partial(progress, done - 1, len(wanted))
            for speaker in speakers:
                speech = speaker.spoken(sentence, min(within, until - time.monotonic()), look)
                if speech is not None:
                    spoken[sentence] = speech
                    break
            if progress is not None:
                progress(done, len(wanted))
    cache.trim()
    reasons = dict.fromkeys(reason for speaker in speakers for reason in speaker.reasons)
    return Prepared(spoken, tuple(note for note in (*reasons, cache.note) if note))


def _nothing() -> None:
    """Nobody looks."""


class _Speaker:
    """A voice and its process, begun when it is first needed, and anew after it was ended."""

    def __init__(self, arguments: Sequence[str], voice: Voice, cache: Cache) -> None:
        self._arguments = arguments
        self._voice = voice
        self._cache = cache
        self._faults = 0
        self._nameless = False
        self.reasons: list[str] = []
        """Why it failed, each time."""
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: SimpleQueue[Speech | CannotSpeak | None] = SimpleQueue()

    def __enter__(self) -> "_Speaker":
        return self

    def __exit__(self, *error: object) -> None:
        self.end()

    def spoken(self, sentence: str, within: float, look: Callable[[], None]) -> Speech | None:
        """None where this voice does not speak it."""
        if self._nameless:
            return None
        try:
            speech = self._kept(sentence)
            if speech is None and self._faults < MOST_FAULTS:
                speech = self._speak(sentence, within, look)
                self._cache.keep(self._voice, sentence, speech)
                self._faults = 0
        except VoiceFailed as reason:
            self.reasons.append(str(reason))
            self._faults += 1
            return None
        except CannotSpeak:
            return None
        return speech

    def _kept(self, sentence: str) -> Speech | None:
        """From the cache. A voice that does not tell its version is not asked anything more."""
        try:
            return self._cache.find(self._voice, sentence)
        except VoiceFailed:
            self._nameless = True
            raise

    def _speak(self, sentence: str, within: float, look: Callable[[], None]) -> Speech:
        """CannotSpeak where it cannot; VoiceFailed where it gives no answer in time."""
        until = time.monotonic() + within
        if len(sentence) > MOST_LETTERS:
            raise CannotSpeak("It is too long.")
        if within <= 0:
            raise VoiceFailed("Speaking takes too long here: the rest is not prepared.")
        question = json.dumps(sentence).encode() + b"\n"
        if self._process is None:
            self._process = self._begun()
            question = pickle.dumps(self._voice) + question
        assert self._process.stdin is not None
        with suppress(OSError):  # it has ended: there will be no answer
            self._process.stdin.write(question)
            self._process.stdin.flush()
        return self._answer(until, look)

    def end(self) -> None:
        """With all that it has started."""
        if self._process is None:
            return
        if hasattr(os, "killpg"):
            with suppress(ProcessLookupError):
                os.killpg(self._process.pid, signal.SIGKILL)
        else:
            self._process.kill()
        self._process.wait()
        assert self._process.stdin is not None
        with suppress(OSError):  # what was left in the pipe is nobody's any more
            self._process.stdin.close()
        self._process = None

    def _begun(self) -> "subprocess.Popen[bytes]":
        try:
            process = subprocess.Popen(
                self._arguments,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # so that it can be ended with what it has started
            )
        except OSError as problem:
            raise VoiceFailed(f"The voice cannot be started: {problem.strerror}.") from problem
        assert process.stdout is not None
        self._answers = SimpleQueue()
        Thread(target=_listen, args=(process.stdout, self._answers), daemon=True).start()
        return process

    def _answer(self, until: float, look: Callable[[], None]) -> Speech:
        while True:
            left = until - time.monotonic()
            try:
                answer = self._answers.get(timeout=max(0.0, min(LOOK, left)))
                break
            except Empty:
                if left > 0:
                    look()
                    continue
                self.end()
                raise VoiceFailed(f"The {self._voice.name} voice gave no answer in time.") from None
        if answer is None:
            self.end()
            raise VoiceFailed(f"The {self._voice.name} voice ended in the middle of a sentence.")
        if isinstance(answer, CannotSpeak):
            raise answer
        return answer


def _listen(stream: BinaryIO, answers: "SimpleQueue[Speech | CannotSpeak | None]") -> None:
    """In a thread: what the process answers, and None when it has ended."""
    with stream:
        for line in iter(lambda: stream.readline(4_096), b""):
            told, _, rest = line.decode("utf-8", "replace").strip().partition(" ")
            if told == "spoken" and rest.isdecimal() and int(rest) <= MOST_SAMPLES:
                data = stream.read(4 * int(rest))
                if len(data) < 4 * int(rest):
                    break
                answers.put(np.frombuffer(data, "<f4").astype(np.float32))
            elif told in ("cannot", "failed"):
                answers.put(CannotSpeak(rest) if told == "cannot" else VoiceFailed(rest))
            else:
                break
    answers.put(None)
