"""Trees of other shapes → the tree that records are laid out from: what is nested for machines stands as people say it.

A date in parts, a name in a mapping of its own, begin and end under "period", roles under their employer, a section's
records beside its title: all of these are only ways to nest the same facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.readers.structured import keys
from kg.readers.structured.tree import Mapping, Node, Scalar, Sequence

_Entry = tuple[Scalar, Node]


def folded(node: Node) -> Node:
    """The tree without needless nesting. Takes time linear in its size."""
    if isinstance(node, Scalar):
        return node
    if isinstance(node, Sequence):
        return Sequence([record for item in node.items for record in _records(folded(item))])
    entries = [(key, folded(value)) for key, value in node.entries]
    if len(entries) == 1 and entries[0][0].text == "value" and isinstance(only := entries[0][1], Scalar):
        return only
    hoisted = [entry for key, value in _joined(entries) for entry in _hoisted(key, value)]
    return _date(entries) or Mapping(hoisted)


def _date(entries: list[_Entry]) -> Scalar | None:
    """A year, month and day under keys of their own, as one date; None for anything else."""
    parts = {key.text.lower(): value for key, value in entries if isinstance(value, Scalar)}
    year, month, day = parts.get("year"), parts.get("month"), parts.get("day")
    if len(parts) != len(entries) or not parts.keys() <= {"year", "month", "day"}:
        return None
    if year is None or not year.text.isdigit() or len(year.text) != 4:
        return None
    return _dated(year, month, day)


def _dated(year: Scalar, month: Scalar | None, day: Scalar | None = None) -> Scalar:
    """One date of its parts; it stands where they stand."""
    stated = [value for value in (year, month, day) if value is not None and value.text]
    if month is None or not month.text:
        text = year.text
    elif month.text.isdigit():
        numbers = [month.text, *([day.text] if day is not None and day.text.isdigit() else [])]
        text = "-".join([year.text, *(number.zfill(2) for number in numbers)])
    else:
        text = f"{month.text} {year.text}"
    return Scalar(text, min(value.start for value in stated), max(value.end for value in stated))


def _joined(entries: list[_Entry]) -> list[_Entry]:
    """The entries, with a month joined to the year beside it."""
    parts = {
        (match["side"].lower(), match["part"].lower()): (key, value)
        for key, value in entries
        if isinstance(value, Scalar) and (match := keys.PART.fullmatch(key.text))
    }
    months = {side: value for (side, part), (_, value) in parts.items() if part == "month"}
    result: list[_Entry] = []
    for key, value in entries:
        match = keys.PART.fullmatch(key.text) if isinstance(value, Scalar) else None
        side = match["side"].lower() if match else ""
        if match is None or side not in months or (side, "year") not in parts:
            result.append((key, value))
        elif match["part"].lower() == "year" and isinstance(value, Scalar):
            result.append((key, _dated(value, months[side]) if value.text else months[side]))
    return result


def _hoisted(key: Scalar, value: Node) -> Iterator[_Entry]:
    """The entries that an entry stands for."""
    if isinstance(value, Sequence) and keys.PERIOD.fullmatch(key.text) and (ends := _ends(value)):
        yield from zip((Scalar(name, key.start, key.end) for name in ("start", "end")), ends, strict=True)
    elif keys.ADVISING.fullmatch(key.text):
        yield key, _names(value)
    elif not isinstance(value, Mapping):
        yield key, value
    elif keys.SECTIONS.search(key.text) and all(_is_record(record) for _, record in value.entries):
        yield key, Sequence([_keyed(name, record) for name, record in value.entries if isinstance(record, Mapping)])
    elif keys.NAME.fullmatch(key.text) and (parts := _parts_of_name(value)):
        yield from parts
    elif _is_period(key, value):
        yield from value.entries
    elif (body := _body(value)) is not None and not keys.TRANSPARENT.fullmatch(key.text):
        title, listed, told = body
        yield from told
        yield title or key, listed
    elif keys.NAMED.fullmatch(key.text) and (name := _name(value)) is not None:
        yield key, name
        for other, rest in value.entries:
            if rest is not name and not (isinstance(rest, Scalar) and keys.ADDRESS.fullmatch(other.text)):
                yield other, rest
    else:
        yield key, value


def _is_period(key: Scalar, value: Mapping) -> bool:
    """Whether a mapping tells when something began, and by its key or its other fields nothing but its time."""
    begins = any(keys.BEGIN.fullmatch(name.text) for name, _ in value.entries)
    times = (keys.BEGIN, keys.END, keys.CURRENT)
    return begins and (
        keys.PERIOD.fullmatch(key.text) is not None
        or all(any(words.fullmatch(name.text) for words in times) for name, _ in value.entries)
    )


def _is_record(node: Node) -> bool:
    """Whether a mapping tells of one job or study."""
    if not isinstance(node, Mapping):
        return False
    timed = any(keys.TIME.fullmatch(key.text) for key, _ in node.entries)
    return timed or sum(bool(keys.FIELDS.fullmatch(key.text)) for key, _ in node.entries) > 1


def _keyed(name: Scalar, record: Mapping) -> Mapping:
    """A record that stands under a name of its own: an employer, a role, a time, or only a mark to tell it by."""
    told = [key.text for key, _ in record.entries]
    employed = any(keys.EMPLOYER.fullmatch(key) or keys.SCHOOL.fullmatch(key) for key in told)
    titled = any(keys.ROLE_NAME.fullmatch(key) or keys.DEGREE.fullmatch(key) for key in told)
    meant = "id" if employed and titled else "title" if employed else "company"
    meant = "date" if keys.DATED.fullmatch(name.text) else meant
    return Mapping([(Scalar(meant, name.start, name.end), name), *record.entries])


def _ends(listed: Sequence) -> list[Node]:
    """Begin and end, listed in that order; empty for any other list."""
    dated = [item for item in listed.items if isinstance(item, Scalar) and len(item.text) <= keys.LONGEST_DATE]
    return list(dated) if len(dated) == len(listed.items) == 2 and keys.DATED.fullmatch(dated[0].text) else []


def _parts_of_name(name: Mapping) -> list[_Entry]:
    """The parts of a person's name, under keys that say so wherever they stand; empty for any other mapping."""
    parts: list[_Entry] = []
    for key, value in name.entries:
        called = key.text if keys.NAME_PARTS.fullmatch(key.text) else keys.PARTS_OF_NAME.get(key.text.lower())
        if called is not None:
            parts.append((Scalar(called, key.start, key.end), value))
    return parts if len(parts) > 1 else []


def _body(section: Mapping) -> tuple[Scalar | None, Sequence, list[_Entry]] | None:
    """The title and the records of a section, and what it tells beside them; None if it is no such section."""
    listed = [(key, value) for key, value in section.entries if isinstance(value, Sequence) and value.items]
    others = [(key, value) for key, value in section.entries if not isinstance(value, Sequence)]
    if len(listed) != 1 or any(not isinstance(value, Scalar) for _, value in others):
        return None
    body = listed[0][1]
    title = next((v for k, v in others if isinstance(v, Scalar) and keys.TITLE.fullmatch(k.text) and v.text), None)
    plain = all(keys.BESIDE.fullmatch(key.text) for key, _ in others)
    wrapped = keys.BODY.fullmatch(listed[0][0].text) and len(others) <= keys.MOST_SETTINGS
    if not isinstance(body, Sequence) or not (wrapped or (title is not None and plain)):
        return None
    return title, body, [(k, v) for k, v in others if keys.TELLING.fullmatch(k.text)]


def _name(thing: Mapping) -> Scalar | None:
    """The name of a thing that is described in a mapping of its own."""
    found = [v for k, v in thing.entries if isinstance(v, Scalar) and v.text.strip() and keys.LABEL.fullmatch(k.text)]
    return found[0] if found else None


def _names(people: Node) -> Node:
    """People by their names alone, wherever each is described in a mapping."""
    if isinstance(people, Sequence):
        return Sequence([_names(person) for person in people.items])
    return (_name(people) or people) if isinstance(people, Mapping) else people


def _records(record: Node) -> Iterator[Node]:
    """The records that one stands for: an employer with a list of roles is as many jobs, a school as many studies."""
    if not isinstance(record, Mapping):
        yield record
        return
    shared, meant, listed = _listed_below(record)
    if not shared or not isinstance(listed, Sequence):
        yield record
        return
    rest = [(k, v) for k, v in record.entries if v is not listed and all(v is not other for _, other in shared)]
    for place, item in enumerate(listed.items):
        entries = item.entries if isinstance(item, Mapping) else []
        own = [(_called(key, keys.NAMELESS[meant], meant), value) for key, value in entries]
        own = entries if any(keys.MEANT[meant].fullmatch(key.text) for key, _ in entries) else own
        told = {key.text.lower() for key, _ in own}
        above = [(key, value) for key, value in shared if key.text.lower() not in told]
        yield Mapping([*own, *above, *(rest if place == 0 and _is_told(rest) else [])])


def _listed_below(record: Mapping) -> tuple[list[_Entry], str, Node | None]:
    """What a record says of an employer or a school, "title" or "degree", and the list of what was done there."""
    told = [key.text for key, value in record.entries if isinstance(value, Scalar)]
    employed = any(map(keys.EMPLOYER.fullmatch, told)) and not any(map(keys.DEGREE.fullmatch, told))
    for meant, name, above, lists in (
        ("title", "company", keys.EMPLOYER, (keys.ROLES, *([keys.ROLES_OF_EMPLOYERS] if employed else []))),
        ("degree", "institution", keys.SCHOOL, (keys.DEGREES,)),
    ):
        listed = [value for key, value in record.entries if any(words.fullmatch(key.text) for words in lists)]
        items = listed[0] if len(listed) == 1 else None
        if isinstance(items, Sequence) and items.items and all(_is_below(item, meant) for item in items.items):
            shared: list[_Entry] = [
                (_called(key, frozenset(("name",)), name), value)
                for key, value in record.entries
                if isinstance(value, Scalar) and (above.fullmatch(key.text) or keys.OF_EMPLOYER.fullmatch(key.text))
            ]
            return shared, meant, items
    return [], "", None


def _is_below(item: Node, meant: str) -> bool:
    """Whether a member of a list says what somebody was, and when, or which degree they took."""
    if not isinstance(item, Mapping):
        return False
    named = any(keys.MEANT[meant].fullmatch(k.text) or k.text.lower() in keys.NAMELESS[meant] for k, _ in item.entries)
    return named and (meant == "degree" or any(keys.TIME.fullmatch(key.text) for key, _ in item.entries))


def _is_told(rest: list[_Entry]) -> bool:
    return bool(rest) and all(not keys.TIME.fullmatch(key.text) for key, _ in rest)


def _called(key: Scalar, names: frozenset[str], meant: str) -> Scalar:
    """A key, under the word that says what it means here if it is one of `names`."""
    return Scalar(meant, key.start, key.end) if key.text.lower() in names else key
