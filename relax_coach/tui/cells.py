"""In which cells this terminal draws pictures."""

import os
from collections.abc import Mapping

from relax_coach.bodymap.drawing import KINDS
from relax_coach.tui.themes import FEW

_SEXTANTS = ("kitty", "WezTerm", "foot", "ghostty")
_VTE = 6200
"""The version of VTE that draws sextants itself, whatever the font has."""


def cells_kind(colours: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """In which of KINDS this terminal shows pictures; RELAX_COACH_CELLS overrides what is known.

    `colours` is what Rich calls their system.
    """
    asked = environ.get("RELAX_COACH_CELLS", "")
    if asked in KINDS:
        return asked
    if environ.get("NO_COLOR") or colours in FEW:  # 16 are too few for a face and a light
        return "braille"
    if environ.get("TMUX") or environ.get("STY"):  # it tells nothing of the terminal behind it
        return "half"
    names = f"{environ.get('TERM', '')} {environ.get('TERM_PROGRAM', '')}"
    vte = environ.get("VTE_VERSION", "")
    draws = vte.isdigit() and int(vte) >= _VTE
    known = draws or "WT_SESSION" in environ or any(name in names for name in _SEXTANTS)
    return "sextant" if known else "half"
