/* What the main() of each page program does. */
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/err.h"
#include "base/log.h"
#include "base/token.h"
#include "db/db.h"
#include "tpl/tpl.h"
#include "web/assets.h"
#include "web/gate.h"
#include "web/langs.h"
#include "web/link.h"
#include "web/web.h"

struct options_given {
	const char *config, *get;
	bool routes;
};

static int
usage(const struct program *p)
{
	fprintf(stderr,
		"usage: %s --config FILE [--get PATH]\n"
		"       %s --routes\n"
		"Without --get it serves FastCGI on descriptor 0.\n",
		p->name, p->name);
	return 2;
}

static int
read_options(int argc, char **argv, struct options_given *o)
{
	for (int i = 1; i < argc; i++) {
		bool more = i + 1 < argc;

		if (strcmp(argv[i], "--routes") == 0)
			o->routes = true;
		else if (strcmp(argv[i], "--config") == 0 && more)
			o->config = argv[++i];
		else if (strcmp(argv[i], "--get") == 0 && more)
			o->get = argv[++i];
		else
			return -1;
	}
	return o->routes || o->config != NULL ? 0 : -1;
}

/* No core files and no other process of the user looking in: memory holds
 * what patients told us. */
static void
close_memory(void)
{
	struct rlimit none = {0, 0};

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_DUMPABLE, 0);
}

static int
get_once(struct web *w, const char *target)
{
	char path[512];
	struct http_in in = {.method = "GET", .path = path, .host = w->host};
	struct reply reply;
	size_t n = strcspn(target, "?");

	snprintf(path, sizeof(path), "%.*s", (int)n, target);
	in.query = target[n] == '?' ? target + n + 1 : "";
	web_dispatch(w, &in, &reply);
	printf("Status: %d\n\n", reply.status);
	fwrite(reply.body, 1, reply.body_len, stdout);
	return reply.status < 400 ? 0 : 1;
}

/* Without a server the program starts all the same: it tells everybody so,
 * and looks for it at each request. Any other fault is the operator's. */
static int
connect_first(struct web *w, struct err *err)
{
	if (web_connect(w, err) == 0)
		return 0;
	if (err->kind != ERR_BUSY)
		return -1;
	log_error("database: %s", err->text);
	return 0;
}

int
web_main(int argc, char **argv, const struct program *p)
{
	struct options_given o = {0};
	struct conf conf;
	struct err err = {0};
	struct langs langs = {.n = 0};
	struct web w = {.pages = p->pages,
		.gate = p->gate,
		.conf = &conf,
		.rights = p->rights};
	int rc = 1;

	log_program(p->name);
	web_check(p->pages);
	if (read_options(argc, argv, &o) < 0)
		return usage(p);
	if (o.routes) {
		web_print_routes(p->gate->program, p->pages);
		return 0;
	}
	close_memory();
	token_start();
	if (conf_load(&conf, o.config, &err) < 0) {
		log_error("%s: %s", o.config, err.text);
		return 1;
	}
	w.arena = arena_new();
	w.host = p->host(&conf);
	w.langs = &langs;
	w.assets = assets_load(conf.static_map, &err);
	if (w.assets == NULL || connect_first(&w, &err) < 0 ||
		tpl_start(conf.templates) < 0 ||
		langs_load(&langs,
			arena_printf(w.arena, "%s/po", conf.templates),
			&err) < 0) {
		log_error("cannot start: %s", err.text);
	} else {
		rc = o.get != NULL ? get_once(&w, o.get) : web_serve(&w);
	}
	tpl_free(w.last);
	web_disconnect(&w);
	assets_free(w.assets);
	langs_free(&langs);
	arena_free(w.arena);
	conf_release(&conf);
	return rc;
}
