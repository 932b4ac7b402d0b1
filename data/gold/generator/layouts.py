"""Layouts: each writes one person's facts as one kind of document that people really write."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from generator.dates import span, write
from generator.page import Page
from generator.people import WORDS, Degree, Job, Person

Layout = Callable[[Person, random.Random], Page]
STYLES = ("short", "long", "slash", "iso")


class Hand:
    """One person's habits on one page: headings in their language, one date style, one dash."""

    def __init__(self, person: Person, chance: random.Random) -> None:
        self.page = Page(person)
        self.person = person
        self.work, self.study, self.tools, self.honours, self.now = WORDS["language"][person.language]
        self.style = chance.choice(STYLES)
        self.dash = chance.choice((" – ", " - ", " — "))

    def when(self, item: Job | Degree) -> str:
        """The range of a job or degree."""
        return span(item.start, item.end, self.person.language, self.style, self.dash)

    def tail(self, heading: Callable[[str], str], bullet: str = "- ") -> Page:
        """Skills and awards, as a list each; what ends most pages."""
        if self.person.skills:
            self.page.say("", heading(self.tools))
            self.page.skills(self.person.skills, self.page.say("", ", ".join(self.person.skills)))
        if self.person.awards:
            self.page.say("", heading(self.honours), "")
            for award in self.person.awards:
                self.page.award(award, self.page.say(f"{bullet}{award}"))
        return self.page

    def deeds(self, job: Job, bullet: str = "- ") -> None:
        """What was done in a job, a bullet each."""
        for deed in job.deeds:
            self.page.skills(self.person.skills, self.page.say(f"{bullet}{deed}"))


def headings(person: Person, chance: random.Random) -> Page:
    """Markdown: a heading for each job, the dates in italics under it."""
    hand = Hand(person, chance)
    page = hand.page
    page.name(page.say(f"# {person.name}"))
    page.say("", f"## {hand.work}")
    for job in person.jobs:
        page.job(job, page.say("", f"### {job.employer} — {job.title}"))
        page.say(f"*{hand.when(job)}* · {job.place}", "")
        hand.deeds(job)
    page.say("", f"## {hand.study}")
    for degree in person.degrees:
        page.degree(degree, page.say("", f"### {degree.school} — {degree.degree}, {degree.subject}"))
        page.say(f"*{hand.when(degree)}*")
    return hand.tail(lambda title: f"## {title}")


def bullets(person: Person, chance: random.Random) -> Page:
    """Markdown: everything in lists, the role first and in bold."""
    hand = Hand(person, chance)
    page = hand.page
    page.name(page.say(f"# {person.name}"))
    page.say("", f"## {hand.study}", "")
    for degree in person.degrees:
        page.degree(degree, page.say(f"- **{degree.degree} {degree.subject}**, {degree.school}, {hand.when(degree)}"))
    page.say("", f"## {hand.work}", "")
    for job in person.jobs:
        page.job(job, page.say(f"- **{job.title}**, {job.employer} ({hand.when(job)})"), place=False)
        hand.deeds(job, "  - ")
    return hand.tail(lambda title: f"## {title}", "* ")


def table(person: Person, chance: random.Random) -> Page:
    """Markdown: tables with a margin of dates."""
    hand = Hand(person, chance)
    page = hand.page
    page.name(page.say(f"# {person.name}"))
    page.say("", f"## {hand.work}", "", "| | | |", "|---|---|---|")
    for job in person.jobs:
        page.job(job, page.say(f"| {hand.when(job)} | {job.title} | {job.employer} |"), place=False)
    page.say("", f"## {hand.study}", "", "| | | |", "|---|---|---|")
    for degree in person.degrees:
        page.degree(degree, page.say(f"| {hand.when(degree)} | {degree.degree} {degree.subject} | {degree.school} |"))
    return hand.tail(lambda title: f"## {title}")


def pipes(person: Person, chance: random.Random) -> Page:
    """Markdown: employer, role and dates parted by bars in the heading."""
    hand = Hand(person, chance)
    page = hand.page
    page.name(page.say(f"# {person.name}"))
    page.say("", f"## {hand.work}")
    for job in person.jobs:
        page.job(job, page.say("", f"### {job.employer} | {job.title} | {hand.when(job)}"), place=False)
        hand.deeds(job)
    page.say("", f"## {hand.study}")
    for degree in person.degrees:
        page.degree(
            degree, page.say("", f"### {degree.school} | {degree.degree} {degree.subject} | {hand.when(degree)}")
        )
    return hand.tail(lambda title: f"## {title}")


def columns(person: Person, chance: random.Random) -> Page:
    """Plain text, as copied from a printed résumé: places and dates at the right margin."""
    hand = Hand(person, chance)
    page = hand.page
    page.name(page.say(person.name.upper() if person.language == "en" else person.name))
    page.gold["person"]["name"] = person.name
    page.say("person@example.org | 000 0000000", "", hand.work.upper() if person.language == "en" else hand.work)
    for job in person.jobs:
        page.job(job, page.say(f"{job.employer:<58}{job.place:>24}"))
        page.say(f"{job.title:<58}{hand.when(job):>24}")
        hand.deeds(job, "• ")
    page.say("", hand.study.upper() if person.language == "en" else hand.study)
    for degree in person.degrees:
        page.degree(degree, page.say(f"{degree.school:<58}{hand.when(degree):>24}"))
        page.say(f"{degree.degree} {degree.subject}")
    return hand.tail(lambda title: title.upper() if person.language == "en" else title, "• ")


def brackets(person: Person, chance: random.Random) -> Page:
    """Plain text: the employer with its dates in brackets, the role in the line below."""
    hand = Hand(person, chance)
    page = hand.page
    page.name(page.say(person.name))
    page.say("", hand.work)
    for job in person.jobs:
        page.job(job, page.say(f"{job.employer}, {job.place} [{hand.when(job)}]"))
        page.say(job.title)
        hand.deeds(job)
    page.say("", hand.study)
    for degree in person.degrees:
        page.degree(degree, page.say(f"{degree.school} [{hand.when(degree)}]"))
        page.say(f"{degree.degree} {degree.subject}")
    return hand.tail(lambda title: title)


def emoji(person: Person, chance: random.Random) -> Page:
    """Plain text with emoji for bullets and beside the headings."""
    hand = Hand(person, chance)
    page = hand.page
    page.name(page.say(f"👋 {person.name}"))
    page.say(f"💼 {hand.work}")
    for job in person.jobs:
        page.job(job, page.say(f"🔹 {job.employer} – {job.title}"), place=False)
        page.say(hand.when(job))
        hand.deeds(job)
    page.say(f"🎓 {hand.study}")
    for degree in person.degrees:
        page.degree(degree, page.say(f"🔹 {degree.school} – {degree.degree} {degree.subject}"))
        page.say(hand.when(degree))
    return hand.tail(lambda title: f"🛠️ {title}")


def webpage(person: Person, chance: random.Random) -> Page:
    """HTML of today: sections, divs and spans."""
    hand = Hand(person, chance)
    page = hand.page
    page.say(
        "<!doctype html>", f'<html lang="{person.language}"><head><meta charset="utf-8"><title>CV</title></head><body>'
    )
    page.name(page.say(f"<h1>{person.name}</h1>"))
    page.say(f"<section><h2>{hand.work}</h2>")
    for job in person.jobs:
        quote = page.say(f'<div class="entry"><h3>{job.title}</h3>', f'<span class="org">{job.employer}</span>')
        page.job(job, quote)
        page.say(f'<span class="where">{job.place}</span> <time>{hand.when(job)}</time>', "<ul>")
        for deed in job.deeds:
            page.skills(person.skills, page.say(f"<li>{deed}</li>"))
        page.say("</ul></div>")
    page.say("</section>", f"<section><h2>{hand.study}</h2>")
    for degree in person.degrees:
        quote = page.say(f"<div><h3>{degree.school}</h3>")
        page.degree(degree, quote)
        page.say(f"<p>{degree.degree} {degree.subject}</p><p>{hand.when(degree)}</p></div>")
    page.say("</section>")
    if person.skills:
        page.say(f"<section><h2>{hand.tools}</h2><ul>")
        page.skills(person.skills, page.say("".join(f"<li>{name}</li>" for name in person.skills)))
        page.say("</ul></section>")
    page.say("</body></html>")
    return page


def old_webpage(person: Person, chance: random.Random) -> Page:
    """HTML of the nineties: font tags, and tables that hold the layout."""
    hand = Hand(person, chance)
    page = hand.page
    page.say(f'<html><head><meta charset="utf-8"><title>{person.name}</title></head><body bgcolor="white">')
    page.name(page.say(f'<center><font size="6"><b>{person.name}</b></font></center><hr>'))
    page.say(f'<font size="4"><b>{hand.work}</b></font>', '<table width="100%">')
    for job in person.jobs:
        page.job(
            job,
            page.say(f'<tr><td><b>{job.employer}</b>, {job.place}</td><td align="right">{hand.when(job)}</td></tr>'),
        )
        page.say(f'<tr><td colspan="2"><i>{job.title}</i></td></tr>')
    page.say("</table>", f'<font size="4"><b>{hand.study}</b></font>', '<table width="100%">')
    for degree in person.degrees:
        page.degree(
            degree, page.say(f'<tr><td><b>{degree.school}</b></td><td align="right">{hand.when(degree)}</td></tr>')
        )
        page.say(f'<tr><td colspan="2">{degree.degree} {degree.subject}</td></tr>')
    page.say("</table>")
    if person.skills:
        page.say(f'<font size="4"><b>{hand.tools}</b></font>')
        page.skills(person.skills, page.say(f"<p>{', '.join(person.skills)}</p>"))
    page.say("</body></html>")
    return page


def latex(person: Person, chance: random.Random) -> Page:
    """LaTeX with the commands of a well-known résumé class."""
    hand = Hand(person, chance)
    page = hand.page
    first, _, last = person.name.partition(" ")
    page.say(
        r"\documentclass[11pt]{moderncv}",
        r"\moderncvstyle{banking}",
        "% \\cventry{1990}{A job in a comment is no job}{}{}{}{}",
    )
    page.name(page.say(rf"\name{{{first}}}{{{last}}}"))
    page.say(r"\begin{document}", r"\makecvtitle", rf"\section{{{hand.work}}}")
    for job in person.jobs:
        when = hand.when(job).replace("–", "--").replace("—", "--")
        page.job(
            job,
            page.say(
                rf"\cventry{{{when}}}{{{job.title}}}{{{job.employer}}}{{{job.place}}}{{}}{{{'; '.join(job.deeds)}}}"
            ),
        )
        page.skills(person.skills, page.lines[-1])
    page.say(rf"\section{{{hand.study}}}")
    for degree in person.degrees:
        when = hand.when(degree).replace("–", "--").replace("—", "--")
        page.degree(
            degree, page.say(rf"\cventry{{{when}}}{{{degree.degree} {degree.subject}}}{{{degree.school}}}{{}}{{}}{{}}")
        )
    if person.skills:
        page.say(rf"\section{{{hand.tools}}}")
        page.skills(person.skills, page.say(rf"\cvitem{{}}{{{', '.join(person.skills)}}}"))
    page.say(r"\end{document}")
    return page


def json_resume(person: Person, chance: random.Random) -> Page:
    """JSON in the JSON Resume schema."""
    del chance
    page = Page(person)
    tree: dict[str, Any] = {
        "basics": {"name": person.name},
        "work": [
            {"name": job.employer, "position": job.title, "location": job.place, "startDate": str(job.start)}
            | ({"endDate": str(job.end)} if job.end else {})
            | {"highlights": list(job.deeds)}
            for job in person.jobs
        ],
        "education": [
            {
                "institution": d.school,
                "studyType": d.degree,
                "area": d.subject,
                "startDate": str(d.start),
                "endDate": str(d.end),
            }
            for d in person.degrees
        ],
        "skills": [{"name": name} for name in person.skills],
        "awards": [{"title": award} for award in person.awards],
    }
    page.say(*json.dumps(tree, ensure_ascii=False, indent=2).splitlines())
    page.name(f'"name": "{person.name}"')
    for job in person.jobs:
        page.job(job, f'"position": "{job.title}"')
        if job.end is None:  # The schema leaves the end of what goes on away.
            page.gold["positions"][-1]["accept_end"] = [None]
    for degree in person.degrees:
        page.degree(degree, f'"institution": "{degree.school}"')
    for name in person.skills:
        page.skills((name,), f'"name": "{name}"')
    for award in person.awards:
        page.award(award, f'"title": "{award}"')
    return page


def org_mode(person: Person, chance: random.Random) -> Page:
    """Org-mode: an outline of headlines."""
    hand = Hand(person, chance)
    page = hand.page
    page.name(page.say(f"#+TITLE: {person.name}"))
    page.say(f"* {hand.work}")
    for job in person.jobs:
        page.job(job, page.say(f"** {job.title}, {job.employer}"))
        page.say(f"   {hand.when(job)}, {job.place}")
        hand.deeds(job, "   - ")
    page.say(f"* {hand.study}")
    for degree in person.degrees:
        page.degree(degree, page.say(f"** {degree.degree} {degree.subject}, {degree.school}"))
        page.say(f"   {hand.when(degree)}")
    return hand.tail(lambda title: f"* {title}", "  - ")


def biography(person: Person, chance: random.Random) -> Page:
    """Prose in the third person, as on a speaker's page. English only."""
    del chance
    page = Page(person)
    last, first_job = person.name.split()[-1], person.jobs[0]
    said = f"{person.name} {'is' if first_job.end is None else 'was'} {a(first_job.title)} at {first_job.employer}"
    said += (
        f", since {write(first_job.start, 'en', 'long')}." if first_job.end is None else f" from {_from_to(first_job)}."
    )
    page.name(page.say(said))
    page.job(first_job, said, place=False)
    for job in person.jobs[1:]:
        page.job(
            job, page.say(f"From {_from_to(job)}, {last} worked as {a(job.title)} at {job.employer}."), place=False
        )
    for degree in person.degrees:
        said = f"{last} received {a(degree.degree)} in {degree.subject} from {degree.school} in {degree.end.year}"
        advised = person.advisor if degree is person.doctorate else None
        quote = page.say(said + (f", advised by Prof. {advised}." if advised else "."))
        page.degree(degree, quote)
        page.gold["education"][-1] |= {"start": None, "end": str(degree.end.year)}
        if advised:
            page.advisor(advised, quote)
    if person.skills:
        page.skills(
            person.skills, page.say(f"{last} works with {', '.join(person.skills[:-1])} and {person.skills[-1]}.")
        )
    return page


def letter(person: Person, chance: random.Random) -> Page:
    """Prose in the first person, newest first, as on a home page. English only."""
    del chance
    page = Page(person)
    page.name(page.say(f"Hi, I'm {person.name}."))
    for number, job in enumerate(person.jobs):
        if job.end is None:
            joined = write(job.start, "en", "long")
            said = f"I currently work as {a(job.title)} at {job.employer}, which I joined in {joined}."
        elif number:
            said = f"Before that, from {_from_to(job)}, I was {a(job.title)} at {job.employer}."
        else:
            said = f"From {_from_to(job)} I was {a(job.title)} at {job.employer}."
        page.job(job, page.say(said), place=False)
        for deed in job.deeds:
            page.skills(person.skills, page.say(f"There I {deed[0].lower()}{deed[1:]}."))
    page.say("")
    for degree in person.degrees:
        advised = person.advisor if degree is person.doctorate else None
        years = f"{degree.start.year}–{degree.end.year}"
        said = f"I hold {a(degree.degree)} in {degree.subject} from {degree.school} ({years})"
        quote = page.say(said + (f", where {advised} supervised my thesis." if advised else "."))
        page.degree(degree, quote)
        page.gold["education"][-1] |= {"start": str(degree.start.year), "end": str(degree.end.year)}
        if advised:
            page.advisor(advised, quote)
    return page


def a(noun: str) -> str:
    """A noun with its article."""
    return f"{'an' if noun[0] in 'AEIOU' or noun.startswith(('M.', 'MS', 'MP', 'MM')) else 'a'} {noun}"


def _from_to(job: Job) -> str:
    return f"{write(job.start, 'en', 'long')} to {write(job.end or job.start, 'en', 'long')}"


LAYOUTS: dict[str, tuple[str, Layout]] = {
    "headings": ("md", headings),
    "bullets": ("md", bullets),
    "table": ("md", table),
    "pipes": ("md", pipes),
    "columns": ("txt", columns),
    "brackets": ("txt", brackets),
    "emoji": ("txt", emoji),
    "webpage": ("html", webpage),
    "old-webpage": ("html", old_webpage),
    "latex": ("tex", latex),
    "json-resume": ("json", json_resume),
    "org-mode": ("org", org_mode),
    "biography": ("txt", biography),
    "letter": ("md", letter),
}
ENGLISH_ONLY = {"biography", "letter"}
