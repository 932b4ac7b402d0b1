"""My own profile as linked data: a graph of one document, under my own address, as Turtle and JSON-LD."""

import sys
import tempfile
from pathlib import Path

import kg

PROFILE = Path(__file__).resolve().parent.parent / "data" / "profiles" / "invented" / "ada-fernwood.md"
out = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(tempfile.mkdtemp())

with kg.open(base="https://ada.example/id/") as graph:
    graph.add(PROFILE)
    for name in ("profile.ttl", "profile.jsonld"):
        graph.export(out / name)
        print(name, (out / name).stat().st_size, "bytes")
    me = next(person for person in graph.people() if person.name == "Ada Fernwood")
    print(me.iri.startswith("https://ada.example/id/person/"), me.emails)
