"""London's Practice Spotlight, offline: `Collection` opens it for a program."""

from .collection import Collection
from .records import SpotlightError

__all__ = ["Collection", "SpotlightError"]
__version__ = "0.1.0"
