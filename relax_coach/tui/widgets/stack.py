"""Containers that show only what is in them."""

from textual.containers import Horizontal, Vertical


class Stack(Vertical):
    """One below the other. Without BLANK every row of it is rendered at each change inside."""

    BLANK = True


class Row(Horizontal):
    """The same, side by side."""

    BLANK = True
