/*
 * What a page costs inside the program: from the request read to the reply
 * written, one process, warm, on the book that a configuration names. Each
 * case is run in turn with the others, round after round, so that a busy
 * machine slows all alike; the figure to look at is the ratio to the
 * baseline (the dispatcher answering /health), not the time.
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
#include "staff/pages.h"
#include "store/session_store.h"
#include "tpl/tpl.h"
#include "web/assets.h"
#include "web/gate.h"
#include "web/langs.h"
#include "web/web.h"

#define ROUNDS 101

struct bench_case {
	const char *name, *path, *query, *body;
	double us[ROUNDS];
	int status, statements;
	size_t bytes;
};

struct bench {
	struct conf conf;
	struct web web;
	struct langs langs;
	char cookie[128], csrf[TOKEN_SIZE];
};

static double
now_us(void)
{
	struct timespec ts;

	clock_gettime(CLOCK_MONOTONIC, &ts);
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
sign_in(struct bench *b)
{
	char token[TOKEN_SIZE], hash[TOKEN_HASH_SIZE];
	int64_t user = one(b, "SELECT min(user_id) FROM user_role"
			      " WHERE role = 'coordinator'");

	token_make(token);
	token_make(b->csrf);
	token_hash(token, hash);
	db_begin(b->web.db, DB_WRITE);
	session_store_add(b->web.db, SESSION_STAFF, user, hash, b->csrf,
		(instant_t)time(NULL), "127.0.0.1", "bench");
	if (user == 0 || db_commit(b->web.db) < 0)
		die("session", "no coordinator");
	snprintf(b->cookie, sizeof(b->cookie), "%s=%s", staff_gate.cookie,
		token);
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
	sign_in(b);
}

static void
ask(struct bench *b, struct bench_case *c, int round)
{
	char body[512];
	struct reply reply;
	struct http_in in = {.method = "GET",
		.path = c->path,
		.query = c->query,
		.cookie = b->cookie,
		.host = "bench",
		.address = "127.0.0.1",
		.agent = "bench"};
	double from;

	if (c->body != NULL) {
		snprintf(body, sizeof(body), "csrf=%s&%s", b->csrf, c->body);
		in.method = "POST";
		in.body = body;
		in.body_len = strlen(body);
		in.content_type = "application/x-www-form-urlencoded";
		in.fetch_site = "same-origin";
	}
	db_statements(b->web.db);
	from = now_us();
	web_dispatch(&b->web, &in, &reply);
	c->us[round] = now_us() - from;
	c->statements = db_statements(b->web.db);
	c->status = reply.status;
	c->bytes = reply.body_len;
}

static int
less(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static const char *
chart_path(struct arena *a, int64_t id)
{
	return arena_printf(a, "/patients/%lld", (long long)id);
}

static void
report(const struct bench_case *v, size_t n, int64_t rows, FILE *out)
{
	double base = v[0].us[ROUNDS / 2];

	fprintf(out, "name\tengine\trows\tmedian_us\tp99_us\tbaseline_us\t"
		     "ratio\tstatements\tbytes\tstatus\n");
	for (size_t i = 0; i < n; i++)
		fprintf(out,
			"%s\tsqlite\t%lld\t%.0f\t%.0f\t%.0f\t%.1f\t%d\t%zu"
			"\t%d\n",
			v[i].name, (long long)rows, v[i].us[ROUNDS / 2],
			v[i].us[ROUNDS * 99 / 100], base,
			v[i].us[ROUNDS / 2] / base, v[i].statements, v[i].bytes,
			v[i].status);
}

int
main(int argc, char **argv)
{
	static struct bench b;
	int64_t chart, visitor;
	struct arena *keep = arena_new();

	if (argc != 2) {
		fprintf(stderr, "usage: driver CONFIG\n");
		return 2;
	}
	start(&b, argv[1]);
	chart = one(&b, "SELECT patient_id FROM appointment"
			" GROUP BY patient_id"
			" ORDER BY count(*) DESC, patient_id LIMIT 1");
	visitor = one(&b, "SELECT max(id) FROM patient");
	struct bench_case cases[] = {
		{.name = "health (baseline)", .path = "/health"},
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
		{.name = "chart, most visits", .path = chart_path(keep, chart)},
		{.name = "chart, newest patient",
			.path = chart_path(keep, visitor)},
		{.name = "calendar day",
			.path = "/calendar",
			.query = "view=day"},
		{.name = "calendar week",
			.path = "/calendar",
			.query = "view=week"},
		{.name = "follow-ups", .path = "/followups"},
		{.name = "insurance queue", .path = "/insurance"},
	};
	size_t n = sizeof(cases) / sizeof(cases[0]);

	for (int round = 0; round < ROUNDS; round++)
		for (size_t i = 0; i < n; i++)
			ask(&b, &cases[i], round);
	for (size_t i = 0; i < n; i++)
		qsort(cases[i].us, ROUNDS, sizeof(double), less);
	report(cases, n, one(&b, "SELECT count(*) FROM patient"), stdout);
	arena_free(keep);
	return 0;
}
