/* The furniture around every page: names, navigation, what was just done.
 * Markers: templates/layout. */
#include <string.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/token.h"
#include "domain/clinic.h"
#include "domain/item.h"
#include "page/gate.h"
#include "store/item_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

static void
globals(struct req *rq, struct tpl *root)
{
	char *once = arena_alloc(rq->arena, TOKEN_SIZE);

	token_make(once);
	tpl_global(root, "ONCE", once);
	tpl_global(root, "CSRF", rq->session ? rq->session->csrf : "");
	tpl_global(root, "LANG", rq->lang);
	tpl_global(root, "DIR",
		strcmp(rq->lang, "ar") == 0 || strcmp(rq->lang, "he") == 0
			? "rtl"
			: "ltr");
	tpl_global(root, "STATIC_APP_CSS", req_asset(rq, "css/app.css"));
	tpl_global(root, "STATIC_APP_JS", req_asset(rq, "js/app.js"));
	tpl_global(root, "STATIC_HTMX_JS", req_asset(rq, "vendor/htmx.min.js"));
	tpl_global(root, "STATIC_ICONS", req_asset(rq, "vendor/icons.svg"));
	tpl_global(root, "STATIC_MARK", req_asset(rq, "img/mark.svg"));
	tpl_global(root, "CLINIC_NAME", rq->clinic->name);
	tpl_global(root, "CLINIC_SHORT", rq->clinic->short_name);
	tpl_global(root, "USER_NAME", rq->user ? rq->user->name : "");
	tpl_global(root, "USER_INITIALS", rq->user ? rq->user->initials : "");
	tpl_global(root, "THEME", rq->user ? rq->user->theme : "system");
	tpl_global(root, "DENSITY", rq->user ? rq->user->density : "normal");
	tpl_global(root, "SHORTCUTS",
		rq->user && rq->user->shortcuts ? "on" : "off");
	tpl_global(root, "IDLE_S",
		arena_printf(rq->arena, "%d", rq->conf->session_idle_min * 60));
}

static void
flash(struct req *rq, struct tpl *root)
{
	struct tpl *row, *undo;

	if (rq->user == NULL || rq->session->flash[0] == '\0' || rq->htmx)
		return;
	row = tpl_row(root, "FLASH");
	tpl_text(row, "TEXT", rq->session->flash);
	rq->flash_shown = true;
	if (rq->session->flash_undo[0] == '\0')
		return;
	undo = tpl_row(row, "UNDO");
	tpl_text(undo, "URL", rq->session->flash_undo);
	tpl_text(undo, "LABEL", tr(rq, "Undo"));
}

enum badge { BADGE_NONE, BADGE_TODAY, BADGE_FOLLOWUPS, BADGE_INSURANCE };

static const struct nav {
	const char *url, *icon, *label, *head;
	enum perm perm;
	enum badge badge;
} nav[] = {
	{"/today", "house", "Today", NULL, PERM_WORK_READ, BADGE_TODAY},
	{"/calendar", "calendar-days", "Calendar", NULL, PERM_VISIT_READ,
		BADGE_NONE},
	{"/flow", "door-open", "Flow", NULL, PERM_VISIT_READ, BADGE_NONE},
	{"/patients", "user-round", "Patients", NULL, PERM_PATIENT_READ,
		BADGE_NONE},
	{"/followups", "clipboard-check", "Follow-ups", "Coordinate",
		PERM_WORK_READ, BADGE_FOLLOWUPS},
	{"/waitlist", "hourglass", "Waitlist", NULL, PERM_VISIT_READ,
		BADGE_NONE},
	{"/recalls", "calendar-clock", "Recalls", NULL, PERM_VISIT_READ,
		BADGE_NONE},
	{"/readiness", "list-checks", "Readiness", NULL, PERM_VISIT_READ,
		BADGE_NONE},
	{"/insurance", "id-card", "Insurance", NULL, PERM_COVERAGE_READ,
		BADGE_INSURANCE},
	{"/reports", "chart-column", "Reports", "Clinic", PERM_REPORT_READ,
		BADGE_NONE},
	{"/admin", "settings", "Settings", "Clinic", PERM_ADMIN, BADGE_NONE},
	{"/admin/providers", "calendar-cog", "Schedules", "Clinic",
		PERM_SCHEDULE_ADMIN, BADGE_NONE},
	{"/admin/audit", "scroll-text", "Audit log", NULL, PERM_AUDIT_READ,
		BADGE_NONE},
};

static bool
current(const struct req *rq, const char *url)
{
	size_t n = strlen(url);

	/* The answer to a search belongs to the patients. */
	if (strcmp(rq->path, "/search") == 0)
		return strcmp(url, "/patients") == 0;
	/* And a visit to the calendar. */
	if (strncmp(rq->path, "/appointments", 13) == 0)
		return strcmp(url, "/calendar") == 0;
	if (strcmp(url, "/admin") == 0 &&
		(strncmp(rq->path, "/admin/audit", 12) == 0 ||
			strncmp(rq->path, "/admin/providers", 16) == 0))
		return false;
	return strncmp(rq->path, url, n) == 0 &&
	       (rq->path[n] == '\0' || rq->path[n] == '/');
}

/* Nothing to count is no badge; something late is a red one. */
static void
badge(struct tpl *row, enum badge which, const struct item_counts *c)
{
	int64_t n = which == BADGE_TODAY       ? c->today
		    : which == BADGE_FOLLOWUPS ? c->followups
		    : which == BADGE_INSURANCE ? c->insurance
					       : 0;
	int64_t late = which == BADGE_TODAY	  ? c->today_late
		       : which == BADGE_FOLLOWUPS ? c->followups_late
		       : which == BADGE_INSURANCE ? c->insurance_late
						  : 0;
	struct tpl *count;

	if (n == 0)
		return;
	count = tpl_row(row, "COUNT");
	tpl_int(count, "N", n);
	tpl_show_if(count, "HOT", late > 0);
}

static struct item_counts
counts(struct req *rq)
{
	struct item_window window = item_window(rq->zone, rq->today, rq->now);
	struct item_counts c = {0};

	if (req_may(rq, PERM_WORK_READ))
		item_store_counts(rq->db, rq->scope, &window, &c);
	return c;
}

static void
nav_rows(struct req *rq, struct tpl *root)
{
	struct item_counts c = counts(rq);
	const char *head = NULL, *said = NULL;

	for (size_t i = 0; i < sizeof(nav) / sizeof(nav[0]); i++) {
		struct tpl *row;

		if (nav[i].head != NULL)
			head = nav[i].head;
		if (!req_may(rq, nav[i].perm))
			continue;
		row = tpl_row(root, "NAV");
		tpl_text(row, "URL", nav[i].url);
		tpl_text(row, "ICON", nav[i].icon);
		tpl_text(row, "LABEL", nav[i].label);
		tpl_show_if(row, "CURRENT", current(rq, nav[i].url));
		badge(row, nav[i].badge, &c);
		if (head != NULL && (said == NULL || strcmp(head, said) != 0))
			tpl_text(tpl_row(row, "HEAD"), "LABEL", head);
		if (head != NULL)
			said = head;
		head = NULL;
	}
}

static const struct fresh {
	const char *url, *icon, *label, *key;
	enum perm perm;
} fresh[] = {
	{"/patients/new", "user-plus", "Patient", "p", PERM_PATIENT_CREATE},
	{"/appointments/new", "calendar-plus", "Appointment", "a",
		PERM_VISIT_WRITE},
	{"/followups/new", "clipboard-check", "Follow-up", "f",
		PERM_WORK_WRITE},
};

/* What somebody may make anew; nothing: no menu. */
static void
fresh_rows(struct req *rq, struct tpl *root)
{
	struct tpl *menu = NULL, *row;

	for (size_t i = 0; i < sizeof(fresh) / sizeof(fresh[0]); i++) {
		if (!req_may(rq, fresh[i].perm))
			continue;
		if (menu == NULL)
			menu = tpl_row(root, "MENU");
		row = tpl_row(menu, "NEW");
		tpl_text(row, "URL", fresh[i].url);
		tpl_text(row, "ICON", fresh[i].icon);
		tpl_text(row, "LABEL", fresh[i].label);
		tpl_text(row, "KEY", fresh[i].key);
	}
}

void
page_furnish_staff(struct req *rq, struct tpl *root)
{
	globals(rq, root);
	if (rq->user == NULL)
		return;
	flash(rq, root);
	nav_rows(rq, root);
	fresh_rows(rq, root);
	tpl_show_if(root, "MAY_SEARCH", req_may(rq, PERM_PATIENT_READ));
}

static bool
on(const struct req *rq, const char *place)
{
	return strncmp(rq->path, place, strlen(place)) == 0;
}

void
page_furnish_portal(struct req *rq, struct tpl *root)
{
	bool english = strcmp(rq->lang, "en") == 0;

	globals(rq, root);
	tpl_global(
		root, "CLINIC_PHONE", show_phone(rq->show, rq->clinic->phone));
	tpl_global(root, "CLINIC_TEL", rq->clinic->phone);
	tpl_show_if(root, "HAS_PHONE", rq->clinic->phone[0] != '\0');
	tpl_text(root, "PATH", rq->path);
	tpl_show_if(root, "TO_ES", english);
	tpl_show_if(root, "TO_EN", !english);
	tpl_show_if(root, "SIGNED_IN", rq->user != NULL);
	tpl_show_if(root, "ON_HOME", strcmp(rq->path, "/portal") == 0);
	tpl_show_if(root, "ON_VISITS", on(rq, "/portal/visits"));
	tpl_show_if(root, "ON_ME", on(rq, "/portal/me"));
	if (rq->user != NULL)
		flash(rq, root);
}
