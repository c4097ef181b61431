/* One browser for the cases of a file about staff pages. */
#include "lib/staff.h"
#include "lib/test.h"
#include "page/gate.h"
#include "staff/pages.h"

struct tweb *w;

int
staff_open(const char *more, const char *login)
{
	w = tweb_open(staff_pages, &staff_gate, more);
	tweb_sign_in(w, login);
	return 0;
}

int
staff_close(void **state)
{
	(void)state;
	tweb_close(w);
	return 0;
}

static const char *
must(const char *path, const struct reply *r, int status)
{
	if (r->status != status)
		fail_msg("%s: %d\n%.3000s", path, r->status, r->body);
	return status == 303 ? tweb_location(r) : r->body;
}

const char *
get(const char *path, int status)
{
	return must(path, tweb_get(w, path), status);
}

const char *
post(const char *path, const char *body, int status)
{
	return must(path, tweb_post(w, path, body), status);
}
