"""Tests of the screens: what a reader sees, and what their keys and mouse do."""
