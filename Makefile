# What there is to do with a checkout. Results go to standard output, all else to standard error.

SWIFT ?= swift
TANBA = .build/release/tanba
RELEASE = .build/static/tanba
# With the Swift runtime inside; tests, not texts, are checked for overlapping accesses.
OPTIMISED = build --quiet -c release --static-swift-stdlib -Xswiftc -enforce-exclusivity=unchecked -Xswiftc -use-ld=lld
SOURCES = Package.swift Sources Tests Benchmarks/Micro

.DEFAULT_GOAL := help
.PHONY: help setup build release extract test test-roundtrips kinds format clean
.PHONY: bench bench-record bench-micro bench-large bench-growth bench-bindings
.PHONY: c-library test-c test-c-sanitizers wheel test-python test-spark

help:
	@echo 'make extract   mark what the texts in seeds/ name, as JSON Lines on standard output'
	@echo 'make test      build with warnings as errors, check the format, run all tests'
	@echo 'make test-roundtrips   run every round trip with ICU, where make test runs a sample'
	@echo 'make kinds     write Rules/KINDS.md, the page of what the rules read'
	@echo 'make wheel     build the Python package, with all that it needs'
	@echo 'make c-library build the C interface as .build/c/libtanba.so'
	@echo 'make test-spark   test the extraction on a Spark cluster on loopback'
	@echo 'make test-c-sanitizers   test the C interface under sanitizers, and a million calls'
	@echo 'make bench     compare the extraction with ICU’s word-break loop, and with the last release'
	@echo 'make bench-record  keep the figures of make bench as those of the release'
	@echo 'make bench-micro   time segmentation, word description, matching and writing alone'
	@echo 'make bench-large   measure the memory of 1 GB, of a line of 100 MB and of a million words'
	@echo 'make bench-growth   measure how time and memory grow with text, names and rules'
	@echo 'make bench-bindings   compare C, Python and Spark with the command'
	@echo 'make build     build the command as $(TANBA)'
	@echo 'make release   build it as one file, with its rules, as $(RELEASE)'
	@echo 'make format    format the sources and the rules'
	@echo 'make clean     remove what was built'

setup:
	@Scripts/setup

build: setup
	@$(SWIFT) $(OPTIMISED) --product tanba >&2

# Stands by itself but for ICU, libstdc++ and the C library; finds its rules beside it.
release: build
	@mkdir -p $(RELEASE)/bin $(RELEASE)/share/tanba
	@strip -o $(RELEASE)/bin/tanba $(TANBA)
	@rm -rf $(RELEASE)/share/tanba/Rules && cp -R Rules $(RELEASE)/share/tanba/Rules
	@ls -l $(RELEASE)/bin/tanba

extract: build
	@$(TANBA) extract seeds/*.txt

test: export TANBA_STRICT = 1
test: setup
	$(SWIFT) build --build-tests
	$(SWIFT) format lint --strict -r $(SOURCES)
	$(SWIFT) test
	.build/debug/tanba rules check && .build/debug/tanba rules format --check && .build/debug/tanba rules test
	@# Built as for use: with other settings all would be built anew the next time.
	@env -u TANBA_STRICT $(MAKE) --no-print-directory test-c test-python

c-library: setup
	@$(SWIFT) $(OPTIMISED) --product TanbaC >&2
	@Scripts/c-library .build/release .build/c/libtanba.so

test-c: c-library
	Scripts/test-c

test-c-sanitizers: c-library
	Scripts/test-c address
	Scripts/test-c thread
	Scripts/test-c 1000000

wheel: c-library
	@python=$$(Scripts/python-env build) && Scripts/wheel "$$python"

test-python: build c-library
	Scripts/test-python tests

test-spark: build c-library
	Scripts/test-python spark

# In release: some hundreds of thousands of texts.
test-roundtrips: setup
	TANBA_ROUND_TRIPS=all $(SWIFT) test -c release -Xswiftc -enable-testing \
		--scratch-path .build/roundtrips --filter RoundTrip

kinds: build
	@$(TANBA) rules list --kinds > Rules/KINDS.md

format: build
	@$(SWIFT) format -i -r $(SOURCES)
	@$(TANBA) rules format >&2

clean:
	@rm -rf .build

bench: build
	@Benchmarks/run $(CORPUS)

# Keeps what make bench measures as the release's, for the next ones to be compared with.
bench-record: build
	@Benchmarks/run --record $(CORPUS)

bench-micro: setup
	@$(SWIFT) $(OPTIMISED) --package-path Benchmarks/Micro --scratch-path .build/micro >&2
	@Benchmarks/stages "$(CORPUS)"

bench-large: build
	@Benchmarks/large "$(CORPUS)" $(MEGABYTES)

bench-growth: build
	@Benchmarks/growth "$(CORPUS)" $(MEGABYTES)

bench-bindings: build c-library
	@Benchmarks/bindings "$(CORPUS)" $(MEGABYTES)
	@Benchmarks/spark $(ROWS)
