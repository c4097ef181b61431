/* What the parts of the bench share: a book, who asks, and how it is told. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "bench/bench.h"
#include "db/db.h"
#include "page/gate.h"
#include "portal/pages.h"
#include "staff/pages.h"
#include "store/session_store.h"
#include "tpl/tpl.h"
#include "web/assets.h"
#include "web/gate.h"

double
bench_us(clockid_t id)
{
	struct timespec ts;

	clock_gettime(id, &ts);
	return (double)ts.tv_sec * 1e6 + (double)ts.tv_nsec / 1e3;
}

void
bench_die(const char *what, const char *why)
{
	fprintf(stderr, "bench: %s: %s\n", what, why);
	exit(1);
}

int64_t
bench_one(struct bench *b, const char *sql)
{
	return db_one(db_prep_(b->web.db, sql, __FILE__, __LINE__), 0);
}

static void
sign_in(struct bench *b, enum session_kind kind, const struct gate *gate,
	int64_t holder, struct who *who)
{
	char token[TOKEN_SIZE], hash[TOKEN_HASH_SIZE];

	if (holder == 0)
		bench_die(gate->program, "nobody to log in");
	token_make(token);
	token_make(who->csrf);
	token_hash(token, hash);
	db_begin(b->web.db, DB_WRITE);
	session_store_add(b->web.db, kind, holder, hash, who->csrf,
		(instant_t)time(NULL), "127.0.0.1", "bench");
	if (db_commit(b->web.db) < 0)
		bench_die(gate->program, "no session");
	snprintf(
		who->cookie, sizeof(who->cookie), "%s=%s", gate->cookie, token);
}

static void
choose(struct bench *b)
{
	int64_t user = bench_one(b, "SELECT min(user_id) FROM user_role"
				    " WHERE role = 'coordinator'");

	b->chart = bench_one(b,
		"SELECT patient_id FROM appointment GROUP BY patient_id"
		" ORDER BY count(*) DESC, patient_id LIMIT 1");
	b->type =
		bench_one(b, "SELECT min(id) FROM visit_type WHERE active = 1");
	b->bookers = bench_one(b, "SELECT max(id) FROM patient");
	b->rows = bench_one(b, "SELECT count(*) FROM patient");
	b->scope = (struct scope){.clinic_id = 1,
		.user_id = user,
		.roles = 1u << ROLE_COORDINATOR};
	sign_in(b, SESSION_STAFF, &staff_gate, user, &b->staff);
	sign_in(b, SESSION_PORTAL, &portal_gate,
		bench_one(b, "SELECT min(id) FROM portal_account"
			     " WHERE disabled_at IS NULL"),
		&b->patient);
}

void
bench_open(struct bench *b, const char *config)
{
	struct err err = {0};

	token_start();
	if (conf_load(&b->conf, config, &err) < 0)
		bench_die(config, err.text);
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
		bench_die(config, err.text);
	if (db_check_version(b->web.db, b->conf.schema, &err))
		bench_die(config, err.text);
	b->engine = db_engine_name(b->web.db);
	b->portal = b->web;
	b->portal.pages = portal_pages;
	b->portal.gate = &portal_gate;
	b->portal.arena = arena_new();
	b->keep = arena_new();
	choose(b);
}

void
bench_close(struct bench *b)
{
	db_close(b->web.db);
	arena_free(b->web.arena);
	arena_free(b->portal.arena);
	arena_free(b->keep);
}

void
bench_ask(struct bench *b, bool portal, const char *path, const char *query,
	const char *body, struct reply *reply)
{
	const struct who *who = portal ? &b->patient : &b->staff;
	struct http_in in = {.method = "GET",
		.path = path,
		.query = query,
		.cookie = who->cookie,
		.host = "bench",
		.address = "127.0.0.1",
		.agent = "bench"};

	if (body != NULL) {
		in.method = "POST";
		in.body = arena_printf(b->keep, "csrf=%s&%s", who->csrf, body);
		in.body_len = strlen(in.body);
		in.content_type = "application/x-www-form-urlencoded";
		in.fetch_site = "same-origin";
	}
	web_dispatch(portal ? &b->portal : &b->web, &in, reply);
}

static int
less(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

void
bench_sort(double *v, size_t n)
{
	qsort(v, n, sizeof(*v), less);
}

void
bench_head(void)
{
	printf("name\tengine\trows\tmedian_us\tp99_us\tbaseline\tbaseline_us\t"
	       "ratio\tcpu_us\tper_s\terrors\tstatements\tbytes\n");
}

static void
number(double v, int digits)
{
	if (v < 0)
		printf("\t-");
	else
		printf("\t%.*f", digits, v);
}

void
bench_row(const struct bench *b, const struct row *r)
{
	printf("%s\t%s\t%lld", r->name, b->engine, (long long)b->rows);
	number(r->median, 0);
	number(r->p99, 0);
	printf("\t%s", r->baseline ? r->baseline : "-");
	number(r->base > 0 ? r->base : -1, 0);
	number(r->base > 0 ? r->median / r->base : -1, 2);
	number(r->cpu, 0);
	number(r->per_s, 0);
	number((double)r->errors, 0);
	number(r->statements, 0);
	number((double)r->bytes, 0);
	putchar('\n');
	fflush(stdout);
}
