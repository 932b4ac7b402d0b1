"""What LaTeX's commands and environments show: as data, so that the interpreter knows none of them by name."""

from __future__ import annotations

import re


def _names(words: str) -> frozenset[str]:
    return frozenset(words.split())


# Arguments: t is text, h hidden, u the address of the text that follows.
ARGUMENTS = {
    "href": "ut",
    "hyperref": "t",
    "hyperlink": "ht",
    "hypertarget": "ht",
    "url": "t",
    "path": "t",
    "nolinkurl": "t",
    "textcolor": "ht",
    "colorbox": "ht",
    "fcolorbox": "hht",
    "parbox": "ht",
    "raisebox": "ht",
    "scalebox": "ht",
    "resizebox": "hht",
    "rotatebox": "ht",
    "multicolumn": "hht",
    "multirow": "hht",
    "foreignlanguage": "ht",
    "texorpdfstring": "th",
    "fontsize": "hh",
    "fontfamily": "h",
    "vspace": "h",
    "hspace": "h",
    "setlength": "hh",
    "addtolength": "hh",
    "settowidth": "hh",
    "setcounter": "hh",
    "addtocounter": "hh",
    "definecolor": "hhh",
    "colorlet": "hh",
    "newcolumntype": "hh",
    "titleformat": "hhhhh",
    "titlespacing": "hhhh",
    "titlerule": "",
    "rule": "hh",
    "newlength": "h",
    "newcounter": "h",
    "newif": "",
    "fontspec": "h",
    "phantom": "h",
    "hphantom": "h",
    "vphantom": "h",
    "extracolsep": "h",
    "bibitem": "h",
    "cmidrule": "h",
    "cline": "h",
}
ARGUMENTS = (
    dict.fromkeys(
        _names(
            "AtBeginDocument AtEndDocument RequirePackage addbibresource bibliography bibliographystyle captionsetup "
            "cfoot chead cite color colorize columnratio cvsetup documentclass enlargethispage faIcon faicon faStyle "
            "fancyfoot fancyhead fancyhf geometry graphicspath hskip hspace hypersetup kern hyphenation include "
            "includegraphics input label lfoot lhead linespread moderncvcolor moderncvstyle moderncvtheme nocite "
            "pagecolor pagenumbering pageref pagestyle pdfgentounicode pdfinfo photo printbibliography raggedbottom "
            "ref rfoot rhead selectlanguage setcolumnwidth setdefaultlanguage setlist setmainfont setmonofont "
            "setsansfont sisetup thispagestyle urlstyle usepackage usetikzlibrary vskip vspace"
        ),
        "h",
    )
    | ARGUMENTS
)

STYLES = {
    "textbf": "b",
    "strong": "b",
    "bfseries": "b",
    "bf": "b",
    "textit": "i",
    "emph": "i",
    "textsl": "i",
    "itshape": "i",
    "slshape": "i",
    "it": "i",
    "em": "i",
    "sl": "i",
    "texttt": "code",
    "ttfamily": "code",
    "tt": "code",
}
# These last until their group ends.
DECLARATIONS = _names(
    "bfseries bf itshape slshape it em sl ttfamily tt small tiny scriptsize footnotesize normalsize large Large "
    "LARGE huge Huge scshape sc sffamily sf rmfamily rm upshape mdseries centering raggedright raggedleft "
    "noindent"
)
HEADINGS = {
    "part": 2,
    "chapter": 2,
    "section": 2,
    "cvsection": 2,
    "subsection": 3,
    "cvsubsection": 3,
    "subsubsection": 4,
    "name": 1,
    "cvname": 1,
    "resumename": 1,
    "fullname": 1,
    "title": 1,
    "Title": 1,
    "author": 1,
    "maintitle": 1,
}
HEADING_NAME = re.compile(r"section|heading|roottitle|cvsect|rubric|sectitle", re.IGNORECASE)
# What prints the name of the person, whatever else it prints.
NAME_COMMAND = re.compile(
    r"(?:e?cv|my|resume|full|make)?name(?:section|header|heading)?|(?:cv|resume)?header", re.IGNORECASE
)
ICON = re.compile(r"(?:\s*\\(?:fa|ai)[A-Z][A-Za-z]*)+\s*")
DOUBLE_NAME = re.compile(r"double|dual|two", re.IGNORECASE)
ITEM_NAME = re.compile(
    r"list(?:double)?item|bullet|resumeitem|achievement|highlight|accomplishment|duty|task$", re.IGNORECASE
)
TAG_NAME = re.compile(r"tag|pill|badge|chip|keyword|bubble", re.IGNORECASE)
PAIR_NAME = re.compile(r"item|skill|line$|lang|pair|field|info|contact|column|inlinehead", re.IGNORECASE)
# An item's command, where it has no arguments.
BARE_ITEM_NAME = re.compile(r"\w{0,20}[Ii]tem")
# A date of several parts ("\\Datestamp{2019}{05}"), and the two ends of a time ("\\daterange{2019}{2021}").
PERIOD_NAME = re.compile(r"(?:date|time|year)s?_?(?:range|span)|period|duration|interval|dates$|years$", re.IGNORECASE)
DATE_NAME = re.compile(r"date(?!d)|month", re.IGNORECASE)
SEPARATOR_NAME = re.compile(r"bull|sep$|divider|cdot", re.IGNORECASE)
CONTACTS = _names(
    "email emailaddress phone mobile tel fax homepage website web github gitlab linkedin twitter orcid skype "
    "stackoverflow googlescholar location social extrainfo googlescholarid skills languages interests technologies "
    "tools frameworks hobbies"
)
# Before \begin{document} only these say something a reader will see.
PREAMBLE = CONTACTS | _names(
    "name firstname familyname lastname title author address position tagline jobtitle subtitle quote born "
    "dateofbirth nationality cvname cvjobtitle cvaddress cvdate cvnumberphone cvmail cvsite cvlinkedin aboutme "
    "skillstext"
)
# What stands over every page.
RUNNING = _names("fancyhead chead lhead rhead ihead chead ohead")
# A year is a number that says something, and so is a sign alone (C\ensuremath{+}\ensuremath{+}).
LENGTH = re.compile(
    r"(?!\s*(?:(?:19|20)\d\d|[-+])\s*$)\s*[-+]?(?:\d*[.,]?\d+)?\s*(?:em|ex|pt|cm|mm|in|pc|sp|bp|\\?[a-z]*(?:width|height|skip|indent|sep))?\s*"
)

# A skip after a line that parts it from the next as paragraphs are parted.
TALL = re.compile(
    r"(?:[6-9]|\d{2,})(?:\.\d+)?\s*pt|(?:[2-9]|\d{2,})(?:\.\d+)?\s*(?:mm|ex)|\d*[1-9](?:\.\d+)?\s*(?:em|cm)"
)

TABLES = {
    "tabular": "h",
    "tabular*": "hh",
    "tabularx": "hh",
    "tabulary": "hh",
    "longtable": "h",
    "longtabu": "h",
    "tabu": "h",
    "supertabular": "h",
    "array": "h",
    "tblr": "h",
    "longtblr": "h",
}
ENVIRONMENTS = {
    "minipage": "h",
    "multicols": "h",
    "adjustwidth": "hh",
    "thebibliography": "h",
    "list": "hh",
    "paracol": "h",
}
# Where the line ends of the source are those of the page.
OBEYING = _names("aside obeylines obeycr")
UNSEEN = _names("figure figure* tikzpicture picture comment filecontents filecontents*")
VERBATIM = frozenset({"verbatim", "lstlisting", "minted", "Verbatim"})

SYMBOLS = {
    "textbullet": "•", "bullet": "•", "cdot": "·", "textperiodcentered": "·", "textbar": "|", "vert": "|", "mid": "|",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textasciitilde": "~",
    "sim": "~", "textbackslash": "\\", "backslash": "\\", "textunderscore": "_", "LaTeX": "LaTeX", "TeX": "TeX",
    "LaTeXe": "LaTeX2e", "XeLaTeX": "XeLaTeX", "BibTeX": "BibTeX", "copyright": "©", "textregistered": "®",
    "texttrademark": "™", "pounds": "£", "euro": "€", "EUR": "€", "texteuro": "€", "S": "§", "degree": "°",
    "textdegree": "°", "times": "×", "rightarrow": "→", "to": "→", "longrightarrow": "→", "Rightarrow": "⇒",
    "pm": "±", "approx": "≈", "geq": "≥", "ge": "≥", "leq": "≤", "le": "≤", "star": "★", "textgreater": ">",
    "textless": "<", "textquotesingle": "'", "textquoteright": "’", "textquoteleft": "‘", "apo": "’", "slash": "/",
    "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "ss": "ß", "o": "ø", "O": "Ø", "l": "ł",
    "L": "Ł", "i": "ı", "j": "ȷ", "alpha": "α", "beta": "β", "gamma": "γ", "lambda": "λ", "mu": "μ", "pi": "π",
    "textmu": "µ", "guillemotleft": "«", "guillemotright": "»", "og": "«", "fg": "»", "diamond": "⋄", "ast": "*",
    "checkmark": "✓", "rq": "’", "lq": "‘",
}  # fmt: skip
ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307",
    "u": "\u0306", "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "r": "\u030a",
    "k": "\u0328",
}  # fmt: skip
# What the signs of `tabbing` are, apart from line breaks.
TABS = "=><+-"
ASIDES = _names("marginpar marginnote sidenote marginalnote")
GAPS = _names("enspace space enskip nobreakspace thinspace")
WIDE_GAPS = _names("hfill hfil dotfill hrulefill quad qquad hspace")
BREAKS = _names("newline linebreak tabularnewline cr")
PARAGRAPHS = _names(
    "par newpage clearpage pagebreak vfill smallskip medskip bigskip maketitle makecvtitle hrule makeheader "
    "makecvheader Entry Gap BigGap divider sectionsep cvdivider vskip vspace hline toprule midrule bottomrule"
)
# Conditions whose branches are arguments; the number is that of the arguments that make the test.
BRACED = {
    "ifthenelse": 1,
    "ifstrempty": 1,
    "ifblank": 1,
    "ifempty": 1,
    "notblank": 1,
    "notempty": 1,
    "ifstrequal": 2,
    "ifdefempty": 1,
    "ifdefvoid": 1,
    "iftoggle": 1,
    "ifdef": 1,
    "ifundef": 1,
    "IfNoValueTF": 1,
    "IfValueTF": 1,
    "IfBlankTF": 1,
    "IfBooleanTF": 1,
    "IfFileExists": 1,
    "@ifnextchar": 1,
    "@ifundefined": 1,
}


def is_condition(name: str) -> bool:
    r"""Whether a command begins a condition that ends with `\fi`."""
    return name.startswith("if") and name not in BRACED
