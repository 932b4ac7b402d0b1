"""The only room that knows the order of the rooms: documents in, one graph out, kept up to date."""

from kg.pipeline.erasure import forget
from kg.pipeline.intake import Input, Notice, add, explain, extract, profile, profiles
from kg.pipeline.judging import judge, suggest, verdict, withdraw
from kg.pipeline.report import Forgotten, Report
from kg.pipeline.upkeep import Workshop, settle

__all__ = [
    "Forgotten",
    "Input",
    "Notice",
    "Report",
    "Workshop",
    "add",
    "explain",
    "extract",
    "forget",
    "judge",
    "profile",
    "profiles",
    "settle",
    "suggest",
    "verdict",
    "withdraw",
]
