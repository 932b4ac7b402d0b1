"""Names of roles in many professions and languages, and names of institutions that only sound like one."""

from __future__ import annotations

import pytest

from kg.extraction.clues import title_score


@pytest.mark.parametrize(
    "text",
    ["Headteacher", "Professor Emeritus of Physics", "Developer Senior", "Software Engineer Sr.", "SMTS",
     "Research Assistant III", "Chief Resident", "Second Lieutenant", "Vice-Captain", "Growth Hacker", "Sous Chef",
     "Zahnärztin", "Technische Zeichnerin", "Studentische Hilfskraft", "Werkstudent Universität Fernwood",
     "Rechtsreferendarin", "Kauffrau für Büromanagement", "Chirurgienne", "Directrice de recherche",
     "Ingénieur d'études", "Catedrática de Derecho", "Vicepresidenta", "Fisioterapeuta", "Oficial de Cumplimiento",
     "Doutoranda", "Conselheira Fiscal", "Ricercatore universitario", "Commercialista", "Penningmeester",
     "Öğretim üyesi", "Współzałożyciel", "Kierownik projektu", "Аспирант", "Старший научный сотрудник", "副教授",
     "공동창업자", "保育士"],
)  # fmt: skip
def test_a_role(text):
    assert title_score(text) >= 3


@pytest.mark.parametrize(
    "text",
    ["Museum of Fine Arts", "School of Arts and Sciences", "Liberal Arts College", "Premier Inn",
     "Second Stage Theater", "Instituto Técnico Fernwood", "Istituto Tecnico Fernwood", "Universidad Técnica Fernwood",
     "Meister Software GmbH", "Escuela Técnica Superior de Ingenieros", "Trace Collector", "Oper Köln", "Payments"],
)  # fmt: skip
def test_no_role(text):
    assert title_score(text) < 3
