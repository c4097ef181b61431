#ifndef LIB_TWEB_H
#define LIB_TWEB_H

#include <stdbool.h>

#include "web/req.h"

struct conf;
struct gate;
struct tweb;

/*
 * A browser without a network: requests go straight to the dispatcher, with
 * the real templates and a database in memory that was made by the real
 * migrations and tests/data/clinic.sql (the clinic, people and patients in
 * it are listed at its top), under the rights of the program. Time is set,
 * never slept.
 */
struct tweb *tweb_open(
	const struct page *const *pages, const struct gate *, const char *more);
void tweb_close(struct tweb *);

/* A session for this login (portal: account login); NULL logs out. */
void tweb_sign_in(struct tweb *, const char *login);
/* "2026-11-23T14:00:00Z"; the default is 2026-11-23T15:00:00Z, Monday
 * 10:00 in New York. */
void tweb_now(struct tweb *, const char *iso);

/* The reply lives until the next request. The path may hold a ?query. */
const struct reply *tweb_get(struct tweb *, const char *target);
/* body: "a=b&c=d"; csrf and a fresh once key are added. */
const struct reply *
tweb_post(struct tweb *, const char *target, const char *body);
/* With this bearer token from now on (NULL: none). */
void tweb_bearer(struct tweb *, const char *token);
/* This ETag is known already (NULL: none); it must live on. */
void tweb_known(struct tweb *, const char *etag);
/* A body of that type by POST or PUT, without any form token. */
const struct reply *tweb_send(struct tweb *, const char *method,
	const char *target, const char *type, const char *body);
/* Exactly this body, and these header values (NULL: none). */
const struct reply *
tweb_post_raw(struct tweb *, const char *target, const char *body,
	const char *type, const char *origin, const char *fetch_site);
/* The same once key for the next tweb_post() as for the last. */
void tweb_same_once(struct tweb *);
void tweb_htmx(struct tweb *, bool on);

const char *tweb_header(const struct reply *, const char *name); /* or NULL */
const char *tweb_location(const struct reply *);
const char *tweb_csrf(struct tweb *);
/* The Cookie header and the form token of the next requests, as a browser
 * got them; what is sent now; and from where. */
void tweb_cookie(struct tweb *, const char *cookie, const char *csrf);
const char *tweb_cookie_sent(const struct tweb *);
void tweb_address(struct tweb *, const char *);
struct conf *tweb_conf(struct tweb *); /* may be changed between requests */
struct db *tweb_db(struct tweb *);
/* Requests find no database, until it is back. */
void tweb_away(struct tweb *, bool away);
/* Lists may be read here; NULL: a standby that does not answer. */
void tweb_standby(struct tweb *, struct db *);
struct arena *tweb_arena(struct tweb *); /* not the request's */
/* One integer from the database. SQL is fixed text, as everywhere. */
long long tweb_sql_(struct tweb *, const char *sql);
#define tweb_sql(w, sql) tweb_sql_((w), "" sql "")

#endif
