"""Facts about the subject that are no engagements, as quads."""

from __future__ import annotations

from functools import singledispatch

from kg.model import Abbreviation, Achievement, Fact, Link, LinkKind, Skill, SkillUse, Topic, UsedIn
from kg.rdf import literals
from kg.rdf.sheet import Sheet
from kg.terms import KG, SCHEMA


@singledispatch
def state(fact: Fact, sheet: Sheet) -> None:
    """Write a statement to the sheet; TypeError for a fact that is none."""
    raise TypeError(f"{type(fact).__name__} of {sheet.profile.source} is no statement")


@state.register
def _(skill: Skill, sheet: Sheet) -> None:
    node = sheet.statement(skill, KG.SkillStatement)
    sheet.add(node, KG.skill, sheet.concept(sheet.iris.skill(skill.name), skill.name))
    sheet.add(node, KG.listed, literals.truth(skill.listed))
    sheet.text(node, KG.surface, skill.surface)
    sheet.label(node, skill.name)


@state.register
def _(use: SkillUse, sheet: Sheet) -> None:
    node = sheet.statement(use, KG.SkillUse)
    sheet.add(node, KG.skill, sheet.concept(sheet.iris.skill(use.name), use.name))
    sheet.add(node, KG.usedIn, sheet.engaged[use.kind][use.number])
    sheet.label(node, use.name)


@state.register
def _(topic: Topic, sheet: Sheet) -> None:
    node = sheet.statement(topic, KG.TopicStatement)
    sheet.add(node, KG.topic, sheet.concept(sheet.iris.topic(topic.name), topic.name))
    sheet.label(node, topic.name)


@state.register
def _(achievement: Achievement, sheet: Sheet) -> None:
    node = sheet.statement(achievement, KG.Claim)
    sheet.text(node, SCHEMA.text, achievement.text)
    if achievement.position is not None:
        sheet.add(node, KG.claimedIn, sheet.engaged[UsedIn.POSITIONS][achievement.position])
    sheet.label(node, achievement.text)


@state.register
def _(link: Link, sheet: Sheet) -> None:
    node = sheet.statement(link, KG.ContactStatement)
    if link.kind is LinkKind.EMAIL:
        sheet.add(node, SCHEMA.email, literals.text(link.value))
    else:
        sheet.add(node, SCHEMA.url, literals.uri(link.value))
    sheet.label(node, link.value)


@state.register
def _(abbreviation: Abbreviation, sheet: Sheet) -> None:
    node = sheet.statement(abbreviation, KG.AbbreviationStatement)
    sheet.text(node, KG.shortForm, abbreviation.short)
    sheet.text(node, KG.fullForm, abbreviation.full)
    sheet.label(node, abbreviation.short, abbreviation.full)
