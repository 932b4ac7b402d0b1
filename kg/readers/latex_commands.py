"""What LaTeX's commands and environments show: as data, so that the interpreter knows none of them by name."""

from __future__ import annotations

import re

# Arguments: t is text, h hidden, u the address of the text that follows.
ARGUMENTS = {
    "href": "ut",
    "hyperref": "t",
    "hyperlink": "ht",
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
for _name in (
    "documentclass usepackage RequirePackage hypersetup geometry pagestyle thispagestyle pagenumbering input include includegraphics "
    "bibliography bibliographystyle addbibresource nocite printbibliography label ref pageref cite color pagecolor setlist "
    "hyphenation pdfinfo moderncvstyle moderncvcolor moderncvtheme photo faStyle setmainfont setsansfont setmonofont "
    "usetikzlibrary graphicspath urlstyle linespread selectlanguage setdefaultlanguage enlargethispage cvsetup "
    "AtBeginDocument AtEndDocument fancyhf fancyfoot fancyhead lhead rhead lfoot rfoot cfoot chead colorize captionsetup "
    "pdfgentounicode raggedbottom sisetup columnratio setcolumnwidth hspace vspace vskip hskip"
).split():
    ARGUMENTS.setdefault(_name, "h")

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
DECLARATIONS = frozenset(
    "bfseries bf itshape slshape it em sl ttfamily tt small tiny scriptsize footnotesize normalsize large Large LARGE huge "
    "Huge scshape sc sffamily sf rmfamily rm upshape mdseries centering raggedright raggedleft noindent".split()
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
    "title": 1,
    "author": 1,
    "maintitle": 1,
}
HEADING_NAME = re.compile(r"section|heading|roottitle|cvsect|rubric|sectitle", re.IGNORECASE)
PAIR_NAME = re.compile(r"item|skill|line$|lang|pair|field|info|contact|inlinehead", re.IGNORECASE)
SEPARATOR_NAME = re.compile(r"bull|sep$|divider|cdot", re.IGNORECASE)
CONTACTS = frozenset(
    "email emailaddress phone mobile tel fax homepage website web github gitlab linkedin twitter orcid skype stackoverflow "
    "googlescholar location social extrainfo googlescholarid".split()
)
# Before \begin{document} only these say something a reader will see.
PREAMBLE = CONTACTS | frozenset(
    "name firstname familyname lastname title author address position tagline jobtitle subtitle quote born "
    "dateofbirth nationality".split()
)
LENGTH = re.compile(
    r"\s*[-+]?(?:\d*[.,]?\d+)?\s*(?:em|ex|pt|cm|mm|in|pc|sp|bp|\\?[a-z]*(?:width|height|skip|indent|sep))?\s*"
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
UNSEEN = frozenset("figure figure* tikzpicture picture comment filecontents filecontents*".split())
VERBATIM = frozenset({"verbatim", "lstlisting", "minted", "Verbatim"})

SYMBOLS = {
    "textbullet": "•", "bullet": "•", "cdot": "·", "textperiodcentered": "·", "textbar": "|", "vert": "|", "mid": "|",
    "ldots": "…", "dots": "…", "textellipsis": "…", "textendash": "–", "textemdash": "—", "textasciitilde": "~",
    "sim": "~", "textbackslash": "\\", "backslash": "\\", "textunderscore": "_", "LaTeX": "LaTeX", "TeX": "TeX",
    "LaTeXe": "LaTeX2e", "XeLaTeX": "XeLaTeX", "BibTeX": "BibTeX", "copyright": "©", "textregistered": "®", "texttrademark": "™", "pounds": "£",
    "euro": "€", "EUR": "€", "texteuro": "€", "S": "§", "degree": "°", "textdegree": "°", "times": "×", "rightarrow": "→",
    "to": "→", "longrightarrow": "→", "Rightarrow": "⇒", "pm": "±", "approx": "≈", "geq": "≥", "ge": "≥", "leq": "≤", "le": "≤", "star": "★",
    "textgreater": ">", "textless": "<", "textquotesingle": "'", "textquoteright": "’", "textquoteleft": "‘", "apo": "’",
    "slash": "/", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "aa": "å", "AA": "Å", "ss": "ß", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "alpha": "α", "beta": "β", "gamma": "γ", "lambda": "λ", "mu": "μ", "pi": "π",
    "textmu": "µ", "guillemotleft": "«", "guillemotright": "»", "og": "«", "fg": "»", "diamond": "⋄", "ast": "*", "checkmark": "✓",
}  # fmt: skip
ACCENTS = {
    "'": "\u0301", "`": "\u0300", "^": "\u0302", '"': "\u0308", "~": "\u0303", "=": "\u0304", ".": "\u0307", "u": "\u0306",
    "v": "\u030c", "H": "\u030b", "c": "\u0327", "d": "\u0323", "b": "\u0331", "r": "\u030a", "k": "\u0328",
}  # fmt: skip
GAPS = frozenset("enspace space enskip nobreakspace thinspace".split())
WIDE_GAPS = frozenset("hfill hfil dotfill hrulefill quad qquad hspace".split())
BREAKS = frozenset("newline linebreak tabularnewline cr".split())
PARAGRAPHS = frozenset(
    "par newpage clearpage pagebreak vfill smallskip medskip bigskip maketitle makecvtitle hrule makeheader "
    "makecvheader vskip vspace hline toprule midrule bottomrule".split()
)
