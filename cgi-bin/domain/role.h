#ifndef DOMAIN_ROLE_H
#define DOMAIN_ROLE_H

#include <stdbool.h>

/* Who somebody is at the clinic. A person may hold several. */
enum role {
	ROLE_COORDINATOR,
	ROLE_FRONT_DESK,
	ROLE_BILLER,
	ROLE_CLINICIAN,
	ROLE_CASE_MANAGER,
	ROLE_SUPERVISOR,
	ROLE_ADMIN, /* no patient data */
	ROLE_PATIENT,
	ROLE_PROXY,
	ROLE_COUNT
};

/* What a page or act asks for. Zero is nobody: forgetting is safe. */
enum perm {
	PERM_UNSET,
	PERM_PUBLIC,	   /* no session needed */
	PERM_SESSION,	   /* anybody logged in to this program */
	PERM_PATIENT_READ, /* find patients, demographics, contact */
	PERM_PATIENT_WRITE,
	PERM_PATIENT_CREATE,
	PERM_CHART_READ,  /* clinical summary, records, timeline */
	PERM_VISIT_READ,  /* calendar, visits */
	PERM_VISIT_WRITE, /* book, move, cancel, arrive, done */
	PERM_VISIT_OVERBOOK,
	PERM_VISIT_UNDO, /* reopen a visit that was closed */
	PERM_COVERAGE_READ,
	PERM_COVERAGE_WRITE,
	PERM_COVERAGE_CHECK,
	PERM_WORK_READ, /* Today, follow-ups */
	PERM_WORK_WRITE,
	PERM_WORK_ASSIGN, /* give work to somebody else */
	PERM_PORTAL_INVITE,
	PERM_SCHEDULE_ADMIN, /* templates, exceptions, rooms, visit types */
	PERM_ADMIN,	     /* users, roles, sites, health */
	PERM_AUDIT_READ,
	PERM_ACCESS_READ, /* who opened a patient's chart, in the chart */
	PERM_REPORT_READ, /* figures over all visits, of no patient */
	PERM_OWN,	  /* portal: the patient's own record */
	PERM_COUNT
};

/* The one policy table. roles is a set of bits 1u << enum role. */
bool perm_allowed(unsigned roles, enum perm);
const char *perm_name(enum perm);  /* "patient.read" */
const char *perm_words(enum perm); /* "find and read patients", for 403 */
const char *role_name(enum role);  /* as stored: "front_desk" */
const char *role_label(enum role); /* "Front desk" */
bool role_parse(const char *name, enum role *out);

#endif
