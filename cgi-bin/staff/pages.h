#ifndef STAFF_PAGES_H
#define STAFF_PAGES_H

struct page;

/* Every address the staff program answers: routes.c is the map. */
extern const struct page *const staff_pages[];


#endif
