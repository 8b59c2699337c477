"""Records as text and tables for other programs and for pasting."""
