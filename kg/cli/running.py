"""Run a command line: every failure becomes one line on stderr and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import typer

from kg.cli.app import app
from kg.cli.codes import DONE, FAILED, INTERRUPTED, USAGE
from kg.cli.terminal import say
from kg.errors import KgError

# ClickException, which some versions of typer take from click and others bring along
_Refusal: type[Exception] = typer.BadParameter.__mro__[2]


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command line (the process's own if none is given) and return its exit code."""
    _prepare_streams()
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except BrokenPipeError:
        # whoever read the results has had enough; that is no failure
        _silence(sys.stdout)
        return DONE
    except OSError as error:
        say(f"kg: stdout cannot be written: {error.strerror or error}")
        _silence(sys.stdout)
        return FAILED
    return code


def _run(arguments: Sequence[str] | None) -> int:
    command = typer.main.get_command(app)
    try:
        code = command.main(args=arguments, prog_name="kg", standalone_mode=False)
    except KgError as error:
        say(f"kg: {error}")
        return error.exit_code
    except _Refusal as error:
        say(f"kg: {error.format_message()}; see: kg --help")  # type: ignore[attr-defined]
        return USAGE
    except (KeyboardInterrupt, typer.Abort):
        code = INTERRUPTED
    except SystemExit as left:
        if isinstance(left.__context__, BrokenPipeError):  # typer's own way of handling it
            raise left.__context__ from None
        raise
    except BrokenPipeError:
        raise
    except OSError as error:
        say(f"kg: {error.filename or 'stdout'}: {error.strerror or error}")
        _silence(sys.stdout)
        return FAILED
    except Exception as error:
        if os.environ.get("KG_TRACEBACK"):
            raise
        what = f"{type(error).__name__}: {error}"
        say(f"kg: a fault of this program, please report it: {what} (KG_TRACEBACK=1 shows where)")
        return FAILED
    if code == INTERRUPTED:
        say("kg: interrupted")
    return code if isinstance(code, int) else DONE


def _prepare_streams() -> None:
    """UTF-8 whatever the locale says, so that a name in any script can be printed."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _silence(stream: object) -> None:
    # the interpreter flushes stdout on its way out and would complain again
    if hasattr(stream, "fileno"):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
