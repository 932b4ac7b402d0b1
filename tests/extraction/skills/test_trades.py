"""Technologies of many trades in invented lines, and look-alikes beside them that must say nothing."""

from __future__ import annotations

import pytest

from kg.extraction.skills import find


def named(outlined, text):
    return {match.name for match in find(outlined(text))}


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Telephony: Avaya Aura, Cisco Unified Call Manager, FreePBX",
            {"Avaya Aura", "Cisco Unified Communications Manager", "FreePBX"},
        ),
        ("Web: Vue2, Axios, Google Blockly, MIDI.js", {"Vue", "Axios", "Blockly", "MIDI.js"}),
        ("Servers: WildFly, JBoss, HA Proxy", {"WildFly", "JBoss", "HAProxy"}),
        ("Buses: CANopen, CAN FD, RS-485", {"CANopen", "CAN FD", "RS-485"}),
        ("Robotics: ROS 2, RViz, colcon", {"ROS 2", "RViz", "colcon"}),
        ("Hardware languages: SystemVerilog, VHDL", {"SystemVerilog", "VHDL"}),
        ("Hydrology tools: HEC-RAS, HEC-HMS, EPANET", {"HEC-RAS", "HEC-HMS", "EPANET"}),
        ("GIS: ArcMap, ArcGIS Pro, QField", {"ArcMap", "ArcGIS Pro", "QField"}),
        ("Tools: Ansys Fluent, HyperMesh, Femap", {"Ansys Fluent", "HyperMesh", "Femap"}),
        ("Software: Epic MyChart, SystmOne, Orthanc", {"Epic MyChart", "SystmOne", "Orthanc"}),
        ("General tools: Git Linux Grunt Webpack Vault", {"Git", "Linux", "Grunt", "webpack", "Vault"}),
        ("Supply chain: SLSA, in-toto, CycloneDX, Cosign", {"SLSA", "in-toto", "CycloneDX", "Cosign"}),
        ("Programs: Rhinoceros3D, Blender, Photoshop", {"Rhino", "Blender", "Photoshop"}),
        ("Packages: sql-alchemy, msgspec, orjson", {"SQLAlchemy", "msgspec", "orjson"}),
        ("Software: Office 365, SAPUI5, SAP BW", {"Microsoft 365", "SAPUI5", "SAP BW"}),
    ],
)
def test_lists_of_many_trades(outlined, line, wanted):
    assert named(outlined, f"# Nobody\n\n## Skills\n\n- {line}\n") == wanted


DOCUMENT = "# Mira Tennfjord\n\n{line}\n\n## Skills\n\n- Python, Docker, Kubernetes\n"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("I am an R enthusiast.", "R"),
        ("I keep blogging about R and about boats.", "R"),
        ("Wrote two R packages for tide tables.", "R"),
        ("Ran the trajectories with HYSPLIT.", "HYSPLIT"),
        ("Moved the fleet from WildFly to Quarkus.", "WildFly"),
        ("Used both Puppet and Chef for the harbour.", "Puppet"),
        ("My strengths are in the R tidyverse.", "R"),
        ("Automated tests in Selenium WebDriver.", "Selenium WebDriver"),
    ],
)
def test_a_technology_told_in_a_sentence(outlined, line, name):
    assert name in named(outlined, DOCUMENT.format(line=line))


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("I study at VIT University and like boats.", "Vision Transformer"),
        ("Passed OCR Level 2 in bookkeeping.", "OCR"),
        ("La mise en place d'un atelier de voile.", "mise"),
        ("Casa Marina was built by my aunt Olga.", "OLGA"),
        ("A friend of Adam, who sailed to Palm Beach.", "PaLM"),
        ("Find my sketches on CodePen.", "CodePen"),
        ("My colleague joined Consul, Inc. last year.", "Consul"),
        ("Bought a boat on Vault.com with friends.", "Vault"),
        ("Rebuilt the old mill from Scratch.", "Scratch"),
        ("A talk given from the back of the Room.", "Room"),
        ("I host tides.example, an alternative to Heroku, Vercel and Netlify.", "Vercel"),
        ("My uncle is Tore Herwig, a sailor.", "Herwig"),
    ],
)
def test_a_look_alike_in_a_sentence_is_none(outlined, line, name):
    assert name not in named(outlined, DOCUMENT.format(line=line))


def test_icons_by_the_short_names_of_their_sets(outlined):
    page = "![icons](https://skillicons.dev/icons?i=react,next,workers,regex,rollupjs)\n"
    assert {"React", "Next.js", "Cloudflare Workers", "Rollup"} <= named(outlined, page)


SKILLS = "# Nobody\n\n## Skills\n\n- Languages: Python, Java, SQL\n- {line}\n"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Trajectories: ZORBLIT", "ZORBLIT"),
        ("Milling: KnurlCAM 4", "KnurlCAM 4"),
        ("Exchanges: QX-9000, TarnDesk", "TarnDesk"),
        ("◾◾◾◾ TarnWorkplace/VBA", "TarnWorkplace"),
        ("Tools: Docker, Tarnley Desk", "Tarnley Desk"),
    ],
)
def test_an_unknown_product_among_known_ones_is_told_by_its_shape(outlined, line, wanted):
    assert wanted in named(outlined, SKILLS.format(line=line))


@pytest.mark.parametrize(
    "line",
    [
        "Typesetting/Graphic design with InDesign",
        "Metabarcoding (QIIME2), Annotation",
        "Security: Patch & package weakness management, OAuth",
        "Boats: Rowing, Sailing",
        "Exams: TOEFL 110, IELTS 8.0",
        "Driving licence B",
        "Patience and Diligence",
        "Programmation, Rédaction",
    ],
)
def test_what_people_do_is_no_product(outlined, line):
    found = find(outlined(SKILLS.format(line=line)))
    assert [match.name for match in found if match.term is None] == []


def test_badges_of_technologies_among_contacts_count_and_sites_do_not(outlined):
    badge = '<img src="https://img.shields.io/badge/{0}-blue" alt="{0}"/>'
    page = "# Nobody\n\n### Contacts\n\nMail: a@b.example\n\n{}\n".format(
        "\n".join(badge.format(name) for name in ("Telegram", "LinkedIn", "Kotlin", "Python", "CMake"))
    )
    assert named(outlined, page) == {"Kotlin", "Python", "CMake"}


def test_a_short_list_after_a_long_label(outlined):
    line = "Noções em bancos de dados não relacionais: Mongo"
    assert "MongoDB" in named(outlined, SKILLS.format(line=line))
