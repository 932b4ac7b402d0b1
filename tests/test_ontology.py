"""The vocabulary, the shapes, the model and the JSON-LD context say the same; nothing is undefined."""

from __future__ import annotations

import subprocess
import sys
import types
from collections import defaultdict
from enum import StrEnum
from pathlib import Path
from typing import Union, get_args, get_origin

import pyoxigraph as ox
import pytest
from pydantic import BaseModel

from kg import ontology, terms
from kg.model import (
    Abbreviation,
    Achievement,
    Advising,
    Award,
    Evidence,
    Link,
    Offer,
    PartialDate,
    Position,
    Profile,
    Project,
    Skill,
    SkillUse,
    Student,
    Study,
    Subject,
    Topic,
)
from kg.model.term import terms_of
from kg.rdf.context import context
from kg.rdf.nodes import describe
from kg.terms import EDTF, KG, OA, OWL, RDF, RDFS, SCHEMA, SKOS, XSD

SH = "http://www.w3.org/ns/shacl#"
SUBCLASS = RDFS.BASE + "subClassOf"
PROPERTIES = {OWL.BASE + "ObjectProperty", OWL.BASE + "DatatypeProperty"}

# The classes that a model class becomes.
CLASSES: dict[type[BaseModel], set[str]] = {
    Position: {KG.Employment, KG.GroupMembership},
    Study: {KG.Study},
    Advising: {KG.Advising},
    Student: {KG.Advising},
    Project: {KG.ProjectParticipation},
    Award: {KG.AwardReceipt},
    Offer: {KG.Offer},
    Skill: {KG.SkillStatement},
    SkillUse: {KG.SkillUse},
    Topic: {KG.TopicStatement},
    Achievement: {KG.Claim},
    Link: {KG.ContactStatement},
    Abbreviation: {KG.AbbreviationStatement},
    Profile: {KG.Document},
    Subject: {KG.Mention},
    Evidence: {OA.TextPositionSelector, OA.TextQuoteSelector},
}
# Fields that are no triple of their own: the facts themselves, what a file is called, how a link's value is to be read.
UNSTATED = {
    Profile: {"source", *(kind for kind in Profile.model_fields if kind not in terms_of(Profile))},
    Link: {"kind"},
    SkillUse: {"kind"},
}


def read(name: str) -> list[ox.Triple]:
    return list(ox.parse(path=str(ontology.file(name)), format=ox.RdfFormat.TURTLE))


@pytest.fixture(scope="module")
def vocabulary() -> dict[str, dict[str, list[str]]]:
    return {iri: dict(about) for iri, about in describe(read("kg.ttl")).items()}


@pytest.fixture(scope="module")
def shapes() -> dict[tuple[str, str], dict[str, list[str]]]:
    """(class, property) → what its shapes demand."""
    found = describe(read("shapes.ttl"))
    demands: dict[tuple[str, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for about in found.values():
        for target in about.get(SH + "targetClass", ()):
            for shape in about.get(SH + "property", ()):
                for predicate, values in found[shape].items():
                    demands[target, found[shape][SH + "path"][0]][predicate] += values
    return demands


def superclasses(name: str, vocabulary: dict[str, dict[str, list[str]]]) -> set[str]:
    above = {name}
    for parent in vocabulary.get(name, {}).get(SUBCLASS, ()):
        above |= superclasses(parent, vocabulary)
    return above


def fields() -> list[tuple[type[BaseModel], str, str]]:
    return [(model, name, iri) for model in CLASSES for name, iris in terms_of(model).items() for iri in iris]


@pytest.mark.parametrize("name", ["kg.ttl", "shapes.ttl", "skills.ttl", "organizations.ttl"])
def test_no_file_holds_a_blank_node(name: str) -> None:
    triples = read(name)
    assert triples
    assert not [t for t in triples if isinstance(t.subject, ox.BlankNode) or isinstance(t.object, ox.BlankNode)]


def test_every_term_has_a_label_and_a_meaning(vocabulary: dict[str, dict[str, list[str]]]) -> None:
    assert len(vocabulary) > 150
    dumb = [iri for iri, about in vocabulary.items() if len(about.get(RDFS.label, ())) != 1]
    vague = [iri for iri, about in vocabulary.items() if not {SKOS.definition, RDFS.BASE + "comment"} & set(about)]
    assert (dumb, vague) == ([], [])


def test_every_property_has_domains_and_ranges_that_are_declared(vocabulary: dict[str, dict[str, list[str]]]) -> None:
    datatypes = {EDTF.EDTF, *(value for value in vars(XSD).values() if isinstance(value, str))}
    for iri, about in vocabulary.items():
        if PROPERTIES & set(about[RDF.type]):
            assert about.get(SCHEMA.domainIncludes), iri
            assert about.get(SCHEMA.rangeIncludes), iri
            classes = about[SCHEMA.domainIncludes] + about[SCHEMA.rangeIncludes]
            assert set(classes) <= set(vocabulary) | datatypes, iri
            literal = bool(set(about[SCHEMA.rangeIncludes]) & datatypes)
            assert literal == (OWL.BASE + "DatatypeProperty" in about[RDF.type]), iri


def test_terms_of_ours_that_files_use_are_declared(vocabulary: dict[str, dict[str, list[str]]]) -> None:
    for name in ("kg.ttl", "shapes.ttl", "skills.ttl", "organizations.ttl"):
        nodes = {part.value for t in read(name) for part in (t.subject, t.predicate, t.object)
                 if isinstance(part, ox.NamedNode)}  # fmt: skip
        assert {iri for iri in nodes if iri.startswith(KG.BASE)} <= set(vocabulary)


def test_schema_org_is_always_https(root: Path) -> None:
    for path in [
        *(root / "ontology").glob("*.ttl"),
        *(root / "kg").rglob("*.rq"),
        *(root / "kg" / "rdf").rglob("*.py"),
    ]:
        assert "http://schema.org" not in path.read_text(encoding="utf-8"), path


def test_the_constants_are_those_of_the_vocabulary(root: Path, tmp_path: Path) -> None:
    script = root / "ontology" / "generate.py"
    assert subprocess.run([sys.executable, script, "--check"], check=False).returncode == 0
    namespaces = [value for value in vars(terms).values() if isinstance(value, type)]
    constants = [iri for space in namespaces for name, iri in vars(space).items() if name.isidentifier()
                 and not name.startswith("_") and name != "BASE"]  # fmt: skip
    assert len(constants) == len(set(constants)) > 200


@pytest.mark.parametrize("model", CLASSES, ids=lambda model: model.__name__)
def test_every_field_stands_for_a_term(model: type[BaseModel]) -> None:
    assert set(model.model_fields) - set(terms_of(model)) == UNSTATED.get(model, set())


@pytest.mark.parametrize(("model", "name", "iri"), fields(), ids=lambda part: getattr(part, "__name__", part))
def test_a_field_fits_the_vocabulary_and_the_shapes(
    model: type[BaseModel],
    name: str,
    iri: str,
    vocabulary: dict[str, dict[str, list[str]]],
    shapes: dict[tuple[str, str], dict[str, list[str]]],
) -> None:
    about = vocabulary[iri]
    annotation = model.model_fields[name].annotation
    for target in CLASSES[model]:
        above = superclasses(target, vocabulary)
        assert above & set(about[SCHEMA.domainIncludes]), f"{target} is no domain of {iri}"
        demands = [shapes[kind, iri] for kind in above if (kind, iri) in shapes]
        if target == OA.TextQuoteSelector:
            continue  # always the same node as the position
        assert demands, f"no shape for {iri} of {target}"
        if repeats(annotation) or iri in (KG.employmentType, SCHEMA.email):
            assert not any(SH + "maxCount" in demand for demand in demands)
        else:
            assert any("1" in demand.get(SH + "maxCount", ()) for demand in demands)
        kinds = {kind for demand in demands for p in ("datatype", "class") for kind in demand.get(SH + p, ())}
        assert kinds & set(about[SCHEMA.rangeIncludes]), f"the shape and the range of {iri} differ"
    assert fits(annotation, set(about[SCHEMA.rangeIncludes])), f"{annotation} is no value of {iri}"


def repeats(annotation: object) -> bool:
    return get_origin(annotation) is tuple


def fits(annotation: object, ranges: set[str]) -> bool:
    """Whether a Python type can be stated by a property of these ranges."""
    if get_origin(annotation) in (Union, types.UnionType):
        return all(fits(part, ranges) for part in get_args(annotation) if part is not type(None))
    if repeats(annotation):
        return fits(get_args(annotation)[0], ranges)
    literals = {
        str: {XSD.string, XSD.anyURI},
        int: {XSD.integer},
        bool: {XSD.boolean},
        PartialDate: {EDTF.EDTF, XSD.date},
    }
    if annotation in literals and ranges & set(literals[annotation]):  # type: ignore[index]
        return True
    things = {SKOS.Concept, SCHEMA.Place, SCHEMA.Project, KG.Mention}
    if annotation is str:
        return bool(ranges & things)
    if annotation is int:
        return KG.Engagement in ranges
    if isinstance(annotation, type) and issubclass(annotation, StrEnum):
        return bool(ranges & {KG.EmploymentType, KG.Level})
    return annotation in (Evidence, Subject) and bool(ranges & {OA.TextPositionSelector, KG.Mention})


def test_every_value_of_a_list_is_in_the_ontology(vocabulary: dict[str, dict[str, list[str]]]) -> None:
    from kg.model import EmploymentType, EntityKind, Level, PositionKind, Verdict
    from kg.rdf import engagements, entities, mentions

    tables = [
        (engagements.KINDS, set(PositionKind) - {PositionKind.JOB}, KG.EmploymentType),
        (engagements.TERMS, set(EmploymentType), KG.EmploymentType),
        (engagements.LEVELS, set(Level), KG.Level),
        (mentions.KINDS, set(EntityKind), KG.MentionKind),
        (entities.VERDICTS, set(Verdict), KG.Verdict),
    ]
    listed: dict[str, set[str]] = defaultdict(set)
    for table, values, kind in tables:
        assert set(table) == values
        assert all(kind in vocabulary[concept][RDF.type] for concept in table.values())
        listed[kind] |= set(table.values())
    for kind, concepts in listed.items():
        assert concepts == {iri for iri, about in vocabulary.items() if kind in about[RDF.type]}


def test_the_context_knows_every_term_by_its_type(vocabulary: dict[str, dict[str, list[str]]]) -> None:
    defined = {entry["@id"]: entry.get("@type") for entry in context().values() if isinstance(entry, dict)}
    for model, name, iri in fields():
        ranges = vocabulary[iri][SCHEMA.rangeIncludes]
        expected = {
            XSD.string: None,
            XSD.integer: None,
            XSD.boolean: None,
            KG.Level: "@vocab",
            KG.EmploymentType: "@vocab",
        }
        datatype = ranges[0] in (EDTF.EDTF, XSD.date, XSD.anyURI)
        wanted = expected.get(ranges[0], ranges[0] if datatype else "@id")
        assert defined[iri] == wanted, f"{model.__name__}.{name}"
    properties = {iri for iri, about in vocabulary.items() if PROPERTIES & set(about[RDF.type])}
    assert properties <= set(defined)
