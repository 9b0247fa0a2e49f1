"""What can be chosen of the sound, whichever library makes it."""

OUTPUTS = ("auto", "miniaudio", "simpleaudio", "none")
LOUDEST = 10
"""Of the steps from 0 in which a volume or a level is given; there the sound is as it was made."""
