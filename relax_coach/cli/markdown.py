"""The sheet of a routine as Markdown (CommonMark): to send, to paste, to keep in a wiki."""

import re
from collections.abc import Iterable, Iterator

from relax_coach.cli.sheet import READ_ONLY, Entry, Rounds, Sheet
from relax_coach.core import safety

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!])")
_BEGINS = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def markdown(sheet: Sheet) -> str:
    """The same that `lines` tells. Texts stay text: none of them is a mark."""
    routine = sheet.routine
    rows = [f"# {escaped(routine.title)}", ""]
    rows += [escaped(routine.summary), ""] if routine.summary else []
    rows += [*_facts(sheet), ""]
    if sheet.is_for_two:
        rows += [f"## {escaped(safety.CONSENT_TITLE)}", "", *_bullets(safety.CONSENT[:-1]), ""]
    head, sentences = sheet.for_you
    rows += [f"## {escaped(head)}", "", *_bullets(sentences), ""] if head else []
    rows += [f"**{READ_ONLY}**", ""] if sheet.is_refused else []
    rows += ["## Steps", "", *_steps(sheet.entries), ""]
    if sheet.cautions:
        rows += ["## Take care", "", *_bullets(sheet.cautions), ""]
    rows += ["## Stop at once at any of these", "", *_bullets(sheet.stops), ""]
    if routine.sources:
        rows += ["## Sources", "", *_bullets(map(str, routine.sources)), ""]
    rows += [escaped(safety.NOT_MEDICAL), *(["", escaped(sheet.by)] if sheet.by else [])]
    return "\n".join(rows)


def escaped(text: str) -> str:
    """`text` in one line, with a backslash before whatever Markdown would take for a mark."""
    told = _MARKS.sub(r"\\\1", " ".join(text.split()))
    return _BEGINS.sub(lambda one: f"{one[1]}{_quoted(one[2])}", told)


def _quoted(begin: str) -> str:
    return f"{begin}\\" if begin.isdigit() else f"\\{begin}"


def _facts(sheet: Sheet) -> Iterator[str]:
    routine = sheet.routine
    yield f"- Length: {escaped(sheet.length)}."
    if sheet.is_for_two:
        yield "- For two: the sides are those of who is massaged."
    if sheet.position:
        yield f"- Position: {escaped(sheet.position)}."
    if sheet.verdict.needs:
        yield f"- At hand: {escaped(', '.join(sheet.verdict.needs))}."
    if routine.dose:
        yield f"- How often: {escaped(routine.dose)}"
    for note in sheet.notes:
        yield f"- Note: {escaped(note)}"


def _steps(entries: Iterable[Entry | Rounds], indent: str = "") -> Iterator[str]:
    for entry in entries:
        if isinstance(entry, Entry):
            told = filter(None, (*entry.time, entry.side, entry.times, entry.pressure))
            title, facts = escaped(entry.lead.title), escaped(", ".join(told))
            texts = [escaped(text) for text in entry.lead.texts]
            texts += [f"*Source: {escaped('; '.join(entry.sources))}*"] if entry.sources else []
            # A backslash at the end of a line breaks it.
            yield f"{indent}{entry.number}. **{title}** ({facts})" + "\\" * bool(texts)
            last = len(texts) - 1
            for number, text in enumerate(texts):
                yield f"{indent}   {text}" + "\\" * (number < last)
        else:
            facts = f" ({escaped(', '.join(entry.facts))})" if entry.facts else ""
            yield f"{indent}- **{escaped(entry.title)}**{facts}"
            yield from (f"{indent}  {escaped(text)}" for text in entry.texts)
            yield from _steps(entry.entries, f"{indent}  ")


def _bullets(texts: Iterable[str]) -> list[str]:
    return [f"- {escaped(text)}" for text in texts]
