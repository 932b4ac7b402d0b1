"""What goes wrong: one clear line on stderr, nothing on stdout, the documented exit code."""

from __future__ import annotations

import signal
from functools import partial
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.cli import main
from kg.cli.terminal import harmless, one_line

PATIENCE = 120  # seconds, on a loaded machine


def failed(ran, code, *words):
    assert (ran.code, ran.out) == (code, "")
    assert ran.err.startswith("kg: ")
    assert ran.err.count("\n") == 1, ran.err
    for word in words:
        assert word in ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["query", "SELECT ?p WHERE {\n  ?p a }"], ["line 2", "column 9"]),
        (["query", "SELECT ?p WHERE { ?p a nosuch:Thing }"], ["nosuch:", "line 1"]),
        (["query", "INSERT DATA { <a:a> <a:a> <a:a> }"], ["update"]),
        (["query", "missing.rq"], ["missing.rq", "no such file"]),
        (["query", "ASK {}", "--format", "xlsx"], ["xlsx", "csv"]),
        (["query", "CONSTRUCT WHERE { ?s ?p ?o }", "--format", "csv"], ["csv", "turtle"]),
        (["ask", "nothing-like-it"], ["nothing-like-it", "kg questions"]),
        (["ask", "worked-at"], ["--organization"]),
        (["ask", "worked-at", "Gogle"], ["Gogle", "did you mean Google"]),
        (["ask", "worked-at", "--organization"], ["--organization needs a value"]),
        (["ask", "worked-at", "a", "b"], ["'b'"]),
        (["export", "graph.docx"], [".docx", ".ttl"]),
        (["export", "-"], ["--format"]),
        (["export", "-", "--format", "word"], ["word", "turtle"]),
        (["export", "--canonical", "-", "--format", "turtle"], ["--canonical"]),
        (["view", "x.html", "--hops", "2"], ["--around"]),
        (["view", "x.html", "--around", "Nobody"], ["Nobody"]),
        (["forget", "nothing.txt"], ["nothing.txt", "kg documents"]),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_wrong_usage(kg, graph, arguments, words):
    failed(kg(*arguments, "-g", graph), 2, *words)


@pytest.mark.parametrize(
    "arguments",
    [["nonsense"], ["query"], ["ask"], ["build"], ["info", "--nonsense"], ["view", "x.html", "--hops", "many"]],
)
def test_arguments_that_make_no_sense(kg, arguments):
    failed(kg(*arguments), 2)


def test_a_graph_that_is_not_there(kg, tmp_path):
    for verb in (
        ["info"],
        ["query", "ASK {}"],
        ["ask", "people"],
        ["documents"],
        ["check"],
        ["export", "-f", "ttl", "-"],
    ):
        failed(kg(*verb, "-g", tmp_path / "none.kg"), 2, "none.kg", "kg build")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_something_else(kg, documents):
    before = sorted(path.name for path in documents.iterdir())
    failed(kg("info", "-g", documents), 3, "not a graph")
    failed(kg("build", documents, "-g", documents), 3, "not a graph")
    assert sorted(path.name for path in documents.iterdir()) == before


def test_a_file_as_a_graph(kg, documents):
    failed(kg("info", "-g", documents / "mara.md"), 3, "mara.md")


def test_a_locked_graph(kg, documents, tmp_path):
    held = ox.Store(str(tmp_path / "g.kg"))
    failed(kg("build", documents, "-g", tmp_path / "g.kg"), 3, "g.kg", "somebody else")
    del held
    assert kg("build", documents, "-g", tmp_path / "g.kg").code == 0


def test_a_server_that_is_not_there(kg):
    failed(kg("query", "ASK {}", "-g", "http://127.0.0.1:9/sparql"), 3, "127.0.0.1")


def test_a_missing_document(kg, tmp_path):
    failed(kg("extract", tmp_path / "none.txt"), 1, "none.txt")


def test_a_folder_without_documents(kg, tmp_path):
    folder = tmp_path / "empty"
    folder.mkdir()
    failed(kg("extract", folder), 1, "empty", "no documents")
    ran = kg("build", folder, "-g", tmp_path / "g.kg")
    assert (ran.code, ran.err) == (1, f"kg: {folder}: no documents in this folder\n")


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n" + bytes(1000), bytes(range(256)) * 8], ids=["picture", "every byte"]
)
def test_a_binary_file_named_txt(kg, tmp_path, data):
    (tmp_path / "a.txt").write_bytes(data)
    failed(kg("extract", tmp_path / "a.txt"), 1, "a.txt")


@pytest.mark.slow
def test_fifty_megabytes_of_one_line(kg, tmp_path, documents):
    (tmp_path / "long.txt").write_bytes(b"Kubernetes and words " * (50 * 1024 * 1024 // 21))
    ran = kg("build", tmp_path / "long.txt", documents, "-g", tmp_path / "g.kg")
    assert "Traceback" not in ran.err
    assert ran.code in (0, 1)
    assert (ran.code == 1) == ("long.txt" in ran.err)
    assert kg("documents", "-g", tmp_path / "g.kg").out.count("mara.md") == 1


def test_an_export_that_cannot_be_written(kg, graph, tmp_path):
    failed(kg("export", tmp_path / "no" / "where.ttl", "-g", graph), 3, "where.ttl")


def test_hostile_names_do_not_reach_the_terminal(kg, graph, tmp_path):
    name = "a\x1b[31m\u202egnp.txt"
    for ran in (kg("extract", tmp_path / name), kg("ask", name, "-g", graph), kg(name)):
        assert "\x1b" not in ran.err
        assert "\u202e" not in ran.err
        assert "\\x1b" in ran.err
        assert ran.code in (1, 2)


def test_what_is_harmless_and_what_is_not():
    assert harmless("Zoë 张伟 👩\u200d💻 a\tb\n") == "Zoë 张伟 👩\u200d💻 a\tb\n"
    assert harmless("\x1b[2J\u202e\u2066\x9b\x7f\u2028") == "\\x1b[2J\\u202e\\u2066\\x9b\\x7f\\u2028"
    assert harmless("\udc80\U000e0041") == "\\udc80\\U000e0041"
    assert one_line(" a\n\tb\r") == "a b"


def test_interrupting(spawn, graph):
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # what runs in the background may be deaf to it
    process = spawn("query", "-", "-g", graph, preexec_fn=heard)
    process.stdin.write(" " * 1_000_000)  # more than a pipe holds: once it is written, the query is being read
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE)
    assert (process.returncode, out, err) == (130, "", "kg: interrupted\n")


def test_interrupting_before_anything_is_loaded(monkeypatch, capsys):
    def interrupted(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.cli.running.run", interrupted)
    with pytest.raises(SystemExit) as left:
        main()
    assert (left.value.code, capsys.readouterr().err) == (130, "kg: interrupted\n")


def test_a_reader_that_has_had_enough(spawn):
    with spawn("questions", "--json") as process:
        process.stdout.close()
        assert process.stderr.read() == ""
        assert process.wait(PATIENCE) == 0


def test_a_full_disk_under_stdout(spawn):
    with Path("/dev/full").open("w") as full, spawn("questions", stdout=full) as process:
        assert "No space left" in process.stderr.read()
        assert process.wait(PATIENCE) == 3
