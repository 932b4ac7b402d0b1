"""Write the graph in a format others read."""

from kg.exporters.export import export
from kg.exporters.files import replacing
from kg.exporters.formats import FORMATS, Format, find

__all__ = ["FORMATS", "Format", "export", "find", "replacing"]
