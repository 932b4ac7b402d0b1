"""Components of themes: those that hold an entry are shown line by line, others are not."""

import pytest

from kg.extraction import extract
from kg.model import Document
from kg.readers import read

ENTRIES = (
    '{{ position(title="Growth Engineer",company="Tessara",duration="2009 - 2013") }}',
    '{{ job(\n  role = "Growth Engineer",\n  employer = "Tessara",\n  period = "2009 – 2013"\n) }}',
    '{{< timelineItem icon="work" header="Tessara" badge="2009 - 2013" subheader="Growth Engineer" >}}\nBoards.',
    '{{% timelineitem header="Growth Engineer" subheader="Tessara" badge="2009 – 2013" %}}\nBoards.',
    '{{<job\n  "Growth Engineer"\n  "Tessara"\n  "2009–2013">}}',
    '{{< experience title="Growth Engineer" company="Tessara" date="2009 - 2013" logo="/t.png" url="http://t.example">}}',
    '{% include job.html role="Growth Engineer" employer="Tessara" start="2009" end="2013" %}',
    '<Job title="Growth Engineer" company={"Tessara"} period="2009 – 2013">\n\nBuilt boards.\n\n</Job>',
    "<Job\n  title='Growth Engineer'\n  company='Tessara'\n  period='2009 – 2013'\n/>",
    '{{% item position="Growth Engineer" organization="Tessara" startDate="2009" endDate="2013" icon="a" %}}\nBoards.',
)
NOT_SHOWN = (
    '{{ page.title | append: "Manager (2019)" }}',
    '{{ image(src="/a2019.png", alt="Marlowe Ltd, 2019") }}',
    '{{< timelineItem icon="medal" header="Sales Manager 2019" >}}Won.{{< /timelineItem >}}',
    '{{< figure src="/a.png" title="The opening of our office" caption="Marlowe Ltd, 2019" >}}',
    '{{< youtube "abc2019def" >}}',
    '{{< button href="/cv-2019.pdf" target="_blank" >}}The CV{{< /button >}}',
    '{% include figure.html image="/a2019.png" title="Sales Manager" %}',
    '<Image src="/2019.png" alt="Marlowe Ltd 2019" title="Engineer" />',
    '{{< skill "Python" "90" >}}',
)


@pytest.mark.parametrize("component", ENTRIES)
def test_an_entry_in_a_component_is_read(component: str) -> None:
    page = f"# Nora Tessel\n\n## Experience\n\n{component}\n\n- Shipped the boards.\n"
    (found,) = extract(read(Document("cv.md", page.encode()))).positions
    assert (found.organization, found.title, str(found.period)) == ("Tessara", "Growth Engineer", "2009 – 2013")
    assert all(evidence.quote in page for evidence in found.evidence)


def test_a_study_in_a_component_is_read() -> None:
    page = '## Education\n\n{{< study school="Tidewell University" degree="BSc" field="Botany" date="2000 - 2003" >}}\n'
    (found,) = extract(read(Document("cv.md", page.encode()))).education
    assert (found.organization, found.degree, found.field) == ("Tidewell University", "BSc", "Botany")


@pytest.mark.parametrize("component", NOT_SHOWN)
def test_other_components_show_nothing_of_entries(component: str) -> None:
    text = read(Document("cv.md", f"# Nora Tessel\n\n{component}\n\nThat is all.\n".encode()))
    assert all("2019" not in block.text and "Manager" not in block.text for block in text.blocks)
