/* When a site is open: its week, and the days it is shut. SQL:
 * store/site_store.c. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/site.h"
#include "staff/pages.h"
#include "staff/site_parts.h"
#include "store/site_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* Two spans a day: a clinic may close over noon. */
#define SPANS 2

#define DAY_FIELDS(d)                                                          \
	{.name = d "_open", .label = "Opens", .type = FIELD_TIME},             \
		{.name = d "_close", .label = "Closes", .type = FIELD_TIME},   \
		{.name = d "_open2",                                           \
			.label = "Opens again",                                \
			.type = FIELD_TIME},                                   \
	{                                                                      \
		.name = d "_close2", .label = "Closes again",                  \
		.type = FIELD_TIME                                             \
	}

static const struct field hours_fields[] = {
	DAY_FIELDS("sun"),
	DAY_FIELDS("mon"),
	DAY_FIELDS("tue"),
	DAY_FIELDS("wed"),
	DAY_FIELDS("thu"),
	DAY_FIELDS("fri"),
	DAY_FIELDS("sat"),
};
static const struct form hours_form = FORM(hours_fields);

/* The name of a field of hours_fields; a day has four, in this order. */
static const char *
hours_name(int day, int span, bool close)
{
	return hours_fields[day * 2 * SPANS + 2 * span + close].name;
}

static int
hours_draw(struct req *rq, int status)
{
	struct tpl *t = req_tpl(rq, "staff/site_hours.tpl");

	req_title(rq, "Opening hours");
	tpl_int(t, "ID", rq->o.site->id);
	tpl_text(t, "SITE_NAME", rq->o.site->name);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
site_hours_run(struct req *rq)
{
	struct site_week week = {0};
	int spans[7] = {0};

	form_start(rq, &hours_form);
	if (site_store_week(
		    rq->db, rq->arena, rq->scope, rq->o.site->id, &week))
		return req_db_err(rq);
	for (size_t i = 0; i < week.n; i++) {
		const struct site_hours *h = &week.v[i];
		int span = spans[h->weekday]++;

		if (span >= SPANS)
			continue;
		form_set_text(rq, hours_name((int)h->weekday, span, false),
			arena_printf(rq->arena, "%02d:%02d", h->open_min / 60,
				h->open_min % 60));
		form_set_text(rq, hours_name((int)h->weekday, span, true),
			arena_printf(rq->arena, "%02d:%02d", h->close_min / 60,
				h->close_min % 60));
	}
	return hours_draw(rq, 200);
}

const struct page site_hours_page = {
	.method = "GET",
	.path = "/admin/sites/:site/hours",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = site_hours_run,
	.about = "The form for a site's opening hours.",
};

/* One span as it was typed; false (and the error set) if it is none. */
static bool
span_given(struct req *rq, int day, int span, int after, struct site_hours *out)
{
	const char *open = hours_name(day, span, false);
	const char *close = hours_name(day, span, true);

	if (!form_has(rq, open) && !form_has(rq, close))
		return false;
	*out = (struct site_hours){(enum weekday)day, (int)form_int(rq, open),
		(int)form_int(rq, close)};
	if (!form_has(rq, close))
		form_error(rq, close, "Enter when it closes");
	else if (!form_has(rq, open))
		form_error(rq, open, "Enter when it opens");
	else if (out->close_min <= out->open_min)
		form_error(rq, close, "Enter a time after it opens");
	else if (out->open_min < after)
		form_error(rq, open, "Enter a time after it closed");
	else
		return true;
	return false;
}

static int
site_hours_again(struct req *rq)
{
	return hours_draw(rq, 422);
}

static int
site_hours_save_run(struct req *rq)
{
	struct site_week week = {0};

	for (int day = 0; day < 7; day++) {
		int after = 0;

		for (int span = 0; span < SPANS; span++) {
			struct site_hours h;

			if (!span_given(rq, day, span, after, &h))
				continue;
			*ARENA_PUSH(rq->arena, &week) = h;
			after = h.close_min;
		}
	}
	if (form_bad(rq))
		return site_hours_again(rq);
	if (site_store_set_week(rq->db, rq->scope, rq->o.site->id, &week))
		return req_db_err(rq);
	req_about(rq, "site", rq->o.site->id);
	req_note(rq, "hours spans=%zu", week.n);
	req_flash(rq, NULL, "The opening hours are saved.");
	return req_redirect(rq, "/admin/sites/%lld", (long long)rq->o.site->id);
}

const struct page site_hours_save_page = {
	.method = "POST",
	.path = "/admin/sites/:site/hours",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_CONFIG_UPDATE,
	.body_max = 8192,
	.form = &hours_form,
	.run = site_hours_save_run,
	.again = site_hours_again,
	.about = "Save a site's opening hours.",
};

/* ---- closed days ---------------------------------------------------- */

static const struct field closure_fields[] = {
	{.name = "day",
		.label = "Day",
		.type = FIELD_DAY,
		.required = true,
		.min = -31,
		.max = 3660,
		.missing = "Enter a day from last month to ten years ahead"},
	{.name = "name",
		.label = "Why",
		.hint = "Patients read this when they look for a time.",
		.type = FIELD_TEXT,
		.required = true,
		.max = 80,
		.missing = "Enter why it is closed"},
	{.name = "everywhere",
		.label = "Every site is closed",
		.type = FIELD_CHECK},
};
static const struct form closure_form = FORM(closure_fields);

static int
closure_draw(struct req *rq, int status)
{
	struct tpl *t = req_tpl(rq, "staff/site_closure.tpl");

	req_title(rq, "Add closed day");
	tpl_int(t, "ID", rq->o.site->id);
	tpl_text(t, "SITE_NAME", rq->o.site->name);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
closure_new_run(struct req *rq)
{
	form_start(rq, &closure_form);
	return closure_draw(rq, 200);
}

const struct page closure_new_page = {
	.method = "GET",
	.path = "/admin/sites/:site/closures/new",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = closure_new_run,
	.about = "The form for a day a site is closed.",
};

static int
closure_again(struct req *rq)
{
	return closure_draw(rq, 422);
}

static int
closure_run(struct req *rq)
{
	int64_t site = rq->o.site->id;
	struct closure c = {
		.site_id = form_int(rq, "everywhere") ? 0 : site,
		.day = form_day(rq, "day"),
		.name = form_text(rq, "name"),
	};
	int n = site_store_close(rq->db, rq->scope, &c);

	if (n < 0)
		return req_db_err(rq);
	if (n == 0) {
		form_error(rq, "day", "It is closed on this day already");
		return closure_again(rq);
	}
	req_about(rq, "site", site);
	req_note(rq, "closed on=%s", show_iso(rq->show, c.day));
	req_flash(rq, NULL,
		"Closed on %s. Visits already booked for that day "
		"stay: look at the calendar.",
		show_day_long(rq->show, c.day));
	return req_redirect(rq, "/admin/sites/%lld#closed", (long long)site);
}

const struct page closure_page = {
	.method = "POST",
	.path = "/admin/sites/:site/closures",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_CONFIG_UPDATE,
	.body_max = 4096,
	.form = &closure_form,
	.run = closure_run,
	.again = closure_again,
	.about = "Add a day on which a site is closed.",
};

static int
closure_end_run(struct req *rq)
{
	int64_t site = rq->o.site->id;
	int64_t n = site_store_reopen(rq->db, rq->scope, site, rq->o.id);

	if (n < 0)
		return req_db_err(rq);
	if (n == 0)
		return req_fail(rq, ERR_NOT_FOUND,
			"This closed day was taken off already.");
	req_about(rq, "site", site);
	req_note(rq, "reopened closure=%lld", (long long)rq->o.id);
	req_flash(rq, NULL, "The closed day is taken off.");
	return req_redirect(rq, "/admin/sites/%lld#closed", (long long)site);
}

const struct page closure_end_page = {
	.method = "POST",
	.path = "/admin/sites/:site/closures/:n/remove",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_CONFIG_UPDATE,
	.body_max = 1024,
	.run = closure_end_run,
	.about = "Take a closed day off.",
};

static const struct field holiday_fields[] = {
	{.name = "year",
		.label = "Year",
		.type = FIELD_INT,
		.required = true,
		.min = 2020,
		.max = 2100,
		.missing = "Enter a year"},
};
static const struct form holiday_form = FORM(holiday_fields);

static int
holiday_again(struct req *rq)
{
	return req_fail(rq, ERR_INPUT, "Enter a year from 2020 to 2100.");
}

/* In the order of day_federal_holidays(). */
static const char *const holidays[] = {"New Year's Day",
	"Birthday of Martin Luther King, Jr.", "Washington's Birthday",
	"Memorial Day", "Juneteenth National Independence Day",
	"Independence Day", "Labor Day", "Columbus Day", "Veterans Day",
	"Thanksgiving Day", "Christmas Day", "New Year's Day"};

static int
holiday_run(struct req *rq)
{
	int64_t site = rq->o.site->id;
	day_t days[12];
	size_t n = day_federal_holidays((int)form_int(rq, "year"), days);
	int added = 0;

	for (size_t i = 0; i < n; i++) {
		struct closure c = {.site_id = site,
			.day = days[i],
			.name = holidays[i],
			.federal = true};
		int one = site_store_close(rq->db, rq->scope, &c);

		if (one < 0)
			return req_db_err(rq);
		added += one;
	}
	req_about(rq, "site", site);
	req_note(rq, "federal year=%lld added=%d",
		(long long)form_int(rq, "year"), added);
	req_flash(rq, NULL,
		added == 0 ? "The federal holidays of %lld were all there."
			   : "The federal holidays of %lld are added.",
		(long long)form_int(rq, "year"));
	return req_redirect(rq, "/admin/sites/%lld#closed", (long long)site);
}

const struct page holiday_page = {
	.method = "POST",
	.path = "/admin/sites/:site/holidays",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_CONFIG_UPDATE,
	.body_max = 1024,
	.form = &holiday_form,
	.run = holiday_run,
	.again = holiday_again,
	.about = "Close a site on the federal holidays of a year.",
};
