"""The process that speaks: sent a voice (pickled by `prepare`), then a sentence a line, as JSON.

A voice may crash or hang, and takes all there is of the machine: here that is nobody's harm.

Answers each with "spoken N" and N samples of float32, with "cannot REASON", or with "failed
REASON". Ends with its standard input.
"""

import json
import os
import pickle
import sys
from typing import BinaryIO

import numpy as np

from relax_coach.audio.sound import RATE
from relax_coach.audio.voice.speech import Speech
from relax_coach.audio.voice.voice import PAUSE, CannotSpeak, Voice, VoiceFailed, parts, readable


def main() -> None:
    # What a library prints must not come between the answers.
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    voice: Voice = pickle.load(sys.stdin.buffer)
    for line in sys.stdin.buffer:
        try:
            speech = spoken(voice, json.loads(line))
        except CannotSpeak as reason:
            told = "failed" if isinstance(reason, VoiceFailed) else "cannot"
            _tell(answers, f"{told} {reason}")
        else:
            _tell(answers, f"spoken {len(speech)}", speech.astype("<f4").tobytes())


def spoken(voice: Voice, sentence: str) -> Speech:
    """A sentence of any length and any letters. CannotSpeak."""
    pause = np.zeros(round(PAUSE * RATE), np.float32)
    pieces: list[Speech] = []
    for part in parts(readable(sentence)):
        pieces += [pause, voice.speak(part)]
    return np.concatenate(pieces[1:])


def _tell(answers: BinaryIO, line: str, data: bytes = b"") -> None:
    answers.write(f"{' '.join(line.split())}\n".encode() + data)
    answers.flush()


if __name__ == "__main__":
    main()
