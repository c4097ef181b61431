/* Coming visits and what is known about the policy that pays for them:
 * tests/RULES.md, "Insurance". */
#include "base/arena.h"
#include "db/db.h"
#include "domain/scope.h"
#include "store/coverage_store.h"

/*
 * Coming visits, each with the policies that may pay for it and the looks at
 * them: a row a look, or one with none. Which of them decide is told while
 * the rows go by: so there is no search per visit, and indexes serve alone.
 * The numbers of results are those of enum standing.
 */
#define VISITS                                                                 \
	"SELECT a.id, a.start_at, c.id, c.start_on, c.end_on,"                 \
	"       CASE y.kind WHEN 'self_pay' THEN 1 ELSE 0 END,"                \
	"       k.id, k.service_on, k.at, CASE k.result"                       \
	"         WHEN 'active' THEN 1 WHEN 'inactive' THEN 2 ELSE 3 END"      \
	"  FROM site s CROSS JOIN appointment a"                               \
	"  LEFT JOIN coverage c"                                               \
	"    ON c.patient_id = a.patient_id AND c.status = 'active'"           \
	"  LEFT JOIN payer y ON y.id = c.payer_id"                             \
	"  LEFT JOIN coverage_check k ON k.coverage_id = c.id"                 \
	"   AND k.service_on >= :month AND k.service_on < :month_after"        \
	" WHERE s.clinic_id = :clinic AND a.site_id = s.id"                    \
	"   AND a.start_at >= :from AND a.start_at < :until"                   \
	"   AND a.status IN ('pending', 'booked')"                             \
	" ORDER BY a.start_at, a.id, c.rank"

/* One more than a page of fifty. */
#define IDS_MAX 51
#define IDS_10(t)                                                              \
	":i" t "0, :i" t "1, :i" t "2, :i" t "3, :i" t "4, :i" t "5, :i" t     \
	"6, :i" t "7, :i" t "8, :i" t "9"
#define IDS                                                                    \
	IDS_10("0")                                                            \
	", " IDS_10("1") ", " IDS_10("2") ", " IDS_10("3") ", " IDS_10(        \
		"4") ", :i50"

struct coming_span
coming_span(const struct zone *zone, instant_t now, day_t today, int days)
{
	struct coming_span s = {.n = days + 1};

	if (s.n > COMING_DAYS)
		s.n = COMING_DAYS;
	s.at[0] = now;
	for (int i = 0; i < s.n; i++) {
		s.day[i] = today + i;
		zone_instant(zone, today + i + 1, 0, &s.at[i + 1]);
	}
	return s;
}

static void
bind_span(
	struct db_stmt *q, const struct scope *sc, const struct coming_span *s)
{
	day_t last = coverage_month(s->day[s->n - 1]);

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":from", s->at[0]);
	db_bind_at(q, ":until", s->at[s->n]);
	db_bind_day(q, ":month", coverage_month(s->day[0]));
	db_bind_day(q, ":month_after", coverage_month(last + 31));
}

/* A visit while its rows go by. */
struct pick {
	struct coming c;
	day_t day;	 /* of the visit */
	int64_t check;	 /* the look that decides so far, or 0 */
	bool failed;	 /* it got no answer */
	bool needs_none; /* who pays for themselves need no look */
};

static void
pick_begin(struct pick *p, struct db_stmt *q, const struct coming_span *s)
{
	int i = 0;

	*p = (struct pick){
		.c = {.visit_id = db_int(q, 0),
			.start_at = db_at(q, 1),
			.checked_at = INSTANT_NONE,
			.standing = STANDING_NO_POLICY},
	};
	while (i < s->n - 1 && p->c.start_at >= s->at[i + 1])
		i++;
	p->day = s->day[i];
}

/* The first in the order that covers the day pays. */
static void
pick_policy(struct pick *p, struct db_stmt *q)
{
	day_t start = db_day(q, 3), end = db_day(q, 4);

	if (p->c.coverage_id != 0 || db_is_null(q, 2) ||
		(start != DAY_NONE && start > p->day) ||
		(end != DAY_NONE && end < p->day))
		return;
	p->c.coverage_id = db_int(q, 2);
	p->needs_none = db_bool(q, 5);
	p->c.standing = p->needs_none ? STANDING_ACTIVE : STANDING_UNCHECKED;
}

/* Of those about a day of the visit's month an answer before a failure,
 * then the newest. */
static void
pick_check(struct pick *p, struct db_stmt *q)
{
	int64_t id = db_int(q, 6);
	instant_t at = db_at(q, 8);
	enum standing found = (enum standing)db_int(q, 9);
	bool failed = found == STANDING_FAILED, older;

	if (id == 0 || db_int(q, 2) != p->c.coverage_id ||
		coverage_month(db_day(q, 7)) != coverage_month(p->day))
		return;
	older = at < p->c.checked_at ||
		(at == p->c.checked_at && id < p->check);
	if (p->check != 0 && (failed != p->failed ? failed : older))
		return;
	p->check = id;
	p->failed = failed;
	p->c.checked_at = at;
	if (!p->needs_none)
		p->c.standing = found;
}

/* Where the page before ended, if there was one. */
struct mark {
	int64_t id;
	instant_t at;
};

static bool
behind(const struct coming *c, const struct mark *m)
{
	if (m->id == 0)
		return true;
	return c->start_at > m->at ||
	       (c->start_at == m->at && c->visit_id > m->id);
}

/* Every visit is counted; those asked for go into out, limit of them. */
struct sieve {
	int64_t *n;
	unsigned show;
	struct mark after;
	size_t limit;
	struct comings *out;
};

static void
pick_end(const struct pick *p, struct arena *a, const struct sieve *s)
{
	if (p->c.visit_id == 0)
		return;
	s->n[p->c.standing]++;
	if (s->out != NULL && s->out->n < s->limit &&
		(s->show >> p->c.standing & 1) && behind(&p->c, &s->after))
		*ARENA_PUSH(a, s->out) = p->c;
}

static int
sift(struct db *db, struct arena *a, const struct scope *sc,
	const struct coming_span *span, const struct sieve *s)
{
	struct db_stmt *q = db_prep(db, VISITS);
	struct pick p = {0};

	for (int i = 0; i < STANDINGS; i++)
		s->n[i] = 0;
	bind_span(q, sc, span);
	while (db_step(q)) {
		if (db_int(q, 0) != p.c.visit_id) {
			pick_end(&p, a, s);
			pick_begin(&p, q, span);
		}
		pick_policy(&p, q);
		pick_check(&p, q);
	}
	pick_end(&p, a, s);
	return db_done(q);
}

static void
bind_ids(struct db_stmt *q, const struct scope *sc, const struct comings *out,
	bool policies)
{
	db_bind_int(q, ":clinic", sc->clinic_id);
	for (size_t i = 0; i < IDS_MAX; i++) {
		const struct coming *c = i < out->n ? &out->v[i] : NULL;
		char name[] = {':', 'i', (char)('0' + i / 10),
			(char)('0' + i % 10), '\0'};

		db_bind_int(q, name,
			c == NULL  ? 0
			: policies ? c->coverage_id
				   : c->visit_id);
	}
}

/* Who comes, to whom, and where. */
static int
read_visits(struct db *db, struct arena *a, const struct scope *sc,
	struct comings *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT v.id, v.patient_id, s.zone, o.short_name, p.family,"
		"       p.given, p.preferred, p.mrn, p.birth_on"
		"  FROM appointment v JOIN patient p ON p.id = v.patient_id"
		"  JOIN site s ON s.id = v.site_id"
		"  LEFT JOIN provider o ON o.id = v.provider_id"
		/* +: by id, whatever there is an index on */
		" WHERE +v.clinic_id = :clinic AND v.id IN (" IDS ")");

	bind_ids(q, sc, out, false);
	while (db_step(q)) {
		struct coming *c = out->v;

		while (c->visit_id != db_int(q, 0))
			c++;
		c->patient_id = db_int(q, 1);
		c->zone = db_text(q, 2, a);
		c->provider = db_text(q, 3, a);
		c->family = db_text(q, 4, a);
		c->given = db_text(q, 5, a);
		c->preferred = db_text(q, 6, a);
		c->mrn = db_text(q, 7, a);
		c->birth = db_day(q, 8);
	}
	return db_done(q);
}

static int
read_policies(struct db *db, struct arena *a, const struct scope *sc,
	struct comings *out)
{
	struct db_stmt *q = db_prep(db,
		"SELECT c.id, y.name, c.member_id"
		"  FROM coverage c JOIN payer y ON y.id = c.payer_id"
		" WHERE +c.clinic_id = :clinic AND c.id IN (" IDS ")");

	bind_ids(q, sc, out, true);
	while (db_step(q)) {
		const char *payer = db_text(q, 1, a);
		const char *member = db_text(q, 2, a);

		for (size_t i = 0; i < out->n; i++)
			if (out->v[i].coverage_id == db_int(q, 0)) {
				out->v[i].payer = payer;
				out->v[i].member_id = member;
			}
	}
	return db_done(q);
}

static struct mark
read_mark(struct db *db, const struct scope *sc, int64_t visit)
{
	struct db_stmt *q;

	if (visit == 0)
		return (struct mark){0};
	q = db_prep(db, "SELECT start_at FROM appointment"
			" WHERE id = :id AND clinic_id = :clinic");
	db_bind_int(q, ":id", visit);
	db_bind_int(q, ":clinic", sc->clinic_id);
	return (struct mark){visit, db_one(q, INT64_MAX)};
}

int
coverage_store_coming(struct db *db, struct arena *a, const struct scope *sc,
	const struct coming_span *span, unsigned show, int64_t after, int limit,
	struct comings *out, int64_t n[STANDINGS])
{
	struct sieve s = {
		.n = n,
		.show = show,
		.after = read_mark(db, sc, after),
		.limit = limit < IDS_MAX ? (size_t)limit + 1 : IDS_MAX,
		.out = out,
	};

	if (sift(db, a, sc, span, &s))
		return -1;
	for (size_t i = 0; i < out->n; i++)
		out->v[i].payer = out->v[i].member_id = "";
	if (out->n == 0)
		return 0;
	if (read_visits(db, a, sc, out))
		return -1;
	return read_policies(db, a, sc, out);
}

int
coverage_store_coming_counts(struct db *db, const struct scope *sc,
	const struct coming_span *span, int64_t n[STANDINGS])
{
	return sift(db, NULL, sc, span, &(struct sieve){.n = n});
}
