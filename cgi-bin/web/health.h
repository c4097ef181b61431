#ifndef WEB_HEALTH_H
#define WEB_HEALTH_H

struct page;

/* GET /health, in every program's table. */
extern const struct page health_page;

#endif
