/* One visit: its page, and what is done to it. Which buttons there are is
 * told by the transition table in domain/visit.c; acts: care/visit.c,
 * care/visit_status.c. Rules: tests/RULES.md, "Visits". */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/visit.h"
#include "domain/coverage.h"
#include "domain/door.h"
#include "domain/patient.h"
#include "domain/waitlist.h"
#include "page/gate.h"
#include "staff/attend_part.h"
#include "staff/need_part.h"
#include "staff/pages.h"
#include "staff/prep_part.h"
#include "staff/sequence_part.h"
#include "staff/visit_part.h"
#include "store/coverage_store.h"
#include "store/door_store.h"
#include "store/patient_store.h"
#include "store/series_store.h"
#include "store/visit_store.h"
#include "store/visit_type_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* ---- the page ---------------------------------------------------------- */

static const char *
or_none(const char *s)
{
	return s[0] ? s : "Not recorded";
}

static void
draw_facts(struct req *rq, struct tpl *t, const struct visit *v,
	const struct show *show)
{
	struct local l = zone_local(show->zone, v->start);

	tpl_int(t, "ID", v->id);
	tpl_int(t, "PATIENT_ID", v->patient_id);
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_text(t, "BORN", show_birth(show, v->birth));
	tpl_text(t, "MRN", visit_part_mrn(rq, v));
	tpl_text(t, "SPEAKS", patient_language_label(v->patient_language));
	tpl_show_if(t, "INTERPRETER", v->interpreter);
	tpl_text(t, "WHAT", visit_part_what(v));
	tpl_text(t, "DAY", show_day_long(show, l.day));
	tpl_text(t, "ISO", show_iso_time(show, v->start));
	tpl_text(t, "TIMES", visit_part_times(show, v->start, v->end));
	tpl_text(t, "ZONE", zone_abbr(show->zone, v->start));
	tpl_text(t, "WITH", or_none(v->provider_name));
	tpl_text(t, "PLACE", v->site_name);
	tpl_text(t, "ROOM", v->room_name[0] ? v->room_name : "No room");
	tpl_text(t, "MODE", visit_mode_label(v->mode));
	if (strcmp(v->mode, "video") == 0 && req_may(rq, PERM_VISIT_WRITE))
		tpl_int(tpl_row(t, "VIDEO"), "ID", v->id);
	tpl_text(t, "REASON", or_none(v->reason));
	tpl_show_if(t, "HAS_NOTE", v->note[0] != '\0');
	tpl_text(t, "NOTE", v->note);
	visit_part_tag(t, "STATUS", v);
	if (v->overbooked)
		tpl_text(tpl_row(t, "OVERBOOKED"), "WHY", v->overbook_reason);
	tpl_text(t, "CALENDAR",
		arena_printf(rq->arena, "/calendar?date=%s&site=%lld",
			show_iso(show, l.day), (long long)v->site_id));
}

static void
draw_closed(struct tpl *t, const struct visit *v)
{
	struct tpl *row;

	if (v->replaced_by_id)
		tpl_int(tpl_row(t, "REPLACED"), "TO", v->replaced_by_id);
	if (v->replaces_id)
		tpl_int(tpl_row(t, "REPLACES"), "OF", v->replaces_id);
	if (v->cancelled == INSTANT_NONE || v->replaced_by_id)
		return;
	row = tpl_row(t, "CANCELLED");
	tpl_text(row, "BY",
		strcmp(v->cancelled_by, "patient") == 0 ? "the patient"
							: "the clinic");
	tpl_text(row, "WHY", visit_reason_label(v->cancel_reason));
}

static void
check_row(struct tpl *t, const char *what, const char *tone, const char *icon,
	const char *text, const char *more, const char *url)
{
	struct tpl *row = tpl_row(t, "CHECK");

	tpl_text(row, "WHAT", what);
	tpl_text(row, "TONE", tone);
	tpl_text(row, "ICON", icon);
	tpl_text(row, "TEXT", text);
	tpl_text(row, "MORE", more);
	if (url)
		tpl_text(tpl_row(row, "LINK"), "URL", url);
}

static const struct coverage *
pays_first(const struct coverages *list, day_t day)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct coverage *c = &list->v[i];

		if ((c->start == DAY_NONE || c->start <= day) &&
			(c->end == DAY_NONE || c->end >= day))
			return c;
	}
	return NULL;
}

/* Checked in the calendar month of the visit, or not. */
static int
check_coverage(struct req *rq, struct tpl *t, const struct visit *v,
	const struct show *show)
{
	struct coverages list = {0};
	struct coverage_checks checks = {0};
	day_t day = zone_local(show->zone, v->start).day;
	const struct coverage *c;
	const struct coverage_check *last = NULL;
	const char *url = arena_printf(rq->arena, "/patients/%lld/insurance",
		(long long)v->patient_id);

	if (coverage_store_list(
		    rq->db, rq->arena, rq->scope, v->patient_id, false, &list))
		return -1;
	c = pays_first(&list, day);
	if (!c) {
		check_row(t, "Coverage", "amber", "triangle-alert",
			"None recorded for this day", "", url);
		return 0;
	}
	if (coverage_store_checks(rq->db, rq->arena, rq->scope, c->id, &checks))
		return -1;
	if (checks.n)
		last = &checks.v[0];
	if (!last)
		check_row(t, "Coverage", "amber", "circle-dashed",
			"Not checked", c->payer, url);
	else if (strcmp(last->result, "active") == 0)
		check_row(t, "Coverage", "green", "circle-check", "Active",
			arena_printf(rq->arena, "%s, asked for %s", c->payer,
				show_day(show, last->service)),
			url);
	else
		check_row(t, "Coverage", "red", "circle-alert",
			strcmp(last->result, "inactive") == 0
				? "Inactive at the last check"
				: "Could not be checked",
			c->payer, url);
	return 0;
}

static int
draw_checks(struct req *rq, struct tpl *t, const struct visit *v,
	const struct show *show)
{
	enum visit_state s = visit_state(v);

	if (visit_state_closed(s))
		return 0;
	tpl_show_if(t, "CHECKS", true);
	if (s == VISIT_CONFIRMED)
		check_row(t, "Confirmed", "green", "circle-check",
			strcmp(v->confirmed_by, "patient") == 0
				? "By the patient"
				: "By staff",
			show_when(show, v->confirmed), NULL);
	else if (s == VISIT_UNCONFIRMED)
		check_row(t, "Confirmed", "amber", "circle-help",
			"Asked, no answer", show_when(show, v->asked), NULL);
	else if (s == VISIT_BOOKED)
		check_row(t, "Confirmed", "", "circle-dashed", "Not asked yet",
			"", NULL);
	return check_coverage(rq, t, v, show);
}

static int
draw_history(struct req *rq, struct tpl *t, const struct visit *v,
	const struct show *show)
{
	struct visit_events list = {0};

	if (visit_store_events(rq->db, rq->arena, rq->scope, v->id, &list))
		return -1;
	for (size_t i = list.n; i-- > 0;) {
		const struct visit_event *e = &list.v[i];
		struct tpl *row = tpl_row(t, "EVENT");
		bool moved = strcmp(e->what, "moved") == 0;

		tpl_text(row, "WHAT", visit_what_label(e->what));
		tpl_text(row, "WHEN", show_when(show, e->at));
		tpl_text(row, "ISO", show_iso_time(show, e->at));
		tpl_text(row, "WHO",
			e->user_name[0]			   ? e->user_name
			: strcmp(e->actor, "patient") == 0 ? "The patient"
							   : "The system");
		if (e->detail[0] && !moved)
			tpl_text(tpl_row(row, "DETAIL"), "TEXT", e->detail);
	}
	tpl_show_if(t, "NO_EVENTS", list.n == 0);
	return 0;
}

/* What the table allows, for who is looking, now. */
static void
draw_acts(struct req *rq, struct tpl *t, const struct visit *v)
{
	bool first = true;

	for (int a = 0; a < VISIT_ACT_COUNT; a++) {
		enum visit_act act = (enum visit_act)a;
		struct tpl *row;

		if (!care_visit_may(rq->scope, v, act, rq->now))
			continue;
		if (act == VISIT_ACT_MOVE || act == VISIT_ACT_CANCEL) {
			row = tpl_row(t, "GO");
			tpl_text(row, "URL",
				arena_printf(rq->arena, "/appointments/%lld/%s",
					(long long)v->id, visit_act_name(act)));
		} else {
			row = tpl_row(t, "ACT");
			tpl_int(row, "ID", v->id);
			tpl_int(row, "VERSION", v->version);
			tpl_text(row, "ACT_NAME", visit_act_name(act));
			tpl_show_if(row, "FIRST",
				first && act != VISIT_ACT_UNDO &&
					act != VISIT_ACT_NO_SHOW &&
					act != VISIT_ACT_LEFT);
			first = false;
		}
		tpl_text(row, "LABEL", visit_act_label(act));
	}
}

static void
draw_length(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct tpl *row;

	if (!care_visit_may_length(rq->scope, v))
		return;
	row = tpl_row(t, "GO");
	tpl_text(row, "URL",
		arena_printf(rq->arena, "/appointments/%lld/length",
			(long long)v->id));
	tpl_text(row, "LABEL", "Change length");
}

/* To come: an earlier time may be wished for. Given up and still ahead: it
 * may be offered. */
static void
draw_waitlist(struct req *rq, struct tpl *t, const struct visit *v)
{
	enum visit_state s = visit_state(v);
	bool ahead = v->start > rq->now && v->visit_type_id;

	if (!req_may(rq, PERM_VISIT_WRITE))
		return;
	if (wait_may_join(v, rq->now))
		tpl_int(tpl_row(t, "EARLIER"), "OF", v->id);
	if (ahead && (s == VISIT_CANCELLED || s == VISIT_RESCHEDULED))
		tpl_int(tpl_row(t, "FREED"), "OF", v->id);
}

/* Its place in a series; or a way to make it the first of one. */
static int
draw_series(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct series s;
	struct tpl *row;
	int found = series_store_of(rq->db, rq->arena, rq->scope, v->id, &s);

	if (found < 0)
		return -1;
	if (found) {
		row = tpl_row(t, "SERIES");
		tpl_int(row, "OF", v->id);
		tpl_int(row, "PLACE", s.place);
		tpl_int(row, "TOTAL", s.total);
	} else if (v->provider_id && v->start > rq->now &&
		   care_visit_may(rq->scope, v, VISIT_ACT_MOVE, rq->now)) {
		row = tpl_row(t, "GO");
		tpl_text(row, "URL",
			arena_printf(rq->arena, "/appointments/%lld/repeat",
				(long long)v->id));
		tpl_text(row, "LABEL", "Repeat this visit");
	}
	return 0;
}

/* How they came in, if not at the desk; before that, a code to do so. */
static int
draw_door(struct req *rq, struct tpl *t, const struct visit *v)
{
	struct arrival r;
	struct tpl *row;
	int found = door_store_arrival(rq->db, rq->arena, rq->scope, v->id, &r);

	if (found < 0)
		return -1;
	tpl_show_if(t, "MAY_CODE",
		req_may(rq, PERM_VISIT_WRITE) && v->birth != DAY_NONE &&
			door_code_good(v, rq->now));
	if (found == 0)
		return 0;
	row = tpl_row(t, "DOOR");
	tpl_text(row, "TEXT",
		r.kiosk[0] ? arena_printf(rq->arena, "%s: %s",
				     door_label(r.door), r.kiosk)
			   : door_label(r.door));
	if (r.desk[0])
		tpl_text(tpl_row(row, "LEFT"), "TEXT",
			door_desk_label(rq->arena, r.desk));
	return 0;
}

static int
visit_show_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);
	enum visit_state s = visit_state(v);
	struct tpl *t = req_tpl(rq, "staff/visit_show.tpl");

	req_title(rq, arena_printf(rq->arena, "%s, %s", visit_part_what(v),
			      visit_part_name(rq, v)));
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	draw_facts(rq, t, v, show);
	draw_closed(t, v);
	draw_acts(rq, t, v);
	draw_length(rq, t, v);
	if ((s == VISIT_NOSHOW || s == VISIT_CANCELLED || s == VISIT_LEFT) &&
		req_may(rq, PERM_VISIT_WRITE))
		tpl_int(tpl_row(t, "AGAIN"), "OF", v->id);
	draw_waitlist(rq, t, v);
	if (req_may(rq, PERM_CHART_READ))
		tpl_int(tpl_row(t, "PACKET"), "OF", v->id);
	if (draw_series(rq, t, v) || draw_door(rq, t, v) ||
		visit_part_after(rq, t, v) || draw_checks(rq, t, v, show) ||
		sequence_part_card(rq, t, v, true) ||
		need_part_list(rq, t, v) || prep_part_list(rq, t, v) ||
		attend_part(rq, t, v) ||
		(!visit_state_closed(s) && need_part_warnings(rq, t, v, 0)) ||
		draw_history(rq, t, v, show))
		return req_db_err(rq);
	return req_html(rq);
}

const struct page visit_show_page = {
	.method = "GET",
	.path = "/appointments/:visit",
	.perm = PERM_VISIT_READ,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = visit_show_run,
	.about = "One visit: facts, checks, history, and what can be done.",
};

/* ---- status ------------------------------------------------------------ */

/* Told on the next page, with a way back where there is one. */
static int
done(struct req *rq, enum visit_act act)
{
	const struct visit *v = rq->o.visit;
	struct visit now;
	const char *undo = NULL;

	if (visit_store_get(rq->db, rq->arena, rq->scope, v->id, &now) < 0)
		return req_db_err(rq);
	if (act != VISIT_ACT_UNDO &&
		care_visit_may(rq->scope, &now, VISIT_ACT_UNDO, rq->now))
		undo = arena_printf(rq->arena,
			"/appointments/%lld/undo?version=%lld",
			(long long)v->id, (long long)now.version);
	req_flash(rq, undo, "%s", visit_act_done(act));
	return req_redirect(rq, "/appointments/%lld", (long long)v->id);
}

static int
step(struct req *rq, int64_t version, enum visit_act act)
{
	struct act a = page_act(rq);
	const struct visit *v = rq->o.visit;

	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	req_note(rq, "act=%s", visit_act_name(act));
	if (care_visit_status(&a, v, version, act))
		return visit_part_refused(rq, v);
	return done(rq, act);
}

static const struct field status_fields[] = {
	{.name = "act", .type = FIELD_TOKEN, .required = true},
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form status_form = FORM(status_fields);

static int
visit_status_again(struct req *rq)
{
	return req_fail(rq, ERR_INPUT,
		"This button is damaged. Go back, load the page again and "
		"press it once more.");
}

static int
visit_status_run(struct req *rq)
{
	enum visit_act act;

	if (!visit_act_parse(form_text(rq, "act"), &act) ||
		act == VISIT_ACT_MOVE || act == VISIT_ACT_CANCEL)
		return visit_status_again(rq);
	return step(rq, form_int(rq, "version"), act);
}

const struct page visit_status_page = {
	.method = "POST",
	.path = "/appointments/:visit/status",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_STATUS,
	.body_max = 2048,
	.form = &status_form,
	.run = visit_status_run,
	.again = visit_status_again,
	.about = "Arrive, room, with clinician, checkout, done, no-show, "
		 "undo.",
};

static const struct field version_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form version_form = FORM(version_fields);

static int
visit_confirm_run(struct req *rq)
{
	return step(rq, form_int(rq, "version"), VISIT_ACT_CONFIRM);
}

const struct page visit_confirm_page = {
	.method = "POST",
	.path = "/appointments/:visit/confirm",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_CONFIRM,
	.body_max = 2048,
	.form = &version_form,
	.run = visit_confirm_run,
	.again = visit_status_again,
	.about = "The patient confirmed, told to staff.",
};

/* From the line that says what was done: that step, and no later one. */
static int
visit_undo_run(struct req *rq)
{
	return step(rq, query_int(rq, "version"), VISIT_ACT_UNDO);
}

const struct page visit_undo_page = {
	.method = "POST",
	.path = "/appointments/:visit/undo",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_STATUS,
	.body_max = 2048,
	.query = &version_form,
	.run = visit_undo_run,
	.about = "Take back the last step of a visit.",
};

/* ---- cancel ------------------------------------------------------------ */

static const struct option by_options[] = {
	{"patient", "The patient"},
	{"clinic", "The clinic"},
	{NULL, NULL},
};

/* In the order of enum visit_next. */
static const struct option next_options[] = {
	{"rebook", "Book another visit now"},
	{"call", "Call the patient about another visit"},
	{"recall", "Recall the patient at a later time"},
	{"none", "Nothing needs to happen"},
	{NULL, NULL},
};

static const struct option others_options[] = {
	{"keep", "They stay booked"},
	{"cancel", "Cancel those that are to come, too"},
	{NULL, NULL},
};

static const struct field cancel_fields[] = {
	{.name = "by",
		.label = "Who cancels?",
		.type = FIELD_RADIO,
		.options = by_options,
		.required = true,
		.missing = "Say who cancels"},
	{.name = "reason",
		.label = "Why?",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose why the visit is cancelled"},
	{.name = "note",
		.label = "Note",
		.hint = "For colleagues. It stands in the history.",
		.type = FIELD_TEXT,
		.max = 200},
	{.name = "next",
		.label = "What happens next?",
		.type = FIELD_RADIO,
		.options = next_options,
		.required = true,
		.missing = "Say what happens next"},
	{.name = "on",
		.label = "Recall on",
		.hint = "If they are to come again at a later time.",
		.type = FIELD_DAY},
	{.name = "why",
		.label = "Why does nothing follow?",
		.hint = "If nothing needs to happen.",
		.type = FIELD_TEXT,
		.max = 120},
	{.name = "others",
		.label = "What becomes of the other visits?",
		.type = FIELD_RADIO,
		.ruled = true,
		.options = others_options},
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
static const struct form cancel_form = FORM(cancel_fields);

static void
reason_options(struct req *rq)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));

	*ARENA_PUSH(rq->arena, o) = (struct option){"", "Choose a reason"};
	for (const struct word *w = visit_cancel_patient; w->value; w++)
		*ARENA_PUSH(rq->arena, o) = (struct option){w->value,
			arena_printf(rq->arena, "Patient: %s", w->label)};
	for (const struct word *w = visit_cancel_clinic; w->value; w++)
		*ARENA_PUSH(rq->arena, o) = (struct option){w->value,
			arena_printf(rq->arena, "Clinic: %s", w->label)};
	form_options(rq, "reason", o);
}

static int
cancel_page(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	const struct show *show = visit_part_show(rq, v->zone);
	struct chain_visits chain;
	struct tpl *t;

	if (!care_visit_may(rq->scope, v, VISIT_ACT_CANCEL, rq->now)) {
		err_set(&rq->err, ERR_CONFLICT,
			"This visit is %s. It cannot be cancelled now.",
			visit_state_label(visit_state(v)));
		return visit_part_refused(rq, v);
	}
	t = req_tpl(rq, "staff/visit_cancel.tpl");
	req_title(rq, arena_printf(rq->arena, "Cancel visit, %s",
			      visit_part_name(rq, v)));
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	draw_facts(rq, t, v, show);
	if (sequence_part_chained(rq, t, v, &chain) < 0)
		return req_db_err(rq);
	reason_options(rq);
	tpl_show_if(t, "TOLD", v->told);
	tpl_show_if(t, "NOT_TOLD", !v->told);
	form_draw(rq, t);
	return form_bad(rq) ? req_form_again(rq) : req_html(rq);
}

static int
visit_cancel_ask_run(struct req *rq)
{
	form_start(rq, &cancel_form);
	form_set_int(rq, "version", rq->o.visit->version);
	return cancel_page(rq);
}

const struct page visit_cancel_ask_page = {
	.method = "GET",
	.path = "/appointments/:visit/cancel",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_VISIT_VIEW,
	.run = visit_cancel_ask_run,
	.about = "Ask who cancels a visit, and why.",
};

static enum visit_next
next_given(struct req *rq)
{
	int i = 0;

	while (next_options[i].value &&
		strcmp(next_options[i].value, form_text(rq, "next")) != 0)
		i++;
	return (enum visit_next)i;
}

/* Of a visit in a sequence the person says what becomes of the others. */
static int
others_asked(struct req *rq, struct act *a)
{
	struct chain_visits chain;
	int found = care_sequence_of(a, rq->o.visit, &chain);

	if (found <= 0 || form_text(rq, "others")[0])
		return found < 0 ? -1 : 0;
	return err_field(&rq->err, "others",
		"Say what becomes of the other visits of %s", chain.chain.name);
}

static int
cancel_others(struct req *rq, struct act *a)
{
	int n = 0;

	if (strcmp(form_text(rq, "others"), "cancel") != 0)
		return 0;
	if (care_sequence_cancel_rest(a, rq->o.visit, form_text(rq, "by"),
		    form_text(rq, "reason"), form_text(rq, "note"), &n))
		return -1;
	req_note(rq, "others=%d", n);
	return 0;
}

static int
visit_cancel_run(struct req *rq)
{
	struct act a = page_act(rq);
	const struct visit *v = rq->o.visit;
	enum visit_next next = next_given(rq);

	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
	if (others_asked(rq, &a) ||
		care_visit_cancel(&a, v, form_int(rq, "version"),
			form_text(rq, "by"), form_text(rq, "reason"),
			form_text(rq, "note")) ||
		care_visit_next(&a, v, next, form_day(rq, "on"),
			form_text(rq, "why")) ||
		cancel_others(rq, &a)) {
		if (rq->err.kind != ERR_INPUT)
			return visit_part_refused(rq, v);
		form_error(rq, rq->err.field, "%s", rq->err.text);
		return cancel_page(rq);
	}
	rq->audit_reason = form_text(rq, "reason");
	if (next != VISIT_NEXT_REBOOK)
		return done(rq, VISIT_ACT_CANCEL);
	req_flash(rq, NULL, "Visit cancelled. Choose another time.");
	return req_redirect(
		rq, "/appointments/new?again=%lld", (long long)v->id);
}

const struct page visit_cancel_page = {
	.method = "POST",
	.path = "/appointments/:visit/cancel",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_CANCEL,
	.body_max = 4096,
	.form = &cancel_form,
	.run = visit_cancel_run,
	.again = cancel_page,
	.about = "Cancel a visit, with who and why.",
};
