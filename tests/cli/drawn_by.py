"""What a program draws on a terminal of its own."""

import os


def drawn_on(person: int) -> bytes:
    """Everything that is written until the other end of the terminal `person` is closed."""
    drawn = b""
    while True:
        try:
            some = os.read(person, 65_536)
        except OSError:  # how Linux says that the other end is closed
            break
        if not some:
            break
        drawn += some
    os.close(person)
    return drawn
