"""What an editor offers while a routine is written."""

from relax_coach.core.json_schema import routine_schema


def test_a_word_is_offered_with_its_meaning_and_a_choice_without() -> None:
    schema = routine_schema()
    for kind in ("target", "technique", "hand", "position", "caution"):
        offered = schema["definitions"][kind]["anyOf"][0]
        assert len(offered["enum"]) == len(offered["enumDescriptions"])
        assert all(offered["enumDescriptions"])
    for key in ("who", "cues", "ambience"):
        assert "enumDescriptions" not in schema["properties"][key]["anyOf"][0]
