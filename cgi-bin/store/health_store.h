#ifndef STORE_HEALTH_STORE_H
#define STORE_HEALTH_STORE_H

#include <stdint.h>

#include "base/zone.h"
#include "db/db.h"

struct arena;
struct scope;

/* How the database and its queues are. */
struct health {
	int64_t schema_version;
	const char *schema_name;
	instant_t schema_at;
	int64_t waiting;	 /* messages to be sent */
	instant_t waiting_since; /* due moment of the oldest of them */
	int64_t failed;		 /* messages that could not be sent */
	int64_t events;		 /* of the audit log, all clinics */
	struct db_facts server;	 /* none where the database is a file */
};

int health_store_get(struct db *, struct arena *, const struct scope *,
	instant_t now, struct health *out);

#endif
