"""The JSON Schema beside the presets, where their first line says that it lies: for editors."""

from pathlib import Path

from relax_coach.core.json_schema import FILE_NAME, schema_text

PAGE = Path(__file__).resolve().parents[1] / "routines" / FILE_NAME


def page() -> str:
    return schema_text()
