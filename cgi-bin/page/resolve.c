/*
 * What a ":name" in a path stands for: one row here per kind of object,
 * one statement per load, always in the caller's scope. Whatever is not
 * the caller's looks like something that is not there.
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "page/gate.h"
#include "web/req.h"

/* Digits only, at most 18, no leading zero: one spelling per object. */
static int64_t
object_id(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > 18 || s[0] == '0' || strspn(s, "0123456789") != n)
		return 0;
	return strtoll(s, NULL, 10);
}

static int
load_number(struct req *rq, int64_t id)
{
	rq->o.id = id;
	return 1;
}

static const struct {
	const char *name;
	int (*load)(struct req *, int64_t id); /* 1, 0 not there, -1 */
} kinds[] = {
	{"n", load_number},
};

int
page_resolve(struct req *rq, const char *name, const char *value)
{
	int64_t id = object_id(value);

	if (strcmp(name, "name") == 0) {
		rq->o.text = value;
		return value[strspn(value,
			       "abcdefghijklmnopqrstuvwxyz0123456789_-")] ==
				       '\0'
			       ? 0
			       : -1;
	}
	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (strcmp(kinds[i].name, name) == 0)
			return id > 0 && kinds[i].load(rq, id) > 0 ? 0 : -1;
	BUG("no kind of object is called :%s", name);
}
