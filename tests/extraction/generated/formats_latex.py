r"""Careers as LaTeX: the commands of known classes, tables, `\hfill`, and macros and environments of one's own."""

from __future__ import annotations

import unicodedata

from generated import Page
from generated.formats_career import Career, Choices, Job, Study, career

_CLASSES = {
    "moderncv": (r"\cventry{@D}{@T}{@O}{@P}{}{@B}", r"\cvitem{@G}{@L}", r"\name{@F}{@N}"),
    "awesome": ("\\cventry\n  {@T}\n  {@O}\n  {@P}\n  {@D}\n  {@I}", r"\cvskill{@G}{@L}", r"\name{@F}{@N}"),
    "altacv": ("\\cvevent{@T}{@O}{@D}{@P}\n@B\n\\divider", r"@t", r"\name{@F @N}"),
    "twenty": (r"\twentyitem{@D}{@T}{@O}{@B}", r"\cvitem{@G}{@L}", r"\cvname{@F @N}"),
    "deedy": (
        "\\runsubsection{@O}\n\\descript{| @T}\n\\location{@D | @P}\n@B\n\\sectionsep",
        "\\subsection{@G}\n@L\n",
        "H",
    ),
    "res": ("{\\sl @T} \\hfill @D \\\\\n@O, @P\n@B", r"{\bf @G:} @L \\", "H"),
    "europecv": (
        "\\ecvitem{Dates}{\\textbf{@D}}\n\\ecvitem{Position held}{@T}\n\\ecvitem[10pt]{Employer}{@O, @P}",
        r"\ecvitem{@G}{@L}",
        r"\ecvname{@N, @F}",
    ),
    "friggeri": ("\\entry\n{@D}\n{@T}\n{@P}\n{\\emph{@O}\\\\ @B}", r"\textbf{@G}: @L \\", r"\header{@F}{@N}{engineer}"),
    "jake": ("\\resumeSubheading\n{@O}{@P}\n{@T}{@D}\n@R", r"\textbf{@G}{: @L} \\", "C"),
    "jake turned": ("\\resumeSubheading\n{@T}{@D}\n{@O}{@P}\n@R", r"\textbf{@G}{: @L} \\", "C"),
    "rSection": ("\\begin{rSubsection}{@O}{@D}{@T}{@P}\n@i\n\\end{rSubsection}", r"@G & @L \\", r"\name{@F @N}"),
    "tabular": (r"@D & \textbf{@T} \\ & @O, @P \\", r"\textbf{@G} & @L \\", "H"),
    "tabular turned": (r"\textbf{@T} & @D \\ \textit{@O} & @P \\", r"\textbf{@G} & @L \\", "H"),
    "row": (r"\textbf{@O}, @T & @D \\", r"@G: & @L \\", "H"),
    "hfill": ("\\textbf{@T}, @O \\hfill @D\n@B\n", r"\textbf{@G}: @L\\", "C"),
    "hfill two": (
        "\\noindent\\textbf{@O} \\hfill @P \\\\\n\\textit{@T} \\hfill \\textit{@D}\n@B\n",
        r"\textbf{@G}: @L\\",
        "C",
    ),
    "dotfill": ("\\textbf{@T}\\dotfill @D\\\\\n@O, @P\n@B\n", r"@G: @L\\", "H"),
    "paragraph": ("\\subsection*{@T}\n\\textit{@O} --- @D\n\n@B\n", r"\textbf{@G} @L\\", "C"),
    "subsection": ("\\subsection{@T \\hfill @D}\n@O, @P\n@B\n", r"\paragraph{@G} @L", "H"),
    "labelled": (r"\item[@D] @T, \textbf{@O}, @P", r"\item[@G] @L", "H"),
    "items": ("\\item \\textbf{@T} at @O (@D)\n@B", r"\item @G: @L", "C"),
}
_ENVIRONMENTS = {
    "awesome": "cventries", "twenty": "twenty", "friggeri": "entrylist", "labelled": "description", "items": "itemize",
    "europecv": "europecv", "jake": "", "jake turned": "",
}  # fmt: skip
_TABLES = (
    "tabular}{ll",
    "tabular}{p{3cm}p{12cm}",
    "tabularx}{\\textwidth}{lX",
    "longtable}{rl",
    "tabular}{@{}l@{\\extracolsep{\\fill}}r@{}",
)
# The names of macros that many résumés share; what they stand for here is written for these pages.
_JAKE = r"""\newcommand{\resumeItem}[1]{\item #1}
\newcommand{\resumeSubheading}[4]{\item \textbf{#1} \hfill #2 \\ \emph{#3} \hfill \emph{#4}}
\newcommand{\resumeSubHeadingListStart}{\begin{itemize}}
\newcommand{\resumeSubHeadingListEnd}{\end{itemize}}
\newcommand{\resumeItemListStart}{\begin{itemize}}
\newcommand{\resumeItemListEnd}{\end{itemize}}
"""
_HEADS = {
    "work": ("Experience", "Work Experience", "Employment"),
    "school": ("Education",),
    "skills": ("Skills", "Technical Skills"),
}
_SECTIONS = (
    r"\section{@}",
    r"\section*{@}",
    r"\cvsection{@}",
    r"\resumesection{@}",
    r"\begin{center}\textbf{\large @}\end{center}\hrule",
)
_NAMES = {
    "C": (
        (
            "\\begin{center}\n{\\Huge \\scshape @F @N} \\\\ \\vspace{1pt}\n"
            "\\small +1 555 0100 $|$ \\href{mailto:@M}{\\underline{@M}}\n\\end{center}"
        ),
        "\\begin{center}\n\\textbf{\\LARGE @F @N}\\\\\n@M\n\\end{center}",
    ),
    "H": (
        "{\\Large\\bfseries @F @N}\\\\[2pt] @M",
        "\\textbf{\\Huge @F @N} \\hfill @M",
        "\\title{@F @N}\\author{}\\date{}\\maketitle",
    ),
}
_MARKS = {"\u0301": "'", "\u0300": "`", "\u0302": "^", "\u0308": '"', "\u0303": "~"}


def page(seed: int, suffix: str = "tex") -> Page:
    """A LaTeX document that tells a career in one layout."""
    return made(seed, suffix)[0]


def made(seed: int, suffix: str = "tex") -> tuple[Page, dict[str, str]]:
    """The page, and the features chosen for it."""
    choices = Choices(f"latex {seed}")
    told = career(choices)
    return Page(f"latex-{seed}.{suffix}", _Maker(choices, told).whole(), told.facts), choices.made


class _Maker:
    """One document's way of writing."""

    def __init__(self, choices: Choices, told: Career) -> None:
        self._choices, self._told = choices, told
        self._accents = choices.pick("accents", ("plain", "bare", "braced", "grouped"))
        self._kind = choices.pick("class", (*_CLASSES, "own macro", "own macro", "own macro", "own environment"))
        self._section = choices.pick("section", _SECTIONS)
        self._table = choices.pick("table", _TABLES)
        self._defined = choices.chance("defined", 0.5)
        self._done = choices.pick("done", ("items", "items", "prose", "none"))
        self._own = ""
        if self._kind.startswith("own"):
            entry, skills, name = self._own_layout(), r"\textbf{@G}: @L\\", choices.pick("name", ("C", "H"))
        else:
            entry, skills, name = _CLASSES[self._kind]
        self._entry, self._skill, self._name = entry, skills, name
        self._comments = choices.chance("comments", 0.3)

    def _own_layout(self) -> str:
        """A macro, or an environment, of the author's own, with its arguments in some order."""
        choices = self._choices
        fields = choices.order("order", ("T", "O", "D", "P"))
        name = choices.pick(
            "macro", ("job", "entry", "experience", "myitem", "jobentry", "position", "role", "cvjob", "zx")
        )
        shape = choices.pick(
            "shape", (r"\textbf{#1} \hfill #2 \\ \textit{#3} \hfill #4 \\", r"\textbf{#1}, #2 \hfill #3 \\ #4\par")
        )
        arguments = "".join(f"{{@{field}}}" for field in fields)
        if self._kind == "own macro":
            self._own = f"\\newcommand{{\\{name}}}[4]{{{shape}}}\n"
            return f"\\{name}{arguments}\n@B"
        self._own = f"\\newenvironment{{{name}}}[4]{{{shape}}}{{\\par}}\n"
        return f"\\begin{{{name}}}{arguments}\n@B\n\\end{{{name}}}"

    def whole(self) -> str:
        """The document."""
        head = self._filled(self._head())
        top = f"\\documentclass[11pt,a4paper]{{{self._kind.split()[0]}}}\n\\usepackage[utf8]{{inputenc}}\n"
        if self._defined:
            top += self._own or (_JAKE if self._kind.startswith("jake") else "")
        before, within = ("", head) if not head.startswith("\\name") else (head + "\n", "")
        sections = [self._entries("work", self._told.jobs), self._entries("school", self._told.studies), self._skills()]
        if self._choices.chance("skills first", 0.25):
            sections.insert(0, sections.pop())
        extra = "\\input{letter}\n" if self._choices.chance("input", 0.2) else ""
        body = "\n\n".join([within, extra, *sections])
        return f"{top}{before}\\begin{{document}}\n{body}\n\\end{{document}}\n"

    def _head(self) -> str:
        if self._name not in _NAMES:
            return self._name
        return self._choices.pick("head", _NAMES[self._name])

    def _filled(self, text: str) -> str:
        told = self._told
        return text.replace("@F", told.given).replace("@N", told.family).replace("@M", told.mail)

    def _heading(self, key: str) -> str:
        return self._section.replace("@", self._choices.random.choice(_HEADS[key]))

    def _entries(self, key: str, entries: tuple[Job, ...] | tuple[Study, ...]) -> str:
        each = [self._written(entry) for entry in entries]
        if self._comments:
            each.insert(1, "% \\cventry{1999--2001}{Old job}{Nowhere}{}{}{} % hidden")
        body = "\n\n".join(each)
        return f"{self._heading(key)}\n{self._wrapped(body)}"

    def _wrapped(self, body: str) -> str:
        kind = self._kind
        if kind.startswith(("tabular", "row")):
            return f"\\begin{{{self._table}}}\n{body}\n\\end{{{self._table.split('}')[0]}}}"
        if kind.startswith("jake"):
            return f"\\resumeSubHeadingListStart\n{body}\n\\resumeSubHeadingListEnd"
        around = _ENVIRONMENTS.get(kind)
        return f"\\begin{{{around}}}\n{body}\n\\end{{{around}}}" if around else body

    def _written(self, entry: Job | Study) -> str:
        title = entry.title if isinstance(entry, Job) else f"{entry.degree} in {entry.field}"
        org = entry.organization if isinstance(entry, Job) else entry.school
        values = {"T": title, "O": org, "D": entry.time.replace("–", "--").replace("—", "---"), "P": entry.place}
        done = [self._tex(deed) for deed in entry.done] if isinstance(entry, Job) and self._done != "none" else []
        items = "\n".join(rf"\item {deed}" for deed in done)
        listed = f"\\begin{{itemize}}\n{items}\n\\end{{itemize}}" if done else ""
        values = {key: self._tex(value) for key, value in values.items()}
        resume = "\n".join(rf"\resumeItem{{{deed}}}" for deed in done)
        values["R"] = f"\\resumeItemListStart\n{resume}\n\\resumeItemListEnd" if done else ""
        values["I"] = (
            listed.replace("itemize", "cvitems").replace("\\item ", "\\item {").replace(".\n", ".}\n") if done else ""
        )
        values["B"] = listed if self._done == "items" else self._prose(done)
        values["i"] = items
        text = self._entry
        for key, value in values.items():
            text = text.replace(f"@{key}", value)
        return text

    def _prose(self, done: list[str]) -> str:
        """Sentences as a paragraph: on a line of its own where no command sets them apart."""
        return ("" if "{@B}" in self._entry or not done else "\n") + " ".join(done)

    def _skills(self) -> str:
        groups = self._told.skills
        lines = []
        for group, listed in groups.items():
            tags = "\n".join(rf"\cvtag{{{self._tex(name)}}}" for name in listed)
            shown = ", ".join(self._tex(name) for name in listed)
            lines.append(self._skill.replace("@G", group).replace("@L", shown).replace("@t", tags))
        body = "\n".join(lines)
        if self._skill.endswith(r"& @L \\"):
            body = f"\\begin{{tabular}}{{ll}}\n{body}\n\\end{{tabular}}"
        elif "\\item" in self._skill:
            body = f"\\begin{{{_ENVIRONMENTS[self._kind]}}}\n{body}\n\\end{{{_ENVIRONMENTS[self._kind]}}}"
        elif self._kind == "awesome":
            body = f"\\begin{{cvskills}}\n{body}\n\\end{{cvskills}}"
        return f"{self._heading('skills')}\n{body}"

    def _tex(self, text: str) -> str:
        for sign in "&%#_":
            text = text.replace(sign, "\\" + sign)
        return text if self._accents == "plain" else "".join(map(self._letter, text))

    def _letter(self, char: str) -> str:
        base, *marks = list(unicodedata.normalize("NFD", char))
        if not marks or marks[0] not in _MARKS:
            return char
        command = f"\\{_MARKS[marks[0]]}"
        braced = f"{command}{{{base}}}"
        return {"bare": f"{command}{base}", "braced": braced, "grouped": f"{{{command}{base}}}"}[self._accents]
