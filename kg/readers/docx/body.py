"""WordprocessingML → elements: styles, numbering, runs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kg.errors import LimitError
from kg.readers.layout.composer import Composer
from kg.readers.limits import DEPTH

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_VALUE = f"{_W}val"
_TRANSPARENT = {
    f"{_W}{name}"
    for name in ("sdt", "sdtContent", "smartTag", "ins", "moveTo", "customXml", "fldSimple", "body", "footnote")
}
_OFF = frozenset({"0", "false", "off", "none"})
_LONGEST_HEADING = 80
_LARGER = 1.2


class Styles:
    """What the paragraph styles of a document mean: headings, list levels, sizes."""

    def __init__(self, styles: Element | None, numbering: Element | None, body: Element) -> None:
        self._styles = {s.get(f"{_W}styleId", ""): s for s in styles.iter(f"{_W}style")} if styles is not None else {}
        self._unnumbered = _unnumbered(numbering)
        self.language = _language(styles)
        default = styles.find(f"{_W}docDefaults//{_W}rPr/{_W}sz") if styles is not None else None
        self._default_size = _number(default) or 22
        sizes: Counter[int] = Counter()
        for paragraph in body.iter(f"{_W}p"):
            for run in paragraph.iter(f"{_W}r"):
                sizes[self.size(paragraph, run)] += sum(len(t.text or "") for t in run.iter(f"{_W}t"))
        self.common_size = min(sizes, key=lambda size: (-sizes[size], size)) if sizes else self._default_size
        self.largest_size = max((size for size, count in sizes.items() if count), default=self._default_size)

    def heading(self, paragraph: Element) -> int | None:
        """The level of a heading by its style or outline level, else by its size; None if it is none."""
        for properties, name in self._chain(paragraph):
            lowered = name.lower()
            if lowered == "title":
                return 1
            if lowered == "subtitle":
                return None
            if lowered.startswith(("heading", "überschrift", "titre", "título", "titolo", "kop", "标题", "見出し")):
                digits = [int(c) for c in lowered if c.isdigit() and c != "0"]
                return min(digits[0] if digits else 1, 6)
            outline = properties.find(f"{_W}outlineLvl") if properties is not None else None
            if outline is not None and (level := _number(outline)) is not None and level < 9:
                return min(level + 1, 6)
        return self._heading_by_size(paragraph)

    def depth(self, paragraph: Element) -> int:
        """The depth of a list item, from 1; 0 for what is none."""
        for properties, name in self._chain(paragraph):
            lowered = name.lower()
            if lowered.startswith(("list bullet", "list number")):
                return int(lowered[-1]) if lowered[-1].isdigit() else 1
            numbered = properties.find(f"{_W}numPr") if properties is not None else None
            if numbered is not None:
                identity = numbered.find(f"{_W}numId")
                if identity is not None and identity.get(_VALUE) in self._unnumbered:
                    return 0
                return min((_number(numbered.find(f"{_W}ilvl")) or 0) + 1, 9)
        return 0

    def size(self, paragraph: Element, run: Element) -> int:
        """The font size of a run, in half points."""
        own = _number(run.find(f"{_W}rPr/{_W}sz"))
        if own is not None:
            return own
        for properties in self._run_properties(paragraph):
            if (size := _number(properties.find(f"{_W}sz"))) is not None:
                return size
        return self._default_size

    def on(self, paragraph: Element, run: Element, name: str) -> bool:
        """Whether a run is set so: `b`, `i`, `vanish`."""
        own = run.find(f"{_W}rPr/{_W}{name}")
        if own is not None:
            return own.get(_VALUE, "1").lower() not in _OFF
        found = (properties.find(f"{_W}{name}") for properties in self._run_properties(paragraph))
        inherited = next((element for element in found if element is not None), None)
        return inherited is not None and inherited.get(_VALUE, "1").lower() not in _OFF

    def _heading_by_size(self, paragraph: Element) -> int | None:
        text, sizes = "", []
        for run in paragraph.iter(f"{_W}r"):
            words = "".join(t.text or "" for t in run.iter(f"{_W}t"))
            text += words
            if words.strip():
                sizes.append(self.size(paragraph, run))
        if not sizes or len(text) > _LONGEST_HEADING or min(sizes) < self.common_size * _LARGER:
            return None
        return 1 if max(sizes) == self.largest_size else 2

    def _chain(self, paragraph: Element) -> Iterator[tuple[Element | None, str]]:
        """The paragraph's own properties, then those of its style and of the styles this is based on, with names."""
        yield paragraph.find(f"{_W}pPr"), ""
        for style in self._ancestry(paragraph):
            name = style.find(f"{_W}name")
            yield style.find(f"{_W}pPr"), (name.get(_VALUE, "") if name is not None else "")

    def _ancestry(self, paragraph: Element) -> Iterator[Element]:
        reference = paragraph.find(f"{_W}pPr/{_W}pStyle")
        for _ in range(10):
            style = self._styles.get(reference.get(_VALUE, "")) if reference is not None else None
            if style is None:
                return
            yield style
            reference = style.find(f"{_W}basedOn")

    def _run_properties(self, paragraph: Element) -> Iterator[Element]:
        for style in self._ancestry(paragraph):
            properties = style.find(f"{_W}rPr")
            if properties is not None:
                yield properties


class Body:
    """Writes the blocks of one part."""

    def __init__(self, source: str, composer: Composer, styles: Styles, links: dict[str, str]) -> None:
        self._source = source
        self._composer = composer
        self._styles = styles
        self._links = links

    def write(self, element: Element, depth: int = 0) -> None:
        """Write what stands in `element`, block after block."""
        if depth > DEPTH:
            raise LimitError(self._source, "its parts are nested too deeply")
        for child in element:
            if child.tag == f"{_W}p":
                self._paragraph(child, depth)
            elif child.tag == f"{_W}tbl":
                self._table(child, depth)
            elif child.tag in _TRANSPARENT:
                self.write(child, depth + 1)
            elif child.tag == f"{_MC}AlternateContent":
                self._alternative(child, depth)

    def _paragraph(self, paragraph: Element, depth: int) -> None:
        composer = self._composer
        heading = self._styles.heading(paragraph)
        level = 0 if heading else self._styles.depth(paragraph)
        tags = [f"h{heading}"] if heading else ["ul"] * level + ["li"] if level else ["p"]
        for tag in tags:
            composer.open(tag)
        boxes: list[Element] = []
        self._runs(paragraph, paragraph, boxes, depth)
        for tag in reversed(tags):
            composer.close(tag)
        for box in boxes:
            self.write(box, depth + 1)

    def _runs(self, element: Element, paragraph: Element, boxes: list[Element], depth: int) -> None:
        if depth > DEPTH:
            raise LimitError(self._source, "its parts are nested too deeply")
        for child in element:
            if child.tag == f"{_W}r":
                self._run(child, paragraph, boxes)
            elif child.tag == f"{_W}hyperlink":
                address = self._links.get(child.get(f"{_R}id", ""))
                self._composer.open("a", {"href": address})
                self._runs(child, paragraph, boxes, depth + 1)
                self._composer.close("a")
            elif child.tag in _TRANSPARENT:
                self._runs(child, paragraph, boxes, depth + 1)
            elif child.tag == f"{_MC}AlternateContent":
                boxes.extend(_boxes(child))

    def _run(self, run: Element, paragraph: Element, boxes: list[Element]) -> None:
        composer = self._composer
        if self._styles.on(paragraph, run, "vanish"):
            return
        tags = [tag for name, tag in (("b", "b"), ("i", "i")) if self._styles.on(paragraph, run, name)]
        for tag in tags:
            composer.open(tag)
        for child in run:
            if child.tag == f"{_W}t":
                composer.text(child.text or "")
            elif child.tag == f"{_W}tab":
                composer.wide_gap()
            elif child.tag in (f"{_W}br", f"{_W}cr"):
                composer.line_break()
            elif child.tag == f"{_W}noBreakHyphen":
                composer.text("-")
            elif child.tag in (f"{_W}drawing", f"{_W}pict", f"{_W}object", f"{_MC}AlternateContent"):
                boxes.extend(_boxes(child))
        for tag in reversed(tags):
            composer.close(tag)

    def _table(self, table: Element, depth: int) -> None:
        composer = self._composer
        composer.open("table")
        above: dict[int, Element] = {}
        for row in _children(table, f"{_W}tr"):
            composer.open("tr")
            column = 0
            for cell in _children(row, f"{_W}tc"):
                merged = cell.find(f"{_W}tcPr/{_W}vMerge")
                if merged is None or merged.get(_VALUE) == "restart":
                    above[column] = cell
                width = _number(cell.find(f"{_W}tcPr/{_W}gridSpan")) or 1
                composer.open("td", {"colspan": str(width)})
                self.write(above.get(column, cell), depth + 1)  # a cell merged with the one above says what that says
                composer.close("td")
                column += width
            composer.close("tr")
        composer.close("table")

    def _alternative(self, element: Element, depth: int) -> None:
        for box in _boxes(element):
            self.write(box, depth + 1)


def _children(element: Element, tag: str) -> Iterator[Element]:
    """The children with a tag, also inside content controls."""
    for child in element:
        if child.tag == tag:
            yield child
        elif child.tag == f"{_W}sdt":
            yield from child.findall(f"{_W}sdtContent/{tag}")


def _boxes(element: Element) -> list[Element]:
    """The text boxes in a drawing; of alternative contents the first that has any."""
    for alternative in (element.find(f"{_MC}Choice"), element.find(f"{_MC}Fallback"), element):
        found = list(alternative.iter(f"{_W}txbxContent")) if alternative is not None else []
        if found:
            return found
    return []


def _number(element: Element | None) -> int | None:
    value = element.get(_VALUE, "") if element is not None else ""
    return int(value) if value.isascii() and value.isdigit() and len(value) < 6 else None


def _unnumbered(numbering: Element | None) -> frozenset[str]:
    """The lists whose first level shows neither a bullet nor a number, and "0", which means none."""
    if numbering is None:
        return frozenset({"0"})
    shapes = {}
    for shape in numbering.iter(f"{_W}abstractNum"):
        kind = shape.find(f"{_W}lvl/{_W}numFmt")
        shapes[shape.get(f"{_W}abstractNumId")] = kind.get(_VALUE) if kind is not None else None
    bare = {"0"}
    for number in numbering.iter(f"{_W}num"):
        reference = number.find(f"{_W}abstractNumId")
        if reference is not None and shapes.get(reference.get(_VALUE)) == "none":
            bare.add(number.get(f"{_W}numId", ""))
    return frozenset(bare)


def _language(styles: Element | None) -> str | None:
    found = styles.find(f"{_W}docDefaults//{_W}lang") if styles is not None else None
    value = found.get(_VALUE) if found is not None else None
    return value if value and value.replace("-", "").isalnum() else None
