#ifndef DOMAIN_CLINIC_H
#define DOMAIN_CLINIC_H

#include <stdbool.h>
#include <stdint.h>

/* The clinic as a whole; its sites have their own zones. */
struct clinic {
	int64_t id, version;
	const char *name, *short_name, *phone;
	const char *zone; /* IANA */
	const char *language;
	bool clock24;
};

/* What a new clinic still has to enter before it can work. */
struct clinic_setup {
	bool named, sites, hours, rooms, visit_types, providers, weeks, staff,
		patients;
};

#endif
