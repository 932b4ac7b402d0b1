"""What the sentences of each group of forms state, as facts, and what was read, in the same form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generated import Fact
from generated.stated import times
from kg.model import Profile

ONE = frozenset(
    (
        *("now", "now_employer", "now_line", "now_line_employer", "chief", "chief_past", "apposition", "then"),
        *("then_employer", "began", "began_undated", "founder", "founder_undated", "hosted"),
    )
)
TWO = frozenset(("now_then", "now_then_employers", "joined_from", "then_then", "now_now"))
ONE_SCHOOL = frozenset(("studied", "studied_plain", "studied_field", "studying", "student", "advised", "advised_now"))
LISTS = frozenset(("listed", "listed_academic", "listed_role", "board"))


def stated(group: str, form: str, said: Mapping[str, str], when: tuple[str, str]) -> Iterator[Fact]:
    """The facts of one sentence, from what filled its slots; `when` are the years it names."""
    if group in ONE or group in TWO:
        yield from _job(said["O"], said.get("T"))
    if group in TWO:
        yield from _job(said["P"], said.get("U"))
    if group == "promoted":
        yield from (*_job(said["O"], said["T"]), *_job(said["O"], said["U"]))
    for name in said["list"].split("|") if group in LISTS else ():
        yield from _job(name, said.get("T"))
    if group in ONE_SCHOOL or group in ("two_studies", "same_school", "plain_schools"):
        yield ("study", _bare(said["C"]))
    if group in ("two_studies", "plain_schools"):
        yield ("study", _bare(said["B"]))
    if group in ("advised", "advised_now", "hosted"):
        yield ("advising", said["A"].casefold())
    if any(when) and group in ONE | ONE_SCHOOL:
        goes_on = when[1] or ("present" if group in ("now", "now_employer", "chief", "apposition") else "")
        yield ("time", _bare(said["O" if group in ONE else "C"]), when[0], goes_on)


def _job(employer: str, role: str | None) -> Iterator[Fact]:
    yield ("work", _bare(employer))
    if role:
        yield ("role", _bare(employer), role.lower())


def _bare(name: str) -> str:
    """The name as both sides write it: without article, case and the dot of "Inc."."""
    return name.lower().removeprefix("the ").rstrip(".")


def read(profile: Profile) -> frozenset[Fact]:
    """What a profile holds, in the form of `stated`."""
    facts: set[Fact] = {("advising", one.advisor.casefold()) for one in profile.advising}
    for job in profile.positions:
        facts.update(_job(job.organization or "", job.title))
    facts.update(("study", _bare(study.organization or "")) for study in profile.education)
    periods = [(job.organization, job.period) for job in profile.positions]
    for name, period in [*periods, *((study.organization, study.period) for study in profile.education)]:
        if period and (period.start or period.end):
            facts.add(("time", _bare(name or ""), *times(period)))
    return frozenset(facts)
