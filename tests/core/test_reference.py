"""What the table of conditions rests on is in the literature."""

from relax_coach.core.conditions import CONDITIONS, OWN
from relax_coach.core.reference import LAY, READ, REFERENCES, SECOND_HAND


def test_every_condition_rests_on_what_is_there_and_on_no_page_for_lay_people() -> None:
    named = {key for row in CONDITIONS.values() for key in row.sources} - {OWN}
    assert named - set(REFERENCES) == set()
    assert {REFERENCES[key].mark for key in named} == {READ, SECOND_HAND}


def test_each_source_stands_there_once_and_says_how_it_was_seen() -> None:
    assert {one.mark for one in REFERENCES.values()} == {READ, SECOND_HAND, LAY}
    assert len({one.title for one in REFERENCES.values()}) == len(REFERENCES)
