"""Every code of a problem, where it is put: the mark » stands where the problem must be."""

from collections import Counter
from pathlib import Path

import pytest
from made import SHIPPED, file, marked, problems, read

from relax_coach.core import document, totals
from relax_coach.core.compile import compile_routine

RUB = "target: temple\ntechnique: circles\n"
PRESS = "target: temple\ntechnique: press\n"
SHOULDER = "target: trapezius\ntechnique: knead\n"
REST = "rest: 10s"
LI4 = "{}target: li4\ntechnique: press\nfor: 30s\n"

# A whole file each, or the steps of one.
CASES = [
    ("bad-yaml", file('rest: 10s\nsay: »"no end')),
    ("bad-yaml", "format: 1\ntitle: Breathe»: in\ncautions: []\n"),
    ("bad-yaml", 'format: 1\ntitle: "»\\q"\n'),
    ("bad-character", "format: 1\ntitle: a»\x1b[31m\n"),
    ("bad-character", "format: 1 # »\u202e\n"),
    ("bad-character", "format: 1\ntitle: one»\rtwo\n"),
    ("bad-character", "format: 1\ntitle: »\ufeffx\n"),
    ("bad-character", "format: 1\ntitle: a" + "\u0301" * 8 + "»\u0301\n"),
    ("bad-character", file(f'{REST}\nsay: »"\\e[2J"')),
    ("bad-character", file(f'{REST}\nsay: »"\\x9b31m"')),
    ("bad-character", file(f'{REST}\n»"s\\0y": hello')),
    ("alias-not-allowed", file(f"{REST}\nsay: »&a hello")),
    ("alias-not-allowed", file("»&a\nrest: 10s", "»*a")),
    ("alias-not-allowed", file(f"{REST}\n»<<: {{}}")),
    ("tag-not-allowed", file("rest: »!!int 10")),
    ("tag-not-allowed", "»%YAML 1.2\n---\n" + file(REST)),
    ("many-documents", file(REST) + "»---\nformat: 1\n"),
    ("many-documents", file(REST) + "...\n»--- {}\n"),
    ("duplicate-key", file(REST, top="cautions: []\n»title: U")),
    ("duplicate-key", file(f"{REST}\n»rest: 5s")),
    ("not-a-mapping", "»just text\n"),
    ("not-a-mapping", "»- format: 1\n"),
    ("not-a-mapping", "»"),
    ("not-a-mapping", "»# nothing but a remark\n"),
    ("not-a-mapping", file("»rest", REST)),
    ("not-a-mapping", file("»{}", REST)),
    ("not-a-list", file(REST, top="cautions: »migraine")),
    ("not-a-list", file(REST, top="cautions: []\ntags: »{a: b}")),
    ("not-a-list", "format: 1\ntitle: T\ncautions: []\nsteps: »rest\n"),
    ("not-text", file(REST, top="cautions: []\nsummary: »[a, b]")),
    ("not-text", file(f"{REST}\nsay: »{{side}}")),
    ("not-text", file(f"{REST}\n? »[a]\n: b")),
    ("missing-key", "»title: T\nformat: 1\nsteps: [{rest: 10s}]\n"),
    ("missing-key", file("»technique: circles\nfor: 20s")),
    ("missing-key", file("»target: temple\nfor: 20s")),
    ("missing-key", file("»title: T\nsay: hello")),
    ("missing-key", file("»target: other\ntechnique: stretch\nfor: 20s")),
    ("missing-key", file(REST, top="cautions: []\nsources: [»{publisher: P}]")),
    ("unknown-key", file(REST, top="cautions: []\n»x-mine: 1")),
    ("unknown-key", file(f"{REST}\n»Say: hello")),
    ("unknown-key", file(REST, top="cautions: []\nsources: [{title: T, »link: x}]")),
    ("unknown-word", file("target: »tempel\ntechnique: circles\nfor: 20s")),
    ("unknown-word", file(f"{RUB}side: »no\nfor: 20s")),
    ("unknown-word", file(f"{RUB}side: »lefts\nfor: 20s")),
    ("unknown-word", file("target: temple\ntechnique: »rest\nfor: 20s")),
    ("unknown-word", file(REST, top="cautions: [migraine, »flu]")),
    ("unknown-word", file(REST, top='cautions: []\nlanguage: »"e n"')),
    ("unknown-word", file(f"{RUB}for: 20s\nuntil: »bored")),
    ("unknown-placeholder", file(f"{REST}\nsay: »The {{sid}}")),
    ("unknown-placeholder", file(f"{REST}\ntitle: »The {{times}}")),
    ("unknown-placeholder", file(f"{RUB}for: 20s\nsay: »The {{other_side}}")),
    ("bad-number", file(f"{RUB}for: 20s\npressure: »some")),
    ("bad-number", file(f"{RUB}hold: 5s\ntimes: »٣")),
    ("bad-number", "format: »0\ntitle: T\ncautions: []\nsteps: [{rest: 10s}]\n"),
    ("bad-duration", file("rest: »1_0")),
    ("bad-duration", file("rest: »5 s")),
    ("bad-duration", file(f"{RUB}for: »1m60s")),
    ("bad-breath", file("breathe: »5\ntimes: 3")),
    ("bad-breath", file("breathe: »4-4-4-4-4\ntimes: 3")),
    ("out-of-range", file("rest: »0.4s")),
    ("out-of-range", file("rest: »2h")),
    ("out-of-range", file("rest: »99999999999999999999")),
    ("out-of-range", file(f'{REST}\nsay: »"  "')),
    ("out-of-range", file(REST, top=f"cautions: []\nsummary: »{'x' * 301}")),
    ("out-of-range", file(f"{RUB}hold: 5s\ntimes: »201")),
    ("out-of-range", file(f"{RUB}for: 20s\npressure: »11")),
    ("out-of-range", file(REST, top="cautions: []\nsources: [{title: T, url: »ftp://x.y}]")),
    ("out-of-range", "format: 1\ntitle: T\ncautions: []\nsteps: »[]\n"),
    ("out-of-range", file(REST, top=f"cautions: []\ntags: »[{', '.join('ab' * 10)}, c]")),
    ("mixed-step", file("rest: 10s\n»breathe: 5-5\ntimes: 2")),
    ("mixed-step", file(f"{REST}\n»pressure: 3")),
    ("mixed-step", file("breathe: 5-5\ntimes: 2\n»hold: 5s")),
    ("no-timing", file(f"»{RUB}")),
    ("no-timing", file(f"»{RUB}times: 3\nrelease: 2s")),
    ("no-timing", file("»breathe: 5-5")),
    ("two-timings", file(f"{RUB}for: 20s\n»times: 3")),
    ("two-timings", file(f"{RUB}hold: 5s\ntimes: 3\n»for: 20s")),
    ("two-timings", file("breathe: 5-5\ntimes: 2\n»for: 20s")),
    ("wrong-side", file("target: forehead\ntechnique: stroke\nside: »left\nfor: 20s")),
    ("wrong-side", file(f"{RUB}side: »midline\nfor: 20s")),
    ("wrong-side", file(f"{REST}\nside: »left")),
    ("wrong-technique", file("target: head\ntechnique: »knead\nfor: 20s")),
    ("wrong-technique", file("target: shoulders\ntechnique: »press\nfor: 20s")),
    ("wrong-technique", file("target: li4\ntechnique: stretch\nhand: »knuckles\nfor: 20s"
                             "\ncautions: [pregnancy]")),
    ("unsafe-target", file("target: »throat\ntechnique: press\nfor: 20s")),
    ("unsafe-target", file("target: »Side-of-the neck\ntechnique: stretch\nfor: 20s")),
    ("unsafe-target", file("target: neck side\ntechnique: »press\nfor: 20s")),
    ("unsafe-target", file("rest: 10s\ntarget: »eyeballs")),
    ("over-cap", file(f"{RUB}for: 20s\npressure: »5")),
    ("over-cap", file("target: sore spot\ntechnique: circles\nfor: 20s\npressure: »8")),
    ("over-cap", file("target: temple\ntechnique: heat\nfor: 20s\npressure: »1")),
    ("over-cap", file(f"{PRESS}for: »61s")),
    ("over-cap", file("target: neck\ntechnique: pinch\nhold: »91s")),
    ("over-cap", file("target: trapezius\ntechnique: press\nfor: »121s")),
    ("over-cap", file("target: neck\ntechnique: cold\nfor: »21m")),
    ("over-cap", file("target: neck\ntechnique: hold\nhand: ball\nfor: »5m1s")),
    ("over-cap", file("breathe: »21-5\ntimes: 1")),
    ("over-cap", file("breathe: »4-11-8\ntimes: 1")),
    ("over-cap", file("»breathe: 4-7-8\ntimes: 9")),
    ("over-cap", file("breathe: 4-7-8\ntimes: 4", "»breathe: 4-4-4-5\ntimes: 5")),
    ("over-cap", file("»breathe: 1-1\ntimes: 16")),
    ("over-cap", file(f"{SHOULDER}for: 6m", f"»{SHOULDER}side: left\nfor: 5m")),
    ("missing-caution", file(LI4.format("").replace("li4", "»li4"))),
    ("missing-caution", file("target: »GB21\ntechnique: circles\nfor: 20s")),
    ("too-long", file(*[f"rest: {totals.LONGEST_SESSION // 3_000}s"] * 2, "»rest: 1h")),
    ("too-long", file(*["rest: 1h"] * 2, "»target: neck side\ntechnique: movement\nfor: 30m")),
    ("newer-format", "format: »2\nfantasy: 1\n"),
    ("newer-format", 'title: ""\nformat: »"00000000000000000003"\n'),
    ("too-deep", "a: " + "[" * 15 + "»[" + "]" * 16),
    ("too-deep", "format: 1\ntitle: " + "{a: " * 15 + "»{"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), CASES)
def test_a_mistake_is_told_where_it_stands(code: str, text: str) -> None:
    text, places = marked(text)
    assert places
    assert problems(text) == [(code, line, column) for line, column in places]
    assert not read(text).ok


def test_every_code_is_in_the_table_at_least_twice() -> None:
    counted = Counter(code for code, _ in CASES)
    assert {code for code, n in counted.items() if n < 2} == set()
    assert set(counted) | {"not-a-file", "too-large", "not-utf8"} == {
        "not-a-file", "too-large", "too-deep", "not-utf8", "bad-yaml", "bad-character",
        "alias-not-allowed", "tag-not-allowed", "many-documents", "duplicate-key",
        "not-a-mapping", "not-a-list", "not-text", "missing-key", "unknown-key", "unknown-word",
        "unknown-placeholder", "bad-number", "bad-duration", "bad-breath", "out-of-range",
        "mixed-step", "no-timing", "two-timings", "wrong-side", "wrong-technique",
        "unsafe-target", "over-cap", "missing-caution", "too-long", "newer-format",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (b"format: 1\ntitle: caf\xe9\n", (2, 11)),
        ("format: 1\n".encode("utf-16"), (1, 1)),
        (b"\xef\xbb\xbf# \xc0\x80", (1, 3)),
        (b"title: \xed\xa0\x80", (1, 8)),
    ],
)
def test_bytes_that_are_not_utf8(data: bytes, place: tuple[int, int]) -> None:
    (problem,) = document.read(data).problems
    assert (problem.code, problem.place.line, problem.place.column) == ("not-utf8", *place)


def test_a_file_is_small() -> None:
    good = file(REST).encode()
    full = good + b"#" * (256 * 1024 - len(good))
    assert document.read(full).ok
    assert [p.code for p in document.read(full + b"#").problems] == ["too-large"]
    many = file(REST, top="cautions: []\ntags: [" + "a," * 20_000 + "]")
    assert [p.code for p in read(many).problems] == ["too-large"]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_routine_has_no_problem(path: Path) -> None:
    assert document.read(path.read_bytes()).problems == ()


@pytest.mark.parametrize(
    ("name", "seconds"),
    [("mini-massage", 75), ("desk-break", 190), ("shoulders", 300), ("breath-coherent", 300)],
)
def test_a_shipped_routine_is_as_long_as_it_says(name: str, seconds: int) -> None:
    (path,) = (path for path in SHIPPED if path.stem == name)
    routine = document.read(path.read_bytes()).routine
    assert routine is not None
    assert compile_routine(name, routine).work == seconds * 1000
