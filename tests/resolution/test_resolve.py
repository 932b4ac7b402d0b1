"""Who is who: what rules may join, what they may not, and what people overrule. All names are invented or of firms."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import UsageError
from kg.gazetteers import organizations
from kg.model import Entity, EntityKind, Judgement, Mention, Verdict
from kg.resolution import proposals, resolve

PERSON, ORGANIZATION, UNIT = EntityKind.PERSON, EntityKind.ORGANIZATION, EntityKind.UNIT


def org(id_: str, name: str, document: str = "a", **more: object) -> Mention:
    return Mention(id_, ORGANIZATION, name, document, **more)


def unit(id_: str, name: str, parent: str | None, document: str = "a", **more: object) -> Mention:
    return Mention(id_, UNIT, name, document, parent=parent, **more)


def person(id_: str, name: str | None, document: str = "a", **more: object) -> Mention:
    return Mention(id_, PERSON, name, document, **more)


def same(entities: tuple[Entity, ...], *mentions: str) -> bool:
    return any(set(mentions) <= set(entity.mentions) for entity in entities)


def of(entities: tuple[Entity, ...], mention: str) -> Entity:
    return next(entity for entity in entities if mention in entity.mentions)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("JD", "JD.com"),
        ("CMU", "Carnegie Mellon University"),
        ("Amazon Inc.", "Amazon"),
        ("Acme Widgets LLC", "Acme Widgets"),
        ("ACME WIDGETS, Inc.", "acme widgets"),
        ("The Acme Widgets", "Acme Widgets"),
    ],
)
def test_joins_names_of_one_organization(left: str, right: str) -> None:
    found = resolve([org("m1", left, "a"), org("m2", right, "b")])
    assert same(found, "m1", "m2")
    assert of(found, "m1").reasons


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Northeast Normal University", "Northeastern University"),
        ("Amazon", "Amazon Web Services"),
        ("Acme Widgets", "Acme Widget Shop"),
        ("University of Example", "Example University"),
        ("Northeastern University", "Northeastern University"),
        ("Systems Group", "Systems Group"),
        ("Department of Physics", "Department of Physics"),
    ],
)
def test_keeps_apart_what_is_only_alike_or_has_namesakes(left: str, right: str) -> None:
    assert not same(resolve([org("m1", left, "a"), org("m2", right, "b")]), "m1", "m2")


def test_a_name_several_organizations_have_gets_no_authority() -> None:
    assert len(organizations().find("Northeastern University")) > 1
    assert of(resolve([org("m1", "Northeastern University")]), "m1").iri is None
    told = of(resolve([org("m1", "Northeastern University", context=("Shenyang, China",))]), "m1")
    assert told.iri is not None
    assert "shenyang" in told.iri


def test_a_part_has_its_whole_even_if_nobody_mentions_it() -> None:
    found = resolve([org("m1", "Amazon Web Services")])
    assert of(found, "m1").parent == "amazon"
    assert next(entity for entity in found if entity.key == "amazon").mentions == ()


def test_an_abbreviation_counts_in_the_document_that_introduces_it() -> None:
    mentions = [
        org("m1", "Xanadu Polytechnic", "a", aliases=("XPT",)),
        org("m2", "XPT", "a", aliases=("Xanadu Polytechnic",)),
        org("m3", "XPT", "b"),
    ]
    found = resolve(mentions)
    assert same(found, "m1", "m2")
    assert not same(found, "m1", "m3")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Distributed Systems Research Group", "Distributed System Research Group"),
        ("TikTok Commerce Ads", "Commerce Ads"),
        ("Commerce Ads team", "Commerce Ads"),
        ("Robotics Lab", "Robotics Laboratory"),
    ],
)
def test_joins_units_of_one_organization_and_says_why(left: str, right: str) -> None:
    found = resolve(
        [org("m1", "TikTok"), unit("m2", left, "m1"), org("m3", "TikTok", "b"), unit("m4", right, "m3", "b")]
    )
    assert same(found, "m2", "m4")
    assert of(found, "m2").parent == "tiktok"
    assert any("alike" in reason.reason for reason in of(found, "m2").reasons)


def test_units_of_different_organizations_are_different() -> None:
    found = resolve(
        [org("m1", "TikTok"), unit("m2", "Ads", "m1"), org("m3", "Google", "b"), unit("m4", "Ads", "m3", "b")]
    )
    assert not same(found, "m2", "m4")
    assert of(found, "m2").key != of(found, "m4").key


def test_a_lab_that_stands_alone_is_the_unit_the_document_names_elsewhere() -> None:
    mentions = [
        org("m1", "CMU"),
        unit("m2", "Systems Group", "m1"),
        org("m3", "Systems Group"),
        org("m4", "Systems Group", "b"),
    ]
    found = resolve(mentions)
    assert same(found, "m2", "m3")
    assert of(found, "m3").kind is UNIT
    assert not same(found, "m3", "m4")


def test_subjects_are_two_people_unless_an_address_says_otherwise() -> None:
    alike = [person(f"m{d}", "Ada Example", d, subject=True) for d in "ab"]
    assert not same(resolve(alike), "ma", "mb")
    for address in ("ada@example.org", "https://www.linkedin.com/in/ada-example/"):
        hard = [person(f"m{d}", "Ada Example", d, subject=True, identifiers=(address,)) for d in "ab"]
        assert same(resolve(hard), "ma", "mb")


@pytest.mark.parametrize("page", ["https://example.edu/lab", "https://github.com", "https://github.com/lab/project"])
def test_a_shared_page_that_is_nobodys_profile_joins_nobody(page: str) -> None:
    found = resolve([person(f"m{d}", f"{d} Example", d, subject=True, identifiers=(page,)) for d in "ab"])
    assert not same(found, "ma", "mb")


def test_an_address_shared_by_two_names_joins_no_third_to_either() -> None:
    names = {"a": "Ada Example", "b": "Bo Sample", "c": None, "d": "Ada Sample"}
    shared = [person(f"m{d}", name, d, subject=True, identifiers=("info@x.example",)) for d, name in names.items()]
    assert len(resolve(shared)) == len(shared)


def test_an_address_shared_by_two_names_joins_nobody() -> None:
    people = [person("ma", "Ada Example", "a", subject=True, identifiers=("office@example.org",))]
    people.append(person("mb", "Bo Sample", "b", subject=True, identifiers=("office@example.org",)))
    assert not same(resolve(people), "ma", "mb")


def test_advisors_are_joined_by_full_name_and_organization() -> None:
    mentions = [
        org("m1", "CMU", "a"),
        org("m2", "Carnegie Mellon University", "b"),
        unit("m3", "Systems Group", "m2", "b"),
    ]
    mentions += [person("m4", "Prof. Ada Example", "a", parent="m1"), person("m5", "Ada Example", "b", parent="m3")]
    mentions += [
        org("m6", "Google", "c"),
        person("m7", "Ada Example", "c", parent="m6"),
        person("m8", "Ada Example", "d"),
    ]
    found = resolve(mentions)
    assert same(found, "m4", "m5")
    assert not same(found, "m4", "m7")
    assert not same(found, "m4", "m8")
    assert of(found, "m4").label == "Ada Example"


def test_a_given_name_alone_joins_nobody() -> None:
    mentions = [org("m1", "CMU", "a"), org("m2", "CMU", "b")]
    found = resolve([*mentions, person("m4", "Ada", "a", parent="m1"), person("m5", "Ada", "b", parent="m2")])
    assert not same(found, "m4", "m5")


def test_an_advisor_may_have_a_document_but_not_two_candidates() -> None:
    mentions = [org("m1", "CMU", "a"), person("m2", "Ada Example", "a", parent="m1")]
    own = [org("m3", "CMU", "b"), person("m4", "Ada Example", "b", subject=True)]
    assert same(resolve([*mentions, *own]), "m2", "m4")
    namesake = [org("m5", "CMU", "c"), person("m6", "Ada Example", "c", subject=True)]
    found = resolve([*mentions, *own, *namesake])
    assert not same(found, "m2", "m4")
    assert not same(found, "m4", "m6")


def test_two_people_who_name_each_other_are_the_ones_named() -> None:
    teacher, student = person("m1", "Ingrid Vale", "a", subject=True), person("m2", "Ivo Brandreth", "b", subject=True)
    told = [person("m3", "Ivo Brandreth", "a"), person("m4", "Ingrid Vale", "b")]
    entities = resolve([teacher, student, *told])
    assert same(entities, "m1", "m4")
    assert same(entities, "m2", "m3")
    assert any("each of the two documents" in r.reason for r in of(entities, "m1").reasons)
    namesake = person("m5", "Ivo Brandreth", "c", subject=True)
    assert not same(resolve([teacher, student, *told, namesake]), "m2", "m3")
    assert not same(resolve([teacher, student, told[0]]), "m2", "m3")


def test_nobody_gets_a_name_that_is_not_stated() -> None:
    unnamed = of(resolve([person("m1", None, subject=True, identifiers=("adaex@example.org",))]), "m1")
    assert (unnamed.name, unnamed.label) == (None, "adaex")
    assert of(resolve([person("m1", None, subject=True)]), "m1").label == "Unnamed person"


def judged(left: str, right: str, verdict: Verdict, by: str = "ada") -> Judgement:
    return Judgement(left, right, verdict, by, "I know them")


def test_people_outrank_rules_both_ways() -> None:
    mentions = [org("m1", "JD", "a"), org("m2", "JD.com", "b"), org("m3", "John Deere", "c")]
    apart = resolve(mentions, [judged("m1", "m2", Verdict.DIFFERENT)])
    assert not same(apart, "m1", "m2")
    assert of(apart, "m1").key != of(apart, "m2").key
    joined = resolve(mentions, [judged("m1", "m2", Verdict.DIFFERENT), judged("m1", "m3", Verdict.SAME)])
    assert same(joined, "m1", "m3")
    assert not same(joined, "m1", "m2")
    assert any(reason.reason.startswith("ada judged") for reason in of(joined, "m1").reasons)


def test_a_judgement_about_names_holds_for_every_mention_of_them() -> None:
    mentions = [org("m1", "Acme Widgets", "a"), org("m2", "Acme Stuff", "b"), org("m3", "Acme Stuff", "c")]
    assert same(resolve(mentions, [judged("Acme Widgets", "Acme Stuff", Verdict.SAME)]), "m1", "m2", "m3")


def test_judgements_that_contradict_each_other_are_an_error() -> None:
    mentions = [org(f"m{d}", f"Firm {d}", d) for d in "abc"]
    said = [
        judged("ma", "mb", Verdict.SAME),
        judged("mb", "mc", Verdict.SAME),
        judged("ma", "mc", Verdict.DIFFERENT, "bo"),
    ]
    with pytest.raises(UsageError, match="contradict"):
        resolve(mentions, said)


def test_a_person_is_never_an_organization() -> None:
    with pytest.raises(UsageError, match="no organization"):
        resolve([org("m1", "Acme"), person("m2", "Ada Example")], [judged("m1", "m2", Verdict.SAME)])


def test_judgements_about_what_is_gone_are_passed_over() -> None:
    assert (
        len(resolve([org("m1", "Acme")], [judged("m1", "m9", Verdict.SAME), judged("m8", "m9", Verdict.DIFFERENT)]))
        == 1
    )


def test_proposals_propose_and_decide_nothing() -> None:
    entities = resolve(
        [org("m1", "Acme Widgets Germany", "a"), org("m2", "Acme Widgets Germani", "b"), org("m3", "Zeta", "c")]
    )
    (only,) = proposals(entities)
    assert {only.left.label, only.right.label} == {"Acme Widgets Germany", "Acme Widgets Germani"}
    assert not same(entities, "m1", "m2")


NAMES = [
    "CMU",
    "Carnegie Mellon University",
    "JD",
    "JD.com",
    "Acme",
    "Acme LLC",
    "Northeastern University",
    "XPT",
    "Systems Lab",
]
PEOPLE = ["Ada Example", "Prof. Ada Example", "Ada", "Bo Sample", None]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[list[Mention], list[Judgement]]:
    mentions: list[Mention] = []
    for document in "abcd"[: draw(st.integers(1, 4))]:
        above: list[str] = []
        for number in range(draw(st.integers(0, 3))):
            alias = draw(st.sampled_from([(), ("XPT",), ("CMU",)]))
            mentions.append(org(f"mo{document}{number}", draw(st.sampled_from(NAMES)), document, aliases=alias))
            above.append(mentions[-1].id)
        for number in range(draw(st.integers(0, 2)) if above else 0):
            name = draw(st.sampled_from(["Systems Lab", "Systems Laboratory", "Ads", "Ads team"]))
            mentions.append(unit(f"mu{document}{number}", name, draw(st.sampled_from(above)), document))
            above.append(mentions[-1].id)
        addresses = draw(st.sampled_from([(), ("a@example.org",), ("b@example.org",)]))
        mentions.append(
            person(f"ms{document}", draw(st.sampled_from(PEOPLE)), document, subject=True, identifiers=addresses)
        )
        for number in range(draw(st.integers(0, 2))):
            place = draw(st.sampled_from([None, *above]))
            mentions.append(person(f"mp{document}{number}", draw(st.sampled_from(PEOPLE[:4])), document, parent=place))
    ids = [mention.id for mention in mentions if mention.kind is not PERSON]
    said = [
        judged(*draw(st.tuples(st.sampled_from(ids), st.sampled_from(ids))), draw(st.sampled_from(Verdict)))
        for _ in range(draw(st.integers(0, 2)) if len(ids) > 1 else 0)
    ]
    return mentions, [judgement for judgement in said if judgement.left != judgement.right]


@given(worlds(), st.randoms(use_true_random=False))
def test_resolution_is_a_function_of_the_sets_and_explains_itself(world: tuple, random: object) -> None:
    mentions, said = world
    try:
        found = resolve(mentions, said)
    except UsageError:
        random.shuffle(mentions)
        with pytest.raises(UsageError):
            resolve(mentions, reversed(said))
        return
    random.shuffle(mentions)
    assert resolve(mentions, reversed(said)) == found
    assert sorted(m for entity in found for m in entity.mentions) == sorted(m.id for m in mentions)
    assert len({entity.key for entity in found}) == len(found)
    keys = {entity.key for entity in found}
    for entity in found:
        assert entity.parent is None or entity.parent in keys
        assert entity.parent != entity.key
        links = [
            reason for reason in entity.reasons if reason.right in entity.mentions and reason.left in entity.mentions
        ]
        assert len(links) >= len(entity.mentions) - 1
    for judgement in said:
        assert same(found, judgement.left, judgement.right) == (judgement.verdict is Verdict.SAME)
    subjects = {m.id: m.identifiers for m in mentions if m.subject}
    for entity in found:
        addresses = [set(subjects[m]) for m in entity.mentions if m in subjects]
        assert len(addresses) < 2 or set.intersection(*addresses)
