"""What no file may do, tried on very many: python bench/fuzz.py 100000

Takes the routines of this repository and a few that hold all that can be written, changes them by
chance, and reads each. A problem must stand inside the text and be told without steering the
terminal; what is accepted must compile for any options and play to its end in silence. The same
SEED gives the same files. Exit 1 at the first file that breaks a promise: it is written down.
"""

import argparse
import random
import re
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from relax_coach.audio.mixer import Mixer
from relax_coach.audio.outputs.null import STALL, NullOutput
from relax_coach.audio.score import arrange
from relax_coach.core import document, vocabulary
from relax_coach.core.codes import CODES
from relax_coach.core.compile import Speech, compile_routine
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.document import Document
from relax_coach.core.fit import CannotFit
from relax_coach.core.options import Options, is_spot
from relax_coach.core.output import CUE_KINDS, SAMPLES_PER_MS
from relax_coach.core.problem import MOST, describe
from relax_coach.core.routine import Ms, Routine
from relax_coach.core.schema import STEP, TOP
from relax_coach.core.timeline import SPAN_KINDS, Timeline

ROUTINES = Path(__file__).resolve().parents[1] / "routines"
EVERYTHING = Path(__file__).with_name("everything.yaml")
LONGEST_READ_S = 0.5
LOOKS = 25
"""How often a session is looked at while it plays."""

WORDS: dict[str, Sequence[str]] = {
    **{kind: tuple(table) for kind, table in vocabulary.SPELLINGS.items()},
    "breathe": ("5-5", "4-7-8", "1-1", "4-4-4-4", "1-0-1.5", "20-10-20-10", "5"),
    "who": ("self", "partner"),
    "cues": ("full", "gentle", "sleep", "silent"),
}
LENGTHS = ("0", "0.5s", "3s", "5s", "12s", "30", "1:30", "90s", "4m", "10m", "1h")
WORDS |= {"breath": WORDS["breathe"], "times": ("1", "2", "3", "7", "12", "50", "200")}
WORDS |= dict.fromkeys(("for", "hold", "release", "rest", "between", "switch", "lead"), LENGTHS)
WORDS |= {"repeat": WORDS["times"], "pressure": tuple("0123458"), "wait": ("yes", "no")}
ANYTHING = (
    "0", "1", "2", "3", "8", "50", "200", "-1", "1.5", "0.5s", "5s", "30s", "90s", "10m", "1h",
    "1:30", "yes", "no", "~", "", "[]", "{}", "''", '"\\e[2J"', '"\\ud800"', "{side}", "'{times}'",
    "x" * 81, "漢字 👩‍🚀 e\u0301", "&a x", "*a", "!!int 3", "<<", "? x", "- x", "|", ">-", "# x",
    "[a, b]", "each", "sore", "alternate", "eased", "2026-01-01", "throat", "never crack it",
)  # fmt: skip
TOKENS = (
    b"[", b"]", b"{", b"}", b": ", b"- ", b"\t", b"\x1b[2J", b'"', b"'", b"|", b">", b"&a ", b"*a",
    b"!!int ", b"%YAML 1.1\n", b"\n---\n", b"...\n", b"[" * 20, b"\r", b"\r\n", b"\xe2\x80\xa8",
    b"\xef\xbb\xbf", b"? ", b"#", b'"\\x9b"', b"9" * 30, b"<<: ", b"@", b"`",
    b",", b"\n", b"  ", b"\xff", b"\0",
    "👩‍🚀".encode(), "\u0301".encode() * 9, "\u202e".encode(), b"\xc0\x80", b"\xed\xa0\x80",
)  # fmt: skip
KEYS = sorted({field.key for field in (*STEP, *TOP)})
LINE = re.compile(r"^( *(?:- )?(?:\{)?)([a-z_]+):(?: (.*))?$")
STEERING = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


class Broken(AssertionError):
    """A promise that a file broke."""


def corpus() -> list[bytes]:
    """The files to begin with: those of this repository, and two that hold everything."""
    shipped = [path.read_bytes() for path in sorted(ROUTINES.rglob("*.yaml"))]
    everything = EVERYTHING.read_bytes()
    partner = everything.replace(b"self", b"partner").replace(b"supine", b"receiver supine")
    return [*shipped, everything, partner]


def mutated(chance: random.Random, files: Sequence[bytes]) -> bytes:
    """One of `files` with some changes: most of them to its lines, some to its bytes."""
    data = chance.choice(files)
    for _ in range(chance.choice((1, 1, 1, 2, 3, 5))):
        if chance.random() < 0.15:
            data = _with_other_bytes(chance, data, chance.choice(files))
        else:
            data = _with_other_lines(chance, data, chance.choice(files))
    return data


def judge(data: bytes, chance: random.Random) -> Document:
    """Read `data` and, where it is accepted, play it. Raises Broken."""
    begun = time.process_time()
    found = document.read(data)
    _hold(time.process_time() - begun < LONGEST_READ_S, "it was read in time")
    errors = [problem for problem in found.problems if problem.severity == "error"]
    _hold(found.ok == (not errors), "without an error there is a routine")
    _hold(len(found.problems) <= MOST + 1, "the problems are counted")
    rows = found.text.split("\n")
    for problem in found.problems:
        place = problem.place
        _hold(problem.code in CODES, "the code is known")
        if found.text:
            _hold(1 <= place.line <= len(rows), "the line is there")
            _hold(1 <= place.column <= len(rows[place.line - 1]) + 1, "the column is there")
        told = describe(problem, "f", found.text)
        _hold(not STEERING.search(told) and len(told) < 2_000, "it is told plainly")
    if found.routine is not None:
        _judge_routine(found.routine, chance)
    return found


def _judge_routine(routine: Routine, chance: random.Random) -> None:
    spots = ["", *(word for word in vocabulary.TARGETS if is_spot(word))]
    options = Options(
        side=chance.choice(("", *vocabulary.CHOOSABLE_SIDES)),
        spot=chance.choice(spots),
        held=frozenset(chance.sample(sorted(CONDITIONS), chance.choice((0, 0, 0, 1, 2)))),
        known=chance.random() < 0.2,
        sore_first=chance.random() < 0.3,
        twice=chance.random() < 0.3,
        gentle=chance.random() < 0.2,
        eased={word: chance.randint(1, 4) for word in spots[1:] if chance.random() < 0.1},
    )
    speech = chance.choice((None, lambda text: 137 + 60 * len(text)))
    timeline = compile_routine("f", routine, options, speech)
    _judge_timeline(timeline)
    _play(timeline)
    wanted = chance.choice((30_000, 120_000, 300_000, 600_000, timeline.total, 1_234_567))
    _judge_fit(routine, options, wanted, speech)


def _judge_fit(routine: Routine, options: Options, wanted: Ms, speech: Speech | None) -> None:
    try:
        fitted = compile_routine("f", routine, replace(options, fit=wanted), speech)
    except CannotFit as reason:
        _hold(reason.nearest != wanted, "the nearest is another time")
        fitted = compile_routine("f", routine, replace(options, fit=reason.nearest), speech)
        _hold(fitted.total == reason.nearest, "the nearest can be had")
    else:
        _hold(fitted.total <= wanted, "it is not longer than wanted")
    _judge_timeline(fitted)


def _judge_timeline(timeline: Timeline) -> None:
    spans, times = timeline.spans, [cue.at for cue in timeline.cues]
    _hold(spans[0].start == 0, "it begins at 0")
    _hold(all(one.end == other.start for one, other in pairwise(spans)), "spans tile the session")
    _hold(all(span.length > 0 for span in spans), "no span is empty")
    _hold({span.kind for span in spans} <= set(SPAN_KINDS), "the kinds of spans are known")
    _hold(times == sorted(times), "cues are sorted")
    _hold(all(0 <= at <= timeline.total for at in times), "cues are in the session")
    _hold({cue.kind for cue in timeline.cues} <= set(CUE_KINDS), "the kinds of cues are known")


def _play(timeline: Timeline) -> None:
    """Pull the session through the silent output: a clock that is moved by hand."""
    now = 0.0
    mixer = Mixer(arrange(timeline, {}))
    output = NullOutput(mixer, clock=lambda: now)
    output.play()
    looks = int(timeline.total / 1000 / STALL) + 2
    for look in range(looks):
        now += STALL
        position = output.position // SAMPLES_PER_MS
        if look % (1 + looks // LOOKS) == 0:
            moment = timeline.at(position)
            _hold(moment.span.start <= position <= moment.span.end, "the span is that of now")
            _hold(moment.left >= 0 and 0 <= moment.share <= 1, "what is left can be told")
    _hold(output.ended and mixer.position == timeline.total * SAMPLES_PER_MS, "it plays to its end")


def _hold(kept: bool, promise: str) -> None:
    if not kept:
        raise Broken(f"not so: {promise}")


def _with_other_bytes(chance: random.Random, data: bytes, other: bytes) -> bytes:
    at = chance.randrange(len(data) + 1)
    cut = chance.choice((0, 0, 1, 1, 4, 40))
    from_other = chance.randrange(len(other) + 1)
    put = chance.choice(
        (
            b"",
            chance.choice(TOKENS),
            chance.choice(TOKENS),
            bytes([chance.randrange(256)]),
            other[from_other : from_other + chance.choice((1, 8, 80))],
        )
    )
    if chance.random() < 0.05:
        return data[:at]
    return data[:at] + put + data[at + cut :]


def _with_other_lines(chance: random.Random, data: bytes, other: bytes) -> bytes:
    rows = data.decode("utf-8", "replace").split("\n")
    at = chance.randrange(len(rows))
    match = LINE.match(rows[at])
    kind = chance.randrange(12)
    if match and kind > 3 and match[3] and match[3][0] not in "|>":
        begun, key, value = match.groups()
        if kind == 4:
            key = chance.choice(KEYS)
        else:
            value = chance.choice(ANYTHING if kind == 5 else WORDS.get(key, (value,)))
        rows[at] = f"{begun}{key}: {value}"
    elif kind == 0:
        rows[at:at] = rows[chance.randrange(len(rows)) :][: chance.choice((1, 2, 6))]
    elif kind == 1:
        del rows[at : at + chance.choice((1, 1, 3))]
    elif kind == 2:
        lines = other.decode("utf-8", "replace").split("\n")
        rows[at:at] = lines[chance.randrange(len(lines)) :][: chance.choice((1, 3, 9))]
    elif kind == 3:
        rows[at] = chance.choice(("  " + rows[at], rows[at][2:], rows[at] + " # x"))
    return "\n".join(rows).encode()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("number", type=int, nargs="?", default=1_000)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    files, begun = corpus(), time.monotonic()
    codes, ends = Counter[str](), Counter[str]()
    for number in range(wanted.number):
        chance = random.Random(f"{wanted.seed}/{number}")
        data = mutated(chance, files)
        try:
            found = judge(data, chance)
        except Exception as error:
            Path(f"fuzz-{wanted.seed}-{number}.yaml").write_bytes(data)
            print(f"file {number}: {type(error).__name__}: {error}", file=sys.stderr)
            raise
        ends["accepted" if found.ok else "refused"] += 1
        ends["warned"] += found.ok and bool(found.problems)
        codes.update({problem.code for problem in found.problems})
    print(f"{wanted.number:,} files in {time.monotonic() - begun:.0f} s, seed {wanted.seed}")
    print(f"played to the end: {ends['accepted']:,}, of them {ends['warned']:,} with warnings")
    print("files with each code:", ", ".join(f"{c} {n:,}" for c, n in codes.most_common()))
    print("never met:", ", ".join(sorted(set(CODES) - set(codes))) or "none")
    return 0


if __name__ == "__main__":
    sys.exit(main())
