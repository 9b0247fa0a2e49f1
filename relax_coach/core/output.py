"""What can be chosen of the sound, whichever library makes it."""

OUTPUTS = ("auto", "miniaudio", "simpleaudio", "none")
SAMPLES_PER_MS = 48
"""Of everything inside the program, on each of two channels."""
VOICES = ("auto", "heart", "neural", "system", "off")
"""auto: the shipped voice, and for other texts the best there is; heart: the shipped one alone."""
LOUDEST = 10
"""Of the steps from 0 in which a volume or a level is given; there the sound is as it was made."""
CUE_KINDS = (
    "begin", "say", "press", "release", "in", "hold", "out", "switch",
    "half", "three", "two", "one", "step", "end",
)  # fmt: skip
AMBIENCES = ("none", "rain", "waves", "brown_noise", "drone")
"""What can sound under a session."""
