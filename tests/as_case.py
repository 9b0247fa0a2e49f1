"""The cases of tests/format/, and this program's answer to one, in the shape of the cases."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import yaml

from relax_coach.core import document
from relax_coach.core.compile import END_SILENT, compile_routine
from relax_coach.core.fit import CannotFit
from relax_coach.core.options import Options
from relax_coach.core.timeline import Span, Timeline
from relax_coach.store.library import read_file

Case = dict[str, Any]
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_FILES = sorted((Path(__file__).parent / "format").glob("*.yaml"))
CASES: list[Case] = [
    case for file in _FILES for case in yaml.load(file.read_text("utf-8"), _LOADER)
]


def data_of(case: Case) -> bytes:
    """The routine file of a case."""
    if "bytes" in case:
        return bytes.fromhex(case["bytes"])
    parts = [case["source"]] if isinstance(case["source"], str) else case["source"]
    return "".join(p if isinstance(p, str) else p["text"] * p["times"] for p in parts).encode()


def problems_of(case: Case, path: Path) -> list[Case]:
    """What is told of the case, whose file is put at `path`; one with an error is never played."""
    if case.get("file") == "folder":
        path.mkdir()
    elif "file" not in case:
        path.write_bytes(data_of(case))
    found = read_file(path)
    assert found.ok == all(problem.severity != "error" for problem in found.problems)
    return [
        {
            "code": one.code, "line": one.place.line, "column": one.place.column,
            "severity": one.severity, "hint": one.hint, "message": one.message,
        }
        for one in found.problems
    ]  # fmt: skip


def timeline_of(case: Case) -> Case:
    """The session of the case, a file without errors."""
    timeline = _session(case)
    ends = [0, *(span.end for span in timeline.spans)]
    assert [span.start for span in timeline.spans] == ends[:-1]
    assert all(start < end for start, end in pairwise(ends))
    assert all(a.at <= b.at <= timeline.total for a, b in pairwise(timeline.cues))
    return {
        "total_s": timeline.spans[-1].start / 1000,
        "work_s": timeline.work / 1000,
        "spans": [_row(span) for span in timeline.spans],
        "cues": [[c.at / 1000, c.kind, *([c.text] if c.text else [])] for c in timeline.cues],
        "said": [cue.at / 1000 for cue in timeline.cues if cue.kind == "say"],
    }


def refusal_of(case: Case) -> Case:
    """Why there is no session of the case; it fails where there is one."""
    try:
        _session(case)
    except CannotFit as reason:
        return {"nearest_s": (reason.nearest - END_SILENT) / 1000}
    except ValueError:
        return {}
    raise AssertionError("it is not refused")


def _session(case: Case) -> Timeline:
    routine = document.read(data_of(case)).routine
    assert routine is not None
    chosen = dict(case.get("options", {}))
    speech_s, fit_s = chosen.pop("speech_s", None), chosen.pop("fit", None)
    held = frozenset({"nobody"}) if chosen.pop("unattended", False) else frozenset()
    options = Options(**chosen, held=held)
    if fit_s is not None:
        options = replace(options, fit=round(fit_s * 1000) + END_SILENT)
    speech = None if speech_s is None else lambda _: round(speech_s * 1000)
    return compile_routine("case", routine, options, speech)


def _row(span: Span) -> list[Any]:
    length = min(span.length, 2_000) if span.kind == "end" else span.length
    return [
        length / 1000, span.kind, span.step, span.side, span.target, span.technique,
        span.pressure, span.title,
    ]  # fmt: skip
