# Fluxions: everything one does with the repository. `make` alone lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

PYTHON ?= python3
UV := .tools/bin/uv
BIN := .venv/bin
RUN := .venv/.installed-to-run
DEV := .venv/.installed-to-work-on
BUNDLE := src/fluxions/web/static/bundle
FRAMEWORKS ?= torch
TORCH := $(if $(filter torch,$(FRAMEWORKS)),.venv/.installed-torch)
TSC := frontend/node_modules/typescript/package.json
FRONTEND := frontend/package-lock.json frontend/build.mjs $(shell find frontend/src -type f)
PACKAGE := pyproject.toml hatch_build.py
NODE := $(BIN)/python -c 'import sys; from hatch_build import node, npm; from pathlib import Path; globals()[sys.argv[1]](*sys.argv[2:], cwd=Path("frontend"))'
TESTS := $(BIN)/python -m pytest --numprocesses auto --dist loadfile
WEB_TESTS := $(TESTS) tests/web --ignore tests/web/e2e
export UV_PYTHON_DOWNLOADS ?= never

help: ## lists what can be done here
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 16

install: $(DEV) ## makes the environment .venv with everything needed to work on Fluxions

run: $(RUN) ## serves the site from the working tree; PyTorch follows in the background (FRAMEWORKS= leaves it out)
	@for each in $(FRAMEWORKS); do [ -e .venv/.installed-$$each ] || { \
	  echo "The labs' $$each is being installed in the background; its log is .venv/install-$$each.log"; \
	  { $(MAKE) --no-print-directory .venv/.installed-$$each > .venv/install-$$each.log 2>&1 \
	    || echo "Installing $$each failed; the site runs on without it. Again: make .venv/.installed-$$each" >&2; } & }; done
	$(BIN)/fluxions serve

front: $(DEV) $(TSC) ## rebuilds the bundle whenever a file of the front end changes
	rm -rf $(BUNDLE)
	$(NODE) node build.mjs --watch

test: $(DEV) ## unit and web tests on SQLite, web tests on PostgreSQL, then the browser
	@$(if $(TORCH),$(MAKE) --no-print-directory $(TORCH) || echo "PyTorch could not be installed: its tests will be skipped" >&2)
	$(TESTS) tests --ignore tests/web
	FLUXIONS_TEST_DATABASE=sqlite $(WEB_TESTS)
	FLUXIONS_TEST_DATABASE=postgres $(WEB_TESTS)
	.ci/browser test $(BIN)/python -m pytest tests/web/e2e

browser: ## fetches a Chromium for the browser tests where there is none
	.ci/browser fetch

check: $(DEV) $(TSC) ## style, types, layers, the house, migrations
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(NODE) node node_modules/typescript/bin/tsc --noEmit
	$(BIN)/lint-imports
	$(BIN)/python -m pytest tests/test_house.py
	$(BIN)/python -m django makemigrations --check --dry-run --settings fluxions.web.settings

content: $(DEV) ## checks all content, 20 variants a family
	$(BIN)/fluxions curriculum lint

content-full: $(DEV) ## the same with 200 variants a family
	$(BIN)/fluxions curriculum lint --seeds 200

golden: $(DEV) ## rewrites the golden files of the curriculum and the list of reasons
	$(BIN)/fluxions curriculum golden
	$(BIN)/fluxions reasons > docs/reasons.md

bench: $(DEV) ## measures speed beside other systems
	set -e; for each in benchmarks/*.py; do $(BIN)/python -m "benchmarks.$$(basename "$$each" .py)"; done

sure: ## everything that a change must pass
	.ci/run

lock: $(UV) ## takes up newer versions of the packages
	$(UV) pip compile pyproject.toml --upgrade --extra postgres --extra dev --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet --output-file requirements-dev.lock
	$(UV) pip compile pyproject.toml --constraint requirements-dev.lock --universal --generate-hashes --no-annotate --no-header --no-emit-index-url --quiet --output-file requirements.lock

clean: ## removes the environment, the bundle and all caches
	rm -rf .venv .tools $(BUNDLE) frontend/node_modules .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -prune -exec rm -rf {} +

$(UV):
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Fluxions needs Python 3.11 or newer, for example: make $(MAKECMDGOALS) PYTHON=python3.12")'
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action ignore --target .tools uv

$(BIN)/python: | $(UV)
	$(UV) venv --quiet --python "$$(command -v $(PYTHON))" .venv

# Made by the install below; where it is missing, the install is due again.
$(BUNDLE)/sources.sha256:
	@:

$(RUN): $(PACKAGE) requirements.lock $(FRONTEND) $(BUNDLE)/sources.sha256 | $(BIN)/python
	$(UV) pip install --quiet --require-hashes --requirement requirements.lock
	$(UV) pip install --quiet --no-deps --editable .
	@touch $@

$(DEV): $(RUN) requirements-dev.lock
	$(UV) pip install --quiet --require-hashes --requirement requirements-dev.lock
	@touch $@

# With pip: uv would take the build for graphics cards. TORCH_INDEX= names another package index.
.venv/.installed-torch: pyproject.toml | $(RUN)
	$(BIN)/fluxions labs install pytorch $(if $(TORCH_INDEX),--index $(TORCH_INDEX))
	$(BIN)/python -c 'import torch._dynamo'  # writes the bytecode that processes of labs, which write nothing, would make each time
	@touch $@

$(TSC): frontend/package-lock.json $(RUN) | $(DEV)
	$(NODE) npm ci --ignore-scripts --no-audit --no-fund
	@touch $@

.PHONY: help install run front test browser check content content-full golden bench sure lock clean
