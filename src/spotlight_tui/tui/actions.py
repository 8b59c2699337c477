"""The registry of what a reader can do: key maps, the key line, help and the palette are all made from it."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding, BindingType


@dataclass(frozen=True, slots=True)
class Action:
    """Something a reader can do."""

    id: str
    """Also the name of the screen's method, after `action_`, in kebab-case."""
    keys: str
    """Textual's names of the keys, the one to show first; none where a widget handles them itself."""
    shown: str
    """The key as it stands in the key line and in help."""
    label: str
    """Two words for the key line."""
    help: str
    """One sentence."""
    group: str
    """Under which heading help lists it."""
    in_palette: bool = True


FIND, READ, COPY, GO = "Find", "Read", "Copy and write", "The program"

ACTIONS = (
    Action("search", "slash", "/", "Search", "Type into the search line; every word narrows what is found.", FIND),
    Action(
        "result-next", "", "↑ ↓", "Choose", "While typing: move through what was found; its text follows.", FIND, False
    ),
    Action(
        "result-go",
        "",
        "Enter",
        "Go to it",
        "While typing: leave the line for the result; letters are keys again.",
        FIND,
        False,
    ),
    Action("leave", "", "Esc", "Leave", "While typing: leave the line; the query stays.", FIND, False),
    Action(
        "insist", "exclamation_mark", "!", "As typed", "Search for exactly what was typed; forgive no mistake.", FIND
    ),
    Action("choose", "enter", "Enter", "Open", "Open the branch, result or record under the cursor.", FIND, False),
    Action(
        "back",
        "escape",
        "Esc",
        "Back",
        "Go one step back: from the text to the list, then clear the query.",
        FIND,
        False,
    ),
    Action("browse", "B", "B", "Browse", "Go to the categories, authorities, themes and partners.", FIND),
    Action("down", "j,down", "j ↓", "Down", "Move down: to the next row, or down the text.", READ, False),
    Action("up", "k,up", "k ↑", "Up", "Move up.", READ, False),
    Action("first", "g,home", "g", "First", "Go to the first row, or the beginning of the text.", READ, False),
    Action("last", "G,end", "G", "Last", "Go to the last row, or the end of the text.", READ, False),
    Action("page", "space,pagedown", "Space", "Page", "Turn a page of the text.", READ, False),
    Action("page-back", "b,pageup", "b", "Page back", "Turn a page back.", READ, False),
    Action("next", "right_square_bracket", "]", "Next", "Read the next initiative of the list.", READ),
    Action("previous", "left_square_bracket", "[", "Previous", "Read the previous initiative of the list.", READ),
    Action("section", "1,2,3,4,5,6", "1–6", "Section", "Go to a section of the account.", READ, False),
    Action("pane", "", "Tab", "Next pane", "Go to the next pane; Shift+Tab goes to the one before.", READ, False),
    Action("copy-card", "c", "c", "Copy contact", "Copy the contact card: name, role, e-mail address.", COPY),
    Action("copy-address", "e", "e", "Address", "Copy the e-mail address alone.", COPY),
    Action("copy-passage", "y", "y", "Copy quote", "Copy the marked quotation or figure with its citation.", COPY),
    Action("copy-figure", "", "y", "Copy figure", "Copy the marked figure with its citation.", COPY, False),
    Action("copy-record", "Y", "Y", "Copy record", "Copy the whole record as Markdown.", COPY),
    Action("write", "m", "m", "Write", "Open the mail program with the address and a subject.", COPY),
    Action("open-source", "o", "o", "Open page", "Open the source's web page in the browser.", COPY),
    Action("update-request", "u", "u", "Update request", "Write to the publisher about what is out of date.", COPY),
    Action("help", "question_mark,f1", "?", "Keys", "Show what each key does.", GO),
    Action("palette", "colon,ctrl+p", ":", "Commands", "Look for a command by its name (also Ctrl+P).", GO, False),
    Action("theme", "t", "t", "Colours", "Change the colours: dark, light, high contrast, your terminal's own.", GO),
    Action("themes", "", "", "All colours", "Choose among all colour themes.", GO),
    Action("close", "", "Esc", "Back", "Close this.", GO, False),
    Action("write-file", "", "w", "Write to a file", "Write the text of a dialog to a new file.", GO, False),
    Action("quit", "q,ctrl+q", "q", "Quit", "Leave the program (also Ctrl+Q).", GO),
)

_IN_DIALOGS = ("close", "write-file", "copy-figure")
"""What another action's line in help says already, or the dialog itself."""

BY_ID = {action.id: action for action in ACTIONS}


def bindings() -> list[BindingType]:
    """The key bindings of all actions, for the main screen."""
    made: list[BindingType] = []
    for action in ACTIONS:
        id_ = action.id
        for number, key in enumerate(filter(None, action.keys.split(","))):
            made.append(
                Binding(
                    key,
                    f"section({key})" if id_ == "section" else id_.replace("-", "_"),
                    action.label,
                    key_display=action.shown,
                    tooltip=action.help,
                    id=id_ if not number else f"{id_}-{number + 1}",
                )
            )
    return made


def help_rows() -> list[tuple[str, list[Action]]]:
    """The actions by heading, in the order of the registry."""
    groups: dict[str, list[Action]] = {}
    for action in ACTIONS:
        if action.shown and action.id not in _IN_DIALOGS:
            groups.setdefault(action.group, []).append(action)
    return list(groups.items())
