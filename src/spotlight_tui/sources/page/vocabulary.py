"""The words by which names, roles, headings and what is counted are told apart."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ROLES = _words(
    """
    administrator adviser advisor ambassador analyst apprentice assistant associate ceo chair chairman chairperson
    chief clinician co-ordinator commander commissioner consultant coordinator councillor counsellor dcs deputy
    designated director doctor dsl educator engagement executive facilitator founder governor gp head headteacher
    hos inspector interim lead leader manager matron member mentor midwife nurse officer owner paediatrician
    participation practitioner president principal psw psychiatrist psychologist psychotherapist representative
    scientist secretary senco senior sergeant specialist strategist superintendent supervisor teacher therapist
    trainer trustee worker
    """
)
"""What a person is by profession, or in a body."""

NOT_IN_NAMES = ROLES | _words(
    """
    academy adoption advisory agency alliance and assurance authority board borough business care carer carers
    centre charity child children children's cic clinical  college commissioning committee community company
    conclusion consultancy corporate council councils course delivery department development digital directorate
    disabled diversity early east education educational enhanced equality evaluation evidence families family
    feedback fostering foundation friends further future group health help  hospital hr hub impact inclusion
    independent information innovation institute integrated intervention introduction justice key learning library
    limited llp local london ltd mental model multi multi-agency national network next nhs north office organisation
    our outcomes outreach parent parenting parents partners partnership partnerships performance permanent
    placements police policy practice prevention primary programme project provision public quality recruitment
    region relational research resources responding restorative results review royal safeguarding school schools
    secondary send service services social society south special speech sport staff standing steps strategic
    strategy student students supervision support system systemic team teams the therapeutic together training
    transformation trust uk understanding university upskilling virtual voice voices voluntary welcomes wellbeing
    west work workers workforce working workshops young youth
    """
)
"""Words of the trade, which are capitalised often and are nobody's name."""

PEOPLE = _words(
    """
    adults advisers advisors ambassadors apprentices assistants asyes attendees boys candidates carers champions
    clinicians coaches colleagues conversions counsellors cyp dads delegates dsls educators elsas employees
    facilitators fathers female females foster girls graduates grandparents headteachers individuals interns leaders
    leads learners male males managers members men mentees mentors mothers mums nqsws nurses officers parents
    participants people persons practitioners professionals psychologists pupils recruits residents respondents
    senco sencos staff stakeholders starters students supervisors teachers therapists trainees trainers users
    volunteers women workers
    """
)
"""Nouns that count people."""

STOPS = _words(
    """
    a about across after against all also among an and are as at be because been before being between but by during
    each every for from had has have having here how if in including into is it its latest most of on or our over
    per received since so than that the their them then there these they this those through to under until up was we
    were what when where which while who whose will with within would
    """
)
"""Words behind a number at which what is counted has ended."""

VAGUE = _words(
    """
    areas aspects elements examples factors halves issues items key kinds options others parts points quarters reasons
    sets sides steps strands themes things thirds times types ways words
    """
)
"""Plurals that a number in words counts without stating a figure: three things."""

LEADS_IN = _words(
    """
    across and are as below by following for from in include included includes including is of on say show shows
    that to via was were with
    """
)
"""Words at the end of a line that leads in what follows, and is no heading."""

SMALL = _words(
    """
    a an and at by for from in of on or our the to with
    """
)
"""Words that an id does not end with."""

NO_SPEAKER = _words(
    """
    comments examples feedback include including outcomes quotes testimonials testimonies voices
    """
)
"""Words before a colon that name no speaker."""

VERBS = _words(
    """
    are asked can described demonstrate demonstrates describe had has have highlight highlights illustrate illustrates
    include includes is it said say says show shows tell they this told was we were will you
    """
)
"""Words that make of a short line with a colon a sentence."""
