"""What scripts/benchmark.py measures: a part in each module."""
