/*
 * The search box: each reading of what was typed is a probe, a short walk
 * along one index. The probes run in a fixed order until a page is full, so
 * that a page goes on where the last one ended. Rules and examples:
 * tests/RULES.md, section "The search box".
 */
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "db/db.h"
#include "domain/name_key.h"
#include "store/search_store.h"

#define PROBES 32
#define WALK_SHORT 300 /* rows read where they must be sorted */
#define WALK_LONG 2000 /* rows read to find those that fit the words */
#define WALK_FIRST                                                             \
	64	   /* rows of those asked for at first: a server sends         \
		    * all it is asked for, and a page needs no more */
#define FORMS 1000 /* forms counted before a beginning is "common" */
#define GUESSES 3

enum probe_kind {
	BY_MRN,
	BY_IDENTIFIER,
	BY_BIRTH,
	BY_PHONE,
	BY_PAIR,   /* family begins with p, given with q */
	BY_WORDS,  /* a word within begins with p, the other half with q */
	BY_FAMILY, /* family begins with p */
	BY_GIVEN,
	BY_WORD,
};

struct probe {
	enum probe_kind kind;
	const char *p, *q;
	day_t birth;
	bool fit; /* the other words are looked for in each row */
};

/* A patient met on the way. */
struct hit {
	int64_t id;
	const char *family, *given; /* keys */
};

struct hits {
	struct hit *v;
	size_t n, cap;
};

struct walk {
	struct db *db;
	struct arena *a;
	const struct scope *sc;
	const struct search_key *key;
	struct probe probes[PROBES];
	size_t n_probes, at;
	struct hit from; /* go on behind this one; id 0: from the start */
	struct hit last; /* the last row met in the order of names */
	int64_t limit;	 /* rows to ask for now */
	int64_t rows;	 /* rows that came */
	bool loose;	 /* words may be one typing error off */
	int64_t ids[SEARCH_PAGE + 1];
	int probe_of[SEARCH_PAGE + 1];
	size_t n;
};

static bool
begins(const char *key, const char *prefix)
{
	return strncmp(key, prefix, strlen(prefix)) == 0;
}

/* A probe that ran before has shown this one. */
static bool
shown_before(const struct walk *w, const struct hit *h)
{
	for (size_t i = 0; i < w->n; i++)
		if (w->ids[i] == h->id)
			return true;
	for (size_t i = 0; i < w->at; i++) {
		const struct probe *p = &w->probes[i];

		if (p->fit)
			continue;
		if (p->kind == BY_FAMILY && begins(h->family, p->p))
			return true;
		if (p->kind == BY_GIVEN && begins(h->given, p->p))
			return true;
		if (p->kind == BY_PAIR && begins(h->family, p->p) &&
			begins(h->given, p->q))
			return true;
	}
	return false;
}

static bool
near_word(const char *word, const char *names)
{
	while (*names != '\0') {
		char one[128] = "";
		size_t n = strcspn(names, " ");

		if (n < sizeof(one)) {
			memcpy(one, names, n);
			if (utf8_distance(word, one, 1) <= 1)
				return true;
		}
		names += n + (names[n] == ' ');
	}
	return false;
}

static bool
fits(const struct walk *w, const struct hit *h)
{
	const struct search_key *k = w->key;

	if (!w->loose)
		return search_key_fits(k, h->family, h->given);
	for (size_t i = 0; i < k->n_words; i++)
		if (!near_word(k->words[i], h->family) &&
			!near_word(k->words[i], h->given))
			return false;
	return true;
}

/* False when the page is full. */
static bool
meet(struct walk *w, const struct hit *h)
{
	if (w->n > SEARCH_PAGE)
		return false;
	if (shown_before(w, h) || (w->probes[w->at].fit && !fits(w, h)))
		return true;
	w->ids[w->n] = h->id;
	w->probe_of[w->n++] = (int)w->at;
	return w->n <= SEARCH_PAGE;
}

static struct hit
hit_read(struct db_stmt *q, struct arena *a)
{
	return (struct hit){
		.id = db_int(q, 0),
		.family = db_text(q, 1, a),
		.given = db_text(q, 2, a),
	};
}

/* The rows come in the order they are shown in. */
static int
walk_rows(struct walk *w, struct db_stmt *q)
{
	while (w->n <= SEARCH_PAGE && db_step(q)) {
		struct hit h = hit_read(q, w->a);

		w->rows++;
		w->last = h;
		if (!meet(w, &h))
			break;
	}
	return db_done(q);
}

static int
hit_order(const struct hit *a, const struct hit *b)
{
	int c = strcmp(a->family, b->family);

	if (c == 0)
		c = strcmp(a->given, b->given);
	if (c == 0)
		c = (a->id > b->id) - (a->id < b->id);
	return c;
}

static int
hit_compare(const void *a, const void *b)
{
	return hit_order(a, b);
}

/* A few rows in the order of an index, shown in the order of names. */
static int
walk_sorted(struct walk *w, struct db_stmt *q)
{
	struct hits list = {0};

	while (db_step(q))
		*ARENA_PUSH(w->a, &list) = hit_read(q, w->a);
	if (db_done(q))
		return -1;
	if (list.n > 1)
		qsort(list.v, list.n, sizeof(list.v[0]), hit_compare);
	for (size_t i = 0; i < list.n; i++) {
		if (w->from.id != 0 && hit_order(&list.v[i], &w->from) <= 0)
			continue;
		if (!meet(w, &list.v[i]))
			break;
	}
	return 0;
}

static void
bind_range(struct walk *w, struct db_stmt *q, const char *name,
	const char *name_end, const char *prefix)
{
	db_bind_text(q, name, prefix);
	db_bind_text(q, name_end, search_key_end(w->a, prefix));
}

/* The lowest key there can be, or the one to go on behind. */
static void
bind_from(struct walk *w, struct db_stmt *q, const char *family,
	const char *given)
{
	bool on = w->from.id != 0;

	db_bind_int(q, ":clinic", w->sc->clinic_id);
	db_bind_text(q, ":from_family", on ? w->from.family : family);
	db_bind_text(q, ":from_given", on ? w->from.given : given);
	db_bind_int(q, ":from_id", on ? w->from.id : 0);
	db_bind_int(q, ":limit", w->limit);
}

static int
by_mrn(struct walk *w, const struct probe *p)
{
	struct db_stmt *q =
		db_prep(w->db, "SELECT id, family_key, given_key FROM patient"
			       " WHERE clinic_id = :clinic"
			       "   AND mrn_key >= :mrn AND mrn_key < :end"
			       " ORDER BY mrn_key LIMIT :limit");

	db_bind_int(q, ":clinic", w->sc->clinic_id);
	bind_range(w, q, ":mrn", ":end", p->p);
	db_bind_int(q, ":limit", WALK_SHORT);
	return walk_sorted(w, q);
}

static int
by_identifier(struct walk *w, const struct probe *p)
{
	struct db_stmt *q = db_prep(w->db,
		"SELECT p.id, p.family_key, p.given_key"
		"  FROM patient_identifier i"
		"  JOIN patient p ON p.id = i.patient_id"
		" WHERE i.clinic_id = :clinic AND i.value = :value"
		"   AND p.clinic_id = :clinic"
		" ORDER BY i.patient_id LIMIT :limit");

	db_bind_int(q, ":clinic", w->sc->clinic_id);
	db_bind_text(q, ":value", p->p);
	db_bind_int(q, ":limit", WALK_SHORT);
	return walk_sorted(w, q);
}

static int
by_birth(struct walk *w, const struct probe *p)
{
	struct db_stmt *q = db_prep(w->db,
		"SELECT id, family_key, given_key FROM patient"
		" WHERE clinic_id = :clinic AND birth_on = :birth"
		"   AND (family_key, given_key, id)"
		"       > (:from_family, :from_given, :from_id)"
		" ORDER BY family_key, given_key, id LIMIT :limit");

	bind_from(w, q, "", "");
	db_bind_day(q, ":birth", p->birth);
	return walk_rows(w, q);
}

static int
by_phone(struct walk *w, const struct probe *p)
{
	struct db_stmt *q = db_prep(w->db,
		"SELECT p.id, p.family_key, p.given_key"
		"  FROM patient_phone f"
		"  JOIN patient p ON p.id = f.patient_id"
		" WHERE f.clinic_id = :clinic AND p.clinic_id = :clinic"
		"   AND f.digits_rev >= :digits AND f.digits_rev < :end"
		" ORDER BY f.digits_rev, f.patient_id LIMIT :limit");

	db_bind_int(q, ":clinic", w->sc->clinic_id);
	bind_range(w, q, ":digits", ":end", p->p);
	db_bind_int(q, ":limit", WALK_SHORT);
	return walk_sorted(w, q);
}

/* How many forms begin so, and how many patients have them. */
static int
weigh(struct walk *w, const char *kind, const char *prefix, int64_t *forms,
	int64_t *patients)
{
	struct db_stmt *q = db_prep(w->db,
		"SELECT count(*), coalesce(sum(x.n), 0) FROM ("
		" SELECT n FROM name_form"
		"  WHERE clinic_id = :clinic AND kind = :kind"
		"    AND form >= :begin AND form < :end LIMIT :limit) x");

	*forms = *patients = 0;
	db_bind_int(q, ":clinic", w->sc->clinic_id);
	db_bind_text(q, ":kind", kind);
	bind_range(w, q, ":begin", ":end", prefix);
	db_bind_int(q, ":limit", FORMS);
	if (db_step(q)) {
		*forms = db_int(q, 0);
		*patients = db_int(q, 1);
	}
	return db_done(q);
}

/*
 * One look at each family name that begins so: its given names from q.
 * (|| '' keeps SQLite from taking the range of the forms for a range of the
 * patients, which would read all of them.)
 */
static int
pair_by_family(struct walk *w, const struct probe *p)
{
	struct db_stmt *q = db_prep(w->db,
		"SELECT p.id, p.family_key, p.given_key"
		"  FROM name_form f CROSS JOIN patient p"
		" WHERE f.clinic_id = :clinic AND f.kind = 'family'"
		"   AND f.form >= :from_form AND f.form < :family_end"
		"   AND p.clinic_id = :clinic AND p.family_key = f.form || ''"
		"   AND p.given_key >= :given AND p.given_key < :given_end"
		"   AND (p.family_key, p.given_key, p.id)"
		"       > (:from_family, :from_given, :from_id)"
		" ORDER BY f.form, p.given_key, p.id LIMIT :limit");

	bind_from(w, q, p->p, "");
	db_bind_text(q, ":from_form", w->from.id != 0 ? w->from.family : p->p);
	db_bind_text(q, ":family_end", search_key_end(w->a, p->p));
	bind_range(w, q, ":given", ":given_end", p->q);
	return walk_rows(w, q);
}

/* The given name is rare: all who have it. */
static int
pair_by_given(struct walk *w, const struct probe *p)
{
	struct db_stmt *q = db_prep(w->db,
		"SELECT id, family_key, given_key FROM patient"
		" WHERE clinic_id = :clinic AND given_key < :given_end"
		"   AND (given_key, family_key, id)"
		"       > (:from_given, :from_family, :from_id)"
		"   AND family_key >= :family AND family_key < :family_end"
		" ORDER BY given_key, family_key, id LIMIT :limit");

	bind_from(w, q, "", p->q);
	db_bind_text(q, ":given_end", search_key_end(w->a, p->q));
	bind_range(w, q, ":family", ":family_end", p->p);
	return walk_rows(w, q);
}

static int
by_pair(struct walk *w, const struct probe *p)
{
	const char *first = arena_strndup(w->a, p->q, strcspn(p->q, " "));
	int64_t families, given, patients, any;

	if (weigh(w, "family", p->p, &families, &any))
		return -1;
	if (families == 0)
		return 0;
	if (weigh(w, "given", first, &given, &patients))
		return -1;
	if (given == 0)
		return 0;
	if (families > 50 && given < FORMS && patients <= WALK_LONG)
		return pair_by_given(w, p);
	return pair_by_family(w, p);
}

static int
by_words(struct walk *w, const struct probe *p)
{
	struct db_stmt *q = db_prep(w->db,
		"SELECT p.id, p.family_key, p.given_key"
		"  FROM name_form x CROSS JOIN patient_word w"
		"  CROSS JOIN patient p"
		" WHERE x.clinic_id = :clinic AND x.kind = 'extra'"
		"   AND x.form >= :word AND x.form < :word_end"
		"   AND w.clinic_id = :clinic AND w.word = x.form || ''"
		"   AND w.mate >= :mate AND w.mate < :mate_end"
		"   AND p.id = w.patient_id AND p.clinic_id = :clinic"
		" ORDER BY x.form, w.mate, w.patient_id LIMIT :limit");

	db_bind_int(q, ":clinic", w->sc->clinic_id);
	bind_range(w, q, ":word", ":word_end", p->p);
	bind_range(w, q, ":mate", ":mate_end", p->q);
	db_bind_int(q, ":limit", WALK_SHORT);
	return walk_sorted(w, q);
}

static int
by_family(struct walk *w, const struct probe *p)
{
	struct db_stmt *q = db_prep(w->db,
		"SELECT id, family_key, given_key FROM patient"
		" WHERE clinic_id = :clinic AND family_key < :family_end"
		"   AND (family_key, given_key, id)"
		"       > (:from_family, :from_given, :from_id)"
		" ORDER BY family_key, given_key, id LIMIT :limit");

	bind_from(w, q, p->p, "");
	db_bind_text(q, ":family_end", search_key_end(w->a, p->p));
	return walk_rows(w, q);
}

static int
by_given(struct walk *w, const struct probe *p)
{
	struct db_stmt *q = db_prep(w->db,
		"SELECT id, family_key, given_key FROM patient"
		" WHERE clinic_id = :clinic AND given_key < :given_end"
		"   AND (given_key, family_key, id)"
		"       > (:from_given, :from_family, :from_id)"
		"   AND NOT (family_key >= :given AND family_key < :given_end)"
		" ORDER BY given_key, family_key, id LIMIT :limit");

	bind_from(w, q, "", p->p);
	bind_range(w, q, ":given", ":given_end", p->p);
	return walk_rows(w, q);
}

static int
by_word(struct walk *w, const struct probe *p)
{
	struct db_stmt *q = db_prep(w->db,
		"SELECT p.id, p.family_key, p.given_key"
		"  FROM patient_word w JOIN patient p ON p.id = w.patient_id"
		" WHERE w.clinic_id = :clinic AND p.clinic_id = :clinic"
		"   AND w.word >= :word AND w.word < :word_end"
		" ORDER BY w.word, w.mate, w.patient_id LIMIT :limit");

	db_bind_int(q, ":clinic", w->sc->clinic_id);
	bind_range(w, q, ":word", ":word_end", p->p);
	db_bind_int(q, ":limit", WALK_SHORT);
	return walk_sorted(w, q);
}

static int
run_probe(struct walk *w, const struct probe *p)
{
	switch (p->kind) {
	case BY_MRN:
		return by_mrn(w, p);
	case BY_IDENTIFIER:
		return by_identifier(w, p);
	case BY_BIRTH:
		return by_birth(w, p);
	case BY_PHONE:
		return by_phone(w, p);
	case BY_PAIR:
		return by_pair(w, p);
	case BY_WORDS:
		return by_words(w, p);
	case BY_FAMILY:
		return by_family(w, p);
	case BY_GIVEN:
		return by_given(w, p);
	case BY_WORD:
		return by_word(w, p);
	}
	return 0;
}

static void
add_probe(struct walk *w, struct probe p)
{
	if (w->n_probes < PROBES)
		w->probes[w->n_probes++] = p;
}

/* Numbers lead; names typed with them narrow down. */
static void
plan_numbers(struct walk *w)
{
	const struct search_key *k = w->key;
	bool fit = k->n_words > 0;

	if (*k->mrn != '\0') {
		add_probe(w, (struct probe){BY_MRN, .p = k->mrn, .fit = fit});
		add_probe(w,
			(struct probe){BY_IDENTIFIER, .p = k->mrn, .fit = fit});
	}
	for (int i = 0; i < k->n_births; i++)
		add_probe(w, (struct probe){BY_BIRTH, .birth = k->births[i],
				     .fit = fit});
	if (*k->phone != '\0')
		add_probe(
			w, (struct probe){BY_PHONE, .p = k->phone, .fit = fit});
}

static void
plan_split(struct walk *w, const char *p, const char *q, bool fit)
{
	add_probe(w, (struct probe){BY_PAIR, .p = p, .q = q, .fit = fit});
	add_probe(w, (struct probe){BY_PAIR, .p = q, .q = p, .fit = fit});
	add_probe(w, (struct probe){BY_WORDS, .p = p, .q = q, .fit = fit});
	add_probe(w, (struct probe){BY_WORDS, .p = q, .q = p, .fit = fit});
}

/* Three words or more in any order: the two longest lead. */
static void
plan_loose(struct walk *w)
{
	const struct search_key *k = w->key;
	size_t best = 0, next = 1;

	for (size_t i = 1; i < k->n_words; i++)
		if (strlen(k->words[i]) > strlen(k->words[best])) {
			next = best;
			best = i;
		} else if (next == best ||
			   strlen(k->words[i]) > strlen(k->words[next])) {
			next = i;
		}
	plan_split(w, k->words[best], k->words[next], true);
}

/* "maria jose garcia lopez": each way to part it into two halves, then
 * all of it as the beginning of one half. */
static void
plan_names(struct walk *w)
{
	const struct search_key *k = w->key;
	const char *all = search_key_phrase(w->a, k, 0, k->n_words);

	for (size_t i = 1; i < k->n_words; i++)
		plan_split(w, search_key_phrase(w->a, k, 0, i),
			search_key_phrase(w->a, k, i, k->n_words), false);
	add_probe(w, (struct probe){BY_FAMILY, .p = all});
	add_probe(w, (struct probe){BY_GIVEN, .p = all});
	add_probe(w, (struct probe){BY_WORD, .p = all});
	if (k->n_words > 2)
		plan_loose(w);
}

static void
plan(struct walk *w)
{
	const struct search_key *k = w->key;

	if (k->n_births > 0 || *k->mrn != '\0' || *k->phone != '\0')
		plan_numbers(w);
	else if (k->n_words > 0)
		plan_names(w);
}

static int
load_from(struct walk *w, int64_t id)
{
	struct db_stmt *q =
		db_prep(w->db, "SELECT id, family_key, given_key FROM patient"
			       " WHERE id = :id AND clinic_id = :clinic");

	db_bind_int(q, ":id", id);
	db_bind_int(q, ":clinic", w->sc->clinic_id);
	if (db_step(q))
		w->from = hit_read(q, w->a);
	return db_done(q);
}

/* The first rows, and the rest only if they did not fill the page. */
static int
walk_probe(struct walk *w)
{
	w->rows = 0;
	w->limit = WALK_FIRST;
	if (run_probe(w, &w->probes[w->at]))
		return -1;
	if (w->rows < WALK_FIRST || w->n > SEARCH_PAGE)
		return 0;
	w->from = w->last;
	w->limit = WALK_LONG - WALK_FIRST;
	return run_probe(w, &w->probes[w->at]);
}

static int
walk_all(struct walk *w, size_t first)
{
	for (w->at = first; w->at < w->n_probes && w->n <= SEARCH_PAGE;
		w->at++) {
		if (walk_probe(w))
			return -1;
		w->from = (struct hit){0, "", ""};
	}
	return 0;
}

/* Words here that are one typing error away, the commonest first. */
static int
near_words(struct walk *w, const char *word, struct name_words *out)
{
	struct name_words near = name_key_near(w->a, word);
	struct db_stmt *q;

	if (near.n == 0)
		return 0;
	q = db_prep(w->db,
		"SELECT DISTINCT f.form, f.n FROM name_near x"
		"  JOIN name_form f ON f.clinic_id = x.clinic_id"
		"   AND f.kind = 'word' AND f.form = x.form"
		" WHERE x.clinic_id = :clinic AND x.near IN (:i00, :i01, :i02,"
		" :i03, :i04, :i05, :i06, :i07, :i08, :i09, :i10, :i11, :i12,"
		" :i13, :i14, :i15, :i16, :i17, :i18, :i19, :i20)"
		" ORDER BY f.n DESC, f.form LIMIT 60");
	db_bind_int(q, ":clinic", w->sc->clinic_id);
	for (size_t i = 0; i <= 20; i++) {
		char name[] = {':', 'i', (char)('0' + i / 10),
			(char)('0' + i % 10), '\0'};

		db_bind_text(q, name, i < near.n ? near.v[i] : NULL);
	}
	while (db_step(q)) {
		const char *form = db_text(q, 0, w->a);

		if (out->n < GUESSES && strcmp(form, word) != 0 &&
			utf8_distance(form, word, 1) <= 1)
			*ARENA_PUSH(w->a, out) = form;
	}
	return db_done(q);
}

static int
try_guess(struct walk *w, size_t at, const char *word, struct search_found *out)
{
	struct search_key key = *w->key;
	struct walk g = {.db = w->db,
		.a = w->a,
		.sc = w->sc,
		.key = &key,
		.from = {0, "", ""}};

	key.words[at] = word;
	plan(&g);
	if (walk_all(&g, 0))
		return -1;
	if (g.n == 0)
		return 0;
	*ARENA_PUSH(w->a, &out->guesses) = (struct search_guess){
		search_key_phrase(w->a, &key, 0, key.n_words)};
	w->n_probes = 0; /* nothing was shown before but what is in ids */
	for (size_t i = 0; i < g.n && w->n < SEARCH_PAGE; i++)
		meet(w, &(struct hit){g.ids[i], "", ""});
	return 0;
}

static int
guess_word(struct walk *w, size_t at, struct search_found *out)
{
	struct name_words near = {0};

	if (near_words(w, w->key->words[at], &near))
		return -1;
	for (size_t i = 0; i < near.n && out->guesses.n < GUESSES; i++)
		if (try_guess(w, at, near.v[i], out))
			return -1;
	return 0;
}

/* A word nobody here is called by is the wrong one. If there is none, each
 * of two may be; of three and more there are too many ways. */
static int
guess(struct walk *w, struct search_found *out)
{
	bool strange[SEARCH_WORDS] = {false}, any = false;
	int64_t forms, patients;

	for (size_t i = 0; i < w->key->n_words; i++) {
		if (weigh(w, "word", w->key->words[i], &forms, &patients))
			return -1;
		strange[i] = forms == 0;
		any = any || strange[i];
	}
	if (!any && w->key->n_words > 2)
		return 0;
	for (size_t i = 0; i < w->key->n_words; i++)
		if ((strange[i] || !any) && guess_word(w, i, out))
			return -1;
	return 0;
}

/* Nothing was found as it was typed. */
static int
look_again(struct walk *w, struct search_found *out)
{
	const struct search_key *k = w->key;

	if (k->n_words == 0)
		return 0;
	if (w->probes[0].kind == BY_PAIR || w->probes[0].kind == BY_FAMILY)
		return guess(w, out);
	w->loose = true;
	return walk_all(w, 0);
}

int
search_store_find(struct db *db, struct arena *a, const struct scope *sc,
	const struct search_key *key, struct search_from from, instant_t now,
	struct search_found *out)
{
	struct walk *w = arena_alloc(a, sizeof(*w));
	bool first = from.id == 0;

	*w = (struct walk){
		.db = db, .a = a, .sc = sc, .key = key, .from = {0, "", ""}};
	plan(w);
	if (w->n_probes == 0)
		return 0;
	if (!first && load_from(w, from.id))
		return -1;
	if (from.probe < 0 || (size_t)from.probe >= w->n_probes)
		from.probe = 0;
	if (walk_all(w, (size_t)from.probe))
		return -1;
	if (w->n == 0 && first && look_again(w, out))
		return -1;
	out->more = w->n > SEARCH_PAGE;
	if (out->more)
		out->next = (struct search_from){
			w->probe_of[SEARCH_PAGE - 1], w->ids[SEARCH_PAGE - 1]};
	return search_store_lines(db, a, sc, w->ids,
		w->n > SEARCH_PAGE ? SEARCH_PAGE : w->n, now, &out->lines);
}
