"""What a reading finds: the problems of one file, in the order they are met."""

from relax_coach.core.problem import Place, Problem


class Report:
    """Collects the problems of one file.

    `whole` is False where the text was cut short: what is missing there is no mistake.
    """

    def __init__(self, whole: bool = True) -> None:
        self.problems: list[Problem] = []
        self.whole = whole

    def add(
        self, code: str, place: Place, message: str, hint: str = "", severity: str = "error"
    ) -> None:
        self.problems.append(Problem(code, place, message, hint, severity))

    def warn(self, code: str, place: Place, message: str, hint: str = "") -> None:
        """A problem that never stops a session."""
        self.add(code, place, message, hint, "warning")

    @property
    def failed(self) -> bool:
        """Whether an error was found: a warning alone is none."""
        return any(problem.severity == "error" for problem in self.problems)
