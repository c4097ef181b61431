/* One database and one clock for the cases of a file about acts. */
#include "lib/act.h"

#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"
#include "lib/tdb.h"
#include "lib/test.h"

struct arena *arena;
struct db *db;
struct err err;

int
act_open(const char *file)
{
	arena = arena_new();
	err_clear(&err);
	db = tdb_open(&err);
	if (!db || db_exec_file(db, file, &err))
		fail_msg("%s", err.text);
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	return 0;
}

int
act_close(void **state)
{
	(void)state;
	db_rollback(db);
	tdb_close(db);
	arena_free(arena);
	return 0;
}

struct act
act_at(const struct scope *sc, instant_t now)
{
	static const struct day_set no_holidays;
	const struct zone *zone = zone_find("America/New_York");

	err_clear(&err);
	return (struct act){
		.db = db,
		.arena = arena,
		.scope = sc,
		.holidays = &no_holidays,
		.actor = sc->patient_id ? "patient" : "staff",
		.now = now,
		.today = zone_local(zone, now).day,
		.zone = zone,
		.err = &err,
	};
}
