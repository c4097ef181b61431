#ifndef STORE_KIOSK_STORE_H
#define STORE_KIOSK_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"
#include "domain/scope.h"

struct arena;
struct db;

/* A device that checks patients in. */
struct kiosk {
	int64_t id, clinic_id, site_id;
	const char *name;
	const char *zone; /* IANA, the site's */
	instant_t made, setup_until, started, seen, ended;
	int64_t visit_id; /* 0: nobody stands there */
	instant_t visit_until;
};

struct kiosks {
	struct kiosk *v;
	size_t n, cap;
};

int kiosk_store_list(struct db *, struct arena *, const struct scope *,
	int64_t site, struct kiosks *out);
int64_t kiosk_store_add(struct db *, const struct scope *, int64_t site,
	const char *name, const char *setup_hash, instant_t now,
	instant_t until);
/* 1 ended, 0 no such kiosk in use at this site, -1. */
int kiosk_store_end(struct db *, const struct scope *, int64_t site, int64_t id,
	instant_t now);

/* By a device that is not logged in, of whichever clinic: 1, 0, -1. */
int kiosk_store_by_setup(struct db *, struct arena *, const char *hash,
	instant_t now, struct kiosk *out);
int kiosk_store_by_token(struct db *, struct arena *, const char *hash,
	instant_t since, struct kiosk *out);
/* The code is used up, the device has a token. 1, 0 used meanwhile, -1. */
int kiosk_store_start(struct db *, const struct scope *, int64_t id,
	const char *token_hash, instant_t now);
/* Who stands there, until when; visit 0: nobody. */
int kiosk_store_visit(struct db *, const struct scope *, int64_t id,
	int64_t visit, instant_t until, instant_t now);

#endif
