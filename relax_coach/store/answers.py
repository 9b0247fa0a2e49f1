"""What the person answered: signs for the day, conditions for their time; on this machine alone."""

from collections.abc import Mapping
from datetime import date, timedelta

from relax_coach.core.conditions import LASTING, Condition
from relax_coach.store import kept

FILE = "answers.json"


def signs_clear_on(day: date) -> bool:
    """Whether the danger signs were already denied on `day`. A broken file answers nothing."""
    return kept.read(FILE).get("signs_clear_on") == day.isoformat()


def hurt_on(day: date) -> bool:
    """Whether a session of `day` ended with something wrong."""
    return kept.read(FILE).get("hurt_on") == day.isoformat()


def keep_signs_clear(day: date) -> None:
    """Keep that the danger signs were denied on `day`. Raises OSError when it cannot be written."""
    _keep(signs_clear_on=day.isoformat())


def keep_hurt(day: date) -> None:
    """Keep that a session of `day` ended with something wrong. Raises OSError."""
    _keep(hurt_on=day.isoformat())


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


def forget() -> None:
    """Forget every answer, but not that today ended with something wrong. Raises OSError."""
    hurt = kept.read(FILE).get("hurt_on")
    kept.write(FILE, **({} if hurt is None else {"hurt_on": hurt}))


def _keep(**changed: object) -> None:
    before = {key: value for key, value in kept.read(FILE).items() if key != "version"}
    kept.write(FILE, **{**before, **changed})


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
