#ifndef STAFF_VISIT_PART_H
#define STAFF_VISIT_PART_H

#include <stdbool.h>
#include <stdint.h>

#include "base/zone.h"

struct req;
struct show;
struct sites;
struct slot;
struct tpl;
struct visit;

/* What the pages about visits share. Texts live in the request's arena. */

/* Dates and times as in a place: a visit's are always its site's. */
const struct show *visit_part_show(struct req *, const char *zone);
/* "Delgado, Rosa “Rosie”", "Delgado, R.", "104-882". */
const char *visit_part_name(struct req *, const struct visit *);
const char *visit_part_short(struct req *, const struct visit *);
const char *visit_part_mrn(struct req *, const struct visit *);
const char *visit_part_what(const struct visit *); /* "Follow-up" */
/* "09:15–09:45", and with the zone where the clinic has several. */
const char *visit_part_times(const struct show *, instant_t, instant_t);
/* part/tag.tpl at a marker. */
void visit_part_tag(struct tpl *, const char *marker, const struct visit *);
/* OVERBOOKED section, if it is. */
void visit_part_over(struct tpl *, const struct visit *);
/* "1.2.1795446000": provider, site and start, as a form carries them. */
const char *
visit_part_slot(struct req *, int64_t provider, int64_t site, instant_t start);
/* Sites in use; the caller's own or the first of them as *site when that
 * is 0 or not one of them. 0, or -1 (also when there is none). */
int visit_part_sites(struct req *, struct sites *, int64_t *site);

/* What follows one that is over: MAY_RECALL (PATIENT_ID OF), LATE_CANCEL,
 * EXCUSED (WHY), MAY_EXCUSE (OF). 0 or -1. */
int visit_part_after(struct req *, struct tpl *, const struct visit *);

/* The answer to an act that another hand or the visit's state forbids: 409
 * with what rq->err says and a way back to the visit; other errors as
 * req_err(). */
int visit_part_refused(struct req *, const struct visit *);

/* Choices of a select, "Any" first where 0 is an answer. */
int
visit_part_provider_options(struct req *, const char *field, const char *any);
int visit_part_site_options(struct req *, const char *field, const char *any);
int visit_part_type_options(struct req *, const char *field, const char *any);
/* Is it a type of visit of this clinic? */
bool visit_part_type_own(struct req *, int64_t type);

/* Where the way back from a move posts to (staff/visit_length_pages.c). */
const char *
visit_move_back(struct req *, const struct visit *old, int64_t moved_to);

#endif
