"""A change as one SPARQL update.

One `update()` call is the only way to replace a graph in Oxigraph that neither loses it nor shows half of it when the
process is killed. The text is put together from pyoxigraph terms alone, which are validated where they are made and
escaped where they are printed.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

import pyoxigraph as ox

from kg.stores.store import Change


def render(change: Change) -> str:
    """The SPARQL update that makes the change; "" for none."""
    parts = [f"DROP SILENT GRAPH {graph}" for graph in change.drop]
    if change.delete:
        parts.append(f"DELETE DATA {{\n{_quads(change.delete)}}}")
    if change.insert:
        parts.append(f"INSERT DATA {{\n{_quads(change.insert)}}}")
    return " ;\n".join(parts)


def _quads(quads: Iterable[ox.Quad]) -> str:
    """The quads as SPARQL's QuadData, one GRAPH block for each run of the same graph."""
    blocks = groupby(quads, key=lambda quad: quad.graph_name)
    return "".join(
        f"GRAPH {name} {{\n{''.join(f'{q.subject} {q.predicate} {q.object} .{chr(10)}' for q in run)}}}\n"
        for name, run in blocks
    )
