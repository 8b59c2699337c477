"""The tables of a collection's file, with a description of each: the file itself is an interface."""

from __future__ import annotations

from .search_tables import SEARCH_TABLES
from .table import INTEGER, NUMBER, TEXT, Table

APPLICATION_ID = 0x53504C54
"""`SPLT`: tells a collection from other SQLite files."""

VERSION = 2
"""The file's `user_version`; a program reads files of its own version only."""

_OF_INITIATIVE = {
    "initiative": (TEXT, "The initiative's id"),
    "position": (INTEGER, "Order within the initiative, from 1"),
}


def _part(name: str, description: str, columns: dict[str, tuple[type, str]], *foreign: tuple[str, str, str]) -> Table:
    """A table of what an initiative has several of, in its order."""
    key = ("initiative", "position")
    return Table(name, description, _OF_INITIATIVE | columns, key, (("initiative", "initiatives", "id"), *foreign), key)


TABLES = (
    Table(
        "publisher",
        "Who publishes the submissions",
        {"name": (TEXT, "Name"), "url": (TEXT, "Web address")},
        "name",
    ),
    Table(
        "publisher_contacts",
        "Whom an update request goes to",
        {
            "position": (INTEGER, "Order, from 1"),
            "name": (TEXT, "Name"),
            "role": (TEXT, "Role, as printed"),
            "email": (TEXT, "E-mail address, as printed"),
        },
        "position",
    ),
    Table(
        "categories",
        "The nine categories of Practice Spotlight",
        {
            "id": (TEXT, "Identity"),
            "number": (INTEGER, "Number of its page"),
            "name": (TEXT, "Name"),
            "short_name": (TEXT, "Name for narrow places"),
            "description": (TEXT, "What it is about, in our words"),
            "sponsor": (TEXT, "The group that checked its submissions"),
            "source_url": (TEXT, "Address of its page"),
        },
        "id",
        required=("number", "name", "short_name"),
    ),
    Table(
        "authorities",
        "London local authorities and those who run services for them",
        {"name": (TEXT, "Plain name"), "position": (INTEGER, "Order, from 1")},
        "name",
    ),
    Table(
        "authority_aliases",
        "Other names of authorities",
        {"alias": (TEXT, "Other name"), "authority": (TEXT, "Plain name")},
        "alias",
        (("authority", "authorities", "name"),),
    ),
    Table(
        "authority_serves",
        "Which authorities an organisation runs children's services for",
        {
            "authority": (TEXT, "The organisation"),
            "position": (INTEGER, "Order, from 1"),
            "serves": (TEXT, "An authority it serves, in London or outside"),
        },
        ("authority", "position"),
        (("authority", "authorities", "name"),),
    ),
    Table(
        "themes",
        "What initiatives are about",
        {
            "id": (TEXT, "Identity"),
            "position": (INTEGER, "Order, from 1"),
            "name": (TEXT, "Name"),
            "description": (TEXT, "What belongs to it"),
        },
        "id",
    ),
    Table(
        "measures",
        "Kinds of figure that can be laid side by side",
        {
            "id": (TEXT, "Identity"),
            "position": (INTEGER, "Order, from 1"),
            "name": (TEXT, "Name"),
            "unit": (TEXT, "Unit of its figures"),
            "description": (TEXT, "What is counted; definitions differ between sources"),
        },
        "id",
    ),
    Table(
        "acronyms",
        "Short forms and what they stand for",
        {"short": (TEXT, "Short form"), "long": (TEXT, "Long form")},
        "short",
    ),
    Table(
        "sources",
        "Documents that records were read from",
        {
            "id": (INTEGER, "Identity"),
            "publisher": (TEXT, "Who published it"),
            "title": (TEXT, "Title of the page"),
            "url": (TEXT, "Address of the page"),
            "published": (TEXT, "Day of publication, ISO; empty where not known"),
            "read_on": (TEXT, "Day it was read, ISO"),
            "document": (TEXT, "File name of the text"),
        },
        "id",
    ),
    Table(
        "initiatives",
        "One piece of practice each, as published by its authority; not rated",
        {
            "id": (TEXT, "Identity, given once"),
            "position": (INTEGER, "Order in the collection, from 1"),
            "title": (TEXT, "Title, as printed"),
            "category": (TEXT, "Category; empty for related reading"),
            "summary": (TEXT, "At most two sentences"),
            "team": (TEXT, "Team, as printed"),
            "full_text": (TEXT, "The submission itself, of an imported one, in Markdown"),
            "source": (INTEGER, "The document it was read from"),
            "first_line": (INTEGER, "First line of the passage there, from 1"),
            "last_line": (INTEGER, "Last line of the passage there"),
            "origin": (TEXT, "bundled or imported"),
        },
        "id",
        (("category", "categories", "id"), ("source", "sources", "id")),
        ("position", "title", "origin"),
    ),
    _part(
        "initiative_authorities",
        "The authorities of an initiative",
        {"authority": (TEXT, "Plain name")},
        ("authority", "authorities", "name"),
    ),
    _part(
        "also_in",
        "Further categories of an initiative",
        {"category": (TEXT, "Category")},
        ("category", "categories", "id"),
    ),
    _part("sections", "The account, in our words", {"heading": (TEXT, "One of six"), "body": (TEXT, "Markdown")}),
    _part("keywords", "What a reader would look for", {"keyword": (TEXT, "Word or phrase")}),
    _part(
        "contacts",
        "People to write to, exactly as published",
        {
            "name": (TEXT, "Name"),
            "role": (TEXT, "Role"),
            "email": (TEXT, "E-mail address"),
            "phone": (TEXT, "Phone number"),
            "organisation": (TEXT, "Organisation, where it is another than the authority"),
        },
    ),
    _part("partners", "Organisations and people the work is done with", {"name": (TEXT, "Name, as published")}),
    _part("initiative_themes", "The themes of an initiative", {"theme": (TEXT, "Theme")}, ("theme", "themes", "id")),
    _part(
        "quotes",
        "Quotations, verbatim; a cut is marked […]",
        {
            "text": (TEXT, "The words"),
            "speaker": (TEXT, "Speaker as the source names them; empty where it does not"),
            "date": (TEXT, "Date, as printed"),
            "kind": (TEXT, "Kind of speaker"),
            "context": (TEXT, "What it was said about, in our words"),
        },
    ),
    _part(
        "figures",
        "Figures that the source states",
        {
            "label": (TEXT, "What is counted, in our words"),
            "measure": (TEXT, "Measure, where it can be laid beside others"),
            "value": (TEXT, "The figure in the source's words"),
            "unit": (TEXT, "Unit of before and after"),
            "before": (NUMBER, "Number before a change"),
            "after": (NUMBER, "Number after a change, or the single number"),
            "period": (TEXT, "The time it speaks of"),
            "note": (TEXT, "Begins with over or under for a bound"),
        },
        ("measure", "measures", "id"),
    ),
    _part(
        "links",
        "What the source points to",
        {
            "label": (TEXT, "Text of the link"),
            "url": (TEXT, "Address; empty where the source lost it"),
            "video": (INTEGER, "1 for a video"),
        },
    ),
    _part("notes", "Slips and contradictions of the source, which stay as published", {"note": (TEXT, "What is odd")}),
    Table(
        "imports",
        "From where and when the reader imported an initiative, or the full text of one that came with the program",
        {
            "initiative": (TEXT, "The initiative's id"),
            "at": (TEXT, "When, ISO with date, time and zone"),
            "document": (TEXT, "File name of what was imported"),
            "url": (TEXT, "Address of the page"),
            "first_line": (INTEGER, "First line of the passage there, from 1"),
            "last_line": (INTEGER, "Last line of the passage there"),
        },
        "initiative",
        (("initiative", "initiatives", "id"),),
        ("at",),
    ),
    Table(
        "signposts",
        "Work that the publisher's pages name and that the collection does not hold yet",
        {
            "id": (TEXT, "Identity"),
            "position": (INTEGER, "Order, from 1"),
            "title": (TEXT, "What it is, where the page says"),
            "category": (TEXT, "Category of the page that names it"),
        },
        "id",
        (("category", "categories", "id"),),
    ),
    Table(
        "signpost_authorities",
        "The authorities of a signpost",
        {
            "signpost": (TEXT, "The signpost's id"),
            "position": (INTEGER, "Order, from 1"),
            "authority": (TEXT, "Plain name"),
        },
        ("signpost", "position"),
        (("signpost", "signposts", "id"), ("authority", "authorities", "name")),
    ),
    *SEARCH_TABLES,
    Table(
        "descriptions",
        "What each table, view and column is",
        {
            "name": (TEXT, "Table or view"),
            "column": (TEXT, "Column; empty for the table itself"),
            "description": (TEXT, "What it holds"),
        },
        ("name", "column"),
    ),
)

SEARCH_FIELDS = (
    "title",
    "authorities",
    "people",
    "keywords",
    "partners",
    "summary",
    "figures",
    "quotes",
    "account",
    "full_text",
    "themes",
)
"""The columns of the full-text index, those that tell most first; themes last, whose words others chose."""

HEAD_FIELDS = 6
"""How many of them, from the first, say in a few words what an initiative is about."""

ENTRY_END = "\x01"
"""Ends an entry of a field in `word_strings`, so that no phrase runs from one into the next."""

LAST_CODE = 0x10FFFF
"""The last character there is; words beyond a million share it, and are found but not ranked by."""

TOKENIZER = "porter unicode61 remove_diacritics 2"

INDEXES = f"""
CREATE VIRTUAL TABLE initiative_search USING fts5(
  {", ".join(SEARCH_FIELDS)}, content='', tokenize='{TOKENIZER}');
CREATE VIRTUAL TABLE signpost_search USING fts5(title, authorities, category, content='', tokenize='{TOKENIZER}');
"""
"""Full-text search. The rows are numbered by `position`; the text itself stands in the tables alone."""
