/* Tables of imported records. Markup: templates/part/record_rows.tpl. */
#include "staff/record_rows.h"

#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "tpl/tpl.h"
#include "web/req.h"

const char *
record_url(struct req *rq, int64_t id)
{
	return arena_printf(rq->arena, "/records/%lld", (long long)id);
}

const char *
record_query(struct req *rq, const char *s)
{
	struct buf b = buf_new(rq->arena);

	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if ((c >= '0' && c <= '9') ||
			((c | 32) >= 'a' && (c | 32) <= 'z') || c == '-' ||
			c == '.' || c == '_')
			buf_addc(&b, *s);
		else
			buf_addf(&b, "%%%02X", c);
	}
	return b.s;
}

static struct tpl *
table(struct tpl *t, const char *marker, const char *caption,
	const char *middle, size_t n)
{
	struct tpl *part;

	if (n == 0)
		return NULL;
	part = tpl_part(t, marker, "part/record_rows.tpl");
	tpl_text(part, "CAPTION", caption);
	tpl_text(part, "MIDDLE", middle);
	return part;
}

/* green: it holds now; amber: look twice; red: wrong; grey: over. */
static const char *
tone_of(const char *status)
{
	static const struct {
		const char *status, *tone;
	} known[] = {
		{"active", "green"},
		{"in-progress", "green"},
		{"recurrence", "amber"},
		{"relapse", "amber"},
		{"on-hold", "amber"},
		{"preliminary", "amber"},
		{"registered", "amber"},
		{"not-done", "amber"},
		{"entered-in-error", "red"},
		{"corrected", "blue"},
		{"amended", "blue"},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].status, status) == 0)
			return known[i].tone;
	return "";
}

static struct tpl *
row(struct req *rq, struct tpl *t, int64_t id, const char *what,
	const char *status)
{
	struct tpl *r = tpl_row(t, "ROW"), *tag;

	tpl_text(r, "URL", record_url(rq, id));
	tpl_text(r, "TEXT", what);
	if (*status) {
		tag = tpl_row(r, "STATUS");
		tpl_text(tag, "TONE", tone_of(status));
		tpl_text(tag, "TEXT", record_words(rq->arena, status));
	}
	return r;
}

static void
sub(struct tpl *r, const char *text)
{
	if (*text)
		tpl_text(tpl_row(r, "SUB"), "TEXT", text);
}

static void
when(struct tpl *r, const char *text)
{
	tpl_text(r, "WHEN", *text ? text : "Not recorded");
}

/* What the source does not say is said to be so, never left blank. */
static const char *
said(const char *text)
{
	return *text ? text : "Not recorded";
}

static const char *
joined(struct req *rq, const char *a, const char *between, const char *b)
{
	if (!*a || !*b)
		return *a ? a : b;
	return arena_printf(rq->arena, "%s%s%s", a, between, b);
}

size_t
record_rows_allergies(struct req *rq, struct tpl *t, const char *marker,
	const struct allergies *list)
{
	struct tpl *part = table(t, marker, "Allergies", "Reaction", list->n);

	for (size_t i = 0; i < list->n; i++) {
		const struct allergy *g = &list->v[i];
		struct tpl *r = row(rq, part, g->id, g->what, g->status);

		sub(r, record_words(rq->arena, g->category));
		tpl_text(
			r, "VALUE", joined(rq, g->reaction, ", ", g->severity));
		if (strcmp(g->criticality, "high") == 0) {
			struct tpl *flag = tpl_row(r, "FLAG");

			tpl_text(flag, "TONE", "red");
			tpl_text(flag, "TEXT", "High risk");
		}
		when(r, g->when);
	}
	return list->n;
}

size_t
record_rows_problems(struct req *rq, struct tpl *t, const char *marker,
	const struct problems *list)
{
	struct tpl *part = table(t, marker, "Problems", "Severity", list->n);

	for (size_t i = 0; i < list->n; i++) {
		const struct problem *p = &list->v[i];
		struct tpl *r = row(rq, part, p->id, p->what, p->status);
		const char *until = *p->abatement
					    ? arena_printf(rq->arena, " to %s",
						      p->abatement)
					    : "";

		sub(r, p->category);
		tpl_text(r, "VALUE", said(p->severity));
		when(r, arena_printf(rq->arena, "%s%s", p->onset, until));
	}
	return list->n;
}

size_t
record_rows_medications(struct req *rq, struct tpl *t, const char *marker,
	const struct medications *list)
{
	struct tpl *part = table(t, marker, "Medications", "Dose", list->n);

	for (size_t i = 0; i < list->n; i++) {
		const struct medication *m = &list->v[i];
		struct tpl *r = row(rq, part, m->id, m->what, m->status);

		sub(r, joined(rq, m->reason, " · ", m->requester));
		tpl_text(r, "VALUE", said(m->dosage));
		when(r, m->when);
	}
	return list->n;
}

size_t
record_rows_observations(struct req *rq, struct tpl *t, const char *marker,
	const struct observations *list, int64_t patient)
{
	struct tpl *part = table(t, marker, "Values", "Value", list->n);

	for (size_t i = 0; i < list->n; i++) {
		const struct observation *o = &list->v[i];
		struct tpl *r = row(rq, part, o->id, o->what, o->status);
		const char *range = *o->range ? arena_printf(rq->arena,
							"range %s", o->range)
					      : "";

		sub(r, joined(rq, record_words(rq->arena, o->category), " · ",
			       range));
		tpl_text(r, "VALUE", said(o->shown));
		if (*o->flag) {
			struct tpl *flag = tpl_row(r, "FLAG");

			tpl_text(flag, "TONE",
				strcmp(o->flag, "Normal") == 0 ? "" : "amber");
			tpl_text(flag, "TEXT", o->flag);
		}
		if (patient)
			tpl_text(tpl_row(r, "MORE"), "URL",
				arena_printf(rq->arena,
					"/patients/%lld/records/values?key=%s",
					(long long)patient,
					record_query(rq, o->key)));
		when(r, o->when);
	}
	return list->n;
}

size_t
record_rows_events(struct req *rq, struct tpl *t, const char *marker,
	const struct record_events *list)
{
	struct tpl *part = table(t, marker, "Records", "Detail", list->n);

	for (size_t i = 0; i < list->n; i++) {
		const struct record_event *e = &list->v[i];
		struct tpl *r = row(rq, part, e->id, e->title, e->status);

		tpl_text(r, "VALUE", e->detail);
		when(r, *e->until && strcmp(e->until, e->when) != 0
				? arena_printf(rq->arena, "%s to %s", e->when,
					  e->until)
				: e->when);
	}
	return list->n;
}

size_t
record_rows_records(struct req *rq, struct tpl *t, const char *marker,
	const struct records *list)
{
	struct tpl *part = table(t, marker, "Records", "Kind", list->n);

	for (size_t i = 0; i < list->n; i++) {
		const struct record *o = &list->v[i];
		struct tpl *r = row(rq, part, o->id, o->title, o->status);

		tpl_text(r, "VALUE", record_type_label(o->type));
		when(r, o->when);
	}
	return list->n;
}
