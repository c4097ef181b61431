/* The state of the database for those above the store. */
#include "store/store.h"
#include "db/db.h"

int
store_err(struct db *db, struct err *err)
{
	return db_err(db, err);
}

int
store_try(struct db *db)
{
	return db_save(db);
}

int
store_keep(struct db *db)
{
	return db_save_keep(db);
}

int
store_back(struct db *db)
{
	return db_save_back(db);
}
