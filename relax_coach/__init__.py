"""Relax Coach: guided self-massage and relaxation in the terminal."""

__version__ = "0.1.0"
