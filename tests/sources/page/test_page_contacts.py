"""The people under Key Contact, in all the ways that pages write them."""

from __future__ import annotations

import pytest
from page_reading import FOOT, invented, known, messages, one, page_of, read, submission, to_compact

from spotlight_tui.records import Contact, Link
from spotlight_tui.sources.lines import TextLine

HEAD = "Head of Service"
MAIL = "ada@x.example"
ADA = Contact("Ada Lovelace", HEAD, MAIL)
CHARLES = Contact("Charles Babbage", "Deputy", "cb@x.example")


def contacts(written: str) -> list[Contact]:
    return list(one(submission("It is so.", contact=written)).contacts)


@pytest.mark.parametrize(
    "written",
    [
        "Ada Lovelace – Head of Service – ada@x.example",
        "Ada Lovelace - Head of Service - ada@x.example",
        "Ada Lovelace — Head of Service — ada@x.example",
        "Ada Lovelace– Head of Service– ada@x.example",
        "Ada Lovelace –Head of Service –ada@x.example",
        "Ada Lovelace- Head of Service- ada@x.example",
        "Ada Lovelace, Head of Service, ada@x.example",
        "Ada Lovelace (Head of Service) ada@x.example",
        "Ada Lovelace (Head of Service) – ada@x.example",
        "Ada Lovelace | Head of Service | ada@x.example",
        "Ada Lovelace: Head of Service: ada@x.example",
        "Ada Lovelace Head of Service ada@x.example",
        "Ada Lovelace – Head of Service – <ada@x.example>",
        "Ada Lovelace – Head of Service – (ada@x.example)",
        "Ada Lovelace – Head of Service – mailto:ada@x.example",
        "Ada Lovelace – Head of Service – Email: ada@x.example",
        "Ada Lovelace – Head of Service – ada@x.example.",
        "Head of Service – Ada Lovelace – ada@x.example",
        "Ada Lovelace\nHead of Service\nada@x.example",
        "Ada Lovelace – Head of Service –\nada@x.example",
        "Ada Lovelace – Head of\nService – ada@x.example",
        "Name: Ada Lovelace\nRole: Head of Service\nEmail: ada@x.example",
        "\nAda Lovelace – Head of Service – ada@x.example",
    ],
)
def test_one_person(written: str) -> None:
    assert contacts(written) == [ADA]


@pytest.mark.parametrize(
    "role",
    [
        "Principal Social Worker/Service Manager for Standards and Quality",
        "Head of Strategy, Data & Insight",
        "Team Manager, Learning & Development, North",
        "Principal Social Worker (Children’s) and Hub Manager",
        "Clinical Lead (Team Manager)",
        "Executive Director: People Department",
        "Co-ordinator for 16–25s",
    ],
)
def test_a_role_is_kept_as_written(role: str) -> None:
    assert contacts(f"Ada Lovelace – {role} – ada@x.example") == [Contact("Ada Lovelace", role, MAIL)]


@pytest.mark.parametrize(
    "name",
    [
        "Dr Ada King-Noel",
        "Mr Theo van der Laan",
        "Siân O’Connor-Ní Bhriain",
        "Ada M. Lovelace",
        "ADA LOVELACE",
        "Wren Castellanos-Whyte (she/her)",
        "Councillor Ada Lovelace",
        "Ada Lovelace BSc",
    ],
)
def test_a_name_is_kept_as_written(name: str) -> None:
    assert contacts(f"{name} – Head of Service – ada@x.example") == [Contact(name, HEAD, MAIL)]


@pytest.mark.parametrize("email", ["Ada.Lovelace@X.Example", "ADA@x.example", "a.b-c_d+e@mail.sub-x.example"])
def test_an_email_address_keeps_its_case(email: str) -> None:
    assert contacts(f"Ada Lovelace – Head of Service – {email}") == [Contact("Ada Lovelace", HEAD, email)]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("Ada Lovelace, Head of Service, Early Help", Contact("Ada Lovelace", "Head of Service, Early Help")),
        ("Ada Lovelace – Head of Service", Contact("Ada Lovelace", HEAD)),
        ("Ada Lovelace", Contact("Ada Lovelace")),
        ("Early Help Front Door, help@x.example", Contact("Early Help Front Door", None, "help@x.example")),
        (
            "Ada Lovelace – Head of Service – 020 7946 0000 – ada@x.example",
            Contact("Ada Lovelace", HEAD, MAIL, "020 7946 0000"),
        ),
        (
            "Ada Lovelace – Head of Service – Tel: +44 (0)20 7946 0000",
            Contact("Ada Lovelace", HEAD, None, "+44 (0)20 7946 0000"),
        ),
        ("Ada Lovelace, Head of Service, 07700 900123", Contact("Ada Lovelace", HEAD, None, "07700 900123")),
        ("Ada Lovelace – Head, Ealing Council – ada@x.example", Contact("Ada Lovelace", "Head, Ealing Council", MAIL)),
        (
            "Ada Lovelace – Head of Service, Analytical Engines Ltd. – ada@x.example",
            Contact("Ada Lovelace", HEAD, MAIL, None, "Analytical Engines Ltd."),
        ),
    ],
)
def test_what_is_there_of_a_person(written: str, told: Contact) -> None:
    assert contacts(written) == [told]


@pytest.mark.parametrize(
    "written",
    [
        "Ada Lovelace – Head of Service – ada@x.example; Charles Babbage – Deputy – cb@x.example",
        "Ada Lovelace – Head of Service – ada@x.example, Charles Babbage – Deputy – cb@x.example",
        "Ada Lovelace – Head of Service – ada@x.example and Charles Babbage – Deputy – cb@x.example",
        "Ada Lovelace – Head of Service – ada@x.example & Charles Babbage – Deputy – cb@x.example",
        "Ada Lovelace – Head of Service – ada@x.example / Charles Babbage – Deputy – cb@x.example",
        "Ada Lovelace – Head of Service – ada@x.example Charles Babbage – Deputy – cb@x.example",
        "Ada Lovelace, Head of Service (ada@x.example); Charles Babbage, Deputy (cb@x.example)",
        "Ada Lovelace – Head of Service – ada@x.example\nCharles Babbage – Deputy – cb@x.example",
        "\n• Ada Lovelace – Head of Service – ada@x.example\n• Charles Babbage – Deputy – cb@x.example",
        "Ada Lovelace\nHead of Service\nada@x.example\nCharles Babbage\nDeputy\ncb@x.example",
    ],
)
def test_two_people(written: str) -> None:
    assert contacts(written) == [ADA, CHARLES]


def test_two_people_without_email_addresses() -> None:
    told = [Contact("Ada Lovelace", HEAD), Contact("Charles Babbage", "Deputy")]
    assert contacts("Ada Lovelace (Head of Service), Charles Babbage (Deputy)") == told
    assert contacts("Ada Lovelace, Head of Service and Charles Babbage, Deputy") == told


def test_remarks_behind_email_addresses_stay_with_their_person() -> None:
    written = "Ada Lovelace – Lead – ada@x.example (schools) and Charles Babbage – Lead – cb@x.example (parents)"
    assert contacts(written) == [
        Contact("Ada Lovelace", "Lead (schools)", MAIL),
        Contact("Charles Babbage", "Lead (parents)", "cb@x.example"),
    ]


def test_people_who_share_a_role() -> None:
    assert contacts("Ada Lovelace, Charles Babbage and Mary Somerville – Practice Leads") == [
        Contact(name, "Practice Leads") for name in ("Ada Lovelace", "Charles Babbage", "Mary Somerville")
    ]


def test_an_email_address_for_two_is_given_to_whose_name_it_holds_and_told() -> None:
    page = read(submission("It is so.", contact="Ada Lovelace & Charles Babbage – Leads – c.babbage@x.example"))
    assert list(page.initiatives[0].contacts) == [
        Contact("Ada Lovelace", "Leads"),
        Contact("Charles Babbage", "Leads", "c.babbage@x.example"),
    ]
    assert [(w.line, w.message) for w in page.warnings] == [
        (4, "One e-mail address for Ada Lovelace and Charles Babbage: taken as that of Charles Babbage.")
    ]


def test_email_addresses_that_stand_behind_both_names() -> None:
    assert contacts("Ada Lovelace & Charles Babbage ada@x.example cb@x.example") == [
        Contact("Ada Lovelace", None, MAIL),
        Contact("Charles Babbage", None, "cb@x.example"),
    ]


def test_an_email_address_alone_is_kept_and_told() -> None:
    page = read(submission("It is so.", contact="ada@x.example"))
    assert [contact.email for contact in page.initiatives[0].contacts] == [MAIL]
    assert messages(page) == ["The contact ada@x.example has no name."]


@pytest.mark.parametrize("broken", ["ada@x", "ada @x.example", "@x.example", "ada@"])
def test_a_broken_email_address_is_told_and_stands_in_the_text(broken: str) -> None:
    page = read(submission("It is so.", contact=f"Ada Lovelace – Head of Service – {broken}"))
    (initiative,) = page.initiatives
    assert [(contact.name, contact.role) for contact in initiative.contacts] == [("Ada Lovelace", HEAD)]
    assert broken in (initiative.full_text or "")
    assert messages(page) == [f"An e-mail address is broken in “Ada Lovelace – Head of Service – {broken}”."]


@pytest.mark.parametrize("nobody", ["", "TBC", "N/A", "n/a.", "To be confirmed"])
def test_nobody_is_told(nobody: str) -> None:
    page = read(submission("It is so.", contact=nobody))
    assert page.initiatives[0].contacts == ()
    assert messages(page) == ["The submission names no contact."]


def test_what_names_nobody_is_put_into_the_text_and_told() -> None:
    sentence = "whoever is on duty, which changes with the week, the weather and the number of those who are on holiday"
    page = read(submission("It is so.", contact=f"{sentence} {sentence}"))
    assert page.initiatives[0].contacts == ()
    assert sentence in (page.initiatives[0].full_text or "")
    assert messages(page)[-1].startswith("No contact could be read from “whoever is on duty")


@pytest.mark.parametrize(
    "label",
    ["Key Contact", "Key Contacts", "Key Contact(s)", "Key contact details", "KEY CONTACT", "Contact", "Key Contact 1"],
)
def test_names_of_the_field(label: str) -> None:
    text = submission("It is so.").replace("Key Contact: ", f"{label}: ")
    assert [contact.name for contact in one(text).contacts] == ["Rosalind Okonjo"]


def test_the_pages_administrators_are_nobodys_contact() -> None:
    administrator = known().publisher.contacts[0]
    written = f"{administrator.name} – {administrator.role} – {(administrator.email or '').upper()}"
    page = read(submission("It is so.", contact=written))
    assert page.initiatives[0].contacts == ()
    assert "The page's administrator is named as the contact, and was left out." in messages(page)
    for name in ("wide.txt", "compact.txt", "furniture.txt", "walks-and-buses.txt"):
        people = [contact for initiative in read(invented(name)).initiatives for contact in initiative.contacts]
        assert people
        assert not any("alliance.example" in (person.email or "") for person in people)


def test_an_email_address_that_only_the_link_holds() -> None:
    link = Link("Ada Lovelace", "mailto:Ada@X.example?subject=Keys")
    page = page_of(
        "LB of Ealing – Keys",
        "Summary of project: Keys.",
        TextLine(0, "Key Contact: Ada Lovelace – Head of Service", links=(link,)),
        "Main Submission:",
        "It is so.",
        FOOT,
    )
    assert page.initiatives[0].contacts == (Contact("Ada Lovelace", HEAD, "Ada@X.example"),)
    assert page.initiatives[0].links == ()


@pytest.mark.parametrize("compact", [False, True])
def test_those_of_a_page(compact: bool) -> None:
    text = invented("wide.txt")
    assert [list(i.contacts) for i in read(to_compact(text) if compact else text).initiatives] == [
        [Contact("Orla Pennyfeather", "Team Manager, Learning & Development", "Orla.Pennyfeather@merton.example")],
        [
            Contact(
                "Tobias Achterberg",
                "Principal Social Worker/Head of Practice (Children’s)",
                "tobias.achterberg@greenwich.example",
            )
        ],
        [Contact("Ngozi Featherstonehaugh", "Duty Manager, Out of Hours")],
    ]
