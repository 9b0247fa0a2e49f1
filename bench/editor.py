"""Does the schema help in an editor? Ask the language server that many editors use, and look.

    python bench/editor.py

Installs yaml-language-server with npm into a temporary folder (or takes the one in --server
FOLDER) and speaks its protocol: are words and keys completed, does every key tell its meaning, and
does a mistake get its squiggle where `relax-coach check` points? Files that are typed name the
schema in their first line; those with mistakes are given it by a setting.
Exit 1 when something is missing, 2 without node and npm.
"""

import argparse
import json
import queue
import re
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from relax_coach.core import vocabulary
from relax_coach.core.codes import CODES
from relax_coach.core.json_schema import FILE_NAME
from relax_coach.core.schema import KEYS_OF, KINDS, STEP_FIELDS, TOP, TOP_FIELDS

SERVER = "yaml-language-server"
PATIENCE_S = 30.0
HEAD = "format: 1\ntitle: T\ncautions: []\n"
RUB = "  - target: temple\n    technique: circles\n"
MODELINE = f"# yaml-language-server: $schema={FILE_NAME}\n"
HERE = "|"
"""Where the cursor stands in a file below."""

COMPLETIONS = {
    "target": (f"{HEAD}steps:\n  - target: {HERE}", {"temple", "jaw", "upper_trapezius", "GB20"}),
    "technique": (
        f"{HEAD}steps:\n  - target: temple\n    technique: {HERE}",
        {"circles", "small_circles", "knead", "press"},
    ),
    "side": (f"{HEAD}steps:\n{RUB}    side: {HERE}", {"left", "each", "alternate"}),
    "cautions": (f"{HEAD.replace('[]', '')}  - {HERE}\nsteps: []", {"pregnancy", "migraine"}),
    "a new step": (f"{HEAD}steps:\n  - {HERE}", {"target", "breathe", "rest", "wait", "repeat"}),
    "a rest goes on": (f"{HEAD}steps:\n  - rest: 10s\n    {HERE}", {"say", "lead"}),
    "a new file": (HERE, {"format", "title", "cautions", "steps"}),
}  # fmt: skip
"""What is typed next, in which file, and what must be offered there."""

MISTAKES = {
    "a misspelt target": f"{HEAD}steps:\n  - target: tempel\n    technique: circles\n    for: 20s",
    "a misspelt technique": f"{HEAD}steps:\n  - target: ear\n    technique: circels\n    for: 20s",
    "a misspelt caution": f"{HEAD.replace('[]', '[migrane]')}steps: [{{rest: 10s}}]",
    "a misspelt key": f"{HEAD}steps:\n{RUB}    for: 20s\n    presure: 3",
    "side: no": f"{HEAD}steps:\n{RUB}    for: 20s\n    side: no",
    "pressure 12": f"{HEAD}steps:\n{RUB}    for: 20s\n    pressure: 12",
    "pressure above the cap": f"{HEAD}steps:\n{RUB}    for: 20s\n    pressure: 5",
    "a breath of 30 s": f"{HEAD}steps:\n  - breathe: 30-5\n    times: 2",
    "two hours": f"{HEAD}steps:\n{RUB}    for: 2h",
    "no time at all": f"{HEAD}steps:\n{RUB}    for: 0s",
    "300 times": f"{HEAD}steps:\n{RUB}    hold: 3s\n    times: 300",
    "a long title": f"{HEAD.replace('T', 'T' * 90)}steps: [{{rest: 10s}}]",
    "braces without quotes": f"{HEAD}steps:\n  - rest: 10s\n    say: {{side}}",
    "a word for a list": f"{HEAD.replace('[]', 'migraine')}steps: [{{rest: 10s}}]",
    "an address": f"{HEAD}sources: [{{title: P, url: 'ftp://x'}}]\nsteps: [{{rest: 10s}}]",
    "no steps": f"{HEAD}steps: []",
}
"""Files with one mistake each, beside the wrong examples of the codes below."""

CODES_SEEN = (
    "bad-breath", "bad-duration", "bad-number", "missing-key", "mixed-step", "newer-format",
    "no-timing", "not-a-list", "not-a-mapping", "not-text", "out-of-range", "two-timings",
    "unknown-key", "unknown-word", "unsafe-target", "wrong-side", "wrong-technique",
)  # fmt: skip
"""The codes that a schema can judge (tests/core/as_in_editor.py says why not the others)."""


@dataclass(frozen=True, slots=True, order=True)
class Spot:
    """A place in a file; both count from 1."""

    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.line}:{self.column}"


class Editor:
    """A conversation with the language server: one file at a time is opened and asked about."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.heard: queue.Queue[dict[str, Any]] = queue.Queue()
        self.squiggles: dict[str, list[dict[str, Any]]] = {}
        self.asked = 0
        threading.Thread(target=self._listen, daemon=True).start()
        able = {"workspace": {"configuration": True}}
        self.ask("initialize", processId=None, rootUri=folder.as_uri(), capabilities=able)
        self._send(method="initialized", params={})

    def __enter__(self) -> "Editor":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.wait()

    def open(self, name: str, text: str) -> str:
        """Open a file, wait until it is judged, and return its address."""
        uri = (self.folder / f"{re.sub('[^a-z0-9]+', '-', name)}.yaml").as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._send(method="textDocument/didOpen", params={"textDocument": document})
        while uri not in self.squiggles:
            self._hear()
        return uri

    def ask(self, method: str, **params: Any) -> Any:
        self.asked += 1
        self._send(id=self.asked, method=method, params=params)
        while True:
            message = self._hear()
            if message.get("id") == self.asked and "method" not in message:
                return message["result"]

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        """Ask about a place; `line` and `character` count from 0."""
        place = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", textDocument={"uri": uri}, position=place)

    def _hear(self) -> dict[str, Any]:
        try:
            message = self.heard.get(timeout=PATIENCE_S)
        except queue.Empty:
            sys.exit(f"{SERVER} has given no answer for {PATIENCE_S:.0f} s.")
        if message.get("method") == "textDocument/publishDiagnostics":
            self.squiggles[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "method" in message and "id" in message:
            wanted = message.get("params", {}).get("items", [])
            self._send(id=message["id"], result=[self._setting(one) for one in wanted])
        return message

    def _setting(self, wanted: dict[str, Any]) -> Any:
        """The schema for files with mistakes, and no catalogue from the network."""
        schema = (self.folder / FILE_NAME).as_uri()
        mine = {"schemas": {schema: ["mistake-*.yaml"]}, "schemaStore": {"enable": False}}
        return mine if wanted["section"] == "yaml" else None

    def _send(self, **message: Any) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream
        while header := stream.readline():
            if header.lower().startswith(b"content-length"):
                stream.readline()
                self.heard.put(json.loads(stream.read(int(header.split(b":")[1]))))


def completions(editor: Editor) -> bool:
    """What is offered, and whether all that must be is."""
    print("completion: at, offered, among them, beyond the vocabulary")
    good = True
    for name, (text, wanted) in COMPLETIONS.items():
        before, _, after = text.partition(HERE)
        uri = editor.open(f"type {name}", MODELINE + before + after)
        lines = before.split("\n")
        items = editor.at("completion", uri, len(lines), len(lines[-1]))["items"]
        offered = {item["label"] for item in items if "array item" not in item["label"]}
        kind = name.removesuffix("s")
        words = offered if kind in vocabulary.SPELLINGS else ()
        alien = [word for word in words if not vocabulary.find(kind, word)]
        missing = wanted - offered
        good &= not missing and not alien
        told = f"MISSING {missing}" if missing else ", ".join(sorted(wanted))
        print(f"  {name:15} {len(offered):4}  {told}  {alien or ''}")
    return good


def hovers(editor: Editor) -> bool:
    """Whether every key tells its meaning, at the top and on every kind of step."""
    keys = [(field, f"{field.key}: 1") for field in TOP if field.key != "steps"]
    keys.append((TOP_FIELDS["steps"], "steps:"))
    for kind, its_key in KINDS.items():
        first, *others = sorted(KEYS_OF[kind], key=lambda key: key != its_key)
        keys.append((STEP_FIELDS[first], f"- {first}: 1"))
        keys += [(STEP_FIELDS[key], f"  {key}: 1") for key in others]
    uri = editor.open("every key", MODELINE + "\n".join(line for _, line in keys))
    silent = []
    for number, (field, line) in enumerate(keys, start=1):
        hover = editor.at("hover", uri, number, line.index(field.key) + 1)
        told = hover["contents"]["value"].replace("\\", "") if hover else ""
        if field.meaning not in told:
            silent.append(line)
        if field.key == "hold":
            example = " ".join(told.partition("Source:")[0].split())
    print(f"\nhover: {len(keys)} keys, without their meaning: {silent or 'none'}; such as")
    print(f"  {example}")
    return not silent


def squiggles(editor: Editor) -> bool:
    """Whether the editor marks each mistake where `check` points."""
    print("\nmistakes: file, what check says, where the editor has its squiggles and what it says")
    places = []
    for name, text in mistakes():
        uri = editor.open(f"mistake {name}", text)
        marks = {
            Spot(mark["range"]["start"]["line"] + 1, mark["range"]["start"]["character"] + 1):
            mark["message"]
            for mark in editor.squiggles[uri]
        }  # fmt: skip
        for code, spot in checked(text):
            same_line = any(mark.line == spot.line for mark in marks)
            place = "place" if spot in marks else "line" if same_line else "ELSEWHERE"
            places.append(place)
            said = marks.get(spot) or "; ".join(marks.values())
            where = " ".join(map(str, sorted(marks)))
            print(f"  {name:24} {code:16} {spot!s:5} same {place:9} {where:14} {said[:60]}")
    print("  " + ", ".join(f"same {one}: {places.count(one)}" for one in ("place", "line")), end="")
    print(f", elsewhere: {places.count('ELSEWHERE')}, of {len(places)}")
    return "ELSEWHERE" not in places


def mistakes() -> Iterator[tuple[str, str]]:
    yield from MISTAKES.items()
    for code in CODES_SEEN:
        wrong = CODES[code].wrong
        yield f"help {code}", f"{HEAD}steps:\n{wrong}" if wrong.startswith("- ") else wrong


def checked(text: str) -> list[tuple[str, Spot]]:
    """The errors that `relax-coach check --json` tells of a file, with their places."""
    command = [sys.executable, "-m", "relax_coach", "check", "--json", "-"]
    done = subprocess.run(command, input=text.encode(), capture_output=True)
    (found,) = json.loads(done.stdout)["files"]
    return [
        (problem["code"], Spot(problem["line"], problem["column"]))
        for problem in found["problems"]
        if problem["severity"] == "error"
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--server", type=Path, help=f"a folder with {SERVER} in node_modules")
    options = parser.parse_args()
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or (npm is None and options.server is None):
        print("This needs node and npm: the language server is written for them.", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = options.server or folder
        if options.server is None:
            quiet = ["--no-audit", "--no-fund", "--loglevel=error", "--prefix", str(folder)]
            if subprocess.run([str(npm), "install", *quiet, SERVER]).returncode:
                print(f"npm could not install {SERVER}.", file=sys.stderr)
                return 2
        package = home.resolve() / "node_modules" / SERVER
        version = json.loads((package / "package.json").read_text("utf-8"))["version"]
        print(f"{SERVER} {version}\n")
        write = [sys.executable, "-m", "relax_coach", "schema", "--write", str(folder)]
        subprocess.run(write, check=True, stderr=subprocess.DEVNULL)
        command = [node, str(package / "bin" / SERVER), "--stdio"]
        with Editor(command, folder) as editor:
            seen = [look(editor) for look in (completions, hovers, squiggles)]
    return 0 if all(seen) else 1


if __name__ == "__main__":
    sys.exit(main())
