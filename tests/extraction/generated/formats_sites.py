"""Careers in the shapes that page templates give an entry: sides, corners, accordions, many roles at one employer."""

from __future__ import annotations

import tomllib
from html import escape
from pathlib import Path

from generated import Page
from generated.formats_career import Career, Choices, Job, Study, career

_FILE = Path(__file__).parent / "formats_sites.toml"
_SHAPES: dict[str, str] = tomllib.loads(_FILE.read_text(encoding="utf-8"))
_HEADS = {
    "h2": "<h2>@</h2>",
    "h2 h3": "<h3 class='resume-title'>@</h3>",
    "div": "<div class='section-title'><h2>@</h2></div>",
    "underlined": "<h2><u>@</u></h2>",
    "shouted": "<h2>@</h2>",
    "anchor": "<a name='x'></a><h2>@</h2><hr>",
    "section": "<div class='sectionTitle'><h1>@</h1></div>",
}
_NAMES = (
    "<h1>@</h1>",
    "<h1 class='mb-0'>@G <span class='text-primary'>@F</span></h1>",
    "<header><h1>@</h1><p>Home page</p></header>",
)
_WORDS = {
    "work": ("Experience", "Work Experience", "Professional Experience"),
    "school": ("Education",),
    "skills": ("Skills",),
}


def page(seed: int, suffix: str = "html") -> Page:
    """A web page that tells a career in the shape of one template."""
    return made(seed, suffix)[0]


def made(seed: int, suffix: str = "html") -> tuple[Page, dict[str, str]]:
    """The page, and the features chosen for it."""
    choices = Choices(f"sites {seed}")
    told = career(choices)
    return Page(f"sites-{seed}.{suffix}", _whole(choices, told), told.facts), choices.made


def _whole(choices: Choices, told: Career) -> str:
    shape = choices.pick("shape", (*_SHAPES, "roles", "roles in list"))
    head = choices.pick("head", tuple(_HEADS))
    done = choices.pick("done", ("ul", "ul", "p", "none"))
    gap = choices.pick("gap", ("\n", "", "\n      "))
    around = choices.pick("around", ("", "<div class='container'>@</div>", "<section class='resume'>@</section>"))
    other = choices.pick("studies", ("same", "item")) if not shape.startswith("roles") else "item"
    jobs = (
        _roles(told.jobs, shape, done)
        if shape.startswith("roles")
        else [_entry(job, _SHAPES[shape], done) for job in told.jobs]
    )
    studies = [_entry(study, _SHAPES[shape if other == "same" else "item"], "none") for study in told.studies]
    skills = [f"<p>{group}: {', '.join(names)}</p>" for group, names in told.skills.items()]
    body = ""
    for key, entries in (("work", jobs), ("school", studies), ("skills", skills)):
        words = choices.random.choice(_WORDS[key])
        heading = _HEADS[head].replace("@", words.upper() if head == "shouted" else words)
        section = gap.join([heading, *entries])
        body += gap + (around.replace("@", section) if around else section)
    name = choices.pick("name", _NAMES).replace("@G", told.given).replace("@F", told.family).replace("@", told.name)
    contact = f"<p><a href='mailto:{told.mail}'>{told.mail}</a></p>"
    return f"<!DOCTYPE html><html><head><title>{told.name}</title></head><body>{name}{contact}{body}</body></html>"


def _entry(entry: Job | Study, shape: str, done: str) -> str:
    title = entry.title if isinstance(entry, Job) else f"{entry.degree} in {entry.field}"
    org = entry.organization if isinstance(entry, Job) else entry.school
    begin, _, end = entry.when
    values = {"T": title, "O": org, "D": entry.time, "P": entry.place, "S": begin, "E": end}
    text = shape.replace("@B", _below(entry, done))
    for key, value in values.items():
        text = text.replace(f"@{key}", escape(value, quote=False))
    return text


def _below(entry: Job | Study, done: str) -> str:
    if isinstance(entry, Study) or done == "none":
        return ""
    return (
        f"<p>{' '.join(entry.done)}</p>"
        if done == "p"
        else f"<ul>{''.join(f'<li>{deed}</li>' for deed in entry.done)}</ul>"
    )


def _roles(jobs: tuple[Job, ...], shape: str, done: str) -> list[str]:
    """Jobs under their employers, those at the same one together."""
    employers: dict[str, list[Job]] = {}
    for job in jobs:
        employers.setdefault(job.organization, []).append(job)
    if shape == "roles":
        role = "<div class='role'><h4>@T</h4><span class='dates'>@D</span>@B</div>"
        company = "<div class='company'><h3>{}</h3>{}</div>"
    else:
        role, company = "<li>@T (@D)@B</li>", "<ul><li><b>{}</b><ul>{}</ul></li></ul>"
    each = ((name, "".join(_entry(job, role, done) for job in held)) for name, held in employers.items())
    return [company.format(escape(name, quote=False), inner) for name, inner in each]
