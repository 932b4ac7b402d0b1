"""Every engine gives the same results in the same order; a document that misbehaves fails alone."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.engines import Child, Engine, Fault, Overtime, Processes, Serial
from kg.errors import DocumentError, LimitError
from kg.model import Document

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def importable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(HERE))


def documents(*sources: str) -> list[Document]:
    return [Document(source, b"") for source in sources]


@pytest.mark.parametrize("engine", [Serial(), Processes(1), Processes(3)], ids=["serial", "one", "three"])
def test_results_come_in_order_and_errors_among_them(engine: Engine) -> None:
    import tasks

    sources = [f"{kind}-{number}" for number in range(10) for kind in ("ok", "bad", "print")]
    results = list(engine.apply(tasks.act, iter(documents(*sources))))
    assert [str(result) for result in results] == [f"{s}: is bad" if s.startswith("bad") else f"{s}!" for s in sources]


@pytest.mark.parametrize(
    ("kind", "error", "reason"),
    [
        ("slow", LimitError, "takes longer than 1 s"),
        ("die", LimitError, "its worker died"),
        ("big", LimitError, "its worker died"),
        ("fault", DocumentError, r"ValueError in tasks.py, line \d+"),
    ],
)
def test_a_document_that_misbehaves_fails_alone(kind: str, error: type, reason: str) -> None:
    import tasks

    start = time.perf_counter()
    results = list(Processes(2, seconds=1.0).apply(tasks.act, documents("a", "b", f"{kind}-1", "c", "d")))
    assert [result for result in results if isinstance(result, str)] == ["a!", "b!", "c!", "d!"]
    assert type(results[2]) is error
    assert results[2].source == f"{kind}-1"
    with pytest.raises(error, match=reason):
        raise results[2]
    assert "words of a document" not in str(results[2])
    assert time.perf_counter() - start < 50  # the slow one would sleep for a minute; a loaded machine starts slowly


def test_stopping_early_ends_the_workers() -> None:
    import tasks

    results = Processes(2).apply(tasks.identify, documents(*"abcdefgh"))
    pid, parent = next(results)
    assert parent == os.getpid()
    results.close()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def test_a_child_is_used_again_and_replaced_when_it_dies() -> None:
    import tasks

    child = Child()
    first = child.call(tasks.identify, *documents("a"), seconds=10)
    assert child.call(tasks.identify, *documents("a"), seconds=10) == first
    with pytest.raises(Overtime):
        child.call(tasks.act, *documents("slow"), seconds=0.2)
    assert child.call(tasks.identify, *documents("a"), seconds=10) != first
    with pytest.raises(Fault):
        child.call(tasks.act, *documents("fault"), seconds=10)
    child.close()
    child.close()


def test_a_worker_does_not_outlive_its_parent(tmp_path: Path) -> None:
    code = (
        "import os, sys, threading\nsys.path.insert(0, sys.argv[1])\nimport tasks\n"
        "from kg.engines import Child\nfrom kg.model import Document\nchild = Child()\n"
        "print(child.call(tasks.identify, Document('a', b''), seconds=10)[0], flush=True)\n"
        "child.call(tasks.act, Document('slow', b''), seconds=60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(HERE)], stdout=subprocess.PIPE, text=True) as parent:
        worker = int(parent.stdout.readline())
        parent.kill()
    for _ in range(50):
        try:
            os.kill(worker, 0)
        except ProcessLookupError:
            return
        if Path(f"/proc/{worker}/stat").exists() and " Z " in Path(f"/proc/{worker}/stat").read_text():
            return  # dead, and waiting for whoever inherited it
        time.sleep(0.1)
    pytest.fail("the worker still runs 5 s after its parent died")


def test_a_script_without_a_main_guard_may_use_processes(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        f"import sys\nsys.path.insert(0, {str(HERE)!r})\nimport tasks\nfrom kg.engines import Processes\n"
        "from kg.model import Document\nprint(*Processes(2).apply(tasks.act, [Document(s, b'') for s in 'ab']))\n"
    )
    done = subprocess.run([sys.executable, str(script)], capture_output=True, text=True, timeout=60)
    assert (done.stdout, done.stderr) == ("a! b!\n", "")
