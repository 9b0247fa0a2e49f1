"""What the person answered: signs for the day, conditions for their time; on this machine alone."""

from collections.abc import Collection, Mapping
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

from relax_coach.core.conditions import LASTING, SIGN_WORDS, Condition
from relax_coach.store import kept

FILE = "answers.json"
HURT = ("hurt_on", "hurt_by_numbers", "hurt_two_on")
"""What is kept of sessions that ended with something wrong."""
_unkept: dict[Path, dict[str, object]] = {}
"""By file: what of HURT the disk could not take. It holds as long as the program runs."""
MOST_SEEN = 100
"""Routines of which it is kept what was shown of their limits."""


def signs_clear_on(day: date) -> bool:
    """Whether the danger signs were already denied on `day`. A broken file answers nothing."""
    return kept.read(FILE).get("signs_clear_on") == day.isoformat() and not is_unanswered()


def hurt_on(day: date) -> bool:
    """Whether a session of `day` ended with something wrong."""
    return _is_of(_hurt().get("hurt_on"), day)


def signs_on(day: date) -> frozenset[str]:
    """Words of the danger signs that were told on `day` and not denied since."""
    told = kept.read(FILE)
    words = told.get("signs")
    if not (_is_of(told.get("signs_on"), day) and isinstance(words, list)):
        return frozenset()
    return SIGN_WORDS & {word for word in words if isinstance(word, str)}


def hurt_two_on(day: date) -> bool:
    """Whether a massage for two ended on `day` with something wrong for the receiver."""
    return _is_of(_hurt().get("hurt_two_on"), day)


def _is_of(told: object, day: date) -> bool:
    """Whether the day that was `told` is `day`, or the next: a clock was set back, or a flight went
    west."""
    ahead = min(day, date.max - timedelta(1)) + timedelta(1)
    return told in (day.isoformat(), ahead.isoformat())


def keep_signs_clear(day: date) -> None:
    """Keep that the danger signs were denied on `day`. Raises OSError when it cannot be written."""
    _keep(signs_clear_on=day.isoformat(), signs=None, signs_on=None, unanswered=None)


def forget_signs_clear() -> None:
    """Let the danger signs be asked again today. Raises OSError when it cannot be written."""
    _keep(signs_clear_on=None)


def is_unanswered() -> bool:
    """Whether something is wrong was asked after a session, and not answered yet."""
    return bool(kept.read(FILE).get("unanswered"))


def keep_unanswered() -> None:
    """Keep that whether something is wrong stands asked. Until it is answered, no sign counts as
    denied, also when the program is killed. Raises OSError when it cannot be written."""
    _keep(unanswered=True)


def forget_unanswered() -> None:
    """It was answered: what was denied before is as it was, or as others left it since. OSError."""
    _keep(unanswered=None)


def keep_signs(words: Collection[str], day: date) -> None:
    """Keep that these signs were told on `day`, until they are denied or it is over. OSError."""
    _keep(signs=sorted(words), signs_on=day.isoformat(), signs_clear_on=None, unanswered=None)


def is_hurt_by_numbers(day: date) -> bool:
    """Whether the numbers of one session alone say that it ended so on `day`."""
    return hurt_on(day) and _hurt().get("hurt_by_numbers") is True


def keep_hurt(day: date, of_receiver: bool = False, by_numbers: bool = False) -> None:
    """Keep that a session of `day` ended with something wrong.

    `by_numbers`: pain was rated that much higher after it, and nothing else says so. Raises OSError
    when it cannot be written: then it holds while the program runs, and is written when it can be.
    """
    changed: dict[str, object] = {"hurt_on": day.isoformat(), "hurt_by_numbers": by_numbers or None}
    if of_receiver:
        changed = {"hurt_two_on": day.isoformat()}
    _unkept.setdefault(kept.path_of(FILE), {}).update(changed)
    _keep()


def forget_hurt() -> None:
    """Forget that a session of one's own ended so. Raises OSError when it cannot be written."""
    forgotten: dict[str, object] = {"hurt_on": None, "hurt_by_numbers": None}
    unkept = _unkept.get(kept.path_of(FILE), {})
    for key in forgotten:
        unkept.pop(key, None)
    if forgotten.keys() & kept.read(FILE).keys():
        _keep(**forgotten)


def open_conditions(day: date) -> tuple[Condition, ...]:
    """The conditions that are to be asked: never answered, or too long ago."""
    answers = _answers()
    return tuple(row for row in LASTING if _answer(answers, row, day) is None)


def held_conditions(day: date) -> frozenset[str]:
    """Words of the conditions that were said to hold, as far as that is still true on `day`."""
    answers = _answers()
    return frozenset(row.word for row in LASTING if _answer(answers, row, day))


def asked_on(day: date) -> Mapping[str, tuple[bool, date]]:
    """Every answer that is still true on `day`, by word: whether it holds, and its last day."""
    answers = _answers()
    found = {}
    for row in LASTING:
        holds = _answer(answers, row, day)
        if holds is not None:
            found[row.word] = (holds, _until(answers, row))
    return found


def keep_conditions(answered: Mapping[str, bool], day: date) -> None:
    """Keep an answer of `day` for every word in `answered`. Raises OSError."""
    answers = {word: answer for word, answer in _answers().items() if _is_lasting(word)}
    for row in LASTING:
        if row.word in answered:
            until = day + timedelta(days=row.days)
            answers[row.word] = {"holds": answered[row.word], "until": until.isoformat()}
    _keep(conditions=answers)


def limits_seen(title: str) -> frozenset[str]:
    """Words of the conditions whose limits of the routine called `title` were last shown."""
    seen = _seen().get(title)
    return frozenset(word for word in seen if isinstance(word, str)) if seen else frozenset()


def keep_limits_seen(title: str, words: Collection[str]) -> None:
    """Keep that what `words` change in the routine called `title` was shown. Raises OSError."""
    others = [(name, seen) for name, seen in _seen().items() if name != title]
    _keep(limits_seen=dict([*others[1 - MOST_SEEN :], (title, sorted(words))]))


def forget() -> None:
    """Forget every answer, but not that a session ended with something wrong. Raises OSError."""
    told = _hurt()
    kept.write(FILE, **{key: told[key] for key in HURT if told.get(key) is not None})


def _hurt() -> Mapping[str, object]:
    """What is kept, and what of HURT could not be: there may be room for it by now."""
    unkept = _unkept.get(kept.path_of(FILE))
    if unkept:
        with suppress(OSError):
            _keep()
    return {**kept.read(FILE), **(unkept or {})}


def _keep(**changed: object) -> None:
    """Keep what changed, and what could not be kept before; None is forgotten."""
    told = {**kept.read(FILE), **_unkept.get(kept.path_of(FILE), {}), **changed}
    kept.write(
        FILE,
        **{key: value for key, value in told.items() if key != "version" and value is not None},
    )
    _unkept.pop(kept.path_of(FILE), None)


def _seen() -> Mapping[str, list[object]]:
    found = kept.read(FILE).get("limits_seen")
    seen = found if isinstance(found, dict) else {}
    return {title: words for title, words in seen.items() if isinstance(words, list)}


def _answers() -> Mapping[str, object]:
    found = kept.read(FILE).get("conditions")
    return found if isinstance(found, dict) else {}


def _answer(answers: Mapping[str, object], row: Condition, day: date) -> bool | None:
    """Whether `row` holds; None where that was not said, or said for no longer than before `day`.

    One said for longer than an answer may hold was not said by this program.
    """
    answer = answers.get(row.word)
    holds = answer.get("holds") if isinstance(answer, dict) else None
    until = _until(answers, row)
    in_time = day <= until <= day + timedelta(days=row.days)
    return holds if isinstance(holds, bool) and in_time else None


def _until(answers: Mapping[str, object], row: Condition) -> date:
    answer = answers.get(row.word)
    until = answer.get("until") if isinstance(answer, dict) else None
    try:
        return date.fromisoformat(until) if isinstance(until, str) else date.min
    except ValueError:
        return date.min


def _is_lasting(word: str) -> bool:
    return word in {row.word for row in LASTING}
