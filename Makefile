# The two commands: `make site` sets up everything and builds both sites; `make test` sets up and passes every test.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
CHECKERS := tests/browser/node/node_modules
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
PEILDATUM ?= $(shell date +%Y-%m-%d)

.PHONY: site test check-code bench bench-search weight serve assets lock chromium clean help

help:
	@echo "make site    maakt beide sites, de folders en de data (alles wordt klaargezet)"
	@echo "make test    draait alle tests, ook die in Chromium"
	@echo "make serve   laat de site zien terwijl u schrijft: http://127.0.0.1:8000"
	@echo "make bench   meet snelheid en omvang"
	@echo "make weight  meet wat een bezoeker laadt, en geeft de cijfers van Lighthouse"
	@echo "make bench-search  meet wat zoeken kost en vindt, naast de zoekfunctie van Material"

site: $(VENV)/.site
	$(BIN)/antwoordkaart build --peildatum $(PEILDATUM)

serve: $(VENV)/.site
	$(BIN)/mkdocs serve

test: $(VENV)/.test $(CHECKERS)/.installed chromium check-code
	$(BIN)/python -m pytest -n auto --dist loadgroup

check-code: $(VENV)/.test
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

bench: $(VENV)/.test
	$(BIN)/python bench/run.py --n 400 --n 4000 --stock-max 400

weight: site $(VENV)/.test $(CHECKERS)/.installed chromium
	$(BIN)/python bench/weight.py

bench-search: site $(VENV)/.test chromium
	PYTHONPATH=.:tests $(BIN)/python bench/search.py

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 of nieuwer is nodig. Geef het pad mee: make site PYTHON=/pad/naar/python3.11"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python mist venv. Op Debian of Ubuntu: apt-get install python3-venv"; exit 1; }
	@touch $@

$(VENV)/.site: requirements.lock pyproject.toml | $(VENV)/.python
	$(PIP) install --require-hashes -r requirements.lock
	$(PIP) install --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.test: requirements-test.lock pyproject.toml | $(VENV)/.site
	$(PIP) install --require-hashes -r requirements-test.lock
	@touch $@

# Checkers that come from npm (IBM's engine, html-validate, axe, Lighthouse), with the Node that comes from PyPI. npm ci empties the folder first.
$(CHECKERS)/.installed: tests/browser/node/package-lock.json | $(VENV)/.test
	$(BIN)/python tests/browser/npm_tools.py
	@touch $@

# Browser tests need Chromium. Where apt and the right to use it are there, it is installed; elsewhere this says what to do.
chromium:
	@if command -v chromium >/dev/null || command -v chromium-browser >/dev/null || command -v google-chrome >/dev/null || [ -n "$$CHROMIUM" ]; then :; \
	elif command -v apt-get >/dev/null && [ "$$(id -u)" = 0 ]; then apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
	else echo "De browsertests hebben Chromium nodig. Installeer het (Debian: sudo apt-get install chromium) of wijs het aan: make test CHROMIUM=/pad/naar/chromium"; exit 1; fi

# Needs Node (npm): makes the committed fonts, tokens and lunr.js from pinned packages.
assets: $(VENV)/.site
	$(PIP) install "fonttools>=4.55" "brotli>=1.1"
	cd theme/sources && npm ci --silent && ../../$(BIN)/python make_assets.py

lock: $(VENV)/.python
	$(PIP) install uv
	$(BIN)/uv pip compile -q pyproject.toml --extra install -o requirements.lock --generate-hashes --python-version 3.11 --universal --custom-compile-command "make lock"
	$(BIN)/uv pip compile -q pyproject.toml --extra install --extra test -c requirements.lock -o requirements-test.lock --generate-hashes --python-version 3.11 --universal --custom-compile-command "make lock"

clean:
	rm -rf $(VENV) .antwoordkaart site site-kcc $(CHECKERS)
