#ifndef API_API_H
#define API_API_H

#include "care/act.h"

struct gate;
struct page;
struct req;

#define API_TYPE "application/fhir+json"

extern const struct gate api_gate;
extern const struct page *const api_pages[];

extern const struct page metadata_page;		/* metadata_pages.c */
extern const struct page slot_search_page;	/* slot_pages.c */
extern const struct page appointment_read_page; /* appointment_pages.c */
extern const struct page appointment_create_page;
extern const struct page appointment_update_page;

extern const struct page feed_page; /* feed_pages.c */

/* The request is about this clinic from now on. 0 or -1. */
int api_use_clinic(struct req *, int64_t id);
/* For the acts of care/, done for the person the key acts for. */
struct act api_act(struct req *);
/* The reply; returns status. */
int api_json(struct req *, int status, const char *json);

#endif
