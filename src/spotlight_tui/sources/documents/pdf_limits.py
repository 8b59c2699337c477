"""What reading a PDF may cost: the library bounds some things, and calls back often enough to bound the rest."""

from __future__ import annotations

import io
import sys
from typing import Any

import pypdf
from pypdf.errors import PdfReadError

from .common import SAVE_AGAIN, Clock, Unreadable

MOST_INFLATED = 5_000_000
"""Bytes of a stream; a full page of text has 30,000."""
MOST_DEFLATED = 3_000_000
"""Bytes of a stream in the file; pictures and whole fonts have more, and are not needed."""
MOST_BLOCKS = 2_000_000
"""Of Python's own memory, of about 100 bytes; a page of 17 submissions on 44 sheets takes 80,000."""
_SELDOM = 64

CONFIGURATION: dict[str, Any] = {
    "zlib_maximum_output_length": MOST_INFLATED,
    "lzw_maximum_output_length": MOST_INFLATED,
    "run_length_maximum_output_length": MOST_INFLATED,
    "array_based_stream_maximum_output_length": MOST_INFLATED,
    "stream_parsing_work_maximum_count": 200_000,
    "dictionary_maximum_element_count": 5_000,
    "xform_maximum_invocations_per_extraction": 500,
}


class Watch(Clock):
    """The time and the memory that a PDF may take."""

    def __init__(self) -> None:
        super().__init__()
        self._checks = 0
        self._begun = sys.getallocatedblocks()
        self._full = False

    def check(self) -> None:
        """Raises:
        Unreadable: and again whenever it is called, for the library swallows many errors.
        """
        super().check()
        self._checks += 1
        if self._checks % _SELDOM == 0 and sys.getallocatedblocks() - self._begun > MOST_BLOCKS:
            self._full = True
        if self._full:
            raise Unreadable(f"takes too much memory to read; {SAVE_AGAIN}")


class Source(io.BytesIO):
    """The bytes of a PDF."""

    def __init__(self, data: bytes, watch: Watch) -> None:
        super().__init__(data)
        self._watch = watch

    def read(self, size: int | None = -1, /) -> bytes:
        self._watch.check()
        if size is not None and size > MOST_DEFLATED:
            raise PdfReadError("a part of it is too large")
        return super().read(size)


class Reader(pypdf.PdfReader):
    def __init__(self, data: bytes, watch: Watch) -> None:
        self._watch = watch
        super().__init__(Source(data, watch))

    def get_object(self, indirect_reference: Any) -> Any:
        self._watch.check()
        return super().get_object(indirect_reference)
