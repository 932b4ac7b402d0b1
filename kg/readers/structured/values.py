"""Keys and values of data as words on a page, each with its place; a value may hold a page's markup."""

from __future__ import annotations

import re

from kg.model import BlockKind, InlineKind
from kg.readers.layout.composer import Composer
from kg.readers.layout.draft import Draft
from kg.readers.layout.markup import Tag, Words, pieces, tokens
from kg.readers.layout.tables import merged
from kg.readers.structured import keys
from kg.readers.structured.tree import Mapping, Scalar, Sequence, aligned

_MARKUP = re.compile(r"</?(?:p|ul|ol|li|br|div|span|strong|b|em|i|a|u|h[1-6])(?:\s[^<>]{0,300})?/?>", re.IGNORECASE)
_WORD = re.compile(r"\S+|\n")
# Markdown's links and emphasis, which themes render in the values of data as well.
_MARKED = re.compile(
    r"!?\[(?P<link>[^\[\]\n]{1,300})\]\((?P<address>[^()\s]{1,1000})\)"
    r"|`(?P<code>[^`\n]{1,200})`"
    r"|(?<!\w)(?P<mark>\*\*|__|[*_])(?P<set>[^\s*_`](?:[^*_\n]{0,200}[^\s*_`])?)(?P=mark)(?!\w)"
)
# LaTeX's, where data are made for a page that LaTeX sets.
_COMMANDS = re.compile(
    r"\\href\{[^{}\s]{0,1000}\}\{|\{\\color\{\w{1,30}\}|\\(?:text\w{2,9}|emph|underline|url|mbox)\{"
    r"|(?P<line>\\\\)(?![A-Za-z])|\\(?=[&%$#_{}])|(?<!\\)[{}]"
)
_KINDS = {"link": InlineKind.LINK, "code": InlineKind.CODE}


class Values:
    """The words of the values of one source."""

    def __init__(self, content: str) -> None:
        self._content = content

    def key(self, key: Scalar) -> Draft:
        """A key as words: `startDate` and `start_date` read "start Date" and "start date"."""
        draft = Draft(BlockKind.PARAGRAPH)
        written = self._content[key.start : key.end]
        if "\\" in written:
            said = key.text if " " in key.text else keys.label(key.text)
            draft.symbol(said, key.start, len(written))
            return draft
        text = key.text if key.text in written else written.strip("\"'")  # what it means, if not what it says
        at = key.start + written.find(text)
        if keys.DATED.fullmatch(text) or " " in text:
            draft.write(text, at)
            return draft
        for word in keys.WORD.finditer(text):
            draft.gap(" ")
            draft.write(word.group(), at + word.start())
        if not draft.length:
            draft.write(text, at)
        return draft

    def words(self, scalar: Scalar, kind: BlockKind = BlockKind.PARAGRAPH, level: int = 0) -> Draft:
        """A value in one block."""
        draft = Draft(kind, level)
        if _MARKUP.search(scalar.text):
            draft.append(merged(self._marked(scalar)), "")
            return draft
        commands = _COMMANDS if "\\" in scalar.text and _COMMANDS.search(scalar.text) else None
        for text, at, size in aligned(scalar, self._content):
            if text == "\n":
                draft.gap("\n")
            elif size is None:
                _write(draft, text, at, commands)
            else:
                draft.symbol(text.strip(), at, size)
                draft.gap(" ")
        return draft

    def told(self, scalar: Scalar, depth: int = 0) -> list[Draft]:
        """A value as the paragraphs and lists that it is; its lists are deeper than `depth`."""
        if not _MARKUP.search(scalar.text):
            return [draft] if (draft := self.words(scalar)).length else []
        found = self._marked(scalar)
        for draft in found:
            draft.level += depth if draft.kind is BlockKind.ITEM else 0
        return found

    def joined(self, node: Mapping | Sequence) -> Draft:
        """The short values of a mapping or list in one line: "Bern, Switzerland"."""
        values = (
            [v for n, v in node.entries if not keys.UNSEEN.fullmatch(n.text) and not keys.ADDRESS.fullmatch(n.text)]
            if isinstance(node, Mapping)
            else node.items
        )
        whole = Draft(BlockKind.PARAGRAPH)
        for value in values:
            part = self.words(value) if isinstance(value, Scalar) else self.joined(value)
            if part.length:
                if whole.length:
                    whole.write(",", None)
                whole.append(part, " ")
        return whole

    def _marked(self, scalar: Scalar) -> list[Draft]:
        composer = Composer()
        position = scalar.start
        for token in tokens(scalar.text):
            if isinstance(token, Tag):
                if token.closes:
                    composer.close(token.name)
                else:
                    composer.open(token.name, token.attributes)
            elif isinstance(token, Words):
                for said, _, size in pieces(scalar.text, token):
                    if size is None:
                        position = self._say(composer, said, position, scalar.end)
                    else:
                        composer.text(said)
        composer.finish()
        return composer.drafts

    def _say(self, composer: Composer, text: str, position: int, end: int) -> int:
        """Tell words, each of which stands somewhere after `position`; returns where the last of them ends."""
        if text[:1].isspace():
            composer.text(" ")
        for word in _WORD.finditer(text):
            if word.group() == "\n":
                composer.newline()
                continue
            at = self._content.find(word.group(), position, end)
            composer.text(word.group(), at if at >= 0 else None)
            position = at + len(word.group()) if at >= 0 else position
            if text[word.end() : word.end() + 1].isspace():
                composer.text(" ", position if self._content[position : position + 1] == " " else None)
        return position


def _write(draft: Draft, text: str, at: int, commands: re.Pattern[str] | None = None) -> None:
    """Write a value without the marks of Markdown in it, or without the `commands` of LaTeX that it has instead."""
    position = 0
    if commands is not None:
        for match in commands.finditer(text):
            draft.write(text[position : match.start()], at + position)
            draft.gap("\n" if match["line"] else "")
            position = match.end()
        draft.write(text[position:], at + position)
        return
    for match in _MARKED.finditer(text):
        draft.write(text[position : match.start()], at + position)
        name = next(name for name in ("link", "code", "set") if match[name])
        kind = _KINDS.get(name, InlineKind.STRONG if len(match["mark"] or "") > 1 else InlineKind.EMPHASIS)
        draft.open(kind, match["address"])
        draft.write(match[name], at + match.start(name))
        draft.close(kind)
        position = match.end()
    draft.write(text[position:], at + position)
