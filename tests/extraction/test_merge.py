"""One fact told twice is one fact, with the most specific words of both and the evidence of both."""

from kg.extraction import extract
from kg.model import Document, Profile
from kg.readers import read


def profile_of(content: str) -> Profile:
    return extract(read(Document("page.md", content.encode())))


def test_a_role_in_prose_and_in_a_list_is_one() -> None:
    profile = profile_of(
        "I am a software engineer at Quandril.\n\n## Experience\n\n"
        "- Senior Software Engineer, Quandril, Jan 2020 – Present\n"
    )
    (job,) = profile.positions
    assert (job.title, str(job.start), job.current) == ("Senior Software Engineer", "2020-01", True)
    assert len(job.evidence) > 1


def test_two_titles_at_one_employer_are_two_roles() -> None:
    profile = profile_of("## Experience\n\n- Engineer, Quandril, 2015 – 2018\n- Director, Quandril, 2018 – 2020\n")
    assert [job.title for job in profile.positions] == ["Engineer", "Director"]


def test_two_terms_of_one_year_are_two_roles() -> None:
    terms = "".join(f"- Teaching Assistant, Rookhope College, {term} 2019\n" for term in ("Spring", "Fall"))
    assert len(profile_of(f"## Teaching\n\n{terms}").positions) == 2


def test_the_short_form_of_a_unit_is_no_further_employer() -> None:
    jobs = profile_of(
        "I am a lecturer at the Moss School of Public Law at Rookhope University. "
        "Prior to joining Moss, I was a postdoc at Tidewell College.\n"
    ).positions
    assert [job.organization for job in jobs] == ["Rookhope University", "Tidewell College"]


def test_two_degrees_of_one_school_are_two_studies() -> None:
    profile = profile_of("## Education\n\n- MSc, Rookhope College, 2012\n- BSc, Rookhope College, 2010\n")
    assert [str(study.level) for study in profile.education] == ["master", "bachelor"]


def test_skills_told_of_a_job_are_used_in_it() -> None:
    profile = profile_of(
        "## Experience\n\n### Engineer, Quandril, 2015 – 2018\n\n- Built services in Kotlin on Kubernetes\n\n"
        "## Skills\n\nPython\n"
    )
    (job,) = profile.positions
    assert set(job.skills) == {"Kotlin", "Kubernetes"}
    assert {skill.name for skill in profile.skills} == {"Kotlin", "Kubernetes", "Python"}
