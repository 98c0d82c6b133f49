# Town Clerk. Needs Python 3.11 or newer and make; everything else is put into .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= data
# Tests wait for processes and for clocks, so there are more of their workers than processors.
WORKERS := $(BIN)/python -c 'import os; print((os.cpu_count() or 1) * 3 // 2 + 1)'

.PHONY: help setup demo run lint test bench bench-docs accuracy quality readings pictures clean

help: ## show this list
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

setup: $(VENV)/.runtime ## make .venv with what Town Clerk needs to run

demo: setup ## ingest the sample papers and ask them questions
	@$(BIN)/python tools/demo.py

run: setup ## start the Slack bot, with the tokens in .env
	@$(BIN)/townclerk --data $(DATA) serve

lint: $(VENV)/.development ## check style, types and the walls between the parts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

test: $(VENV)/.development ## run every test
	$(BIN)/pytest -n $$($(WORKERS)) --dist worksteal -q

bench: $(VENV)/.development ## measure speed and memory beside other engines (SIZE= passages, OUT= a file for JSON)
	$(BIN)/python -m tests.benchmarks $(if $(SIZE),--size $(SIZE)) $(if $(OUT),--out $(OUT))

bench-docs: $(VENV)/.development ## measure at three sizes, which takes hours, and write docs/performance.md
	$(BIN)/python -m tests.benchmarks --docs

accuracy: $(VENV)/.development ## count what is read right in real papers, where they are beside the checkout
	$(BIN)/python -m tests.accuracy

quality: $(VENV)/.development ## score answers against questions whose evidence is known, beside a plain search
	$(BIN)/python -m tests.quality

readings: $(VENV)/.development ## note how our own papers are read, once READER_VERSION has been raised
	@PYTHONPATH=.:tests $(BIN)/python -m support.readings

pictures: $(VENV)/.development ## draw the pictures in docs/images from what is really sent; needs Chromium
	PYTHONPATH=.:tests $(BIN)/python -m tools.make_pictures

clean: ## remove .venv and caches; never touches data
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache

# Debian keeps venv in a package of its own; say so instead of failing with a page of text.
$(VENV)/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Town Clerk needs Python 3.11 or newer; $(PYTHON) is older. Try make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' || \
	  { echo "Python's venv is missing. On Debian or Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.txt pyproject.toml | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.development: requirements-dev.txt $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
