"""The registry of what a reader can do: key maps, the key line, help and the palette are all made from it."""

from __future__ import annotations

from collections.abc import Iterable
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


FIND, READ, COPY, OWN, GO = "Find", "Read", "Copy and write", "Your collection", "The program"

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
    Action("like", "l", "l", "More like this", "Show what is like this initiative, and what both have.", FIND),
    Action(
        "others",
        "w",
        "w",
        "Others with this",
        "Show who else has this contact, partner or theme.",
        FIND,
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
    Action("import", "i", "i", "Import", "Bring a saved page of the publisher’s into your own collection.", OWN),
    Action("edit", "E", "E", "Edit", "Mend what is shown, where you imported it.", OWN),
    Action("remove", "", "", "Remove this record", "Take out what is shown, where you imported it.", OWN),
    Action("take-back", "", "", "Take the last import back", "Undo the last import, after a question.", OWN),
    Action("help", "question_mark,f1", "?", "Keys", "Show what each key does.", GO),
    Action("palette", "colon,ctrl+p", ":", "Commands", "Look for a command by its name (also Ctrl+P).", GO, False),
    Action("theme", "t", "t", "Colours", "Change the colours: dark, light, high contrast, your terminal's own.", GO),
    Action("themes", "", "", "All colours", "Choose among all colour themes.", GO),
    Action("close", "", "Esc", "Back", "Close this.", GO, False),
    Action("write-file", "", "w", "Write to a file", "Write the text of a dialog to a new file.", GO, False),
    Action("quit", "q,ctrl+q", "q", "Quit", "Leave the program (also Ctrl+Q).", GO),
)

IMPORT_ACTIONS = (
    Action("import-choose", "enter", "Enter", "Choose", "Read the page under the cursor, or open the folder.", OWN),
    Action("import-type", "slash", "/", "Type", "Type a part of the name, a path, or a web address.", OWN),
    Action("import-complete", "", "Tab", "Complete", "While typing: fill in what the cursor stands on.", OWN),
    Action("import-above", "backspace,left", "←", "Above", "Go to the folder above this one.", OWN),
    Action("import-all", "A", "A", "All of these", "Read all pages that are listed here, as one import.", OWN),
    Action("import-paste", "p", "p", "Paste", "Paste the text of a page that you copied in the browser.", OWN),
    Action("import-take-back", "U", "U", "Take back", "Take the last import back, after a question.", OWN),
)
"""What can be done on the import screen; these keys mean something there only."""

_DIALOG_ACTIONS = (
    Action("read-pasted", "enter", "Enter", "Read it", "Read what was pasted.", OWN),
    Action("read-typed", "ctrl+r,f2", "Ctrl+R", "Read it", "Read what was pasted (also F2).", OWN),
    Action("empty-pasted", "delete", "Del", "Empty", "Throw away what was pasted.", OWN),
    Action("stop", "escape", "Esc", "Stop", "Stop the work.", OWN),
    Action("yes", "y", "y", "Yes", "Do it.", OWN),
    Action("no", "escape,n", "Esc", "No", "Leave it as it is.", OWN),
)

_MEND = "Mending a record"

MEND_ACTIONS = (
    Action(
        "next-field", "", "Tab", "Next field", "Go to the next field; Shift+Tab goes to the one before.", _MEND, False
    ),
    Action(
        "put-back", "f4,r", "F4", "Put back", "Let the field hold again what was read (outside a text also r).", _MEND
    ),
    Action("take-out", "x", "x", "Take out", "Take the marked quotation or figure out, or put it back.", _MEND),
    Action("take-in", "", "x", "Keep it", "Keep the quotation or figure that was taken out.", _MEND, False),
    Action(
        "passage", "p,f3", "F3", "Its text", "Look at the text that it was read from (outside a field also p).", _MEND
    ),
    Action("fields", "", "F3", "Its fields", "Go back to the fields.", _MEND, False),
    Action("leave-field", "", "Esc", "Leave field", "Leave the field, so that letters are keys again.", _MEND, False),
    Action(
        "step-back", "escape", "Esc", "Back", "Go one step back: from the field to the list, then out of here.", _MEND
    ),
)

REVIEW_ACTIONS = (
    Action("mend", "enter", "Enter", "Mend", "Go into the fields of the record under the cursor.", _MEND),
    Action("look", "", "Enter", "Read it", "Go into what is said of it.", _MEND, False),
    Action(
        "accept", "A,f2", "A", "Add to the collection", "Add all of it, with what you mended (in a text F2).", _MEND
    ),
    Action("next-record", "right_square_bracket", "]", "Next", "Look at the next record.", _MEND),
    Action("previous-record", "left_square_bracket", "[", "Previous", "Look at the record before.", _MEND),
)
"""What can be done where an import is looked through."""

OTHERS_ACTIONS = (Action("show-others", "enter", "Enter", "Show them", "Show the others that have it too.", FIND),)
"""What can be done in the list of what is shared with others."""

EDIT_ACTIONS = (Action("save", "S,f2", "S", "Save", "Keep what you mended (in a text F2).", _MEND),)
"""What can be done where an imported record is mended later."""

_IN_DIALOGS = ("close", "write-file", "copy-figure")
"""What another action's line in help says already, or the dialog itself."""

_ELSEWHERE = (*IMPORT_ACTIONS, *_DIALOG_ACTIONS, *MEND_ACTIONS, *REVIEW_ACTIONS, *EDIT_ACTIONS, *OTHERS_ACTIONS)
BY_ID = {action.id: action for action in (*ACTIONS, *_ELSEWHERE)}


def bindings(actions: Iterable[Action] = ACTIONS) -> list[BindingType]:
    """The key bindings of actions; without any named, of all those of the main screen."""
    made: list[BindingType] = []
    for action in actions:
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


def help_rows(actions: Iterable[Action] = ACTIONS) -> list[tuple[str, list[Action]]]:
    """The actions by heading, in the order of the registry."""
    groups: dict[str, list[Action]] = {}
    for action in actions:
        if action.shown and action.id not in _IN_DIALOGS:
            groups.setdefault(action.group, []).append(action)
    return list(groups.items())
