"""What colour a lit pixel has on a ground."""

from dataclasses import dataclass

from relax_coach.bodymap.breath import BEHIND
from relax_coach.bodymap.drawing import Scheme
from relax_coach.bodymap.light import BRIGHT, NO_LIGHT, WARM, Light

Colour = tuple[int, int, int]
"""Red, green, blue, 0 to 255."""
BACKLIGHT = 0.34
"""How strong the light of a full breath is on the ground."""
SHADOW: Colour = (52, 59, 102)
"""What is taken to be behind the figure on an unknown ground: its edge is right on dark ones and
on light ones."""
HALF_SEEN = 128
"""Alpha from which on a pixel is the figure's; below it an unknown ground is left alone."""
FAINT = 3
"""Steps of warmth that are not shown on that ground."""


@dataclass(frozen=True, slots=True)
class Inks:
    """The colours of a scheme on `ground`; `calm` where the light is a breath's own."""

    scheme: Scheme
    ground: Colour
    calm: bool = False

    def colour(self, number: int, light: Light) -> Colour:
        """The colour of palette entry `number` under `light`."""
        warm, bright, behind = light
        scheme = self.scheme
        red, green, blue, alpha = scheme.palette[number]
        ground = blended(self.ground, scheme.calm, BACKLIGHT * behind / BEHIND)
        colour = blended(ground, (red, green, blue), alpha / 255)
        colour = blended(colour, scheme.calm if self.calm else scheme.region, warm / WARM)
        return blended(colour, scheme.point, bright / BRIGHT)

    def colour_on_unknown(self, number: int, light: Light) -> Colour | None:
        """The same on a ground of which nothing is known, and that is seen where it is None."""
        warm, bright, _ = light
        if self.scheme.palette[number][3] < HALF_SEEN:
            return self.colour(number, (warm, bright, 0)) if bright or warm > FAINT else None
        return self.colour(number, (warm, bright, 0) if warm or bright else NO_LIGHT)


def blended(under: Colour, over: Colour, share: float) -> Colour:
    """`share` (0 to 1) of `over` on `under`."""
    (a, b, c), (x, y, z) = under, over  # written out: a picture has thousands of them
    return round(a + (x - a) * share), round(b + (y - b) * share), round(c + (z - c) * share)
