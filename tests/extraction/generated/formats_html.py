"""Careers as web pages: cards, time lines, tables, old tags, the markup that page builders and frameworks leave."""

from __future__ import annotations

from html import escape

from generated import Page
from generated.formats_career import Career, Choices, Job, Study, career

_NOISE = {
    "none": "",
    "style": "<style>.card{display:flex;color:#333}@media(max-width:600px){.card{padding:0}}</style>",
    "script": "<script>window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)}</script>",
    "svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><title>Icon</title><path d="M12 2L2 7"/></svg>',
    "noscript": "<noscript>You need to enable JavaScript to run this app.</noscript>",
    "comment": "<!-- Template by Example Themes, 2017 - 2019. Senior Designer at Themeland -->",
}
_NAV = {
    "none": "",
    "nav": "<nav><ul><li><a href='#about'>About</a></li><li><a href='#work'>Work</a></li></ul></nav>",
    "navbar": '<div class="navbar"><a class="navbar-brand" href="#top">Home</a><a href="#work">Experience</a></div>',
    "menu": '<ul class="menu"><li><a href="index.html">Home</a></li><li><a href="cv.html">CV</a></li></ul>',
    "links": '<p><a href="index.html">Home</a> | <a href="papers.html">Papers</a> | <a href="cv.html">CV</a></p>',
    "sidebar": '<div id="sidebar"><ul><li><a href="#work">Experience</a></li><li><a href="#school">Education</a></li>'
    '<li><a href="#skills">Skills</a></li></ul></div>',
}
_FOOTERS = (
    "",
    "<footer><p>© 2024 All rights reserved.</p></footer>",
    '<div class="footer">Powered by <a href="https://blog.example">Blogger</a>. Last updated: May 2024</div>',
    '<div id="footer"><a href="#top">Back to top</a></div>',
)
_SKINS = {
    "plain": ("job", "title", "company", "date", "location", "body"),
    "bootstrap": ("card mb-3", "card-title", "card-subtitle text-muted", "text-secondary", "small", "card-text"),
    "tailwind": (
        "p-6 rounded shadow",
        "text-lg font-bold",
        "text-gray-700",
        "text-sm text-gray-500",
        "text-xs",
        "mt-2",
    ),
    "hashed": ("sc-bdVaJa kXyzab", "sc-htpNat dQwErt", "sc-bwzfXH", "css-1x2y3z", "jsx-2938472", "css-0"),
    "timeline": ("timeline-item", "timeline-role", "timeline-org", "timeline-date", "timeline-place", "timeline-body"),
}
_ICONS = {
    "none": "",
    "fa": '<i class="fa fa-{}"></i> ',
    "material": '<i class="material-icons">{}</i>',
    "svg": '<svg viewBox="0 0 16 16"><path d="M8 0a5 5"/></svg>',
    "img": '<img src="icons/{}.png" width="16" height="16" alt="">',
}
_NAMES = {"date": "calendar", "org": "business", "place": "place", "title": "work"}
_WORDS = {
    "work": ("Experience", "Work Experience", "Employment", "Professional Experience", "Career"),
    "school": ("Education", "Academic Background", "Studies"),
    "skills": ("Skills", "Technical Skills", "Technologies"),
}


def page(seed: int, suffix: str = "html") -> Page:
    """A web page that tells a career in one layout."""
    return made(seed, suffix)[0]


def made(seed: int, suffix: str = "html") -> tuple[Page, dict[str, str]]:
    """The page, and the features chosen for it."""
    choices = Choices(f"html {seed}")
    told = career(choices)
    return Page(f"html-{seed}.{suffix}", _Maker(choices, told).whole(), told.facts), choices.made


class _Maker:
    """One page's way of writing."""

    def __init__(self, choices: Choices, told: Career) -> None:
        self._told = told
        pick = choices.pick
        self._choices = choices
        self._skin = _SKINS[pick("skin", tuple(_SKINS))]
        self._icon = _ICONS[pick("icon", tuple(_ICONS))]
        self._layout = pick(
            "layout", ("cards", "cards", "line", "list", "table", "columns", "dl", "flex", "font", "nested")
        )
        self._element = pick("element", ("div", "span", "p", "headed", "mixed"))
        self._order = choices.order("order", ("title", "org", "date"))
        self._joined = pick("joined", ("no", "no", "no", "title org", "org date"))
        self._joint = (
            pick("joint", (" at ", ", ", " | ", " – ", " - ", " @ "))
            if self._joined == "title org"
            else pick("joint", (" (", ", ", " | ", " – "))
        )
        if self._joined != "no":  # the joined fields stand in the place of the first
            self._order.remove(self._joined.split()[1])
        self._place = pick("place", ("no", "no", "last", "with org"))
        self._done = pick("done", ("ul", "ul", "p", "div", "none", "ps"))
        self._spaces = pick("spaces", ("\n", "\n", "", "\n    "))
        self._bold = pick("bold", ("title", "org", "none"))
        self._heading = pick(
            "heading", ("h2", "h2", "h3", "title div", "title span", "bold p", "icon h2", "font", "class id")
        )

    def whole(self) -> str:
        """The page."""
        choices, told, gap = self._choices, self._told, self._spaces
        noise = [_NOISE[choices.pick("noise", tuple(_NOISE))], _NOISE[choices.pick("noise too", tuple(_NOISE))]]
        nav = _NAV[choices.pick("nav", tuple(_NAV))]
        foot = choices.random.choice(_FOOTERS)
        sections = [
            self._section("work", self._entries(told.jobs)),
            self._section("school", self._entries(told.studies)),
            self._section("skills", self._skills()),
        ]
        if choices.chance("skills first", 0.25):
            sections.insert(0, sections.pop())
        body = gap.join([nav, self._head(), noise[0], *sections, foot, noise[1]])
        wrapped = choices.pick("wrapped", ("document", "document", "root", "table", "fragment", "columns"))
        if wrapped == "fragment":
            return body
        if wrapped == "root":
            body = f'<div id="root"><div class="App">{body}</div></div>'
        elif wrapped == "table":
            body = f'<table width="90%" border="0" cellpadding="4"><tr><td valign="top">{body}</td></tr></table>'
        elif wrapped == "columns":
            side = f'<div class="col-md-4"><p>{told.mail}</p></div>'
            body = f'<div class="container"><div class="row">{side}<div class="col-md-8">{body}</div></div></div>'
        return f'<!DOCTYPE html>{gap}<html lang="en">{gap}{self._declared()}{gap}<body>{gap}{body}{gap}</body></html>'

    def _declared(self) -> str:
        told, choices = self._told, self._choices
        title = choices.pick("title", (told.name, f"{told.name} | Portfolio", "Home", f"Resume - {told.name}", "My CV"))
        choices.made["title"] = title.replace(told.name, "NAME")
        more = ""
        if choices.chance("og", 0.3):
            more += f'<meta property="og:title" content="{told.name}"><meta name="author" content="{told.name}">'
        if choices.chance("linked data", 0.3):
            more += (
                '<script type="application/ld+json">{"@context":"https://schema.org","@type":"Person",'
                f'"name":"{told.name}","worksFor":{{"@type":"Organization","name":"{escape(told.jobs[0].organization)}"}}}}</script>'
            )
        return f'<head><meta charset="utf-8"><title>{title}</title>{more}<link rel="stylesheet" href="s.css"></head>'

    def _head(self) -> str:
        told = self._told
        form = self._choices.pick(
            "name", ("h1", "h1", "h1 spans", "div", "hello", "hello h1", "header", "center", "hcard")
        )
        contact = f'<p><a href="mailto:{told.mail}">{told.mail}</a></p>'
        spans = f"<span>{told.given}</span> <span>{told.family}</span>"
        place = f'<span class="p-locality">{told.place}</span>'
        return {
            "h1": f"<h1>{told.name}</h1>{contact}",
            "h1 spans": f"<h1>{spans}</h1>{contact}",
            "div": f'<div class="name">{told.name}</div>{contact}',
            "hello": f"<p>Hi, I'm {told.name} and this is my home page.</p>{contact}",
            "hello h1": f"<h1>Hello, I'm {told.name}</h1>{contact}",
            "header": f'<header><div class="hero"><h1 class="hero-title">{told.name}</h1></div></header>{contact}',
            "center": f"<center><font size=6><b>{told.name}</b></font></center>{contact}",
            "hcard": f'<div class="h-card"><h1 class="p-name">{told.name}</h1>{place}</div>{contact}',
        }[form]

    def _section(self, key: str, body: str) -> str:
        words = self._choices.random.choice(_WORDS[key])
        gap = self._spaces
        heading = {
            "h2": f"<h2>{words}</h2>",
            "h3": f"<h3>{words}</h3>",
            "title div": f'<div class="section-title">{words}</div>',
            "title span": f'<div class="title"><span>{words}</span></div>',
            "bold p": f"<p><b>{words}</b></p>",
            "icon h2": f'<h2><i class="fas fa-briefcase"></i>{words}</h2>',
            "font": f'<p><font size="4" color="#003366"><b>{words}</b></font></p><hr>',
            "class id": f'<div class="heading" id="{key}-heading">{words}</div>',
        }[self._heading]
        return f'<section id="{key}">{gap}{heading}{gap}{body}{gap}</section>'

    # --- entries -------------------------------------------------------------------------------------------------

    def _entries(self, entries: tuple[Job, ...] | tuple[Study, ...]) -> str:
        gap = self._spaces
        each = [self._entry(self._fields(entry), self._below(entry)) for entry in entries]
        if self._layout == "list":
            return f"<ul>{gap}" + gap.join(f"<li>{entry}</li>" for entry in each) + f"{gap}</ul>"
        if self._layout == "line":
            return f'<div class="timeline">{gap}' + gap.join(each) + f"{gap}</div>"
        if self._layout == "table":
            return f"<table>{gap}" + gap.join(each) + f"{gap}</table>"
        if self._layout == "nested":
            rows = gap.join(f"<tr><td>{entry}</td></tr>" for entry in each)
            return f'<table width="100%" cellspacing="0">{gap}{rows}{gap}</table>'
        if self._layout == "columns":
            heads = {"title": "Position", "org": "Institution", "date": "Period"}
            head = "".join(f"<th>{heads[name]}</th>" for name in ("date", "title", "org"))
            return f"<table><thead><tr>{head}</tr></thead><tbody>{gap}" + gap.join(each) + f"{gap}</tbody></table>"
        if self._layout == "dl":
            return f"<dl>{gap}" + gap.join(each) + f"{gap}</dl>"
        return gap.join(each)

    def _fields(self, entry: Job | Study) -> dict[str, str]:
        title = entry.title if isinstance(entry, Job) else f"{entry.degree} in {entry.field}"
        org = entry.organization if isinstance(entry, Job) else entry.school
        values = {"title": escape(title, quote=False), "org": escape(org, quote=False), "date": entry.time}
        if self._place == "with org" and self._joined != "org date":
            values["org"] += f", {entry.place}"
        return values | {"place": entry.place}

    def _below(self, entry: Job | Study) -> str:
        if isinstance(entry, Study) or self._done == "none":
            return ""
        if self._done == "ul":
            return "<ul>" + self._spaces.join(f"<li>{deed}</li>" for deed in entry.done) + "</ul>"
        if self._done == "ps":
            return "".join(f"<p>{deed}</p>" for deed in entry.done)
        tag = "p" if self._done == "p" else "div"
        return f'<{tag} class="{self._skin[5]}">{" ".join(entry.done)}</{tag}>'

    def _entry(self, values: dict[str, str], below: str) -> str:
        gap, layout = self._spaces, self._layout
        shown = {name: self._iconed(name, value) for name, value in values.items()}
        if layout == "columns":
            return "<tr>" + "".join(f"<td>{values[name]}</td>" for name in ("date", "title", "org")) + "</tr>"
        parts = [self._field(name, self._together(name, shown)) for name in self._order]
        if self._place == "last":
            parts.append(self._field("place", shown["place"]))
        if layout == "table":
            rest = "<br>".join(
                shown[name] if name != self._bold else f"<b>{shown[name]}</b>" for name in ("title", "org")
            )
            return f'<tr><td width="20%" valign="top">{shown["date"]}</td><td>{rest}{below}</td></tr>'
        if layout == "dl":
            return f"<dt>{shown['title']}</dt>{gap}<dd>{shown['org']}<br>{shown['date']}{below}</dd>"
        if layout == "flex":
            left = f"<div><strong>{shown['title']}</strong><div>{shown['org']}</div></div>"
            return f'<div class="entry"><div class="d-flex">{left}{gap}<div>{shown["date"]}</div></div>{below}</div>'
        if layout == "font":
            lines = f"<b>{shown['org']}</b><br>{gap}<i>{shown['title']}</i><br>{gap}<font size=2>{shown['date']}</font>"
            return f"<p>{lines}</p>{gap}{below}"
        inner = gap.join([*parts, below])
        if layout == "cards":
            inner = f'<div class="card-body">{gap}{inner}{gap}</div>'
        return f'<div class="{self._skin[0]}">{gap}{inner}{gap}</div>'

    def _together(self, name: str, shown: dict[str, str]) -> str:
        if self._joined.split()[0] != name:
            return shown[name]
        second = shown[self._joined.split()[1]]
        return f"{shown[name]}{self._joint}{second}" + (")" if self._joint == " (" else "")

    def _iconed(self, name: str, value: str) -> str:
        iconed = self._icon and name in ("date", "place")
        return (self._icon.format(_NAMES[name]) if iconed else "") + value

    def _field(self, name: str, value: str) -> str:
        place = {"title": 1, "org": 2, "date": 3, "place": 4}[name]
        if self._bold == name and self._element != "headed":
            value = f"<strong>{value}</strong>"
        tag = self._element
        if tag == "headed":
            tag = {"title": "h4", "org": "h5", "date": "p", "place": "p"}[name]
        elif tag == "mixed":
            tag = {"title": "h3", "org": "div", "date": "span", "place": "small"}[name]
        return f'<{tag} class="{self._skin[place]}">{value}</{tag}>'

    # --- skills --------------------------------------------------------------------------------------------------

    def _skills(self) -> str:
        form = self._choices.pick("skills", ("badges", "ul", "groups p", "bars", "comma", "groups ul", "dl", "table"))
        groups, gap = self._told.skills, self._spaces
        names = [name for group in groups.values() for name in group]
        joined = {group: ", ".join(listed) for group, listed in groups.items()}
        if form == "badges":
            return gap.join(f'<span class="badge">{name}</span>' for name in names)
        if form == "ul":
            return "<ul>" + gap.join(f"<li>{name}</li>" for name in names) + "</ul>"
        if form == "bars":
            bar = '<div class="skill"><span>{}</span><div class="progress"><div class="bar">80%</div></div></div>'
            return gap.join(bar.format(name) for name in names)
        if form == "comma":
            return f"<p>{', '.join(names)}</p>"
        if form == "groups ul":
            made = (
                f"<h4>{group}</h4><ul>{''.join(f'<li>{n}</li>' for n in listed)}</ul>"
                for group, listed in groups.items()
            )
            return gap.join(made)
        if form == "dl":
            return "<dl>" + gap.join(f"<dt>{group}</dt><dd>{listed}</dd>" for group, listed in joined.items()) + "</dl>"
        if form == "table":
            rows = gap.join(f"<tr><td>{group}</td><td>{listed}</td></tr>" for group, listed in joined.items())
            return f"<table>{rows}</table>"
        return gap.join(f"<p><b>{group}:</b> {listed}</p>" for group, listed in joined.items())
