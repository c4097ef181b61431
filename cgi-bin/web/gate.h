#ifndef WEB_GATE_H
#define WEB_GATE_H

#include "web/req.h"

/*
 * What the dispatcher must be told by those who know the clinic: filled in
 * by page/ for each program, called by web/ in this order.
 */
struct gate {
	const char *program;	/* "staff", "portal", "api" */
	const char *cookie;	/* "__Host-staff"; NULL: a bearer token is
				 * asked for (RFC 6750). No browser sends that
				 * by itself, so nothing else need prove that a
				 * request is meant */
	const char *layout;	/* "layout/staff.tpl" */
	const char *login_path; /* where the anonymous are sent */
	/* clinic, zone, holidays, language into rq; 0 or -1 */
	int (*open)(struct req *);
	/* token from cookie or header: session, user, scope; 0 also when nobody */
	int (*session)(struct req *, const char *token);
	/* load what ":name" stands for, in scope; -1: not found */
	int (*resolve)(struct req *, const char *name, const char *value);
	/* add the audit row for this request to the open transaction */
	int (*audit)(struct req *, int status);
	/* note that the session was used (and take the flash); wrote: and
	 * changed something, which is counted */
	int (*touch)(struct req *, bool wrote);
	int (*flash)(struct req *, const char *text, const char *undo);
	/* seen before: 1 and *location; new: 0 */
	int (*once)(struct req *, const char *key, const char **location);
	int (*once_done)(struct req *, const char *key, const char *location);
	/* fill the layout: navigation, names, counts */
	void (*furnish)(struct req *, struct tpl *root);
	/* draw an error page into the reply */
	void (*fail)(struct req *, enum err_kind, int status, const char *);
	/* whose the objects are that the path or the form names; 0: nobody's.
	 * NULL: there are no patients here */
	int64_t (*patient)(const struct req *);
	/* does rq->db, a standby, know all that this session has changed? */
	bool (*caught_up)(struct req *);
	/* The database cannot be reached: say so into the reply, out of the
	 * request and the configuration alone. unsure: what was sent may
	 * have been saved all the same. Anything of rq that open() and
	 * session() fill may be missing. */
	void (*lost)(struct req *, bool unsure);
};

#endif
