/*
 * What a page costs inside the program: from the request read to the reply
 * written, one process, warm, on the books that the configurations name.
 * Each case is run in turn with the others and each book in turn with the
 * others, round after round, so that a busy machine slows all alike; the
 * figure to look at is the ratio. A view waits for its audit row to reach
 * the disk: median_us has that wait in it, cpu_us, of this process alone,
 * has not. One case alone and few rounds is what callgrind wants. Bookings
 * and the full day stay in the book.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "bench/bench.h"
#include "db/db.h"
#include "domain/visit.h"
#include "store/provider_store.h"
#include "store/search_store.h"
#include "store/visit_store.h"

#define ROUNDS 101 /* at most; the median of as many as ran */
#define BOOKS 4
#define FULL_DAY 600	/* visits */
#define FULL_DAY_OF 30	/* providers */
#define FULL_DAY_IN 200 /* days from today */

struct bench_case {
	const char *name, *path, *query, *body;
	bool portal;
	const char *(*fresh)(struct bench *, int round); /* makes body */
	void (*by_hand)(struct bench *, struct reply *);
	double us[BOOKS][ROUNDS], cpu[BOOKS][ROUNDS];
	int statements;
	size_t bytes;
	bool ran;
};

/* ---- the floor -------------------------------------------------------- */

static void
put(struct buf *b, const char *s)
{
	for (size_t n; *s != '\0'; s += n) {
		n = strcspn(s, "&<>\"'");
		buf_add(b, s, n);
		if (s[n] != '\0')
			buf_addf(b, "&#%d;", s[n++]);
	}
}

/*
 * A list of fifty patients written by hand: the same statement and much the
 * same bytes as the page, no session, no rights, no audit, no template.
 */
static void
list_by_hand(struct bench *b, struct reply *reply)
{
	struct patient_lines list = {0};
	struct buf out = buf_new(b->keep);

	db_begin(b->web.db, DB_READ);
	if (search_store_newest(b->web.db, b->keep, &b->scope,
		    (instant_t)time(NULL), 50, &list) < 0 ||
		db_commit(b->web.db) < 0)
		bench_die("list by hand", db_error(b->web.db));
	buf_adds(&out, "<!doctype html><title>Patients</title><table>");
	for (size_t i = 0; i < list.n; i++) {
		const struct patient_line *p = &list.v[i];
		char born[DAY_TEXT_SIZE];

		day_print(p->birth, born);
		buf_addf(&out, "<tr><td><a href=\"/patients/%lld\">",
			(long long)p->id);
		put(&out, p->family);
		buf_adds(&out, ", ");
		put(&out, p->given);
		buf_addf(&out, "</a><td>%s<td>", born);
		put(&out, p->mrn);
		buf_adds(&out, "<td>");
		put(&out, p->phone);
		buf_addf(&out, "<td>%lld<td>%lld\n", (long long)p->next_visit,
			(long long)p->open_items);
	}
	*reply =
		(struct reply){.status = 200, .body = out.s, .body_len = out.n};
}

/* ---- a full day -------------------------------------------------------- */

static int64_t
the_site(struct bench *b)
{
	return bench_one(b, "SELECT min(id) FROM site WHERE active = 1");
}

/* Thirty providers who are there on the full day, and that day alone. */
static void
fill_providers(struct bench *b, day_t day, int64_t site, int64_t *ids)
{
	for (int i = 0; i < FULL_DAY_OF; i++) {
		struct provider p = {
			.name = arena_printf(b->keep, "Full Day %02d, MD", i),
			.short_name = "Dr. Day",
			.npi = "",
			.specialty = "",
			.languages = "en",
			.active = true,
		};
		struct template_row t = {
			.site_id = site,
			.weekday = day_weekday(day),
			.start_min = 8 * 60,
			.end_min = 18 * 60,
			.from = day,
			.to = day,
			.every_weeks = 1,
			.anchor = day,
		};

		ids[i] = provider_store_add(b->web.db, &b->scope, &p);
		t.provider_id = ids[i];
		provider_store_add_template(b->web.db, &b->scope, &t);
	}
}

/* Six hundred visits of ten minutes at one site, every provider in turn. */
static void
fill_day(struct bench *b)
{
	int64_t now = (int64_t)time(NULL), site = the_site(b);
	int64_t day = (now / 86400 + FULL_DAY_IN) * 86400;
	int64_t ids[FULL_DAY_OF];

	if (bench_one(b, "SELECT count(*) FROM provider"
			 " WHERE short_name = 'Dr. Day'") > 0)
		return; /* asked once more of the same copy */
	db_begin(b->web.db, DB_WRITE);
	fill_providers(b, (day_t)(day / 86400), site, ids);
	for (int i = 0; i < FULL_DAY; i++) {
		instant_t at = day + 14 * 3600 + i / FULL_DAY_OF * 600;
		struct visit v = {
			.patient_id = 1 + i,
			.provider_id = ids[i % FULL_DAY_OF],
			.site_id = site,
			.visit_type_id = b->type,
			.start = at,
			.end = at + 600,
			.busy_start = at,
			.busy_end = at + 600,
			.status = "booked",
			.mode = "in_person",
			.reason = "Follow-up of blood pressure",
			.note = "",
			.source = "staff",
			.overbook_reason = "",
			.asked = INSTANT_NONE,
			.confirmed = INSTANT_NONE,
			.arrived = INSTANT_NONE,
			.roomed = INSTANT_NONE,
			.with = INSTANT_NONE,
			.checkout = INSTANT_NONE,
			.done = INSTANT_NONE,
			.cancelled = INSTANT_NONE,
			.confirmed_by = "",
			.cancelled_by = "",
			.cancel_reason = "",
			.created = now,
			.updated = now,
			.created_by = b->scope.user_id,
			.updated_by = b->scope.user_id,
		};

		if (visit_store_add(b->web.db, &b->scope, &v, NULL) == 0)
			bench_die("full day", "a visit is refused");
	}
	if (db_commit(b->web.db) < 0)
		bench_die("full day", db_error(b->web.db));
}

static const char *
full_day_query(struct bench *b, struct arena *a)
{
	char day[DAY_TEXT_SIZE];

	day_print((day_t)(time(NULL) / 86400) + FULL_DAY_IN, day);
	return arena_printf(
		a, "view=day&date=%s&site=%lld", day, (long long)the_site(b));
}

static const char *
year_query(struct arena *a)
{
	char from[DAY_TEXT_SIZE], to[DAY_TEXT_SIZE];
	day_t today = (day_t)(time(NULL) / 86400);

	day_print(today - 365, from);
	day_print(today - 1, to);
	return arena_printf(a, "by=provider&from=%s&to=%s", from, to);
}

/* ---- rounds ------------------------------------------------------------ */

/* The first time the finder offers a patient, as the form sends it. */
static const char *
booking(struct bench *b, int round)
{
	long long patient = (long long)(b->bookers - round);
	const char *query = arena_printf(
		b->keep, "patient=%lld&type=%lld", patient, (long long)b->type);
	struct reply reply;
	const char *slot;

	bench_ask(b, false, "/appointments/new", query, NULL, &reply);
	if ((slot = strstr(reply.body, "slot=")) == NULL)
		bench_die("booking", "no free time is offered");
	return arena_printf(b->keep,
		"patient=%lld&type=%lld&mode=in_person&reason=Bench&%.*s",
		patient, (long long)b->type, (int)strcspn(slot, "&\""), slot);
}

static void
ask(struct bench *b, size_t book, struct bench_case *c, int round)
{
	const char *body = c->fresh ? c->fresh(b, round) : c->body;
	struct reply reply;
	double from, cpu;

	db_statements(b->web.db);
	cpu = bench_us(CLOCK_PROCESS_CPUTIME_ID);
	from = bench_us(CLOCK_MONOTONIC);
	if (c->by_hand != NULL)
		c->by_hand(b, &reply);
	else
		bench_ask(b, c->portal, c->path, c->query, body, &reply);
	c->us[book][round] = bench_us(CLOCK_MONOTONIC) - from;
	c->cpu[book][round] = bench_us(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	c->statements = db_statements(b->web.db);
	c->bytes = reply.body_len;
	c->ran = true;
	if (reply.status >= 400)
		bench_die(c->name, "the page was refused");
	arena_reset(b->keep);
}

static void
report(const struct bench *books, size_t k, const struct bench_case *v,
	size_t n, int rounds)
{
	for (size_t i = 0; i < n; i++)
		for (size_t e = 0; e < k && v[i].ran; e++) {
			/* The floor is the first; SQLite's is another
			 * engine's. */
			bool floor = e == 0;

			bench_row(&books[e],
				&(struct row){
					.name = v[i].name,
					.baseline = floor ? "list by hand"
							  : books[0].engine,
					.median = v[i].us[e][rounds / 2],
					.p99 = v[i].us[e][rounds * 99 / 100],
					.base = floor ? v[0].us[0][rounds / 2]
						      : v[i].us[0][rounds / 2],
					.cpu = v[i].cpu[e][rounds / 2],
					.per_s = -1,
					.errors = -1,
					.statements = v[i].statements,
					.bytes = (long)v[i].bytes,
				});
		}
}

/* The first request prepares statements and templates: it counts for none. */
static void
run(struct bench *books, size_t k, struct bench_case *v, size_t n, int rounds,
	const char *only)
{
	for (int round = -1; round < rounds; round++)
		for (size_t i = 0; i < n; i++)
			for (size_t e = 0; e < k; e++)
				if (only == NULL ||
					strcmp(only, v[i].name) == 0)
					ask(&books[e], e, &v[i],
						round < 0 ? 0 : round);
	for (size_t i = 0; i < n; i++)
		for (size_t e = 0; e < k; e++) {
			bench_sort(v[i].us[e], (size_t)rounds);
			bench_sort(v[i].cpu[e], (size_t)rounds);
		}
}

static void
clinic(struct bench *books, size_t k, int rounds, const char *only)
{
	struct arena *a = arena_new();
	struct bench *b = &books[0]; /* the others hold the same */
	const char *most =
		arena_printf(a, "/patients/%lld", (long long)b->chart);
	const char *newest =
		arena_printf(a, "/patients/%lld", (long long)b->bookers);
	const char *finder = arena_printf(a, "patient=%lld&type=%lld",
		(long long)b->chart, (long long)b->type);
	static struct bench_case cases[26];
	const struct bench_case list[] = {
		{.name = "list by hand", .by_hand = list_by_hand},
		{.name = "health", .path = "/health"},
		{.name = "patient list", .path = "/patients"},
		{.name = "search prefix", .path = "/search", .body = "q=smi"},
		{.name = "search pair", .path = "/search", .body = "q=mar+smi"},
		{.name = "search rare pair",
			.path = "/search",
			.body = "q=zo+qu"},
		{.name = "search typo", .path = "/search", .body = "q=smiht"},
		{.name = "search birth",
			.path = "/search",
			.body = "q=3%2F14%2F1961"},
		{.name = "search phone", .path = "/search", .body = "q=4471"},
		{.name = "today", .path = "/today"},
		{.name = "chart, most visits", .path = most},
		{.name = "chart, newest patient", .path = newest},
		{.name = "calendar day",
			.path = "/calendar",
			.query = "view=day"},
		{.name = "calendar day, 600 visits",
			.path = "/calendar",
			.query = full_day_query(b, a)},
		{.name = "calendar week",
			.path = "/calendar",
			.query = "view=week"},
		{.name = "follow-ups", .path = "/followups"},
		{.name = "insurance queue", .path = "/insurance"},
		{.name = "reports, a quarter", .path = "/reports"},
		{.name = "report, third next",
			.path = "/reports/third-next",
			.query = "by=type"},
		{.name = "report, no-shows of a year",
			.path = "/reports/no-shows",
			.query = year_query(a)},
		{.name = "slot finder",
			.path = "/appointments/new",
			.query = finder},
		{.name = "booking", .path = "/appointments", .fresh = booking},
		{.name = "portal home", .path = "/portal", .portal = true},
		{.name = "portal visits",
			.path = "/portal/visits",
			.portal = true},
	};
	size_t n = sizeof(list) / sizeof(list[0]);

	memcpy(cases, list, sizeof(list));
	run(books, k, cases, n, rounds, only);
	report(books, k, cases, n, rounds);
	arena_free(a);
}

static int
usage(void)
{
	fputs("usage: driver head\n"
	      "       driver pages ROUNDS CONFIG ...\n"
	      "       driver page CASE ROUNDS CONFIG\n"
	      "       driver sql CASE CONFIG\n"
	      "       driver memory CONFIG ...\n"
	      "       driver bookings CONFIG ...\n",
		stderr);
	return 2;
}

int
main(int argc, char **argv)
{
	static struct bench books[BOOKS];
	const char *what = argc > 1 ? argv[1] : "";
	bool one_case = strcmp(what, "page") == 0, sql = !strcmp(what, "sql");
	bool pages = one_case || sql || strcmp(what, "pages") == 0;
	int at = 2 + (one_case || sql) + (pages && !sql);
	long rounds =
		pages && !sql && argc > at ? strtol(argv[at - 1], NULL, 10) : 3;
	size_t k = argc > at ? (size_t)(argc - at) : 0;

	if (strcmp(what, "head") == 0) {
		bench_head();
		return 0;
	}
	if (k == 0 || k > BOOKS || rounds < 1 || rounds > ROUNDS)
		return usage();
	if (strcmp(what, "bookings") == 0) {
		bench_bookings((const char *const *)argv + at, k);
		return 0;
	}
	for (size_t i = 0; i < k; i++)
		bench_open(&books[i], argv[at + (int)i]);
	if (strcmp(what, "memory") == 0) {
		bench_memory(books, k);
		return 0;
	}
	if (!pages)
		return usage();
	for (size_t i = 0; i < k; i++) {
		fill_day(&books[i]);
		db_trace(books[i].web.db, sql);
	}
	clinic(books, k, (int)rounds, one_case || sql ? argv[2] : NULL);
	for (size_t i = 0; i < k; i++)
		bench_close(&books[i]);
	return 0;
}
