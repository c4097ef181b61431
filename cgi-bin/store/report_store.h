#ifndef STORE_REPORT_STORE_H
#define STORE_REPORT_STORE_H

#include "domain/report.h"
#include "domain/scope.h"

struct arena;
struct db;

/*
 * Counts over the visits of one time zone's sites that start in a stretch
 * of time; nobody's name is read. Keys are those of domain/report.h: 0
 * where a visit has no provider or type. What is found is added to what is
 * there. 0 or -1.
 */
struct report_scan {
	enum report_by by;
	const char *zone; /* IANA */
	struct report_stretch stretch;
	instant_t now;
};

int report_store_outcomes(struct db *, struct arena *, const struct scope *,
	const struct report_scan *, struct report_rows *);
/* Minutes taken and seen, of providers and sites that are active now. */
int report_store_minutes(struct db *, struct arena *, const struct scope *,
	const struct report_scan *, struct report_rows *);
int report_store_leads(struct db *, struct arena *, const struct scope *,
	const struct report_scan *, struct report_leads *);
int report_store_reasons(struct db *, struct arena *, const struct scope *,
	const struct report_scan *, struct report_reasons *);

/* The zones of the clinic's sites, each once. */
struct report_zones {
	const char **v;
	size_t n, cap;
};
int report_store_zones(struct db *, struct arena *, const struct scope *,
	struct report_zones *);
/* What providers, sites or types are called. */
struct report_name {
	int64_t id;
	const char *name;
	bool active;
};
struct report_names {
	struct report_name *v; /* by name */
	size_t n, cap;
};
int report_store_names(struct db *, struct arena *, const struct scope *,
	enum report_by, struct report_names *);

#endif
