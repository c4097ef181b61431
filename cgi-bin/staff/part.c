/* What the pages on people share: roles, sessions. */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/conf.h"
#include "base/show.h"
#include "domain/role.h"
#include "domain/word.h"
#include "staff/part.h"
#include "store/session_list.h"
#include "tpl/tpl.h"
#include "web/req.h"

const struct option part_in_use[] = {
	{"active", "In use"},
	{"inactive", "Not in use"},
	{NULL, NULL},
};

const struct option part_weekdays[] = {
	{"1", "Monday"},
	{"2", "Tuesday"},
	{"3", "Wednesday"},
	{"4", "Thursday"},
	{"5", "Friday"},
	{"6", "Saturday"},
	{"0", "Sunday"},
	{NULL, NULL},
};

void
part_word_options(struct req *rq, const char *field, const struct word *w)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));

	*o = (struct options){0};
	for (; w->value != NULL; w++)
		*ARENA_PUSH(rq->arena, o) = (struct option){w->value, w->label};
	form_options(rq, field, o);
}

const char *
part_id(struct req *rq, int64_t id)
{
	return arena_printf(rq->arena, "%lld", (long long)id);
}

int64_t
part_number(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > 18 || strspn(s, "0123456789") != n)
		return 0;
	return strtoll(s, NULL, 10);
}

const char *
part_roles(struct req *rq, unsigned roles)
{
	struct buf b = buf_new(rq->arena);

	for (int r = 0; r < ROLE_COUNT; r++)
		if (roles & 1u << r)
			buf_addf(&b, "%s%s", b.n > 0 ? ", " : "",
				role_label((enum role)r));
	return b.n > 0 ? b.s : "No role";
}

/* The first of a list that is in the text. Edge says it is Chrome, and all
 * say they are Safari, so the order matters. */
static size_t
first_in(const char *text, const char *const *marks, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (strstr(text, marks[i]) != NULL)
			return i;
	return n;
}

const char *
part_agent(const char *agent)
{
	static const char *const marks[] = {
		"Edg/", "Firefox/", "Chrome/", "Safari/"};
	static const char *const systems[] = {
		"Windows", "Android", "iPhone", "iPad", "Mac OS", "Linux"};
	static const char *const names[5][7] = {
		{"Edge on Windows", "Edge on Android", "Edge on an iPhone",
			"Edge on an iPad", "Edge on a Mac", "Edge on Linux",
			"Edge"},
		{"Firefox on Windows", "Firefox on Android",
			"Firefox on an iPhone", "Firefox on an iPad",
			"Firefox on a Mac", "Firefox on Linux", "Firefox"},
		{"Chrome on Windows", "Chrome on Android",
			"Chrome on an iPhone", "Chrome on an iPad",
			"Chrome on a Mac", "Chrome on Linux", "Chrome"},
		{"Safari on Windows", "Safari on Android",
			"Safari on an iPhone", "Safari on an iPad",
			"Safari on a Mac", "Safari on Linux", "Safari"},
		{"A browser on Windows", "A browser on Android",
			"A browser on an iPhone", "A browser on an iPad",
			"A browser on a Mac", "A browser on Linux",
			"An unknown browser"},
	};

	return names[first_in(agent, marks, 4)][first_in(agent, systems, 6)];
}

int
part_sessions(struct req *rq, struct tpl *t, int64_t user, int64_t this_session)
{
	struct session_list list = {0};

	if (session_list_of(rq->db, rq->arena, rq->scope, user,
		    rq->now - (instant_t)rq->conf->session_max_h * 3600,
		    rq->now - (instant_t)rq->conf->session_idle_min * 60,
		    &list))
		return -1;
	for (size_t i = 0; i < list.n; i++) {
		const struct session_seen *s = &list.v[i];
		struct tpl *row = tpl_row(t, "SESSION");

		tpl_text(row, "WHAT", part_agent(s->agent));
		tpl_text(row, "WHERE",
			*s->address != '\0' ? s->address : "Not recorded");
		tpl_text(row, "SINCE", show_when(rq->show, s->created_at));
		tpl_text(row, "SEEN", show_when(rq->show, s->seen_at));
		tpl_int(row, "ID", s->id);
		tpl_show_if(row, "THIS", s->id == this_session);
		tpl_show_if(row, "OTHER", s->id != this_session);
	}
	tpl_show_if(t, "NONE", list.n == 0);
	return (int)list.n;
}
