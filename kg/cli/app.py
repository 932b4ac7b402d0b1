"""The verbs, put together."""

from __future__ import annotations

from typing import Annotated

import typer

from kg import __version__
from kg.cli import (
    ask,
    build,
    check,
    documents,
    evaluate,
    export,
    extract,
    forget,
    info,
    judge,
    query,
    questions,
    report,
    site,
    view,
)

app = typer.Typer(
    name="kg",
    help="A knowledge graph of people, organizations and skills, read from their profile documents.",
    epilog="Exit codes: 0 done, 1 findings or some documents failed, 2 wrong usage, 3 failed.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

_MAKE, _USE, _KEEP = "Make a graph", "Use it", "Keep it"
app.command("build", rich_help_panel=_MAKE)(build.build)
app.command("extract", rich_help_panel=_MAKE)(extract.extract)
app.command("ask", rich_help_panel=_USE, context_settings=ask.SETTINGS)(ask.ask)
app.command("questions", rich_help_panel=_USE)(questions.questions)
app.command("query", rich_help_panel=_USE, context_settings=query.SETTINGS)(query.query)
app.command("export", rich_help_panel=_USE)(export.export)
app.command("view", rich_help_panel=_USE)(view.view)
app.command("report", rich_help_panel=_USE)(report.report)
app.command("site", rich_help_panel=_USE)(site.site)
app.command("documents", rich_help_panel=_KEEP)(documents.documents)
app.command("info", rich_help_panel=_KEEP)(info.info)
app.command("check", rich_help_panel=_KEEP)(check.check)
app.command("judge", rich_help_panel=_KEEP)(judge.judge)
app.command("evaluate", rich_help_panel=_KEEP)(evaluate.evaluate)
app.command("forget", rich_help_panel=_KEEP)(forget.forget)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"kg {__version__}")
        raise typer.Exit


@app.callback()
def _common(
    _version_wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and leave.")
    ] = False,
) -> None:
    pass
