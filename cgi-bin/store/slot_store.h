#ifndef STORE_SLOT_STORE_H
#define STORE_SLOT_STORE_H

#include "domain/scope.h"
#include "domain/slot.h"

struct arena;
struct db;

/* For whom and where free times are looked for. Zero: any, none. */
struct slot_wish {
	day_t first, last;
	int64_t provider_id, site_id, patient_id;
	const char *language;	 /* of the provider; "" or NULL: any */
	const char *room_kind;	 /* "" or NULL: no room needed */
	int64_t except_visit;	 /* the one that is moved takes no time */
	bool windows_only;	 /* when they work, not what is taken */
	instant_t now;		 /* what is held then is taken; 0: nothing is */
	struct hold_whose whose; /* but for what they hold themselves */
};

/* All that slot_find() goes by; bounded by the days. 0 or -1. Closures and
 * exceptions are read too where only the calendar wants them. */
int slot_store_book(struct db *, struct arena *, const struct scope *,
	const struct slot_wish *, struct slot_book *out);

#endif
