"""docs/sentences.md: every sentence that is shipped, each with where it comes from."""

from collections.abc import Iterator
from pathlib import Path

from relax_coach.core import instruction, phrases, safety, vocabulary
from relax_coach.core.conditions import CONDITIONS, DO, OWN
from relax_coach.core.learn import TOPICS
from relax_coach.core.reference import REFERENCES
from relax_coach.core.routine import Breathing, Massage, Repeat, Routine, Step
from relax_coach.store import library

PAGE = Path(__file__).resolve().parents[1] / "docs" / "sentences.md"
CHOICE = "*our own choice*"

Row = tuple[str, str, str]
"""Where it stands, what it says, where it comes from."""


def page() -> str:
    """The whole page."""
    parts = [
        """\
# Every sentence, and where it comes from

Made by `python tools/pages.py`. A key such as S20 is one of [the sources](learn.md#sources), where
it also says how each was seen; in a routine the names are those of its file, more of them in
[sources.md](sources.md). *Our own choice* marks what rests on nobody but us: exact seconds, pressures, ways
of saying it, and cautions beyond what the sources ask for: who is to leave a step out, or to do it more
gently, is often ours alone, also where the step has a source. A step with a source may still take its seconds
and its pressure from us; [sources.md](sources.md) says which.
"""
    ]
    parts += [_section(name, rows) for name, rows in _sections()]
    return "\n".join(parts)


def _sections() -> Iterator[tuple[str, list[Row]]]:
    for entry in library.entries():
        routine = entry.document.routine
        if entry.origin == "preset" and routine is not None:
            yield f"Routine `{entry.name}`", list(_routine(routine))
    for topic in TOPICS.values():
        rows = [
            (topic.word, one.text, _keys(one.sources)) for part in topic.paragraphs for one in part
        ]
        yield f"Learn: {topic.title}", rows
    yield (
        "Signs and conditions",
        [
            (row.word, f"{row.name}. {row.explained}", _keys(row.sources))
            for row in CONDITIONS.values()
        ],
    )
    yield "What to do, when to stop, what to watch for", list(_safety())
    yield (
        "Cautions of the vocabulary",
        [
            (row.word, row.name, "the row of [sources.md](sources.md) for this word")
            for row in vocabulary.CAUTIONS.values()
        ],
    )
    yield (
        "Where to find a place",
        [
            (row.word, f"{row.name}: {row.landmark}", _landmark(row.word))
            for row in vocabulary.TARGETS.values()
        ],
    )
    yield "What the program says by itself", list(_own_words())


def _routine(routine: Routine) -> Iterator[Row]:
    named = "; ".join(source.title for source in routine.sources) or CHOICE
    yield "summary", routine.summary, named
    if routine.dose:
        yield "dose", routine.dose, "[sources.md](sources.md), else " + CHOICE
    for sentence in routine.stop_if:
        yield "stop if", sentence, CHOICE
    for step in routine.written:
        yield from _step(step)


def _step(step: Step) -> Iterator[Row]:
    name = step.title or ("rounds" if isinstance(step, Repeat) else "step")
    sources = "; ".join(str(source) for source in step.sources) or CHOICE
    for text in (step.say, step.show):
        if text:
            yield name, text, sources
    if isinstance(step, Massage | Breathing) and step.during:
        yield name, " · ".join(step.during), CHOICE


def _safety() -> Iterator[Row]:
    for key, sentence in DO.items():
        yield "what to do", sentence, f"{_DO[key]}; words {CHOICE}" if key in _DO else CHOICE
    yield "the line of the day", safety.question(False), "S38, S39, S40, S41, S54b; " + CHOICE
    yield "from 50 on it ends with", safety.FROM_50, "S42"
    yield "below it", safety.ALSO, "S38, S39, S40; " + CHOICE
    yield "below it", f"{safety.NOT_NOW} {safety.EVERYWHERE}", CHOICE
    for sentence in safety.STOP_RULES:
        known = ("Dizziness" in sentence or "sight" in sentence) and "S46, S47, S48, S50; "
        yield "stop at once", sentence, f"{known or ''}{CHOICE}"
    yield "then", safety.STOP_DO, "S41; " + CHOICE
    for sentence in (safety.STOP_LATER, safety.AFTER_NECK):
        yield "later", sentence, "S48"
    yield "later", safety.AFTER, "S52; " + CHOICE
    yield "expected", safety.EXPECTED, "S52; " + CHOICE
    for sentence in (*safety.CONSENT, safety.ASK_PRESSURE):
        yield "for two", sentence, "S20, S65; " + CHOICE
    for told in safety.TOLD.values():
        yield "at the end", " ".join((told.stay, told.hurt_question, told.hurt_rest)), CHOICE
    yield "everywhere", safety.NOT_MEDICAL, "S3, S15, S67"


def _own_words() -> Iterator[Row]:
    for name, value in (vars(phrases) | vars(instruction)).items():
        if name.isupper() and isinstance(value, str):
            yield name.lower(), value, CHOICE
        elif name.isupper() and isinstance(value, tuple):
            for sentence in value:
                yield name.lower(), str(sentence), CHOICE


_DO = {"emergency": "S39, S40, S41", "today or now": "S40", "artery": "S42", "temple": "S42",
       "today": "S54b"}  # fmt: skip
_LANDMARKS = {
    "S18": ("temple", "temporalis", "forehead", "masseter", "mastoid"),
    "S17": ("scalp_top", "scalp_back", "neck_back", "upper_trapezius", "suboccipital"),
    "S21": ("gb20_fengchi", "gb21_jianjing", "li4_hegu"),
    "S20": ("between_shoulder_blades",),
    "S25": ("neck_side", "neck_diagonal"),
    "S24": ("neck_turn", "shoulder_girdle"),
    "S31": ("tmj",),
    "S1": ("splenius",),
}


def _landmark(word: str) -> str:
    """The source of a place and its touch; its words are ours."""
    keys = [key for key, words in _LANDMARKS.items() if word in words]
    return f"{', '.join(keys)}; words {CHOICE}" if keys else CHOICE


def _keys(sources: tuple[str, ...]) -> str:
    told = [f"{key} ({REFERENCES[key].mark})" for key in sources if key in REFERENCES]
    return ", ".join([*told, CHOICE] if OWN in sources else told)


def _section(name: str, rows: list[Row]) -> str:
    lines = [f"| {where} | {_cell(text)} | {_cell(source)} |" for where, text, source in rows]
    return "\n".join(
        [f"## {name}\n", "| where | sentence | from |", "| --- | --- | --- |", *lines, ""]
    )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
