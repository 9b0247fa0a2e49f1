"""The label of an MP3 file: an ID3v2.3 tag with chapters (id3.org, "ID3v2 Chapter Frame Addendum").

Written here because the library that reads and writes all tags is under the GPL.
"""

from relax_coach.core.label import ALBUM, Chapter, Label

NO_OFFSET = b"\xff" * 4
"""Of a chapter: it is found by its time, not by its place in the file."""
UTF_16 = b"\x01"


def tag(label: Label) -> bytes:
    """The whole tag, as it stands at the beginning of the file."""
    named = (("TIT2", label.title), ("TPE1", label.author), ("TALB", ALBUM))
    frames = [_text(name, text) for name, text in named if text]
    if label.licence:
        described = _encoded("LICENSE") + b"\0\0" + _encoded(label.licence)
        frames.append(_frame("TXXX", UTF_16 + described))
    if label.chapters:
        frames.append(_contents(len(label.chapters)))
        frames += [_chapter(number, one) for number, one in enumerate(label.chapters)]
    body = b"".join(frames)
    return b"ID3\x03\x00\x00" + _synchsafe(len(body)) + body


def _contents(n: int) -> bytes:
    """At the top, and its chapters in order."""
    names = b"".join(_name(number) for number in range(n))
    return _frame("CTOC", b"contents\0" + b"\x03" + bytes([n]) + names)


def _chapter(number: int, chapter: Chapter) -> bytes:
    times = chapter.start.to_bytes(4, "big") + chapter.end.to_bytes(4, "big")
    title = _text("TIT2", chapter.title)
    return _frame("CHAP", _name(number) + times + NO_OFFSET * 2 + title)


def _name(number: int) -> bytes:
    return b"chapter%d\0" % number


def _text(name: str, text: str) -> bytes:
    return _frame(name, UTF_16 + _encoded(text))


def _encoded(text: str) -> bytes:
    return b"\xff\xfe" + text.encode("utf-16-le")


def _frame(name: str, content: bytes) -> bytes:
    return name.encode("ascii") + len(content).to_bytes(4, "big") + b"\0\0" + content


def _synchsafe(n: int) -> bytes:
    """28 bits, seven in each byte."""
    return bytes(n >> shift & 0x7F for shift in (21, 14, 7, 0))
