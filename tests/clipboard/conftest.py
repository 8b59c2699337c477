"""Puts tests/tools.py within reach: pytest looks for imports only in the folder of the test itself."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent.parent))
