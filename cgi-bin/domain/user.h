#ifndef DOMAIN_USER_H
#define DOMAIN_USER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/zone.h"

/* Somebody who works here. The password hash is never among these. */
struct user {
	int64_t id, version;
	const char *login, *name, *email;
	unsigned roles; /* bits 1u << enum role */
	bool licensed;	/* holds a clinical licence */
	bool clinical_staff;
	bool must_change;      /* the password was given by an administrator */
	instant_t disabled_at; /* INSTANT_NONE: may log in */
	instant_t last_login_at; /* INSTANT_NONE: never */
	int failed_since;	 /* wrong passwords since then */
	int64_t site_id;	 /* where the day starts, or 0 */
	const char *theme, *density;
	bool shortcuts;
	instant_t created_at;
};

struct users {
	struct user *v;
	size_t n, cap;
};

/* A pool of work. */
struct team {
	int64_t id;
	const char *name;
	int64_t members;
	bool holds; /* is the user asked about in it? */
};

struct teams {
	struct team *v;
	size_t n, cap;
};

#endif
