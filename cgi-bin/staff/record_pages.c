/*
 * A patient's imported records: the overview, the list of a kind, the
 * values of one code. SQL: store/record_store.c. One record whole is in
 * staff/record_show.c.
 */
#include <string.h>

#include "base/arena.h"
#include "domain/patient.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "staff/patient_part.h"
#include "staff/record_rows.h"
#include "store/record_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define PAGE_ROWS 50
#define OVERVIEW_ROWS 8
#define VALUES_MAX 500

static const char *
own_url(struct req *rq, const char *tail)
{
	return arena_printf(rq->arena, "/patients/%lld/records%s",
		(long long)rq->o.patient->id, tail);
}

static int64_t
count_of(const struct record_counts *counts, const char *type)
{
	int64_t n = 0;

	for (size_t i = 0; i < counts->n; i++)
		if (!*type || strcmp(counts->v[i].type, type) == 0)
			n += counts->v[i].n;
	return n;
}

static void
kind_link(struct req *rq, struct tpl *t, const char *url, const char *label,
	int64_t n, bool current)
{
	struct tpl *row = tpl_row(t, "TYPE");

	tpl_text(row, "URL", url);
	tpl_text(row, "LABEL", label);
	tpl_show_if(row, "CURRENT", current);
	if (n > 0)
		tpl_text(tpl_row(row, "COUNT"), "N", show_count(rq->show, n));
}

static void
kinds(struct req *rq, struct tpl *t, const struct record_counts *counts,
	const char *type)
{
	kind_link(rq, t, own_url(rq, ""), "Overview", 0, type == NULL);
	kind_link(rq, t, own_url(rq, "?type=all"), "All", count_of(counts, ""),
		type != NULL && !*type);
	for (size_t i = 0; i < counts->n; i++)
		kind_link(rq, t,
			own_url(rq, arena_printf(rq->arena, "?type=%s",
					    counts->v[i].type)),
			record_type_label(counts->v[i].type), counts->v[i].n,
			type && strcmp(type, counts->v[i].type) == 0);
}

/* ---- overview ---- */

static struct tpl *
section(struct req *rq, struct tpl *t, const char *title, const char *type,
	int64_t all, size_t shown)
{
	struct tpl *s = tpl_row(t, "SECTION"), *more;

	tpl_text(s, "ANCHOR", type);
	tpl_text(s, "TITLE", title);
	if (all > (int64_t)shown) {
		more = tpl_row(s, "ALL");
		tpl_text(more, "URL",
			own_url(rq, arena_printf(rq->arena, "?type=%s", type)));
		tpl_text(more, "N", show_count(rq->show, all));
	}
	return s;
}

static int
draw_clinical(struct req *rq, struct tpl *t, const struct record_counts *n)
{
	int64_t id = rq->o.patient->id;
	struct allergies allergies = {0};
	struct problems problems = {0};
	struct medications medications = {0};
	struct observations values = {0};
	struct tpl *s;

	if (record_store_allergies(
		    rq->db, rq->arena, rq->scope, id, &allergies) ||
		record_store_problems(
			rq->db, rq->arena, rq->scope, id, &problems) ||
		record_store_medications(
			rq->db, rq->arena, rq->scope, id, &medications) ||
		record_store_latest(
			rq->db, rq->arena, rq->scope, id, "", &values))
		return -1;
	s = section(rq, t, "Allergies", "AllergyIntolerance", 0, 0);
	if (record_rows_allergies(rq, s, "TABLE", &allergies) == 0)
		tpl_text(tpl_row(s, "NONE"), "TEXT",
			"No allergy was imported. Ask before you rely on it.");
	s = section(rq, t, "Problems", "Condition", 0, 0);
	if (record_rows_problems(rq, s, "TABLE", &problems) == 0)
		tpl_text(tpl_row(s, "NONE"), "TEXT", "Not recorded");
	s = section(rq, t, "Medications", "MedicationRequest", 0, 0);
	if (record_rows_medications(rq, s, "TABLE", &medications) == 0)
		tpl_text(tpl_row(s, "NONE"), "TEXT", "Not recorded");
	s = section(rq, t, "Latest measurements", "Observation",
		count_of(n, "Observation"), values.n);
	if (record_rows_observations(rq, s, "TABLE", &values, id) == 0)
		tpl_text(tpl_row(s, "NONE"), "TEXT", "Not recorded");
	return 0;
}

static int
draw_events(struct req *rq, struct tpl *t, const struct record_counts *n)
{
	static const struct {
		const char *type, *title;
	} kinds_shown[] = {
		{"Encounter", "Encounters"},
		{"Procedure", "Procedures"},
		{"Immunization", "Immunizations"},
		{"DiagnosticReport", "Reports"},
		{"CarePlan", "Care plans"},
		{"CareTeam", "Care teams"},
		{"Goal", "Goals"},
		{"Appointment", "Appointments elsewhere"},
		{"Claim", "Claims"},
		{"ExplanationOfBenefit", "Explanations of benefits"},
	};

	for (size_t i = 0; i < sizeof(kinds_shown) / sizeof(kinds_shown[0]);
		i++) {
		const char *type = kinds_shown[i].type;
		struct record_events list = {0};
		int64_t all = count_of(n, type);

		if (all == 0)
			continue;
		if (record_store_events(rq->db, rq->arena, rq->scope,
			    rq->o.patient->id, type, OVERVIEW_ROWS, &list))
			return -1;
		record_rows_events(rq,
			section(rq, t, kinds_shown[i].title, type, all, list.n),
			"TABLE", &list);
	}
	return 0;
}

/* ---- list ---- */

static void
pager(struct req *rq, struct tpl *list, const char *type, int64_t page,
	size_t n, int64_t total)
{
	const char *word = *type ? type : "all";

	tpl_text(list, "FROM", show_count(rq->show, page * PAGE_ROWS + 1));
	tpl_text(list, "TO",
		show_count(rq->show, page * PAGE_ROWS + (int64_t)n));
	tpl_text(list, "TOTAL", show_count(rq->show, total));
	if (page > 0)
		tpl_text(tpl_row(list, "PREV"), "URL",
			own_url(rq,
				arena_printf(rq->arena, "?type=%s&page=%lld",
					word, (long long)page - 1)));
	if ((page + 1) * PAGE_ROWS < total)
		tpl_text(tpl_row(list, "NEXT"), "URL",
			own_url(rq,
				arena_printf(rq->arena, "?type=%s&page=%lld",
					word, (long long)page + 1)));
}

static int
draw_list(struct req *rq, struct tpl *t, const char *type, int64_t page,
	int64_t total)
{
	struct records list = {0};
	struct tpl *l;

	if (record_store_list(rq->db, rq->arena, rq->scope, rq->o.patient->id,
		    type, PAGE_ROWS, (int)(page * PAGE_ROWS), &list))
		return -1;
	if (list.n == 0) {
		patient_part_empty(rq, t, "NOTHING", "Nothing of this kind.",
			NULL, own_url(rq, ""), "Show the overview");
		return 0;
	}
	l = tpl_row(t, "LIST");
	record_rows_records(rq, l, "TABLE", &list);
	pager(rq, l, type, page, list.n, total);
	return 0;
}

static const struct field list_fields[] = {
	{.name = "type", .type = FIELD_TEXT, .max = 64},
	{.name = "page", .type = FIELD_INT, .min = 0, .max = 100000},
};
static const struct form list_query = FORM(list_fields);

static int
chart_records_run(struct req *rq)
{
	const char *type =
		query_has(rq, "type") ? query_text(rq, "type") : NULL;
	struct record_counts counts = {0};
	struct chart c;
	struct tpl *t;
	int rc;

	if (type && strcmp(type, "all") == 0)
		type = "";
	if (chart_load(rq, &c) ||
		record_store_counts(rq->db, rq->arena, rq->scope,
			rq->o.patient->id, &counts))
		return req_db_err(rq);
	t = chart_tpl(rq, &c, "records", "Records", "staff/chart_records.tpl");
	kinds(rq, t, &counts, type);
	if (counts.n == 0) {
		patient_part_empty(rq, t, "NOTHING", "No records.",
			"Records from elsewhere stand here once they are "
			"imported.",
			NULL, NULL);
		return req_html(rq);
	}
	if (type)
		rc = draw_list(rq, t, type, query_int(rq, "page"),
			count_of(&counts, type));
	else
		rc = draw_clinical(rq, t, &counts) ||
		     draw_events(rq, t, &counts);
	return rc ? req_db_err(rq) : req_html(rq);
}

const struct page chart_records_page = {
	.method = "GET",
	.path = "/patients/:patient/records",
	.perm = PERM_CHART_READ,
	.txn = TXN_READ,
	.audit = AUDIT_RECORD_VIEW,
	.query = &list_query,
	.about = "What was imported about a patient, by kind.",
	.run = chart_records_run,
};

/* ---- values of one code ---- */

static const struct field values_fields[] = {
	{.name = "key", .type = FIELD_TEXT, .max = 300},
};
static const struct form values_query = FORM(values_fields);

static int
record_values_run(struct req *rq)
{
	struct observations list = {0};
	struct chart c;
	struct tpl *t;

	if (chart_load(rq, &c) ||
		record_store_series(rq->db, rq->arena, rq->scope,
			rq->o.patient->id, query_text(rq, "key"), VALUES_MAX,
			&list))
		return req_db_err(rq);
	t = chart_tpl(rq, &c, "records", "Values", "staff/record_values.tpl");
	tpl_text(t, "BACK", own_url(rq, ""));
	tpl_text(t, "TITLE", list.n ? list.v[0].what : "Values");
	tpl_show_if(t, "CUT", list.n == VALUES_MAX);
	if (record_rows_observations(rq, t, "TABLE", &list, 0) == 0)
		patient_part_empty(rq, t, "NOTHING", "No value with this code.",
			NULL, own_url(rq, ""), "Show the overview");
	return req_html(rq);
}

const struct page record_values_page = {
	.method = "GET",
	.path = "/patients/:patient/records/values",
	.perm = PERM_CHART_READ,
	.txn = TXN_READ,
	.audit = AUDIT_RECORD_VIEW,
	.query = &values_query,
	.about = "One kind of value through time.",
	.run = record_values_run,
};
