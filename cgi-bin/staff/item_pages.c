/* What is done to open loops, one or several. Acts: care/item.c,
 * care/items.c; forms: staff/item_forms.c; the page: staff/item_show.c. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "care/item.h"
#include "domain/patient.h"
#include "page/gate.h"
#include "staff/item_forms.h"
#include "staff/item_list.h"
#include "staff/item_show.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define BODY_MAX 16384

static const char *
own(struct req *rq)
{
	return arena_printf(
		rq->arena, "/items/%lld", (long long)rq->o.item->id);
}

/* field: where an error of the act is shown in this form. */
static int
refused(struct req *rq, const char *field)
{
	return item_refused(rq, field, own(rq), "Show the item");
}

/* The way back from the item as it is now; NULL: none. */
static const char *
undo_of(struct req *rq)
{
	struct item now;

	if (item_store_get(
		    rq->db, rq->arena, rq->scope, rq->o.item->id, &now) != 1)
		return NULL;
	return arena_printf(rq->arena, "%s/undo?version=%lld", own(rq),
		(long long)now.version);
}

/* Who and what the audit row is about. */
static struct act
begin(struct req *rq)
{
	req_about(rq, "work_item", rq->o.item->id);
	if (rq->o.item->patient_id)
		req_about_patient(rq, rq->o.item->patient_id);
	return page_act(rq);
}

/* "u12" is person 12, "t3" team 3. */
static bool
holder(const char *word, int64_t *owner, int64_t *team)
{
	int64_t id = word[0] ? part_number(word + 1) : 0;

	*owner = word[0] == 'u' ? id : 0;
	*team = word[0] == 't' ? id : 0;
	return *owner > 0 || *team > 0;
}

/* A moment of that day in the clinic's zone; 0: any time. */
static instant_t
moment(struct req *rq, day_t day, const char *field)
{
	instant_t at;

	if (!form_has(rq, field))
		return 0;
	zone_instant(rq->zone, day, (int)form_int(rq, field), &at);
	return at;
}

/* ---- one -------------------------------------------------------------- */

#define ITEM_POST(stem, act_, form_, audit_, about_)                           \
	const struct page item_##stem##_page = {                               \
		.method = "POST",                                              \
		.path = "/items/:item/" act_,                                  \
		.perm = PERM_WORK_WRITE,                                       \
		.txn = TXN_WRITE,                                              \
		.audit = audit_,                                               \
		.body_max = BODY_MAX,                                          \
		.form = form_,                                                 \
		.about = about_,                                               \
		.run = item_##stem##_run,                                      \
		.again = item_show_again,                                      \
	}

static int
finish(struct req *rq, struct act *act, int64_t attempt)
{
	struct item_proof_of p = {.proof = PROOF_ATTEMPT,
		.id = attempt,
		.note = form_text(rq, "said")};

	if (care_item_done(act, rq->o.item->id, ITEM_ANY_VERSION, &p))
		return refused(rq, "finish");
	req_flash(rq, undo_of(rq), "Attempt saved and item marked done.");
	return req_redirect(rq, "/today");
}

static int
item_attempt_run(struct req *rq)
{
	struct act act = begin(rq);
	struct attempt_new n = {
		.channel = form_text(rq, "channel"),
		.number = form_text(rq, "number"),
		.person = form_text(rq, "person"),
		.outcome = form_text(rq, "outcome"),
		.note = form_text(rq, "said"),
		.next = form_has(rq, "next") ? form_day(rq, "next") : DAY_NONE,
	};
	int64_t id;

	if (form_bad(rq))
		return item_show_again(rq);
	if (care_item_attempt(
		    &act, rq->o.item->id, form_int(rq, "version"), &n, &id))
		return refused(rq, rq->err.field);
	if (form_int(rq, "finish"))
		return finish(rq, &act, id);
	req_flash(rq, NULL, "Attempt saved.");
	return req_redirect(rq, "%s", own(rq));
}

ITEM_POST(attempt, "attempt", &attempt_form, AUDIT_WORK_UPDATE,
	"Write down a try to reach somebody.");

static int
item_assign_run(struct req *rq)
{
	struct act act = begin(rq);
	int64_t owner, team;

	if (!form_bad(rq) && !holder(form_text(rq, "owner"), &owner, &team))
		form_error(rq, "owner", "Choose a person or a team");
	if (form_bad(rq))
		return item_show_again(rq);
	if (care_item_assign(
		    &act, rq->o.item->id, form_int(rq, "version"), owner, team))
		return refused(rq, "owner");
	req_flash(rq, undo_of(rq), "Owner changed.");
	return req_redirect(rq, "%s", own(rq));
}

ITEM_POST(assign, "assign", &assign_form, AUDIT_WORK_UPDATE,
	"Give an item to somebody, or take it.");

static int
item_due_run(struct req *rq)
{
	struct act act = begin(rq);
	day_t day = form_day(rq, "due");

	if (form_bad(rq))
		return item_show_again(rq);
	if (care_item_due(&act, rq->o.item->id, form_int(rq, "version"), day,
		    moment(rq, day, "by")))
		return refused(rq, "due");
	req_flash(rq, undo_of(rq), "Due date changed.");
	return req_redirect(rq, "%s", own(rq));
}

ITEM_POST(due, "due", &due_form, AUDIT_WORK_UPDATE, "Change when it is due.");

static int
item_state_run(struct req *rq)
{
	struct act act = begin(rq);
	enum item_state state;

	if (!form_bad(rq) && !item_state_parse(form_text(rq, "state"), &state))
		form_error(rq, "state", "Choose a status");
	if (form_bad(rq))
		return item_show_again(rq);
	if (care_item_state(&act, rq->o.item->id, form_int(rq, "version"),
		    state, form_text(rq, "waiting_on")))
		return refused(rq, "state");
	req_flash(rq, undo_of(rq), "Status changed.");
	return req_redirect(rq, "%s", own(rq));
}

ITEM_POST(state, "state", &state_form, AUDIT_WORK_UPDATE,
	"Say with whom it lies.");

static int
item_snooze_run(struct req *rq)
{
	struct act act = begin(rq);
	day_t until = form_day(rq, "until");

	if (form_bad(rq))
		return item_show_again(rq);
	if (care_item_snooze(
		    &act, rq->o.item->id, form_int(rq, "version"), until))
		return refused(rq, "until");
	req_flash(
		rq, undo_of(rq), "Hidden until %s.", show_day(rq->show, until));
	return req_redirect(rq, "/today");
}

ITEM_POST(snooze, "snooze", &snooze_form, AUDIT_WORK_UPDATE,
	"Hide it until a day.");

/* "note", or "attempt:12", "appointment:5". */
static struct item_proof_of
proof_of(struct req *rq)
{
	struct item_proof_of p = {.note = form_text(rq, "note")};
	char *word = arena_strdup(rq->arena, form_text(rq, "proof"));
	char *colon = strchr(word, ':');

	if (colon) {
		*colon = '\0';
		p.id = part_number(colon + 1);
	}
	item_proof_parse(word, &p.proof);
	return p;
}

static int
item_done_run(struct req *rq)
{
	struct act act = begin(rq);
	struct item_proof_of p = proof_of(rq);

	if (form_bad(rq))
		return item_show_again(rq);
	if (care_item_done(&act, rq->o.item->id, form_int(rq, "version"), &p))
		return refused(rq, rq->err.field);
	req_flash(rq, undo_of(rq), "Marked done.");
	return req_redirect(rq, "/today");
}

ITEM_POST(done, "done", &done_form, AUDIT_WORK_CLOSE,
	"Close an item with what shows that it is done.");

static int
item_cancel_run(struct req *rq)
{
	struct act act = begin(rq);

	if (form_bad(rq))
		return item_show_again(rq);
	if (care_item_cancel(&act, rq->o.item->id, form_int(rq, "version"),
		    form_text(rq, "reason")))
		return refused(rq, "reason");
	req_flash(rq, undo_of(rq), "Item cancelled.");
	return req_redirect(rq, "/today");
}

ITEM_POST(cancel, "cancel", &cancel_form, AUDIT_WORK_CLOSE,
	"Close an item that is not needed, with the reason.");

static const struct field undo_asked[] = {
	{.name = "version", .type = FIELD_HIDDEN},
};
static const struct form undo_query = FORM(undo_asked);

/* What the button offered to take back, and nothing later. */
static int
item_undo_run(struct req *rq)
{
	struct act act = begin(rq);

	if (query_int(rq, "version") != rq->o.item->version) {
		err_set(&rq->err, ERR_CONFLICT,
			"There is nothing to undo: the item has changed "
			"since.");
		return refused(rq, NULL);
	}
	if (care_item_undo(&act, rq->o.item->id))
		return refused(rq, NULL);
	req_flash(rq, NULL, "Undone.");
	return req_redirect(rq, "%s", own(rq));
}

const struct page item_undo_page = {
	.method = "POST",
	.path = "/items/:item/undo",
	.perm = PERM_WORK_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WORK_UNDO,
	.body_max = BODY_MAX,
	.query = &undo_query,
	.about = "Take back the last change of an item, for ten minutes.",
	.run = item_undo_run,
};

/* ---- several ---------------------------------------------------------- */

static struct item_ids
ticked(struct req *rq)
{
	struct item_ids ids = {0};
	const char *value;

	for (size_t i = 0; (value = form_tick(rq, "item", i)); i++)
		if (part_number(value) > 0)
			*ARENA_PUSH(rq->arena, &ids) = part_number(value);
	return ids;
}

/* For the audit row: which items, and whose. */
static void
note_items(struct req *rq, const struct item_ids *ids)
{
	struct buf list = buf_new(rq->arena);

	for (size_t i = 0; i < ids->n; i++) {
		struct item it;

		if (item_store_get(
			    rq->db, rq->arena, rq->scope, ids->v[i], &it) != 1)
			continue;
		buf_addf(&list, "%s%lld", list.n ? " " : "", (long long)it.id);
		if (it.patient_id)
			req_shown(rq, it.patient_id);
	}
	req_note(rq, "items=%s", list.s);
}

/* The items chosen, and the form with what is wrong. */
static int
bulk_again(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/item_bulk.tpl");
	struct item_ids ids = ticked(rq);
	struct options *owners = arena_alloc(rq->arena, sizeof(*owners));

	if (item_owner_options(rq, owners))
		return req_db_err(rq);
	form_options(rq, "owner", owners);
	form_draw(rq, t);
	for (size_t i = 0; i < ids.n; i++) {
		struct item it;
		struct tpl *row;

		if (item_store_get(
			    rq->db, rq->arena, rq->scope, ids.v[i], &it) != 1)
			continue;
		row = tpl_row(t, "CHOSEN");
		tpl_int(row, "ID", it.id);
		tpl_text(row, "TITLE", it.title);
		tpl_text(row, "WHOM",
			patient_name_list(rq->arena, it.family, it.given));
		tpl_text(row, "DUE", item_due_words(rq, &it));
	}
	req_title(rq, "Change several items");
	tpl_text(t, "WAY", item_list_back(rq, form_text(rq, "back")));
	tpl_text(t, "WORD", form_text(rq, "back"));
	return req_form_again(rq);
}

/* What the three acts need beside the items. */
static bool
bulk_missing(struct req *rq, const char *act, int64_t *owner, int64_t *team)
{
	if (form_bad(rq))
		return true;
	if (strcmp(act, "assign") == 0 &&
		!holder(form_text(rq, "owner"), owner, team))
		form_error(rq, "owner", "Choose a person or a team");
	if (strcmp(act, "due") == 0 && !form_has(rq, "due"))
		form_error(rq, "due", "Choose a day");
	if (!form_tick(rq, "item", 0))
		form_error(rq, "do", "Tick at least one item in the list");
	return form_bad(rq);
}

static int
bulk_run(struct req *rq)
{
	struct act act = page_act(rq);
	const char *act_word = form_text(rq, "do");
	const char *told = "Owner changed for";
	const char *back = item_list_back(rq, form_text(rq, "back"));
	struct item_ids ids = ticked(rq);
	int64_t owner = 0, team = 0, batch = 0;
	int bad;

	if (bulk_missing(rq, act_word, &owner, &team))
		return bulk_again(rq);
	if (strcmp(act_word, "assign") == 0)
		bad = care_items_assign(&act, &ids, owner, team, &batch);
	else if (strcmp(act_word, "due") == 0) {
		told = "Due date changed for";
		bad = care_items_due(&act, &ids, form_day(rq, "due"), &batch);
	} else {
		told = "Marked done:";
		bad = care_items_done(
			&act, &ids, form_text(rq, "note"), &batch);
	}
	if (bad)
		return item_refused(rq, rq->err.field, back, "Show the list");
	note_items(rq, &ids);
	req_flash(rq,
		arena_printf(rq->arena, "/items/undo/%lld", (long long)batch),
		"%s %zu %s.", told, ids.n, ids.n == 1 ? "item" : "items");
	return req_redirect(rq, "%s", back);
}

const struct page item_bulk_page = {
	.method = "POST",
	.path = "/items/bulk",
	.perm = PERM_WORK_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WORK_UPDATE,
	.body_max = BODY_MAX,
	.form = &bulk_form,
	.about = "Assign, move or close several items at once.",
	.run = bulk_run,
	.again = bulk_again,
};

static int
batch_undo_run(struct req *rq)
{
	struct act act = page_act(rq);
	size_t n;

	if (care_items_undo(&act, rq->o.id, &n))
		return item_refused(rq, NULL, "/today", "Go to Today");
	req_note(rq, "items=%zu", n);
	req_flash(rq, NULL, "Undone for %zu %s.", n, n == 1 ? "item" : "items");
	return req_redirect(rq, "/today");
}

const struct page item_batch_undo_page = {
	.method = "POST",
	.path = "/items/undo/:n",
	.perm = PERM_WORK_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_WORK_UNDO,
	.body_max = BODY_MAX,
	.about = "Take back what was done to several items.",
	.run = batch_undo_run,
};
