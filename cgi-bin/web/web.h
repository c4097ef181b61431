#ifndef WEB_WEB_H
#define WEB_WEB_H

#include "web/req.h"

struct assets;
struct conf;
struct db_right;
struct gate;
struct langs;
struct tpl;

/* What a request arrives with, before anything is believed. */
struct http_in {
	const char *method, *path, *query, *content_type, *body;
	size_t body_len;
	const char *cookie, *origin, *fetch_site, *host, *address, *agent;
	const char *htmx;
	const char *authorization, *if_none_match;
};

/* One program: its pages and who guards them. */
struct web {
	const struct page *const *pages; /* ends with NULL */
	const struct gate *gate;
	const struct conf *conf;
	struct db *db;	    /* NULL while no server answers: web/link.h */
	struct db *standby; /* where lists may be read; NULL: not open */
	long tried, standby_tried;     /* seconds, when opening one failed */
	const struct db_right *rights; /* of the program; NULL: all */
	struct arena *arena;
	instant_t now;		   /* 0: the clock; tests set it */
	const char *host;	   /* the Host we answer to; "" any (tests) */
	struct assets *assets;	   /* NULL: plain names */
	const struct langs *langs; /* NULL: English only */
	struct tpl *last; /* the page sent last; web_dispatch() frees it */
};

/* What makes a program out of pages: see web_main(). */
struct program {
	const char *name; /* "handrail-staff" */
	const struct page *const *pages;
	const struct gate *gate;
	const struct db_right *rights; /* the tables it may touch */
	const char *(*host)(const struct conf *);
};

/* Refuse to start on a page that says too little. BUG() names it. */
void web_check(const struct page *const *pages);
/* Answer one request. The reply lives in the arena until the next one. */
void web_dispatch(struct web *, const struct http_in *, struct reply *);
/* FastCGI on descriptor 0 until conf->requests_per_worker are answered. */
int web_serve(struct web *);
/* Everything main() does: --config FILE, --routes, --get PATH, or serve. */
int web_main(int argc, char **argv, const struct program *);
/* The route table as tab-separated lines. */
void web_print_routes(const char *program, const struct page *const *pages);

#endif
