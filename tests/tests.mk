# The tests. A new one is two lines in its group, its file NAME.c:
#	check_PROGRAMS += %D%/unit/test_day
#	%C%_unit_test_day_LDADD = $(UNIT_TEST_LIBS)
# Each says what it does in TAP, which tests/lib/driver counts. One
# cmocka group a program: cmocka prints one plan a group.

UNIT_TEST_LIBS = $(PURE_LIBS) $(PURE_SYSLIBS) $(CMOCKA_LIBS)
STORE_TEST_LIBS = libtest.a $(STORE_LIBS) $(STORE_SYSLIBS) $(CMOCKA_LIBS)
PAGE_TEST_LIBS = libtest.a libadmin.a libstaff.a libportal.a libapi.a libworker.a \
	$(PAGE_LIBS) $(PAGE_SYSLIBS) $(CMOCKA_LIBS)

# What tests share: one line a file.
check_LIBRARIES += libtest.a
libtest_a_SOURCES =
libtest_a_SOURCES += %D%/lib/act.c
libtest_a_SOURCES += %D%/lib/act.h
libtest_a_SOURCES += %D%/lib/staff.c
libtest_a_SOURCES += %D%/lib/staff.h
libtest_a_SOURCES += %D%/lib/tdb.c
libtest_a_SOURCES += %D%/lib/tdb.h
libtest_a_SOURCES += %D%/lib/tweb.c
libtest_a_SOURCES += %D%/lib/tweb.h
libtest_a_SOURCES += %D%/lib/test.h

# unit: the pure rooms and base, nothing else
check_PROGRAMS += %D%/unit/test_csv
%C%_unit_test_csv_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_js
%C%_unit_test_js_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_ical_event
%C%_unit_test_ical_event_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_arena
%C%_unit_test_arena_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_conf
%C%_unit_test_conf_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_day
%C%_unit_test_day_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_show
%C%_unit_test_show_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_utf8
%C%_unit_test_utf8_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_zone
%C%_unit_test_zone_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_password
%C%_unit_test_password_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_role
%C%_unit_test_role_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_throttle
%C%_unit_test_throttle_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_series
%C%_unit_test_series_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_sequence
%C%_unit_test_sequence_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_prep
%C%_unit_test_prep_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_attend
%C%_unit_test_attend_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_slot
%C%_unit_test_slot_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_ready
%C%_unit_test_ready_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_visit
%C%_unit_test_visit_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_report
%C%_unit_test_report_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_recall
%C%_unit_test_recall_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_waitlist
%C%_unit_test_waitlist_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_flow
%C%_unit_test_flow_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_door
%C%_unit_test_door_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_jwt
%C%_unit_test_jwt_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_consent
%C%_unit_test_consent_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_item
%C%_unit_test_item_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_coverage
%C%_unit_test_coverage_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_portal
%C%_unit_test_portal_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_birth
%C%_unit_test_birth_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_name_key
%C%_unit_test_name_key_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/unit/test_search_key
%C%_unit_test_search_key_LDADD = $(UNIT_TEST_LIBS)

# fuzz: the corpus of each reader, replayed; "make fuzz" looks further
check_PROGRAMS += %D%/fuzz/fuzz_appointment_replay
%C%_fuzz_fuzz_appointment_replay_SOURCES = %D%/fuzz/fuzz_appointment.c \
	%D%/fuzz/fuzz.h %D%/fuzz/replay.c
%C%_fuzz_fuzz_appointment_replay_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/fuzz/fuzz_csv_replay
%C%_fuzz_fuzz_csv_replay_SOURCES = %D%/fuzz/fuzz_csv.c %D%/fuzz/fuzz.h \
	%D%/fuzz/replay.c
%C%_fuzz_fuzz_csv_replay_LDADD = $(UNIT_TEST_LIBS)
check_PROGRAMS += %D%/fuzz/fuzz_fhir_replay
%C%_fuzz_fuzz_fhir_replay_SOURCES = %D%/fuzz/fuzz_fhir.c %D%/fuzz/fuzz.h \
	%D%/fuzz/replay.c
%C%_fuzz_fuzz_fhir_replay_LDADD = $(UNIT_TEST_LIBS)
EXTRA_DIST += %D%/fuzz/appointment/cancel.json
EXTRA_DIST += %D%/fuzz/appointment/slot.json
EXTRA_DIST += %D%/fuzz/appointment/wrong.json
EXTRA_DIST += %D%/fuzz/csv/list.csv
EXTRA_DIST += %D%/fuzz/csv/mark.csv
EXTRA_DIST += %D%/fuzz/csv/quote.csv
EXTRA_DIST += %D%/fuzz/csv/semicolon.csv
EXTRA_DIST += %D%/fuzz/csv/tabs.csv
EXTRA_DIST += %D%/fuzz/fhir/clinical.json
EXTRA_DIST += %D%/fuzz/fhir/escapes.json
EXTRA_DIST += %D%/fuzz/fhir/money.json
EXTRA_DIST += %D%/fuzz/fhir/nested.json
EXTRA_DIST += %D%/fuzz/fhir/people.json
EXTRA_DIST += %D%/fuzz/fhir/plans.json
EXTRA_DIST += %D%/fuzz/fhir/wrong.json

# Each reader in turn, with clang's libFuzzer, FUZZ_SECONDS long.
FUZZ_SECONDS = 60
fuzz:
	@for n in appointment csv fhir; do \
		$(MKDIR_P) fuzz-$$n && \
		clang -g -O1 -std=c11 -fsanitize=fuzzer,address,undefined \
			$(DEFS) $(AM_CPPFLAGS) -o fuzz-$$n/fuzz \
			$(srcdir)/%D%/fuzz/fuzz_$$n.c \
			$(srcdir)/cgi-bin/codec/fhir/*.c \
			$(srcdir)/cgi-bin/codec/csv/*.c \
			$(srcdir)/cgi-bin/domain/*.c \
			$(srcdir)/cgi-bin/base/*.c $(PURE_SYSLIBS) && \
		fuzz-$$n/fuzz -max_total_time=$(FUZZ_SECONDS) -max_len=65536 \
			-timeout=5 -artifact_prefix=fuzz-$$n/ fuzz-$$n \
			$(srcdir)/%D%/fuzz/$$n || exit 1; \
	done
.PHONY: fuzz

# store: in-memory database
check_PROGRAMS += %D%/store/test_import
%C%_store_test_import_LDADD = $(STORE_TEST_LIBS)
check_PROGRAMS += %D%/store/test_import_fhir
%C%_store_test_import_fhir_SOURCES = %D%/store/test_import_fhir.c \
	%D%/store/import_map.h
%C%_store_test_import_fhir_LDADD = $(STORE_TEST_LIBS)
check_PROGRAMS += %D%/store/test_visits
%C%_store_test_visits_LDADD = $(STORE_TEST_LIBS)
check_PROGRAMS += %D%/store/test_waitlist
%C%_store_test_waitlist_LDADD = $(STORE_TEST_LIBS)
check_PROGRAMS += %D%/store/test_db
%C%_store_test_db_LDADD = $(STORE_TEST_LIBS)
if HAVE_POSTGRESQL
check_PROGRAMS += %D%/store/test_db_pg
%C%_store_test_db_pg_LDADD = $(STORE_TEST_LIBS)
endif
check_PROGRAMS += %D%/store/test_attend
%C%_store_test_attend_LDADD = $(STORE_TEST_LIBS)
check_PROGRAMS += %D%/store/test_nightly
%C%_store_test_nightly_LDADD = $(STORE_TEST_LIBS)
check_PROGRAMS += %D%/store/test_needs
%C%_store_test_needs_LDADD = $(STORE_TEST_LIBS)
check_PROGRAMS += %D%/store/test_portal_acts
%C%_store_test_portal_acts_LDADD = $(STORE_TEST_LIBS)
check_PROGRAMS += %D%/store/test_schema
%C%_store_test_schema_LDADD = $(STORE_TEST_LIBS)
check_PROGRAMS += %D%/store/test_auth
%C%_store_test_auth_LDADD = $(STORE_TEST_LIBS)
EXTRA_DIST += %D%/store/auth.sql
check_PROGRAMS += %D%/store/test_items
%C%_store_test_items_LDADD = $(STORE_TEST_LIBS)
check_PROGRAMS += %D%/store/test_coverages
%C%_store_test_coverages_LDADD = $(STORE_TEST_LIBS)
EXTRA_DIST += %D%/store/work.sql
check_PROGRAMS += %D%/store/test_patient_store
%C%_store_test_patient_store_LDADD = $(STORE_TEST_LIBS)
EXTRA_DIST += %D%/store/patients.sql

# page: requests in process, with the real dispatcher and templates
check_PROGRAMS += %D%/page/test_ctl
%C%_page_test_ctl_LDADD = $(PAGE_TEST_LIBS)
# With every statement in it, for sql-explain.
%C%_page_test_ctl_LDFLAGS = $(AM_LDFLAGS) \
	-Wl,--whole-archive,libstore.a,--no-whole-archive
check_PROGRAMS += %D%/page/test_copy
%C%_page_test_copy_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_schedule_pages
%C%_page_test_schedule_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_record_show
%C%_page_test_record_show_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_calendar_pages
%C%_page_test_calendar_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_visit_pages
%C%_page_test_visit_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_waitlist_pages
%C%_page_test_waitlist_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_portal_book
%C%_page_test_portal_book_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_door_pages
%C%_page_test_door_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_video_pages
%C%_page_test_video_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_portal_pages
%C%_page_test_portal_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_dispatch
%C%_page_test_dispatch_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_lost
%C%_page_test_lost_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_standby
%C%_page_test_standby_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_login
%C%_page_test_login_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_routes
%C%_page_test_routes_LDADD = $(PAGE_TEST_LIBS)
EXTRA_DIST += %D%/page/routes.txt
check_PROGRAMS += %D%/page/test_admin
%C%_page_test_admin_LDADD = $(PAGE_TEST_LIBS)
EXTRA_DIST += %D%/page/tamper.sql
check_PROGRAMS += %D%/page/test_chart_pages
%C%_page_test_chart_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_patient_pages
%C%_page_test_patient_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_record_pages
%C%_page_test_record_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_api
%C%_page_test_api_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_feeds
%C%_page_test_feeds_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_report_pages
%C%_page_test_report_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_recall_pages
%C%_page_test_recall_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_flow_pages
%C%_page_test_flow_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_item_pages
%C%_page_test_item_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_coverage_pages
%C%_page_test_coverage_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_series_pages
%C%_page_test_series_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_sequence_pages
%C%_page_test_sequence_pages_LDADD = $(PAGE_TEST_LIBS)
check_PROGRAMS += %D%/page/test_need_pages
%C%_page_test_need_pages_LDADD = $(PAGE_TEST_LIBS)

# server: what is a server's alone. "make check" builds them all the same.
SERVER_TESTS =
EXTRA_PROGRAMS =
SERVER_TESTS += %D%/page/test_crossing
%C%_page_test_crossing_LDADD = $(PAGE_TEST_LIBS)
EXTRA_DIST += %D%/page/dies.sql
SERVER_TESTS += %D%/page/test_rights
%C%_page_test_rights_LDADD = $(PAGE_TEST_LIBS)
EXTRA_PROGRAMS += $(SERVER_TESTS)
CLEANFILES += $(SERVER_TESTS)

# lint: each prints TAP lines and proves on a planted fault that it bites
LINT_TESTS =
LINT_TESTS += %D%/lint/assets.sh
LINT_TESTS += %D%/lint/attend.sh
LINT_TESTS += %D%/lint/banned.sh
LINT_TESTS += %D%/lint/citations.sh
LINT_TESTS += %D%/lint/functions.sh
LINT_TESTS += %D%/lint/layers.sh
LINT_TESTS += %D%/lint/markers.sh
LINT_TESTS += %D%/lint/pure.sh
LINT_TESTS += %D%/lint/routes.sh
LINT_TESTS += %D%/lint/settings.sh
LINT_TESTS += %D%/lint/shell.sh
LINT_TESTS += %D%/lint/units.sh
LINT_TESTS += %D%/lint/hardening.sh
LINT_TESTS += %D%/lint/nginx.sh
LINT_TESTS += %D%/lint/shipped.sh
LINT_TESTS += %D%/lint/sql.sh
LINT_TESTS += %D%/lint/templates.sh
LINT_TESTS += %D%/lint/words.sh
dist_check_SCRIPTS += $(LINT_TESTS)
EXTRA_DIST += %D%/lint/lib.sh

# http, browser: the real nginx and programs, on a clinic of their own
HTTP_TESTS =
HTTP_TESTS += %D%/http/test_access.mjs
HTTP_TESTS += %D%/http/test_feeds.mjs
HTTP_TESTS += %D%/http/test_parallel_booking.mjs
HTTP_TESTS += %D%/http/test_site.mjs
HTTP_TESTS += %D%/http/test_tls.mjs
# faults: what is left when something breaks in the middle
HTTP_TESTS += %D%/faults/test_full_disk.mjs
HTTP_TESTS += %D%/faults/test_killed.mjs
# It brings two servers of its own.
FAILOVER_TESTS = %D%/faults/test_failover.mjs
EXTRA_DIST += %D%/faults/book.mjs
BROWSER_TESTS =
BROWSER_TESTS += %D%/browser/test_keys.mjs
BROWSER_TESTS += %D%/browser/test_patient_day.mjs
BROWSER_TESTS += %D%/browser/test_calendar.mjs
BROWSER_TESTS += %D%/browser/test_days.mjs
BROWSER_TESTS += %D%/browser/test_door.mjs
BROWSER_TESTS += %D%/browser/test_flow.mjs
BROWSER_TESTS += %D%/browser/test_tour.mjs
EXTRA_DIST += %D%/lib/harness.mjs %D%/lib/browser.mjs
EXTRA_DIST += $(HTTP_TESTS) $(FAILOVER_TESTS) $(BROWSER_TESTS)

# Over HTTP on each engine: see tests/README.md.
check-http: all www
	@bad=0; $(MAKE) check-TESTS \
		TESTS='$(HTTP_TESTS) $(FAILOVER_TESTS)' || bad=1; \
	$(ON_SERVER) postgresql $(HTTP_TESTS) || bad=1; \
	$(ON_SERVER) pgbouncer $(HTTP_TESTS) || bad=1; exit $$bad
check-browser: all www
	$(MAKE) check-TESTS TESTS='$(BROWSER_TESTS)'
# The tests of store and page once more on PostgreSQL, then through a pooler.
check-pg: all $(check_LIBRARIES) $(check_PROGRAMS) $(SERVER_TESTS)
	@+bad=0; all='$(check_PROGRAMS) $(SERVER_TESTS)'; \
	$(ON_SERVER) postgresql $$all || bad=1; \
	$(ON_SERVER) pgbouncer $$all || bad=1; exit $$bad
.PHONY: check-http check-browser check-pg
ON_SERVER = MAKE='$(MAKE)' srcdir='$(srcdir)' \
	$(SHELL) $(srcdir)/%D%/lib/on-server

# bench: figures, never part of a check
EXTRA_PROGRAMS += %D%/bench/driver
%C%_bench_driver_SOURCES = %D%/bench/bench.c %D%/bench/bench.h \
	%D%/bench/driver.c %D%/bench/writers.c
%C%_bench_driver_LDADD = libstaff.a libportal.a $(PAGE_LIBS) $(PAGE_SYSLIBS)
CLEANFILES += %D%/bench/driver
EXTRA_DIST += %D%/bench/run.sh %D%/bench/login.mjs %D%/bench/load.mjs \
	%D%/bench/side.awk
EXTRA_DIST += %D%/browser/screenshots.mjs %D%/browser/shots
# The README's pictures, taken anew.
screenshots: all www
	node $(srcdir)/%D%/browser/screenshots.mjs $(srcdir)/%D%/browser/shots
.PHONY: screenshots

bench: all www %D%/bench/driver
	$(SHELL) $(srcdir)/%D%/bench/run.sh
.PHONY: bench

TESTS = $(check_PROGRAMS) $(LINT_TESTS)
EXTRA_DIST += %D%/README.md %D%/data %D%/RULES.md %D%/lib/driver %D%/lib/count %D%/lib/lsan.supp \
	%D%/lib/on-server %D%/lib/pg \
	%D%/lib/lay-site

LOG_DRIVER = $(SHELL) $(srcdir)/%D%/lib/driver
SH_LOG_DRIVER = $(LOG_DRIVER)
# on-server gives the second ending to what it runs again.
TEST_EXTENSIONS = .sh .mjs .again
AGAIN_LOG_DRIVER = $(LOG_DRIVER)
MJS_LOG_DRIVER = $(LOG_DRIVER)
MJS_LOG_COMPILER = node
SH_LOG_COMPILER = $(SHELL)
AM_TESTS_ENVIRONMENT = \
	srcdir='$(srcdir)'; export srcdir; \
	builddir='$(builddir)'; export builddir; \
	CMOCKA_MESSAGE_OUTPUT=TAP; export CMOCKA_MESSAGE_OUTPUT; \
	CC='$(CC)'; export CC; \
	LSAN_OPTIONS='suppressions=$(abs_srcdir)/%D%/lib/lsan.supp:print_suppressions=0'; \
	export LSAN_OPTIONS; \
	TZ=UTC; export TZ; LC_ALL=C.UTF-8; export LC_ALL;

# After the tests, in the same make: how many ran. None is a failure.
check-local: check-TESTS $(SERVER_TESTS)
	@$(SHELL) $(srcdir)/%D%/lib/count $(TEST_LOGS:.log=.trs)
