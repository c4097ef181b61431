/* Patients as lines of a list: recent, newest, by id, and possible twins. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "db/db.h"
#include "store/search_store.h"

#define IDS_10(t)                                                              \
	":i" t "0, :i" t "1, :i" t "2, :i" t "3, :i" t "4, :i" t "5, :i" t     \
	"6, :i" t "7, :i" t "8, :i" t "9"
#define IDS                                                                    \
	IDS_10("0")                                                            \
	", " IDS_10("1") ", " IDS_10("2") ", " IDS_10("3") ", " IDS_10("4")

/* The column list and its one reader stand together. */
#define LINE_COLS                                                              \
	"p.id, p.mrn, p.family, p.given, p.suffix, p.preferred, p.birth_on,"   \
	" p.sex, f.number, p.deceased_on, p.active, p.restricted,"             \
	" (SELECT min(v.start_at) FROM appointment v"                          \
	"   WHERE v.patient_id = p.id AND v.clinic_id = :clinic"               \
	"     AND v.start_at >= :now"                                          \
	"     AND v.status IN ('pending', 'booked')),"                         \
	" (SELECT count(*) FROM work_item w"                                   \
	"   WHERE w.patient_id = p.id AND w.clinic_id = :clinic"               \
	"     AND w.closed_at IS NULL)"
#define LINE_FROM                                                              \
	" FROM patient p"                                                      \
	" LEFT JOIN patient_phone f ON f.patient_id = p.id AND f.rank = 1"

static struct patient_line
line_read(struct db_stmt *q, struct arena *a)
{
	return (struct patient_line){
		.id = db_int(q, 0),
		.mrn = db_text(q, 1, a),
		.family = db_text(q, 2, a),
		.given = db_text(q, 3, a),
		.suffix = db_text(q, 4, a),
		.preferred = db_text(q, 5, a),
		.birth = db_day(q, 6),
		.sex = db_text(q, 7, a),
		.phone = db_text(q, 8, a),
		.deceased = db_day(q, 9),
		.active = db_bool(q, 10),
		.restricted = db_bool(q, 11),
		.next_visit = db_at(q, 12),
		.open_items = db_int(q, 13),
	};
}

static void
bind_ids(struct db_stmt *q, const int64_t *ids, size_t n)
{
	for (size_t i = 0; i < SEARCH_PAGE; i++) {
		char name[] = {':', 'i', (char)('0' + i / 10),
			(char)('0' + i % 10), '\0'};

		db_bind_int(q, name, i < n ? ids[i] : 0);
	}
}

/* Marks lines whose surname and first name another line has as well. */
static void
mark_same_names(struct arena *a, struct patient_lines *lines)
{
	const char **keys = arena_alloc(a, (lines->n + 1) * sizeof(*keys));

	for (size_t i = 0; i < lines->n; i++) {
		const char *g = utf8_fold(a, lines->v[i].given);

		keys[i] = arena_printf(a, "%s|%.*s",
			utf8_fold(a, lines->v[i].family), (int)strcspn(g, " "),
			g);
		for (size_t k = 0; k < i; k++)
			if (strcmp(keys[i], keys[k]) == 0)
				lines->v[i].same_name = lines->v[k].same_name =
					true;
	}
}

int
search_store_lines(struct db *db, struct arena *a, const struct scope *sc,
	const int64_t *ids, size_t n, instant_t now, struct patient_lines *out)
{
	struct patient_lines rows = {0};
	struct db_stmt *q;

	if (n == 0)
		return 0;
	q = db_prep(db, "SELECT " LINE_COLS LINE_FROM
			/* +: by id, whatever there is an index on */
			" WHERE +p.clinic_id = :clinic AND p.id IN (" IDS ")");
	if (n > SEARCH_PAGE)
		n = SEARCH_PAGE;
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_at(q, ":now", now);
	bind_ids(q, ids, n);
	while (db_step(q))
		*ARENA_PUSH(a, &rows) = line_read(q, a);
	if (db_done(q))
		return -1;
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < rows.n; k++)
			if (rows.v[k].id == ids[i])
				*ARENA_PUSH(a, out) = rows.v[k];
	mark_same_names(a, out);
	return 0;
}

struct id_list {
	int64_t *v;
	size_t n, cap;
};

static void
add_id(struct arena *a, struct id_list *list, int64_t id)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->v[i] == id)
			return;
	if (list->n < SEARCH_PAGE)
		*ARENA_PUSH(a, list) = id;
}

static int
take_ids(struct db_stmt *q, struct arena *a, struct id_list *list)
{
	while (db_step(q))
		add_id(a, list, db_int(q, 0));
	return db_done(q);
}

int
search_store_recent(struct db *db, struct arena *a, const struct scope *sc,
	instant_t now, struct patient_lines *out)
{
	struct id_list ids = {0};
	struct db_stmt *q = db_prep(db,
		"SELECT e.patient_id FROM audit_event e"
		" WHERE e.user_id = :user AND e.clinic_id = :clinic"
		"   AND e.patient_id IS NOT NULL AND e.outcome = 'ok'"
		" ORDER BY e.at DESC, e.id DESC LIMIT 200");

	db_bind_int(q, ":user", sc->user_id);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (take_ids(q, a, &ids))
		return -1;
	return search_store_lines(
		db, a, sc, ids.v, ids.n < 20 ? ids.n : 20, now, out);
}

int
search_store_newest(struct db *db, struct arena *a, const struct scope *sc,
	instant_t now, int limit, struct patient_lines *out)
{
	struct id_list ids = {0};
	struct db_stmt *q =
		db_prep(db, "SELECT id FROM patient WHERE clinic_id = :clinic"
			    " ORDER BY created_at DESC, id DESC LIMIT :limit");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_int(q, ":limit", limit);
	if (take_ids(q, a, &ids))
		return -1;
	return search_store_lines(db, a, sc, ids.v, ids.n, now, out);
}

static int
by_name(struct db *db, struct arena *a, const struct scope *sc,
	const char *family, const char *given, struct id_list *ids)
{
	struct db_stmt *q =
		db_prep(db, "SELECT id FROM patient WHERE clinic_id = :clinic"
			    "   AND family_key = :family"
			    "   AND given_key >= :given AND given_key < :end"
			    " ORDER BY given_key, id LIMIT 20");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":family", family);
	db_bind_text(q, ":given", given);
	/* '!' follows the blank: the first name alone or before others. */
	db_bind_text(q, ":end", arena_printf(a, "%s!", given));
	return take_ids(q, a, ids);
}

/* About thirty in a million people share a birth date. */
static int
by_birth(struct db *db, struct arena *a, const struct scope *sc,
	const struct patient *p, const char *family, const char *given,
	struct id_list *ids)
{
	struct db_stmt *q =
		db_prep(db, "SELECT id, family_key, given_key FROM patient"
			    " WHERE clinic_id = :clinic AND birth_on = :birth"
			    " ORDER BY family_key, given_key, id LIMIT 500");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_day(q, ":birth", p->birth);
	while (db_step(q)) {
		const char *f = db_text(q, 1, a), *g = db_text(q, 2, a);
		const char *first = arena_strndup(a, g, strcspn(g, " "));

		if (utf8_distance(f, family, 1) <= 1 ||
			utf8_distance(first, given, 1) <= 1 ||
			strcmp(f, given) == 0)
			add_id(a, ids, db_int(q, 0));
	}
	return db_done(q);
}

static int
by_phone(struct db *db, struct arena *a, const struct scope *sc,
	const char *number, struct id_list *ids)
{
	struct buf back = buf_new(a);
	struct db_stmt *q;

	for (size_t i = strlen(number); i > 0 && back.n < 10; i--)
		if (number[i - 1] >= '0' && number[i - 1] <= '9')
			buf_addc(&back, number[i - 1]);
	if (back.n < 7)
		return 0;
	q = db_prep(db, "SELECT patient_id FROM patient_phone"
			" WHERE clinic_id = :clinic AND digits_rev >= :digits"
			"   AND digits_rev < :end"
			" ORDER BY digits_rev, patient_id LIMIT 10");
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":digits", back.s);
	db_bind_text(q, ":end", arena_printf(a, "%s:", back.s));
	return take_ids(q, a, ids);
}

int
search_store_twins(struct db *db, struct arena *a, const struct scope *sc,
	const struct patient *p, const struct patient_phones *phones,
	instant_t now, struct patient_lines *out)
{
	const char *f = utf8_fold(a, p->family), *all = utf8_fold(a, p->given);
	const char *g = arena_strndup(a, all, strcspn(all, " "));
	struct id_list ids = {0};

	if (by_name(db, a, sc, f, g, &ids))
		return -1;
	if (p->birth != DAY_NONE && by_birth(db, a, sc, p, f, g, &ids))
		return -1;
	for (size_t i = 0; phones != NULL && i < phones->n && i < 4; i++)
		if (by_phone(db, a, sc, phones->v[i].number, &ids))
			return -1;
	return search_store_lines(db, a, sc, ids.v, ids.n, now, out);
}
