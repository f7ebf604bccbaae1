# One command sets up what it needs: `make site` builds the site, `make test` checks what every change must pass, `make test-all` everything.
PYTHON ?= python3
DATA ?= data
SITE ?= site
EDIT_PORT := $(if $(filter undefined,$(origin PORT)),8010,"$$PORT")
PORT ?= 8000
BASE ?= main
PROPOSED ?=
WHOLE ?=
LANG_OUT ?= auto
FORMAT ?= text
TARGET ?=
URL ?=
ADDRESS ?=
KEEP ?= 5
FUZZ ?= 20000
SHEET ?= .cache/sheet
COOLING ?= 7 days
BILL ?= .cache/sbom.cdx.json
TEXT ?=
FILE ?=
NAME ?=
FROM ?=
RELEASE ?= main
DIR ?=
TO ?= translations
EN ?=
# What was given is passed on as it stands, through the environment: no character of it acts on a command line.
GIVEN = DATA SITE PORT BASE PROPOSED WHOLE LANG_OUT FORMAT TARGET URL ADDRESS KEEP FUZZ SHEET BILL KIND ID TEXT FILE NAME EN DIR FROM RELEASE TO
$(foreach name,$(GIVEN),$(eval override $(name) := $$(value $(name))))
export $(GIVEN)
# Where Python is told to write no compiled code, every process that tests start would compile all anew.
unexport PYTHONDONTWRITEBYTECODE
LOCKS = requirements/pip.txt requirements/site.txt requirements/dev.txt requirements/bench.txt requirements/advisories.txt requirements/properdocs.txt
RUN = .venv/bin/python -m macros
# What make itself says of a command that found something reads like a fault of the program.
TOLD = { told=$$?; echo '（以上事项处理好之前，下一行由 make 报 Error，不是程序故障。 Until this is dealt with make reports an error; the program is in order.）' >&2; exit $$told; }
# The locks are whole, so pip need not ask what else is needed. It compiles on one core, and all; compileall does
# on all cores what is likely to run; that is for speed alone, so a file that is no Python is not in the way.
PIP_ALONE = -m pip --disable-pip-version-check --quiet install --no-compile --no-deps --require-hashes --requirement
PIP = .venv/bin/python $(PIP_ALONE)
COMPILE = .venv/bin/python -m compileall -qq -j 0 -x '/(f2py|lexers|mypyc?|pip|rdflib|setuptools|tests?)/' .venv/lib || true

.DEFAULT_GOAL := help
.PHONY: help site serve edit check diff publish rollback verify ledger ready new import adopt upgrade tidy translate numerals text schemas test tests test-all night kills fuzz office bench bench-search audit sheet lint lock browser system-packages clean

help: ## show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)
	@echo "  DATA=folder, DOCS=folder and SITE=folder choose other folders than data/, docs/ and site/."

site: .venv/site ## build the site into site/ (DATA=, SITE=, SITE_ADDRESS=; INDEX_LINKS, COMPRESS=yes: see docs/handbook/publishing.md)
	@$(RUN) build --data="$$DATA" --site="$$SITE" --lang="$$LANG_OUT" $(if $(COMPRESS),--compress)

serve: .venv/site ## live preview on http://127.0.0.1:8000, reloads on every saved change (DATA=, PORT=)
	@$(RUN) serve --data="$$DATA" --port="$$PORT"

edit: .venv/site ## edit in the browser on http://127.0.0.1:8010: words selected become records, no YAML is written (DATA=, PORT=8010)
	@$(RUN) edit --data="$$DATA" --port=$(EDIT_PORT)

check: .venv/site ## validate data/ and the pages of docs/, and list every problem (DATA=, FORMAT=github, gitlab or json; V=1 lists how every figure is read)
	@$(RUN) check --data="$$DATA" --lang="$$LANG_OUT" --format="$$FORMAT" $(if $(filter 1,$(V)),--verbose) || $(TOLD)

diff: .venv/site ## tell what changes for the public (BASE=main; PROPOSED=commit, else the files as they are; WHOLE=file)
	@$(RUN) diff --data="$$DATA" --base="$$BASE" --proposed="$$PROPOSED" $(if $(WHOLE),--whole="$$WHOLE")

publish: site ## build, upload and swap in whole (TARGET=folder or host:folder)
	@$(RUN) publish --data="$$DATA" --site="$$SITE" --target="$$TARGET" --keep="$$KEEP"

rollback: .venv/site ## go back to the release before (TARGET=)
	@$(RUN) rollback --target="$$TARGET"

verify: .venv/site ## build again and compare with a live site (URL=address or folder, ADDRESS= it was built for)
	@$(RUN) verify --data="$$DATA" --url="$$URL" --address="$$ADDRESS"

ledger: site ## add what the site holds to the ledger of published addresses
	@$(RUN) ledger --data="$$DATA" --site="$$SITE"

ready: .venv/site ## tell what the site lacks before it may go live (DATA=)
	@$(RUN) ready --data="$$DATA" --lang="$$LANG_OUT" || $(TOLD)

new: .venv/site ## start a blank record (KIND=work-area ID=wetlands, DATA=)
	@$(RUN) new --data="$$DATA" --lang="$$LANG_OUT" -- "$$KIND" "$$ID"

import: .venv/site ## make drafts, to be decided on, from a file as it was received (FILE=report.docx ID=report-2031, DATA=)
	@$(RUN) import --data="$$DATA" --id="$$ID" --lang="$$LANG_OUT" -- "$$FILE"

adopt: .venv/site ## make the repository of another bureau (NAME=某某局 EN="Its Bureau" DIR=a new folder)
	@$(RUN) adopt --name="$$NAME" --en="$$EN" --dir="$$DIR"

upgrade: .venv/site ## take a later release of the software (FROM=git address or path, RELEASE=tag or branch, KEEP_CHANGED=yes keeps changed files)
	@$(RUN) upgrade --from="$$FROM" --release="$$RELEASE" $(if $(KEEP_CHANGED),--keep)

tidy: .venv/site ## put data files into their one form; what they say stays (FILE=one file, DATA=)
	@$(RUN) tidy --data="$$DATA" --lang="$$LANG_OUT" -- "$$FILE"

translate: .venv/site ## write PO files for translators (TO=folder, DATA=), or take one back (FILE=translations/en.po)
	@$(RUN) translate --data="$$DATA" --to="$$TO" -- "$$FILE"

numerals: .venv/site ## tell how the numerals of a text are read, one JSON object a line (TEXT='…')
	@$(RUN) numerals -- "$$TEXT"

text: .venv/site ## make the verbatim text of a document from the file received (FILE=data/documents/….docx, .pdf, .ofd, .html, .doc)
	@$(RUN) text -- "$$FILE"

schemas: .venv/site ## write the schemas editors use, after a change to macros/records/
	@$(RUN) schemas

test: ## lint, types and the tests that every change must pass, in a real browser
	@$(MAKE) --no-print-directory -j2 browser
	@$(MAKE) --no-print-directory -j2 lint tests

# One process reads the tests before several do: each would compile what none has compiled, while lint has a core.
tests:
	@.venv/bin/python -m pytest --collect-only --quiet >/dev/null
	@.venv/bin/python -m pytest -n auto --dist worksteal

test-all: browser lint ## all tests and the long runs: fuzzing, LibreOffice, ProperDocs, kills; what fails does not keep the rest from running
	@$(MAKE) --no-print-directory -k night kills office properdocs fuzz

night:
	@.venv/bin/python -m pytest -n auto --dist worksteal -m ""

kills:
	@.venv/bin/python -m tests.publishing --kills 60 --builds 20

fuzz: .venv/dev ## corrupt the data in many ways; each must get a clear answer (FUZZ=20000)
	@.venv/bin/python -m tests.tools.fuzzing --count="$$FUZZ"

office: .venv/dev ## open the workbooks in LibreOffice and compare them with the CSV
	@.venv/bin/python -m tests.tools.office

bench: .venv/bench ## compare builds and edits with others at 100, 1,000 and 10,000 records; hours (RECORDS="100")
	@.venv/bin/python -m tests.tools.bench.builds --records $(or $(RECORDS),100 1000 10000)

bench-search: .venv/bench browser ## compare the search with others at 10, 1,000 and 10,000 records (RECORDS="10 1000")
	@.venv/bin/python -m tests.tools.bench.search --records $(or $(RECORDS),10 1000 10000)
	@.venv/bin/python -m tests.tools.bench.asked --others

audit: .venv/bench browser tests/tools/audit/node_modules ## have Lighthouse and the Nu HTML checker judge the pages (needs node and java)
	@.venv/bin/python -m tests.tools.audit

sheet: .venv/dev browser ## take pictures of every type of page, in every language and view (SHEET=folder)
	@.venv/bin/python -m tests.tools.audit.sheet "$$SHEET"

editor-pictures: .venv/dev browser ## take the pictures of the editor that the handbook shows
	@.venv/bin/python -m tests.tools.audit.editor

rooms: ## list the steps of macros/ in order, and what each imports
	@python3 -m tests.tools.rooms

.PHONY: editor-pictures rooms properdocs links advisories sbom licences
properdocs: .venv/site .venv-properdocs/ready ## build with ProperDocs too, and compare every file of both sites (DATA=)
	@.venv/bin/python -m tests.tools.supply.way_out "$$DATA" .venv-properdocs/bin/python

links: site ## ask every address on other sites that ours links to (DATA=, SITE=)
	@.venv/bin/python -m tests.tools.supply.links "$$SITE"

advisories: .venv/advisories tests/tools/audit/node_modules ## look every locked package up among known vulnerabilities (needs npm)
	@.venv/bin/pip-audit --strict --disable-pip --require-hashes $(LOCKS:%=--requirement %)
	@cd tests/tools/audit && npm audit

sbom: .venv/site ## write the bill of materials of the site (BILL=file)
	@.venv/bin/python -m tests.tools.supply.bill "$$BILL"

licences: .venv/dev .venv/bench .venv/advisories ## list the licence of every locked package in docs/maintainers/dependencies.md
	@.venv/bin/python -m tests.tools.supply.licences

tests/tools/audit/node_modules: tests/tools/audit/package-lock.json
	@cd tests/tools/audit && npm ci --ignore-scripts --no-audit --no-fund --silent
	@touch $@

lint: .venv/dev
	@.venv/bin/ruff check . && .venv/bin/ruff format --check . && .venv/bin/mypy
	@.venv/bin/actionlint && .venv/bin/zizmor --quiet --offline --persona pedantic .github
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.github-workflows .github/workflows/*.yml
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	@.venv/bin/check-jsonschema --quiet --builtin-schema vendor.gitlab-ci --data-transform gitlab-ci .gitlab-ci.yml

browser: .venv/dev system-packages
	@.venv/bin/python -m tests.browser

system-packages:
	@$(PYTHON) -m tests.system_packages

# Nothing younger than a week is taken: most bad releases are found out by then. No package's code is run (--no-build),
# except for the comparisons: jieba comes as source only.
LOCKING = .venv/bin/uv --quiet pip compile pyproject.toml --universal --generate-hashes --exclude-newer "$(COOLING)" \
	--no-emit-index-url --no-annotate --upgrade --custom-compile-command "make lock"

lock: .venv/dev ## renew the lock files (what cannot wait a week: COOLING="0 days")
	@$(LOCKING:pyproject.toml=) --no-build --group installer --output-file requirements/pip.txt
	@$(LOCKING) --no-build --output-file requirements/site.txt
	@$(LOCKING) --no-build --group dev --constraint requirements/site.txt --output-file requirements/dev.txt
	@$(LOCKING) --group dev --group bench --constraint requirements/dev.txt --output-file requirements/bench.txt
	@$(LOCKING:pyproject.toml=) --no-build --group advisories --constraint requirements/pip.txt --constraint requirements/dev.txt --output-file requirements/advisories.txt
	@echo mkdocs | $(LOCKING) --no-build --group properdocs --excludes /dev/stdin --constraint requirements/site.txt --output-file requirements/properdocs.txt


.venv/bench: requirements/bench.txt | .venv/dev
	@$(PIP) $<
	@touch $@

.venv/advisories: requirements/advisories.txt | .venv/dev
	@$(PIP) $<
	@touch $@

# Without MkDocs, which is the point.
.venv-properdocs/ready: requirements/pip.txt requirements/properdocs.txt
	@$(PYTHON) -c 'import macros'
	@$(PYTHON) -m venv --clear .venv-properdocs
	@.venv-properdocs/bin/python $(PIP_ALONE) requirements/pip.txt
	@.venv-properdocs/bin/python $(PIP_ALONE) requirements/properdocs.txt
	@touch $@

clean: ## remove what was installed; a site is replaced by the next one that is built
	rm -rf .venv .venv-properdocs .mypy_cache .ruff_cache .pytest_cache .hypothesis

# What a Python has left that is too old (the package macros tells), is gone, or has no pip, is made again.
FIT = import macros, sys; from importlib.util import find_spec; sys.exit(not find_spec("pip"))
VENV = .venv/bin/python .venv/pip .venv/site .venv/dev .venv/bench .venv/advisories
UNFIT := $(shell test ! -e .venv/pyvenv.cfg || .venv/bin/python -c '$(FIT)' 2>/dev/null || echo $(VENV))
.PHONY: $(UNFIT)

.venv/bin/python:
	@$(PYTHON) -c 'import macros'
	@$(PYTHON) -m venv --clear .venv

# The pip that comes with Python may be years old, and takes three times as long as the one that is locked.
.venv/pip: requirements/pip.txt | .venv/bin/python
	@$(PIP) $<
	@touch $@

.venv/site: requirements/site.txt | .venv/pip
	@$(PIP) $<
	@$(COMPILE)
	@touch $@

.venv/dev: requirements/dev.txt | .venv/pip
	@$(PIP) $<
	@$(COMPILE)
	@touch $@ .venv/site
