"""`show --html`: one page that stands alone, says what the sheet says, and obeys no file."""

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

from relax_coach.cli.page import page
from relax_coach.cli.program import run
from relax_coach.cli.sheet import sheet
from relax_coach.core.compile import compile_routine
from relax_coach.core.exits import Exit
from relax_coach.core.options import Options
from relax_coach.core.verdict import judge
from relax_coach.store import library
from relax_coach.store.paths import bundled

PRESETS = sorted(path.stem for path in bundled("routines").glob("*.yaml"))
PAYLOADS = (
    "<script>alert(1)</script>", "</title><script>x</script>", '"><img src=x onerror=x>',
    "'><svg onload=x>", "&lt;b&gt;", "& &amp; &#60;", "<!--", "-->", "]]>", "<![CDATA[x]]>",
    "</style><b>", "<a href=javascript:x>y</a>", "<iframe src=//x>", "<base href=//x>",
    "<meta http-equiv=refresh content=0>", "<link rel=stylesheet href=//x>", "<style>*</style>",
    "<use href=#front-figure>", "<?xml x?>", "`$x`", "<math><mi>x", "\\u003cb\\u003e", "</main>",
    "<object data=x>",
)  # fmt: skip
VOID = {"meta"}


class Read(HTMLParser):
    """The page as a browser takes it: its elements, and that each is closed where it should be."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.seen if name == tag]


def made(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[str, Read]:
    assert run(["show", *words, "--html", "-"]) == Exit.DONE
    text = capsys.readouterr().out
    return text, Read(text)


@pytest.mark.parametrize("name", PRESETS)
def test_every_preset_is_a_page_that_stands_alone(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text, read = made(capsys, name)
    names = {tag for tag, _ in read.seen}
    assert not names & {"script", "img", "link", "iframe", "a", "object", "base", "foreignobject"}
    assert not re.search(r"url\((?!#)|@import|@font-face", text)
    ids = [attrs["id"] for _, attrs in read.seen if "id" in attrs]
    assert len(ids) == len(set(ids))
    pointed = [attrs["href"] or "" for _, attrs in read.seen if "href" in attrs]
    pointed += [f"#{one}" for one in re.findall(r"url\(#([^)]+)\)", text)]
    assert {one.removeprefix("#") for one in pointed} <= set(ids)
    assert not [key for _, attrs in read.seen for key in attrs if key.startswith("on")]


@pytest.mark.parametrize("name", ["shoulders", "partner-seated", "pmr-upper", "bedtime"])
def test_it_says_what_the_sheet_says(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, read = made(capsys, name)
    run(["show", name, "--json"])
    told = json.loads(capsys.readouterr().out)
    for text in (told["title"], told["summary"], told["dose"], *told["needs"], *told["stop_if"],
                 told["author"], told["license"], *(one["title"] for one in told["steps"]),
                 *(one["text"] for one in told["steps"])):  # fmt: skip
        assert " ".join(text.split()) in read.text
    for text in ("is no medical advice", "Stop at once", "Sources", "Left in a picture is"):
        assert text in read.text
    run(["show", name])
    for fact in re.findall(r"pressure \d of 10, [\w-]+", capsys.readouterr().out):
        assert fact in read.text


def test_it_can_be_heard(capsys: pytest.CaptureFixture[str]) -> None:
    _, read = made(capsys, "shoulders")
    assert read.all("html") == [{"lang": "en"}]
    levels = [int(tag[1]) for tag, _ in read.seen if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(now <= before + 1 for before, now in pairwise(levels))
    pictures = [attrs for attrs in read.all("svg") if attrs.get("class") != "store"]
    assert len(pictures) > 8
    for attrs in pictures:
        assert attrs["role"] == "img"
        assert re.fullmatch(r"[A-Z].*(seen from|hands).*\.", attrs["aria-label"] or "")
    labels = [attrs["aria-label"] or "" for attrs in pictures]
    assert any("right side, seen from behind." in label for label in labels)


def test_each_side_has_its_picture_and_the_drawing_is_there_once(
    capsys: pytest.CaptureFixture[str],
) -> None:
    text, _ = made(capsys, "mini-massage", "--spot", "jaw", "--side", "each")
    assert text.count("<figcaption>Left<") == text.count("<figcaption>Right<") == 1
    assert text.count('id="side-figure"') == 1
    assert 'transform="matrix(-1 0 0 1 202 0)"' in text


def test_of_two_who_rest_one_sits_or_lies(capsys: pytest.CaptureFixture[str]) -> None:
    for name, drawn, told in (
        ("partner-seated", "partner", "For two: one sits, the other stands behind."),
        ("partner-supine", "partner_lying", "For two: one lies on the back, the other kneels"),
    ):
        text, read = made(capsys, name)
        assert re.findall(r'id="(partner\w*)-figure"', text) == [drawn]
        labels = [attrs.get("aria-label") or "" for attrs in read.all("svg")]
        assert any(label.startswith(told) for label in labels)


def test_rounds_stand_once_under_their_head(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.yaml").write_text(
        "format: 1\ntitle: A\ncautions: []\nsteps:\n  - repeat: 3\n    title: Turns\n    steps:\n"
        "      - {target: jaw, technique: knead, for: 10s, title: Inside}\n"
    )
    _, read = made(capsys, str(tmp_path / "a.yaml"))
    assert "1 to 3. Turns" in read.text
    assert read.text.count("Inside") == 1
    assert [tag for tag, _ in read.seen if tag in ("h3", "h4")] == ["h3", "h4"]


def test_text_of_a_file_is_seen_and_never_obeyed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    every = " ".join(PAYLOADS)
    routine = {
        "format": 1, "title": PAYLOADS[1], "summary": every[:300], "needs": list(PAYLOADS)[:20],
        "stop_if": list(PAYLOADS)[:20], "dose": every[:200], "author": every[:80],
        "license": every[:80],
        "cautions": [], "language": "de", "sources": [{"title": one} for one in PAYLOADS][:20],
        "steps": [
            {"target": "temple", "side": "left", "technique": "press", "for": "5s", "title": one,
             "say": every, "show": every, "sources": [one]}
            for one in PAYLOADS
        ],
    }  # fmt: skip
    path = tmp_path / "a.yaml"
    path.write_text(yaml.safe_dump(routine), "utf-8")
    text, read = made(capsys, str(path))
    _, plain = made(capsys, "jaw")
    assert {tag for tag, _ in read.seen} <= {tag for tag, _ in plain.seen}
    for one in PAYLOADS:
        assert read.text.count(one) >= 4, one
    assert "<script" not in text
    assert not [key for _, attrs in read.seen for key in attrs if key.startswith("on")]


def test_what_steers_a_terminal_is_written_out() -> None:
    entry = library.find("jaw")
    routine = entry.document.routine
    assert routine is not None
    steer = "\x1b]0;t\x07\x9b31m\u202eabc\x00\ud800"
    routine = replace(routine, title=steer, summary=steer, author=steer)
    options = Options()
    timeline = compile_routine("jaw", routine, options)
    whole = sheet(routine, options, timeline, judge(routine, options))
    text = page(whole, bundled("drawings"))
    assert not set("\x1b\x07\x9b\u202e\x00\ud800") & set(text)
    assert "\\x1b]0;t\\x07" in text
    text.encode()


def test_a_file_appears_whole_and_takes_the_place_of_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "jaw.html"
    assert run(["show", "eyes-brow", "--html", str(target)]) == Exit.DONE
    old = target.read_text("utf-8")
    capsys.readouterr()
    assert run(["show", "jaw", "--html", str(target), "--force"]) == Exit.DONE
    assert capsys.readouterr() == ("", f"{target}: written\n")
    new = target.read_text("utf-8")
    assert new.startswith("<!DOCTYPE html>") and new != old

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    assert run(["show", "jaw", "--html", str(target), "--force"]) == Exit.FINDINGS
    assert "No space left" in capsys.readouterr().err
    assert target.read_text("utf-8") == new
    assert list(tmp_path.glob("*jaw*")) + list(tmp_path.glob(".*jaw*")) == [target]


@pytest.mark.parametrize("name", ["own.html", "link.htm", "nowhere.HTML"])
def test_what_is_there_is_not_replaced(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "own.html").write_text("<p>by hand")
    (tmp_path / "link.htm").symlink_to("own.html")
    (tmp_path / "nowhere.HTML").symlink_to("none")
    target = tmp_path / name
    assert run(["show", "jaw", "--html", str(target)]) == Exit.FINDINGS
    told = capsys.readouterr().err
    assert f"{target} is there already" in told and "or --force to replace it." in told
    assert (tmp_path / "own.html").read_text() == "<p>by hand" and len([*tmp_path.iterdir()]) == 3
    assert (tmp_path / "link.htm").is_symlink() and (tmp_path / "nowhere.HTML").is_symlink()


def test_a_page_that_was_edited_by_hand_stays(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "jaw.html"
    assert run(["show", "jaw", "--html", str(target)]) == Exit.DONE
    target.write_text(text := target.read_text("utf-8").replace("</body>", "My notes</body>"))
    assert run(["show", "jaw", "--html", str(target)]) == Exit.FINDINGS
    assert target.read_text("utf-8") == text
    assert run(["show", "jaw", "--html", str(target), "--force"]) == Exit.DONE
    assert "My notes" not in target.read_text("utf-8")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--force"], Exit.WRONG_USE, "--force goes with --html FILE."),
        (["--html", "no/such/folder/a.html"], Exit.FINDINGS, "No such file"),
        (["--html", "no/such/folder/jaw.yaml"], Exit.WRONG_USE, "give it the ending .html or .htm"),
        (["--html", "-", "--json"], Exit.WRONG_USE, "one at a time"),
        (["--html", "-", "--pictures"], Exit.WRONG_USE, "one at a time"),
        (["--pictures", "--timeline"], Exit.WRONG_USE, "one at a time"),
    ],
)
def test_wrong_use_of_a_page_is_told(
    words: list[str], code: int, told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["show", "jaw", *words]) == code
    assert told in capsys.readouterr().err
