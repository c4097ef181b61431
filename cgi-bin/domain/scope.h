#ifndef DOMAIN_SCOPE_H
#define DOMAIN_SCOPE_H

#include <stdint.h>

/*
 * Which records the caller may touch; every store function takes one and
 * names it in its SQL. patient_id is 0 for staff; for a patient's session
 * it is the only patient there is.
 */
struct scope {
	int64_t clinic_id;
	int64_t user_id;    /* 0: a patient, or a job */
	int64_t patient_id; /* the portal's own patient, else 0 */
	unsigned roles;	    /* bits 1u << enum role */
};

#endif
