"""docs/learn.md: what `relax-coach learn` tells, and all sources."""

from pathlib import Path

from relax_coach.core.learn import TOPICS, Topic
from relax_coach.core.reference import REFERENCES

PAGE = Path(__file__).resolve().parents[1] / "docs" / "learn.md"


def page() -> str:
    """The whole page."""
    return f"""\
# What is known, and how well

Made by `python tools/pages.py` from `relax_coach/core/learn` and `core/reference.py`: change it
there. In the program it is `relax-coach learn`, and the key `l` in the library. What has no number behind
it is our own judgement. Each [source](#sources) says how it was seen: read at its own place, or at
second hand, or a page for lay people.

{"".join(_topic(topic) for topic in TOPICS.values())}## Sources

{"".join(f"- **{key}** {reference}" + chr(10) for key, reference in REFERENCES.items())}"""


def _topic(topic: Topic) -> str:
    paragraphs = [
        " ".join(one.text + _marks(one.sources) for one in paragraph)
        for paragraph in topic.paragraphs
    ]
    return f"## {topic.title}\n\n*{topic.asks}*\n\n" + "\n\n".join(paragraphs) + "\n\n"


def _marks(sources: tuple[str, ...]) -> str:
    known = ", ".join(key for key in sources if key in REFERENCES)
    return f" [{known}]" if known else ""
