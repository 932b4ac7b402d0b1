"""What was read in a page, as facts of the kinds that pages are made of."""

from __future__ import annotations

from generated import Fact
from kg.model import Profile
from kg.model.dates import Period


def times(period: Period | None) -> tuple[str, str]:
    """Start and end as EDTF, `present` for a time that goes on, empty where nothing is stated."""
    if period is None:
        return "", ""
    return str(period.start or ""), "present" if period.current else str(period.end or "")


def positions(profile: Profile) -> frozenset[Fact]:
    """Every job with its employer, role and times."""
    return frozenset(
        ("position", (job.organization or "").lower(), (job.title or "").lower(), *times(job.period))
        for job in profile.positions
    )


def studies(profile: Profile) -> frozenset[Fact]:
    """Every study with its school, level and times."""
    return frozenset(
        ("study", (study.organization or "").lower(), str(study.level or ""), *times(study.period))
        for study in profile.education
    )


def person(profile: Profile) -> frozenset[Fact]:
    """The words of the subject's name, whichever of them comes first."""
    name = profile.person.name
    return frozenset({("person", " ".join(sorted(name.casefold().split())))} if name else ())


def advisors(profile: Profile) -> frozenset[Fact]:
    """Everybody who advised the subject."""
    return frozenset(("advising", told.advisor.casefold()) for told in profile.advising)


def skills(profile: Profile) -> frozenset[Fact]:
    """Every technology by its canonical name."""
    return frozenset(("skill", skill.name) for skill in profile.skills)


def topics(profile: Profile) -> frozenset[Fact]:
    """Every field of work."""
    return frozenset(("topic", topic.name.lower()) for topic in profile.topics)


def projects(profile: Profile) -> frozenset[Fact]:
    """Every project by its name."""
    return frozenset(("project", project.name.lower()) for project in profile.projects)


def career(profile: Profile) -> frozenset[Fact]:
    """The subject's name, jobs, studies and technologies."""
    return person(profile) | positions(profile) | studies(profile) | skills(profile)


def awards(profile: Profile) -> frozenset[Fact]:
    """Every award by its name."""
    return frozenset(("award", award.name.lower()) for award in profile.awards)
