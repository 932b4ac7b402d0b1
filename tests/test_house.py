"""The house itself: sizes, licences, the wheel, and what importing it costs."""

from __future__ import annotations

import ast
import re
import statistics
import subprocess
import sys
import zipfile
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "kg").rglob("*.py"))
TOP_LEVEL = {
    "kg", "ontology", "data", "tests", "examples", "benchmarks", "web", ".ci", "pyproject.toml", "README.md",
    "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "NOTICE", "Makefile", ".gitignore", ".gitattributes",
}  # fmt: skip


def tracked() -> list[str]:
    """The files of the repository, or none outside a checkout."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.splitlines()


def test_nothing_strange_lies_at_the_top() -> None:
    assert {Path(name).parts[0] for name in tracked()} <= TOP_LEVEL


def test_modules_are_small() -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in MODULES if path.name != "terms.py"}
    assert statistics.median(lines.values()) <= 120
    assert {path.name: count for path, count in lines.items() if count > 500} == {}


def test_functions_are_short() -> None:
    long, count = [], 0
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
                count += 1
                if (node.end_lineno or 0) - node.lineno > 60:
                    long.append(f"{path.relative_to(ROOT)}:{node.lineno} {node.name}")
    assert len(long) <= count * 0.01, long


def test_no_query_is_pasted_together() -> None:
    """Values reach SPARQL as bound parameters: no f-string, % or + builds an argument of a user's query."""
    pasted = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr == "query"
                and node.args
                and isinstance(node.args[0], (ast.JoinedStr, ast.BinOp))
            ):
                pasted.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert pasted == []


def closure(name: str, seen: dict[str, str]) -> dict[str, str]:
    """The licences of a distribution and of all it needs, by name."""
    for line in requires(name) or []:
        need = Requirement(line)
        key = need.name.lower()
        if key in seen or (need.marker and not need.marker.evaluate({"extra": ""})):
            continue
        try:
            metadata = distribution(need.name).metadata
        except PackageNotFoundError:
            continue
        classified = [value for value in metadata.get_all("Classifier") or [] if value.startswith("License")]
        seen[key] = " ".join([metadata.get("License-Expression") or "", metadata.get("License") or "", *classified])[
            :400
        ]
        closure(need.name, seen)
    return seen


def test_the_default_install_holds_no_copyleft() -> None:
    licences = closure("people-kg", {})
    assert len(licences) > 20
    assert {name: text for name, text in licences.items() if re.search(r"\bA?GPL|GNU (Affero )?General", text)} == {}


def test_locked_requirements_hold_hashes_and_no_addresses() -> None:
    text = (ROOT / ".ci" / "requirements.txt").read_text(encoding="utf-8")
    assert "--hash=sha256:" in text
    assert not re.search(r"https?://|--index|--find-links|file:", text)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built wheel, unpacked as an installer would."""
    out = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    with zipfile.ZipFile(next(out.glob("*.whl"))) as archive:
        archive.extractall(out / "site")
    return out / "site"


def test_the_wheel_finds_its_ontology(wheel: Path) -> None:
    code = "import kg.ontology as o; print(o.folder()); print(o.file('skills.ttl').stat().st_size > 0)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=wheel,
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(wheel)},
    )
    assert done.stdout.splitlines() == [str(wheel / "kg" / "_ontology"), "True"]


def test_the_wheel_holds_everything_that_is_not_code(wheel: Path) -> None:
    kinds = {".rq", ".toml", ".html", ".css", ".js", ".json", ".j2", ".typed"}
    expected = {name for name in tracked() if name.startswith("kg/") and Path(name).suffix in kinds}
    assert {name for name in expected if not (wheel / name).is_file()} == set()


def test_a_checkout_finds_its_ontology() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import kg.ontology as o; print(o.folder())"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == str(ROOT / "ontology")


@pytest.mark.parametrize("arguments", [["-c", "import kg"], ["-m", "kg", "--help"]])
def test_the_heavy_libraries_stay_out(arguments: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-X", "importtime", *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    assert loaded & {"rdflib", "networkx", "pyvis", "pyshacl", "numpy", "IPython"} == set()
    assert "kg" in loaded
