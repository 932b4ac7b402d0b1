"""Tables that are forms, tables that lay out a page, and tables with nothing at their head."""


def shape(text):
    return [(b.kind.value, b.text, b.labels) for b in text.blocks]


def table(*rows):
    return "<table>" + "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows) + "</table>"


def test_a_form_that_asks_the_same_again_tells_of_records(parse):
    jobs = [[("Dates", "2010"), ("Post", "Gardener"), ("Employer", firm)] for firm in ("Acorn Ltd", "Oak Ltd")]
    text = parse(table(("Work", ""), *(row for job in jobs for row in job), ("Soils", "Loam")), ".html")
    labels = ("Dates", "Post", "Employer")
    assert shape(text) == [
        ("paragraph", "Work", ()),
        ("item", "2010\nGardener\nAcorn Ltd", labels),
        ("item", "2010\nGardener\nOak Ltd", labels),
        ("pair", "Soils: Loam", ()),
    ]


def test_dates_beside_the_same_words_are_no_form(parse):
    text = parse(table(("2010", "Gardener"), ("2010", "Digger"), ("2012", "Gardener"), ("2012", "Chief")), ".html")
    assert [kind for kind, _, _ in shape(text)] == ["row"] * 4


def test_long_cells_side_by_side_are_columns(parse):
    left, right = ("".join(f"<p>{word} {n}</p>" for n in range(4)) for word in ("Spade", "Acorn"))
    assert [text for _, text, _ in shape(parse(table((left, right)), ".html"))] == [
        *(f"Spade {n}" for n in range(4)),
        *(f"Acorn {n}" for n in range(4)),
    ]


def test_an_empty_head_labels_nothing(parse):
    text = parse("| | |\n|-|-|\n| Spade | 2 |\n| Rake | 3 |\n", ".md")
    assert shape(text) == [("row", "Spade\t2", ()), ("row", "Rake\t3", ())]


def test_periods_line_by_line_beside_as_many_lines_are_as_many_rows(parse):
    text = parse(table(("2010 – 2012<br>2012 – now", "Gardener<br>Chief gardener", "Acorn Ltd")), ".html")
    assert [text for _, text, _ in shape(text)] == [
        "2010 – 2012\tGardener\tAcorn Ltd",
        "2012 – now\tChief gardener\tAcorn Ltd",
    ]


def test_lines_of_one_period_or_of_one_address_stay_together(parse):
    for cells in (
        ("2010 –<br>2012", "Gardener<br>Acorn Ltd"),
        ("2010<br>2012", "Gardener<br>Acorn Ltd"),
        ("Acorn Ltd<br>Bern", "Gardener<br>by day"),
        ("2010 – 2012<br>2012 – now", "Gardener"),
    ):
        assert len(parse(table(cells), ".html").blocks) == 1


def test_a_list_in_the_middle_of_a_row_stands_below_it(parse):
    text = parse(table(("2010", "Acorn Ltd<ul><li>digging</li><li>raking</li></ul>", "Gardener")), ".html")
    assert shape(text) == [("row", "2010\tAcorn Ltd\tGardener", ()), ("item", "digging", ()), ("item", "raking", ())]


def test_cells_that_only_go_on_are_not_said_again(parse):
    page = "<table><tr><td rowspan=2>2010</td><td rowspan=2>Gardener</td></tr><tr></tr></table>"
    assert shape(parse(page, ".html")) == [("row", "2010\tGardener", ())]


def test_labels_are_words_of_the_page_but_in_forms(parse):
    text = parse("<label>Acorn Ltd</label><form><label>Your name</label></form>", ".html")
    assert [block.text for block in text.blocks] == ["Acorn Ltd"]


def test_short_lines_in_a_table_of_their_own_stand_together(parse):
    margin = table(("2010 – 2012",), ("Bern",))
    text = parse(f"<ul><li>{margin}<h6>Gardener</h6><h6>Acorn Ltd</h6><h5>Soils</h5></li></ul><h6>Rake</h6>", ".html")
    assert [block.text for block in text.blocks] == ["2010 – 2012\nBern\nGardener\nAcorn Ltd\nSoils", "Rake"]


def test_headings_outside_items_never_join(parse):
    text = parse(
        "<h3>Work</h3><h3>Acorn Ltd</h3><ul><li><h4>Gardener</h4><p>Dug.</p><h4>Digger</h4></li></ul>", ".html"
    )
    assert [block.text for block in text.blocks] == ["Work", "Acorn Ltd", "Gardener", "Dug.", "Digger"]
