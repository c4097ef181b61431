/* The administration: where to find what, and what each role may do. The
 * policy itself: domain/role.c, tests/RULES.md, "Roles". */
#include "domain/clinic.h"
#include "domain/role.h"
#include "staff/pages.h"
#include "store/clinic_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

/* What a new clinic has to do, in the order that it needs it; gone once all
 * is there. Patients come by handrailctl or the front desk. */
static int
first_steps(struct req *rq, struct tpl *t)
{
	struct clinic_setup has = {0};
	struct tpl *first, *row;

	if (clinic_store_setup(rq->db, rq->scope, &has) < 0)
		return -1;
	const struct {
		bool done;
		const char *url, *label;
	} steps[] = {
		{has.named, "/admin/clinic",
			"Enter the clinic's name, phone and time zone"},
		{has.sites, "/admin/sites", "Add a site"},
		{has.hours, "/admin/sites",
			"Set each site's opening hours and holidays"},
		{has.rooms, "/admin/rooms", "Add rooms"},
		{has.visit_types, "/admin/visit-types", "Add types of visit"},
		{has.providers, "/admin/providers", "Add providers"},
		{has.weeks, "/admin/providers", "Give each provider a week"},
		{has.staff, "/admin/users", "Let the staff in"},
		{has.patients, "/help",
			"Register patients, or import them with handrailctl"},
	};
	size_t n = sizeof(steps) / sizeof(steps[0]), done = 0;

	for (size_t i = 0; i < n; i++)
		done += steps[i].done;
	if (done == n)
		return 0;
	first = tpl_row(t, "FIRST");
	tpl_int(first, "DONE_N", (int64_t)done);
	tpl_int(first, "ALL_N", (int64_t)n);
	for (size_t i = 0; i < n; i++) {
		row = tpl_row(first, "STEP");
		tpl_text(row, "URL", steps[i].url);
		tpl_text(row, "LABEL", steps[i].label);
		tpl_show_if(row, "DONE", steps[i].done);
		tpl_show_if(row, "OPEN", !steps[i].done);
	}
	return 0;
}

static int
admin_run(struct req *rq)
{
	static const struct {
		enum perm perm;
		const char *url, *icon, *label, *text;
	} tiles[] = {
		{PERM_ADMIN, "/admin/users", "users", "Users",
			"Who may log in, their roles and teams, first "
			"passwords."},
		{PERM_ADMIN, "/admin/roles", "shield-check", "Roles",
			"What each role may see and do."},
		{PERM_ADMIN, "/admin/clinic", "building-2", "Clinic",
			"Name, phone, time zone and clock."},
		{PERM_ADMIN, "/admin/sites", "map-pin", "Sites",
			"Addresses, opening hours, holidays and closures."},
		{PERM_SCHEDULE_ADMIN, "/admin/providers", "stethoscope",
			"Providers", "Weekly templates and days off."},
		{PERM_SCHEDULE_ADMIN, "/admin/rooms", "door-open", "Rooms",
			"Rooms and what they are for."},
		{PERM_SCHEDULE_ADMIN, "/admin/visit-types", "calendar-clock",
			"Visit types", "Durations, buffers, who may book."},
		{PERM_SCHEDULE_ADMIN, "/admin/sequences", "list-checks",
			"Linked visits",
			"What is booked together, in order, with gaps."},
		{PERM_ADMIN, "/admin/api-keys", "lock", "Interface keys",
			"Other programs that may see and book visits."},
		{PERM_AUDIT_READ, "/admin/audit", "history", "Audit log",
			"Who did or saw what, and when."},
		{PERM_ADMIN, "/admin/health", "activity", "System health",
			"Database, queues, disk and settings in force."},
	};
	struct tpl *t = req_tpl(rq, "staff/admin.tpl"), *row;

	req_title(rq, "Administration");
	if (first_steps(rq, t) < 0)
		return req_db_err(rq);
	for (size_t i = 0; i < sizeof(tiles) / sizeof(tiles[0]); i++) {
		if (!req_may(rq, tiles[i].perm))
			continue;
		row = tpl_row(t, "TILE");
		tpl_text(row, "URL", tiles[i].url);
		tpl_text(row, "ICON", tiles[i].icon);
		tpl_text(row, "LABEL", tiles[i].label);
		tpl_text(row, "TEXT", tiles[i].text);
	}
	return req_html(rq);
}

const struct page admin_page = {
	.method = "GET",
	.path = "/admin",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = admin_run,
	.about = "The administration, part by part.",
};

/* Drawn from the policy itself, so it cannot say anything else. */
static int
role_list_run(struct req *rq)
{
	struct tpl *t = req_tpl(rq, "staff/role_list.tpl"), *row, *cell;

	req_title(rq, "Roles");
	for (int r = 0; r <= ROLE_ADMIN; r++)
		tpl_text(tpl_row(t, "ROLE"), "LABEL", role_label((enum role)r));
	for (int p = PERM_SESSION + 1; p < PERM_OWN; p++) {
		row = tpl_row(t, "PERM");
		tpl_text(row, "WORDS", perm_words((enum perm)p));
		for (int r = 0; r <= ROLE_ADMIN; r++) {
			bool yes = perm_allowed(1u << r, (enum perm)p);

			cell = tpl_row(row, "CELL");
			tpl_show_if(cell, "YES", yes);
			tpl_show_if(cell, "NO", !yes);
		}
	}
	return req_html(rq);
}

const struct page role_list_page = {
	.method = "GET",
	.path = "/admin/roles",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = role_list_run,
	.about = "What each role may do.",
};
