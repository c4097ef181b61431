/* Booking: choose the patient, find a time, check, book. Acts:
 * care/visit.c; rules: tests/RULES.md, "Visits", "Free times". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/visit.h"
#include "domain/patient.h"
#include "domain/ready.h"
#include "domain/site.h"
#include "page/gate.h"
#include "staff/need_part.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/visit_find.h"
#include "staff/visit_part.h"
#include "staff/visit_who.h"
#include "store/hold_store.h"
#include "store/provider_store.h"
#include "store/search_store.h"
#include "store/site_store.h"
#include "store/visit_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define DAYS_SHOWN 30
#define SLOTS_SHOWN 60
#define PER_DAY 12

static const struct option language_options[] = {
	{"", "Any language"},
	{"en", "English"},
	{"es", "Spanish"},
	{"zh", "Chinese"},
	{"vi", "Vietnamese"},
	{"ko", "Korean"},
	{"tl", "Tagalog"},
	{"ar", "Arabic"},
	{"fr", "French"},
	{"ru", "Russian"},
	{NULL, NULL},
};

static const struct option way_options[] = {
	{"", "As the type of visit says"},
	{"in_person", "In person"},
	{"video", "Video"},
	{"phone", "Phone"},
	{NULL, NULL},
};

/* What stands behind the ? of the finder; the fields it draws are these. */
static const struct field finder_fields[] = {
	{.name = "patient", .type = FIELD_HIDDEN},
	{.name = "type",
		.label = "Type of visit",
		.type = FIELD_SELECT,
		.required = true},
	{.name = "provider", .label = "Provider", .type = FIELD_SELECT},
	{.name = "site", .label = "Site", .type = FIELD_SELECT},
	{.name = "language",
		.label = "Provider speaks",
		.type = FIELD_SELECT,
		.options = language_options},
	{.name = "earliest", .label = "Not before", .type = FIELD_DAY},
	{.name = "part",
		.label = "Part of day",
		.type = FIELD_SELECT,
		.options = visit_find_parts},
	{.name = "mode",
		.label = "How",
		.type = FIELD_SELECT,
		.options = way_options},
	{.name = "date", .type = FIELD_DAY},
	{.name = "start", .type = FIELD_TIME},
	{.name = "slot", .type = FIELD_TOKEN},
	{.name = "again", .type = FIELD_HIDDEN},
};
static const struct form finder_query = FORM(finder_fields);

/* What the finder knows of the booking so far. */
struct finder {
	struct visit_who who;
	struct slot slot; /* start 0: not chosen yet */
	int64_t again;
};

static int
book_again(struct req *rq, struct finder *f, struct visit *v)
{
	if (f->again == 0 || visit_store_get(rq->db, rq->arena, rq->scope,
				     f->again, v) <= 0) {
		f->again = 0;
		return 0;
	}
	return 1;
}

/* A time picked in the calendar is wall time of the provider's site. */
static void
slot_of_calendar(struct req *rq, struct finder *f)
{
	int64_t site = query_int(rq, "site");
	struct sites sites = {0};
	struct slot *s = &f->slot;

	if (!query_has(rq, "start") || query_day(rq, "date") == DAY_NONE ||
		visit_part_sites(rq, &sites, &site))
		return;
	for (size_t i = 0; i < sites.n; i++) {
		const struct zone *z = zone_find(sites.v[i].zone);

		if (sites.v[i].id != site || !z)
			continue;
		s->provider_id = query_int(rq, "provider");
		s->site_id = site;
		s->start = slot_instant(
			z, query_day(rq, "date"), (int)query_int(rq, "start"));
	}
	if (s->provider_id == 0)
		s->start = 0;
}

/* ---- who it is for ----------------------------------------------------- */

static const struct field pick_fields[] = {
	VISIT_WHO_FIND,
	{.name = "to", .type = FIELD_TEXT, .max = 300},
};
static const struct form pick_form = FORM(pick_fields);

/* A day, a number, a word: nothing that means anything in an address. */
static bool
carried(struct req *rq, const char *name)
{
	const char *v = query_text(rq, name);

	return query_has(rq, name) &&
	       v[strspn(v, "abcdefghijklmnopqrstuvwxyz0123456789_-.:")] == '\0';
}

/* What to carry to the next step: only names and numbers of our own. */
static const char *
pick_rest(struct req *rq)
{
	const char *to = "";

	for (size_t i = 1; i < finder_query.n; i++) {
		const char *name = finder_fields[i].name;

		if (carried(rq, name))
			to = arena_printf(rq->arena, "%s&%s=%s", to, name,
				query_text(rq, name));
	}
	return to;
}

static int
pick_page(struct req *rq, const char *to, const struct patient_lines *found)
{
	struct tpl *t = req_tpl(rq, "staff/visit_pick.tpl");

	req_title(rq, "Book visit");
	tpl_text(t, "TO_VALUE", to);
	return visit_who_draw(rq, t, found, "/appointments/new?patient=", to);
}

static int
visit_pick_again(struct req *rq)
{
	return pick_page(rq, "", NULL);
}

/* Nothing may stand in it that is no query of the finder. */
static bool
rest_sane(const char *to)
{
	return to[strspn(to, "abcdefghijklmnopqrstuvwxyz0123456789_-.:&=")] ==
		       '\0' &&
	       (to[0] == '\0' || to[0] == '&');
}

static int
visit_pick_run(struct req *rq)
{
	struct patient_lines found = {0};
	const char *to = form_text(rq, "to");
	int st = visit_who_find(rq, &found);

	if (st)
		return st;
	return pick_page(rq, rest_sane(to) ? to : "", &found);
}

const struct page visit_pick_page = {
	.method = "POST",
	.path = "/appointments/patient",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_SEARCH,
	.body_max = 4096,
	.form = &pick_form,
	.run = visit_pick_run,
	.again = visit_pick_again,
	.about = "Find the patient a visit is booked for.",
};

/* ---- the finder -------------------------------------------------------- */

/* The patient as every step of the booking shows them. */
static void
draw_patient(struct req *rq, struct tpl *t, const struct patient *p)
{
	tpl_int(t, "PATIENT_ID", p->id);
	tpl_text(t, "PATIENT_NAME", patient_list_name(rq->arena, p));
	tpl_text(t, "BORN", show_birth(rq->show, p->birth));
	tpl_text(t, "MRN", patient_mrn_show(rq->arena, p->mrn));
	tpl_text(t, "SPEAKS", patient_language_label(p->language));
	tpl_show_if(t, "INTERPRETER", p->interpreter);
}

static int
find_slots(struct req *rq, const struct finder *f, struct slots *out,
	struct slot_days *why)
{
	struct slot_need need = {
		.type = &f->who.type,
		.minutes = visit_type_minutes(
			&f->who.type, f->who.patient.interpreter),
		.patient_id = f->who.patient.id,
		.provider_id = query_int(rq, "provider"),
		.site_id = query_int(rq, "site"),
		.language = query_text(rq, "language"),
		.not_before = rq->now,
		.now = rq->now,
		.whose = {.session_id = rq->session->id},
		.mode = query_text(rq, "mode"),
		.why = why,
		.limit = SLOTS_SHOWN,
		.per_day = PER_DAY,
	};

	need.first = query_day(rq, "earliest");
	if (need.first == DAY_NONE || need.first < rq->today)
		need.first = rq->today;
	need.last = need.first + DAYS_SHOWN - 1;
	if (need.last > rq->today + f->who.type.horizon_days)
		need.last = rq->today + f->who.type.horizon_days;
	visit_find_part(query_text(rq, "part"), &need.from_min, &need.to_min);
	return care_slots(rq->db, rq->arena, rq->scope, &need, out);
}

static int
finder_options(struct req *rq)
{
	return visit_part_type_options(rq, "type", "Choose a type") ||
	       visit_part_provider_options(rq, "provider", "Any provider") ||
	       visit_part_site_options(rq, "site", "Any site");
}

static void
finder_values(struct req *rq, const struct finder *f)
{
	for (size_t i = 0; i < finder_query.n; i++) {
		const char *name = finder_fields[i].name;

		if (query_has(rq, name))
			form_set_text(rq, name, query_text(rq, name));
	}
	form_set_int(rq, "patient", f->who.patient.id);
	if (!query_has(rq, "earliest"))
		form_set_day(rq, "earliest", rq->today);
	if (f->again)
		form_set_int(rq, "again", f->again);
}

static int
finder_page(struct req *rq, const struct finder *f)
{
	struct tpl *t = req_tpl(rq, "staff/visit_find.tpl");
	struct slots slots = {0};
	struct slot_days why = {0};

	req_title(rq, "Book visit");
	draw_patient(rq, t, &f->who.patient);
	form_start(rq, &finder_query);
	if (finder_options(rq))
		return req_db_err(rq);
	finder_values(rq, f);
	form_draw(rq, t);
	if (f->slot.start) {
		struct tpl *from = tpl_row(t, "FROM_CALENDAR");

		tpl_text(from, "DATE_ISO", query_text(rq, "date"));
		tpl_text(from, "START_TEXT", query_text(rq, "start"));
	}
	tpl_show_if(t, "NOT_YET", !f->who.has_type);
	if (!f->who.has_type)
		return req_html(rq);
	if (find_slots(rq, f, &slots, &why))
		return req_db_err(rq);
	tpl_show_if(t, "SOME", slots.n > 0);
	tpl_show_if(t, "NONE", slots.n == 0);
	tpl_text(t, "TYPE_NAME", f->who.type.name);
	tpl_int(t, "MINUTES",
		visit_type_minutes(&f->who.type, f->who.patient.interpreter));
	tpl_int(t, "TYPE_ID", f->who.type.id);
	tpl_text(t, "WAY", query_text(rq, "mode"));
	if (f->again)
		tpl_int(tpl_row(t, "MAKES_UP"), "AGAIN_ID", f->again);
	tpl_show_if(t, "LOOKED", true);
	visit_find_draw(rq, t, &slots, &why, NULL);
	return req_html(rq);
}

/* ---- check and book ---------------------------------------------------- */

static const struct option mode_options[] = {
	{"in_person", "In person"},
	{"video", "Video"},
	{"phone", "Phone"},
	{NULL, NULL},
};

static const struct field book_fields[] = {
	{.name = "patient", .type = FIELD_HIDDEN, .required = true},
	{.name = "type", .type = FIELD_HIDDEN, .required = true},
	{.name = "slot", .type = FIELD_TOKEN, .required = true},
	{.name = "again", .type = FIELD_HIDDEN},
	{.name = "mode",
		.label = "How",
		.type = FIELD_RADIO,
		.options = mode_options},
	{.name = "reason",
		.label = "Reason for the visit",
		.hint = "As the patient says it. It stands on the day sheet.",
		.type = FIELD_TEXT,
		.max = 120},
	{.name = "note",
		.label = "Note for staff",
		.type = FIELD_NOTE,
		.max = 1000},
	{.name = "overbook", .type = FIELD_HIDDEN, .min = 0, .max = 1},
	{.name = "overbook_reason", .type = FIELD_TEXT, .max = 200},
};
static const struct form book_form = FORM(book_fields);

/* What is about to be booked, in words. */
static int
draw_plan(struct req *rq, struct tpl *t, const struct finder *f)
{
	struct provider p;
	struct site s;
	const struct show *show;
	int minutes =
		visit_type_minutes(&f->who.type, f->who.patient.interpreter);

	if (provider_store_get(rq->db, rq->arena, rq->scope,
		    f->slot.provider_id, &p) <= 0 ||
		site_store_get(
			rq->db, rq->arena, rq->scope, f->slot.site_id, &s) <= 0)
		return req_fail(rq, ERR_NOT_FOUND,
			"This provider or site is not in use any more.");
	show = visit_part_show(rq, s.zone);
	tpl_text(t, "TYPE_NAME", f->who.type.name);
	tpl_text(t, "DAY_LONG",
		show_day_long(show, zone_local(show->zone, f->slot.start).day));
	tpl_text(t, "TIMES",
		visit_part_times(
			show, f->slot.start, f->slot.start + minutes * 60));
	tpl_text(t, "ZONE", zone_abbr(show->zone, f->slot.start));
	tpl_int(t, "MINUTES", minutes);
	tpl_text(t, "PROVIDER_NAME", p.name);
	tpl_text(t, "SITE_NAME", s.name);
	tpl_show_if(t, "PREPARE", f->who.type.preparation[0] != '\0');
	tpl_text(t, "PREPARATION", f->who.type.preparation);
	tpl_show_if(t, "TOLD",
		f->who.patient.sms_ok ||
			(f->who.patient.email_ok && f->who.patient.email[0]));
	tpl_show_if(t, "NOT_TOLD",
		!f->who.patient.sms_ok &&
			!(f->who.patient.email_ok && f->who.patient.email[0]));
	return 0;
}

/* A time of the calendar is not kept: nobody has said yet for whom. */
static void
draw_kept(
	struct req *rq, struct tpl *t, const struct finder *f, instant_t until)
{
	struct tpl *kept = tpl_row(t, "KEPT");

	tpl_text(kept, "UNTIL", show_time(rq->show, until));
	tpl_int(kept, "PATIENT_ID", f->who.patient.id);
	tpl_int(kept, "TYPE_ID", f->who.type.id);
	if (f->again)
		tpl_int(tpl_row(kept, "MAKES_UP"), "AGAIN_ID", f->again);
}

/* What is missing for it, before anybody is told of a time. */
static int
draw_warnings(struct req *rq, struct tpl *t, const struct finder *f)
{
	const struct patient *p = &f->who.patient;
	const char *mode = form_text(rq, "mode");
	struct site site;
	struct visit v = {
		.patient_id = p->id,
		.visit_type_id = f->who.type.id,
		.start = f->slot.start,
		.mode = mode[0] != '\0' ? mode : "in_person",
		.patient_language = p->language,
		.interpreter = p->interpreter,
	};

	if (site_store_get(
		    rq->db, rq->arena, rq->scope, f->slot.site_id, &site) <= 0)
		return -1;
	v.zone = site.zone;
	return need_part_warnings(rq, t, &v, 0);
}

static int
check_page(struct req *rq, const struct finder *f)
{
	struct tpl *t = req_tpl(rq, "staff/visit_check.tpl");
	const struct hold_whose whose = {.session_id = rq->session->id};
	instant_t until;
	int st;

	req_title(rq, "Book visit");
	draw_patient(rq, t, &f->who.patient);
	if ((st = draw_plan(rq, t, f)))
		return st;
	if (draw_warnings(rq, t, f))
		return req_db_err(rq);
	tpl_text(t, "BACK",
		arena_printf(rq->arena,
			"/appointments/new?patient=%lld&type=%lld",
			(long long)f->who.patient.id,
			(long long)f->who.type.id));
	until = hold_store_mine(rq->db, rq->scope, &whose, &f->slot, rq->now);
	if (until != INSTANT_NONE)
		draw_kept(rq, t, f, until);
	tpl_show_if(t, "CHOICE", strcmp(f->who.type.mode, "either") == 0);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
check_first(struct req *rq, struct finder *f)
{
	form_start(rq, &book_form);
	form_set_int(rq, "patient", f->who.patient.id);
	form_set_int(rq, "type", f->who.type.id);
	form_set_text(rq, "slot",
		visit_part_slot(rq, f->slot.provider_id, f->slot.site_id,
			f->slot.start));
	form_set_text(rq, "mode",
		strcmp(f->who.type.mode, "either") != 0 ? f->who.type.mode
		: query_text(rq, "mode")[0]		? query_text(rq, "mode")
							: "in_person");
	if (f->again)
		form_set_int(rq, "again", f->again);
	return check_page(rq, f);
}

static int
visit_new_run(struct req *rq)
{
	struct finder f = {.again = query_int(rq, "again")};
	struct visit before;
	int64_t patient = query_int(rq, "patient");
	int64_t type = query_int(rq, "type");
	int st;

	if (book_again(rq, &f, &before)) {
		patient = before.patient_id;
		type = type ? type : before.visit_type_id;
	}
	if (patient == 0) {
		form_start(rq, &pick_form);
		return pick_page(rq, pick_rest(rq), NULL);
	}
	if ((st = visit_who_load(rq, patient, type, &f.who)))
		return st;
	if (!slot_parse(query_text(rq, "slot"), &f.slot)) {
		f.slot = (struct slot){0};
		slot_of_calendar(rq, &f);
	}
	if (f.who.has_type && f.slot.start)
		return check_first(rq, &f);
	return finder_page(rq, &f);
}

const struct page visit_new_page = {
	.method = "GET",
	.path = "/appointments/new",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &finder_query,
	.run = visit_new_run,
	.about = "Find a free time for a patient, and check what is booked.",
};

/* ---- booking ----------------------------------------------------------- */

static int
read_booking(struct req *rq, struct finder *f, struct visit_booking *b)
{
	int st = visit_who_load(
		rq, form_int(rq, "patient"), form_int(rq, "type"), &f->who);

	if (st)
		return st;
	if (!f->who.has_type || !slot_parse(form_text(rq, "slot"), &f->slot))
		return req_fail(rq, ERR_INPUT,
			"This booking is damaged. Choose a time again.");
	f->again = form_int(rq, "again");
	*b = (struct visit_booking){
		.patient_id = f->who.patient.id,
		.provider_id = f->slot.provider_id,
		.site_id = f->slot.site_id,
		.visit_type_id = f->who.type.id,
		.start = f->slot.start,
		.mode = form_text(rq, "mode"),
		.reason = form_text(rq, "reason"),
		.note = form_text(rq, "note"),
		.source = "staff",
		.overbook = form_int(rq, "overbook") == 1,
		.overbook_reason = form_text(rq, "overbook_reason"),
		.again_of = f->again,
		.whose = {.session_id = rq->session->id},
	};
	return 0;
}

static int
visit_book_again(struct req *rq)
{
	struct finder f = {0};
	struct visit_booking b;
	int st = read_booking(rq, &f, &b);

	return st ? st : check_page(rq, &f);
}

static int
taken_page(struct req *rq, struct act *act, const struct visit_booking *b)
{
	const struct keep keep[] = {
		{"patient", part_id(rq, b->patient_id)},
		{"type", part_id(rq, b->visit_type_id)},
		{"mode", b->mode},
		{"reason", b->reason},
		{"note", b->note},
		{"again", b->again_of ? part_id(rq, b->again_of) : ""},
		{NULL, NULL},
	};

	return visit_find_taken(rq, act, b, 0, "/appointments", "/appointments",
		arena_printf(rq->arena,
			"/appointments/new?patient=%lld&type=%lld",
			(long long)b->patient_id, (long long)b->visit_type_id),
		keep);
}

/* Refusals that a field of the form can carry are shown by it. */
static int
book_refused(struct req *rq, struct act *act, const struct finder *f,
	const struct visit_booking *b)
{
	if (rq->err.kind != ERR_INPUT)
		return taken_page(rq, act, b);
	form_error(rq,
		strcmp(rq->err.field, "overbook_reason") == 0
			? "overbook_reason"
			: "reason",
		"%s", rq->err.text);
	return check_page(rq, f);
}

static int
visit_book_run(struct req *rq)
{
	struct act act = page_act(rq);
	struct finder f = {0};
	struct visit_booking b;
	struct ready_warnings missing = {0};
	size_t open = 0;
	int64_t id = 0;
	int st = read_booking(rq, &f, &b);

	if (st)
		return st;
	b.warnings = &missing;
	if (care_visit_book(&act, &b, &id))
		return book_refused(rq, &act, &f, &b);
	req_about(rq, "appointment", id);
	if (b.overbook)
		rq->audit_reason = b.overbook_reason;
	for (size_t i = 0; i < missing.n; i++)
		open += !missing.v[i].soft;
	req_flash(rq, NULL, "Visit booked.%s",
		open ? arena_printf(rq->arena, " %zu %s still to be seen to.",
			       open, open == 1 ? "thing is" : "things are")
		     : "");
	return req_redirect(rq, "/appointments/%lld", (long long)id);
}

const struct page visit_book_page = {
	.method = "POST",
	.path = "/appointments",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_BOOK,
	.body_max = 16384,
	.form = &book_form,
	.run = visit_book_run,
	.again = visit_book_again,
	.about = "Book a visit; a time that was just taken is told with three "
		 "others.",
};
