"""`kg check`: whether the graph is as its shapes demand."""

from __future__ import annotations

import json

import typer

from kg.cli.codes import FINDINGS
from kg.cli.opened import opened
from kg.cli.options import DEFAULT_GRAPH, Graph, Json
from kg.cli.terminal import one_line, put, say


def check(graph: Graph = DEFAULT_GRAPH, as_json: Json = False) -> None:
    """Validate the graph against the shapes of its vocabulary (SHACL); exit code 1 if something is wrong."""
    from dataclasses import asdict

    from kg.rdf import shapes
    from kg.stores.dump import published

    with opened(graph) as store:
        store.graphs()  # so that a graph that is not there is named before anything is loaded
        report = shapes.check(published(store))
    if as_json:
        put(json.dumps(asdict(report), ensure_ascii=False, indent=2) + "\n")
    else:
        for finding in report.findings:
            put(f"{one_line(str(finding))}\n")
        say(f"{len(report.findings)} findings in {report.checked} triples" if report.findings else "nothing is wrong")
    if report.findings:
        raise typer.Exit(FINDINGS)
