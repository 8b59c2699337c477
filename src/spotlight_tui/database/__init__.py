"""The collection as an SQLite file: its tables, how it is written and how it is read."""
