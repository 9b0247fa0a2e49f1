# Two commands are all one needs: `make run` and `make test`. Both set up what is missing.
# PYTHON=python3.13 chooses the Python; ROUTINE=name the routine; ARGS='--plain' gives options on.
.POSIX:

PYTHON ?=
ROUTINE ?= mini-massage
ARGS ?=

BIN = .venv/bin
SETUP = @PYTHON='$(PYTHON)' sh tools/setup.sh

.PHONY: help run test lint check wheel clean

help: ## Show this list
	@echo 'Relax Coach. Everything sets up what it needs by itself.'
	@sed -n 's/^\([a-z][a-z]*\):.*## \(.*\)/  make \1 \2/p' Makefile | \
	    awk '{ name = $$2; $$1 = ""; $$2 = ""; sub(/^ +/, ""); printf "  make %-8s %s\n", name, $$0 }'

# A session that was ended early (3), refused for safety (4) or interrupted (130) is no mistake:
# make stays silent. Every other code stays one.
run: ## Start a session: mini-massage, or another with ROUTINE=name
	$(SETUP) run
	@trap : INT; $(BIN)/relax-coach play '$(ROUTINE)' $(ARGS) || { \
	    code=$$?; case $$code in 3|4|130) ;; *) exit $$code ;; esac; }

# Those on every core first; then what runs in real time, alone. Code 5: of these there were none.
PYTEST = $(BIN)/python -m pytest

test: ## Run the tests
	$(SETUP) test
	@$(PYTEST) --numprocesses auto --dist loadfile -m 'not alone' $(ARGS) || [ $$? = 5 ]
	@$(PYTEST) -m alone $(ARGS) || [ $$? = 5 ]

lint: ## Check style, types and the floors of the house
	$(SETUP) test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: lint test ## Everything that must pass before a change is shared

wheel: ## Build the package into dist/
	$(SETUP) test
	@$(BIN)/python -m build --wheel --no-isolation --outdir dist .

clean: ## Remove .venv and everything that was built
	rm -rf .venv .venv.log build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis \
	    .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
