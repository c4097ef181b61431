#ifndef STORE_VIDEO_STORE_H
#define STORE_VIDEO_STORE_H

#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"
#include "domain/scope.h"

struct arena;
struct db;

/* The room of a visit by video, and what its patient said on the way in. */
struct video {
	int64_t visit_id;
	const char *room;
	instant_t waiting;   /* pressed join; or INSTANT_NONE */
	const char *state;   /* where they are: "NY"; "" not said yet */
	const char *address; /* there */
	const char *emergency, *callback; /* telephone numbers */
};

struct videos {
	struct video *v;
	size_t n, cap;
};

/* A visit has one room for its life; a second one is not made. */
int video_store_add(struct db *, const struct scope *, int64_t visit,
	const char *room, instant_t now);
/* 1, 0 it has none, -1. */
int video_store_get(struct db *, struct arena *, const struct scope *,
	int64_t visit, struct video *out);
/* Of a site's visits that start in [from, to). */
int video_store_list(struct db *, struct arena *, const struct scope *,
	int64_t site, instant_t from, instant_t to, struct videos *out);
/* Where the patient is now; since when they wait is kept from the first
 * time on. */
int video_store_join(
	struct db *, const struct scope *, const struct video *, instant_t now);

#endif
