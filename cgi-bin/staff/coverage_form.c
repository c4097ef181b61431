/* The forms about policies and checks. Rules: tests/RULES.md, "Insurance". */
#include "staff/coverage_form.h"
#include "base/arena.h"
#include "staff/part.h"
#include "store/payer_store.h"
#include "web/req.h"

static const struct option payer_kinds[] = {
	{"commercial", "Commercial"},
	{"medicare", "Medicare"},
	{"medicare_advantage", "Medicare Advantage"},
	{"medicaid", "Medicaid"},
	{"chip", "CHIP"},
	{"tricare", "TRICARE"},
	{"va", "Veterans Affairs"},
	{"workers_comp", "Workers’ compensation"},
	{"auto", "Auto insurance"},
	{"self_pay", "Self-pay"},
	{"other", "Other"},
	{NULL, NULL},
};

static const struct option plan_kinds[] = {
	{"", "Not recorded"},
	{"ppo", "PPO"},
	{"hmo", "HMO"},
	{"epo", "EPO"},
	{"pos", "POS"},
	{"hdhp", "High deductible"},
	{"indemnity", "Indemnity"},
	{"other", "Other"},
	{NULL, NULL},
};

static const struct option relationships[] = {
	{"self", "The patient"},
	{"spouse", "Spouse or partner"},
	{"child", "A parent: the patient is the child"},
	{"other", "Somebody else"},
	{NULL, NULL},
};

static const struct option new_places[] = {
	{"", "After the others"},
	{"1", "1, pays first"},
	{"2", "2"},
	{"3", "3"},
	{NULL, NULL},
};

static const struct option places[] = {
	{"1", "1, pays first"},
	{"2", "2"},
	{"3", "3"},
	{"4", "4"},
	{"5", "5"},
	{"6", "6"},
	{"7", "7"},
	{"8", "8"},
	{"9", "9"},
	{NULL, NULL},
};

static const struct option methods[] = {
	{"phone", "Phone"},
	{"website", "Payer’s website"},
	{"card", "Card shown"},
	{NULL, NULL},
};

static const struct option results[] = {
	{"active", "Active"},
	{"inactive", "Inactive"},
	{"failed", "Could not check"},
	{NULL, NULL},
};

static const struct option ends[] = {
	{"ended", "It ends"},
	{"error", "It was entered in error"},
	{NULL, NULL},
};

#define TEXT(n, l, h, m)                                                       \
	{                                                                      \
		.name = n, .label = l, .hint = h, .type = FIELD_TEXT, .max = m \
	}
#define MONEY(n, l)                                                            \
	{                                                                      \
		.name = n, .label = l, .type = FIELD_MONEY, .max = 100000000,  \
		.inputmode = "decimal"                                         \
	}

static const struct field coverage_fields[] = {
	{.name = "payer",
		.label = "Payer",
		.hint = "Choose one, or name it below.",
		.type = FIELD_SELECT,
		.ruled = true},
	TEXT("payer_name", "Or a payer that is not in the list", NULL, 120),
	{.name = "payer_kind",
		.label = "Its kind",
		.type = FIELD_SELECT,
		.options = payer_kinds},
	TEXT("plan_name", "Plan name", NULL, 120),
	{.name = "plan_kind",
		.label = "Kind of plan",
		.type = FIELD_SELECT,
		.options = plan_kinds},
	{.name = "member_id",
		.label = "Member ID",
		.hint = "As it stands on the card. Only self-pay has none.",
		.type = FIELD_TEXT,
		.ruled = true,
		.max = 40},
	TEXT("group_no", "Group number", NULL, 40),
	{.name = "relationship",
		.label = "Who holds the policy",
		.type = FIELD_SELECT,
		.required = true,
		.options = relationships,
		.missing = "Choose who holds the policy"},
	{.name = "subscriber_name",
		.label = "Their name",
		.hint = "Only if it is not the patient.",
		.type = FIELD_NAME,
		.max = 120},
	{.name = "subscriber_birth",
		.label = "Their date of birth",
		.type = FIELD_BIRTH},
	{.name = "start", .label = "First day", .type = FIELD_DAY},
	{.name = "end", .label = "Last day", .type = FIELD_DAY},
	{.name = "rank",
		.label = "Place in the order",
		.hint = "Which pays first.",
		.type = FIELD_SELECT,
		.options = new_places},
	TEXT("rank_reason", "Why this place",
		"For example: own employer before the spouse’s.", 200),
	MONEY("copay", "Copay on the card"),
	{.name = "auth_phone",
		.label = "Phone for authorizations",
		.type = FIELD_PHONE},
	TEXT("rx_bin", "Rx BIN", NULL, 12),
	TEXT("rx_pcn", "Rx PCN", NULL, 20),
	TEXT("rx_group", "Rx group", NULL, 20),
	{.name = "note", .label = "Note", .type = FIELD_NOTE, .max = 2000},
	{.name = "version", .type = FIELD_HIDDEN},
};
const struct form coverage_form = FORM(coverage_fields);

static const struct field check_fields[] = {
	{.name = "result",
		.label = "What was found",
		.type = FIELD_RADIO,
		.required = true,
		.options = results,
		.missing = "Choose what was found"},
	{.name = "service",
		.label = "For a visit on",
		.type = FIELD_DAY,
		.required = true,
		.missing = "Choose the day of the visit"},
	{.name = "method",
		.label = "How",
		.type = FIELD_SELECT,
		.required = true,
		.options = methods,
		.missing = "Choose how it was checked"},
	{.name = "person",
		.label = "Who at the payer told you",
		.hint = "Needed for a phone call.",
		.type = FIELD_TEXT,
		.ruled = true,
		.max = 120},
	TEXT("reference", "Reference", "Call reference or trace number.", 60),
	MONEY("check_copay", "Copay"),
	MONEY("deductible", "Deductible"),
	MONEY("deductible_left", "Deductible left"),
	MONEY("pocket_left", "Out-of-pocket left"),
	{.name = "found", .label = "Note", .type = FIELD_NOTE, .max = 2000},
	{.name = "visit", .type = FIELD_HIDDEN},
};
const struct form check_form = FORM(check_fields);

static const struct field end_fields[] = {
	{.name = "how",
		.label = "Why it leaves the list",
		.type = FIELD_RADIO,
		.required = true,
		.options = ends,
		.missing = "Choose one"},
	{.name = "last",
		.label = "Last day it covers",
		.hint = "Not needed if it was entered in error.",
		.type = FIELD_DAY},
	{.name = "reason",
		.label = "Reason",
		.hint = "For example: changed jobs.",
		.type = FIELD_TEXT,
		.required = true,
		.max = 200,
		.missing = "Say why it ends"},
	{.name = "version", .type = FIELD_HIDDEN, .required = true},
};
const struct form end_form = FORM(end_fields);

static const struct field order_fields[] = {
	{.name = "rank",
		.label = "Place in the order",
		.type = FIELD_SELECT,
		.required = true,
		.options = places,
		.missing = "Choose a place"},
	{.name = "rank_reason",
		.label = "Why this place",
		.type = FIELD_TEXT,
		.required = true,
		.max = 200,
		.missing = "Say why this place is right"},
};
const struct form order_form = FORM(order_fields);

int
coverage_form_payers(struct req *rq)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));
	struct payers list = {0};

	if (payer_store_list(rq->db, rq->arena, rq->scope, &list))
		return -1;
	*ARENA_PUSH(rq->arena, o) = (struct option){"", "Choose a payer"};
	for (size_t i = 0; i < list.n; i++)
		*ARENA_PUSH(rq->arena, o) = (struct option){
			part_id(rq, list.v[i].id), list.v[i].name};
	form_options(rq, "payer", o);
	return 0;
}

static int64_t
cents(const struct req *rq, const char *name)
{
	return form_has(rq, name) ? form_int(rq, name) : CENTS_NONE;
}

static day_t
day(const struct req *rq, const char *name)
{
	return form_has(rq, name) ? form_day(rq, name) : DAY_NONE;
}

struct coverage
coverage_form_take(struct req *rq, const struct coverage *was)
{
	struct coverage c = *was;

	c.payer_id = form_int(rq, "payer");
	c.plan_name = form_text(rq, "plan_name");
	c.plan_kind = form_text(rq, "plan_kind");
	c.member_id = form_text(rq, "member_id");
	c.group_no = form_text(rq, "group_no");
	c.relationship = form_text(rq, "relationship");
	c.subscriber_name = form_text(rq, "subscriber_name");
	c.subscriber_birth = day(rq, "subscriber_birth");
	c.start = day(rq, "start");
	c.end = day(rq, "end");
	c.copay_cents = cents(rq, "copay");
	c.auth_phone = form_text(rq, "auth_phone");
	c.rx_bin = form_text(rq, "rx_bin");
	c.rx_pcn = form_text(rq, "rx_pcn");
	c.rx_group = form_text(rq, "rx_group");
	c.note = form_text(rq, "note");
	return c;
}

void
coverage_form_fill(struct req *rq, const struct coverage *c)
{
	form_set_text(rq, "payer", part_id(rq, c->payer_id));
	form_set_text(rq, "plan_name", c->plan_name);
	form_set_text(rq, "plan_kind", c->plan_kind);
	form_set_text(rq, "member_id", c->member_id);
	form_set_text(rq, "group_no", c->group_no);
	form_set_text(rq, "relationship", c->relationship);
	form_set_text(rq, "subscriber_name", c->subscriber_name);
	if (c->subscriber_birth != DAY_NONE)
		form_set_text(rq, "subscriber_birth",
			show_date(rq->show, c->subscriber_birth));
	form_set_day(rq, "start", c->start);
	form_set_day(rq, "end", c->end);
	if (c->copay_cents != CENTS_NONE)
		form_set_text(rq, "copay",
			arena_printf(rq->arena, "%lld.%02lld",
				(long long)c->copay_cents / 100,
				(long long)c->copay_cents % 100));
	form_set_text(rq, "auth_phone", c->auth_phone);
	form_set_text(rq, "rx_bin", c->rx_bin);
	form_set_text(rq, "rx_pcn", c->rx_pcn);
	form_set_text(rq, "rx_group", c->rx_group);
	form_set_text(rq, "note", c->note);
	form_set_int(rq, "version", c->version);
}

struct coverage_check
check_form_take(struct req *rq)
{
	return (struct coverage_check){
		.method = form_text(rq, "method"),
		.result = form_text(rq, "result"),
		.service = form_day(rq, "service"),
		.copay_cents = cents(rq, "check_copay"),
		.deductible_cents = cents(rq, "deductible"),
		.deductible_left_cents = cents(rq, "deductible_left"),
		.out_of_pocket_left_cents = cents(rq, "pocket_left"),
		.reference = form_text(rq, "reference"),
		.person = form_text(rq, "person"),
		.note = form_text(rq, "found"),
		.appointment_id = form_int(rq, "visit"),
	};
}
