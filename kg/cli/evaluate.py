"""`kg evaluate`: how well the facts of annotated documents are read."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.codes import FINDINGS
from kg.cli.options import Json
from kg.cli.tables import print_table
from kg.cli.terminal import one_line, put, say
from kg.errors import DocumentError

if TYPE_CHECKING:
    from kg.evaluation import Annotated as AnnotatedDocument
    from kg.evaluation import Score

# Quotes are held against the file itself in the formats that people write as text.
_GROUNDED_IN_THE_FILE = {".md", ".txt"}


def evaluate(
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="Documents with a .gold.json beside each.")],
    errors: Annotated[int, typer.Option("--errors", min=0, help="Show up to so many errors of each figure.")] = 0,
    floors: Annotated[
        Path | None, typer.Option("--floors", help="Figures that must not fall; exit code 1 if so.")
    ] = None,
    pin: Annotated[
        bool, typer.Option("--raise", help="Write the figures to the file of floors; none may fall.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Score the extraction of annotated documents: F1, precision and recall of every kind of fact.

    A document that cannot be read counts as one without facts.
    """
    from kg.evaluation import corpus, digest, score, write_floors

    documents = corpus(folder)
    result = score(_pairs(documents))
    put(_as_json(result) if as_json else "")
    if not as_json:
        _print(result, errors)
    if floors and pin:
        write_floors(floors, digest(documents), result)
        say(f"{one_line(str(floors))}: pinned")
    elif floors and _fell(floors, digest(documents), result):
        raise typer.Exit(FINDINGS)


def _pairs(documents: tuple[AnnotatedDocument, ...]) -> Iterator[tuple[dict[str, Any], dict[str, Any], str | None]]:
    from kg import pipeline
    from kg.cli.facts import facts

    found: dict[str, dict[str, Any]] = {}
    for profile in pipeline.profiles([annotated.document.as_posix() for annotated in documents]):
        if isinstance(profile, DocumentError):
            say(f"kg: {profile}")
        else:
            found[profile.source] = facts(profile)
    for annotated in documents:
        written = annotated.document.suffix in _GROUNDED_IN_THE_FILE
        text = annotated.document.read_text(encoding="utf-8", errors="replace") if written else None
        yield annotated.gold, found.get(annotated.document.as_posix(), {}), text


def _print(result: Score, errors: int) -> None:
    rows = [
        [name, f"{f.f1:.3f}", f"{f.precision:.3f}", f"{f.recall:.3f}", str(f.gold), str(f.found)]
        for name, f in result.figures.items()
    ]
    print_table(["", "F1", "precision", "recall", "annotated", "found"], rows)
    grounded = f"{result.grounded.precision:.3f}" if result.grounded.found else "–"
    put(f"\nheadline {result.headline:.3f}   grounded {grounded}   documents {result.documents}\n")
    for metric in dict.fromkeys((finding.metric, finding.what) for finding in result.findings):
        shown = [f for f in result.findings if (f.metric, f.what) == metric][:errors]
        if shown:
            put(f"\n{' '.join(metric)}\n" + "".join(f"  {one_line(f'{f.document}: {f.fact}')}\n" for f in shown))


def _as_json(result: Score) -> str:
    figures = {
        name: {"f1": f.f1, "precision": f.precision, "recall": f.recall, "annotated": f.gold, "found": f.found}
        for name, f in result.figures.items()
    }
    findings = [{"metric": f.metric, "document": f.document, "what": f.what, "fact": f.fact} for f in result.findings]
    whole = {
        "headline": result.headline,
        "grounded": result.grounded.precision if result.grounded.found else None,
        "documents": result.documents,
        "figures": figures,
        "findings": findings,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _fell(path: Path, digest: str, result: Score) -> bool:
    from kg.evaluation import read_floors

    pinned = read_floors(path)
    if pinned.digest != digest:
        say(f"{one_line(str(path))}: the floors are of other documents; pin them anew with --raise")
        return True
    fallen = pinned.broken_by(result)
    for name, (floor, figure) in fallen.items():
        say(f"{name} fell from {floor:.4f} to {figure:.4f}")
    return bool(fallen)
