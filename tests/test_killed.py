"""Ten sessions are killed without a moment to say good-bye, and gone on with: nothing is lost.

Three hundred of them: bench/kills.py.
"""

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest
from killed import round_of

from relax_coach.core.conditions import CONDITIONS
from relax_coach.store import answers

pytestmark = [
    pytest.mark.alone,
    pytest.mark.skipif(sys.platform != "linux", reason="reads /proc"),
]
ROUNDS, AT_ONCE = 10, 5


def test_kill_nine_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    homes = [tmp_path / str(number) for number in range(ROUNDS)]
    today = date.today()  # noqa: DTZ011 - the day the program will see
    for home in homes:
        monkeypatch.setenv("RELAX_COACH_HOME", str(home))
        answers.keep_signs_clear(today)
        answers.keep_conditions(dict.fromkeys(CONDITIONS, False), today)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        rounds = list(pool.map(round_of, homes, range(ROUNDS), [3.0] * ROUNDS))
    assert [one for one in rounds if not one.well] == []
    assert all(one.acknowledged > 1 for one in rounds)
