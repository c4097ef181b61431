#ifndef WEB_ASSETS_H
#define WEB_ASSETS_H

struct arena;
struct err;

/* The files the browser loads and the hashed names they are served under. */
struct assets;

/* map_file: lines "name TAB hashed name"; "" for plain names. */
struct assets *assets_load(const char *map_file, struct err *);
void assets_free(struct assets *);
/* "/static/css/app.1a2b3c4d.css" for "css/app.css". assets may be NULL. */
const char *assets_url(const struct assets *, struct arena *, const char *name);

#endif
