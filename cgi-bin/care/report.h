#ifndef CARE_REPORT_H
#define CARE_REPORT_H

#include "domain/report.h"
#include "domain/scope.h"
#include "domain/visit_type.h"

struct arena;
struct db;

struct report_ask {
	enum report_measure measure;
	enum report_by by;
	struct report_period period;
	int64_t type; /* REPORT_THIRD but by type: which; 0: the most usual */
	day_t today;  /* REPORT_THIRD: looked for from here on */
	instant_t now;
};

/* A report, ready to be drawn: rows in the order they are shown. Nothing
 * of it names a patient. */
struct report {
	struct report_rows rows;
	struct report_row all;
	struct report_reasons reasons;
	struct report_leads leads;
	struct visit_type type; /* of REPORT_THIRD; id 0: there is none */
};

/* 0, or -1 the database failed. */
int care_report(struct db *, struct arena *, const struct scope *,
	const struct report_ask *, struct report *out);

#endif
