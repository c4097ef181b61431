/* The one access policy: what each role may do. Sources: tests/RULES.md,
 * "Roles". */
#include <string.h>

#include "domain/role.h"

#define CO (1u << ROLE_COORDINATOR)
#define FD (1u << ROLE_FRONT_DESK)
#define BI (1u << ROLE_BILLER)
#define CL (1u << ROLE_CLINICIAN)
#define CM (1u << ROLE_CASE_MANAGER)
#define SU (1u << ROLE_SUPERVISOR)
#define AD (1u << ROLE_ADMIN)
#define PT (1u << ROLE_PATIENT)
#define STAFF (CO | FD | BI | CL | CM | SU)

static const struct {
	unsigned roles;
	const char *name, *words;
} policy[PERM_COUNT] = {
	[PERM_UNSET] = {0, "unset", ""},
	[PERM_PUBLIC] = {~0u, "public", ""},
	[PERM_SESSION] = {STAFF | AD | PT, "session", "log in"},
	[PERM_PATIENT_READ] = {STAFF, "patient.read", "find and read patients"},
	[PERM_PATIENT_WRITE] = {CO | FD | CM | SU, "patient.write",
		"change patient details"},
	[PERM_PATIENT_CREATE] = {CO | FD | CM | SU, "patient.create",
		"register patients"},
	[PERM_CHART_READ] = {CO | CL | CM | SU, "chart.read",
		"read clinical records"},
	[PERM_VISIT_READ] = {STAFF, "visit.read", "read the calendar"},
	[PERM_VISIT_WRITE] = {CO | FD | CL | CM | SU, "visit.write",
		"book and change visits"},
	[PERM_VISIT_OVERBOOK] = {CL | SU, "visit.overbook", "overbook"},
	[PERM_VISIT_UNDO] = {SU, "visit.undo", "reopen closed visits"},
	[PERM_COVERAGE_READ] = {STAFF, "coverage.read",
		"read insurance records"},
	[PERM_COVERAGE_WRITE] = {CO | FD | BI | SU, "coverage.write",
		"change insurance records"},
	[PERM_COVERAGE_CHECK] = {CO | FD | BI | CM | SU, "coverage.check",
		"record insurance checks"},
	[PERM_WORK_READ] = {STAFF, "work.read", "read worklists"},
	[PERM_WORK_WRITE] = {STAFF, "work.write", "change open items"},
	[PERM_WORK_ASSIGN] = {CO | CL | CM | SU, "work.assign",
		"give work to others"},
	[PERM_PORTAL_INVITE] = {CO | FD | CM | SU, "portal.invite",
		"invite patients to the portal"},
	[PERM_SCHEDULE_ADMIN] = {SU | AD, "schedule.admin",
		"change schedules and visit types"},
	[PERM_ADMIN] = {AD, "admin", "change users and clinic settings"},
	[PERM_AUDIT_READ] = {SU | AD, "audit.read", "read the audit log"},
	[PERM_ACCESS_READ] = {SU, "access.read",
		"see who opened a patient's chart"},
	[PERM_REPORT_READ] = {CO | CM | SU | AD, "report.read", "read reports"},
	[PERM_OWN] = {PT, "own", "use the portal"},
};

static const struct {
	const char *name, *label;
} roles[ROLE_COUNT] = {
	[ROLE_COORDINATOR] = {"coordinator", "Care coordinator"},
	[ROLE_FRONT_DESK] = {"front_desk", "Front desk"},
	[ROLE_BILLER] = {"biller", "Biller"},
	[ROLE_CLINICIAN] = {"clinician", "Clinician"},
	[ROLE_CASE_MANAGER] = {"case_manager", "Case manager"},
	[ROLE_SUPERVISOR] = {"supervisor", "Supervisor"},
	[ROLE_ADMIN] = {"admin", "Administrator"},
	[ROLE_PATIENT] = {"patient", "Patient"},
	[ROLE_PROXY] = {"proxy", "Proxy"},
};

bool
perm_allowed(unsigned held, enum perm perm)
{
	if ((int)perm <= PERM_UNSET || perm >= PERM_COUNT)
		return false;
	return (policy[perm].roles & held) != 0 || perm == PERM_PUBLIC;
}

const char *
perm_name(enum perm perm)
{
	return perm < PERM_COUNT ? policy[perm].name : "unset";
}

const char *
perm_words(enum perm perm)
{
	return perm < PERM_COUNT ? policy[perm].words : "";
}

const char *
role_name(enum role role)
{
	return role < ROLE_COUNT ? roles[role].name : "";
}

const char *
role_label(enum role role)
{
	return role < ROLE_COUNT ? roles[role].label : "";
}

bool
role_parse(const char *name, enum role *out)
{
	for (int i = 0; i < ROLE_COUNT; i++)
		if (strcmp(roles[i].name, name) == 0) {
			*out = (enum role)i;
			return true;
		}
	return false;
}
