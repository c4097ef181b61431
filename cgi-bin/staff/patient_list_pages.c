/*
 * Finding patients: the list one starts from, and the answer to a search.
 * Rules: tests/RULES.md, "The search box". SQL: store/search_store.c. What
 * was typed is never in an address.
 */
#include <string.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "domain/search_key.h"
#include "staff/pages.h"
#include "staff/patient_part.h"
#include "store/search_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define NEWEST 10

static void
find_box(struct req *rq, struct tpl *t, const char *typed)
{
	tpl_text(tpl_part(t, "SEARCH", "part/patient_find.tpl"), "Q", typed);
	tpl_show_if(t, "MAY_CREATE", req_may(rq, PERM_PATIENT_CREATE));
}

static int
patient_list_run(struct req *rq)
{
	struct patient_lines recent = {0}, newest = {0};
	struct tpl *t = req_tpl(rq, "staff/patient_list.tpl");
	bool may = req_may(rq, PERM_PATIENT_CREATE);

	if (search_store_recent(
		    rq->db, rq->arena, rq->scope, rq->now, &recent) ||
		search_store_newest(
			rq->db, rq->arena, rq->scope, rq->now, NEWEST, &newest))
		return req_db_err(rq);
	req_title(rq, "Patients");
	find_box(rq, t, "");
	patient_part_rows(
		rq, t, "RECENT", "Patients you opened lately", &recent);
	if (recent.n == 0)
		patient_part_empty(rq, t, "NO_RECENT",
			"You have not opened a chart yet.",
			"Find a patient above; charts you open stand here.",
			NULL, NULL);
	patient_part_rows(rq, t, "NEWEST", "Patients registered last", &newest);
	if (newest.n == 0)
		patient_part_empty(rq, t, "NO_NEWEST", "No patients yet.",
			"Register the first one, or import a list.",
			may ? "/patients/new" : NULL, "Register patient");
	return req_html(rq);
}

const struct page patient_list_page = {
	.method = "GET",
	.path = "/patients",
	.perm = PERM_PATIENT_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_PATIENT_LIST,
	.about = "Charts opened lately, patients registered last, search.",
	.run = patient_list_run,
};

/* ---- search --------------------------------------------------------- */

static const struct field search_fields[] = {
	{.name = "q",
		.label = "Find a patient",
		.type = FIELD_TEXT,
		.max = SEARCH_TEXT_MAX},
	{.name = "probe", .type = FIELD_HIDDEN, .min = 0, .max = 99},
	{.name = "after", .type = FIELD_HIDDEN},
};
static const struct form search_form = FORM(search_fields);

static const char *
found_title(struct req *rq, const struct search_found *f, bool first)
{
	if (!first)
		return "More patients";
	if (f->more)
		return "The first 50 patients";
	if (f->lines.n == 1)
		return "1 patient";
	return arena_printf(rq->arena, "%zu patients", f->lines.n);
}

static void
draw_guesses(struct tpl *t, const struct search_found *f, const char *typed)
{
	struct tpl *part;

	if (f->guesses.n == 0)
		return;
	part = tpl_row(t, "GUESSES");
	tpl_text(part, "Q", typed);
	for (size_t i = 0; i < f->guesses.n; i++)
		tpl_text(tpl_row(part, "GUESS"), "TEXT", f->guesses.v[i].text);
}

static void
draw_next(struct tpl *t, const struct search_found *f, const char *typed)
{
	struct tpl *next;

	if (!f->more)
		return;
	next = tpl_row(t, "NEXT");
	tpl_text(next, "Q", typed);
	tpl_int(next, "PROBE", f->next.probe);
	tpl_int(next, "AFTER", f->next.id);
}

static void
draw_nothing(struct req *rq, struct tpl *t, const char *typed)
{
	bool may = req_may(rq, PERM_PATIENT_CREATE);

	if (*typed == '\0')
		patient_part_empty(rq, t, "EMPTY", "Whom do you look for?",
			"Type a name, a date of birth, an MRN or a phone "
			"number.",
			NULL, NULL);
	else
		patient_part_empty(rq, t, "EMPTY",
			arena_printf(
				rq->arena, "No patient matches “%s”.", typed),
			"Try fewer letters, the birth date or the phone.",
			may ? "/patients/new" : NULL, "Register patient");
}

static void
draw_found(struct req *rq, struct tpl *t, const struct search_found *f,
	const char *typed, bool first)
{
	tpl_text(t, "TITLE", found_title(rq, f, first));
	if (rq->htmx)
		tpl_text(tpl_row(t, "SPOKEN"), "TITLE",
			found_title(rq, f, first));
	draw_guesses(t, f, typed);
	patient_part_rows(rq, t, "ROWS", "Patients found", &f->lines);
	if (f->lines.n == 0)
		draw_nothing(rq, t, typed);
	draw_next(t, f, typed);
	req_note(rq, "found=%zu", f->lines.n);
}

static int
patient_search_run(struct req *rq)
{
	const char *typed = form_text(rq, "q");
	struct search_from from = {
		(int)form_int(rq, "probe"), form_int(rq, "after")};
	struct search_key key = search_key_parse(rq->arena, typed, rq->today);
	struct search_found found = {0};
	struct tpl *t;

	if (search_store_find(
		    rq->db, rq->arena, rq->scope, &key, from, rq->now, &found))
		return req_db_err(rq);
	if (rq->htmx) {
		t = req_tpl_in(rq, NULL, "part/patient_results.tpl");
	} else {
		t = req_tpl(rq, "staff/patient_search.tpl");
		req_title(rq, "Find a patient");
		find_box(rq, t, typed);
		t = tpl_part(t, "RESULTS", "part/patient_results.tpl");
	}
	draw_found(rq, t, &found, typed, from.id == 0);
	return req_html(rq);
}

static int
patient_search_again(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/patient_search.tpl");

	req_title(rq, "Find a patient");
	find_box(rq, t, "");
	t = tpl_part(t, "RESULTS", "part/patient_results.tpl");
	tpl_text(t, "TITLE", "That was too long");
	draw_nothing(rq, t, "");
	return req_form_again(rq);
}

const struct page patient_search_page = {
	.method = "POST",
	.path = "/search",
	.perm = PERM_PATIENT_READ,
	.txn = TXN_READ,
	.standby = true,
	.audit = AUDIT_SEARCH,
	.body_max = 4096,
	.form = &search_form,
	.about = "Find patients by name, birth date, MRN or phone.",
	.run = patient_search_run,
	.again = patient_search_again,
};
