"""The rows in the pages of an SQLite file, read without SQLite: what it refuses may still be there.

A file whose header is gone, or that was cut, holds most of its rows in pages that are whole; only
the way to them is lost. The layout: www.sqlite.org/fileformat.html, 1.6 and 2.
"""

from collections.abc import Iterator
from pathlib import Path

USUAL = 4096
"""Bytes of a page, where the header does not say."""
LEAF = 0x0D
"""The first byte of a page that holds rows of a table."""
MOST_PAGES = 1 << 20
Row = tuple[object, ...]
_LENGTHS = (0, 1, 2, 3, 4, 6, 8)
"""Bytes of a number, by its type."""


def rows(path: Path) -> Iterator[Row]:
    """The values of each row that is whole, in the order of the pages; OSError.

    Of every table: who asks must know its own. A number that is its row's own key comes as None.
    """
    with path.open("rb") as file:
        size = _size(file.read(100))
        file.seek(0)
        pages: list[bytes] = []
        while len(page := file.read(size)) == size and len(pages) < MOST_PAGES:
            pages.append(page)
    for number, page in enumerate(pages):
        start = 100 if number == 0 else 0
        if page[start] == LEAF:
            for at in _cells(page, start):
                row = _row(pages, page, at)
                if row is not None:
                    yield row


def _size(header: bytes) -> int:
    told = int.from_bytes(header[16:18])
    size = 65_536 if told == 1 else told
    is_one = header[:6] == b"SQLite" and 512 <= size <= 65_536 and not size & (size - 1)
    return size if is_one else USUAL


def _cells(page: bytes, start: int) -> Iterator[int]:
    """Where in the page each row begins."""
    many = int.from_bytes(page[start + 3 : start + 5])
    for number in range(many):
        at = start + 8 + 2 * number
        yield int.from_bytes(page[at : at + 2])


def _row(pages: list[bytes], page: bytes, at: int) -> Row | None:
    """The row that begins at `at`; None where it is none, or a part of it is lost."""
    try:
        length, at = _number(page, at)
        _, at = _number(page, at)  # its key
        payload = _payload(pages, page, at, length)
        return tuple(_values(payload))
    except (IndexError, ValueError, UnicodeDecodeError):
        return None


def _payload(pages: list[bytes], page: bytes, at: int, length: int) -> bytes:
    """The bytes of a row, those on further pages too."""
    size = len(page)
    if length <= size - 35:
        found = page[at : at + length]
    else:
        least = (size - 12) * 32 // 255 - 23
        here = least + (length - least) % (size - 4)
        here = here if here <= size - 35 else least
        found = page[at : at + here]
        following = int.from_bytes(page[at + here : at + here + 4])
        while len(found) < length:
            further = pages[following - 1] if following else b""
            if not further:
                break
            following = int.from_bytes(further[:4])
            found += further[4 : 4 + length - len(found)]
    if len(found) < length:
        raise ValueError
    return found


def _values(payload: bytes) -> Iterator[object]:
    end, at = _number(payload, 0)
    place = end
    while at < end:
        kind, at = _number(payload, at)
        if kind in (8, 9):
            yield kind - 8
            continue
        length = _LENGTHS[kind] if kind < len(_LENGTHS) else 8 if kind == 7 else (kind - 12) // 2
        raw, place = payload[place : place + length], place + length
        if len(raw) < length:
            raise ValueError
        if kind == 0:
            yield None
        elif kind < 7:
            yield int.from_bytes(raw, signed=True)
        else:
            yield raw.decode() if kind > 12 and kind % 2 else raw


def _number(data: bytes, at: int) -> tuple[int, int]:
    """A number of 1 to 9 bytes, and where it ends."""
    value = 0
    for count in range(9):
        byte = data[at + count]
        if count == 8:
            return value << 8 | byte, at + 9
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + count + 1
    raise ValueError
