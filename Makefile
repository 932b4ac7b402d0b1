# Every task of the project. Plain `make` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := out
READY := $(VENV)/ready

.DEFAULT_GOAL := help
.PHONY: pictures web help demo test check format types lint generate lock browser checkers clean

help: ## list the tasks
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

# The environment is made anew when the locked requirements change. Debian ships Python without ensurepip: where the
# venv module cannot make an environment, its package is installed, if this user may.
$(READY): .ci/requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "people-kg needs Python 3.11 or newer; set PYTHON=python3.11" >&2; exit 2; }
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 || .ci/apt python3-venv && test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement .ci/requirements.txt
	@command -v npm >/dev/null || $(BIN)/pip install --quiet --disable-pip-version-check --require-hashes --requirement .ci/requirements-node.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## build the graph from data/, ask it, write Turtle, JSON-LD and an HTML view to out/
	@mkdir -p $(OUT)
	$(BIN)/kg build data/profiles -g $(OUT)/people.kg
	$(BIN)/kg ask -g $(OUT)/people.kg used-skill --skill Kubernetes
	$(BIN)/kg export -g $(OUT)/people.kg $(OUT)/people.ttl
	$(BIN)/kg export -g $(OUT)/people.kg $(OUT)/people.jsonld
	$(BIN)/kg view -g $(OUT)/people.kg $(OUT)/people.html
	@echo "Open $(OUT)/people.html in a browser."

test: $(READY) check browser checkers ## everything that must hold: the checks, then all tests
	$(BIN)/python -m pytest -q -n 2 --dist loadfile

check: $(READY) ## style, types, layers and generated files, in under a minute
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/python ontology/generate.py --check
	$(BIN)/mypy

format: $(READY) ## format the code and mend what can be mended
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format .

# The tests of large pages and of accessibility need packages from npm. Where they cannot be had, those tests are skipped;
# where KG_WHOLE is set, as in continuous integration, a test that would be skipped for such a reason fails.
checkers: $(READY)
	@$(BIN)/python web/build.py >/dev/null || echo "no packages from npm: the tests of large pages and of accessibility are skipped" >&2

web: $(READY) ## bundle the drawing library of the page for large graphs
	$(BIN)/python web/build.py

pictures: $(READY) ## photograph every view for the README, from the demonstration profiles
	$(BIN)/python web/pictures.py

generate: $(READY) ## write kg/terms.py from the ontology
	$(BIN)/python ontology/generate.py

lock: $(READY) ## pin the requirements anew, with hashes and without addresses
	$(BIN)/pip install --quiet --disable-pip-version-check uv
	$(BIN)/uv pip compile --quiet --universal --upgrade --generate-hashes --no-emit-index-url --no-header --extra dev pyproject.toml -o .ci/requirements.txt

# The browser tests drive the system's Chromium, through a driver that needs libatomic; where one of them is missing and
# this user may install it, it is installed.
browser: $(READY)
	@command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || .ci/apt chromium || echo "no Chromium: the browser tests are skipped" >&2
	@$(BIN)/python -m playwright --version >/dev/null 2>&1 || .ci/apt libatomic1 || echo "the driver of the browser does not start: the browser tests will fail" >&2

clean: ## remove what the tasks above have made
	rm -rf $(VENV) $(OUT) dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
