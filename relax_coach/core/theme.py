"""The names of the themes. How each looks is known where it is shown."""

USUAL = "relax"
OWN = (USUAL, "relax-light", "relax-contrast")
THEMES = (
    *OWN,
    "ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light", "catppuccin-frappe",
    "catppuccin-latte", "catppuccin-macchiato", "catppuccin-mocha", "dracula", "flexoki",
    "gruvbox", "monokai", "nord", "rose-pine", "rose-pine-dawn", "rose-pine-moon",
    "solarized-dark", "solarized-light", "textual-dark", "textual-light", "tokyo-night",
)  # fmt: skip
"""Ours, and those of Textual; the two that are ansi take the colours of the terminal."""
