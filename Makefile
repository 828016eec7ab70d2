# Fluxions: everything one does with the repository. `make` alone lists it.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := .tools/bin/uv
BUNDLE := src/fluxions/web/static/bundle/manifest.json
FRONTEND := $(wildcard frontend/package-lock.json frontend/build.mjs) $(shell find frontend/src -type f 2>/dev/null)
PACKAGE := pyproject.toml hatch_build.py $(FRONTEND)
NODE := $(BIN)/python -c 'import hatch_build'
export UV_PYTHON_DOWNLOADS ?= never

$(UV):
	@$(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("Fluxions needs Python 3.11 or newer: make install PYTHON=python3.12")'
	$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action ignore --target .tools uv
