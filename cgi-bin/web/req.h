#ifndef WEB_REQ_H
#define WEB_REQ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/err.h"
#include "base/show.h"
#include "base/zone.h"
#include "domain/audit.h"
#include "domain/role.h"
#include "domain/scope.h"
#include "web/form.h"

struct arena;
struct assets;
struct clinic;
struct langs;
struct words;
struct conf;
struct db;
struct form_state;
struct gate;
struct reply;
struct req;
struct tpl;

/* What the page does to the database; the dispatcher opens and ends it. */
enum txn {
	TXN_UNSET,
	TXN_NONE,
	TXN_READ, /* cannot write */
	TXN_WRITE,
};

/* How a request that changes something proves that it is meant. */
enum csrf {
	CSRF_SESSION,  /* the default: token of the session, and Origin */
	CSRF_PRELOGIN, /* token of the pre-session cookie, and Origin */
	CSRF_ORIGIN,   /* Origin only: the path itself holds a secret */
};

/*
 * One page: how it is reached, who may, and what runs. It stands under its
 * handler; routes.c lists them all. Zero means refuse: a program does not
 * start with an unset permission, transaction, audit event or, for a POST,
 * body limit.
 */
struct page {
	const char *method;
	const char *path; /* ":patient" is a type: loaded before run */
	enum perm perm;
	enum txn txn;
	enum audit_event audit;
	enum csrf csrf;
	size_t body_max;	      /* bytes; required for POST */
	const struct form *form;      /* POST: what is taken */
	const char *takes;	      /* the media type of a body that is no
				       * form: run reads rq->body itself */
	const struct form *query;     /* GET: what may stand behind the ? */
	int (*prepare)(struct req *); /* slow work outside transactions */
	int (*run)(struct req *);     /* returns an HTTP status */
	int (*again)(struct req *);   /* draw the form with its errors */
	bool poll;	   /* asked for by a timer: keeps no session alive */
	bool standby;	   /* a list or report: may be read from a standby */
	const char *about; /* one line: what it is for */
};

/* The objects a path may name, filled by the gate before run. The types
 * belong to domain; web only carries them. */
struct objects {
	const struct patient *patient;
	const struct visit *visit;
	const struct item *item;
	const struct coverage *coverage;
	const struct user *user_row;
	const struct site *site;
	const struct provider *provider;
	const struct room *room;
	const struct visit_type *visit_type;
	const struct record *record;
	const struct recall *recall;
	const struct wait_entry *entry;
	const struct wait_offer *offer;
	const struct seq_plan *plan;
	int64_t id;	  /* a parameter that is only a number, ":n" */
	const char *text; /* ":name": letters, digits, - and _ */
};

struct user_info {
	int64_t id; /* app_user or portal_account */
	const char *login, *name, *initials;
	const char *theme, *density, *lang;
	bool shortcuts;
	bool must_change; /* only /me/password until done */
	int64_t site_id;
};

struct session_info {
	int64_t id;
	const char *csrf;
	const char *token; /* as in the cookie; for keys, never shown */
	instant_t created_at, seen_at, stepped_at;
	int64_t writes; /* how often it changed something */
	const char *flash, *flash_undo;
};

/*
 * Everything a handler may look at. There are no globals: two requests
 * with the same struct req and database give the same reply.
 */
struct req {
	const struct page *page;
	const struct page *const *pages; /* of this program */
	const struct gate *gate;
	const struct conf *conf;
	struct arena *arena;
	struct db *db;
	struct reply *reply;
	struct err err;

	/* who */
	const struct user_info *user; /* NULL: nobody is logged in */
	struct session_info *session;
	struct scope *scope;
	/* when and where */
	instant_t now;
	day_t today;
	const struct zone *zone; /* the clinic's */
	const struct day_set *holidays;
	struct show *show;
	const struct clinic *clinic; /* never NULL once .open has run */
	const struct words *words;
	const char *lang;
	const struct langs *langs;
	const struct assets *assets;

	/* what was asked */
	const char *method, *path, *query; /* query is raw: use query_*() */
	const char *body;
	size_t body_len;
	const char *content_type;
	const char *cookie, *origin, *fetch_site, *host, *address, *agent;
	const char *authorization;
	const char *if_none_match; /* the ETag that is known; or NULL */
	bool htmx;		   /* answer with the fragment only */
	struct objects o;
	struct form_state *form, *q;
	void *prepared; /* what .prepare found out */

	/* what is answered */
	struct tpl *root; /* the layout; freed by the dispatcher */
	struct tpl *tpl;  /* the page in it */
	char ref[12];	  /* reference number of this request */
	const char *flash, *flash_undo; /* to tell on the next page */
	bool flash_shown; /* the session's own was drawn on this one */
	/* what is audited, beside page->audit */
	int64_t audit_patient;
	const char *audit_type;
	int64_t audit_id;
	const char *audit_detail, *audit_reason;
	struct {
		int64_t *v;
		size_t n, cap;
	} audit_shown;
	/* work that outlives a refusal: throttle counters, denials */
	struct {
		int (**v)(struct req *);
		size_t n, cap;
	} keep;
};

struct header {
	const char *name, *value;
};

struct reply {
	int status;
	const char *type; /* Content-Type */
	const char *body;
	size_t body_len;
	struct {
		struct header *v;
		size_t n, cap;
	} headers;
};

/* Translate (portal); English in staff pages. */
const char *
tr(const struct req *, const char *text) __attribute__((format_arg(2)));

/* Start a page inside the program's layout, or alone (print, fragment). */
struct tpl *req_tpl(struct req *, const char *file);
struct tpl *req_tpl_in(struct req *, const char *layout, const char *file);
void req_title(struct req *, const char *);

/* Answer: each returns the status for the handler to return. */
int req_html(struct req *);	  /* 200 */
int req_form_again(struct req *); /* 422: the page with its errors */
int req_html_status(struct req *, int status);
int req_redirect(struct req *, const char *, ...) /* 303, internal paths */
	__attribute__((format(printf, 2, 3)));
int req_fail(struct req *, enum err_kind, const char *, ...)
	__attribute__((format(printf, 3, 4)));
int req_err(struct req *);    /* as rq->err says */
int req_db_err(struct req *); /* as the database says */
int req_body(struct req *, const char *type, const char *body, size_t n);
void req_header(struct req *, const char *name, const char *value);
void req_cookie(struct req *, const char *name, const char *value);
/* Told once, on the next page; undo_path may be NULL. */
void req_flash(struct req *, const char *undo_path, const char *, ...)
	__attribute__((format(printf, 3, 4)));

/* For the audit row of this request. */
void req_about(struct req *, const char *object_type, int64_t id);
void req_about_patient(struct req *, int64_t patient_id);
void req_shown(struct req *, int64_t patient_id); /* a list showed this one */
void
req_note(struct req *, const char *, ...) __attribute__((format(printf, 2, 3)));
/* Run this in a write transaction of its own even when the request fails. */
void req_keep(struct req *, int (*)(struct req *));

/* Use this language from now on; false if there is no catalogue for it. */
bool req_language(struct req *, const char *lang);
const char *req_asset(const struct req *, const char *name);

bool req_posts(const struct req *); /* POST, or PUT: it may change */
bool req_may(const struct req *, enum perm);
/* Is this path one of the program's own pages, to GET? For "back to". */
bool req_known_path(const struct req *, const char *path);

#endif
