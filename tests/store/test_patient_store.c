/*
 * Patients and the search box on a real database: tests/RULES.md, "The
 * search box", "The same person twice".
 */
#include "base/arena.h"
#include "base/err.h"
#include "care/patient.h"
#include "db/db.h"
#include "lib/tdb.h"
#include "lib/test.h"
#include "store/patient_store.h"
#include "store/search_store.h"

#define NOW 1800000000
#define TODAY 20833 /* 2027-01-15 */

static struct arena *arena;
static struct db *db;
static struct err err;
static const struct scope one = {.clinic_id = 1, .user_id = 1};
static const struct scope two = {.clinic_id = 2, .user_id = 2};

static struct act
act_of(const struct scope *sc)
{
	return (struct act){.db = db,
		.arena = arena,
		.scope = sc,
		.actor = "staff",
		.now = NOW,
		.today = TODAY,
		.err = &err};
}

static int64_t
add(const struct scope *sc, const char *family, const char *given,
	const char *birth, const char *mrn, const char *phone)
{
	struct patient p = patient_new();
	struct patient_phones phones = {0};
	struct act act = act_of(sc);

	p.family = family;
	p.given = given;
	p.mrn = mrn;
	if (*birth != '\0')
		assert_true(day_parse(birth, &p.birth));
	if (*phone != '\0')
		*ARENA_PUSH(arena, &phones) = (struct patient_phone){
			.use = "mobile", .number = phone};
	if (care_patient_register(&act, &p, &phones))
		fail_msg("%s", err.text);
	return p.id;
}

/* "Delgado, Rosa; Núñez, Ana" */
static const char *
names(const struct patient_lines *list)
{
	const char *s = "";

	for (size_t i = 0; i < list->n; i++)
		s = arena_printf(arena, "%s%s%s", s, i > 0 ? "; " : "",
			patient_name_list(
				arena, list->v[i].family, list->v[i].given));
	return s;
}

static struct search_found
found(const struct scope *sc, const char *text)
{
	struct search_key key = search_key_parse(arena, text, TODAY);
	struct search_found out = {0};

	if (search_store_find(
		    db, arena, sc, &key, (struct search_from){0, 0}, NOW, &out))
		fail_msg("%s", db_error(db));
	return out;
}

static void
finds(const char *text, const char *want)
{
	struct search_found f = found(&one, text);

	assert_string_equal(names(&f.lines), want);
}

#define ROSA "Delgado, Rosa Maria"
#define ANA                                                                    \
	"N\xc3\xba\xc3\xb1"                                                    \
	"ez, Ana"
#define JOSE                                                                   \
	"Garc\xc3\xad"                                                         \
	"a-L\xc3\xb3pez, Jos\xc3\xa9"
#define SEAN "O'Brien, Se\xc3\xa1n"
#define MARY "Smith, Mary"
#define MARTIN "Martin, Smitha"

static int
set_up(void **state)
{
	static const char *const sql = SRCDIR "/tests/store/patients.sql";
	struct act act;
	struct patient p = patient_new();

	(void)state;
	arena = arena_new();
	err_clear(&err);
	db = tdb_open(&err);
	if (!db || db_exec_file(db, sql, &err))
		fail_msg("%s", err.text);
	act = act_of(&one);
	db_begin(db, DB_WRITE);
	p.family = "Delgado";
	p.given = "Rosa Maria";
	p.preferred = "Chita";
	p.birth = day_of(1961, 3, 14);
	assert_int_equal(care_patient_register(&act, &p, NULL), 0);
	add(&one,
		"N\xc3\xba\xc3\xb1"
		"ez",
		"Ana", "1961-04-03", "", "+15550134471");
	add(&one,
		"Garc\xc3\xad"
		"a-L\xc3\xb3pez",
		"Jos\xc3\xa9", "1988-12-30", "A-17", "(555) 013-9900");
	add(&one, "O'Brien", "Se\xc3\xa1n", "1961-03-14", "", "");
	add(&one, "Smith", "Mary", "1990-03-04", "", "");
	add(&one, "Martin", "Smitha", "", "", "");
	add(&two, "Delgado", "Other", "1961-03-14", "100001", "+15550134471");
	add(&two, "Zwingli", "Ulrich", "1984-01-01", "", "");
	assert_int_equal(db_commit(db), 0);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	tdb_close(db);
	arena_free(arena);
	return 0;
}

static void
test_names(void **state)
{
	(void)state;
	finds("del", ROSA);
	finds("ROSA", ROSA);
	finds("del ros", ROSA);
	finds("ros del", ROSA);
	finds("Delgado, Rosa", ROSA);
	finds("maria", ROSA);
	finds("maria delgado", ROSA);
	finds("delgado maria rosa", ROSA);
	finds("chita", ROSA);
	finds("delg chi", ROSA);
	finds("nunez", ANA);
	finds("N\xc3\x9a\xc3\x91"
	      "EZ",
		ANA);
	finds("obrien", SEAN);
	finds("o'brien sean", SEAN);
	finds("lopez", JOSE);
	finds("garcia lopez", JOSE);
	finds("garcialopez jose", JOSE);
	finds("lop jos", JOSE);
	finds("mar smi", MARTIN "; " MARY);
	finds("smi mar", MARY "; " MARTIN);
	finds("smi", MARY "; " MARTIN);
	finds("delgado ana", "");
	finds("", "");
	finds("%", "");
}

static void
test_typing_errors(void **state)
{
	static const char *const list[] = {"delgdo", "delgaado", "delgamo",
		"delgaod", "elgado", "rosa delgdo", "delgado maira"};
	struct search_found f;

	(void)state;
	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++) {
		f = found(&one, list[i]);
		if (f.lines.n == 0)
			fail_msg("%s", list[i]);
		assert_string_equal(names(&f.lines), ROSA);
		assert_int_equal(f.guesses.n, 1);
	}
	assert_string_equal(f.guesses.v[0].text, "delgado maria");
	f = found(&one, "delgado");
	assert_int_equal(f.guesses.n, 0);
	finds("dlgdo", "");
	/* Another clinic's names are no guesses here. */
	finds("zwingly", "");
	f = found(&two, "zwingly");
	assert_int_equal(f.lines.n, 1);
	finds("delgdo 3/14/1961", ROSA);
}

static void
test_numbers(void **state)
{
	(void)state;
	finds("3/14/1961", ROSA "; " SEAN);
	finds("1961-03-14", ROSA "; " SEAN);
	finds("14 mar 1961", ROSA "; " SEAN);
	finds("031461", ROSA "; " SEAN);
	finds("delgado 3/14/1961", ROSA);
	finds("3/14/1961 sean", SEAN);
	/* 4 March is not his; 3 April is hers: both readings. */
	finds("4/3/1961", ANA);
	finds("3/4/1961", ANA);
	finds("4471", ANA);
	finds("013-4471", ANA);
	finds("+1 555 013 4471", ANA);
	finds("ana 4471", ANA);
	finds("mary 4471", "");
	finds("100001", ROSA);
	finds("100-001", ROSA);
	finds("mrn 100001", ROSA);
	finds("a17", JOSE);
	finds("A-17", JOSE);
	finds("1/1/1984", "");
}

static void
test_pages(void **state)
{
	struct search_key key = search_key_parse(arena, "page", TODAY);
	struct search_from from = {0, 0};
	struct search_found out;
	const char *last = "";
	size_t seen = 0;

	(void)state;
	db_begin(db, DB_WRITE);
	for (int i = 0; i < 130; i++)
		add(&one, i % 2 ? "Page" : arena_printf(arena, "Pagel%03d", i),
			arena_printf(arena, "P%03d Page", i), "", "", "");
	assert_int_equal(db_commit(db), 0);
	do {
		memset(&out, 0, sizeof(out));
		assert_int_equal(search_store_find(db, arena, &one, &key, from,
					 NOW, &out),
			0);
		for (size_t i = 0; i < out.lines.n; i++) {
			const char *name = patient_name_list(arena,
				out.lines.v[i].family, out.lines.v[i].given);

			assert_true(strcmp(last, name) < 0);
			last = name;
		}
		seen += out.lines.n;
		from = out.next;
	} while (out.more && seen < 500);
	assert_int_equal(seen, 130);
}

static void
test_same_names(void **state)
{
	struct search_found f;

	(void)state;
	db_begin(db, DB_WRITE);
	add(&one, "Delgado", "Rosa", "1999-01-01", "", "");
	assert_int_equal(db_commit(db), 0);
	f = found(&one, "delgado");
	assert_int_equal(f.lines.n, 2);
	assert_true(f.lines.v[0].same_name && f.lines.v[1].same_name);
	f = found(&one, "smi");
	assert_false(f.lines.v[0].same_name);
}

static int64_t
rosa(struct patient *p)
{
	assert_int_equal(
		patient_store_by_mrn(db, arena, &one, "100-001", p), 1);
	return p->id;
}

static void
test_rename(void **state)
{
	struct act act = act_of(&one);
	struct patient_changes changes = {0};
	struct patient p;

	(void)state;
	rosa(&p);
	db_begin(db, DB_WRITE);
	p.family = "Vega";
	assert_int_equal(care_patient_update(&act, &p, NULL), 0);
	assert_int_equal(db_commit(db), 0);
	finds("vega", "Vega, Rosa Maria");
	finds("delgado", "");
	finds("delgdo", ""); /* the form is gone with its last bearer */
	finds("maria vega", "Vega, Rosa Maria");
	assert_int_equal(
		patient_store_changes(db, arena, &one, p.id, 9, &changes), 0);
	assert_int_equal(changes.n, 1);
	assert_string_equal(changes.v[0].field, "family");
	assert_string_equal(changes.v[0].before, "Delgado");
	assert_string_equal(changes.v[0].after, "Vega");
	assert_int_equal(changes.v[0].version, 2);
	assert_string_equal(changes.v[0].user, "Nora Reyes");
}

static void
test_stale(void **state)
{
	struct act act = act_of(&one);
	struct patient p, q;

	(void)state;
	rosa(&p);
	q = p;
	db_begin(db, DB_WRITE);
	p.city = "Fresno";
	assert_int_equal(care_patient_update(&act, &p, NULL), 0);
	assert_int_equal(db_commit(db), 0);
	db_begin(db, DB_WRITE);
	q.city = "Reno";
	assert_int_equal(care_patient_update(&act, &q, NULL), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	db_rollback(db);
	rosa(&p);
	assert_string_equal(p.city, "Fresno");
	assert_int_equal(p.version, 2);
}

static void
test_other_clinic(void **state)
{
	struct scope patient = {.clinic_id = 1, .patient_id = 2};
	struct patient p;
	int64_t id = rosa(&p);

	(void)state;
	assert_int_equal(patient_store_get(db, arena, &one, id, &p), 1);
	assert_int_equal(patient_store_get(db, arena, &two, id, &p), 0);
	assert_int_equal(patient_store_get(db, arena, &patient, id, &p), 0);
	assert_int_equal(patient_store_get(db, arena, &patient, 2, &p), 1);
	assert_int_equal(patient_store_get(db, arena, &one, 999, &p), 0);
	p.id = id;
	p.version = 1;
	db_begin(db, DB_WRITE);
	assert_int_equal(patient_store_update(db, arena, &two, &p, NOW), 0);
	db_rollback(db);
}

static enum patient_match
twin(const char *family, const char *given, const char *birth,
	const char *phone)
{
	struct act act = act_of(&one);
	struct patient p = patient_new();
	struct patient_phones phones = {0};
	struct patient_twins out = {0};

	p.family = family;
	p.given = given;
	if (*birth != '\0')
		assert_true(day_parse(birth, &p.birth));
	*ARENA_PUSH(arena, &phones) =
		(struct patient_phone){.use = "home", .number = phone};
	assert_int_equal(care_patient_twins(&act, &p, &phones, &out), 0);
	return out.n > 0 ? out.v[0].match : MATCH_NO;
}

static void
test_twins(void **state)
{
	(void)state;
	assert_int_equal(twin("DELGADO", "rosa", "1961-03-14", ""), MATCH_SAME);
	assert_int_equal(twin("Delgado", "Rosa", "", ""), MATCH_LIKELY);
	assert_int_equal(
		twin("Delgado", "Rosa", "1961-03-15", ""), MATCH_LIKELY);
	assert_int_equal(
		twin("Rosa", "Delgado", "1961-03-14", ""), MATCH_LIKELY);
	assert_int_equal(
		twin("Delgade", "Rosa", "1961-03-14", ""), MATCH_LIKELY);
	assert_int_equal(twin("Vega", "Rosa", "1961-03-14", ""), MATCH_SIMILAR);
	assert_int_equal(
		twin("Perez", "Ana", "", "555 013 4471"), MATCH_SIMILAR);
	assert_int_equal(twin("Perez", "Eva", "", "555 013 4471"), MATCH_NO);
	assert_int_equal(twin("Delgado", "Rosa", "1999-12-01", ""), MATCH_NO);
	assert_int_equal(twin("Delgado", "Luis", "1961-03-14", ""), MATCH_NO);
	assert_int_equal(twin("Zwingli", "Ulrich", "1984-01-01", ""), MATCH_NO);
	/* 4 March and 3 April: day and month swapped. */
	assert_int_equal(twin("Smith", "Mary", "1990-04-03", ""), MATCH_LIKELY);
}

static void
test_mrn_taken(void **state)
{
	struct act act = act_of(&one);
	struct patient p = patient_new();

	(void)state;
	p.family = "New";
	p.mrn = "a 17";
	db_begin(db, DB_WRITE);
	assert_int_equal(care_patient_register(&act, &p, NULL), -1);
	assert_int_equal(err.kind, ERR_CONFLICT);
	db_rollback(db);
	/* The next number is stepped over when an import has taken it. */
	db_begin(db, DB_WRITE);
	add(&one, "Imported", "I", "", "100006", "");
	add(&one, "After", "A", "", "", "");
	assert_int_equal(db_commit(db), 0);
	assert_int_equal(
		patient_store_by_mrn(db, arena, &one, "100007", &p), 1);
	assert_string_equal(p.family, "After");
}

int
main(void)
{
#define TEST(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)
	const struct CMUnitTest tests[] = {
		TEST(test_names),
		TEST(test_typing_errors),
		TEST(test_numbers),
		TEST(test_pages),
		TEST(test_same_names),
		TEST(test_rename),
		TEST(test_stale),
		TEST(test_other_clinic),
		TEST(test_twins),
		TEST(test_mrn_taken),
	};

	return cmocka_run_group_tests_name("patients", tests, NULL, NULL);
}
