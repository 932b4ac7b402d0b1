"""Starting is cheap, and says what there is."""

from __future__ import annotations

import subprocess
import sys

import kg as package

HEAVY = ("rdflib", "networkx", "pyvis", "pyshacl", "pyoxigraph", "pydantic", "httpx", "jinja2")
VERBS = [
    "ask",
    "build",
    "check",
    "documents",
    "export",
    "extract",
    "forget",
    "info",
    "judge",
    "query",
    "questions",
    "view",
]


def loaded(root, code):
    script = f"import sys\n{code}\nprint([name for name in {HEAVY!r} if name in sys.modules])"
    return subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, text=True, check=True).stdout


def test_help_and_import_load_nothing_heavy(root):
    assert loaded(root, "import kg") == "[]\n"
    help_first = "from kg.cli.running import run\nassert run(['--help']) == 0"
    assert loaded(root, help_first).endswith("[]\n")


def test_help_names_every_verb_and_the_exit_codes(kg):
    ran = kg("--help")
    assert ran.code == 0
    assert all(f" {verb} " in ran.out for verb in VERBS)
    assert "Exit codes" in ran.out


def test_every_verb_has_help(kg):
    for verb in VERBS:
        ran = kg(verb, "--help")
        assert (ran.code, ran.err) == (0, "")
        assert verb in ran.out


def test_version(kg):
    assert kg("--version").out == f"kg {package.__version__}\n"


def test_no_verb_is_help(kg):
    ran = kg()
    assert ran.code in (0, 2)
    assert "build" in ran.out + ran.err


def test_colours_are_left_out_on_demand_and_in_pipes(kg, graph, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in kg("info", "-g", graph).out
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b" not in kg("info", "-g", graph).out


def test_shell_completion_is_offered(kg):
    assert "--install-completion" in kg("--help").out
