/* A visit that is to repeat: how, every date, and the booking of them all.
 * Acts: care/series.c; rules: tests/RULES.md, "Visits that repeat". */
#include <string.h>

#include "base/arena.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "staff/series_part.h"
#include "staff/visit_part.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define BUTTON "Book them all"

static const struct option freq_options[] = {
	{"weekly", "Weekly"},
	{"daily", "Daily"},
	{"month_day", "Monthly, on the same day of the month"},
	{"month_weekday", "Monthly, on the same weekday (first, second ...)"},
	{NULL, NULL},
};

static const struct field ask_fields[] = {
	{.name = "freq",
		.label = "Repeats",
		.type = FIELD_SELECT,
		.options = freq_options},
	{.name = "every",
		.label = "Every how many days, weeks or months?",
		.type = FIELD_INT,
		.min = 1,
		.max = 12},
	{.name = "mon", .label = "Monday", .type = FIELD_CHECK},
	{.name = "tue", .label = "Tuesday", .type = FIELD_CHECK},
	{.name = "wed", .label = "Wednesday", .type = FIELD_CHECK},
	{.name = "thu", .label = "Thursday", .type = FIELD_CHECK},
	{.name = "fri", .label = "Friday", .type = FIELD_CHECK},
	{.name = "sat", .label = "Saturday", .type = FIELD_CHECK},
	{.name = "sun", .label = "Sunday", .type = FIELD_CHECK},
	{.name = "count",
		.label = "How many visits, this one included?",
		.type = FIELD_INT,
		.min = 2,
		.max = SERIES_MOST},
	{.name = "until", .label = "Or until which day?", .type = FIELD_DAY},
	{.name = "holidays",
		.label = "Leave holidays out",
		.type = FIELD_CHECK},
};
static const struct form ask_form = FORM(ask_fields);

static const struct field book_fields[] = {
	{.name = "rule", .type = FIELD_TEXT, .required = true, .max = 120},
	{.name = "holidays", .type = FIELD_HIDDEN, .min = 0, .max = 1},
	{.name = "overbook_reason", .type = FIELD_TEXT, .max = 200},
	SERIES_PICKS,
};
static const struct form book_form = FORM(book_fields);

static const char *
action(struct req *rq)
{
	return arena_printf(rq->arena, "/appointments/%lld/repeat",
		(long long)rq->o.visit->id);
}

static void
about(struct req *rq)
{
	req_about(rq, "appointment", rq->o.visit->id);
	req_about_patient(rq, rq->o.visit->patient_id);
}

static struct series_rule
asked(struct req *rq)
{
	static const char *const days[] = {
		"sun", "mon", "tue", "wed", "thu", "fri", "sat"};
	const char *freq = query_text(rq, "freq");
	struct series_rule r = {
		.freq = strcmp(freq, "daily") == 0	 ? SERIES_DAILY
			: strcmp(freq, "month_day") == 0 ? SERIES_MONTH_DAY
			: strcmp(freq, "month_weekday") == 0
				? SERIES_MONTH_WEEKDAY
				: SERIES_WEEKLY,
		.every = query_has(rq, "every") ? (int)query_int(rq, "every")
						: 1,
		.count = (int)query_int(rq, "count"),
		.until = query_day(rq, "until"),
	};

	for (int i = 0; i < 7; i++)
		if (query_int(rq, days[i]))
			r.weekdays |= 1u << i;
	return r;
}

static int
ask_page(struct req *rq, const char *error)
{
	static const char *const numbers[] = {"every", "mon", "tue", "wed",
		"thu", "fri", "sat", "sun", "count", "holidays"};
	struct tpl *t = req_tpl(rq, "staff/series_repeat.tpl");

	req_title(rq, "Repeat this visit");
	series_part_visit(rq, t, rq->o.visit);
	form_start(rq, &ask_form);
	form_set_text(rq, "freq", "weekly");
	if (rq->query[0] == '\0') {
		form_set_int(rq, "every", 1);
		form_set_int(rq, "count", 8);
		form_set_int(rq, "holidays", 1);
	} else {
		form_set_text(rq, "freq", query_text(rq, "freq"));
		form_set_day(rq, "until", query_day(rq, "until"));
		for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++)
			if (query_int(rq, numbers[i]))
				form_set_int(rq, numbers[i],
					query_int(rq, numbers[i]));
	}
	if (error)
		form_error(rq, "count", "%s", error);
	form_draw(rq, t);
	return error ? req_form_again(rq) : req_html(rq);
}

static int
series_repeat_ask_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	const struct zone *zone = zone_find(v->zone);
	struct act act = page_act(rq);
	struct series_rule r;
	struct series_plan p;
	const char *rule;
	bool holidays;

	about(rq);
	if (rq->query[0] == '\0')
		return ask_page(rq, NULL);
	r = asked(rq);
	holidays = query_int(rq, "holidays") == 1;
	if (r.count == 0 && r.until == DAY_NONE)
		return ask_page(rq, "Say how many visits, or until when");
	rule = series_rule_text(rq->arena, &r,
		zone_local(zone ? zone : rq->zone, v->start).day);
	if (care_series_repeat(&act, v, rule, holidays, &p))
		return ask_page(rq, rq->err.text);
	return series_part_draw(rq, &p, action(rq), BUTTON, "rule", rule,
		"holidays", holidays ? "1" : "0");
}

const struct page series_repeat_ask_page = {
	.method = "GET",
	.path = "/appointments/:visit/repeat",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_READ,
	.audit = AUDIT_SLOT_VIEW,
	.query = &ask_form,
	.run = series_repeat_ask_run,
	.about = "Ask how a visit repeats, and check all its dates.",
};

static int
series_repeat_again(struct req *rq)
{
	return req_fail(rq, ERR_INPUT,
		"These dates cannot be read. Go back and check them again.");
}

static int
series_repeat_run(struct req *rq)
{
	const struct visit *v = rq->o.visit;
	struct act act = page_act(rq);
	struct series_plan p;
	const char *rule = form_text(rq, "rule");
	bool holidays = form_int(rq, "holidays") == 1;
	int n = 0;

	about(rq);
	if (care_series_repeat(&act, v, rule, holidays, &p))
		return series_repeat_again(rq);
	p.overbook_reason = form_text(rq, "overbook_reason");
	series_part_read(rq, &p);
	if (care_series_book(&act, &p, &n))
		return series_part_refused(rq, &p, action(rq), BUTTON, "rule",
			rule, "holidays", holidays ? "1" : "0");
	req_note(rq, "repeats=%d", n);
	req_flash(
		rq, NULL, n == 1 ? "1 visit booked." : "%d visits booked.", n);
	return req_redirect(rq, "/appointments/%lld/series", (long long)v->id);
}

const struct page series_repeat_page = {
	.method = "POST",
	.path = "/appointments/:visit/repeat",
	.perm = PERM_VISIT_WRITE,
	.txn = TXN_WRITE,
	.audit = AUDIT_VISIT_BOOK,
	.body_max = 16384,
	.form = &book_form,
	.run = series_repeat_run,
	.again = series_repeat_again,
	.about = "Book all dates of a visit that repeats, or none.",
};
