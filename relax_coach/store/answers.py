"""What the person answered about today: kept for the day, on this machine, for them alone."""

from datetime import date

from relax_coach.store import kept

FILE = "answers.json"


def signs_clear_on(day: date) -> bool:
    """Whether the danger signs were already denied on `day`. A broken file answers nothing."""
    return kept.read(FILE).get("signs_clear_on") == day.isoformat()


def keep_signs_clear(day: date) -> None:
    """Keep that the danger signs were denied on `day`. Raises OSError when it cannot be written."""
    kept.write(FILE, signs_clear_on=day.isoformat())
