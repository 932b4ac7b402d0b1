"""What is nested for machines is laid out as people say it."""

import json

import pytest


def shape(text):
    return [(b.kind.value, b.text, b.labels) for b in text.blocks]


def item(*fields, **labelled):
    return ("item", "\n".join(labelled.values()), tuple(label.replace("_", " ") for label in labelled))


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            {"post": "Gardener", "issued": {"year": 2010, "month": 3, "day": 1}},
            [item(post="Gardener", issued="2010-03-01")],
        ),
        (
            {"post": "Gardener", "issued": {"month": "March", "year": 2010}},
            [item(post="Gardener", issued="March 2010")],
        ),
        ({"post": "Gardener", "issued": {"year": "2010"}}, [item(post="Gardener", issued="2010")]),
        ({"post": "Gardener", "score": {"year": "9"}}, [item(post="Gardener", score="9")]),
        (
            {"company": {"name": "Acorn", "url": "x.example", "location": "Bern"}, "title": "Gardener"},
            [item(company="Acorn", location="Bern", title="Gardener")],
        ),
        (
            {
                "company": "Acorn",
                "positions": [{"title": "Gardener", "date": "2010"}, {"title": "Chief", "date": "2012"}],
            },
            [item(title="Gardener", date="2010", company="Acorn"), item(title="Chief", date="2012", company="Acorn")],
        ),
        (
            {"name": "Acorn", "roles": [{"name": "Gardener", "since": "2010"}]},
            [("item", "Gardener\n2010 –\nAcorn", ("title", "since", "company"))],
        ),
        ({"Soils": "loam and clay"}, [("pair", "Soils: loam and clay", ())]),
        ({"year": 2010, "description": "A fence"}, [("item", "2010\nA fence", ("year", "name"))]),
        (
            {"details": "Moss Society", "sub_details": "President", "year": 2010},
            [("item", "Moss Society\nPresident\n2010", ("name", "sub details", "year"))],
        ),
        (
            {"post": "Gardener", "advisor": "Anna Ek", "year": 2010},
            [item(post="Gardener", year="2010"), ("pair", "advisor: Anna Ek", ())],
        ),
        (
            {"post": "Gardener", "advisor": {"name": "Anna Ek", "url": "https://a.example"}},
            [item(post="Gardener"), ("pair", "advisor: Anna Ek", ())],
        ),
        (
            {"post": "Gardener", "supervisors": [{"name": "Anna Ek", "title": "Prof."}, {"name": "Per Lund"}]},
            [item(post="Gardener"), ("pair", "supervisors: Anna Ek, Per Lund", ())],
        ),
        (
            {"post": "Gardener", "dates": ["2010-01", "2012-03"]},
            [("item", "Gardener\n2010-01 – 2012-03", ("post", "start", "end"))],
        ),
        (
            {"post": "Gardener", "dates": ["Mondays", "Fridays"]},
            [item(post="Gardener"), ("pair", "dates: Mondays, Fridays", ())],
        ),
        ({"2010-2012": "Gardener, Acorn"}, [("item", "2010-2012\nGardener, Acorn", ())]),
        ({"March 2010 – present": "Gardener"}, [("item", "March 2010 – present\nGardener", ())]),
        ({"Goals of 2010": "a fence"}, [("pair", "Goals of 2010: a fence", ())]),
        ({"post": {"value": "Gardener"}, "year": {"value": 2010}}, [item(post="Gardener", year="2010")]),
        (
            {"post": r"\textbf{Gardener} \& \href{https://a.example/x}{Digger at Acorn}", "year": 2010},
            [item(post="Gardener & Digger at Acorn", year="2010")],
        ),
        (
            {"post": "Writer of {names} and $HOME", "year": 2010},
            [item(post="Writer of {names} and $HOME", year="2010")],
        ),
        (
            {"post": "Gardener", "startMonth": "March", "startYear": 2010, "endYear": 2012},
            [("item", "Gardener\nMarch 2010 – 2012", ("post", "start Year", "end Year"))],
        ),
        (
            {"post": "Gardener", "told": "<p>Dug <b>deep</b></p><ul><li>and wide</li></ul>"},
            [item(post="Gardener"), ("paragraph", "Dug deep", ()), ("item", "and wide", ())],
        ),
    ],
)
def test_a_record(parse, record, expected):
    record = {"summary" if key == "told" else key: value for key, value in record.items()}
    text = parse(json.dumps({"history": [record]}), ".json")
    assert [block for block in shape(text) if block[0] != "heading"] == expected


def test_a_period_of_its_own_is_one_line(parse):
    period = {"startDate": {"month": 1, "year": 2020}, "endDate": {"month": 12, "year": 2021}}
    text = parse(json.dumps({"jobs": [{"companyName": "Acorn", "timePeriod": period}]}), ".json")
    assert shape(text)[1:] == [("item", "Acorn\n2020-01 – 2021-12", ("company Name", "start Date", "end Date"))]


def test_a_section_is_called_by_its_title(parse):
    text = parse("work:\n  title: Experience\n  columns: 2\n  info:\n    - company: Acorn\n      time: 2010\n", ".yaml")
    assert shape(text) == [("heading", "Experience", ()), item(company="Acorn", time="2010")]


def test_a_title_and_a_list_of_any_name_are_a_section(parse):
    text = parse("work:\n  title: Experience\n  jobs:\n    - company: Acorn\n      time: 2010\n", ".yaml")
    assert shape(text) == [("heading", "Experience", ()), item(company="Acorn", time="2010")]
    text = parse("work:\n  title: Gardener\n  company: Acorn\n  tasks:\n    - Digging deep holes by hand\n", ".yaml")
    assert shape(text)[1] == item(title="Gardener", company="Acorn")


def test_settings_are_hidden(parse):
    text = parse('{"name": "Ada Example", "email": "a@b.ch", "metadata": {"css": {"value": ".a{}"}}}', ".json")
    assert [text for _, text, _ in shape(text)] == ["Ada Example", "email: a@b.ch"]
    assert [block.text for block in text.hidden] == ["css: .a{}"]


@pytest.mark.parametrize(
    "names",
    [
        '"personName": {"firstName": "Ada", "surname": "Example"}',
        '"profile": {"name": "Ada", "surnames": "Example", "title": "Gardener"}',
        '"me": {"fullName": "Ada Example", "jobTitle": "Gardener"}',
    ],
)
def test_names_wherever_they_are_kept(parse, names):
    assert shape(parse(f'{{{names}, "x": {{"y": "z"}}}}', ".json"))[0] == ("heading", "Ada Example", ())


def test_values_with_markup_lead_back_to_their_words(parse):
    text = parse(r'{"a": [{"post": "Chief", "summary": "<p>Dug \"deep\" &amp; wide</p>"}]}', ".json")
    block = text.blocks[-1]
    assert block.text == 'Dug "deep" & wide'
    start, end = block.span(block.text.index("wide"), len(block.text))
    assert text.content[start:end] == "wide"


def test_marks_of_markdown_in_values_are_not_read(parse):
    tasks = "  tasks:\n  - Dug **deep** holes with `a_b` and 2 * 3 * 4\n"
    text = parse(f"work:\n- company: '[Acorn](https://a.example)'\n{tasks}", ".yaml")
    assert [block.text for block in text.blocks[1:]] == ["Acorn", "Dug deep holes with a_b and 2 * 3 * 4"]
    assert [inline.target for inline in text.blocks[1].inlines] == ["https://a.example"]
