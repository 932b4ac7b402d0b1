"""Addresses and short forms."""

from __future__ import annotations

import pytest

from kg.extraction.contacts import abbreviations, links


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Mail: ada@example.org", "ada@example.org"),
        ("ada.b [at] cs [dot] example [dot] org", "ada.b@cs.example.org"),
        ("ada (at) example (dot) org", "ada@example.org"),
        ("ada{at}example{dot}org", "ada@example.org"),
        ("ada at example dot org", "ada@example.org"),
        ("[write to me](mailto:ada@example.org?subject=hi)", "ada@example.org"),
    ],
)
def test_an_address_is_decoded(text: str, address: str, outlined) -> None:
    assert [claim.fact.value for claim in links(outlined(text))] == [address]


@pytest.mark.parametrize("text", ["I looked at example. It was fine.", "Meet me at noon at dot ten.", "5 @ 3 = 2"])
def test_words_are_no_address(text: str, outlined) -> None:
    assert links(outlined(text)) == []


def test_own_pages_are_links_and_other_peoples_are_not(outlined) -> None:
    text = "[GitHub](https://github.com/ada-example) and [Prof. Otto Brandl](https://orcid.org/0000-0001)"
    assert [claim.fact.value for claim in links(outlined(text))] == ["https://github.com/ada-example"]


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("I studied at the Bergen Institute of Botany (BIB).", "BIB", "Bergen Institute of Botany"),
        ("Northwest Normal University is old. At NWNU I sang.", "NWNU", "Northwest Normal University"),
        ("University of Bergen\n\nAt UoB I sang.", "UoB", "University of Bergen"),
    ],
)
def test_a_short_form_is_led_back_to_its_name(text: str, short: str, full: str, outlined) -> None:
    found = {claim.fact.short: claim.fact.full for claim in abbreviations(outlined(text))}
    assert found == {short: full}


def test_a_short_form_of_two_names_is_left_alone(outlined) -> None:
    text = "I know Bergen State University and Berlin State University. BSU is near."
    assert abbreviations(outlined(text)) == []


def test_other_brackets_are_no_short_forms(outlined) -> None:
    assert abbreviations(outlined("I worked at Quandril (Berlin) and Example Inc. (USA) in Java (JDK).")) == []
