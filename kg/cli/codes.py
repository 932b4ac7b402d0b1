"""What a command line leaves behind: 0 done … 3 failed."""

from __future__ import annotations

DONE, FINDINGS, USAGE, FAILED, INTERRUPTED = 0, 1, 2, 3, 130
