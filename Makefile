# The short commands of this repository. Each installs what it needs and lacks (scripts/bootstrap).

.PHONY: help build serve test lint bench bench-quick bench-spam bench-flood clean

# The programs as they are installed: with Swift's libraries inside, so that they run where Swift is not.
release = scripts/build -c release --static-swift-stdlib --product thaw && \
	scripts/build -c release --static-swift-stdlib --product thaw-images && \
	scripts/build -c release --static-swift-stdlib --product thaw-fetch && \
	scripts/build -c release --static-swift-stdlib --product thaw-mail

help:
	@echo "make serve        build in release and serve the sample chronicle"
	@echo "make test         build and run all tests"
	@echo "make lint         formatter, layers, shell and sample checks"
	@echo "make bench        measure against nginx and write docs/benchmarks.md"
	@echo "make bench-quick  the same in three minutes, printed only"
	@echo "make bench-spam   measure the filter for spam on the sets in THAW_SPAM_DATA"
	@echo "make bench-flood  send a flood of spam to a site on this machine"
	@echo "make build        build in debug, without tests"
	@echo "make clean        remove what was built and the sample's data"

build:
	@scripts/bootstrap build
	@scripts/build

serve:
	@scripts/bootstrap build
	@$(release)
	@scripts/serve-sample

test:
	@scripts/bootstrap test
	@scripts/test

lint:
	@scripts/bootstrap build
	@scripts/lint

bench:
	@scripts/bootstrap bench
	@$(release)
	@bench/run

bench-quick:
	@scripts/bootstrap bench
	@$(release)
	@bench/run --quick

bench-spam:
	@scripts/bootstrap bench-spam
	@scripts/build -c release --static-swift-stdlib --product thaw
	@bench/spam.py "$${THAW_SPAM_DATA:?a folder with sets of labelled responses}"

bench-flood:
	@scripts/bootstrap build
	@scripts/build -c release --static-swift-stdlib --product thaw
	@bench/flood.py

clean:
	@rm -rf .build sample/data
