/* Requests in process; see tweb.h. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/rights.h"
#include "base/arena.h"
#include "base/conf.h"
#include "base/err.h"
#include "base/token.h"
#include "db/db.h"
#include "db/db_engine.h"
#include "lib/tdb.h"
#include "lib/tweb.h"
#include "portal/rights.h"
#include "staff/rights.h"
#include "store/session_store.h"
#include "tpl/tpl.h"
#include "web/gate.h"
#include "web/langs.h"
#include "web/web.h"

struct tweb {
	struct web web;
	struct conf conf;
	struct langs langs;
	struct reply reply;
	struct arena *arena;
	char schema[1024], cookie[512], csrf[TOKEN_HASH_SIZE], once[TOKEN_SIZE];
	char address[64];
	char bearer_text[80];
	const char *bearer, *known;
	bool same_once, htmx;
	struct db *kept; /* while the database is away */
};

static void
must(bool good, const char *what, const struct err *err)
{
	if (good)
		return;
	fprintf(stderr, "tweb: %s: %s\n", what, err->text);
	abort();
}

static void
load(struct tweb *w, const char *file)
{
	char path[1024];
	struct err err = {0};

	snprintf(path, sizeof(path), "%s/tests/data/%s", SRCDIR, file);
	must(db_exec_file(w->web.db, path, &err) == 0, file, &err);
}

static char portal_at[] = "portal.test";
static char staff_at[] = "staff.test";
static char api_at[] = "api.test"; /* as struct conf owns it */
static char nothing[] = "";

static void
grant(struct tweb *w)
{
	struct db *db = w->web.db;

	if (db_begin(db, DB_WRITE) < 0 ||
		db_grant(db, "handrail_staff", staff_rights) != 0 ||
		db_grant(db, "handrail_portal", portal_rights) != 0 ||
		db_grant(db, "handrail_api", api_rights) != 0 ||
		db_commit(db) < 0)
		abort();
}

struct tweb *
tweb_open(const struct page *const *pages, const struct gate *gate,
	const char *more)
{
	struct tweb *w = calloc(1, sizeof(*w));
	struct err err = {0};

	if (w == NULL)
		abort();
	token_start();
	snprintf(w->schema, sizeof(w->schema), "%s/schema", SRCDIR);
	w->conf = (struct conf){.portal_host = portal_at,
		.staff_host = staff_at,
		.api_host = api_at,
		.schema = w->schema,
		.video_base_url = nothing,
		.video_app_id = nothing,
		.video_secret_file = nothing,
		.hash_memory_kib = 64,
		.hash_passes = 1,
		.hash_lanes = 1,
		.hash_at_once = 2,
		.session_idle_min = 15,
		.session_max_h = 12};
	tweb_address(w, "127.0.0.1");
	w->arena = arena_new();
	w->web = (struct web){.pages = pages,
		.gate = gate,
		.conf = &w->conf,
		.arena = arena_new(),
		.host = "",
		.langs = &w->langs};
	w->web.db = tdb_open(&err);
	must(w->web.db != NULL, "database", &err);
	grant(w);
	load(w, "clinic.sql");
	if (more != NULL)
		load(w, more);
	must(tpl_start(SRCDIR "/templates") == 0, "templates", &err);
	must(langs_load(&w->langs, SRCDIR "/templates/po", &err) == 0, "po",
		&err);
	tweb_now(w, "2026-11-23T15:00:00Z");
	web_check(pages);
	return w;
}

void
tweb_close(struct tweb *w)
{
	tpl_free(w->web.last);
	tpl_stop();
	langs_free(&w->langs);
	tdb_close(w->web.db);
	arena_free(w->web.arena);
	arena_free(w->arena);
	free(w);
}

/* Requests have the rights of the program, and the test all of them; on a
 * server they are its user's. A gate of a test's own is a staff program's. */
static const struct {
	const char *program;
	const struct db_right *rights;
	const char *become;
} programs[] = {
	{"portal", portal_rights, "SET ROLE handrail_portal"},
	{"api", api_rights, "SET ROLE handrail_api"},
	{"staff", staff_rights, "SET ROLE handrail_staff"},
};

static size_t
program_of(const struct tweb *w)
{
	size_t i = 0;

	while (i < 2 && strcmp(w->web.gate->program, programs[i].program) != 0)
		i++;
	return i;
}

/* A pooler would hand the user to others. */
static void
become(struct tweb *w, bool program)
{
	struct db *db = w->web.db;

	if (db == NULL)
		return;
	db_restrict(db, program ? programs[program_of(w)].rights : NULL);
	if (!tdb_on_server() || tdb_pooled() || db_in_txn(db) ||
		db_error(db) != NULL)
		return;
	if (db->engine->run(db, program ? programs[program_of(w)].become
					: "RESET ROLE") < 0)
		db_rollback(db);
}

static int64_t
holder(struct tweb *w, const char *login)
{
	struct db_stmt *q =
		strcmp(w->web.gate->program, "portal") == 0
			? db_prep(w->web.db, "SELECT id FROM portal_account "
					     "WHERE login = :login")
			: db_prep(w->web.db, "SELECT id FROM app_user WHERE "
					     "login = :login");

	db_bind_text(q, ":login", login);
	return db_one(q, 0);
}

void
tweb_sign_in(struct tweb *w, const char *login)
{
	char token[TOKEN_SIZE], hash[TOKEN_HASH_SIZE];
	enum session_kind kind = strcmp(w->web.gate->program, "portal") == 0
					 ? SESSION_PORTAL
					 : SESSION_STAFF;
	int64_t who, id;

	w->cookie[0] = '\0';
	if (login == NULL)
		return;
	who = holder(w, login);
	token_make(token);
	token_make(w->csrf);
	token_hash(token, hash);
	db_begin(w->web.db, DB_WRITE);
	id = session_store_add(w->web.db, kind, who, hash, w->csrf, w->web.now,
		"127.0.0.1", "tweb");
	if (who == 0 || id == 0 || db_commit(w->web.db) < 0) {
		fprintf(stderr, "tweb: nobody is called %s\n", login);
		abort();
	}
	snprintf(w->cookie, sizeof(w->cookie), "%s=%s", w->web.gate->cookie,
		token);
}

void
tweb_now(struct tweb *w, const char *iso)
{
	if (!instant_parse(iso, NULL, &w->web.now))
		abort();
}

static const struct reply *
ask(struct tweb *w, struct http_in *in, const char *target)
{
	char path[2048];
	size_t n = strcspn(target, "?");

	snprintf(path, sizeof(path), "%.*s", (int)n, target);
	in->path = path;
	in->query = target[n] == '?' ? target + n + 1 : "";
	in->cookie = w->cookie;
	in->host = "localhost:8080";
	in->address = w->address;
	in->agent = "tweb";
	in->htmx = w->htmx ? "true" : NULL;
	in->authorization = w->bearer;
	in->if_none_match = w->known;
	become(w, true);
	web_dispatch(&w->web, in, &w->reply);
	become(w, false);
	return &w->reply;
}

const struct reply *
tweb_get(struct tweb *w, const char *target)
{
	struct http_in in = {.method = "GET"};

	return ask(w, &in, target);
}

void
tweb_known(struct tweb *w, const char *etag)
{
	w->known = etag;
}

void
tweb_bearer(struct tweb *w, const char *token)
{
	snprintf(w->bearer_text, sizeof(w->bearer_text), "Bearer %s",
		token != NULL ? token : "");
	w->bearer = token != NULL ? w->bearer_text : NULL;
}

const struct reply *
tweb_send(struct tweb *w, const char *method, const char *target,
	const char *type, const char *body)
{
	struct http_in in = {.method = method,
		.body = body,
		.body_len = strlen(body),
		.content_type = type};

	return ask(w, &in, target);
}

const struct reply *
tweb_post_raw(struct tweb *w, const char *target, const char *body,
	const char *type, const char *origin, const char *fetch_site)
{
	struct http_in in = {.method = "POST",
		.body = body,
		.body_len = strlen(body),
		.content_type = type,
		.origin = origin,
		.fetch_site = fetch_site};

	return ask(w, &in, target);
}

const struct reply *
tweb_post(struct tweb *w, const char *target, const char *body)
{
	size_t size = strlen(body) + 256;
	char *all = malloc(size);
	const struct reply *r;

	if (all == NULL)
		abort();
	if (!w->same_once)
		token_make(w->once);
	w->same_once = false;
	snprintf(all, size, "csrf=%s&once=%s%s%s", w->csrf, w->once,
		body[0] ? "&" : "", body);
	r = tweb_post_raw(w, target, all, "application/x-www-form-urlencoded",
		"http://localhost:8080", "same-origin");
	free(all);
	return r;
}

void
tweb_same_once(struct tweb *w)
{
	w->same_once = true;
}

void
tweb_htmx(struct tweb *w, bool on)
{
	w->htmx = on;
}

const char *
tweb_header(const struct reply *r, const char *name)
{
	for (size_t i = 0; i < r->headers.n; i++)
		if (strcmp(r->headers.v[i].name, name) == 0)
			return r->headers.v[i].value;
	return NULL;
}

const char *
tweb_location(const struct reply *r)
{
	return tweb_header(r, "Location");
}

const char *
tweb_csrf(struct tweb *w)
{
	return w->csrf;
}

void
tweb_cookie(struct tweb *w, const char *cookie, const char *csrf)
{
	/* What is given may be what is there. */
	if (cookie != w->cookie)
		snprintf(w->cookie, sizeof(w->cookie), "%s", cookie);
	if (csrf != w->csrf)
		snprintf(w->csrf, sizeof(w->csrf), "%s", csrf);
}

const char *
tweb_cookie_sent(const struct tweb *w)
{
	return w->cookie;
}

void
tweb_address(struct tweb *w, const char *address)
{
	snprintf(w->address, sizeof(w->address), "%s", address);
}

struct conf *
tweb_conf(struct tweb *w)
{
	return &w->conf;
}

void
tweb_away(struct tweb *w, bool away)
{
	static char nowhere[] = "postgresql:///handrail?host=/nonexistent";

	if (away) {
		w->kept = w->web.db;
		w->conf.database = nowhere;
		w->web.tried = 0;
	}
	w->web.db = away ? NULL : w->kept;
}

void
tweb_standby(struct tweb *w, struct db *db)
{
	static char nowhere[] = "postgresql:///handrail?host=/nonexistent";

	w->conf.database_read = nowhere;
	w->web.standby = db;
	w->web.standby_tried = 0;
}

struct db *
tweb_db(struct tweb *w)
{
	return w->web.db;
}

struct arena *
tweb_arena(struct tweb *w)
{
	return w->arena;
}

long long
tweb_sql_(struct tweb *w, const char *sql)
{
	long long v;

	db_begin(w->web.db, DB_WRITE);
	v = db_one(db_prep_(w->web.db, sql, __FILE__, __LINE__), -1);
	if (db_commit(w->web.db) == 0)
		return v;
	fprintf(stderr, "tweb: %s: %s\n", sql, db_error(w->web.db));
	abort();
}
