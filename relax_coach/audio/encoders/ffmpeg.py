"""M4A (AAC) by the program ffmpeg, which takes the sound while it is made."""

import shutil
import subprocess
from contextlib import suppress
from functools import partial
from pathlib import Path
from queue import Full, Queue
from tempfile import TemporaryDirectory
from threading import Thread

from relax_coach.audio.encoders import Begin, CannotEncode
from relax_coach.audio.sound import RATE
from relax_coach.core.label import ALBUM, Label

BITS = "96k"
LOOK, PATIENCE = 0.1, 200
"""Seconds, and how often: an ffmpeg that then has taken nothing is ended. Counted, so that time in
which the program is stopped is not held against it."""
AHEAD = 4
"""Blocks that wait to be taken."""


class FfmpegEncoder:
    def __init__(self, path: Path, label: Label, program: str) -> None:
        path.touch()  # a folder that is missing is then told in plain words
        self._folder = TemporaryDirectory(prefix="relax-coach-")
        metadata, self._told = Path(self._folder.name, "label"), Path(self._folder.name, "told")
        metadata.write_text(ffmetadata(label), "utf-8", newline="\n")
        command = [
            program, "-nostdin", "-hide_banner", "-loglevel", "error", "-y",
            "-f", "s16le", "-ar", str(RATE), "-ac", "2", "-i", "pipe:0",
            "-f", "ffmetadata", "-i", str(metadata), "-map", "0:a", "-map_metadata", "1",
            "-map_chapters", "1", "-c:a", "aac", "-b:a", BITS,
            "-f", "ipod", f"file:{path}",
        ]  # fmt: skip
        try:
            with self._told.open("wb") as told:
                self._process = subprocess.Popen(
                    command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.DEVNULL,
                    stderr=told,
                    start_new_session=True,  # Ctrl-C is for the program, which then ends this too
                )
        except OSError:
            self._folder.cleanup()
            raise
        self._blocks: Queue[bytes] = Queue(AHEAD)
        self._taken = False
        """Whether it took all, to the end."""
        # A thread, since writing to a process that takes nothing would never come back.
        self._feeding = Thread(target=self._feed, name="sound to ffmpeg", daemon=True)
        self._feeding.start()

    def write(self, block: bytes) -> None:
        for _ in range(PATIENCE):
            if self._process.poll() is not None:
                break
            with suppress(Full):
                self._blocks.put(block, timeout=LOOK)
                return
        raise OSError(self._why())

    def finish(self) -> None:
        self.write(b"")
        for _ in range(PATIENCE):
            with suppress(subprocess.TimeoutExpired):
                code = self._process.wait(LOOK)
                self._feeding.join(LOOK * PATIENCE)
                if code == 0 and self._taken:
                    return
                break
        raise OSError(self._why())

    def close(self) -> None:
        self._process.kill()
        self._process.wait()
        with suppress(Full):
            self._blocks.put_nowait(b"")
        self._folder.cleanup()

    def _feed(self) -> None:
        """In a thread: give what waits, until there is nothing more or nobody who takes it."""
        assert self._process.stdin is not None
        with suppress(OSError), self._process.stdin as pipe:
            while block := self._blocks.get():
                pipe.write(block)
            pipe.close()
            self._taken = True

    def _why(self) -> str:
        code = self._process.poll()
        if code is None:
            return "ffmpeg does not go on"
        said = self._told.read_text("utf-8", errors="replace").split("\n")
        reason = next((line.strip() for line in reversed(said) if line.strip()), f"code {code}")
        return f"ffmpeg failed: {reason}"


def ffmetadata(label: Label) -> str:
    """The label as ffmpeg reads it (ffmpeg.org, "Metadata")."""
    named = {
        "title": label.title, "artist": label.author, "album": ALBUM, "copyright": label.licence,
    }  # fmt: skip
    lines = [";FFMETADATA1", *(f"{name}={_escaped(text)}" for name, text in named.items() if text)]
    for chapter in label.chapters:
        times = f"TIMEBASE=1/1000\nSTART={chapter.start}\nEND={chapter.end}"
        lines += ["[CHAPTER]", times, f"title={_escaped(chapter.title)}"]
    return "\n".join(lines) + "\n"


def _escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in "=;#\\\n" else char for char in text)


def ffmpeg_encoder() -> Begin:
    """Raises CannotEncode where there is no ffmpeg on PATH."""
    program = shutil.which("ffmpeg")
    if program is None:
        raise CannotEncode(
            "No ffmpeg was found, which .m4a files need: install it (Debian, Ubuntu: apt install "
            "ffmpeg; macOS: brew install ffmpeg), or write an .mp3."
        )
    return partial(FfmpegEncoder, program=program)
