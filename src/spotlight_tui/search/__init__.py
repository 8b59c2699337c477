"""From what a reader typed to ranked initiatives."""
