"""The command line: parse, call, print."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the process's own command line and leave with its exit code."""
    try:
        from kg.cli.running import run

        code = run()
    except KeyboardInterrupt:  # before or after the command itself, which has its own way of ending
        sys.stderr.write("kg: interrupted\n")
        code = 130
    sys.exit(code)
