/*
 * What a page costs inside the program: from the request read to the reply
 * written, one process, warm, on the book that a configuration names. Each
 * case is run in turn with the others, round after round, so that a busy
 * machine slows all alike; the figure to look at is the ratio to the
 * baseline (the dispatcher answering /health) in processor time, for a view
 * waits for its audit row to reach the disk, and the disk has others to
 * serve: median_us has that wait in it, cpu_us has not. One case alone
 * and few rounds is what callgrind wants. Bookings stay in the book.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/err.h"
#include "base/token.h"
#include "db/db.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "staff/pages.h"
#include "store/session_store.h"
#include "tpl/tpl.h"
#include "web/assets.h"
#include "web/gate.h"
#include "web/langs.h"
#include "web/web.h"

#define ROUNDS 101 /* at most; the median of as many as ran */

struct bench;

struct bench_case {
	const char *name, *path, *query, *body;
	bool portal;
	const char *(*fresh)(struct bench *, int round); /* makes body */
	double us[ROUNDS], cpu[ROUNDS];
	int status, statements;
	size_t bytes;
};

struct bench {
	struct conf conf;
	struct web web, portal;
	struct langs langs;
	struct arena *keep; /* until the round's request is answered */
	struct who {
		char cookie[128], csrf[TOKEN_SIZE];
	} staff, patient;
	int64_t chart, type, bookers;
};

static double
now_us(clockid_t id)
{
	struct timespec ts;

	clock_gettime(id, &ts);
	return (double)ts.tv_sec * 1e6 + (double)ts.tv_nsec / 1e3;
}

static void
die(const char *what, const char *why)
{
	fprintf(stderr, "bench: %s: %s\n", what, why);
	exit(1);
}

static int64_t
one(struct bench *b, const char *sql)
{
	return db_one(db_prep_(b->web.db, sql, __FILE__, __LINE__), 0);
}

static void
sign_in(struct bench *b, enum session_kind kind, const struct gate *gate,
	int64_t holder, struct who *who)
{
	char token[TOKEN_SIZE], hash[TOKEN_HASH_SIZE];

	if (holder == 0)
		die(gate->program, "nobody to log in");
	token_make(token);
	token_make(who->csrf);
	token_hash(token, hash);
	db_begin(b->web.db, DB_WRITE);
	session_store_add(b->web.db, kind, holder, hash, who->csrf,
		(instant_t)time(NULL), "127.0.0.1", "bench");
	if (db_commit(b->web.db) < 0)
		die(gate->program, "no session");
	snprintf(
		who->cookie, sizeof(who->cookie), "%s=%s", gate->cookie, token);
}

/* The patient with most visits, and what the bookings are for. */
static void
choose(struct bench *b)
{
	b->chart = one(b, "SELECT patient_id FROM appointment"
			  " GROUP BY patient_id"
			  " ORDER BY count(*) DESC, patient_id LIMIT 1");
	b->type = one(b, "SELECT min(id) FROM visit_type WHERE active = 1");
	b->bookers = one(b, "SELECT max(id) FROM patient");
	sign_in(b, SESSION_STAFF, &staff_gate,
		one(b, "SELECT min(user_id) FROM user_role"
		       " WHERE role = 'coordinator'"),
		&b->staff);
	sign_in(b, SESSION_PORTAL, &portal_gate,
		one(b, "SELECT min(id) FROM portal_account"
		       " WHERE disabled_at IS NULL"),
		&b->patient);
}

static void
start(struct bench *b, const char *config)
{
	struct err err = {0};

	token_start();
	if (conf_load(&b->conf, config, &err) < 0)
		die(config, err.text);
	b->web = (struct web){.pages = staff_pages,
		.gate = &staff_gate,
		.conf = &b->conf,
		.arena = arena_new(),
		.host = "",
		.langs = &b->langs};
	b->web.db = db_open(b->conf.database, &err);
	b->web.assets = assets_load(b->conf.static_map, &err);
	if (b->web.db == NULL || b->web.assets == NULL ||
		tpl_start(b->conf.templates) < 0)
		die("start", err.text);
	b->portal = b->web;
	b->portal.pages = portal_pages;
	b->portal.gate = &portal_gate;
	b->portal.arena = arena_new();
	b->keep = arena_new();
	choose(b);
}

static struct http_in
request(const char *path, const char *query, const char *cookie)
{
	return (struct http_in){.method = "GET",
		.path = path,
		.query = query,
		.cookie = cookie,
		.host = "bench",
		.address = "127.0.0.1",
		.agent = "bench"};
}

/* The first time the finder offers a patient, as the form sends it. */
static const char *
booking(struct bench *b, int round)
{
	long long patient = (long long)(b->bookers - round);
	struct http_in in = request("/appointments/new",
		arena_printf(b->keep, "patient=%lld&type=%lld", patient,
			(long long)b->type),
		b->staff.cookie);
	struct reply reply;
	const char *slot;

	web_dispatch(&b->web, &in, &reply);
	if ((slot = strstr(reply.body, "slot=")) == NULL)
		die("booking", "no free time is offered");
	return arena_printf(b->keep,
		"patient=%lld&type=%lld&mode=in_person&reason=Bench&%.*s",
		patient, (long long)b->type, (int)strcspn(slot, "&\""), slot);
}

static void
ask(struct bench *b, struct bench_case *c, int round)
{
	const struct who *who = c->portal ? &b->patient : &b->staff;
	const char *body = c->fresh ? c->fresh(b, round) : c->body;
	struct http_in in = request(c->path, c->query, who->cookie);
	struct reply reply;
	double from, cpu;

	if (body != NULL) {
		in.method = "POST";
		in.body = arena_printf(b->keep, "csrf=%s&%s", who->csrf, body);
		in.body_len = strlen(in.body);
		in.content_type = "application/x-www-form-urlencoded";
		in.fetch_site = "same-origin";
	}
	db_statements(b->web.db);
	cpu = now_us(CLOCK_PROCESS_CPUTIME_ID);
	from = now_us(CLOCK_MONOTONIC);
	web_dispatch(c->portal ? &b->portal : &b->web, &in, &reply);
	c->us[round] = now_us(CLOCK_MONOTONIC) - from;
	c->cpu[round] = now_us(CLOCK_PROCESS_CPUTIME_ID) - cpu;
	c->statements = db_statements(b->web.db);
	c->status = reply.status;
	c->bytes = reply.body_len;
	if (reply.status >= 400)
		die(c->name, "the page was refused");
	arena_reset(b->keep);
}

static int
less(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static void
report(const struct bench_case *v, size_t n, int rounds, int64_t rows)
{
	double base = v[0].cpu[rounds / 2];

	printf("name\tengine\trows\tmedian_us\tp99_us\tcpu_us\t"
	       "baseline_cpu_us\tratio\tstatements\tbytes\tstatus\n");
	for (size_t i = 0; i < n; i++)
		if (v[i].status != 0)
			printf("%s\tsqlite\t%lld\t%.0f\t%.0f\t%.0f\t%.0f\t"
			       "%.1f\t%d\t%zu\t%d\n",
				v[i].name, (long long)rows, v[i].us[rounds / 2],
				v[i].us[rounds * 99 / 100],
				v[i].cpu[rounds / 2], base,
				base > 0 ? v[i].cpu[rounds / 2] / base : 0,
				v[i].statements, v[i].bytes, v[i].status);
}

/* The first request prepares statements and templates: it counts for none. */
static void
run(struct bench *b, struct bench_case *v, size_t n, int rounds,
	const char *only)
{
	for (int round = -1; round < rounds; round++)
		for (size_t i = 0; i < n; i++)
			if (only == NULL || strcmp(only, v[i].name) == 0)
				ask(b, &v[i], round < 0 ? 0 : round);
	for (size_t i = 0; i < n; i++) {
		qsort(v[i].us, (size_t)rounds, sizeof(double), less);
		qsort(v[i].cpu, (size_t)rounds, sizeof(double), less);
	}
}

static void
clinic(struct bench *b, int rounds, const char *only)
{
	struct arena *a = arena_new();
	const char *most =
		arena_printf(a, "/patients/%lld", (long long)b->chart);
	const char *newest =
		arena_printf(a, "/patients/%lld", (long long)b->bookers);
	const char *finder = arena_printf(a, "patient=%lld&type=%lld",
		(long long)b->chart, (long long)b->type);
	struct bench_case cases[] = {
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
		{.name = "calendar week",
			.path = "/calendar",
			.query = "view=week"},
		{.name = "follow-ups", .path = "/followups"},
		{.name = "insurance queue", .path = "/insurance"},
		{.name = "slot finder",
			.path = "/appointments/new",
			.query = finder},
		{.name = "booking", .path = "/appointments", .fresh = booking},
		{.name = "portal home", .path = "/portal", .portal = true},
		{.name = "portal visits",
			.path = "/portal/visits",
			.portal = true},
	};
	size_t n = sizeof(cases) / sizeof(cases[0]);

	run(b, cases, n, rounds, only);
	report(cases, n, rounds, one(b, "SELECT count(*) FROM patient"));
	arena_free(a);
}

int
main(int argc, char **argv)
{
	static struct bench b;
	long rounds = argc > 2 ? strtol(argv[2], NULL, 10) : ROUNDS;

	if (argc < 2 || argc > 5 || rounds < 1 || rounds > ROUNDS) {
		fprintf(stderr, "usage: driver CONFIG [ROUNDS [CASE [sql]]]\n");
		return 2;
	}
	start(&b, argv[1]);
	db_trace(b.web.db, argc > 4);
	clinic(&b, (int)rounds, argc > 3 ? argv[3] : NULL);
	return 0;
}
