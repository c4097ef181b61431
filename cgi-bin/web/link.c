/* The connections of a page program: made, and made again. */
#include <time.h>

#include "base/conf.h"
#include "base/err.h"
#include "base/log.h"
#include "db/db.h"
#include "web/gate.h"
#include "web/link.h"
#include "web/web.h"

#define PRIMARY_AGAIN_S 1
#define STANDBY_AGAIN_S 5

/* Since the machine was started: clocks are set, this one is not. */
static long
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (long)t.tv_sec;
}

static struct db *
open_at(struct web *w, const char *url, bool standby, struct err *err)
{
	const struct db_how how = {.program = w->gate->program,
		.pooler = conf_pooled(w->conf),
		.standby = standby};
	struct db *db = db_open_with(url, &how, err);

	if (db == NULL)
		return NULL;
	if (db_check_version(db, w->conf->schema, err) < 0) {
		if (db_state(db) == DB_LOST)
			err->kind = ERR_BUSY;
		db_close(db);
		return NULL;
	}
	if (w->rights != NULL)
		db_restrict(db, w->rights);
	return db;
}

int
web_connect(struct web *w, struct err *err)
{
	w->db = open_at(w, w->conf->database, false, err);
	w->tried = seconds();
	return w->db != NULL ? 0 : -1;
}

struct db *
web_primary(struct web *w)
{
	struct err err = {0};

	if (w->db != NULL || seconds() - w->tried < PRIMARY_AGAIN_S)
		return w->db;
	if (web_connect(w, &err) < 0)
		log_error("database: %s", err.text);
	else
		log_info("database: reached");
	return w->db;
}

struct db *
web_standby(struct web *w)
{
	struct err err = {0};

	if (w->conf->database_read == NULL || w->conf->database_read[0] == '\0')
		return NULL;
	if (w->standby_tried != 0 &&
		seconds() - w->standby_tried < STANDBY_AGAIN_S)
		return NULL;
	w->standby_tried = 0;
	if (w->standby == NULL)
		w->standby = open_at(w, w->conf->database_read, true, &err);
	if (w->standby != NULL)
		return w->standby;
	log_error("database_read: %s", err.text);
	w->standby_tried = seconds();
	return NULL;
}

void
web_standby_failed(struct web *w)
{
	log_error("database_read: %s", db_error(w->standby));
	/* One statement given up there says nothing about the next. */
	if (db_state(w->standby) == DB_LOST)
		w->standby_tried = seconds();
}

void
web_disconnect(struct web *w)
{
	db_close(w->standby);
	db_close(w->db);
	w->db = w->standby = NULL;
}
