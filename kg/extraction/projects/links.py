"""Projects told by links: "Built [Name](…)", "currently working on [A](…), [B](…)", runs of described repositories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from kg.extraction.clues import organization_score, title_score
from kg.extraction.outline import Claim, Line, Outline, SectionKind
from kg.extraction.spelling import clean
from kg.extraction.words import fold, tokens
from kg.gazetteers import skills
from kg.model import Inline, InlineKind, Project

_REPOSITORY = re.compile(
    r"//(?:www\.)?(?:github\.com|gitlab\.com|bitbucket\.org|codeberg\.org|gitee\.com)/[\w.-]+/([\w.-]+)"
)
_REPOSITORY_NAME = re.compile(r"[\w.]+(?:[-_][\w.]+)+/?")
_GIVEN = re.compile(
    r"\b(?:contribut(?:ed|ing|e|ions?|ors?) (?:to|of|on)|(?:co-)?(?:maintainer|author|creator|developer)s? of|"
    r"(?:I|and|also|currently|now) (?:co-?)?(?:maintain|develop)|maintaining|open[- ]source contributions?:)$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"(?:(?:^|[.;:!]\s|\b(?:I|we|and|also|have|[’']ve|recently|team|currently|me)\s)(?:co-?)?"
    r"(?:built|created|developed|launched|released|wrote|maintain(?:ed|s)?)|"
    r"\bdevelopment of|\b(?:working|work) on)[:,]?$",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\s+(?:the|an?|our|my|its)$", re.IGNORECASE)
_JOINT = re.compile(r"\s*(?:[,;|/·•&+]|,?\s(?:and|und|et|y|e)\s)?\s*$")
_GOES_ON = re.compile(r"\s+[A-Za-z][\w-]*")
_FREE = re.compile(
    r"(?:is|was|are|which|that|to|for|using|with|in|on|at|and|or|as|by|from|via|while|where|since|when|who|a|an|the)$",
    re.IGNORECASE,
)
_SILENT = frozenset(
    {
        SectionKind.REFERENCES,
        SectionKind.PUBLICATIONS,
        SectionKind.STUDENTS,
        SectionKind.CONTACT,
        SectionKind.HOBBIES,
        SectionKind.AWARDS,
        SectionKind.PROJECTS,
    }
)
_VERSION = re.compile(r"[`*_]?\s+v?\d+(?:\.\d+){1,3}$")
_CARD = "/api/pin"
_UNHEADED = frozenset({SectionKind.ABOUT, SectionKind.OTHER})
_PARTED = re.compile(r"\s*(?:[-–—:]|\()\s*\w")
_GENERIC = frozenset(
    ("here", "code", "repo", "repository", "this", "link", "project", "projects", "github", "gitlab", "source")
)
_MOST_WORDS = 5
_MOST_SIGNS = 6
_LETTER = re.compile(r"[^\W_]")
_FEWEST_IN_A_RUN = 3


def linked_projects(outline: Outline) -> Iterator[Claim[Project]]:
    """A claim for each link that a document credits its subject with, and for each of a run of repositories."""
    for section in outline.sections:
        blocks = [line.to_block_end for line in section.lines if line.start == 0 and line.block.inlines]
        for block in blocks:
            for card in _cards(block):
                yield link_claim(outline, block, card)
        if section.kind in _SILENT or not _SILENT.isdisjoint(section.path):
            continue
        for block in blocks:
            for link in credited_links(block):
                yield link_claim(outline, block, link)
        if not blocks:
            continue
        for block, link in _runs(
            [line.to_block_end for line in section.lines if line.start == 0], strict=section.kind not in _UNHEADED
        ):
            yield link_claim(outline, block, link)


def _cards(line: Line) -> Iterator[Inline]:
    """The repositories that a page shows by their cards, each as the link to it or else as the picture."""
    for image in line.inlines:
        if image.kind is InlineKind.IMAGE and _CARD in (image.target or ""):
            yield next((link for link in _links(line) if link.start <= image.start and image.end <= link.end), image)


def link_claim(outline: Outline, line: Line, link: Inline) -> Claim[Project]:
    """The project that a link names, with what the line says of it up to the next link or sentence."""
    following = [other.start for other in line.inlines if other.kind is InlineKind.LINK and other.start >= link.end]
    stop = min((*following, len(line.text)))
    end = line.text.find(". ", link.end, stop)
    scope = line.span(link.start, end if end > 0 else stop)
    name = _VERSION.sub("", clean(line.text[link.start : link.end]))
    evidence = (outline.evidence(line.span(link.start, link.end)),)
    return Claim(Project(evidence=evidence, name=name, url=link.target), "link", (scope,))


def _links(line: Line) -> list[Inline]:
    return [inline for inline in line.inlines if inline.kind is InlineKind.LINK and inline.target]


def credited_links(line: Line) -> Iterator[Inline]:
    """The links right after words that say who made what they lead to, and those joined to such a link."""
    credited: Inline | None = None
    sure = False
    for link in _links(line):
        before = line.text[: link.start].replace("\n", " ")
        if credited is None or not _JOINT.match(before[credited.end :]):
            lead = _ARTICLE.sub("", before.rstrip(' *_`"“(').rstrip())
            sure = _GIVEN.search(lead[-60:]) is not None
            credited = None
            if not sure and not _MADE.search(lead[-60:]):
                continue
        if not _may_name(line, link, sure=sure):
            credited = None
            continue
        credited = link
        yield link


def _may_name(line: Line, link: Inline, *, sure: bool) -> bool:
    """Whether a link's words are a name by themselves: of a repository, or with a capital and nothing after it."""
    name = clean(line.text[link.start : link.end])
    repository = _REPOSITORY.search(link.target or "")
    named = bool(repository) and fold(name).replace(" ", "-") == fold(repository[1] if repository else "")
    parts = tokens(name)
    if not parts or len(parts) > _MOST_WORDS or all(part.key in _GENERIC for part in parts) or "@" in name:
        return False
    if not (named or any(char.isupper() for char in name.split()[0])):
        return False
    if title_score(name) >= 3 or organization_score(name) >= 2.5 or (not sure and skills().find(name)):
        return False
    after = _GOES_ON.match(line.text, link.end)
    return after is None or bool(repository) or _FREE.match(after.group().strip()) is not None


def _runs(lines: Sequence[Line], *, strict: bool) -> Iterator[tuple[Line, Inline]]:
    """The links of three or more lines on end that each name one and describe it, most of them repositories.

    All must be repositories where a heading speaks of other things (`strict`).
    """
    for opens, group in groupby(lines, key=lambda line: bool(_openings(line))):
        run = [(line, link) for line in group if opens for link in _openings(line)]
        known = sum(1 for _, link in run if link.kind is InlineKind.CODE or _REPOSITORY.search(link.target or ""))
        if len(run) >= _FEWEST_IN_A_RUN and known >= (len(run) if strict else len(run) / 2):
            yield from run


def _leads(line: Line, inline: Inline) -> bool:
    """Whether a stretch is a link, or the name of a repository set like code: `sea-chart`."""
    if inline.kind is InlineKind.LINK:
        return bool(inline.target)
    return (
        inline.kind is InlineKind.CODE and _REPOSITORY_NAME.fullmatch(line.text, inline.start, inline.end) is not None
    )


def _openings(line: Line) -> list[Inline]:
    """The links, or names set like code, that a line begins with and then describes, maybe after a picture."""
    found: list[Inline] = []
    for link in line.inlines:
        between = line.text[found[-1].end : link.start] if found else line.text[: link.start]
        if not _leads(line, link) or (found and link.start < found[-1].end):
            continue
        if not (_JOINT.fullmatch(between) if found else len(between) <= _MOST_SIGNS and not _LETTER.search(between)):
            break
        found.append(link)
    if not found or not _PARTED.match(line.text, found[-1].end):
        return []
    named = all(0 < len(tokens(line.text[link.start : link.end])) <= _MOST_WORDS for link in found)
    return found if named else []
