"""`show`: one routine as a sheet to print, or as its compiled timeline."""

import json
import shutil
import sys
from pathlib import Path
from typing import Any

import click

from relax_coach.cli.chosen import (
    entry_of,
    known_to_hold,
    options_of,
    routine_in,
    speech_of,
    timeline_of,
)
from relax_coach.cli.lines import lines
from relax_coach.cli.markdown import markdown
from relax_coach.cli.options import choice_options, routine_argument
from relax_coach.cli.sheet import Sheet, sheet
from relax_coach.cli.terminal import colours_of
from relax_coach.core.exits import Exit
from relax_coach.core.outline import outline_of
from relax_coach.core.phrases import clock
from relax_coach.core.problem import shown
from relax_coach.core.routine import Routine
from relax_coach.core.ruling import REFUSED
from relax_coach.core.timeline import Span, Timeline
from relax_coach.core.verdict import Verdict
from relax_coach.store import whole
from relax_coach.store.library import Entry
from relax_coach.store.paths import bundled
from relax_coach.store.settings import load

STDOUT = "-"
PAGES = (".html", ".htm")


@click.command(
    "show",
    epilog="""\b
Example: relax-coach show mini-massage --spot jaw --side left --pictures
Or: relax-coach show shoulders --html shoulders.html""",
)
@routine_argument
@choice_options
@click.option(
    "--pictures",
    is_flag=True,
    help="A small picture beside each step that has one: in colours on a terminal, else (a file, a "
    "pipe, NO_COLOR, TERM=dumb) in Braille dots.",
)
@click.option(
    "--html",
    metavar="FILE",
    help="One page to print, with drawings, in a .html or .htm file; - is standard output.",
)
@click.option("--force", is_flag=True, help="With --html: in place of a file that is there.")
@click.option("--markdown", "as_markdown", is_flag=True, help="The sheet as Markdown.")
@click.option("--timeline", "as_timeline", is_flag=True, help="The compiled spans and cues.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for scripts.")
def command(
    name: str,
    side: str | None,
    twice: bool,
    spot: str | None,
    fit: str | None,
    voice: str | None,
    pictures: bool,
    html: str | None,
    force: bool,
    as_markdown: bool,
    as_timeline: bool,
    as_json: bool,
) -> int:
    """Show ROUTINE as a sheet of its steps."""
    if sum((pictures, html is not None, as_markdown, as_timeline or as_json)) > 1:
        raise click.UsageError(
            "--pictures, --html, --markdown, and --timeline or --json: one at a time."
        )
    if force and html is None:
        raise click.UsageError("--force goes with --html FILE.")
    if html is not None and html != STDOUT and Path(html).suffix.lower() not in PAGES:
        raise click.UsageError(
            f"{shown(html)!r} is no page: give it the ending {' or '.join(PAGES)}."
        )
    entry = entry_of(name)
    routine = routine_in(entry)
    chosen = options_of(side, spot, fit, twice=twice)
    options, verdict = known_to_hold(routine, chosen)
    # What is refused is shown whole, to be read: it is not played.
    options = chosen if verdict.result == REFUSED else options
    timeline = timeline_of(entry, options, speech_of(load().over(speaker=voice)))
    if as_json:
        shape = (
            timeline_as_json(timeline)
            if as_timeline
            else _as_json(entry, routine, timeline, verdict)
        )
        click.echo(json.dumps(shape, ensure_ascii=False, indent=2))
    elif as_timeline:
        click.echo(_table(timeline))
    elif as_markdown:
        click.echo(markdown(sheet(routine, options, timeline, verdict)))
    elif html is not None:
        return _print_to(html, sheet(routine, options, timeline, verdict), force)
    else:
        width = shutil.get_terminal_size().columns
        colours = colours_of(sys.stdout) if pictures else None
        click.echo(lines(sheet(routine, options, timeline, verdict), width, colours))
    return Exit.DONE


def _print_to(target: str, sheet: Sheet, force: bool) -> int:
    """The sheet as a page in the file `target`, with `force` in place of one, or on stdout."""
    from relax_coach.cli.page import page

    text = page(sheet, bundled("drawings"))
    if target == STDOUT:
        click.echo(text.encode(), nl=False)
        return Exit.DONE
    try:
        (whole.write if force else whole.create)(Path(target), text)
    except FileExistsError:
        said = f"Error: {shown(target)} is there already, and stays as it is"
        click.echo(f"{said}: give another FILE, or --force to replace it.", err=True)
        return Exit.FINDINGS
    except OSError as error:
        click.echo(f"Error: {shown(target)}: {shown(error.strerror or str(error))}", err=True)
        return Exit.FINDINGS
    click.echo(f"{shown(target)}: written", err=True)
    return Exit.DONE


def timeline_as_json(timeline: Timeline) -> dict[str, Any]:
    """The shape of interface.md: seconds, rounded to the millisecond."""
    return {
        "version": 1,
        "name": timeline.name,
        "title": timeline.title,
        "total_s": timeline.total / 1000,
        "work_s": timeline.work / 1000,
        "spans": [
            {
                "start_s": span.start / 1000,
                "end_s": span.end / 1000,
                "kind": span.kind,
                "step": span.step,
                "side": span.side,
                "target": span.target,
                "technique": span.technique,
                "pressure": span.pressure,
                "title": span.title,
                "text": span.text,
            }
            for span in timeline.spans
        ],
        "cues": [
            {"at_s": cue.at / 1000, "kind": cue.kind, "text": cue.text} for cue in timeline.cues
        ],
        "notes": list(timeline.notes),
    }


def verdict_as_json(verdict: Verdict) -> dict[str, Any]:
    """What the answers that are kept make of a routine, as a whole and step by step as written."""
    return {
        "result": verdict.result,
        "why": [{"condition": row.word, "name": row.name} for row in verdict.why],
        "told": list(verdict.sentences),
        "do": list(verdict.advice),
        "steps": [
            {
                "title": one.title,
                "result": one.ruling.result,
                "why": list(one.ruling.why),
                "cap": one.ruling.cap,
                "no_hold": one.ruling.no_hold,
                "prop_up": one.ruling.prop_up,
            }
            for one in verdict.steps
        ],
    }


def _as_json(
    entry: Entry, routine: Routine, timeline: Timeline, verdict: Verdict
) -> dict[str, Any]:
    # With two, a question about the pressure comes before what leads into the step.
    leads = {span.step: span for span in timeline.spans if span.kind == "lead" and span.step}
    return {
        "version": 1,
        "name": entry.name,
        "title": routine.title,
        "summary": routine.summary,
        "total_s": timeline.total / 1000,
        "work_s": timeline.work / 1000,
        "position": routine.position,
        "needs": list(verdict.needs),
        "tags": list(routine.tags),
        "cautions": list(routine.every_caution),
        "stop_if": list(routine.stop_if),
        "dose": routine.dose,
        "sources": [str(source) for source in routine.every_source],
        "author": routine.author,
        "license": routine.license,
        "steps": [
            {"title": span.title, "text": span.text, "work_s": _work(timeline, span.step) / 1000}
            for span in leads.values()
        ],
        "notes": list(timeline.notes),
        "safety": verdict_as_json(verdict),
        "routine": outline_of(routine),
    }


def _table(timeline: Timeline) -> str:
    """Spans and cues in one list by time, as lines."""
    rows = [(span.start, 0, _span_line(span)) for span in timeline.spans]
    rows += [
        (cue.at, 1, f"             ♪ {cue.kind}" + (f": {cue.text}" if cue.text else ""))
        for cue in timeline.cues
    ]
    head = f"{timeline.title}: {clock(timeline.total)}, work {clock(timeline.work)}"
    lines = [head, *timeline.notes, ""]
    rows.sort(key=lambda row: row[:2])
    return "\n".join(lines + [f"{at / 1000:9.3f}  {text}" for at, _, text in rows])


def _span_line(span: Span) -> str:
    parts = [f"{span.length / 1000:8.3f} s  {span.kind:<8}"]
    if span.step is not None:
        parts.append(f"step {span.step}")
    parts += [word for word in (span.side, span.phase) if word]
    if span.cycle and span.cycles and span.cycles > 1:
        parts.append(f"{span.cycle} of {span.cycles}")
    parts.append(span.title)
    return "  ".join(parts)


def _work(timeline: Timeline, step: int | None) -> int:
    counted = (s for s in timeline.spans if s.step == step and s.kind not in ("lead", "switch"))
    return sum(span.length for span in counted)
