"""One sound, played to its end: to hear how something sounds, outside of any session."""

import time

from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs import NoSound, open_sounding
from relax_coach.audio.score import Event, Score
from relax_coach.audio.sound import Samples

LOOK = 0.05
"""Seconds between two looks whether it has ended."""


def play_once(samples: Samples, name: str, device: str = "", gain: float = 1.0) -> None:
    """Play on the output called `name`, and come back when it is over. Raises NoSound."""
    if name == "none":
        raise NoSound("The output is set to none: nothing sounds.")
    score = Score((Event(0, samples, gain),), len(samples))
    output = open_sounding(name, Mixer(score), device)
    try:
        output.play()
        while not output.ended:
            if output.lost:
                raise NoSound("The sound device has gone.")
            time.sleep(LOOK)
    finally:
        output.close()
