"""docs/safety.md: every sign and condition, and what each makes of every preset."""

from pathlib import Path

from relax_coach.core import safety, vocabulary
from relax_coach.core.conditions import (
    ANYWHERE,
    CHEWING,
    CONDITIONS,
    DO,
    EYES,
    HEAD,
    HELD,
    LASTING,
    NECK,
    OWN,
    SHOULDERS,
    SIGNS,
    SORE,
    UNDER_DEVICE,
    Condition,
    Rule,
    as_held,
)  # fmt: skip
from relax_coach.core.options import Options
from relax_coach.core.routine import Massage
from relax_coach.core.ruling import ALLOWED, REFUSED
from relax_coach.core.verdict import TOO_LITTLE, Verdict, judge
from relax_coach.store import library
from relax_coach.store.library import Entry

PAGE = Path(__file__).resolve().parents[1] / "docs" / "safety.md"
FOLLOWING = tuple(row for row in CONDITIONS.values() if not row.asks)
GROUPS = {
    ANYWHERE: "head, neck and shoulders",
    CHEWING: "temples, scalp and jaw",
    EYES: "eyes and eyebrows",
    HEAD: "head and face",
    HELD: "the head as a whole: holding it",
    HEAD | NECK: "head and neck",
    NECK: "the neck, the base of the skull and the bump behind the ear",
    SORE: "temples, forehead, scalp and jaw, and holding the head",
    SHOULDERS: "shoulders, upper back and upper arms",
    SHOULDERS | {"li4_hegu"}: "shoulders, upper back, upper arms and the hand web",
    UNDER_DEVICE: "scalp, sides and back of the head, ears, and the neck",
}
"""What the groups of targets in the table are called."""
ONE_BY_ONE = (*((row.word, frozenset({row.word})) for row in (*LASTING, *SIGNS, *FOLLOWING)),)


def page() -> str:
    """The whole page."""
    presets = [one for one in library.entries() if one.origin == "preset"]
    return f"""\
# Safety: what is asked, and what it changes

Made by `python tools/pages.py` from `relax_coach/core/conditions.py` and `safety.py`: change it
there. The sources are those of [learn.md](learn.md); *own* is our own judgement. No clinician has
reviewed this page.

Signs are asked anew each day, before the first session that presses, stretches or tenses; conditions once, and kept on this
machine for the days in the table; who is massaged by someone else is asked each time, and nothing of
that is kept, but for the day that a massage for two ended with something wrong, and not whose. Breathing
alone is asked nothing. A sign that was told is known until it is denied or the day is over; then breathing
asks for it too.

The line of the day: *{safety.question(from_50=False)}* From 50 on it goes on: *…{safety.FROM_50[1:]}?*
Below it stands: *{safety.ALSO} {safety.NOT_NOW} {safety.EVERYWHERE}*

## Signs of today

| sign | what to do now | why | sources |
| --- | --- | --- | --- |
{"".join(_sign(row) for row in SIGNS)}
Where the emergency number is to be called, or help, nothing is offered, not even breathing. A new headache
or soreness at a temple, a sore scalp or jaw pain on chewing refuses everything that presses from 50 on; below
50 it leaves out the steps on temples, scalp and jaw.

## Conditions

| condition | what changes | what to do | kept | of a receiver | why | sources |
| --- | --- | --- | --- | --- | --- | --- |
{"".join(_condition(row) for row in LASTING)}
## What follows

| what | what changes | why | sources |
| --- | --- | --- | --- |
{"".join(_following(row) for row in FOLLOWING)}
## Stop at once

{"".join(f"- {rule}" + chr(10) for rule in safety.STOP_RULES)}
{safety.STOP_DO} {safety.STOP_LATER}

After a session: *{safety.AFTER_NECK}* Where neither neck nor shoulders were pressed: *{safety.AFTER}*
Then: *{safety.TOLD["self"].hurt_question}* A yes shows what to do, and nothing is pressed for the rest of the day.

## Never

The front and the sides of the neck, the eyeball and the spine are no target of any routine: `check` refuses
them. No massage gun and no electric massager on the neck. Nobody cracks, pulls or turns a head. No oil near
the eyes. More than 20 minutes on one place in a day are told in a sentence.

## Every preset against every single condition

mini-massage is judged for its usual spot, the temple; another spot is judged by where it is.

`·` as it is · `≤2` the touch is limited to this of ten, where it was more · `−3` so many steps are left
out · `breath` the breathing alone is left · `~` the breath is not held · `^` propped up, not flat · `advice` done as it is, with advice ·
**no** nothing of it is done now

{_table(presets)}
## The same in words

Where a condition changes nothing but gives advice, or refuses all that presses, it is not told again.

{_words(presets)}"""


def _sources(row: Condition) -> str:
    return ", ".join("*own*" if key == OWN else key for key in row.sources)


def _sign(row: Condition) -> str:
    from_50 = as_held(row, {"age_50"}).do
    now = DO[row.do] if from_50 == row.do else f"From 50 on: {DO[from_50]} Younger: {DO[row.do]}"
    return f"| {row.name} | {now} | {row.explained} | {_sources(row)} |\n"


def _condition(row: Condition) -> str:
    what = "; ".join(_rule(rule) for rule in row.rules) or "nothing"
    cells = (
        row.name, what, DO.get(row.do, ""), f"{row.days} days", "yes" if row.of_receiver else "no",
        row.explained, _sources(row),
    )  # fmt: skip
    return f"| {' | '.join(cells)} |\n"


def _following(row: Condition) -> str:
    what = "; ".join(_rule(rule) for rule in row.rules)
    return f"| {row.name} | {what} | {row.explained} | {_sources(row)} |\n"


def _rule(rule: Rule) -> str:
    """A rule in words."""
    targets = [one.name for one in vocabulary.TARGETS.values() if one.word in rule.targets]
    places = GROUPS.get(rule.targets, ", ".join(targets))
    where = f" on {places}" if places else ""
    every = len(rule.techniques) == len(vocabulary.TECHNIQUES)
    techniques = [one.name for one in vocabulary.TECHNIQUES.values() if one.word in rule.techniques]
    how = "all" if every else ", ".join(techniques) if techniques else "all touch"
    told = {
        "refuse": "no massage, no stretch",
        "leave out": f"left out: {'soft balls' if rule.hand else how}{where}",
        "limit": f"pressure at most {rule.cap}{where}",
        "no hold": "no held breath",
        "prop up": "not flat on the back",
    }
    return told[rule.does]


def _table(presets: list[Entry]) -> str:
    head = f"| | {' | '.join(one.name for one in presets)} |\n|{' --- |' * (len(presets) + 1)}\n"
    rows = [
        f"| {CONDITIONS[word].short} | "
        + " | ".join(_cell(_verdict(one, held)) for one in presets)
        + " |\n"
        for word, held in ONE_BY_ONE
    ]
    return head + "".join(rows)


def _verdict(entry: Entry, held: frozenset[str]) -> Verdict:
    routine = entry.document.routine
    assert routine is not None
    return judge(routine, Options(held=held))


def _cell(verdict: Verdict) -> str:
    if verdict.result == REFUSED:
        return "**no**"
    if verdict.result == ALLOWED:
        return "advice" if verdict.advice else "·"
    rulings = [one.ruling for one in verdict.steps]
    massage = [one.ruling for one in verdict.steps if isinstance(one.step, Massage)]
    if massage and all(one.result == REFUSED for one in massage):
        return "breath"
    out = sum(one.result == REFUSED for one in rulings)
    caps = [one.cap for one in rulings if one.cap is not None]
    marks = [f"≤{min(caps)}"] if caps else []
    marks += [f"−{out}"] if out else []
    marks += ["~"] if any(one.no_hold for one in rulings) else []
    marks += ["^"] if any(one.prop_up for one in rulings) else []
    return " ".join(marks)


def _told(verdict: Verdict) -> str:
    if TOO_LITTLE in verdict.advice:
        return f"not done now. {TOO_LITTLE}"
    return "; ".join(verdict.sentences)


def _words(presets: list[Entry]) -> str:
    parts = []
    for word, held in ONE_BY_ONE:
        row = CONDITIONS[word]
        found = [(one, _verdict(one, held)) for one in presets]
        told = [
            f"- {one.name}: {_told(verdict).removeprefix(row.short + ': ')}\n"
            for one, verdict in found
            if not row.refuses and verdict.result != ALLOWED
        ]
        if told:
            parts.append(f"### {row.name}\n\n{''.join(told)}")
    return "\n".join(parts)
