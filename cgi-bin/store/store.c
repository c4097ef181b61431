/* The state of the database for those above the store. */
#include "db/db.h"
#include "store/store.h"

int
store_err(struct db *db, struct err *err)
{
	return db_err(db, err);
}
