"""Threads may share one collection: each gets its own answer, whole."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from spotlight_tui import Collection

QUERIES = (
    "mentoring",
    "mentroing acadmy",
    "career conversations",
    "asye",
    "zzz",
    "newly qualified",
    "organization",
    "t",
)


def test_eight_threads_search_and_read(bundle: Path) -> None:
    with Collection.open(bundle) as alone:
        answers = {query: alone.search(query) for query in QUERIES}
        listings = alone.listings()
        records = {listing.id: alone.initiative(listing.id) for listing in listings}

    with Collection.open(bundle) as shared, ThreadPoolExecutor(8) as threads:
        searches = [(query, threads.submit(shared.search, query)) for query in QUERIES * 12]
        reads = [(id_, threads.submit(shared.initiative, id_)) for id_ in records]
        lists = [threads.submit(shared.listings) for _ in range(8)]

        assert all(answer.result() == answers[query] for query, answer in searches)
        assert all(record.result() == records[id_] for id_, record in reads)
        assert all(listed.result() == listings for listed in lists)
