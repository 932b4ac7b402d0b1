"""The command line: parse, call, print."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the process's own command line and leave with its exit code."""
    from kg.cli.running import run

    sys.exit(run())
