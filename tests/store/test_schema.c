/* The shipped migrations go in, and their invariants hold, when empty. */
#include "base/err.h"
#include "db/db.h"
#include "lib/tdb.h"
#include "lib/test.h"

static void
the_schema_is_applied_and_its_invariants_hold(void **state)
{
	struct err err = {0};
	struct db *db = tdb_open(&err);

	(void)state;
	if (!db || db_check_version(db, SRCDIR "/schema", &err) ||
		db_check_invariants(db, SRCDIR "/schema", &err) ||
		db_quick_check(db, &err))
		fail_msg("%s", err.text);
	tdb_close(db);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_schema_is_applied_and_its_invariants_hold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
