"""The label of a FLAC or Ogg Vorbis file: Vorbis comments, with chapters as CHAPTERxxx.

libsndfile writes only comments of its own choice. So it is given a long one, whose place the label
then takes in the finished file, which is not copied for it. After xiph.org: "Vorbis I", section 5,
"FLAC format", "The Ogg bitstream format" (RFC 3533), and the wiki's "Chapter Extension".
"""

from dataclasses import dataclass
from typing import BinaryIO

from relax_coach.core.label import ALBUM, Label

FLAC_COMMENT, FLAC_PADDING, FLAC_LAST = 4, 1, 0x80
OGG_HEAD, OGG_CRC = 27, slice(22, 26)
"""Bytes of a page before its table of lengths, and where its checksum is among them."""


def room(label: Label) -> str:
    """A comment that is as long as the whole label."""
    return "." * len(_fields(label))


def label_flac(file: BinaryIO, label: Label) -> None:
    """Write over the block of comments; what is left of it becomes padding."""
    file.seek(len(b"fLaC"))
    while True:
        head = file.read(4)
        size = int.from_bytes(head[1:], "big")
        if head[0] & ~FLAC_LAST == FLAC_COMMENT:
            break
        file.seek(size, 1)
    start = file.tell()
    comments = _vendor(file.read(size)) + _fields(label)
    left = size - len(comments) - 4
    file.seek(start - 4)
    file.write(bytes([FLAC_COMMENT]) + len(comments).to_bytes(3, "big") + comments)
    padding = FLAC_PADDING | head[0] & FLAC_LAST
    file.write(bytes([padding]) + left.to_bytes(3, "big") + bytes(left))


def label_ogg(file: BinaryIO, label: Label) -> None:
    """Write over the packet of comments, zeros after it, with new checksums for its pages."""
    file.seek(0)
    _page(file)  # what kind of sound it is
    pages = [_page(file)]
    while not pages[-1].ends:
        pages.append(_page(file))
    old = b"".join(page.body[: page.share] for page in pages)
    kind = b"\x03vorbis"
    packet = kind + _vendor(old[len(kind) :]) + _fields(label) + b"\x01"
    packet = packet.ljust(len(old), b"\0")
    for page in pages:
        page.body[: page.share], packet = packet[: page.share], packet[page.share :]
        page.head[OGG_CRC] = bytes(4)
        page.head[OGG_CRC] = _crc(bytes(page.head + page.body)).to_bytes(4, "little")
        file.seek(page.start)
        file.write(page.head + page.body)


def _fields(label: Label) -> bytes:
    named = {
        "TITLE": label.title, "ARTIST": label.author, "ALBUM": ALBUM, "LICENSE": label.licence,
    }  # fmt: skip
    fields = [f"{name}={text}" for name, text in named.items() if text]
    for number, chapter in enumerate(label.chapters, 1):
        seconds, ms = divmod(chapter.start, 1000)
        time = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{ms:03}"
        fields += [f"CHAPTER{number:03}={time}", f"CHAPTER{number:03}NAME={chapter.title}"]
    return len(fields).to_bytes(4, "little") + b"".join(_counted(field) for field in fields)


def _counted(text: str) -> bytes:
    encoded = text.encode()
    return len(encoded).to_bytes(4, "little") + encoded


def _vendor(comments: bytes) -> bytes:
    """What comments begin with: who encoded the sound."""
    return comments[: 4 + int.from_bytes(comments[:4], "little")]


@dataclass(frozen=True, slots=True)
class _Page:
    start: int
    head: bytearray
    body: bytearray
    share: int
    """How many bytes of the body are of the packet that is on when the page begins."""
    ends: bool
    """Whether that packet ends here."""


def _page(file: BinaryIO) -> _Page:
    """The next page of an Ogg file."""
    start = file.tell()
    head = bytearray(file.read(OGG_HEAD))
    lengths = file.read(head[-1])
    last = next((n for n, length in enumerate(lengths) if length < 255), None)
    share = sum(lengths if last is None else lengths[: last + 1])
    body = bytearray(file.read(sum(lengths)))
    return _Page(start, head + lengths, body, share, last is not None)


def _crc(data: bytes) -> int:
    """The checksum of Ogg: 32 bits, polynomial 0x04C11DB7, highest bit first, nothing turned."""
    crc = 0
    for byte in data:
        crc = (crc << 8 & 0xFFFFFFFF) ^ _TABLE[crc >> 24 ^ byte]
    return crc


def _crc_of_byte(byte: int) -> int:
    crc = byte << 24
    for _ in range(8):
        crc = crc << 1 ^ (0x104C11DB7 if crc >> 31 else 0)
    return crc


_TABLE = [_crc_of_byte(byte) for byte in range(256)]
