"""The six questions of the article the program began with, and what else there is to know."""

import pytest

from relax_coach.core.learn import OWN, TOPICS
from relax_coach.core.reference import REFERENCES

SENTENCES = [
    (topic.word, one) for topic in TOPICS.values() for part in topic.paragraphs for one in part
]


def test_every_sentence_names_a_source_that_is_there_or_says_that_it_is_ours() -> None:
    missing = [
        (word, one.text)
        for word, one in SENTENCES
        if not one.sources or [key for key in one.sources if key not in REFERENCES and key != OWN]
    ]
    assert missing == []


def test_no_fact_rests_on_a_page_for_lay_people_alone() -> None:
    lay = [
        one.text
        for _, one in SENTENCES
        if all(key != OWN and REFERENCES[key].mark == "lay" for key in one.sources)
    ]
    assert lay == []


@pytest.mark.parametrize(
    ("question", "topic", "answers"),
    [
        ("Which movement disorders can make the head twitch?", "causes", ("Parkinson's disease", "cervical dystonia")),
        ("What kind of dystonia is cervical dystonia?", "spasms", ("focal dystonia", "one part of the body")),
        ("Which ways can the head be pulled?", "spasms", ("forward, backward", "side to side", "mildly or severely")),
        ("Can stress make twitches more frequent?", "brain", ("stress or anxiety", "more frequent")),
        ("Is the cause of a twitch always known?", "brain", ("no cause is found",)),
        ("When is a twitch a sign of something serious?", "brain", ("stroke", "injury of the brain")),
        ("What may a blood vessel do to the facial nerve?", "side", ("blood vessel presses", "brain stem")),
        ("Why do the muscles of the face twitch then?", "side", ("act on its own", "send out signals")),
        ("On which side is muscle contraction headache, and how strong?", "feeling", ("both sides", "mild to moderate", "behind the eyes")),
        ("How long does it last?", "feeling", ("some hours", "some days", "seven days")),
        ("Who may massage what?", "relax", ("someone else", "head, neck and shoulders")),
        ("What is the targeted mini-massage?", "relax", ("sore spot", "fingertips", "several seconds")),
    ],
)  # fmt: skip
def test_a_question_is_answered(question: str, topic: str, answers: tuple[str, ...]) -> None:
    told = " ".join(TOPICS[topic].text.split())
    assert [answer for answer in answers if answer not in told] == [], question


def test_a_topic_is_soon_read() -> None:
    long = {word: len(topic.text.split()) for word, topic in TOPICS.items()}
    assert max(long.values()) < 450, long
