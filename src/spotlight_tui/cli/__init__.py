"""The command line: the same program without a screen, for scripts, for pipes, and for who reads best line by line."""

from .main import program

__all__ = ["program"]
