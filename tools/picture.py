"""Makes docs/session.svg, the picture in the README: a real session screen, drawn by the program.

python tools/picture.py
"""

import asyncio
import re
import tempfile
from datetime import date
from os import environ
from pathlib import Path

from relax_coach import intake
from relax_coach.core.conditions import CONDITIONS
from relax_coach.core.options import Options
from relax_coach.store import library
from relax_coach.store.settings import Settings
from relax_coach.tui.app import RelaxCoachApp
from relax_coach.tui.screens.request import Request
from relax_coach.tui.screens.session import SessionScreen

PICTURE = Path(__file__).parents[1] / "docs" / "session.svg"
SIZE = (112, 34)
ROUTINE, STEP = "shoulders", 4


async def picture() -> str:
    """The screen in the middle of a step, as SVG without web fonts."""
    today = date(2026, 1, 1)
    intake.keep_conditions(dict.fromkeys(CONDITIONS, False), today)
    intake.keep_signs(frozenset(), today)
    request = Request(lambda: today, Options(), Settings(output="none"), from_step=STEP)
    entry = library.find(ROUTINE)
    app = RelaxCoachApp(request.settings.theme, lambda: (entry, request))
    async with app.run_test(size=SIZE) as pilot:
        while not (isinstance(app.screen, SessionScreen) and app.screen.player):
            await pilot.pause(0.1)
        player = app.screen.player
        work = next(s for s in player.timeline.spans if s.step == STEP and s.kind == "work")
        player.seek(work.start + work.length // 3)
        await pilot.pause(0.3)
        drawn = app.export_screenshot(title="Relax Coach")
    return re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)


def main() -> None:
    with tempfile.TemporaryDirectory() as home:
        environ.update(RELAX_COACH_HOME=home, COLORTERM="truecolor")
        PICTURE.write_text(asyncio.run(picture()), encoding="utf-8")


if __name__ == "__main__":
    main()
