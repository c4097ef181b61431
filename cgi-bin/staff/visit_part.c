/* What the pages about visits share: names, times, status, choices. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "domain/patient.h"
#include "domain/site.h"
#include "domain/slot.h"
#include "domain/visit.h"
#include "staff/part.h"
#include "staff/visit_part.h"
#include "store/provider_store.h"
#include "store/site_store.h"
#include "store/visit_type_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

const struct show *
visit_part_show(struct req *rq, const char *zone)
{
	struct show *s = arena_alloc(rq->arena, sizeof(*s));
	const struct zone *z = zone_find(zone);

	*s = *rq->show;
	if (z)
		s->zone = z;
	s->today = zone_local(s->zone, s->now).day;
	return s;
}

const char *
visit_part_name(struct req *rq, const struct visit *v)
{
	const char *name = patient_name_list(rq->arena, v->family, v->given);

	if (v->preferred[0] == '\0')
		return name;
	return arena_printf(rq->arena, "%s “%s”", name, v->preferred);
}

/* The first letter, whatever its length in bytes. */
static int
first_letter(const char *s)
{
	int n = s[0] != '\0';

	while (n && ((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

const char *
visit_part_short(struct req *rq, const struct visit *v)
{
	if (v->given[0] == '\0')
		return v->family;
	return arena_printf(rq->arena, "%s, %.*s.", v->family,
		first_letter(v->given), v->given);
}

const char *
visit_part_mrn(struct req *rq, const struct visit *v)
{
	return patient_mrn_show(rq->arena, v->mrn);
}

const char *
visit_part_what(const struct visit *v)
{
	return v->type_name[0] ? v->type_name : "Visit";
}

const char *
visit_part_times(const struct show *s, instant_t start, instant_t end)
{
	return arena_printf(
		s->arena, "%s–%s", show_time(s, start), show_time(s, end));
}

void
visit_part_tag(struct tpl *t, const char *marker, const struct visit *v)
{
	enum visit_state s = visit_state(v);
	const char *tone = visit_state_tone(s);
	struct tpl *tag = tpl_part(t, marker, "part/tag.tpl");

	tpl_text(tag, "TONE", strcmp(tone, "grey") == 0 ? "" : tone);
	tpl_text(tag, "TEXT", visit_state_label(s));
	tpl_text(tpl_row(tag, "ICON"), "NAME", visit_state_icon(s));
}

void
visit_part_over(struct tpl *t, const struct visit *v)
{
	tpl_show_if(t, "OVERBOOKED", v->overbooked);
}

const char *
visit_part_slot(struct req *rq, int64_t provider, int64_t site, instant_t start)
{
	const struct slot slot = {
		.provider_id = provider, .site_id = site, .start = start};

	return slot_text(rq->arena, &slot);
}

int
visit_part_sites(struct req *rq, struct sites *list, int64_t *site)
{
	int64_t own = rq->user ? rq->user->site_id : 0, found = 0;

	if (site_store_list(rq->db, rq->arena, rq->scope, false, list))
		return -1;
	for (size_t i = 0; i < list->n; i++) {
		int64_t id = list->v[i].id;

		if (id == *site)
			return 0;
		if (found == 0 || id == own)
			found = id;
	}
	*site = found;
	return found ? 0 : -1;
}

int
visit_part_refused(struct req *rq, const struct visit *v)
{
	struct tpl *t, *row;

	if (rq->err.kind != ERR_CONFLICT)
		return req_err(rq);
	t = req_tpl(rq, "part/error.tpl");
	req_title(rq, "Not done");
	tpl_text(t, "TITLE",
		strcmp(rq->err.field, "version") == 0
			? "This visit was changed meanwhile"
			: "This is not possible now");
	tpl_text(t, "TEXT", rq->err.text);
	row = tpl_row(t, "ACTION");
	tpl_text(row, "URL",
		arena_printf(
			rq->arena, "/appointments/%lld", (long long)v->id));
	tpl_text(row, "LABEL", "Look at the visit");
	return req_html_status(rq, 409);
}

static struct options *
options_new(struct req *rq, const char *any)
{
	struct options *o = arena_alloc(rq->arena, sizeof(*o));

	if (any)
		*ARENA_PUSH(rq->arena, o) = (struct option){"", any};
	return o;
}

int
visit_part_provider_options(struct req *rq, const char *field, const char *any)
{
	struct options *o = options_new(rq, any);
	struct providers list = {0};

	if (provider_store_list(rq->db, rq->arena, rq->scope, false, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++)
		*ARENA_PUSH(rq->arena, o) = (struct option){
			part_id(rq, list.v[i].id), list.v[i].name};
	form_options(rq, field, o);
	return 0;
}

int
visit_part_site_options(struct req *rq, const char *field, const char *any)
{
	struct options *o = options_new(rq, any);
	struct sites list = {0};

	if (site_store_list(rq->db, rq->arena, rq->scope, false, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++)
		*ARENA_PUSH(rq->arena, o) = (struct option){
			part_id(rq, list.v[i].id), list.v[i].name};
	form_options(rq, field, o);
	return 0;
}

int
visit_part_type_options(struct req *rq, const char *field, const char *any)
{
	struct options *o = options_new(rq, any);
	struct visit_types list = {0};

	if (visit_type_store_list(rq->db, rq->arena, rq->scope, false, &list))
		return -1;
	for (size_t i = 0; i < list.n; i++)
		*ARENA_PUSH(rq->arena, o) =
			(struct option){part_id(rq, list.v[i].id),
				arena_printf(rq->arena, "%s (%d min)",
					list.v[i].name, list.v[i].minutes)};
	form_options(rq, field, o);
	return 0;
}

bool
visit_part_type_own(struct req *rq, int64_t type)
{
	struct visit_type t;

	return visit_type_store_get(
		       rq->db, rq->arena, rq->scope, type, &t) == 1;
}
