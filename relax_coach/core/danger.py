"""A danger sign in what a person types: told before anything is suggested for it.

Which signs there are stands in conditions.py; here are only the words in which one tells them.
"""

import re
from dataclasses import dataclass

from relax_coach.core.conditions import CONDITIONS, Condition

PAIN = "pain pains painful hurt hurts hurting ache aches aching burning burns stabbing"
HEAD = "head headache headaches migraine"
BLOW = "fall fell falling blow crash crashed knock knocked"
TROUBLE = "trouble difficulty can't cannot cant hard lost lose losing loss sudden suddenly"


@dataclass(frozen=True, slots=True)
class _Said:
    """A sign is told where a word of each of `groups` is said, in any order, and none of `unless`.

    Words are parted by blanks.
    """

    sign: str
    groups: tuple[str, ...]
    unless: str = ""

    def is_in(self, words: frozenset[str]) -> bool:
        return all(words & {*group.split()} for group in self.groups) and not (
            words & {*self.unless.split()}
        )


# fmt: off
_SAID = (  # the most urgent first
    _Said("despair", ("suicide suicidal",)),
    _Said("despair", ("kill harm harming", "myself self")),
    _Said("despair", ("end ending", "life")),
    _Said("despair", ("want wanna going", "die")),
    _Said("despair", ("want wanna going", "hurt", "myself")),
    _Said("chest", ("chest breastbone", f"{PAIN} crushing squeezing breath breathless")),
    _Said("chest", ("chest breastbone", "pressure tight tightness heavy"), "muscle muscles point points"),
    _Said("chest", ("heart", f"{PAIN} attack racing pounding pressure flutter")),
    _Said("chest", ("left", "arm", f"{PAIN} heavy")),
    _Said("chest", ("arm arms leg legs calf", "swollen swelling")),
    _Said("chest", ("breathless breathlessness suffocating",)),
    _Said("chest", ("breath", "short shortness", "of")),
    _Said("chest", ("breathe breathing breath", "trouble difficulty can't cannot cant struggling")),
    _Said("gas", ("monoxide",)),
    _Said("after_blow", (f"{BLOW} accident hit bumped banged injury whiplash", f"{HEAD} vomiting"), "asleep"),
    _Said("after_blow", ("concussion",)),
    _Said("pregnant_head", ("pregnant pregnancy birth", HEAD, "swelling swollen vision sight blurred belly")),
    _Said("meningitis", ("fever temperature", "stiff rash")),
    _Said("meningitis", ("meningitis rash",)),
    _Said("red_eye", ("eye eyes", "pain pains painful hurt hurts hurting red"), "tired around behind above between"),
    _Said("torn_artery", ("eyelid lid", "droopy drooping droops")),
    _Said("torn_artery", ("pupil pupils",)),
    _Said("torn_artery", (TROUBLE, "swallow swallowing")),
    _Said("torn_artery", ("double", "vision sight seeing", f"neck {HEAD}")),
    _Said("confusion", ("double blurred blurry blur dim", "vision sight seeing see eye eyes")),
    _Said("confusion", (TROUBLE, "speak speaking speech talk talking remember remembering memory see seeing sight vision eyesight")),
    _Said("confusion", ("confused confusion blurred blind",)),
    _Said("stroke", ("stroke slurred drooping droops droopy numb numbness tingling weak weakness paralysed paralyzed dizzy dizziness lightheaded vertigo unsteady",)),
    _Said("stroke", (TROUBLE, "balance walk walking")),
    _Said("fit", ("faint fainted fainting seizure seizures unconscious blackout collapsed",)),
    _Said("thunderclap", ("thunderclap sudden suddenly worst",)),
    _Said("new_mother", ("pregnant pregnancy birth", HEAD)),
    _Said("severe", ("severe unbearable excruciating",)),
    _Said("sore_temple", ("jaw", "chew chewing eat eating", f"{PAIN} sore")),
    _Said("one_sided", ("new unlike", "one", "side sided", f"{PAIN} {HEAD}")),
    _Said("spine", ("clumsy bladder bowel",)),
    _Said("knock", (BLOW,), "asleep"),
    _Said("fever", ("fever feverish infection",)),
    _Said("drink", ("drunk alcohol drugs",)),
    _Said("unexplained", ("unexplained",)),
)
# fmt: on


def sign_in(text: str) -> Condition | None:
    """The danger sign that `text` tells, the most urgent; None where it tells none."""
    words = frozenset(re.findall(r"[^\W_]+(?:'[^\W_]+)?", text.lower().replace("’", "'")))
    return next((CONDITIONS[one.sign] for one in _SAID if one.is_in(words)), None)
