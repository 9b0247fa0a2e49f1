"""Sound files of every kind: the same sound, a label others can read, and never half of one."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import mutagen
import numpy as np
import pytest

from relax_coach.audio.encoders import SUFFIXES, CannotEncode, encoder, ffmpeg
from relax_coach.audio.mixer import Mixer, pcm
from relax_coach.audio.outputs.file import write_file
from relax_coach.audio.score import Event, Score
from relax_coach.core.label import MOST_CHAPTERS, Chapter, Label

miniaudio = pytest.importorskip("miniaudio")


def kind(suffix: str) -> Any:
    """A parameter that is skipped where such files cannot be written."""
    try:
        encoder(suffix)
    except CannotEncode as reason:
        return pytest.param(suffix, marks=pytest.mark.skip(reason=f"NOT WRITTEN: {reason}"))
    return pytest.param(suffix)


KINDS = [kind(suffix) for suffix in SUFFIXES]
LABELLED = KINDS[1:]
"""All but WAV."""
posix = pytest.mark.skipif(sys.platform == "win32", reason="there are no such scripts or limits")

STARTS = (0, 1_001, 61_234, 3_600_789)
TITLES = ("Opening", "Temple: small circles", "$(id); `id` 'ü' \\ =#", "Ende 🌙")
LABEL = Label(
    "Neck & shoulders; = #1 \\ end",
    "Zoë",
    "CC-BY-4.0",
    tuple(map(Chapter, STARTS, (*STARTS[1:], 3_700_000), TITLES)),
)


@pytest.fixture
def noise() -> Score:
    """Three seconds: no kind of file makes them small."""
    random = np.random.default_rng(1)
    return Score((Event(0, random.uniform(-0.5, 0.5, (144_000, 2)).astype(np.float32)),), 144_000)


def write(path: Path, score: Score, label: Label = LABEL) -> Path:
    write_file(path, Mixer(score), encoder(path.suffix), label)
    return path


def heard(path: Path) -> Any:
    """What a player makes of it, 16 bits, shape (n, 2)."""
    if path.suffix == ".m4a":
        command = ["ffmpeg", "-v", "error", "-i", path, "-f", "s16le", "-"]
        data = subprocess.run(command, capture_output=True, check=True).stdout
    else:
        data = miniaudio.decode_file(str(path), sample_rate=48_000).samples.tobytes()
    return np.frombuffer(data, "<i2").reshape(-1, 2)


def chapters(path: Path) -> list[tuple[float, str]]:
    """As mutagen reads them: seconds and title."""
    read = mutagen.File(path)
    if path.suffix == ".m4a":
        return [(one.start, one.title) for one in read.chapters]
    if path.suffix == ".mp3":
        frames = [
            read.tags[f"CHAP:{name}"] for name in read.tags["CTOC:contents"].child_element_ids
        ]
        assert {frame.start_offset for frame in frames} == {0xFFFFFFFF}
        return [(one.start_time / 1000, one.sub_frames["TIT2"].text[0]) for one in frames]
    names = sorted(name for name in read if name.startswith("chapter") and name[-1].isdigit())
    clocks = [map(float, read[name][0].split(":")) for name in names]
    seconds = [3_600 * h + 60 * m + s for h, m, s in clocks]
    return [(s, read[f"{name}name"][0]) for s, name in zip(seconds, names, strict=True)]


@pytest.mark.parametrize("suffix", [kind(".wav"), kind(".flac")])
def test_where_nothing_is_lost_the_samples_are_those_of_the_mixer(
    suffix: str, score: Score, tmp_path: Path
) -> None:
    expected = np.frombuffer(pcm(score.render(0, score.length)), "<i2").reshape(-1, 2)
    assert np.array_equal(heard(write(tmp_path / f"a{suffix}", score)), expected)


@pytest.mark.parametrize("suffix", KINDS)
def test_in_every_kind_a_sound_is_where_it_should_be(suffix: str, tmp_path: Path) -> None:
    tone = np.zeros((96_000, 2), np.float32)
    tone[60_000:64_800] = np.sin(np.arange(4_800) * 0.1)[:, None] / 2
    loud = np.abs(heard(write(tmp_path / f"a{suffix}", Score((Event(0, tone),), 96_000)))) > 5_000
    first, last = np.flatnonzero(loud.all(axis=1))[[0, -1]]
    # A decoder of MP3 that is not told how long LAME looks ahead is late by 1105 samples or less.
    assert -240 < first - 60_000 < 1_345 and 4_500 < last - first < 5_300


@pytest.mark.parametrize("suffix", LABELLED)
def test_another_program_reads_the_label(suffix: str, tone: Score, tmp_path: Path) -> None:
    path = write(tmp_path / f"a{suffix}", tone)
    names = {".mp3": ("TIT2", "TPE1", "TALB", "TXXX:LICENSE")}
    names[".m4a"] = ("\xa9nam", "\xa9ART", "\xa9alb", "cprt")
    tags = mutagen.File(path).tags
    read = [tags[name] for name in names.get(suffix, ("title", "artist", "album", "license"))]
    assert [str(text[0]) for text in read] == [LABEL.title, "Zoë", "Relax Coach", "CC-BY-4.0"]


@pytest.mark.parametrize("suffix", LABELLED)
def test_another_program_reads_the_chapters_to_the_ms(
    suffix: str, tone: Score, tmp_path: Path
) -> None:
    found = chapters(write(tmp_path / f"a{suffix}", tone))
    assert [title for _, title in found] == list(TITLES)
    assert [start for start, _ in found] == pytest.approx([s / 1000 for s in STARTS], abs=0.0005)


@pytest.mark.parametrize("suffix", LABELLED)
def test_as_many_chapters_as_there_can_be(suffix: str, tone: Score, tmp_path: Path) -> None:
    many = [Chapter(n * 7_000, n * 7_000 + 7_000, f"{n} " + "ü" * 76) for n in range(MOST_CHAPTERS)]
    path = write(tmp_path / f"a{suffix}", tone, Label("Many", chapters=tuple(many)))
    assert [title for _, title in chapters(path)] == [one.title for one in many]
    assert np.abs(heard(path)).max() > 10_000, "and the sound is still found"


@pytest.mark.parametrize("suffix", LABELLED)
def test_a_file_without_a_label(suffix: str, tone: Score, tmp_path: Path) -> None:
    path = write(tmp_path / f"a{suffix}", tone, Label(""))
    assert len(heard(path)) == pytest.approx(48_000, abs=3_000)


@posix
@pytest.mark.parametrize("suffix", KINDS)
def test_a_full_disk_leaves_what_was_there(suffix: str, noise: Score, tmp_path: Path) -> None:
    import resource

    path = tmp_path / f"a{suffix}"
    path.write_text("the old one")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (16_384, hard))
    try:
        with pytest.raises(OSError, match=r"ffmpeg failed|File too large"):
            write(path, noise)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert [one.name for one in tmp_path.iterdir()] == [path.name]
    assert path.read_text() == "the old one"


@pytest.mark.parametrize(
    ("suffix", "library"), [(".flac", "soundfile"), (".ogg", "soundfile"), (".mp3", "lameenc")]
)
def test_where_a_library_is_missing_it_says_what_to_install(
    suffix: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(CannotEncode, match=rf"^{suffix} files need {library}: pip .*\[export\]"):
        encoder(suffix)


def test_where_ffmpeg_is_missing_it_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(CannotEncode, match="apt install ffmpeg"):
        encoder(".m4a")


@posix
@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("echo first >&2; echo 'no AAC here' >&2; exit 1", "ffmpeg failed: no AAC here"),
        ("head -c 5 >/dev/null; exit 0", "ffmpeg failed: code 0"),
        ("cat >/dev/null; exit 3", "ffmpeg failed: code 3"),
        ("kill -9 $$", "ffmpeg failed: code -9"),
        ("exec sleep 60", "ffmpeg does not go on"),
        ("cat >/dev/null; exec sleep 60", "ffmpeg does not go on"),
    ],
)
def test_an_ffmpeg_that_fails_leaves_what_was_there(
    script: str, told: str, noise: Score, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "bin" / "ffmpeg"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=":")
    monkeypatch.setattr(ffmpeg, "PATIENCE", 5 if "sleep" in script else 200)
    monkeypatch.setattr(ffmpeg, "AHEAD", 1)
    path = tmp_path / "out" / "a.m4a"
    path.parent.mkdir()
    path.write_text("the old one")
    with pytest.raises(OSError, match=told):
        write(path, noise)
    assert [one.name for one in path.parent.iterdir()] == ["a.m4a"]
    assert path.read_text() == "the old one"


def test_an_unknown_kind_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match=r"\.doc"):
        encoder(".doc")
