"""bytes → Text: one file per format."""

from kg.readers.discovery import find
from kg.readers.registry import READERS, Reader, read

__all__ = ["READERS", "Reader", "find", "read"]
