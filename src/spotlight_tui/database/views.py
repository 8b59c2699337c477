"""The views of a collection's file: what a person would open in a spreadsheet, with a description of each column."""

from __future__ import annotations

_NAMES = """
  (SELECT group_concat(authority, ', ') FROM
     (SELECT authority FROM initiative_authorities a WHERE a.initiative = i.id ORDER BY a.position)) AS authorities"""

VIEWS: dict[str, tuple[str, str]] = {
    "initiative_list": (
        "One row an initiative, as in a spreadsheet",
        f"""SELECT i.id, i.title, {_NAMES}, c.name AS category, i.summary,
  (SELECT name FROM contacts k WHERE k.initiative = i.id ORDER BY k.position LIMIT 1) AS contact,
  (SELECT email FROM contacts k WHERE k.initiative = i.id ORDER BY k.position LIMIT 1) AS email,
  i.team, s.publisher, s.url AS source_url, s.read_on, i.origin
FROM initiatives i LEFT JOIN categories c ON c.id = i.category LEFT JOIN sources s ON s.id = i.source
ORDER BY i.position""",
    ),
    "contact_list": (
        "One row a contact",
        f"""SELECT k.name, k.role, k.email, k.phone, k.organisation, i.id, i.title, {_NAMES}, s.read_on
FROM contacts k JOIN initiatives i ON i.id = k.initiative LEFT JOIN sources s ON s.id = i.source
ORDER BY i.position, k.position""",
    ),
    "quote_list": (
        "One row a quotation",
        f"""SELECT q.text, q.speaker, q.date, q.kind, q.context, i.id, i.title, {_NAMES}, s.url AS source_url
FROM quotes q JOIN initiatives i ON i.id = q.initiative LEFT JOIN sources s ON s.id = i.source
ORDER BY i.position, q.position""",
    ),
    "figure_list": (
        "One row a figure",
        f"""SELECT f.label, m.name AS measure, f.value, f.unit, f.before, f.after, f.period, f.note,
  i.id, i.title, {_NAMES}, s.url AS source_url
FROM figures f JOIN initiatives i ON i.id = f.initiative LEFT JOIN measures m ON m.id = f.measure
LEFT JOIN sources s ON s.id = i.source
ORDER BY i.position, f.position""",
    ),
    "link_list": (
        "One row a link or video",
        f"""SELECT l.label, l.url, l.video, i.id, i.title, {_NAMES}
FROM links l JOIN initiatives i ON i.id = l.initiative
ORDER BY i.position, l.position""",
    ),
    "theme_list": (
        "One row a theme and initiative",
        f"""SELECT t.name AS theme, t.description, i.id, i.title, {_NAMES}
FROM initiative_themes x JOIN themes t ON t.id = x.theme JOIN initiatives i ON i.id = x.initiative
ORDER BY t.position, i.position""",
    ),
    "partner_list": (
        "One row a partner and initiative",
        f"""SELECT p.name AS partner, i.id, i.title, {_NAMES}
FROM partners p JOIN initiatives i ON i.id = p.initiative
ORDER BY p.name, i.position""",
    ),
    "signpost_list": (
        "One row a signpost",
        """SELECT s.id, s.title,
  (SELECT group_concat(authority, ', ') FROM
     (SELECT authority FROM signpost_authorities a WHERE a.signpost = s.id ORDER BY a.position)) AS authorities,
  c.name AS category, c.source_url
FROM signposts s JOIN categories c ON c.id = s.category
ORDER BY s.position""",
    ),
}
"""Description and query of each view."""

_OF_INITIATIVE = {
    "id": "The initiative's id",
    "title": "The initiative's title, as printed",
    "authorities": "Plain names of the initiative's authorities",
    "category": "Name of the category; empty for related reading",
    "summary": "The initiative's summary, at most two sentences",
    "team": "Team, as printed",
    "contact": "Name of the first contact",
    "publisher": "Who published the page it was read from",
    "source_url": "Address of the page it was read from",
    "read_on": "Day that page was read, ISO",
    "origin": "bundled or imported",
}

_OF_VIEW = {
    "initiative_list": {"email": "E-mail address of the first contact, as printed"},
    "contact_list": {
        "name": "Name, as printed",
        "role": "Role, as printed",
        "email": "E-mail address, as printed",
        "phone": "Phone number, as printed",
        "organisation": "Organisation, where it is another than the authority",
    },
    "quote_list": {
        "text": "The words, verbatim; a cut is marked […]",
        "speaker": "Speaker as the source names them; empty where it does not",
        "date": "Date, as printed",
        "kind": "Kind of speaker",
        "context": "What it was said about, in our words",
    },
    "figure_list": {
        "label": "What is counted, in our words",
        "measure": "Name of the measure, where it can be laid beside others",
        "value": "The figure in the source's words",
        "unit": "Unit of before and after",
        "before": "Number before a change",
        "after": "Number after a change, or the single number",
        "period": "The time it speaks of",
        "note": "Begins with over or under for a bound",
    },
    "link_list": {
        "label": "Text of the link",
        "url": "Address it leads to; empty where the source lost it",
        "video": "1 for a video",
    },
    "theme_list": {"theme": "Name of the theme", "description": "What belongs to the theme"},
    "partner_list": {"partner": "Name of the partner, as published"},
    "signpost_list": {
        "id": "The signpost's id",
        "title": "What the work is, where the page says",
        "authorities": "Plain names of its authorities",
        "category": "Name of the category of the page that names it",
        "source_url": "Address of that page",
    },
}


def column_description(view: str, column: str) -> str:
    """What a column of a view holds."""
    return _OF_VIEW[view].get(column) or _OF_INITIATIVE[column]
