# Everything a reader or a CI machine needs: `make reports` and `make test` work from a clean clone.

# Tests see internals, so that one optimised build serves the reports and the tests.
SWIFT_FLAGS := -c release -Xswiftc -enable-testing --explicit-target-dependency-import-check error
REPRISE := .build/release/reprise

.PHONY: all setup build test reports quick example bench clean

all: build

## setup: install the system packages that are missing
setup:
	@Scripts/setup

## build: build the command line, optimised
build: setup
	swift build $(SWIFT_FLAGS) --product reprise

## reports: run all experiments and render all notebooks into Output/
reports: build
	$(REPRISE) render Notebooks --out Output

## quick: render all notebooks at scale quick, in a folder of their own; fails on a refuted claim
quick: build
	$(REPRISE) render Notebooks --scale quick --out .build/quick

## example: build and render the package that brings its own experiment
example: build
	Scripts/check-example $(filter-out -c release,$(SWIFT_FLAGS))

## test: all of it; the test runner's own summary comes last
# Built apart: 'swift test' would compile everything anew, with flags of its own.
test: quick example
	swift build $(SWIFT_FLAGS) --build-tests
	swift test $(SWIFT_FLAGS) --skip-build

## bench: compare with the peers that are installed
bench: build
	Benchmarks/run

## clean: remove what was built (not the store of results in .reprise/)
clean:
	swift package clean
	rm -rf .build/quick
