# yinfa 印发 — `make run` shows it at work, `make test` proves it. Both install what is missing
# (Debian packages, by apt) and fetch the font files; nothing else comes from outside.
#
#   make            build build/yinfa
#   make run        build, then run job `targets` on samples/targets-2024 in build/demo
#   make test       every test            make asan     the same under sanitizers
#   make test-web   what goes onto websites, in Chromium (also part of make test)
#   make fuzz       ten minutes a fuzz target (FUZZ_SECONDS)
#   make regen      rewrite the golden files and show the difference
#   make compare-fop  how far our pages agree with Apache FOP's, feature by feature
#   make test-pdfa  PDF/A and PDF/UA held against independent judges (also part of make test)
#   make bench      timings beside whatever peer is installed; PARTS="formatter batch ingest assessment certificates" (never part of the tests)
#   make style      clang-format in place  make clean

BUILD  ?= build
CC     ?= gcc
CFLAGS ?= -O2 -g
XCFLAGS ?=
MODE   ?=

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:

# --- What Debian provides ---------------------------------------------------------------------
PACKAGES_BUILD = gcc libc6-dev pkg-config libxml2-dev libxslt1-dev libhpdf-dev libsqlite3-dev \
                 libharfbuzz-dev libicu-dev libqrencode-dev libdeflate-dev libssl-dev
PACKAGES_TEST  = libcmocka-dev zlib1g-dev libxml2-utils xsltproc poppler-utils mupdf-tools qpdf \
                 sqlite3 tidy chromium zbar-tools unicode-data python3 python3-pikepdf python3-fonttools docbook-xsl docbook-xsl-ns \
                 default-jre-headless libpdfbox2-java libactivation-java libjaxb-api-java

# Installs those of a list that are missing, or says which apt line would.
INSTALL = sh tests/install-packages.sh

# --- Rooms, top to bottom: an include may only point down this list (tests/rooms.sh) --------------
ROOMS = batch publish intake ruler draw format type store definitions base

LIBRARIES = libxml-2.0 libxslt libexslt sqlite3 harfbuzz harfbuzz-subset icu-uc icu-i18n libqrencode libdeflate libcrypto
WARNINGS  = -std=c11 -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wmissing-prototypes \
            -Wwrite-strings -Wvla
COMPILE   = $(CC) -D_GNU_SOURCE $(WARNINGS) $(CFLAGS) $(XCFLAGS) -Ipipeline \
            $$(pkg-config --cflags $(LIBRARIES)) -MMD -MP
LINK      = $(CC) $(CFLAGS) $(XCFLAGS)
LINK_WITH = $$(pkg-config --libs $(LIBRARIES)) -lhpdf -lm

room_objects = $(patsubst pipeline/%.c,$(BUILD)/obj/%.o,$(wildcard pipeline/$(1)/*.c))
OBJECTS      = $(foreach room,$(ROOMS),$(call room_objects,$(room)))

all: $(BUILD)/yinfa

MAIN_OBJECTS = $(patsubst pipeline/%.c,$(BUILD)/obj/%.o,$(wildcard pipeline/*.c))

$(BUILD)/yinfa: $(MAIN_OBJECTS) $(foreach room,$(ROOMS),$(BUILD)/lib/$(room).a)
	@echo "  LD  $@"
	@$(LINK) -o $@ $^ $(LINK_WITH)

$(BUILD)/obj/%.o: pipeline/%.c | $(BUILD)/packages-build
	@mkdir -p $(@D)
	@echo "  CC  $<"
	@$(COMPILE) -c -o $@ $<

define room_library
$(BUILD)/lib/$(1).a: $(call room_objects,$(1))
	@mkdir -p $$(@D)
	@rm -f $$@
	@ar rcs $$@ $$^
endef
$(foreach room,$(ROOMS),$(eval $(call room_library,$(room))))

$(BUILD)/packages-build: Makefile
	@$(INSTALL) $(PACKAGES_BUILD)
	@mkdir -p $(@D) && touch $@

$(BUILD)/packages-test: Makefile
	@$(INSTALL) $(PACKAGES_TEST)
	@mkdir -p $(@D) && touch $@

# --- Fonts: files named in fonts/font-set.xml, unpacked from Debian packages into fonts/files -------
fonts: fonts/files/complete

fonts/files/complete: fonts/font-set.xml fonts/fetch.sh
	@sh fonts/fetch.sh
	@touch $@

# --- Run --------------------------------------------------------------------------------------
run: all fonts
	@sh tests/demo.sh $(BUILD)/yinfa $(BUILD)/demo

# --- Tests: tests/unit/ROOM/NAME.c is linked with ROOM and the rooms below it ------------------------
rooms_from = $(if $(filter $(1),$(firstword $(2))),$(2),$(if $(2),$(call rooms_from,$(1),$(wordlist 2,$(words $(2)),$(2)))))
UNIT_SOURCES  = $(wildcard tests/unit/*/*.c)
UNIT_PROGRAMS = $(patsubst tests/unit/%.c,$(BUILD)/unit/%,$(UNIT_SOURCES))

define unit_program
$(BUILD)/unit/$(1): tests/unit/$(1).c $(foreach room,$(call rooms_from,$(firstword $(subst /, ,$(1))),$(ROOMS)),$(BUILD)/lib/$(room).a) | $(BUILD)/packages-test
	@mkdir -p $$(@D)
	@echo "  CC  $$<"
	@$$(COMPILE) -o $$@ $$(filter %.c,$$^) $$(filter %.a,$$^) -lcmocka -lz $$(LINK_WITH)
endef
$(foreach source,$(UNIT_SOURCES),$(eval $(call unit_program,$(patsubst tests/unit/%.c,%,$(source)))))

test: all fonts $(UNIT_PROGRAMS) | $(BUILD)/packages-test
	@sh tests/run.sh $(BUILD)

# What is written against what it claims: PDF/A-1b, PDF/A-2, PDF/UA-1 (part of `make test`).
test-pdfa: all fonts | $(BUILD)/packages-test
	@BUILD=$(BUILD) sh tests/pdfa/run.sh

# What goes onto websites, in a browser without a screen (part of `make test`).
test-web: all fonts | $(BUILD)/packages-test
	@for script in $(filter-out %/common.sh,$(wildcard tests/web/*.sh)); do BUILD=$(BUILD) sh $$script || exit 1; done

# One room's unit tests: make unit-format
unit-%: fonts
	@$(MAKE) --no-print-directory $(filter $(BUILD)/unit/$*/%,$(UNIT_PROGRAMS))
	@for program in $(filter $(BUILD)/unit/$*/%,$(UNIT_PROGRAMS)); do $$program || exit 1; done

SANITIZERS = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
asan:
	@$(MAKE) --no-print-directory BUILD=$(BUILD)/asan CFLAGS="-O1 -g $(SANITIZERS)" test

# libFuzzer over XSL-FO, pictures and property expressions; see tests/fuzz/run.sh. Everything is built
# anew with clang, instrumented.
FUZZ_TARGETS   = expression svg fo
FUZZ_BUILD     = $(BUILD)/fuzz
FUZZ_SANITIZER = -fsanitize=address,undefined -fno-sanitize-recover=undefined -fno-omit-frame-pointer
fuzz: fonts | $(BUILD)/packages-build
	@$(INSTALL) clang libclang-rt-14-dev
	@$(MAKE) --no-print-directory BUILD=$(FUZZ_BUILD) CC=clang CFLAGS="-O1 -g $(FUZZ_SANITIZER) -fsanitize=fuzzer-no-link" fuzz-targets
	@BUILD=$(FUZZ_BUILD) sh tests/fuzz/run.sh

fuzz-targets: $(FUZZ_TARGETS:%=$(BUILD)/%_fuzz)

FUZZ_SOURCES_fo         = tests/fuzz/fo_fuzz.c tests/fuzz/tree_mutator.c tests/fuzz/formatting.c
FUZZ_SOURCES_svg        = tests/fuzz/svg_fuzz.c tests/fuzz/tree_mutator.c tests/fuzz/formatting.c
FUZZ_SOURCES_expression = tests/fuzz/expression_fuzz.c
define fuzz_target
$(BUILD)/$(1)_fuzz: $(FUZZ_SOURCES_$(1)) tests/fuzz/formatting.h tests/fuzz/tree_mutator.h $(foreach room,$(call rooms_from,draw,$(ROOMS)),$(BUILD)/lib/$(room).a)
	@echo "  LD  $$@"
	@$$(COMPILE) -Itests/fuzz -fsanitize=fuzzer -o $$@ $$(filter %.c,$$^) $$(filter %.a,$$^) $$(LINK_WITH)
endef
$(foreach target,$(FUZZ_TARGETS),$(eval $(call fuzz_target,$(target))))

# Kills a job before every call that changes the file system (about two minutes), fills the disk under one that issues
# certificates, and kills a whole examination with 10 000 candidates at twenty random instants.
crash: all fonts | $(BUILD)/packages-test
	@BUILD=$(BUILD) sh tests/crash/run.sh
	@BUILD=$(BUILD) sh tests/crash/full-disk.sh 20
	@BUILD=$(BUILD) sh tests/crash/full-size.sh

regen: all fonts
	@sh tests/regen.sh $(BUILD)

bench: all fonts
	@sh tests/bench.sh $(BUILD) $(PARTS)

# Beside Apache FOP, feature by feature (installs it; never part of the tests)
PACKAGES_COMPARE = fop openjdk-17-jdk-headless mupdf-tools poppler-utils
# The DocBook book beside FOP's.
docbook: all fonts | $(BUILD)/packages-test
	@$(INSTALL) $(PACKAGES_COMPARE) netpbm
	@BUILD=$(BUILD) sh tests/docbook/compare.sh

compare-fop: all fonts
	@$(INSTALL) $(PACKAGES_COMPARE)
	@BUILD=$(BUILD) sh tests/compare-fop/run.sh

style:
	@clang-format -i $$(git ls-files '*.c' '*.h')

clean:
	@rm -rf $(BUILD)

.PHONY: all fonts run test test-pdfa test-web asan crash fuzz fuzz-targets regen bench compare-fop docbook style clean

# The schema is embedded by the assembler, which gcc -MMD does not see.
$(BUILD)/obj/store/store_schema.o: $(wildcard pipeline/store/*.sql)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
