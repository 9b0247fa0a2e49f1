"""The literature: what a condition names is there, once, and says how sure we are of it."""

from collections import Counter

from relax_coach.core.conditions import CONDITIONS, OWN
from relax_coach.core.reference import _ROWS, LAY, MARKS, READ, REFERENCES, Reference


def test_every_source_that_a_condition_names_is_there() -> None:
    named = {key for row in CONDITIONS.values() for key in row.sources} - {OWN}
    assert named
    assert named - REFERENCES.keys() == set()


def test_a_mark_is_one_of_three() -> None:
    assert {row.mark for row in REFERENCES.values()} == set(MARKS)
    assert list(MARKS) == ["read", "second hand", "lay"]


def test_no_two_references_are_the_same() -> None:
    cited = Counter((row.title, row.publisher, row.year) for row in REFERENCES.values())
    assert [words for words, times in cited.items() if times > 1] == []
    links = Counter(row.url for row in REFERENCES.values() if row.url)
    assert [url for url, times in links.items() if times > 1] == []


def test_no_key_is_given_twice() -> None:
    assert len(_ROWS) == len(REFERENCES)


def test_a_reference_reads_as_one_cites_it() -> None:
    page = Reference("S0", "A page", "A clinic", "2020", "https://example.org/page", READ)
    assert str(page) == "A page, A clinic, 2020 <https://example.org/page> (read)"
    assert str(Reference("S0", "A page", mark=LAY)) == "A page (lay)"
    assert str(Reference("S0", "A page", year="2020")) == "A page, 2020 (second hand)"
