/*
 * Imported records in the chart: what they say of allergies, problems,
 * medications and measurements, and each of them whole. SQL:
 * store/record_store.c.
 */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "domain/record.h"
#include "staff/chart_part.h"
#include "staff/pages.h"
#include "staff/patient_part.h"
#include "store/patient_store.h"
#include "store/record_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define PAGE 50
#define LATEST 60 /* measurements shown; the rest is in the list */

static const char *
own_url(struct req *rq, const char *rest)
{
	return arena_printf(rq->arena, "/patients/%lld/records%s",
		(long long)rq->o.patient->id, rest);
}

/* "Not recorded" where the source said nothing. */
static const char *
said(const char *text)
{
	return *text != '\0' ? text : "Not recorded";
}

static const char *
two(struct req *rq, const char *a, const char *b)
{
	if (*a == '\0' || *b == '\0')
		return *a == '\0' ? b : a;
	return arena_printf(rq->arena, "%s · %s", a, b);
}

/* ---- what the records say -------------------------------------------- */

static void
fact_row(struct tpl *card, int64_t id, const char *what, const char *sub,
	const char *end, bool active)
{
	struct tpl *row = tpl_row(card, "LINE");

	tpl_int(row, "ID", id);
	tpl_text(row, "WHAT", what);
	if (*sub != '\0')
		tpl_text(tpl_row(row, "SUB"), "TEXT", sub);
	tpl_text(row, "END", end);
	tpl_show_if(row, "PAST", !active);
}

static struct tpl *
card(struct tpl *t, const char *id, const char *title, size_t n)
{
	struct tpl *c = tpl_row(t, "CARD");

	tpl_text(c, "ID", id);
	tpl_text(c, "TITLE", title);
	tpl_int(c, "N", (int64_t)n);
	tpl_show_if(c, "NONE", n == 0);
	return c;
}

static int
allergy_card(struct req *rq, struct tpl *t)
{
	struct allergies list = {0};
	struct tpl *c;

	if (record_store_allergies(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &list))
		return -1;
	c = card(t, "allergies", "Allergies", list.n);
	for (size_t i = 0; i < list.n; i++) {
		const struct allergy *a = &list.v[i];

		fact_row(c, a->id, a->what,
			two(rq, a->reaction,
				record_words(rq->arena, a->criticality)),
			record_words(rq->arena, a->status), a->active);
	}
	return 0;
}

static int
problem_card(struct req *rq, struct tpl *t)
{
	struct problems list = {0};
	struct tpl *c;

	if (record_store_problems(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &list))
		return -1;
	c = card(t, "problems", "Problems", list.n);
	for (size_t i = 0; i < list.n; i++) {
		const struct problem *p = &list.v[i];
		const char *span = *p->abatement != '\0'
					   ? arena_printf(rq->arena, "%s to %s",
						     p->onset, p->abatement)
					   : p->onset;

		fact_row(c, p->id, p->what, two(rq, span, p->severity),
			record_words(rq->arena, p->status), p->active);
	}
	return 0;
}

static int
medication_card(struct req *rq, struct tpl *t)
{
	struct medications list = {0};
	struct tpl *c;

	if (record_store_medications(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &list))
		return -1;
	c = card(t, "medications", "Medications", list.n);
	for (size_t i = 0; i < list.n; i++) {
		const struct medication *m = &list.v[i];

		fact_row(c, m->id, m->what, two(rq, m->dosage, m->when),
			record_words(rq->arena, m->status), m->active);
	}
	return 0;
}

static int
immunization_card(struct req *rq, struct tpl *t)
{
	struct record_events list = {0};
	struct tpl *c;

	if (record_store_events(rq->db, rq->arena, rq->scope, rq->o.patient->id,
		    "Immunization", PAGE, &list))
		return -1;
	c = card(t, "immunizations", "Immunizations", list.n);
	for (size_t i = 0; i < list.n; i++)
		fact_row(c, list.v[i].id, list.v[i].title, list.v[i].detail,
			list.v[i].when, true);
	return 0;
}

static int
latest_rows(struct req *rq, struct tpl *t)
{
	struct observations list = {0};

	if (record_store_latest(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, "", &list))
		return -1;
	for (size_t i = 0; i < list.n && i < LATEST; i++) {
		const struct observation *o = &list.v[i];
		struct tpl *row = tpl_row(t, "LATEST");

		tpl_int(row, "ID", o->id);
		tpl_text(row, "WHAT", o->what);
		tpl_text(row, "VALUE", said(o->shown));
		tpl_text(row, "RANGE", o->range);
		tpl_text(row, "WHEN", said(o->when));
		if (*o->flag != '\0')
			tpl_text(tpl_row(row, "FLAG"), "TEXT", o->flag);
	}
	tpl_show_if(t, "NO_LATEST", list.n == 0);
	tpl_show_if(t, "HAS_LATEST", list.n > 0);
	return 0;
}

/* ---- the list of all ------------------------------------------------- */

static int
type_links(struct req *rq, struct tpl *t, const char *now, int64_t *total)
{
	struct record_counts counts = {0};

	if (record_store_counts(
		    rq->db, rq->arena, rq->scope, rq->o.patient->id, &counts))
		return -1;
	*total = 0;
	for (size_t i = 0; i < counts.n; i++) {
		const struct record_count *k = &counts.v[i];
		struct tpl *row = tpl_row(t, "TYPE");
		bool current = strcmp(k->type, now) == 0;

		tpl_text(row, "URL",
			own_url(rq, arena_printf(rq->arena, "?type=%s#all",
					    k->type)));
		tpl_text(row, "LABEL", record_type_label(k->type));
		tpl_int(row, "N", k->n);
		tpl_show_if(row, "CURRENT", current);
		if (current || *now == '\0')
			*total += k->n;
	}
	return 0;
}

static void
record_row(struct req *rq, struct tpl *t, const struct record *r)
{
	struct tpl *row = tpl_row(t, "RECORD");

	tpl_int(row, "ID", r->id);
	tpl_text(row, "TYPE", record_type_label(r->type));
	tpl_text(row, "TITLE", said(r->title));
	tpl_text(row, "STATUS", record_words(rq->arena, r->status));
	tpl_text(row, "WHEN", said(r->when));
	if (r->kept)
		tpl_text(tpl_row(row, "KEPT"), "TEXT", r->reason);
}

static const char *
page_url(struct req *rq, const char *type, int64_t from)
{
	return own_url(rq, arena_printf(rq->arena, "?type=%s&from=%lld#all",
				   type, (long long)from));
}

static int
all_rows(struct req *rq, struct tpl *t, const char *type, int64_t from)
{
	struct records list = {0};
	struct tpl *pager;
	int64_t total;

	if (type_links(rq, t, type, &total) ||
		record_store_list(rq->db, rq->arena, rq->scope,
			rq->o.patient->id, type, PAGE, (int)from, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++)
		record_row(rq, t, &list.v[i]);
	tpl_show_if(t, "HAS_RECORDS", list.n > 0);
	if (list.n == 0) {
		patient_part_empty(rq, t, "NOTHING", "No records.",
			"Records come from imports of other systems.", NULL,
			NULL);
		return 0;
	}
	pager = tpl_part(t, "PAGER", "part/pager.tpl");
	tpl_int(pager, "FROM", from + 1);
	tpl_int(pager, "TO", from + (int64_t)list.n);
	tpl_int(pager, "TOTAL", total);
	if (from > 0)
		tpl_text(tpl_row(pager, "PREV"), "URL",
			page_url(rq, type, from > PAGE ? from - PAGE : 0));
	if (from + (int64_t)list.n < total)
		tpl_text(tpl_row(pager, "NEXT"), "URL",
			page_url(rq, type, from + PAGE));
	return 0;
}

static const struct field records_asked[] = {
	{.name = "type", .type = FIELD_TOKEN},
	{.name = "from", .type = FIELD_HIDDEN, .min = 0, .max = 1000000},
};
static const struct form records_query = FORM(records_asked);

static int
chart_records_run(struct req *rq)
{
	const char *type = query_text(rq, "type");
	int64_t from = query_int(rq, "from");
	bool first = *type == '\0' && from == 0;
	struct chart c;
	struct tpl *t;

	if (chart_load(rq, &c))
		return req_db_err(rq);
	t = chart_tpl(rq, &c, "records", "Records", "staff/chart_records.tpl");
	tpl_show_if(t, "ALL_TYPES", *type == '\0');
	tpl_text(t, "ALL_URL", own_url(rq, ""));
	/* A list one leafs through needs no summary above each page. */
	if (first &&
		(allergy_card(rq, t) || problem_card(rq, t) ||
			medication_card(rq, t) || immunization_card(rq, t)))
		return req_db_err(rq);
	if (first && latest_rows(rq, tpl_row(t, "SAYS")))
		return req_db_err(rq);
	if (all_rows(rq, t, type, from < 0 ? 0 : from))
		return req_db_err(rq);
	return req_html(rq);
}

const struct page chart_records_page = {
	.method = "GET",
	.path = "/patients/:patient/records",
	.perm = PERM_CHART_READ,
	.txn = TXN_READ,
	.audit = AUDIT_RECORD_VIEW,
	.query = &records_query,
	.about = "What was imported about a patient, summed up and in full.",
	.run = chart_records_run,
};

/* ---- one record ------------------------------------------------------ */

static void
fact(struct tpl *t, const char *label, const char *value)
{
	struct tpl *row;

	if (*value == '\0')
		return;
	row = tpl_row(t, "FACT");
	tpl_text(row, "LABEL", label);
	tpl_text(row, "VALUE", value);
}

/* A record of nobody yet (an organization, say) has no banner. */
static int
record_tpl(struct req *rq, const struct record *r, struct tpl **out)
{
	struct patient *p = arena_alloc(rq->arena, sizeof(*p));
	struct chart c;

	if (r->patient_id == 0) {
		*out = req_tpl(rq, "staff/record_show.tpl");
		req_title(rq, r->title);
		tpl_show_if(*out, "ALONE", true);
		return 0;
	}
	if (patient_store_get(rq->db, rq->arena, rq->scope, r->patient_id, p) <=
		0)
		return -1;
	rq->o.patient = p;
	if (chart_load(rq, &c))
		return -1;
	*out = chart_tpl(rq, &c, "records", r->title, "staff/record_show.tpl");
	tpl_text(tpl_row(*out, "BACK"), "URL", own_url(rq, ""));
	return 0;
}

static int
record_show_run(struct req *rq)
{
	const struct record *r = rq->o.record;
	struct tpl *t;

	if (record_tpl(rq, r, &t))
		return req_db_err(rq);
	req_about(rq, "record", r->id);
	tpl_text(t, "TITLE", said(r->title));
	tpl_text(t, "TYPE", record_type_label(r->type));
	fact(t, "Kind", r->type);
	fact(t, "When", r->when);
	fact(t, "Status", record_words(rq->arena, r->status));
	fact(t, "Id at the source", r->fhir_id);
	fact(t, "File", r->file);
	if (r->imported_at != INSTANT_NONE)
		fact(t, "Imported", show_when(rq->show, r->imported_at));
	if (r->kept)
		fact(t, "Kept whole because", r->reason);
	if (r->parent_id != 0)
		tpl_int(tpl_row(t, "PARENT"), "ID", r->parent_id);
	if (r->visit_id != 0)
		tpl_int(tpl_row(t, "VISIT"), "ID", r->visit_id);
	if (r->coverage_id != 0)
		tpl_int(tpl_row(t, "POLICY"), "ID", r->coverage_id);
	tpl_text(t, "JSON", r->json);
	return req_html(rq);
}

const struct page record_show_page = {
	.method = "GET",
	.path = "/records/:record",
	.perm = PERM_CHART_READ,
	.txn = TXN_READ,
	.audit = AUDIT_RECORD_VIEW,
	.about = "One imported record, whole as it came.",
	.run = record_show_run,
};
