"""The prefixes every query may use without declaring them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

DEFAULT_BASE = "https://kg.example/"

_VOCABULARIES = {
    "kg": "https://w3id.org/people-kg#",
    "skill": "https://w3id.org/people-kg/skill#",
    "organization": "https://w3id.org/people-kg/organization#",
    "schema": "https://schema.org/",
    "org": "http://www.w3.org/ns/org#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "edtf": "http://id.loc.gov/datatypes/edtf/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "dct": "http://purl.org/dc/terms/",
}


@cache
def prefixes() -> Mapping[str, str]:
    """Prefix → namespace, without the colon."""
    return MappingProxyType(_VOCABULARIES)
