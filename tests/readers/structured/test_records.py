import json

import pytest

from kg.errors import DocumentError, LimitError
from kg.model import InlineKind


def shape(text):
    return [(b.kind.value, b.level, b.text) for b in text.blocks]


def said(text, block, words):
    at = block.text.index(words)
    start, end = block.span(at, at + len(words))
    return text.content[start:end]


JSON = """{ // by hand
  "basics": {"name": "Ada Example", "label": "Engineer", "email": "ada@x.ch",
    "location": {"city": "Bern", "countryCode": "CH"},
    "summary": ""},
  "work": [
    {"company": "Acme", "position": "Engineer", "startDate": "2019", "endDate": "2020-05", "url": "https://acme.example",
     "summary": "Did \\"it\\".\\nTwice.", "highlights": ["Built it", "Ran \\u00e9t\\u00e9"],},
    {"company": "Initech", "startDate": "2021", "technologies": ["Go", "C#"]}
  ],
  'skills': [{"name": "Web", "level": "", "keywords": ["HTML", "CSS"]}],
  "volunteer": [], "languages": [{"language": "German", "fluency": "Native"}], trailing: [
"""


def test_json_resume(parse):
    text = parse(JSON, ".json")
    assert shape(text) == [
        ("heading", 1, "Ada Example"),
        ("pair", 0, "label: Engineer"),
        ("pair", 0, "email: ada@x.ch"),
        ("pair", 0, "location: Bern"),
        ("heading", 2, "work"),
        ("item", 1, "Acme\nEngineer\n2019 – 2020-05"),
        ("paragraph", 0, 'Did "it".\nTwice.'),
        ("item", 2, "Built it"),
        ("item", 2, "Ran été"),
        ("item", 1, "Initech\n2021 –"),
        ("pair", 0, "technologies: Go, C#"),
        ("heading", 2, "skills"),
        ("pair", 0, "Web: HTML, CSS"),
        ("heading", 2, "languages"),
        ("item", 1, "German\nNative"),
    ]
    work = text.blocks[5]
    assert work.labels == ("company", "position", "start Date", "end Date")
    assert [work.text[a:b] for a, b in work.cells] == ["Acme", "Engineer", "2019", "2020-05"]
    assert [(i.kind, i.target) for i in work.inlines] == [(InlineKind.LINK, "https://acme.example")]
    assert said(text, work, "2020-05") == "2020-05"


YAML = """# my résumé
cv:
  name: Ada Example
  email: ada@x.ch
  sections:
    experience:
      - company: Acme
        position: >-
          Senior
          engineer
        start_date: 2019-01
        end_date: present
        highlights:
          - "Built: things"
    selectedHonors:
      - Prize 2019
    skills:
      - label: Languages
        details: Python, Go
    education: {institution: Nowhere, degree: MSc, year: 2018}
"""


def test_yaml(parse):
    text = parse(YAML, ".yaml")
    assert shape(text) == [
        ("heading", 1, "Ada Example"),
        ("pair", 0, "email: ada@x.ch"),
        ("heading", 2, "experience"),
        ("item", 1, "Acme\nSenior engineer\n2019-01 – present"),
        ("item", 2, "Built: things"),
        ("heading", 2, "selected Honors"),
        ("item", 1, "Prize 2019"),
        ("heading", 2, "skills"),
        ("pair", 0, "Languages: Python, Go"),
        ("heading", 2, "education"),
        ("item", 1, "Nowhere\nMSc\n2018"),
    ]
    assert [b.text for b in text.hidden] == ["my résumé"]
    assert said(text, text.blocks[3], "Senior engineer").split() == ["Senior", "engineer"]


def test_names_in_parts_and_whole_records(parse):
    text = parse("firstName: Ada\nlastName: Example\nbio: Hi\nexperience:\n- title: Chief\n  period: 2019", ".yml")
    assert shape(text)[0] == ("heading", 1, "Ada Example")
    assert shape(text)[-1] == ("item", 1, "Chief\n2019")


def test_a_list_of_titled_sections(parse):
    text = parse(
        """
- title: Work Experience
  type: time_table
  contents:
    - title: Gardener
      institution: Acorn Ltd
      year: 2017-2021
- title: Tools
  type: list
  contents: [spade, rake]
- name: Web
  keywords: [HTML, CSS]
""",
        ".yaml",
    )
    assert shape(text) == [
        ("heading", 2, "Work Experience"),
        ("item", 1, "Gardener\nAcorn Ltd\n2017-2021"),
        ("heading", 2, "Tools"),
        ("item", 1, "spade"),
        ("item", 1, "rake"),
        ("pair", 0, "Web: HTML, CSS"),
    ]


@pytest.mark.parametrize(
    ("data", "suffix", "error"),
    [
        ("[" * 100_000, ".json", LimitError),
        ('{"a":' * 300 + "1" + "}" * 300, ".json", LimitError),
        ('"just words"', ".json", DocumentError),
        ("{}", ".json", DocumentError),
        ("a: [", ".yaml", DocumentError),
        ("", ".yaml", DocumentError),
        ("# nothing", ".yaml", DocumentError),
        ("- " * 5000 + "x", ".yaml", DocumentError),
        (
            "a: &a [x,x,x,x,x,x,x,x,x]\n"
            + "".join(f"{c}: &{c} [{','.join([f'*{p}'] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)),
            ".yaml",
            LimitError,
        ),
    ],
)
def test_hostile_data(parse, data, suffix, error):
    with pytest.raises(error):
        parse(data, suffix)


@pytest.mark.parametrize(
    ("data", "suffix", "read"),
    [
        ("a: b: c", ".yaml", ["a: b: c"]),
        ("a: @home\nb: `x` and y", ".yaml", ["a: home", "b: x` and y"]),
        ("work:\n  - a: Gardener\n\tb: 2010\n  - a: Cook: second", ".yaml", ["work", "Gardener", "Cook: second"]),
        ("a: !!python/object/apply:os.system ['id']\n\tb\nc: d", ".yaml", ["a", "id", "c: d"]),
        ('a = "b"\nyear = Expected 2019\nc = "d"\n!!', ".toml", ["a: b", "c: d"]),
    ],
)
def test_lines_that_make_no_sense_take_no_others_with_them(parse, data, suffix, read):
    assert [block.text for block in parse(data, suffix).blocks] == read


@pytest.mark.parametrize(
    "data",
    [
        {"Berufserfahrung": [{"Rolle": "Koch", "Firma": "Acorn Ltd", "von": "2010", "bis": "2012"}]},
        {"experiência": [{"função": "Koch", "empresa": "Acorn Ltd", "período": {"início": "2010", "fim": "2012"}}]},
        {"experience": {"Acorn Ltd": {"position": "Koch", "start": "2010", "end": "2012"}}},
        {"experience": {"job1": {"position": "Koch", "company": "Acorn Ltd", "when": {"from": "2010", "to": "2012"}}}},
        {"expériences": [{"poste": "Koch", "entreprise": "Acorn Ltd", "de": "2010", "à": "2012"}]},
    ],
)
def test_keys_in_other_languages_and_names_as_keys(parse, data):
    (head, record) = parse(json.dumps(data), ".json").blocks
    assert head.kind.value == "heading"
    assert set(record.text.split("\n")) == {"Koch", "Acorn Ltd", "2010 – 2012"}
    assert {"position", "company"} <= set(record.labels)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ({"nom": "Lind", "prénom": "Mara", "email": "m"}, "Mara Lind"),
        ({"nombre": "Mara", "apellidos": "Lind", "email": "m"}, "Mara Lind"),
        ({"nome": "Mara Lind", "email": "m"}, "Mara Lind"),
    ],
)
def test_what_a_key_means_beside_others(parse, data, name):
    assert parse(json.dumps(data), ".json").blocks[0].text == name
