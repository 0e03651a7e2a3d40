# Two commands do everything: `make run` and `make test`. Both call `make install` when it is needed.
PYTHON ?= python3
BIN := .venv/bin
export QA_HOME ?= .footnote

.PHONY: run ask install test lint types imports unit gate format lock chat-doc bench kill fuzz schema pictures clean

run: install ## index the sample corpus, start the service and say where it answers
	@$(BIN)/qa add corpus
	@$(BIN)/qa serve

ask: install ## make ask Q="…" answers one question
	@test -n "$$Q" || { echo 'Say what to ask: make ask Q="Who approved the submarines?"' >&2; exit 2; }
	@$(BIN)/qa add corpus > /dev/null
	@$(BIN)/qa ask "$$Q"
ask: export Q := $(value Q)

install: .venv/installed ## .venv from the lock; .venv/bin/qa works afterwards

# --no-deps: the lock is whole.
.venv/installed: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Footnote needs Python 3.11 or newer; name it with PYTHON=…")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

test: lint types imports ## lint, types, import contracts, tests, evaluation gate; the last two side by side, for the gate fills one core
	@$(MAKE) --no-print-directory -j 2 unit gate

lint: install
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: install
	$(BIN)/mypy

imports: install
	$(BIN)/lint-imports

unit: install
	$(BIN)/pytest -n 2 --dist loadfile

gate: install
	$(BIN)/qa eval run --persona all --gate

format: install ## rewrite the code in the house's form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

lock: install ## pin every dependency of pyproject.toml again
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --quiet --upgrade --output-file requirements.lock
	$(BIN)/python -m tests.lockfile

chat-doc: install ## play the conversation of docs/chat.md again
	$(BIN)/python -m tests.qa.cli.chat.session

bench: install ## measure; documents are read from ../shared/data and nothing runs without them
	$(BIN)/python -m bench.sentences
	$(BIN)/python -m bench.starting
	$(BIN)/python -m bench.adding
	$(BIN)/python -m bench.pipelines
	$(BIN)/python -m bench.captures
	$(BIN)/python -m bench.readers
	$(BIN)/python -m bench.memory
	$(BIN)/python -m bench.service
	$(BIN)/python -m bench.retrieval
	$(BIN)/python -m bench.grounding

kill: install ## end a process at 200 random moments and check the library after each (minutes)
	$(BIN)/python -m tests.crash.run --kills 200

fuzz: install ## feed every reader broken files for ten minutes
	$(BIN)/python -m tests.qa.adapters.readers.fuzz 600

schema: install ## send the HTTP service whatever its description allows, and what it does not, for five minutes
	@home=$$(mktemp -d); $(BIN)/python -m tests.api.schema_service "$$home" 8397 > "$$home/log" 2>&1 & service=$$!; \
	trap 'kill $$service; rm -rf "$$home"' EXIT; \
	$(BIN)/schemathesis run http://127.0.0.1:8397/openapi.json --wait-for-schema 60 --max-time 300 --max-examples 1000

pictures: install ## take the README's pictures again
	$(BIN)/python -m docs.pictures.take

clean: ## remove the environment and the sample library
	rm -rf .venv .footnote
