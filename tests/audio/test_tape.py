"""What the device is given: page after page, to the very frame."""

from relax_coach.audio.tape import FRAME, Tape


def frames(text: str) -> bytes:
    """A frame of each letter."""
    return "".join(letter * FRAME for letter in text).encode()


def taken(tape: Tape, n: int) -> str:
    """The letters of the next frames, at most n, with a dot for a silent one."""
    return tape.take(n, patience=0)[::FRAME].decode().replace("\0", ".")


def test_before_the_first_page_there_is_silence() -> None:
    assert taken(Tape(), 3) == "..."


def test_frames_come_in_their_order_however_they_were_sent() -> None:
    tape = Tape()
    assert tape.turn(1, 0, frames("abc"), last=False)
    tape.add(1, frames("de"), last=False)
    tape.add(1, frames("fgh"), last=True)
    assert [taken(tape, n) for n in (2, 2, 2, 9, 3)] == ["ab", "c", "de", "fgh", "..."]
    assert tape.taken == 11


def test_where_nothing_came_in_time_no_time_passes() -> None:
    tape = Tape()
    tape.turn(1, 0, frames("abc"), last=False)
    assert [taken(tape, 5), taken(tape, 5), tape.taken] == ["abc", "", 3]
    tape.add(1, frames("de"), last=False)
    assert [taken(tape, 2), tape.taken] == ["de", 5]


def test_a_page_takes_the_place_of_all_that_was_there() -> None:
    tape = Tape()
    tape.turn(1, 0, frames("abcdef"), last=False)
    taken(tape, 2)
    assert tape.turn(2, 2, frames("xy"), last=False)
    tape.add(1, frames("old"), last=True)
    tape.add(2, frames("z"), last=True)
    assert [taken(tape, 4) for _ in range(3)] == ["xy", "z", "...."]


def test_a_page_that_comes_late_changes_nothing() -> None:
    tape = Tape()
    tape.turn(1, 0, frames("abcdef"), last=True)
    taken(tape, 3)
    assert not tape.turn(2, 2, frames("xyz"), last=True)
    assert [taken(tape, 3), tape.taken] == ["def", 6]


def test_once_halted_it_takes_nothing_until_a_page_begins() -> None:
    tape = Tape()
    tape.turn(1, 0, frames("abcdef"), last=False)
    taken(tape, 2)
    tape.halt()
    tape.add(1, frames("gh"), last=True)
    assert [taken(tape, 4), tape.taken, tape.quiet] == ["", 2, False]
    assert tape.turn(2, 2, frames("xy"), last=True)
    assert taken(tape, 4) == "xy"


def test_it_is_quiet_when_nothing_is_there_and_nothing_is_to_be() -> None:
    tape = Tape()
    assert tape.quiet
    tape.turn(1, 0, frames("a"), last=True)
    assert not tape.quiet
    taken(tape, 1)
    assert tape.quiet
    tape.turn(2, 1, b"", last=False)
    assert not tape.quiet
