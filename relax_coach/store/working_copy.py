"""What an editor opens of a preset: a copy in one's own library, for presets are never changed."""

from dataclasses import dataclass
from pathlib import Path

from relax_coach.core.problem import shown
from relax_coach.store import library, own
from relax_coach.store.library import Entry


class NotCopied(Exception):
    """The preset cannot be copied. Its text is a sentence with the remedy."""


class Taken(NotCopied):
    """There is one's own routine of that name already."""


@dataclass(frozen=True, slots=True)
class WorkingCopy:
    """The copy of a preset that is edited at `path`."""

    preset: Entry
    path: Path

    @property
    def made(self) -> str:
        """That it was made, in a sentence."""
        name = shown(self.preset.name)
        return f"{name} is a preset: it stays, and yours lies in {shown(str(self.path))}"

    def settle(self, is_open: bool = False) -> str:
        """Take it away where nothing was changed in it; what became of it, in a sentence.

        `is_open`: it may be open still, and stays, for what is saved later would be lost.
        """
        name = shown(self.preset.name)
        if self.path.is_file() and self.path.read_bytes() == self.preset.document.text.encode():
            if is_open:
                return (
                    "Your editor came back at once, so the file may be open in it still: yours "
                    f"stays, and comes before the preset {name}. To take it away: relax-coach "
                    f"remove {name}"
                )
            self.path.unlink()
        if not self.path.is_file():
            return f"Nothing was changed: {name} is the preset, as before."
        return (
            f"It comes before the preset {name} from now on; to undo that: "
            f"relax-coach remove {name}"
        )


def copied(preset: Entry) -> WorkingCopy:
    """A copy of `preset`, to be settled after it was edited. Raises Taken, NotCopied."""
    name = shown(preset.name)
    try:
        return WorkingCopy(preset, own.add(preset.name, preset.document.text))
    except FileExistsError:
        raise Taken(f"Your own {name} is there already: relax-coach edit {name}") from None
    except OSError as error:
        place, why = shown(str(library.own_path(preset.name))), error.strerror or str(error)
        raise NotCopied(f"{place}: {shown(why)}. The preset stays as it is.") from None
