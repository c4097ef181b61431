/* The state of the database for those above the store. */
#include "store/store.h"
#include "db/db.h"

int
store_err(struct db *db, struct err *err)
{
	return db_err(db, err);
}
