"""The one table of keys: no key does two things on a screen, and no foot is crowded."""

from collections import Counter

import pytest

from relax_coach.core import keys, question_keys
from relax_coach.core.keys import MOST_IN_FOOT, Keys

SCREENS = {
    name: value
    for table in (keys, question_keys)
    for name, value in vars(table).items()
    if isinstance(value, Keys)
}


@pytest.mark.parametrize("name", SCREENS)
def test_a_key_does_one_thing_and_the_foot_is_short(name: str) -> None:
    screen = SCREENS[name]
    used = Counter(one for key in screen.all for one in key.all)
    assert [one for one, times in used.items() if times > 1] == []
    assert len(screen.foot) == len(screen.feet.split()) <= MOST_IN_FOOT
    assert all(key.word for key in screen.foot)


def test_the_keys_of_a_session_are_as_they_were_promised() -> None:
    promised = {
        "pause": "space k", "next": "right n pagedown", "previous": "left p pageup", "stay": "s",
        "again": "a", "other_side": "o", "ease_off": "e", "stop": "x", "mute": "m", "voice": "v",
        "help": "? f1", "leave": "q",
    }  # fmt: skip
    for action, names in promised.items():
        for name in names.split():
            key = keys.SESSION.of(name)
            assert key is not None and key.action == action, name
    softer, louder = keys.SESSION.of("-"), keys.SESSION.of("+")
    assert softer and louder and (softer.by, louder.by) == ((-1,), (1,))


def test_the_first_three_of_two_are_those_of_who_is_massaged() -> None:
    assert [key.for_two for key in keys.PARTNER.foot[:3]] == ["stop", "softer", "more"]
