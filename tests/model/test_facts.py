"""No fact without evidence; nothing frozen changes; the JSON form is the contract."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from kg.model import FACT_KINDS, Evidence, Fact, PartialDate, Position, Profile, Subject
from kg.model import facts as module

EVIDENCE = Evidence(start=0, end=5, quote="Acorn")
KINDS = sorted(
    (kind for kind in vars(module).values() if isinstance(kind, type) and issubclass(kind, Fact) and kind is not Fact),
    key=lambda kind: kind.__name__,
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_fact_without_evidence_cannot_be_made(kind: type[Fact]) -> None:
    with pytest.raises(ValidationError, match="evidence"):
        kind.model_validate(
            {"evidence": [], "name": "x", "organization": "x", "advisor": "x", "text": "x", "value": "x"}
        )


def test_a_quote_must_fill_its_span() -> None:
    with pytest.raises(ValidationError, match="cannot hold"):
        Evidence(start=3, end=9, quote="Acorn")


def test_a_name_needs_evidence() -> None:
    with pytest.raises(ValidationError, match="without evidence"):
        Subject(name="Ada Fernwood")
    assert Subject().name is None


def test_what_is_ongoing_has_no_end() -> None:
    with pytest.raises(ValidationError, match="ongoing"):
        Position(organization="Acorn", end=PartialDate(2020), current=True, evidence=(EVIDENCE,))


def test_facts_are_frozen() -> None:
    position = Position(organization="Acorn", evidence=(EVIDENCE,))
    with pytest.raises(ValidationError, match="frozen"):
        position.title = "Gardener"  # type: ignore[misc]


def test_the_json_form_writes_dates_as_stated() -> None:
    position = Position(organization="Acorn", start=PartialDate(2021, 7), evidence=(EVIDENCE,))
    written = json.loads(position.model_dump_json())
    assert (written["start"], written["end"], written["current"]) == ("2021-07", None, False)
    assert Position.model_validate(written) == position


def test_a_profile_lists_its_facts_kind_by_kind() -> None:
    position = Position(organization="Acorn", evidence=(EVIDENCE,))
    profile = Profile(source="a.md", sha256="0" * 64, positions=(position,))
    assert list(profile.facts()) == [position]
    assert set(FACT_KINDS) == set(Profile.model_fields) - {
        "source",
        "sha256",
        "media_type",
        "language",
        "dated",
        "person",
    }
