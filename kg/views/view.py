"""A finished page: its HTML, and how it is kept and shown."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from pathlib import Path

from kg.errors import FormatError
from kg.exporters import replacing

_SUFFIXES = ("", ".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class View:
    """One self-contained HTML page. `html` is the whole document, `title` what its window is called."""

    title: str
    html: str

    def save(self, path: str | Path) -> Path:
        """Write the page, whole or not at all, as UTF-8; the path it stands at.

        Raises FormatError for a name that promises another format, OutputError where the page cannot be written.
        """
        if Path(path).suffix.lower() not in _SUFFIXES:
            raise FormatError(f"{path}: views are written as HTML; call it {Path(path).stem}.html")
        with replacing(path) as stream:
            stream.write(self.html.encode("utf-8"))
        return Path(path)

    def _repr_html_(self) -> str:
        """The page in a frame that may run its scripts and nothing of the notebook around it."""
        return (
            '<iframe sandbox="allow-scripts allow-downloads allow-popups" '
            f'title="{escape(self.title)}" srcdoc="{escape(self.html)}" '
            'style="width:100%;height:640px;border:1px solid #8884;border-radius:8px"></iframe>'
        )
