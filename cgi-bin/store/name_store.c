/*
 * The forms names are found by, kept beside the patients: what is written
 * is domain/name_key.h, how it is used search_store.c.
 */
#include <string.h>

#include "base/arena.h"
#include "db/db.h"
#include "domain/name_key.h"
#include "store/search_store.h"

/* One more patient has the form; returns how many now, or -1. */
static int64_t
form_add(struct db *db, const struct scope *sc, const char *kind,
	const char *form)
{
	struct db_stmt *q =
		db_prep(db, "INSERT INTO name_form (clinic_id, kind, form, n)"
			    " VALUES (:clinic, :kind, :form, 1)"
			    " ON CONFLICT (clinic_id, kind, form)"
			    " DO UPDATE SET n = name_form.n + 1 RETURNING n");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":kind", kind);
	db_bind_text(q, ":form", form);
	return db_one(q, -1);
}

static int64_t
form_drop(struct db *db, const struct scope *sc, const char *kind,
	const char *form)
{
	int64_t left;
	struct db_stmt *q = db_prep(db,
		"UPDATE name_form SET n = n - 1"
		" WHERE clinic_id = :clinic AND kind = :kind AND form = :form"
		" RETURNING n");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":kind", kind);
	db_bind_text(q, ":form", form);
	left = db_one(q, -1);
	if (left != 0)
		return left;
	q = db_prep(db,
		"DELETE FROM name_form"
		" WHERE clinic_id = :clinic AND kind = :kind AND form = :form");
	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":kind", kind);
	db_bind_text(q, ":form", form);
	return db_exec(q) < 0 ? -1 : 0;
}

/* A word nobody had before can now be meant by a typing error. */
static int
near_add(struct db *db, struct arena *a, const struct scope *sc,
	const char *word)
{
	struct name_words near = name_key_near(a, word);

	for (size_t i = 0; i < near.n; i++) {
		struct db_stmt *q = db_prep(db,
			"INSERT INTO name_near (clinic_id, near, form)"
			" VALUES (:clinic, :near, :form)"
			" ON CONFLICT (clinic_id, near, form) DO NOTHING");

		db_bind_int(q, ":clinic", sc->clinic_id);
		db_bind_text(q, ":near", near.v[i]);
		db_bind_text(q, ":form", word);
		if (db_exec(q) < 0)
			return -1;
	}
	return 0;
}

static int
near_drop(struct db *db, struct arena *a, const struct scope *sc,
	const char *word)
{
	struct name_words near = name_key_near(a, word);

	for (size_t i = 0; i < near.n; i++) {
		struct db_stmt *q = db_prep(db,
			"DELETE FROM name_near WHERE clinic_id = :clinic"
			"   AND near = :near AND form = :form");

		db_bind_int(q, ":clinic", sc->clinic_id);
		db_bind_text(q, ":near", near.v[i]);
		db_bind_text(q, ":form", word);
		if (db_exec(q) < 0)
			return -1;
	}
	return 0;
}

static const char *
first_word(struct arena *a, const char *key)
{
	return arena_strndup(a, key, strcspn(key, " "));
}

/* Pairs with the same word stand together. */
static bool
new_word(const struct name_pairs *pairs, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (strcmp(pairs->v[k].word, pairs->v[i].word) == 0)
			return false;
	return true;
}

static int
learn_pair(struct db *db, const struct scope *sc, int64_t patient,
	const struct name_pair *pair)
{
	struct db_stmt *q = db_prep(db,
		"INSERT INTO patient_word (clinic_id, word, mate, patient_id)"
		" VALUES (:clinic, :word, :mate, :patient)"
		" ON CONFLICT (clinic_id, word, mate, patient_id) DO NOTHING");

	db_bind_int(q, ":clinic", sc->clinic_id);
	db_bind_text(q, ":word", pair->word);
	db_bind_text(q, ":mate", pair->mate);
	db_bind_int(q, ":patient", patient);
	return db_exec(q) < 0 ? -1 : 0;
}

int
search_store_learn(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, const struct patient *p)
{
	struct name_key k = name_key_make(a, p->family, p->given, p->preferred);
	int64_t n;

	if (form_add(db, sc, "family", k.family) < 0 ||
		form_add(db, sc, "given", first_word(a, k.given)) < 0)
		return -1;
	for (size_t i = 0; i < k.pairs.n; i++) {
		if (learn_pair(db, sc, patient, &k.pairs.v[i]))
			return -1;
		if (new_word(&k.pairs, i) &&
			form_add(db, sc, "extra", k.pairs.v[i].word) < 0)
			return -1;
	}
	for (size_t i = 0; i < k.words.n; i++) {
		n = form_add(db, sc, "word", k.words.v[i]);
		if (n < 0 || (n == 1 && near_add(db, a, sc, k.words.v[i])))
			return -1;
	}
	return 0;
}

int
search_store_forget(struct db *db, struct arena *a, const struct scope *sc,
	int64_t patient, const struct patient *p)
{
	struct name_key k = name_key_make(a, p->family, p->given, p->preferred);
	struct db_stmt *q = db_prep(db,
		"DELETE FROM patient_word"
		" WHERE patient_id = :patient AND +clinic_id = :clinic");
	int64_t n;

	db_bind_int(q, ":patient", patient);
	db_bind_int(q, ":clinic", sc->clinic_id);
	if (db_exec(q) < 0 || form_drop(db, sc, "family", k.family) < 0 ||
		form_drop(db, sc, "given", first_word(a, k.given)) < 0)
		return -1;
	for (size_t i = 0; i < k.pairs.n; i++)
		if (new_word(&k.pairs, i) &&
			form_drop(db, sc, "extra", k.pairs.v[i].word) < 0)
			return -1;
	for (size_t i = 0; i < k.words.n; i++) {
		n = form_drop(db, sc, "word", k.words.v[i]);
		if (n < 0 || (n == 0 && near_drop(db, a, sc, k.words.v[i])))
			return -1;
	}
	return 0;
}
