"""People of other trades, all invented: no technology is read into their words."""

from __future__ import annotations

import pytest

from kg.extraction.skills import find

NURSE = """
# Odalys Brennhaug, RN, BSN

## Summary

Compassionate registered nurse with eight years in ICU and PCU units, a swift hand in emergencies and an eye for
patient safety. Certified in BLS, ACLS and PALS.

## Experience

### Staff Nurse, Saint Helm Hospital | Spring 2018 - Present

- Triage, IV therapy, PCA pumps, EMR charting, ECG and MSK assessments, HIPAA training of new staff.
- Go-to person for wound care; react quickly to rust-coloured sputum and other signs.
- Express concern for families; access to care for the whole community; grade C pressure sores treated.
- Shell shock and PTSD group, R.N. on call, vitamin C and vitamin D trials, hepatitis C screening.
- Teams of six; word of mouth brought volunteers; excel at de-escalation.

### Charge Nurse, Coral Bay Clinic | 2015 - 2018

- Flask and bottle sterilisation, chart audits, cold chain of vaccines, SPA therapy, GCP training, RDS of newborns.

## Skills

- Patient care, Wound care, Phlebotomy, Triage, EMR, Basic life support
- Communication, Teamwork, Time management, Spanish (fluent)
"""

VIOLINIST = """
# Peregrine Castellane

Violin · Viola · Chamber music

## Performances

- Concerto in D minor; Sonata in C major; Partita in E; String Quartet in C# minor; Suite in G, K. 525
- Winner, Spring Recital 2019; Processing of bow pressure in Baroque style; Scheme of the fugue
- Swift passages and rust-brown tone, as the Coral Gazette wrote; Django Reinhardt programme with Julia Sandoval
- Cello Suite in R. Strauss arrangement; Mozart's Requiem; Sinatra evening; Cassandra in a new opera by Travis Oak

## Teaching

- Private studio: scales, Kreutzer, shifting, vibrato; helm of the youth orchestra; Ruby Anniversary Gala
- Composer in residence, Phoenix Festival; conductor of the Atlas Ensemble; Maple Street School

## Skills

- Violin, Viola, Piano (basic), Sight reading, Conducting, Music theory
- English, Italian
"""

COOK = """
# Tamsin Okoro

## Work history

- Chef de partie, Ember & Salt, 2017 - 2020. Ran the grill, the spice cellar and a team of four; bottle service.
- Puppet theatre caterer; maple syrup, ginger and chocolate desserts; keeper of the gin bar; express lunches.
- Head cook, The Nest, Spring 2021. Notion of zero waste; storm relief kitchen; hive honey; pumpkin and yarn market.

## Skills

Knife skills, Menu planning, Food safety, HACCP, Inventory, Pastry
"""

HISTORIAN = """
# Prof. Anselm Kjeldsen

Department of History, University of Lower Wexcombe

Research interests: medieval trade, maritime law, the Baltic, oral history.

## Appointments

- Reader in Medieval History, 2009 - present
- Lecturer, 2003 - 2009. Taught Latin palaeography, Introduction to Logic, the Silk Road, and Great Expectations.

## Publications

- The Spark and the Hive: guilds of the North. Oracle Press, 2011.
- Access to salt: pandas of the ledger. Journal of Express History 12.
"""


@pytest.mark.parametrize("text", [NURSE, VIOLINIST, COOK, HISTORIAN], ids=["nurse", "violinist", "cook", "historian"])
@pytest.mark.parametrize("name", ["profile.md", "profile.txt"])
def test_no_technology_is_read_into_other_trades(outlined, text, name):
    assert [(match.name, match.surface) for match in find(outlined(text, name))] == []


def test_an_economist_has_the_programs_of_the_trade(outlined):
    text = "# Somebody\n\n## Skills\n\nSoftware: R, Stata, EViews, MATLAB, Microsoft Office (including VBA)\n"
    found = {match.name for match in find(outlined(text))}
    assert found == {"R", "Stata", "EViews", "MATLAB", "Microsoft Office", "VBA"}


def test_office_programs_make_no_list_of_technologies(outlined):
    text = "# Somebody\n\n## Skills\n\n- Microsoft Word, PowerPoint, Phlebotomy, Triage, Payroll, Budgeting\n"
    assert {match.name for match in find(outlined(text))} == {"Microsoft Word", "Microsoft PowerPoint"}


VIOLINIST = """# Tomas Weir

Violinist of the Fen Quartet, heard at the Spring Festival, the Helm Series and Crystal Hall.
He recorded Bach's Partita in D minor and an express train for Maestro Records.
"""
WARD = """# Ilva Reed

Nurse. I go to work by train; swift response under stress; the rest is history.

## Skills

Patient care, Triage, Epic, Communication, Microsoft Office
"""
LAWYER = """EDNA MOSS

SKILLS
Legal research (Westlaw, LexisNexis), negotiation, Microsoft Word
"""


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (VIOLINIST, set()),
        (WARD, {"Epic", "Microsoft Office"}),
        (LAWYER, {"Westlaw", "LexisNexis", "Microsoft Word"}),
    ],
)
def test_pages_of_other_trades(outlined, text, wanted):
    assert {match.name for match in find(outlined(text))} == wanted
