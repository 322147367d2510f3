# `make help` says what there is. Everything runs from .venv, which the targets set up themselves.
PORT ?= 8080
BIN := .venv/bin
JS := tests/contract/js
# One more than there are cores: tests wait for browsers and databases.
WORKERS ?= $(shell expr $$(nproc) + 1)

.DEFAULT_GOAL := help
.PHONY: help demo serve test check bench assets messages migration lock format clean

help: ## says what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## (.*)/  make \1\t\2/' | expand -t 16

demo: ## serves the demonstration on http://127.0.0.1:8080 (PORT=9000 moves it)
	@scripts/setup run
	@exec $(BIN)/bluelamp demo --port $(PORT)

serve: ## migrates and serves the database of BLUELAMP_DATABASE_URL
	@scripts/setup run
	@$(BIN)/bluelamp migrate
	@exec $(BIN)/bluelamp serve --port $(PORT)

test: ## sets up what the tests need and runs them all (ARGS="-k surgery" chooses)
	@scripts/setup dev
	@scripts/setup_js
	@$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal $(ARGS)

check: ## lint, format, types, architecture, house rules, vendored assets
	@scripts/setup dev
	@scripts/check

bench: ## measures speed and cost, and prints a table
	@scripts/setup dev
	@$(BIN)/python -m bench $(ARGS)

assets: ## makes the vendored front-end assets anew (needs npm)
	@scripts/setup run
	@$(BIN)/python scripts/build_assets.py

messages: ## collects the sentences to translate into frontend/locale
	@scripts/setup dev
	@scripts/messages

migration: ## writes the next migration from the models (NAME=add_appeals)
	@scripts/setup dev
	@scripts/make_migration $(NAME)

lock: ## writes the lock files from pyproject.toml (needs uv)
	@scripts/lock $(ARGS)

format: ## formats the code and mends what ruff can mend
	@scripts/setup dev
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

clean: ## removes what was set up and cached, not the data in var/
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis $(JS)/node_modules frontend/node_modules
