# Pressklar: `make run` opens the program, `make test` runs every test; both set up what they need.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SITE_PACKAGES := $(VENV)/lib/python3*/site-packages
CATALOGUES := $(patsubst %.po,%.mo,$(wildcard resources/locale/*/LC_MESSAGES/pressklar.po))

# What Python's venv and Qt want of the system, as Debian and Ubuntu name it.
SYSTEM_PACKAGES := python3-venv libglib2.0-0 libgl1 libegl1 libdbus-1-3 libfontconfig1 libxkbcommon0 \
	libnss3 libasound2 libxcomposite1 libxdamage1 libxrandr2 libxtst6 libxkbfile1 libgbm1 \
	libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 \
	libxcb-shape0 libxcb-xinerama0 libxcb-xkb1 libxkbcommon-x11-0

.PHONY: help setup run test check unit-test check-site bench soak catalogues pins clean

help:
	@echo "make run         open Pressklar (with no screen: do the main job and save pictures of it)"
	@echo "make test        check the code and run all tests"
	@echo "make check-site  prove that exported pages are valid and accessible"
	@echo "make bench       measure start, typing and preview"
	@echo "make soak        kill 200 windows while somebody types, and every act at every moment of it"
	@echo "make setup       only set up: virtual environment, packages, system libraries, catalogues"
	@echo "make catalogues  collect the texts of the interface into resources/locale"
	@echo "make pins        pin the newest packages that pyproject.toml allows (needs uv)"
	@echo "make clean       remove what was set up and built"

run: setup
	$(BIN)/python main.py $(ARGS)

test: check unit-test

check: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

unit-test: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal $(ARGS)

# The checkers come from npm and one runs on Java. PAGES=60 shows so many pages of each site to axe, not all.
check-site: setup
	@command -v npm >/dev/null && command -v java >/dev/null || $(call install-packages,npm default-jre-headless)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m tests.check_site $(if $(PAGES),--shown $(PAGES)) $(ARGS)

bench: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/bench_window.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/bench_editor.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/bench_paste.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/bench_long_article.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/bench_list.py
	$(BIN)/python tests/benchmarks/bench_spelling.py
	$(BIN)/python tests/benchmarks/bench_checks.py
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/benchmarks/bench_marks.py
	$(BIN)/python tests/benchmarks/bench_archive.py $(ARTICLES)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r constraints-bench.txt
	$(BIN)/python tests/benchmarks/bench_site.py $(ARTICLES)

# ROUNDS=20 kills so many.
soak: setup
	QT_QPA_PLATFORM=offscreen $(BIN)/python tests/end_to_end/soak.py $(ROUNDS)
	$(if $(ROUNDS),,AT_EVERY_MOMENT=1 $(BIN)/python -m pytest --timeout=900 \
		tests/end_to_end/test_killed_acts.py tests/site/output/test_killed.py)

setup: $(VENV)/ready $(CATALOGUES)

# Copied packages are whole only when the file `ready` is there, so a set-up that was cut off starts again.
$(VENV)/ready: constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Pressklar needs Python 3.11 or newer. Install it, or name it: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || $(call install-packages,$(SYSTEM_PACKAGES))
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r constraints.txt
	@missing=$$($(MISSING_LIBRARIES)); test -z "$$missing" || \
		{ echo "Qt misses system libraries:" $$missing; $(call install-packages,$(SYSTEM_PACKAGES)); }
	@missing=$$($(MISSING_LIBRARIES)); test -z "$$missing" || \
		{ echo "Still missing:" $$missing ". Install them, then run make again." >&2; exit 1; }
	@touch $@

# The shared libraries that Qt's window and web engine want and the system lacks (Linux; elsewhere none).
MISSING_LIBRARIES = test "$$(uname)" != Linux || \
	ldd $(SITE_PACKAGES)/PySide6/Qt/lib/libQt6WebEngineCore.so.6 $(SITE_PACKAGES)/PySide6/Qt/lib/libQt6Widgets.so.6 \
		$(SITE_PACKAGES)/PySide6/Qt/libexec/QtWebEngineProcess $(SITE_PACKAGES)/PySide6/Qt/plugins/platforms/libqxcb.so \
		| sed -n 's/^[[:space:]]*\(.*\) => not found.*/\1/p' | sort -u

# Install Debian packages as root; anybody else is told the one command.
define install-packages
if ! command -v apt-get >/dev/null; then \
	echo "Install what is missing with your system's package manager; Debian calls the packages: $(1)" >&2; exit 1; \
elif [ "$$(id -u)" != 0 ]; then \
	echo "Run this once, then make again:" >&2; \
	echo "  sudo apt-get update && sudo apt-get install -y --no-install-recommends $(1)" >&2; exit 1; \
else \
	apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $(1) >/dev/null; \
fi
endef

resources/locale/%/LC_MESSAGES/pressklar.mo: resources/locale/%/LC_MESSAGES/pressklar.po | $(VENV)/ready
	@$(BIN)/pybabel --quiet compile --use-fuzzy --input-file $< --output-file $@

catalogues: setup
	$(BIN)/pybabel --quiet extract --mapping-file resources/locale/babel.cfg --keyword pgettext:1c,2 --keyword N_ \
		--no-location --sort-output --output-file build/pressklar.pot .
	$(BIN)/pybabel --quiet update --domain pressklar --input-file build/pressklar.pot --output-dir resources/locale \
		--no-fuzzy-matching --ignore-obsolete

pins:
	uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 --group dev \
		--custom-compile-command "make pins" --upgrade pyproject.toml --output-file constraints.txt
	uv pip compile --universal --generate-hashes --no-emit-index-url --python-version 3.11 --group bench \
		--custom-compile-command "make pins" --upgrade --output-file constraints-bench.txt

clean:
	rm -rf $(VENV) build node_modules $(CATALOGUES)
