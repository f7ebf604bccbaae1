# One command sets up what it needs: `make site` builds the site, `make test` checks everything.
PYTHON ?= python3
DATA ?= data
SITE ?= site
PORT ?= 8000
BASE ?= main
LANG_OUT ?= both
FORMAT ?= text
FUZZ ?= 20000
SHEET ?= .cache/sheet
RUN = .venv/bin/python -m macros
PIP = .venv/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes

.DEFAULT_GOAL := help
.PHONY: help site serve check diff ready new schemas test fuzz office bench bench-search audit sheet lint lock browser clean

help: ## show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  DATA=folder and SITE=folder choose other folders than data/ and site/."

site: .venv/site ## build the site into site/ (DATA=, SITE=)
	@$(RUN) build --data "$(DATA)" --site "$(SITE)" --lang $(LANG_OUT)

serve: .venv/site ## live preview on http://127.0.0.1:8000, reloads on every saved change (DATA=, PORT=)
	@$(RUN) serve --data "$(DATA)" --port $(PORT)

check: .venv/site ## validate the data alone and list every problem (DATA=, FORMAT=github)
	@$(RUN) check --data "$(DATA)" --lang $(LANG_OUT) --format $(FORMAT)

diff: .venv/site ## tell what the data changes for the public (BASE=main)
	@$(RUN) diff --data "$(DATA)" --base "$(BASE)"

ready: .venv/site ## tell what the site lacks before it may go live (DATA=)
	@$(RUN) ready --data "$(DATA)"

new: .venv/site ## start a blank record (KIND=work-area ID=wetlands, DATA=)
	@$(RUN) new --data "$(DATA)" --lang $(LANG_OUT) -- "$(KIND)" "$(ID)"

schemas: .venv/site ## write the schemas editors use, after a change to macros/records/
	@$(RUN) schemas

test: .venv/dev browser lint ## lint, types and all tests, in a real browser
	@.venv/bin/python -m pytest -n auto

fuzz: .venv/dev ## spoil the data in many ways; every time a clear answer must come (FUZZ=20000)
	@.venv/bin/python -m tests.fuzzing --count $(FUZZ)

office: .venv/dev ## open the workbooks in LibreOffice and compare them with the CSV
	@.venv/bin/python -m tests.office

bench: .venv/bench ## compare builds and edits with others at 100, 1,000 and 10,000 records; hours (RECORDS="100")
	@.venv/bin/python -m tests.bench.builds --records $(or $(RECORDS),100 1000 10000)

bench-search: .venv/bench browser ## compare the search with others at 10, 1,000 and 10,000 records (RECORDS="10 1000")
	@.venv/bin/python -m tests.bench.search --records $(or $(RECORDS),10 1000 10000)

audit: .venv/bench browser tests/audit/node_modules ## have Lighthouse and the Nu HTML checker judge the pages (needs node and java)
	@.venv/bin/python -m tests.audit

sheet: .venv/dev browser ## take pictures of every type of page, in every language and view (SHEET=folder)
	@.venv/bin/python -m tests.audit.sheet "$(SHEET)"

tests/audit/node_modules: tests/audit/package-lock.json
	@cd tests/audit && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

lint: .venv/dev
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy

browser: .venv/dev
	@.venv/bin/python -m tests.browser

lock: .venv/dev ## renew the lock files
	@.venv/bin/uv --quiet pip compile pyproject.toml --universal --generate-hashes --no-emit-index-url --no-annotate --upgrade --custom-compile-command "make lock" --output-file requirements.txt
	@.venv/bin/uv --quiet pip compile pyproject.toml --group dev --universal --generate-hashes --no-emit-index-url --no-annotate --upgrade --custom-compile-command "make lock" --constraint requirements.txt --output-file requirements-dev.txt
	@.venv/bin/uv --quiet pip compile pyproject.toml --group dev --group bench --universal --generate-hashes --no-emit-index-url --no-annotate --upgrade --custom-compile-command "make lock" --constraint requirements-dev.txt --output-file requirements-bench.txt

.venv/bench: requirements-bench.txt | .venv/dev
	@$(PIP) --requirement requirements-bench.txt
	@touch $@

clean: ## remove what was built and installed
	rm -rf .venv site .mypy_cache .ruff_cache .pytest_cache .hypothesis

.venv/bin/python:
	@$(PYTHON) -m venv .venv

.venv/site: requirements.txt | .venv/bin/python
	@$(PIP) --requirement requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt | .venv/bin/python
	@$(PIP) --requirement requirements-dev.txt
	@touch $@ .venv/site
