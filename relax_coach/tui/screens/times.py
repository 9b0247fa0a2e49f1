"""The minutes one may have at home: their keys, and the line that shows them."""

from collections.abc import Mapping

from textual.content import Content

from relax_coach.core import keys
from relax_coach.tui.widgets.keys import handle

TIMES: Mapping[str, int] = {"2": 2, "5": 5, "1": 10, "0": 20, "a": 0}
"""Key → minutes that one has; 0 for any."""


def times(chosen: int, named: bool) -> Content:
    """The times one may have, each with its key underlined."""
    told = [Content("Minutes ").stylize("$text-muted")] if named else []
    for name, minutes in TIMES.items():
        key = keys.HOME.of(name)
        assert key
        word = f" {minutes or 'any'} "
        one = Content(word).stylize("$ink on $accent" if minutes == chosen else "$primary")
        at = word.index(name)
        one = one.stylize("underline", at, at + 1)
        told.append(one.stylize(handle(key)))
    return Content(" ").join(told)
