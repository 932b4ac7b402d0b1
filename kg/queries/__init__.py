"""The questions people ask, as SPARQL with bound parameters."""

from kg.queries.asking import ask
from kg.queries.called import resolve
from kg.queries.catalogue import QUESTIONS, find
from kg.queries.question import Kind, Parameter, Question, parse

__all__ = ["QUESTIONS", "Kind", "Parameter", "Question", "ask", "find", "parse", "resolve"]
