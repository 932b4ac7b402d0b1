"""Facts that tie a person to an organization or to another person, as quads."""

from __future__ import annotations

from functools import singledispatch

from kg.model import (
    Advising,
    Award,
    EmploymentType,
    Fact,
    Level,
    Offer,
    Position,
    PositionKind,
    Project,
    Student,
    Study,
    UsedIn,
)
from kg.rdf import literals
from kg.rdf.literals import term
from kg.rdf.sheet import Node, Sheet
from kg.terms import KG, RDFS, SCHEMA

KINDS = {
    PositionKind.INTERNSHIP: KG.Internship,
    PositionKind.RESEARCH: KG.Research,
    PositionKind.TEACHING: KG.Teaching,
    PositionKind.FOUNDER: KG.Founder,
    PositionKind.VOLUNTEER: KG.Volunteer,
    PositionKind.OTHER: KG.OtherRole,
}
TERMS = {
    EmploymentType.FULL_TIME: KG.FullTime,
    EmploymentType.PART_TIME: KG.PartTime,
    EmploymentType.CONTRACT: KG.Contract,
    EmploymentType.FREELANCE: KG.Freelance,
}
LEVELS = {
    Level.SECONDARY: KG.Secondary,
    Level.ASSOCIATE: KG.Associate,
    Level.BACHELOR: KG.Bachelor,
    Level.MASTER: KG.Master,
    Level.DOCTORATE: KG.Doctorate,
    Level.CERTIFICATE: KG.Certificate,
    Level.EXCHANGE: KG.Exchange,
    Level.OTHER: KG.OtherLevel,
}


# What belonging to a group is called; it is no position.
_MEMBER = frozenset(
    ("member", "group member", "lab member", "team member", "mitglied", "membre", "miembro", "membro", "üye")
)


@singledispatch
def engage(fact: Fact, sheet: Sheet) -> None:
    """Write an engagement to the sheet; TypeError for a fact that is none."""
    raise TypeError(f"{type(fact).__name__} of {sheet.profile.source} is no engagement")


@engage.register
def _(position: Position, sheet: Sheet) -> None:
    """A role at an organization; belonging to a group without a title is a membership, and so is voluntary work."""
    untitled = position.kind is PositionKind.RESEARCH and (position.title or "member").casefold() in _MEMBER
    if untitled or position.kind is PositionKind.VOLUNTEER:
        node = sheet.engagement(position, KG.GroupMembership, SCHEMA.OrganizationRole)
    else:
        node = sheet.engagement(position, KG.Employment, SCHEMA.EmployeeRole)
    sheet.engaged[UsedIn.POSITIONS].append(node)
    _of_subject(node, sheet)
    sheet.text(node, SCHEMA.roleName, position.title)
    if position.kind in KINDS and not untitled:
        sheet.add(node, KG.employmentType, term(KINDS[position.kind]))
    if position.employment_type:
        sheet.add(node, KG.employmentType, term(TERMS[position.employment_type]))
    sheet.place(node, position.location)
    sheet.skills(node, position.skills)
    _label(node, sheet, "position", position.title, position.unit, position.organization, position.period.edtf)


@engage.register
def _(study: Study, sheet: Sheet) -> None:
    node = sheet.engagement(study, KG.Study, SCHEMA.OrganizationRole)
    sheet.engaged[UsedIn.EDUCATION].append(node)
    _of_subject(node, sheet)
    sheet.text(node, KG.degree, study.degree)
    if study.level:
        sheet.add(node, KG.level, term(LEVELS[study.level]))
    sheet.text(node, KG.field, study.field)
    sheet.text(node, KG.grade, study.grade)
    sheet.place(node, study.location)
    sheet.skills(node, study.skills)
    _label(node, sheet, "study", study.degree, study.field, study.unit, study.organization, study.period.edtf)


@engage.register
def _(advising: Advising, sheet: Sheet) -> None:
    node = sheet.engagement(advising, KG.Advising)
    _advise(node, sheet, advisor=sheet.mentions.person(advising), advisee=sheet.mentions.subject)
    names = advising.advisor, advising.unit, advising.organization
    _label(node, sheet, "advising", *names, advising.period.edtf)


@engage.register
def _(student: Student, sheet: Sheet) -> None:
    node = sheet.engagement(student, KG.Advising)
    _advise(node, sheet, advisor=sheet.mentions.subject, advisee=sheet.mentions.person(student))
    if student.level:
        sheet.add(node, KG.level, term(LEVELS[student.level]))
    _label(node, sheet, "advising", student.name, student.organization, student.period.edtf)


@engage.register
def _(project: Project, sheet: Sheet) -> None:
    node = sheet.engagement(project, KG.ProjectParticipation)
    sheet.engaged[UsedIn.PROJECTS].append(node)
    _of_subject(node, sheet)
    thing = sheet.iris.project(sheet.profile.sha256, literals.clean(project.name))
    sheet.add(node, KG.project, thing)
    sheet.type(thing, SCHEMA.Project)
    sheet.text(thing, SCHEMA.name, project.name)
    sheet.label(thing, project.name)
    if project.url:
        sheet.add(node, SCHEMA.url, literals.uri(project.url))
        sheet.add(thing, SCHEMA.url, literals.uri(project.url))
    sheet.skills(node, project.skills)
    _label(node, sheet, "project", project.name, project.organization, project.period.edtf)


@engage.register
def _(award: Award, sheet: Sheet) -> None:
    node = sheet.engagement(award, KG.AwardReceipt)
    _of_subject(node, sheet)
    sheet.text(node, SCHEMA.name, award.name)
    if award.date:
        sheet.date(node, award.date)
    _label(node, sheet, "award", award.name, award.organization, str(award.date or ""))


@engage.register
def _(offer: Offer, sheet: Sheet) -> None:
    node = sheet.engagement(offer, KG.Offer)
    _of_subject(node, sheet)
    sheet.text(node, SCHEMA.roleName, offer.title)
    if offer.date:
        sheet.date(node, offer.date)
    _label(node, sheet, "offer", offer.title, offer.organization, str(offer.date or ""))


def _of_subject(node: Node, sheet: Sheet) -> None:
    sheet.add(node, KG.memberMention, sheet.iris.mention(sheet.mentions.subject))


def _advise(node: Node, sheet: Sheet, *, advisor: str, advisee: str) -> None:
    sheet.add(node, KG.advisorMention, sheet.iris.mention(advisor))
    sheet.add(node, KG.adviseeMention, sheet.iris.mention(advisee))
    sheet.add(node, KG.memberMention, sheet.iris.mention(advisee))


def _label(node: Node, sheet: Sheet, otherwise: str, *words: str | None) -> None:
    """What the document states of the engagement; the name of its kind only where it states nothing."""
    if any(word and word.strip() for word in words):
        sheet.label(node, *words)
    else:
        sheet.add(node, RDFS.label, literals.label(otherwise))
