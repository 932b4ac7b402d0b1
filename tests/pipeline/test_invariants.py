"""The graph is a function of the documents in it and of what people judged, however it came to be."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, rule

from kg import pipeline, stores
from kg.engines import Processes, Serial
from kg.model import Document, Judgement, Mention, Verdict
from kg.pipeline.layers import Content
from kg.stores import Store, dump

FIRMS = ("TikTok", "JD.com", "JD", "Northeastern University", "Acme Widgets LLC")
SKILLS = ("Kubernetes", "Go", "Frobnicator")


def document(number: int, version: int = 0) -> Document:
    """A small profile of an invented person, who shares employers, skills and an address with others."""
    firm, skill = FIRMS[(number + version) % len(FIRMS)], SKILLS[(number * 2 + version) % len(SKILLS)]
    text = (
        f"# Person{number} Example\n\nEmail: person{number % 3}@example.org\n\n## Experience\n\n"
        f"### {firm} | Software Engineer | 0{1 + version % 9}/2020 - 03/2022\n\n"
        f"- Ran {skill}, the {version}th of all.\n\n"
        "## Education\n\n- Carnegie Mellon University, M.S. in Computer Science, 2018 - 2020\n\n"
        f"## Skills\n\n{skill}, Python\n"
    )
    return Document(f"person{number}.md", text.encode())


def built(documents: list[Document], *, at_once: bool = True) -> str:
    """The digest of a graph built from nothing."""
    store = stores.open()
    for batch in [documents] if at_once else [[one] for one in documents]:
        pipeline.add(store, batch, engine=Serial())
    return dump.digest(store)


def test_order_and_batches_do_not_matter() -> None:
    documents = [document(number) for number in range(6)]
    expected = built(documents)
    for seed in range(3):
        random.Random(seed).shuffle(documents)
        assert built(documents, at_once=False) == expected
    assert built([*documents, documents[0], documents[3]]) == expected


def test_processes_give_the_same_bytes(tmp_path: Path) -> None:
    for number in range(5):
        (tmp_path / f"person{number}.md").write_bytes(document(number).data)
    store = stores.open()
    report = pipeline.add(store, [tmp_path], engine=Processes(2))
    assert [len(report.added), len(report.failed)] == [5, 0]
    assert dump.digest(store) == built([document(number) for number in range(5)])


def test_the_order_of_sets_and_of_files_does_not_matter(tmp_path: Path, root: Path) -> None:
    """Two processes order the same sets in different ways; what only comes out alike in one of them shows here."""
    digests = set()
    for seed in ("1", "2"):
        folder = tmp_path / f"documents{seed}"
        shutil.copytree(root / "data" / "profiles" / "retold", folder)
        for number in range(6):
            (folder / f"person{number}.md").write_bytes(document(number).data)
        paths = sorted(map(str, folder.iterdir()), reverse=seed == "2")
        target = tmp_path / f"{seed}.kg"
        command = [sys.executable, "-m", "kg", "build", *paths, "-g", str(target)]
        subprocess.run(command, cwd=root, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        digests.add(dump.digest(stores.open(target)))
    assert len(digests) == 1


def test_two_builds_in_two_kinds_of_store_give_the_same_bytes(tmp_path: Path) -> None:
    documents = [document(number) for number in range(4)]
    lines = []
    for target in (None, tmp_path / "one.kg", tmp_path / "two.kg"):
        store = stores.open(target)
        pipeline.add(store, documents, engine=Serial())
        lines.append(list(dump.canonical(store)))
        store.close()
    assert lines[0] == lines[1] == lines[2]
    assert lines[0] == sorted(lines[0])
    assert not any("_:" in line.split('"')[0] for line in lines[0])


def test_nothing_is_written_for_what_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = stores.open(tmp_path / "people.kg")
    pipeline.add(store, [document(1)], engine=Serial())
    monkeypatch.setattr(store, "apply", lambda _change: pytest.fail("written"))
    assert pipeline.add(store, [document(1)], engine=Serial()).unchanged == ("person1.md",)


def test_no_path_is_in_the_store(tmp_path: Path) -> None:
    folder = tmp_path / "tell-tale-folder"
    folder.mkdir()
    (folder / "person1.md").write_bytes(document(1).data)
    store = stores.open()
    pipeline.add(store, [folder], engine=Serial())
    assert not any("tell-tale" in str(quad) for quad in store.quads())
    assert not any("graph/ledger" in line for line in dump.canonical(store))


class Life(RuleBasedStateMachine):
    """Documents are added, added again, changed and forgotten; the graph is always as if built from what remains."""

    sources = Bundle("sources")

    def __init__(self) -> None:
        super().__init__()
        self.store = stores.open()
        self.model: dict[str, Document] = {}

    @rule(target=sources, number=st.integers(0, 4), version=st.integers(0, 2))
    def add(self, number: int, version: int) -> str:
        made = document(number, version)
        pipeline.add(self.store, [made], engine=Serial())
        self.model[made.source] = made
        return made.source

    @rule(source=sources)
    def add_again(self, source: str) -> None:
        if source in self.model:
            report = pipeline.add(self.store, [self.model[source]], engine=Serial())
            assert report.unchanged == (source,)

    @rule(source=sources)
    def forget(self, source: str) -> None:
        if source in self.model:
            pipeline.forget(self.store, source)
            del self.model[source]

    @rule(source=sources, name=st.sampled_from(["copy.md", "another copy.md"]))
    def copy(self, source: str, name: str) -> None:
        """The same bytes under a second name are one document; it lives as long as one of its names holds it."""
        if source in self.model and name not in self.model:
            made = Document(name, self.model[source].data)
            pipeline.add(self.store, [made], engine=Serial())
            pipeline.add(self.store, [Document(name, document(9).data)], engine=Serial())
            self.model[name] = Document(name, document(9).data)

    @invariant()
    def is_as_if_built_from_what_remains(self) -> None:
        assert dump.digest(self.store) == built(list(self.model.values()))


TestLife = Life.TestCase
TestLife.settings = settings(max_examples=12, stateful_step_count=6, deadline=None)


def test_judgements_survive_rebuilding_and_go_with_their_documents() -> None:
    store = stores.open()
    pipeline.add(store, [document(number) for number in range(5)], engine=Serial())
    before = dump.digest(store)
    said = Judgement("JD", "TikTok", Verdict.SAME, "ada", "just for the test")
    pipeline.judge(store, said)
    judged = dump.digest(store)
    assert judged != before
    workshop = pipeline.Workshop.open(store)
    workshop.rebuild()
    assert dump.digest(store) == judged
    pipeline.withdraw(store, {"TikTok"}, {"JD"})
    assert dump.digest(store) == before


def test_judgements_hold_for_the_next_version_of_a_document() -> None:
    first, other = document(0), document(1)
    store = stores.open()
    pipeline.add(store, [first, other], engine=Serial())
    people = {mention.document: mention.id for mention in mentioned(store) if mention.subject}
    pipeline.judge(store, Judgement(people[first.sha256], people[other.sha256], Verdict.SAME, "ada", "one person"))
    changed = document(0, 1)
    pipeline.add(store, [changed], engine=Serial())
    assert one_entity(store, changed, other)
    pipeline.add(store, [Document(changed.source, b"# Zoe Quill\n\n## Skills\n\nPython\n")], engine=Serial())
    (said,) = Content.of(store, pipeline.Workshop.open(store).iris).judgements
    assert (said.by, said.reason) == ("ada", "one person")
    pipeline.forget(store, other.source)
    assert Content.of(store, pipeline.Workshop.open(store).iris).judgements == ()


def mentioned(store: Store) -> tuple[Mention, ...]:
    return Content.of(store, pipeline.Workshop.open(store).iris).mentions()


def one_entity(store: Store, *documents: Document) -> bool:
    """Whether the documents are about one person."""
    rows = store.evaluate("SELECT ?document ?person WHERE { ?document schema:mainEntity ?person }")
    about = {row[0].value[-16:]: row[1].value for row in rows}
    return len({about[each.sha256[:16]] for each in documents}) == 1
