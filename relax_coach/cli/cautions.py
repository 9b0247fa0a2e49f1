"""Who must take care, as it is answered to `new`: what is understood, and the rest."""

import re
from collections.abc import Callable, Sequence

from relax_coach.cli.answer import YES, not_understood
from relax_coach.cli.questions import CAUTION
from relax_coach.core import vocabulary
from relax_coach.core.problem import shown

_NOBODY = frozenset({"none", "no", "nobody", "no one", "nothing", "n/a", "-"})
WORDS = tuple(word.replace("_", " ") for word in vocabulary.SPELLINGS["caution"])


def cautions(
    told: str, answer: Callable[[str, Sequence[str]], str], say: Callable[[str], None]
) -> tuple[list[str], list[str]]:
    """Those of `told` that are understood, and the others, about which is asked one by one."""
    found, unknown, waiting = list[str](), list[str](), _listed(told)
    while waiting:
        one = waiting.pop(0)
        if vocabulary.find("caution", one) is not None:
            found.append(one)
            continue
        near = vocabulary.nearest(one, WORDS).replace("_", " ")
        say(not_understood("", one, near))
        again = answer(CAUTION.format(shown(one)), WORDS)
        if near and again.lower() in YES:
            again = near
        if vocabulary.find("caution", again) is None:
            unknown.append(one)
            say(f"  kept as a comment: {shown(one)}")
        waiting[:0] = _listed(again)
    return found, unknown


def is_nobody(told: str) -> bool:
    """Whether an answer says that there is none."""
    return told.strip(" .").lower() in _NOBODY


def _listed(told: str) -> list[str]:
    named = map(str.strip, re.split(r",|;|\band\b", told))
    return [one for one in named if one and not is_nobody(one)]
