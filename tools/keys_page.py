"""The section "Keys" of docs/commands.md, from the table of keys."""

from pathlib import Path

from relax_coach.core import keys, question_keys
from relax_coach.core.key import Key, Keys

PAGE = Path(__file__).resolve().parents[1] / "docs" / "commands.md"

_SECTION = """\
## Keys

(This section is made by `python tools/pages.py` from `relax_coach/core/keys.py` and `question_keys.py`: change it there.)

A session needs no key from start to end. These work at any time, full-screen and in lines; what is
marked * only full-screen:

{session}
With two, who is massaged needs three of them: {theirs}.

At the question after `q`, in lines any other key goes on. A page that asks names its keys at its foot.
Without a terminal there are no keys, and nothing is asked. Full-screen, a key named at the foot of the
screen can also be clicked, and so can each row of the help (`?`): it does what its key does. `ctrl+p` opens the commands of the screen: at home and in the library
also "Start: …" for every routine, found by typing.

At home, "Where is it tight?":

{home}
In the library (opened from home, `q` leads back there):

{library}
In what there is to learn:

{learn}
Before a session, "How is it now?":

{check_in}
"For you today":

{adapted}
After it, "And now?":

{check_out}
In the journal:

{journal}
In `preview`, beside an editor:

{preview}
**In lines** nothing is ever redrawn: each step has a heading, milestones are words ("Halfway.",
"3 of 5.", "Ten seconds left."), and there is no ticking number. Sounds are the same.
"""


def page() -> str:
    """The whole page, with this section made anew."""
    theirs = ", ".join(f"`{key.first}` {key.large}" for key in keys.PARTNER.foot if key.large)
    made = _SECTION.format(
        session=table(keys.SESSION),
        theirs=theirs,
        home=table(keys.HOME),
        library=table(keys.LIBRARY),
        learn=table(keys.LEARN),
        check_in=table(question_keys.CHECK_IN),
        adapted=table(question_keys.ADAPTED),
        check_out=table(question_keys.CHECK_OUT),
        journal=table(keys.JOURNAL),
        preview=table(keys.PREVIEW),
    )
    before, _, rest = PAGE.read_text("utf-8").partition("## Keys\n")
    _, heading, after = rest.partition("\n## ")
    return before + made + heading + after


def table(shown: Keys, whole: bool = True) -> str:
    """A table in Markdown: keys and what they do, or `whole` with all that is to be known."""
    return "| key | does |\n|---|---|\n" + "".join(_row(key, whole) for key in shown.all)


def _row(key: Key, whole: bool) -> str:
    written = " ".join(f"`{name}`" for name in key.written)
    star = " *" if whole and not key.lines else ""
    does = f"{key.does}; {key.more}" if whole and key.more else key.does
    return f"| {written}{star} | {does} |\n"
