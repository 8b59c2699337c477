"""The tables that search reads, with a description of each."""

from __future__ import annotations

from .table import BINARY, INTEGER, TEXT, Table

SEARCH_TABLES = (
    Table(
        "concepts",
        "The thesaurus: what the sector has names for",
        {"term": (TEXT, "The usual name"), "position": (INTEGER, "Order, from 1")},
        "term",
    ),
    Table(
        "concept_names",
        "What people call a concept; each name belongs to one",
        {
            "stems": (TEXT, "The name as it is looked up: the stems of its words"),
            "concept": (TEXT, "The concept's term"),
            "position": (INTEGER, "Order within the concept, from 1"),
            "name": (TEXT, "The name"),
            "kind": (TEXT, "term, entry (said in the sector), plain (said by others); acronym and its long form"),
        },
        "stems",
        (("concept", "concepts", "term"),),
    ),
    Table(
        "concept_links",
        "How concepts belong together",
        {
            "concept": (TEXT, "A concept"),
            "kind": (TEXT, "broader: the other is what this is a kind of; related"),
            "position": (INTEGER, "Order, from 1"),
            "other": (TEXT, "The other concept"),
        },
        ("concept", "kind", "position"),
        (("concept", "concepts", "term"), ("other", "concepts", "term")),
    ),
    Table(
        "spellings",
        "British and American spellings",
        {
            "british": (TEXT, "The British spelling"),
            "american": (TEXT, "The American one"),
            "ending": (INTEGER, "1 where these are endings of words"),
        },
        ("british", "american"),
    ),
    Table(
        "words",
        "Every word that search knows, and every number as NUM or PCT with its digits",
        {
            "word": (TEXT, "The word, in lower case without accents"),
            "stem": (TEXT, "Its stem, as the search index has it"),
            "root": (TEXT, "What it shares with the other words of its family"),
            "sound": (TEXT, "How it sounds: its Metaphone key"),
            "documents": (INTEGER, "How many initiatives and signposts have it"),
            "everyday": (INTEGER, "1 for an everyday word, which tells little of what somebody looks for"),
            "code": (INTEGER, "The character that stands for it in word_strings; 0 where no initiative has it"),
        },
        "word",
    ),
    Table(
        "stems",
        "Which initiatives have a stem: bit n of a number, its bytes in little-endian order, deflated (zlib)",
        {
            "stem": (TEXT, "The stem, or a number as NUM or PCT with its digits"),
            "initiatives": (INTEGER, "How many have it"),
            "anywhere": (BINARY, "Those that have it: bit n for the initiative at position n"),
            "head": (BINARY, "Those that have it in title, authorities, people, keywords, partners or summary"),
            "title": (BINARY, "Those that have it in the title"),
        },
        "stem",
    ),
    Table(
        "word_strings",
        "The words of an initiative in order, a character each: what search ranks by",
        {
            "position": (INTEGER, "Position of the initiative"),
            "fields": (BINARY, "Where each searched field begins: numbers of four bytes, little-endian"),
            "words": (BINARY, "UTF-8; U+0001 ends an entry of a field"),
        },
        "position",
    ),
)
