# Two commands: `make run` serves the seed timeline, `make test` runs every check.
# Both set up .venv by themselves and need only Python 3.11+ with pip and venv.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin

# What the drawing of the timeline is built from (hatch_build.py).
ASSETS := hatch_build.py $(wildcard web/assets/*.json web/assets/src/*.ts)

.PHONY: run test lint format clean

run: .venv/.run
	$(BIN)/chronology serve seeds --port $(PORT)

test: lint
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest -n auto

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python hatch_build.py check

format: .venv/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

clean:
	rm -rf .venv

# --without-pip and `pip --python`: a stock Debian can lack ensurepip, and its own pip refuses to install.
.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Chronology needs Python 3.11 or newer; name one with: make PYTHON=python3.12 ..." >&2; exit 1; }
	$(PYTHON) -m venv --without-pip .venv

.venv/.run: pyproject.toml $(ASSETS) | .venv/bin/python
	@echo 'Setting up .venv (about a minute the first time)'
	@$(PYTHON) -m pip --python .venv/bin/python install --quiet --disable-pip-version-check --editable .
	@cat build/drawing.txt 2>/dev/null || true
	@touch $@

.venv/.dev: pyproject.toml $(ASSETS) | .venv/bin/python
	@echo 'Setting up .venv with the checkers (about a minute the first time)'
	@$(PYTHON) -m pip --python .venv/bin/python install --quiet --disable-pip-version-check --editable '.[dev]'
	@cat build/drawing.txt 2>/dev/null || true
	@touch $@ .venv/.run
