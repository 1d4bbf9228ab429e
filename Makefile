# The commands of this project; `make run` and `make test` are all that a fresh machine needs.
# PYTHON chooses the interpreter (3.11 to 3.13); SPACEPACT_HOME chooses where a run writes (default ./data).
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/installed

.PHONY: setup run test lint types ui bench lock clean

setup: $(STAMP)

# Installed again only when the lock or the project's own declaration has changed.
$(STAMP): requirements.lock pyproject.toml
	@sh .ci/install "$(PYTHON)" requirements.lock
	@touch $@

run: setup
	@$(BIN)/spacepact refresh

test: setup
	@$(BIN)/pytest -n 2 --dist loadgroup tests

lint: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

ui: setup
	@$(BIN)/spacepact ui

bench: setup
	@sh .ci/install "$(PYTHON)" requirements-bench.lock
	@$(BIN)/python -m benchmarks

# Needs uv. Hashes, and no addresses.
COMPILE := uv pip compile pyproject.toml --constraint requirements.constraints.txt --generate-hashes \
	--no-emit-index-url --no-emit-find-links --no-header --no-annotate --universal --no-strip-extras \
	--python-version 3.11 --quiet
lock:
	$(COMPILE) --extra dev --output-file requirements.lock
	$(COMPILE) --extra dev --extra bench --constraint requirements.lock --output-file requirements-bench.lock

clean:
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis
