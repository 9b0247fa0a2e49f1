"""What `new` asks, line by line."""

from relax_coach.core.exercise import BREATHS, HOW, LONG, SIDE, WHERE

BEGINS = "Line by line, as on the sheet, such as: Chin tucks 3x10, hold 5s. An empty line ends it."
ASKS = {
    WHERE: "Where? Such as temple, neck, top of the shoulder. Empty: leave it out.",
    HOW: "How? Such as circles, knead, press, stroke, stretch, movement. Empty: leave it out.",
    LONG: "How long, or how often? Such as 30s, 2 min, 5 x 10s, 10 times. Empty: leave it out.",
    SIDE: "Which side? Such as left, right, each, sore. Empty: {}.",
    BREATHS: "How many seconds in and out? Such as 4-6. Empty: leave it out.",
}
USUAL = {"both": "both at once", "each": "one after the other"}
"""Of a side that is not said."""
FIGURE = " {} what? Such as 30s, 2 min or 10 times."
LIMITED = "{}. How? Empty: leave it out."
TITLE = "What is it called?"
SOURCE = "Where does it come from? Such as: my physiotherapist, March 2026. Empty: not said."
CAUTIONS = "Who must take care? Such as pregnancy, migraine. Empty: nobody in particular."
CAUTION = "What is {}? Empty: it is kept as a comment."
SAY = "Anything to say before it? Empty: it is made from the rest."
LEFT_OUT = "Left out, and kept as a comment: write it in another way, if you want to do it."
