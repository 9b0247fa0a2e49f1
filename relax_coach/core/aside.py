"""What a line of a sheet says beside the exercise: what was, what if, how far to go on, heat first.

None of it is how it is done today, and all of it is to be read.
"""

import re

_BETWEEN = re.compile(r"((?<!\d)[.,]|[.,](?!\d)|:(?!\d)|[;()|]|\s-\s)")
_PACK = r"(?:ice|heat|(?:hot|cold|warm|ice|heat) packs?)\b"
_IF = r"(?:if|unless|(?:on )?(?:bad|good) days)\b"
"""Behind an amount it says when that one is meant."""
_BUT = (
    rf"(?:(?:(?:the )?(?:left|right|[lr])(?: side)? only|skip|stop|rest|only|not|except) {_IF}"
    r"|(?:was|were|add(?:ing)? \d|increas(?:e|ing) (?:to|by)|progress(?:ing)? (?:to|by)"
    r"|(?:build|work)(?:ing)? up to|last (?:time|week)|next (?:time|week))\b"
    rf"|(?:up to|at most|max(?:imum)?) (?:about |of )?\d|(?:then|followed by) {_PACK}"
    r"|(?:avoid|skip|(?:but )?not|leave out|omit) (?:on )?(?:the )?(?:left|right|[lr]\b)"
    r"|(?:after|before|prior to) (?:the |your )?(?:heat|ice|stretch\w*|exercis\w*|massage)\b"
    r"|(?:mild|gentle|light|slight) (?:stretch|pull) only\b)"
)
"""It says something more, and the amount before it stands."""
_END = re.compile(rf"(?<!\S)(?:(?P<but>{_BUT})|{_IF})")
_WHOLE = re.compile(
    rf"^\s*(?:then |and )*{_PACK}"
    r"|^\s*\w+ ?(?:m|mins?|minutes?|h|hours?) (?:after|before) (?:heat|ice)\b"
    r"|^\s*(?:only )?(?:a )?(?:mild|gentle|light|slight) "
    r"(?:stretch|pull)(?: only)?\s*$"
    r"|^\D*\b(?:is|are) (?:the )?(?:wors|bett|sor|tight|stiff|weak)\w+\D*$"
)
_CONDITION = re.compile(
    r"^\s*(?:if|unless)\b(?! (?:comfortable|possible|able|need|necessary|you (?:can|like)))\D*$"
)
"""What stands behind it, and a comma, is what then."""
_OWN = re.compile(
    r"\b(?:up to|at least|at most|max(?:imum)?) .*"
    r"(?:daily\b|\b(?:per|an?|each|every|/) ?(?:day|week|hour)|/ ?10\b|pressure|force)"
)
"""A limit of how often, or of the pressure."""


def set_aside(text: str, whole: bool = True) -> tuple[str, tuple[str, ...]]:
    """`text`, in lower case, without what it says beside the exercise; and that, as it was written.

    What stands first is never left out. `whole`: whether other clauses may be left out whole.
    """
    pieces, told = _BETWEEN.split(text), list[str]()
    first = next((at for at in range(0, len(pieces), 2) if pieces[at].strip()), 0)
    is_then = False
    for at in range(first, len(pieces), 2):
        clause = pieces[at]
        kept = clause if _OWN.search(clause) else _without(clause, whole and at > first, is_then)
        is_then = whole and at > first and _CONDITION.match(clause) is not None
        if kept != clause:
            told.append(clause[len(kept) :].strip())
            pieces[at] = f"{kept} | "
    return "".join(pieces), tuple(filter(None, told))


def _without(clause: str, may_go: bool, is_then: bool) -> str:
    """What of `clause` says what is done. `may_go`: it is not the first; `is_then`: of another
    day."""
    if may_go and (is_then or _WHOLE.search(clause)):
        return ""
    found = _END.search(clause)
    if found is None or not (may_go or clause[: found.start()].strip()):
        return clause
    kept = clause[: found.start()]
    is_all = found["but"] is None or (
        found["but"].startswith("only") and not re.search(r"\d", kept)
    )
    return "" if may_go and is_all else kept
