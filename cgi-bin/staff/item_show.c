/* The page of one open loop. Markup: templates/staff/item_show.tpl; acts:
 * staff/item_pages.c. */
#include <string.h>

#include "base/arena.h"
#include "domain/patient.h"
#include "staff/item_forms.h"
#include "staff/item_list.h"
#include "staff/item_show.h"
#include "staff/pages.h"
#include "store/patient_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* ---- facts ------------------------------------------------------------ */

static void
fact(struct tpl *t, const char *label, const char *value)
{
	struct tpl *row;

	if (value[0] == '\0')
		return;
	row = tpl_row(t, "FACT");
	tpl_text(row, "LABEL", label);
	tpl_text(row, "VALUE", value);
}

static const char *
due_fact(struct req *rq, const struct item *it)
{
	struct local l = zone_local(rq->zone, it->due_at);

	if (it->due_all_day)
		return arena_printf(
			rq->arena, "%s, any time", show_day(rq->show, l.day));
	return show_when(rq->show, it->due_at);
}

static const char *
by(struct req *rq, instant_t at, const char *name, const char *nobody)
{
	return arena_printf(rq->arena, "%s by %s", show_when(rq->show, at),
		name[0] ? name : nobody);
}

static void
facts(struct req *rq, struct tpl *t, const struct item *it)
{
	static const char *const urgency[] = {"", "Urgent", "Normal", "Low"};

	fact(t, "Kind", item_kind_label(it->kind));
	fact(t, "Due", due_fact(rq, it));
	fact(t, "Owner", it->owner[0] ? it->owner : "Unassigned");
	fact(t, "Team", it->team);
	fact(t, "Urgency", urgency[it->priority]);
	fact(t, "Waiting on", it->waiting_on);
	if (it->snoozed_until != INSTANT_NONE && it->snoozed_until > rq->now)
		fact(t, "Hidden until",
			show_day(rq->show,
				zone_local(rq->zone, it->snoozed_until).day));
	fact(t, "Opened",
		by(rq, it->opened_at, it->opener, "the patient or the system"));
	fact(t, "Next step", it->next_step);
	if (it->closed_at == INSTANT_NONE)
		return;
	fact(t, it->state == ITEM_DONE ? "Done" : "Cancelled",
		by(rq, it->closed_at, it->closer, "the system"));
	fact(t, "Reason", it->close_reason);
}

static const char *
proof_words(struct req *rq, const struct item *it, const struct attempts *tries)
{
	switch (it->proof) {
	case PROOF_ATTEMPT:
		for (size_t i = 0; i < tries->n; i++)
			if (tries->v[i].id == it->evidence_id)
				return arena_printf(rq->arena, "%s, %s",
					attempt_outcome_label(
						tries->v[i].outcome),
					show_when(rq->show, tries->v[i].at));
		return "An attempt that reached somebody";
	case PROOF_APPOINTMENT:
		return "A visit";
	case PROOF_COVERAGE_CHECK:
		return "A coverage check that said active";
	case PROOF_NOTE:
		return "A note";
	case PROOF_NONE:
		break;
	}
	return "";
}

static void
about(struct req *rq, struct tpl *t, const struct item *it)
{
	struct tpl *row;
	const char *label = NULL, *url = NULL;
	long long id = (long long)it->subject_id;

	if (strcmp(it->subject_type, "appointment") == 0) {
		label = "Open the visit";
		url = arena_printf(rq->arena, "/appointments/%lld", id);
	} else if (strcmp(it->subject_type, "coverage") == 0) {
		label = "Open the policy";
		url = arena_printf(rq->arena, "/insurance/policies/%lld", id);
	}
	if (!url || id == 0)
		return;
	row = tpl_row(t, "ABOUT");
	tpl_text(row, "URL", url);
	tpl_text(row, "LABEL", label);
}

static int
patient_card(
	struct req *rq, struct tpl *t, const struct item *it, struct patient *p)
{
	struct tpl *row;

	if (it->patient_id == 0)
		return 0;
	if (patient_store_get(rq->db, rq->arena, rq->scope, it->patient_id, p) <
		0)
		return -1;
	row = tpl_row(t, "PATIENT");
	tpl_int(row, "ID", it->patient_id);
	tpl_text(row, "NAME", patient_list_name(rq->arena, p));
	if (p->preferred[0])
		tpl_text(tpl_row(row, "CALLED"), "TEXT", p->preferred);
	tpl_text(row, "BORN", show_birth(rq->show, p->birth));
	tpl_text(row, "MRN", patient_mrn_show(rq->arena, p->mrn));
	tpl_text(row, "PHONE",
		p->phone[0] ? show_phone(rq->show, p->phone) : "Not recorded");
	tpl_text(row, "LANGUAGE", patient_language_label(p->language));
	tpl_show_if(row, "INTERPRETER", p->interpreter);
	if (p->contact_note[0])
		tpl_text(tpl_row(row, "HOW"), "TEXT", p->contact_note);
	req_about_patient(rq, it->patient_id);
	return 0;
}

/* ---- history ---------------------------------------------------------- */

static const struct {
	const char *what, *label, *icon;
} happened[] = {
	{"opened", "Opened", "plus"},
	{"assigned", "Owner changed", "user-check"},
	{"due", "Due date changed", "calendar-clock"},
	{"state", "Status changed", "hourglass"},
	{"snoozed", "Snoozed", "clock"},
	{"attempt", "Attempt", "phone"},
	{"done", "Done", "circle-check"},
	{"cancelled", "Cancelled", "circle-x"},
	{"undone", "Undone", "undo-2"},
};

static const char *
change(struct req *rq, const struct item_event *e)
{
	const char *from = e->before, *to = e->after;

	if (strcmp(e->what, "attempt") == 0)
		return arena_printf(rq->arena, "%s: %s",
			attempt_channel_label(from), attempt_outcome_label(to));
	if (strcmp(e->what, "assigned") == 0)
		return arena_printf(rq->arena, "%s → %s",
			from[0] ? from : "Unassigned",
			to[0] ? to : "Unassigned");
	if (strcmp(e->what, "due") == 0 || strcmp(e->what, "state") == 0 ||
		strcmp(e->what, "undone") == 0)
		return arena_printf(rq->arena, "%s → %s", from, to);
	return strcmp(e->what, "done") == 0 ? "" : to;
}

static void
history(struct req *rq, struct tpl *t, const struct item_events *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct item_event *e = &list->v[i];
		struct tpl *row = tpl_row(t, "EVENT");
		const char *label = e->what, *icon = "history";

		for (size_t k = 0; k < sizeof(happened) / sizeof(happened[0]);
			k++)
			if (strcmp(happened[k].what, e->what) == 0) {
				label = happened[k].label;
				icon = happened[k].icon;
			}
		tpl_text(row, "WHAT", label);
		tpl_text(row, "ICON", icon);
		tpl_text(row, "CHANGE", change(rq, e));
		if (e->note[0] && strcmp(e->what, "undone") != 0)
			tpl_text(tpl_row(row, "NOTE"), "TEXT", e->note);
		tpl_text(row, "WHEN", show_when(rq->show, e->at));
		tpl_text(row, "ISO", show_iso_time(rq->show, e->at));
		tpl_text(row, "WHO",
			e->user[0]			   ? e->user
			: strcmp(e->actor, "patient") == 0 ? "The patient"
							   : "Handrail");
	}
}

static void
attempts(struct req *rq, struct tpl *t, const struct attempts *list)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct attempt *a = &list->v[i];
		struct tpl *row = tpl_row(t, "TRY");
		bool contact = attempt_is_contact(a->outcome);

		tpl_text(row, "WHEN", show_when(rq->show, a->at));
		tpl_text(row, "ISO", show_iso_time(rq->show, a->at));
		tpl_text(row, "WHO", a->user);
		tpl_text(row, "HOW", attempt_channel_label(a->channel));
		tpl_text(row, "NUMBER", show_phone(rq->show, a->number));
		tpl_text(row, "PERSON", a->person);
		tpl_text(row, "OUTCOME", attempt_outcome_label(a->outcome));
		tpl_text(row, "TONE", contact ? "green" : "");
		if (a->note[0])
			tpl_text(tpl_row(row, "NOTE"), "TEXT", a->note);
	}
	tpl_show_if(t, "TRIES", list->n > 0);
	tpl_show_if(t, "NO_TRIES", list->n == 0);
}

/* ---- forms ------------------------------------------------------------ */

static int
proof_options(struct req *rq, const struct item *it,
	const struct attempts *tries, struct options *out)
{
	struct item_candidates visits = {0};

	for (size_t i = 0; i < tries->n; i++)
		if (item_proof_ok(it->kind, PROOF_ATTEMPT) &&
			attempt_is_contact(tries->v[i].outcome))
			*ARENA_PUSH(rq->arena, out) = (struct option){
				arena_printf(rq->arena, "attempt:%lld",
					(long long)tries->v[i].id),
				arena_printf(rq->arena, "%s, %s",
					attempt_outcome_label(
						tries->v[i].outcome),
					show_when(rq->show, tries->v[i].at))};
	if (it->patient_id && item_proof_ok(it->kind, PROOF_APPOINTMENT) &&
		item_store_candidates(
			rq->db, rq->arena, rq->scope, it, rq->now, &visits))
		return -1;
	*ARENA_PUSH(rq->arena, out) = (struct option){"note", "The note below"};
	for (size_t i = 0; i < visits.n; i++)
		*ARENA_PUSH(rq->arena, out) = (struct option){
			arena_printf(rq->arena, "appointment:%lld",
				(long long)visits.v[i].id),
			arena_printf(rq->arena, "Visit %s, %s",
				show_when(rq->show, visits.v[i].at),
				visits.v[i].text)};
	return 0;
}

static const char *
holder_value(struct req *rq, const struct item *it)
{
	if (it->owner_id)
		return arena_printf(
			rq->arena, "u%lld", (long long)it->owner_id);
	if (it->team_id)
		return arena_printf(rq->arena, "t%lld", (long long)it->team_id);
	return "";
}

/* Start one of the page's forms, unless it is the one that came back. */
struct page_forms {
	const struct form *posted; /* NULL: none */
	struct options owners, proofs;
};

static bool
fresh(struct req *rq, const struct form *form, const struct page_forms *f)
{
	if (form == f->posted)
		return false;
	rq->form = NULL;
	form_start(rq, form);
	return true;
}

static void
call_forms(struct req *rq, struct tpl *t, const struct patient *p,
	const struct page_forms *f)
{
	if (fresh(rq, &attempt_form, f)) {
		form_set_text(rq, "channel", "phone");
		if (p->phone)
			form_set_text(
				rq, "number", show_phone(rq->show, p->phone));
		form_draw(rq, t);
	}
	if (fresh(rq, &done_form, f)) {
		form_options(rq, "proof", &f->proofs);
		form_draw(rq, t);
	}
	if (fresh(rq, &cancel_form, f))
		form_draw(rq, t);
}

static void
plan_forms(struct req *rq, struct tpl *t, const struct item *it,
	const struct page_forms *f)
{
	struct local due = zone_local(rq->zone, it->due_at);

	if (fresh(rq, &assign_form, f)) {
		form_options(rq, "owner", &f->owners);
		form_set_text(rq, "owner", holder_value(rq, it));
		form_draw(rq, t);
	}
	if (fresh(rq, &due_form, f)) {
		form_set_day(
			rq, "due", due.day < rq->today ? rq->today : due.day);
		if (!it->due_all_day)
			form_set_text(rq, "by",
				arena_printf(rq->arena, "%02d:%02d",
					due.minute / 60, due.minute % 60));
		form_draw(rq, t);
	}
	if (fresh(rq, &snooze_form, f)) {
		form_set_day(rq, "until", rq->today + 1);
		form_draw(rq, t);
	}
	if (fresh(rq, &state_form, f)) {
		form_set_text(rq, "state", item_state_name(it->state));
		form_set_text(rq, "waiting_on", it->waiting_on);
		form_draw(rq, t);
	}
}

static int
forms(struct req *rq, struct tpl *t, const struct item *it,
	const struct patient *p, const struct attempts *tries)
{
	struct page_forms f = {
		.posted = rq->form ? rq->page->form : NULL,
	};

	if (item_owner_options(rq, &f.owners) ||
		proof_options(rq, it, tries, &f.proofs))
		return -1;
	if (f.posted) {
		if (f.posted == &assign_form)
			form_options(rq, "owner", &f.owners);
		if (f.posted == &done_form)
			form_options(rq, "proof", &f.proofs);
		form_draw(rq, t);
	}
	call_forms(rq, t, p, &f);
	plan_forms(rq, t, it, &f);
	return 0;
}

/* ---- the page --------------------------------------------------------- */

static int
undo_row(struct req *rq, struct tpl *t, const struct item *it)
{
	struct item_last last = {0};

	if (item_store_last(rq->db, rq->arena, rq->scope, it->id, &last) < 0)
		return -1;
	tpl_show_if(t, "UNDO",
		last.undoable && rq->now - last.at <= ITEM_UNDO_S &&
			item_may_change(it, rq->scope));
	return 0;
}

static int
draw(struct req *rq)
{
	const struct item *it = rq->o.item;
	struct tpl *t = req_tpl(rq, "staff/item_show.tpl");
	struct attempts tries = {0};
	struct item_events events = {0};
	struct patient p = {0};
	bool may =
		req_may(rq, PERM_WORK_WRITE) && item_may_change(it, rq->scope);
	bool open = item_state_open(it->state);

	if (item_store_attempts(rq->db, rq->arena, rq->scope, it->id, &tries) ||
		item_store_events(
			rq->db, rq->arena, rq->scope, it->id, &events) ||
		patient_card(rq, t, it, &p) || undo_row(rq, t, it))
		return -1;
	if (open && may && forms(rq, t, it, &p, &tries))
		return -1;
	req_title(rq, it->title);
	req_about(rq, "work_item", it->id);
	tpl_int(t, "ID", it->id);
	tpl_int(t, "VERSION", it->version);
	tpl_text(t, "TITLE", it->title);
	tpl_text(t, "KIND", item_kind_label(it->kind));
	tpl_text(t, "KIND_CLASS", item_kind_class(it->kind));
	tpl_text(t, "KIND_ICON", item_kind_icon(it->kind));
	tpl_text(t, "DUE", item_due_words(rq, it));
	tpl_show_if(t, "LATE", item_late(it, rq->now));
	if (it->detail[0])
		tpl_text(tpl_row(t, "DETAIL"), "TEXT", it->detail);
	item_tag(rq, t, it);
	facts(rq, t, it);
	fact(t, "Shown by", proof_words(rq, it, &tries));
	fact(t, "What was done", it->evidence);
	about(rq, t, it);
	attempts(rq, t, &tries);
	history(rq, t, &events);
	tpl_show_if(t, "OPEN", open && may);
	if (open && !may)
		tpl_text(tpl_row(t, "NOT_MINE"), "TEXT",
			it->owner[0] ? it->owner : "somebody else");
	return 0;
}

int
item_show_run(struct req *rq)
{
	return draw(rq) ? req_db_err(rq) : req_html(rq);
}

int
item_show_again(struct req *rq)
{
	return draw(rq) ? req_db_err(rq) : req_form_again(rq);
}

int
item_refused(
	struct req *rq, const char *field, const char *way, const char *label)
{
	struct tpl *t, *row;
	struct err err = rq->err;

	if (err.kind == ERR_INPUT && field && field[0]) {
		form_error(rq, field, "%s", err.text);
		return rq->page->again(rq);
	}
	if (err.kind != ERR_CONFLICT && err.kind != ERR_DENIED)
		return req_err(rq);
	t = req_tpl(rq, "part/error.tpl");
	req_title(rq, err.kind == ERR_CONFLICT ? "Somebody was faster"
					       : "Not yours to change");
	tpl_text(t, "TITLE",
		err.kind == ERR_CONFLICT ? "Somebody was faster"
					 : "Not yours to change");
	tpl_text(t, "TEXT", err.text);
	row = tpl_row(t, "ACTION");
	tpl_text(row, "URL", way);
	tpl_text(row, "LABEL", label);
	return req_html_status(rq, err_status(err.kind));
}

const struct page item_page = {
	.method = "GET",
	.path = "/items/:item",
	.perm = PERM_WORK_READ,
	.txn = TXN_READ,
	.audit = AUDIT_WORK_VIEW,
	.about = "One open item: facts, next step, attempts, history.",
	.run = item_show_run,
};

/* The old habit of calling it a follow-up leads to the same page. */
static int
followup_run(struct req *rq)
{
	return req_redirect(rq, "/items/%lld", (long long)rq->o.item->id);
}

const struct page followup_page = {
	.method = "GET",
	.path = "/followups/:item",
	.perm = PERM_WORK_READ,
	.txn = TXN_READ,
	.audit = AUDIT_NONE,
	.about = "The item's own page.",
	.run = followup_run,
};
