#ifndef CARE_FEED_H
#define CARE_FEED_H

#include "care/act.h"
#include "codec/ical/event.h"
#include "domain/visit.h"
#include "store/feed_store.h"

/*
 * Visits in people's own calendars: a secret link that is read again and
 * again, and one visit as a file. Rules: tests/RULES.md, "Calendar feeds".
 */

/* A new link for whose of f is set; the one before opens nothing any more.
 * The token is shown once and not kept. 0 or -1. */
int care_feed_make(struct act *, const struct feed *f, const char **token);
/* 1 stopped, 0 there was none, -1. */
int care_feed_stop(struct act *, int64_t provider, int64_t patient);

/* "https://clinic.example/path": what is opened from outside. */
const char *care_feed_url(struct arena *, const char *host, const char *path);

/*
 * UID, SEQUENCE, DTSTAMP, times, zone and status of a visit; the words are
 * the caller's. The UID is the same however often the visit is moved, and
 * SEQUENCE grows with each change. host: who gives the name (RFC 7986, 5.3).
 * 0 or -1.
 */
int care_feed_event(struct db *, struct arena *, const struct scope *,
	const char *host, const struct visit *, struct ical_event *out);

#endif
