/* Two people changed one policy: which value to keep, field by field.
 * Markup: templates/part/stale.tpl. */
#include <string.h>

#include "base/arena.h"
#include "staff/coverage_stale.h"
#include "staff/part.h"
#include "store/payer_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* A field as the form posts it, and as one reads it. */
struct said {
	const char *name, *label, *value, *shown;
};

#define FIELDS 17

static const char *
payer_name(struct req *rq, int64_t id)
{
	struct payer p;

	return payer_store_get(rq->db, rq->arena, rq->scope, id, &p) == 1
		       ? p.name
		       : "";
}

static struct said
day_said(struct req *rq, const char *name, const char *label, day_t day)
{
	return (struct said){name, label,
		day == DAY_NONE ? "" : show_iso(rq->show, day),
		show_date(rq->show, day)};
}

static struct said
copay_said(struct req *rq, int64_t cents)
{
	if (cents == CENTS_NONE)
		return (struct said){"copay", "Copay", "", "Not recorded"};
	return (struct said){"copay", "Copay",
		arena_printf(rq->arena, "%lld.%02lld", (long long)cents / 100,
			(long long)cents % 100),
		show_cents(rq->show, cents)};
}

static struct said
text_said(const char *name, const char *label, const char *value)
{
	return (struct said){
		name, label, value, value[0] ? value : "Not recorded"};
}

static void
all_said(struct req *rq, const struct coverage *c, struct said out[FIELDS])
{
	const struct said said[FIELDS] = {
		{"payer", "Payer", part_id(rq, c->payer_id),
			payer_name(rq, c->payer_id)},
		text_said("plan_name", "Plan name", c->plan_name),
		{"plan_kind", "Kind of plan", c->plan_kind,
			plan_kind_label(c->plan_kind)},
		text_said("member_id", "Member ID", c->member_id),
		text_said("group_no", "Group number", c->group_no),
		{"relationship", "Policy holder", c->relationship,
			relationship_label(c->relationship)},
		text_said(
			"subscriber_name", "Holder’s name", c->subscriber_name),
		day_said(rq, "subscriber_birth", "Holder’s birth",
			c->subscriber_birth),
		day_said(rq, "start", "First day", c->start),
		day_said(rq, "end", "Last day", c->end),
		copay_said(rq, c->copay_cents),
		{"auth_phone", "Phone for authorizations", c->auth_phone,
			show_phone(rq->show, c->auth_phone)},
		text_said("rx_bin", "Rx BIN", c->rx_bin),
		text_said("rx_pcn", "Rx PCN", c->rx_pcn),
		text_said("rx_group", "Rx group", c->rx_group),
		text_said("note", "Note", c->note),
		{"rank", "", "", ""}, /* has an act of its own */
	};

	memcpy(out, said, sizeof(said));
}

static void
choice(struct tpl *t, const struct said *mine, const struct said *theirs)
{
	struct tpl *row = tpl_row(t, "FIELD");

	tpl_text(row, "NAME", mine->name);
	tpl_text(row, "LABEL", mine->label);
	tpl_text(row, "MINE", mine->value);
	tpl_text(row, "MINE_TEXT", mine->shown);
	tpl_text(row, "THEIRS", theirs->value);
	tpl_text(row, "THEIRS_TEXT", theirs->shown);
	tpl_show_if(row, "TAKE_MINE", true);
}

int
coverage_stale(struct req *rq, struct tpl *t, const struct coverage *mine,
	const struct coverage *theirs)
{
	struct said a[FIELDS], b[FIELDS];

	all_said(rq, mine, a);
	all_said(rq, theirs, b);
	for (size_t i = 0; i < FIELDS; i++) {
		struct tpl *row;

		if (strcmp(a[i].value, b[i].value) != 0) {
			choice(t, &a[i], &b[i]);
			continue;
		}
		row = tpl_row(t, "KEEP");
		tpl_text(row, "NAME", a[i].name);
		tpl_text(row, "VALUE", a[i].value);
	}
	tpl_text(t, "WHO",
		theirs->updater[0] ? theirs->updater : "Somebody else");
	tpl_text(t, "WHEN", show_when(rq->show, theirs->updated_at));
	tpl_text(t, "ACTION",
		arena_printf(rq->arena, "/insurance/policies/%lld",
			(long long)theirs->id));
	tpl_text(t, "BACK",
		arena_printf(rq->arena, "/insurance/policies/%lld",
			(long long)theirs->id));
	tpl_int(t, "VERSION", theirs->version);
	return 0;
}
