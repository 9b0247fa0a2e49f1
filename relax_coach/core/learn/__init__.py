"""What the program knows about spasms, massage and its limits: told with its sources."""

from collections.abc import Mapping

from relax_coach.core.learn.evidence import BREATHING, EVIDENCE, HEADACHE, TWITCHES
from relax_coach.core.learn.massage import DOCTOR, NOW, PRESS, RELAX, STOP
from relax_coach.core.learn.spasms import BRAIN, CAUSES, FEELING, SIDE, SPASMS
from relax_coach.core.learn.topic import OWN, Sentence, Topic

TOPICS: Mapping[str, Topic] = {
    one.word: one
    for one in (
        CAUSES, SPASMS, BRAIN, SIDE, FEELING, RELAX,
        NOW, DOCTOR, STOP, PRESS, EVIDENCE, HEADACHE, TWITCHES, BREATHING,
    )
}  # fmt: skip

__all__ = ["OWN", "TOPICS", "Sentence", "Topic"]
