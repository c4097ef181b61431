/* Another time for a visit: by the finder, or dropped in the calendar.
 * Acts: care/visit.c; rules: tests/RULES.md, "Visits", 3. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "care/visit.h"
#include "domain/site.h"
#include "page/gate.h"
#include "staff/need_part.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "staff/sequence_part.h"
#include "staff/visit_find.h"
#include "staff/visit_part.h"
#include "store/provider_store.h"
#include "store/site_store.h"
#include "store/visit_type_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define DAYS_SHOWN 30
#define SLOTS_SHOWN 60
#define PER_DAY 12

static const struct field finder_fields[] = {
	{.name = "provider", .label = "Provider", .type = FIELD_SELECT},
	{.name = "site", .label = "Site", .type = FIELD_SELECT},
	{.name = "earliest", .label = "Not before", .type = FIELD_DAY},
	{.name = "part",
		.label = "Part of day",
		.type = FIELD_SELECT,
		.options = visit_find_parts},
	{.name = "slot", .type = FIELD_TOKEN},
};
static const struct form finder_query = FORM(finder_fields);

/* Either a slot, or (from the calendar) day, minute and provider. */
static const struct field move_fields[] = {
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
	{.name = "slot", .type = FIELD_TOKEN},
	{.name = "date", .type = FIELD_DAY},
	{.name = "start", .type = FIELD_TIME},
	{.name = "provider", .type = FIELD_HIDDEN},
	{.name = "overbook", .type = FIELD_HIDDEN, .min = 0, .max = 1},
	{.name = "overbook_reason", .type = FIELD_TEXT, .max = 200},
};
static const struct form move_form = FORM(move_fields);

static void
about(struct req *rq, const struct visit *v)
{
	req_about(rq, "appointment", v->id);
	req_about_patient(rq, v->patient_id);
}

/* What the visit is now, on each of these pages. */
static void
draw_now(struct req *rq, struct tpl *t, const struct visit *v)
{
	const struct show *show = visit_part_show(rq, v->zone);
	struct local l = zone_local(show->zone, v->start);

	tpl_int(t, "ID", v->id);
	tpl_text(t, "NAME", visit_part_name(rq, v));
	tpl_text(t, "BORN", show_birth(show, v->birth));
	tpl_text(t, "MRN", visit_part_mrn(rq, v));
	tpl_text(t, "WHAT", visit_part_what(v));
	tpl_text(t, "OLD_DAY", show_day_long(show, l.day));
	tpl_text(t, "OLD_TIMES", visit_part_times(show, v->start, v->end));
	tpl_text(t, "OLD_WITH", v->provider_name);
	tpl_text(t, "OLD_PLACE", v->site_name);
}

/* 409 when the visit is past moving, 0 when it can be moved. */
static int
check_may(struct req *rq, const struct visit *v)
{
	if (care_visit_may(rq->scope, v, VISIT_ACT_MOVE, rq->now))
		return 0;
	err_set(&rq->err, ERR_CONFLICT,
		"This visit is %s. It cannot be moved now.",
		visit_state_label(visit_state(v)));
	return visit_part_refused(rq, v);
}

/* ---- finder ------------------------------------------------------------ */

static int
find(struct req *rq, const struct visit *v, int64_t provider,
	const struct chain_visits *chain, struct slots *out,
	struct slot_days *why)
{
	struct act act = page_act(rq);
	struct visit_type type = {.room_kind = ""};
	struct slot_need need = {
		.type = &type,
		.minutes = (int)((v->end - v->start) / 60),
		.patient_id = v->patient_id,
		.provider_id = provider,
		.site_id = query_int(rq, "site"),
		.not_before = rq->now,
		.now = rq->now,
		.whose = {.session_id = rq->session->id},
		.except_visit = v->id,
		.mode = v->mode,
		.why = chain ? NULL : why,
		.limit = chain ? 0 : SLOTS_SHOWN,
		.per_day = PER_DAY,
	};

	if (v->visit_type_id && visit_type_store_get(rq->db, rq->arena,
					rq->scope, v->visit_type_id, &type) < 0)
		return -1;
	need.first = query_day(rq, "earliest");
	if (need.first == DAY_NONE || need.first < rq->today)
		need.first = rq->today;
	need.last = need.first + DAYS_SHOWN - 1;
	visit_find_part(query_text(rq, "part"), &need.from_min, &need.to_min);
	if (care_slots(rq->db, rq->arena, rq->scope, &need, out))
		return -1;
	if (chain)
		care_sequence_keep(&act, chain, v, out);
	return 0;
}

static int
finder_page(struct req *rq, const struct visit *v)
{
	/* Asked for the first time: the same provider. */
	bool first = rq->query[0] == '\0';
	int64_t provider = first ? v->provider_id : query_int(rq, "provider");
	struct slots slots = {0};
	struct slot_days why = {0};
	struct tpl *t = req_tpl(rq, "staff/visit_move.tpl");
	struct chain_visits chain;
	int chained = sequence_part_chained(rq, t, v, &chain);

	req_title(rq, arena_printf(rq->arena, "Move visit, %s",
			      visit_part_name(rq, v)));
	draw_now(rq, t, v);
	form_start(rq, &finder_query);
	if (visit_part_provider_options(rq, "provider", "Any provider") ||
		visit_part_site_options(rq, "site", "Any site") ||
		chained < 0 ||
		find(rq, v, provider, chained ? &chain : NULL, &slots, &why))
		return req_db_err(rq);
	if (provider)
		form_set_int(rq, "provider", provider);
	if (query_int(rq, "site"))
		form_set_int(rq, "site", query_int(rq, "site"));
	form_set_text(rq, "part", query_text(rq, "part"));
	form_set_day(rq, "earliest",
		query_has(rq, "earliest") ? query_day(rq, "earliest")
					  : rq->today);
	form_draw(rq, t);
	tpl_show_if(t, "NONE", slots.n == 0);
	visit_find_draw(rq, t, &slots, &why,
		arena_printf(rq->arena, "/appointments/%lld/move?provider=%lld",
			(long long)v->id, (long long)provider));
	return req_html(rq);
}

/* ---- check ------------------------------------------------------------- */

static int
check_page(struct req *rq, const struct visit *v, const struct slot *s)
{
	struct provider p;
	struct site site;
	struct visit then = *v;
	const struct show *show;
	struct tpl *t;

	if (provider_store_get(
		    rq->db, rq->arena, rq->scope, s->provider_id, &p) <= 0 ||
		site_store_get(
			rq->db, rq->arena, rq->scope, s->site_id, &site) <= 0)
		return req_fail(rq, ERR_NOT_FOUND,
			"This provider or site is not in use any more.");
	show = visit_part_show(rq, site.zone);
	t = req_tpl(rq, "staff/visit_move_check.tpl");
	req_title(rq, arena_printf(rq->arena, "Move visit, %s",
			      visit_part_name(rq, v)));
	draw_now(rq, t, v);
	tpl_text(t, "NEW_DAY",
		show_day_long(show, zone_local(show->zone, s->start).day));
	tpl_text(t, "NEW_TIMES",
		visit_part_times(show, s->start, s->start + v->end - v->start));
	tpl_text(t, "ZONE", zone_abbr(show->zone, s->start));
	tpl_text(t, "NEW_WITH", p.name);
	tpl_text(t, "NEW_PLACE", site.name);
	tpl_int(t, "VERSION", v->version);
	tpl_text(t, "SLOT",
		visit_part_slot(rq, s->provider_id, s->site_id, s->start));
	tpl_show_if(t, "TOLD", v->told);
	tpl_show_if(t, "NOT_TOLD", !v->told);
	then.id = 0;
	then.start = s->start;
	then.zone = site.zone;
	if (need_part_warnings(rq, t, &then, v->id))
		return req_db_err(rq);
	return req_html(rq);
}

static int
visit_move_ask_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct slot slot;
	int st;

	about(rq, v);
	if ((st = check_may(rq, v)))
		return st;
	if (slot_parse(query_text(rq, "slot"), &slot))
		return check_page(rq, v, &slot);
	return finder_page(rq, v);
}

const struct page visit_move_ask_page = {
	.method = "GET",
	.path = "/appointments/:visit/move",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &finder_query,
	.run = visit_move_ask_run,
	.about = "Find another time for a visit, and check what changes.",
};

/* ---- move -------------------------------------------------------------- */

static bool
read_target(struct req *rq, const struct visit *v, struct visit_booking *to)
{
	const struct zone *zone = zone_find(v->zone);
	struct slot s;

	*to = (struct visit_booking){
		.patient_id = v->patient_id,
		.provider_id = v->provider_id,
		.site_id = v->site_id,
		.visit_type_id = v->visit_type_id,
		.minutes = (int)((v->end - v->start) / 60),
		.source = "staff",
		.overbook = form_int(rq, "overbook") == 1,
		.overbook_reason = form_text(rq, "overbook_reason"),
	};
	if (slot_parse(form_text(rq, "slot"), &s)) {
		to->provider_id = s.provider_id;
		to->site_id = s.site_id;
		to->start = s.start;
		return true;
	}
	if (form_day(rq, "date") == DAY_NONE || !form_has(rq, "start") || !zone)
		return false;
	if (form_int(rq, "provider"))
		to->provider_id = form_int(rq, "provider");
	/* A time that the clocks leave out is no time. */
	return zone_instant(zone, form_day(rq, "date"),
		       (int)form_int(rq, "start"), &to->start) != ZONE_NEVER;
}

static int
visit_move_again(struct req *rq)
{
	return req_fail(rq, ERR_INPUT,
		"This is not a time a visit can be moved to. Choose another.");
}

static int
visit_move_run(struct req *rq)
{
	struct act act = page_act(rq);
	const struct visit *v = rq->o.visit;
	struct visit_booking to;
	const struct keep keep[] = {
		{"version", part_id(rq, form_int(rq, "version"))},
		{NULL, NULL},
	};
	const char *path = arena_printf(
		rq->arena, "/appointments/%lld/move", (long long)v->id);
	int64_t id = 0;

	about(rq, v);
	if (!read_target(rq, v, &to))
		return visit_move_again(rq);
	if (care_visit_move(&act, v, form_int(rq, "version"), &to, &id)) {
		if (strcmp(rq->err.field, "version") == 0 ||
			strcmp(rq->err.field, "state") == 0 ||
			strcmp(rq->err.field, "sequence") == 0)
			return visit_part_refused(rq, v);
		return visit_find_taken(
			rq, &act, &to, v->id, path, path, path, keep);
	}
	req_note(rq, "to=%lld", (long long)id);
	if (to.overbook)
		rq->audit_reason = to.overbook_reason;
	req_flash(rq, to.overbook ? NULL : visit_move_back(rq, v, id),
		"Visit moved.");
	return req_redirect(rq, "/appointments/%lld", (long long)id);
}

const struct page visit_move_page = {
	.method = "POST",
	.path = "/appointments/:visit/move",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_MOVE,
	.body_max = 4096,
	.form = &move_form,
	.run = visit_move_run,
	.again = visit_move_again,
	.about = "Move a visit to another time, provider or site.",
};
