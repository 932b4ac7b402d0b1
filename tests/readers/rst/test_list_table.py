"""Tables of reStructuredText that are written as lists."""


def test_a_list_table_is_a_table(parse):
    rows = "   * - Role\n     - Place\n   * - Gardener\n     - Acorn\n       Ltd\n"
    text = parse(f"Work\n====\n\n.. list-table:: Jobs\n   :header-rows: 1\n\n{rows}\nEnd.\n", ".rst")
    assert [(block.kind.value, block.text) for block in text.blocks] == [
        ("heading", "Work"),
        ("row", "Role\tPlace"),
        ("row", "Gardener\tAcorn Ltd"),
        ("paragraph", "End."),
    ]
    assert text.blocks[2].labels == ("Role", "Place")
