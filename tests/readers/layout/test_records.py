"""Keys that come again and again make records of a list of pairs."""


def shape(text):
    return [(b.kind.value, b.text, b.labels) for b in text.blocks]


PAGE = """<dl><dt>Dates</dt><dd>2010</dd><dt>Post</dt><dd>Gardener</dd><dt>Employer</dt><dd>Acorn Ltd</dd>
<dt>Dates</dt><dd>2012</dd><dt>Post</dt><dd><a href="x">Digger</a></dd><dt>Duties</dt><dd>{duties}</dd>
<dt>Employer</dt><dd>Oak Ltd</dd></dl>"""


def test_runs_of_the_same_keys_are_records(parse):
    text = parse(PAGE.format(duties="Digging"), ".html")
    assert shape(text) == [
        ("item", "2010\nGardener\nAcorn Ltd", ("Dates", "Post", "Employer")),
        ("item", "2012\nDigger\nDigging\nOak Ltd", ("Dates", "Post", "Duties", "Employer")),
    ]
    assert [text.blocks[1].text[i.start : i.end] for i in text.blocks[1].inlines] == ["Digger"]


def test_long_values_stand_below_their_record(parse):
    duties = "Digging deep, " * 12 + "and more."
    text = parse(PAGE.format(duties=duties), ".html")
    assert [kind for kind, _, _ in shape(text)] == ["item", "item", "pair"]
    assert text.blocks[2].text == f"Duties: {duties}"


def test_pairs_that_differ_stay_pairs(parse):
    text = parse("<dl><dt>Tools</dt><dd>Spade</dd><dt>Soils</dt><dd>Loam</dd><dt>Tools</dt><dd>Rake</dd></dl>", ".html")
    assert [kind for kind, _, _ in shape(text)] == ["pair"] * 3
