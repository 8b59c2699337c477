"""What tests of several rooms need."""

from __future__ import annotations

import os
from shutil import which

import pytest


def needs(*programs: str) -> None:
    """Skip the test where one of `programs` is not installed; under CI=true fail it, so that nothing goes untested."""
    missing = [program for program in programs if not which(program)]
    if not missing:
        return
    message = f"this test needs {', '.join(missing)}: not installed"
    if os.environ.get("CI") == "true":
        pytest.fail(message)
    pytest.skip(message)
