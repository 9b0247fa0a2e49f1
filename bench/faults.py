"""What becomes of a real session when something goes wrong? Break it, look and listen: one table.

    python bench/faults.py 'server.*full'     # what matches; all of it takes half an hour

Plays a routine of 52 s and breaks it in the middle of a cue: full-screen, plain, or plain without a
keyboard ("lines"). Times are seconds after the fault; "behind" is how much later it was than due.
Needs Linux, pulseaudio and its tools, ALSA's pulse plugin, libfaketime. Exit 1 when it hung.
"""

import argparse
import os
import pty
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from threading import Thread

import numpy as np
import pyte
from record_session import CUES, places, private_server

from relax_coach import coach
from relax_coach.audio.sound import RATE, Samples, load_cues
from relax_coach.core.options import Options
from relax_coach.store import library

ROUTINE = """{format: 1, title: Faults, cautions: [], steps: [
  {breathe: 3-4, times: 2, say: Breathe.},
  {target: shoulders, technique: movement, hold: 4s, release: 2s, times: 2, say: Lift them.},
  {rest: 4s, say: Rest.}]}
"""
STEP_1, STEP_3, BREAK_AT, THINKS = 5.0, 37.0, 15.3, 4.0  # seconds of the session; to answer
TO_THE_END = ("any (other )?key", "n")  # a page after the session, and what it is answered
NEAR, REACH = 0.06, 0.4  # seconds: of one beginning; to its place
STEP = re.compile("(?i)step [1-3] of 3")
TELLS = re.compile(
    r"sound|device|away|Paused|[Gg]o(es|ing) on|Once more|simpleaudio|silen|Done|are left|Ended"
    r"|Nothing|rror|Traceback|, \d steps?\.$"
)
RECORD = "while sleep 0.1; do parec -d lab.monitor --raw --rate=48000 --latency-msec=10; done"
FAKETIME = str(next(Path("/usr/lib").glob("*/faketime/libfaketimeMT.so.1"), "libfaketime"))
ALL_CLOCKS = {"LD_PRELOAD": FAKETIME, "FAKETIME_CACHE_DURATION": "1"}  # it looks each second
WALL_CLOCK = ALL_CLOCKS | {"FAKETIME_DONT_FAKE_MONOTONIC": "1"}
BOTH, FACES = ("miniaudio", "simpleaudio"), ("plain", "full", "lines")
EVERY, SILENT, PLAIN = (*BOTH, "none"), ("auto", *BOTH), ("plain",)
Places, Names = list[tuple[float, str]], Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Fault:
    """What is done to a session, and where."""

    name: str
    do: str = ""  # for the shell; $PID is the program
    mend: str = ""  # for the shell, `hold` seconds later
    hold: float = 0.0
    keys: str = " "  # the answer to how it goes on
    stands: bool = False  # and so the time until it goes on is not to be counted
    outputs: tuple[str, ...] = BOTH
    faces: tuple[str, ...] = FACES[:2]
    add: Names = field(default_factory=dict)  # to the program's environment
    without: tuple[str, ...] = ()  # libraries that are not installed


# The pid file: the killed server is a child that nobody waited for yet.
SERVER = "rm $HOME/pid; pulseaudio -n --exit-idle-time=-1 --daemonize=no -F $HOME/server.pa 2>&- &"
SINK = "pactl load-module module-null-sink sink_name=lab rate=48000 channels=2 format=s16le"
STOP, GO = "kill -STOP -$PID", "kill -CONT -$PID"
FAULTS = (
    Fault("nothing"),
    Fault("server killed, back after 10 s", "kill -KILL $(cat $HOME/pid)", SERVER, 10),
    Fault("server hung for 10 s", "kill -STOP $(cat $HOME/pid)", "kill -CONT $(cat $HOME/pid)", 10),
    Fault("no device at start", keys="", outputs=SILENT, add={"PULSE_SERVER": "none"}),
    Fault("no sound libraries", keys="", outputs=SILENT, without=BOTH),
    Fault("no miniaudio", outputs=("auto",), without=BOTH[:1]),
    Fault("sound process killed", "kill -KILL $(pgrep -g $PID -f audio_process)", faces=FACES),
    Fault("sound process stopped 10 s", "kill -STOP $(pgrep -g $PID -f audio_process)",
          "kill -CONT $(pgrep -g $PID -f audio_process)", 10),
    Fault("stopped 20 s", STOP, GO, 20, stands=True, outputs=EVERY, faces=FACES),
    Fault("only its parent stopped 20 s", "kill -STOP $PID", "kill -CONT $PID", 20, stands=True,
          faces=FACES),
    Fault("stopped 20 s, then a", STOP, GO, 20, "a", stands=True),
    Fault("stopped 20 s, then q", STOP, GO, 20, "qy", stands=True, outputs=("miniaudio",)),
    Fault("stopped 1.2 s", STOP, GO, 1.2, faces=PLAIN),
    Fault("wall clock +1 h", "echo +3600 >$HOME/clock", faces=PLAIN, add=WALL_CLOCK),
    Fault("all clocks +1 h", "echo +3600 >$HOME/clock", stands=True, outputs=EVERY, add=ALL_CLOCKS),
    Fault("all clocks -1 h", "echo -3600 >$HOME/clock", faces=PLAIN, outputs=EVERY, add=ALL_CLOCKS),
    Fault("all clocks x2", "echo +0 x2 >$HOME/clock", faces=PLAIN, outputs=EVERY, add=ALL_CLOCKS),
    Fault("sink slept 5 s", "pactl suspend-sink lab 1", "pactl suspend-sink lab 0", 5, faces=PLAIN),
    Fault("sink removed 5 s", "pactl unload-module module-null-sink", SINK, 5, faces=PLAIN),
    Fault("a second program sounds", "timeout 5 pacat --volume=2000 /dev/urandom", faces=PLAIN),
)  # fmt: skip


class Stage:
    """A session that plays: all it showed, and all that was heard, with the time it was."""

    def __init__(self, command: list[str], face: str, sound: Names, add: Names) -> None:
        self.seen: Places = []
        self.recorded: list[tuple[float, bytes]] = []
        out, no = subprocess.PIPE, subprocess.DEVNULL
        record = ["setsid", "sh", "-c", RECORD]
        self._recorder = subprocess.Popen(record, env=sound, stdout=out, stderr=no)
        Thread(target=self._hear, daemon=True).start()
        time.sleep(2.5)  # a sink that begins is up to two seconds ahead
        self._fd, theirs = pty.openpty()
        keys, run, env = no if face == "lines" else theirs, ["setsid", *command], {**sound, **add}
        self.process = subprocess.Popen(run, 0, None, keys, theirs, theirs, env=env)
        os.close(theirs)
        self._sound = {**sound, "PID": str(self.process.pid)}
        Thread(target=self._see, args=(face == "full",), daemon=True).start()

    def _hear(self) -> None:
        while data := os.read(self._recorder.stdout.fileno(), 65536):
            self.recorded.append((time.monotonic(), data))

    def _see(self, full: bool) -> None:
        screen, rest = pyte.Screen(200, 40), b""
        stream = pyte.ByteStream(screen)
        with suppress(OSError):  # at its end
            while data := os.read(self._fd, 65536):
                *whole, rest = (rest + data).split(b"\n")
                rows = [line.decode("utf-8", "replace").strip() for line in whole]
                if full:  # pyte takes the kitty keyboard's sequences for text
                    stream.feed(re.sub(rb"\x1b\[[<>=?][0-9;]*[u$]p?", b"", data))
                    shown = screen.display
                    rows = [shown[y].strip(" │┃║▌▐█▎▊▁▔") for y in sorted(screen.dirty)]
                    screen.dirty.clear()
                self.seen += [(time.monotonic(), row) for row in rows if row]

    def shell(self, command: str) -> float:
        """Run `command` beside the session; the time before."""
        at = time.monotonic()
        subprocess.run(["sh", "-c", command], env=self._sound, stdout=subprocess.DEVNULL)
        return at

    def seen_at(self, pattern: str, since: float = 0.0, within: float = 30.0) -> float:
        """When a line with `pattern` was first seen after `since`; 0 when it never was."""
        until, found = time.monotonic() + within, [0.0]
        while not any(found) and time.monotonic() < until and self.process.poll() is None:
            time.sleep(0.02)
            found = [t for t, row in self.seen[:] if t > since and re.search(pattern, row)] or [0.0]
        return found[0]

    def keys(self, keys: str) -> float:
        """Type them one by one; the time before."""
        at = time.monotonic()
        for key in keys:
            os.write(self._fd, key.encode())
            time.sleep(0.7)
        return at

    def end(self, within: float) -> str:
        """The exit code as soon as it has one; "hung" when it must be killed."""
        until, code = time.monotonic() + within, "hung"
        while time.monotonic() < until and code == "hung":
            with suppress(OSError, subprocess.TimeoutExpired):
                page, answer = TO_THE_END
                if any(re.search(page, text) for _, text in self.seen[-60:]):
                    self.keys(answer)
                code = str(self.process.wait(0.3))
        # The server too: a fault may have started another.
        self.shell(f"kill -KILL -$PID -{self._recorder.pid} $(cat $HOME/pid) 2>/dev/null")
        return code


def heard_in(recorded: list[tuple[float, bytes]], cues: Mapping[str, Samples]) -> Places:
    """Every cue that sounded, in order; "part" for a sound that is none of them whole."""
    zero, end, pieces = recorded[0][0] if recorded else 0.0, 0, [b""]
    for at, data in recorded:
        stood = round((at - zero) * RATE) - end
        gap = stood if stood > RATE // 2 else 0  # the sink was not there
        pieces.append(bytes(4 * gap) + data if stood > -RATE // 2 else b"")  # or it catches up
        end += len(pieces[-1]) // 4
    taken = np.frombuffer(b"".join(pieces), "<i2").reshape(-1, 2) / 32_768
    loud = np.flatnonzero(np.abs(taken).max(axis=1) > 0.0003)  # -70 dBFS
    heard: Places = []
    for piece in np.split(loud, np.flatnonzero(np.diff(loud) > RATE // 5) + 1) if len(loud) else ():
        start, end = max(0, int(piece[0]) - 2400), int(piece[-1]) + 1
        found = [
            (zero + (start + at) / RATE, kind)
            for kind, cue in cues.items()
            if len(piece) > len(cue) // 2
            for at in places(np.vstack([taken[start:end], 0 * cue]).astype(np.float32), cue)
            if kind != "end" or at < RATE // 5  # the tail of a bowl is like all of it
        ]
        heard += sorted(found) or [(zero + piece[0] / RATE, "part")]
    return heard


def zero_of(found: Places, cues: Places, low: float = 0.0) -> float:
    """When the session began, by most of what was found; no sooner than `low`. Or NaN."""
    starts = [at - due for at, kind in found for due, one in cues if kind == one and at - due > low]
    near = ([one for one in starts if abs(one - start) <= NEAR] for start in starts)
    return float(np.median(max(near, key=len, default=[np.nan])))


def heard_of(heard: Places, cues: Places, at: float, go: float, zero: float) -> str:
    """What sounded around a fault at `at`, after which the session, begun at `zero`, went on."""
    late = [one for one in heard if one[0] > max(go, at + 0.05)]
    said = [f"last {kind} {when - at:+.1f}" for when, kind in heard if when <= at][-1:]
    said += [f"{kind} {when - at:+.1f} too soon" for when, kind in heard if at + 0.5 < when < go]
    said += [f"then {kind} {when - at:+.1f}" for when, kind in late[:1]]
    due = [(zero + s, kind) for s, kind in cues if late and zero + s > late[0][0] - NEAR]
    off = [min((abs(one[0] - s) for s, k in due if k == one[1]), default=9.0) for one in late]
    extra = [kind for (_, kind), far in zip(late, off, strict=True) if far > REACH]
    worst = 1000 * max((far for far in off if far <= REACH), default=0.0)
    said.append(f"{len(late) - len(extra)} of {len(due)} cues within {worst:.0f} ms")
    return "; ".join([*said, *([f"else {', '.join(extra)}"] if extra else [])])


def python_without(names: tuple[str, ...], folder: Path) -> str:
    """A new environment with all that this one has, except the libraries `names`; its Python."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder], check=True)
    ours = Path(np.__file__).parents[1]
    for one in ours.iterdir():
        theirs = folder / ours.relative_to(sys.prefix) / one.name
        if not one.name.lstrip("_").startswith(names) and not theirs.exists():
            theirs.symlink_to(one)
    return str(folder / "bin" / "python")


def played(fault: Fault, stage: Stage) -> tuple[float, float]:
    """Let it happen; when it did, and when the session was to go on."""
    at = time.monotonic()
    begun = stage.seen_at(STEP.pattern)
    if not begun or not fault.keys:  # without sound from the start: that it plays is enough
        stage.keys("qy" if begun else "")
        return at, at
    time.sleep(max(0.0, begun + BREAK_AT - STEP_1 - time.monotonic()))
    at = stage.shell(fault.do)
    time.sleep(fault.hold)
    go = stage.shell(fault.mend)
    if stage.seen_at("space goe?s? ?on", at, THINKS):
        time.sleep(THINKS)
        go = stage.keys(fault.keys)
    return at, go


def run(fault: Fault, output: str, face: str) -> tuple[str, ...]:
    """Play one session; its row of the table."""
    with private_server() as sound, tempfile.TemporaryDirectory(prefix="fault-") as name:
        (routine := Path(name, "faults.yaml")).write_text(ROUTINE)
        (clock := Path(sound["HOME"], "clock")).write_text("+0")
        python = python_without(fault.without, Path(name)) if fault.without else sys.executable
        command = [python, "-m", "relax_coach", "play", str(routine), "--yes", "--voice", "off"]
        command += ["--output", output]
        add = {"RELAX_COACH_HOME": name, "FAKETIME_TIMESTAMP_FILE": str(clock), **fault.add}
        add |= {"TERM": "xterm-256color", "COLUMNS": "200", "LINES": "40"}
        stage = Stage([*command, *(["--plain"] if face != "full" else [])], face, sound, add)
        try:
            at, go = played(fault, stage)
            go = go if fault.stands else at
        finally:
            code = stage.end(90)
        timeline = coach.timeline_of(library.find(str(routine)), Options())
    cues = [(cue.at / 1000, cue.kind) for cue in timeline.cues if cue.kind != "say"]
    sounds = load_cues(CUES)
    heard = heard_in(stage.recorded, {kind: sounds[kind] for _, kind in cues})
    first: dict[str, float] = {}
    for when, text in stage.seen:
        first.setdefault(step[0].lower() if (step := STEP.search(text)) else text, when)
    told = [f"[{w - at:+.1f}] {text}" for text, w in first.items() if w > at and TELLS.search(text)]
    eye = first.get("step 1 of 3", np.nan) - STEP_1
    eye_then = first.get("step 3 of 3", np.nan) - STEP_3
    ear = zero_of([one for one in heard if one[0] < at], cues)
    ear_then = zero_of([one for one in heard if one[0] > go], cues, at - BREAK_AT - 2)
    said, stood = heard_of(heard, cues, at, go, ear_then), go - at
    said += f"; sound behind {ear_then - ear - stood:+.2f}, screen {eye_then - eye - stood:+.2f}"
    said += f"; sound after screen {ear - eye:+.2f}, then {ear_then - eye_then:+.2f}"
    return fault.name, f"{output}, {face}", " ".join(told) or "nothing", said, code


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0], allow_abbrev=False)
    parser.add_argument("only", nargs="?", default="", help="a regular expression")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    every = [one for fault in FAULTS for one in product([fault], fault.outputs, fault.faces)]
    chosen = [one for one in every if re.search(options.only, f"{one[0].name}, {one[1]}, {one[2]}")]
    print("| fault | output | shown | heard | exit |\n|---|---|---|---|---|", flush=True)
    hung = False
    with ThreadPoolExecutor(options.jobs) as pool:
        for row in pool.map(run, *zip(*chosen, strict=True)):
            print(f"| {' | '.join(row)} |", flush=True)
            hung |= row[-1] == "hung"
    return int(hung)


if __name__ == "__main__":
    raise SystemExit(main())
