/*
 * Every value of a FHIR file is found again in the database: read here by
 * jansson and by the list in import_map.h, not by the program's own reader
 * and map. With HANDRAIL_SAMPLES set, also in the published samples there.
 */
#include <dirent.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/arena.h"
#include "care/import.h"
#include "db/db.h"
#include "lib/tdb.h"
#include "lib/test.h"
#include "store/import_map.h"

#define NOW 1795442400 /* Mon 23 Nov 2026 09:00 in New York */
#define COUNT(a) (sizeof(a) / sizeof((a)[0]))

static struct arena *arena; /* of the whole test: SQL texts live in it */
static struct db *db;
static struct err err;
static const struct scope scope = {.clinic_id = 1};
static const char *where; /* the file and resource, for messages */
static long checks;
static bool hit[COUNT(expects)];
static const char *known[4096]; /* SQL texts, see intern() */

static int
set_up(void **state)
{
	(void)state;
	arena = arena_new();
	checks = 0;
	memset(hit, 0, sizeof(hit));
	memset(known, 0, sizeof(known));
	db = tdb_open(&err);
	if (!db || db_exec_file(db, SRCDIR "/tests/store/work.sql", &err))
		fail_msg("%s", err.text);
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

static char *
slurp(const char *path, size_t *n)
{
	FILE *f = fopen(path, "r");
	struct stat st;
	char *s;

	if (!f || fstat(fileno(f), &st))
		fail_msg("%s cannot be read", path);
	s = calloc(1, (size_t)st.st_size + 1);
	*n = fread(s, 1, (size_t)st.st_size, f);
	fclose(f);
	return s;
}

static int
import(const char *name, const char *bytes, size_t n, struct import_report *rep)
{
	struct arena *a = arena_new();
	const struct zone *zone = zone_find("America/New_York");
	struct act act = {
		.db = db,
		.arena = a,
		.scope = &scope,
		.actor = "system",
		.now = NOW,
		.today = zone_local(zone, NOW).day,
		.zone = zone,
		.err = &err,
	};
	int rc;

	err_clear(&err);
	rep->arena = arena;
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	rc = care_import_fhir(&act, name, bytes, n, rep);
	if (rc == 0)
		assert_int_equal(db_commit(db), 0);
	else
		db_rollback(db);
	arena_free(a);
	return rc;
}

/* One address for each text: statements are kept by it. */
static const char *
intern(const char *sql)
{
	unsigned h = 5381;

	for (const char *p = sql; *p; p++)
		h = h * 33 + (unsigned char)*p;
	for (;; h++) {
		const char **slot = &known[h % COUNT(known)];

		if (!*slot)
			*slot = sql;
		if (strcmp(*slot, sql) == 0)
			return *slot;
	}
}

static struct db_stmt *
query(const char *sql, int64_t id)
{
	struct db_stmt *q = db_prep_(db, intern(sql), __FILE__, __LINE__);

	db_bind_int(q, ":id", id);
	return q;
}

static int64_t
number(const char *sql)
{
	struct db_stmt *q = db_prep_(db, sql, __FILE__, __LINE__);
	int64_t n = db_one(q, -1);

	if (db_error(db))
		fail_msg("%s", db_error(db));
	return n;
}

/* NULL when the row or the value is not there. */
static const char *
column(const char *table, const char *col, int64_t id, int seq)
{
	struct db_stmt *q = query(arena_printf(arena,
					  seq < 0 ? "SELECT %s FROM %s WHERE "
						    "resource_id = :id"
						  : "SELECT %s FROM %s WHERE "
						    "resource_id = :id AND "
						    "seq = :seq",
					  col, table),
		id);
	const char *s = NULL;

	if (seq >= 0)
		db_bind_int(q, ":seq", seq);
	while (db_step(q))
		if (!db_is_null(q, 0))
			s = db_text(q, 0, arena);
	if (db_done(q))
		fail_msg("%s.%s: %s", table, col, db_error(db));
	return s;
}

static void
wrong(const struct expect *e, const char *want, const char *got)
{
	fail_msg("%s: %s: wanted \"%s\" in %s.%s, found \"%s\"", where, e->path,
		want ? want : "NULL", e->table, e->column, got ? got : "NULL");
}

/* Digit for digit: the text must stand in the source. */
static void
check_same(const struct expect *e, const json_t *v, const char *got,
	const char *source)
{
	char want[64];

	if (json_is_string(v)) {
		if (!got || strcmp(got, json_string_value(v)) != 0)
			wrong(e, json_string_value(v), got);
		return;
	}
	if (json_is_integer(v))
		snprintf(want, sizeof(want), "%lld",
			(long long)json_integer_value(v));
	else
		snprintf(want, sizeof(want), "%.17g", json_real_value(v));
	if (!json_is_number(v) || !got ||
		strtod(got, NULL) != json_number_value(v) ||
		!strstr(source, got))
		wrong(e, want, got);
}

/* Is each number and text of the value among the words? */
static void
check_words(const struct expect *e, const json_t *v, const char *got,
	const char *source)
{
	static const char *const parts[] = {"value", "start", "end", "low",
		"high", "numerator", "denominator"};

	if (json_is_boolean(v)) {
		if (!got || strcmp(got, json_is_true(v) ? "true" : "false"))
			wrong(e, json_is_true(v) ? "true" : "false", got);
		return;
	}
	if (json_is_object(v)) {
		for (size_t i = 0; i < COUNT(parts); i++)
			if (json_object_get(v, parts[i]))
				check_words(e, json_object_get(v, parts[i]),
					got, source);
		return;
	}
	if (json_is_string(v) && (!got || !strstr(got, json_string_value(v))))
		wrong(e, json_string_value(v), got);
	if (json_is_number(v)) {
		const char *p = got ? got + strcspn(got, "-0123456789") : "";

		while (*p && strtod(p, NULL) != json_number_value(v)) {
			p += strspn(p, "-.0123456789eE");
			p += strcspn(p, "-0123456789");
		}
		if (!*p)
			wrong(e, "the number", got);
	}
}

static bool
same(const char *a, const char *b)
{
	return (!a && !b) || (a && b && strcmp(a, b) == 0);
}

static bool
in_record_code(int64_t id, const char *path, const char *system,
	const char *code, const char *display, const char *text)
{
	struct db_stmt *q = db_prep(db,
		"SELECT system, code, display, text FROM record_code"
		" WHERE resource_id = :id AND path = :path");
	bool found = false;

	db_bind_int(q, ":id", id);
	db_bind_text(q, ":path", path);
	while (db_step(q)) {
		const char *v[4];

		for (int i = 0; i < 4; i++)
			v[i] = db_is_null(q, i) ? NULL : db_text(q, i, arena);
		if (same(v[0], system) && same(v[1], code) &&
			same(v[2], display) && same(v[3], text))
			found = true;
	}
	assert_int_equal(db_done(q), 0);
	return found;
}

static void
check_coding(const struct expect *e, const char *path, const json_t *coding,
	const char *text, int64_t id, int seq, bool first)
{
	const char *system =
		json_string_value(json_object_get(coding, "system"));
	const char *code = json_string_value(json_object_get(coding, "code"));
	const char *display =
		json_string_value(json_object_get(coding, "display"));
	const char *words = text ? text : display ? display : code;
	const char *col = arena_printf(arena, "%s_text", e->column);

	checks++;
	if (in_record_code(id, path, system, code, display, text)) {
		if (first && !same(column(e->table, col, id, seq), words))
			wrong(e, words, column(e->table, col, id, seq));
		return;
	}
	if (!first || (text && display && strcmp(text, display) != 0))
		wrong(e, code, "not in record_code");
	if (!same(column(e->table, arena_printf(arena, "%s_system", e->column),
			  id, seq),
		    system) ||
		!same(column(e->table,
			      arena_printf(arena, "%s_code", e->column), id,
			      seq),
			code) ||
		!same(column(e->table, col, id, seq), words))
		wrong(e, code, column(e->table, col, id, seq));
}

static void
check_concept(const struct expect *e, const char *path, const json_t *v,
	int64_t id, int seq, bool first)
{
	const char *text = json_string_value(json_object_get(v, "text"));
	const json_t *list = json_object_get(v, "coding"), *coding;
	size_t i;

	json_array_foreach(list, i, coding)
		check_coding(e, path, coding, text, id, seq, first && i == 0);
	if (json_array_size(list) == 0 && text && first) {
		const char *col = arena_printf(arena, "%s_text", e->column);

		checks++;
		if (!same(column(e->table, col, id, seq), text))
			wrong(e, text, column(e->table, col, id, seq));
	}
}

static const char *
joined(const json_t *list)
{
	const char *s = "";
	const json_t *v;
	size_t i;

	json_array_foreach(list, i, v) s = arena_printf(
		arena, "%s%s%s", s, i ? " " : "", json_string_value(v));
	return s;
}

static void
check_value(const struct expect *e, const char *path, const json_t *v,
	int64_t id, int seq, const char *source)
{
	const char *got;

	hit[e - expects] = true;
	if (e->how == 'C') {
		check_concept(e, path, v, id, seq, true);
		return;
	}
	checks++;
	got = column(e->table, e->column, id, seq);
	if (e->how == 'B' && !same(got, json_is_true(v) ? "1" : "0"))
		wrong(e, json_is_true(v) ? "1" : "0", got);
	if (e->how == 'J' && !same(got, joined(v)))
		wrong(e, joined(v), got);
	if (e->how == 'S')
		check_same(e, v, got, source);
	if (e->how == 'W')
		check_words(e, v, got, source);
}

/* "[0]" at the end of a concept's path: the others are in record_code. */
static void
check_rest(const struct expect *e, const char *done, const json_t *list,
	int64_t id, int seq)
{
	const json_t *v;
	size_t i;

	json_array_foreach(list, i, v) if (i > 0) check_concept(
		e, arena_printf(arena, "%s[%zu]", done, i), v, id, seq, false);
}

/* rest is what is left of the path, done what was gone. */
static void
walk(const struct expect *e, const char *rest, const char *done,
	const json_t *v, int64_t id, int seq, const char *source)
{
	size_t n = strcspn(rest, ".[");
	const char *name;

	if (!v || json_is_null(v))
		return;
	if (!*rest) {
		check_value(e, done, v, id, seq, source);
		return;
	}
	if (*rest == '.')
		rest++, n = strcspn(rest, ".[");
	if (strncmp(rest, "[*]", 3) == 0) {
		for (size_t i = 0; i < json_array_size(v); i++)
			walk(e, rest + 3,
				arena_printf(arena, "%s[%zu]", done, i),
				json_array_get(v, i), id,
				seq < 0 ? (int)i : seq, source);
		return;
	}
	if (strncmp(rest, "[0]", 3) == 0) {
		if (!rest[3] && e->how == 'C')
			check_rest(e, done, v, id, seq);
		walk(e, rest + 3, arena_printf(arena, "%s[0]", done),
			json_array_get(v, 0), id, seq, source);
		return;
	}
	name = arena_strndup(arena, rest, n);
	walk(e, rest + n,
		arena_printf(arena, "%s%s%s", done, *done ? "." : "", name),
		json_object_get(v, name), id, seq, source);
}

/* Location's one address stands where others have a list. */
static int
first_seq(const struct expect *e)
{
	return strcmp(e->table, "record_address") == 0 &&
			       !strstr(e->path, "[*]")
		       ? 0
		       : -1;
}

static void
check_references(const json_t *v, int64_t id)
{
	const char *ref = json_string_value(json_object_get(v, "reference"));
	const json_t *child;
	const char *key;
	size_t i;

	if (ref) {
		struct db_stmt *q = db_prep(db,
			"SELECT count(*) FROM fhir_reference"
			" WHERE resource_id = :id AND reference = :ref");

		db_bind_int(q, ":id", id);
		db_bind_text(q, ":ref", ref);
		if (db_one(q, 0) < 1)
			fail_msg("%s: reference %s is lost", where, ref);
		checks++;
	}
	if (json_is_object(v) &&
		same(json_string_value(json_object_get(v, "resourceType")),
			"Coverage") &&
		where[strlen(where) - 1] != 'e')
		return;
	json_object_foreach((json_t *)(uintptr_t)v, key, child)
		check_references(child, id);
	if (json_is_array(v))
		json_array_foreach(v, i, child) check_references(child, id);
}

static int64_t
id_of(const json_t *r, int64_t parent)
{
	struct db_stmt *q =
		parent ? db_prep(db, "SELECT id FROM fhir_resource"
				     " WHERE type = :type AND parent_id = :id")
		       : db_prep(db, "SELECT id FROM fhir_resource"
				     " WHERE type = :type AND fhir_id = :id"
				     "   AND parent_id IS NULL");

	db_bind_text(q, ":type",
		json_string_value(json_object_get(r, "resourceType")));
	if (parent)
		db_bind_int(q, ":id", parent);
	else
		db_bind_text(
			q, ":id", json_string_value(json_object_get(r, "id")));
	return db_one(q, 0);
}

static void
check_resource(
	const char *file, const char *bytes, const json_t *r, int64_t parent)
{
	const char *type =
		json_string_value(json_object_get(r, "resourceType"));
	const json_t *contained = json_object_get(r, "contained"), *c;
	int64_t id = id_of(r, parent);
	struct db_stmt *q;
	const char *text = NULL;
	json_t *back;
	size_t i;

	where = arena_printf(arena, "%s %s", file, type);
	if (id == 0)
		fail_msg("%s: not stored", where);
	q = query("SELECT json FROM fhir_resource WHERE id = :id", id);
	while (db_step(q))
		text = db_text(q, 0, arena);
	assert_int_equal(db_done(q), 0);
	if (!text || !strstr(bytes, text))
		fail_msg("%s: not byte for byte", where);
	back = json_loads(text, 0, NULL);
	assert_true(json_equal(back, r));
	json_decref(back);
	for (i = 0; i < COUNT(expects); i++)
		if (strcmp(expects[i].type, type) == 0)
			walk(&expects[i], expects[i].path, "", r, id,
				first_seq(&expects[i]), text);
	check_references(r, id);
	json_array_foreach(contained, i,
		c) if (same(json_string_value(json_object_get(c,
				    "resourceType")),
			       "Coverage")) check_resource(file, bytes, c, id);
}

/* Import a file, and look for all that is in it. */
static void
check_file(const char *path, struct import_report *rep)
{
	const char *slash = strrchr(path, '/');
	size_t n, i;
	char *bytes = slurp(path, &n);
	json_t *root = json_loadb(bytes, n, JSON_REJECT_DUPLICATES, NULL);
	const json_t *entry;

	assert_non_null(root);
	if (import(slash + 1, bytes, n, rep))
		fail_msg("%s", err.text);
	if (same(json_string_value(json_object_get(root, "resourceType")),
		    "Bundle")) {
		json_array_foreach(json_object_get(root, "entry"), i, entry)
			check_resource(slash + 1, bytes,
				json_object_get(entry, "resource"), 0);
	} else {
		check_resource(slash + 1, bytes, root, 0);
	}
	json_decref(root);
	free(bytes);
}

static void
test_own_samples(void **state)
{
	struct import_report rep = {0};
	size_t hits = 0;

	(void)state;
	check_file(SRCDIR "/tests/data/fhir/rosa.json", &rep);
	check_file(SRCDIR "/tests/data/fhir/visit.json", &rep);
	check_file(SRCDIR "/tests/data/fhir/later.json", &rep);
	for (size_t i = 0; i < COUNT(expects); i++)
		hits += hit[i];
	print_message("# %ld values found, %zu of %zu elements\n", checks, hits,
		COUNT(expects));
	assert_true(checks >= 390);
	assert_true(hits >= 300);
}

/* ---- samples that others published ---- */

static const char *
samples(void)
{
	const char *dir = getenv("HANDRAIL_SAMPLES");

	return dir && *dir ? dir : NULL;
}

static bool
wanted(const char *name)
{
	for (size_t i = 0; i < COUNT(expects); i++) {
		size_t n = strlen(expects[i].type);

		if (strncmp(name, expects[i].type, n) == 0 && name[n] == '-')
			return true;
	}
	return false;
}

static int
by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static long
check_folder(const char *dir, bool all, struct import_report *rep)
{
	struct dirent **names;
	int n = scandir(dir, &names, NULL, by_name);
	long files = 0;

	if (n < 0)
		fail_msg("%s cannot be read", dir);
	for (int i = 0; i < n; i++) {
		const char *name = names[i]->d_name;
		const char *path = arena_printf(arena, "%s/%s", dir, name);
		size_t len = strlen(name);
		struct stat st;

		if (name[0] != '.' && stat(path, &st) == 0 &&
			S_ISDIR(st.st_mode)) {
			files += check_folder(path, all, rep);
		} else if (len > 5 && strcmp(name + len - 5, ".json") == 0 &&
			   (all || wanted(name))) {
			check_file(path, rep);
			files++;
		}
		free(names[i]);
	}
	free(names);
	return files;
}

static int64_t
accounted(const struct import_report *rep)
{
	int64_t n = 0;

	for (size_t i = 0; i < rep->counts.n; i++)
		n += rep->counts.v[i].stored + rep->counts.v[i].kept +
		     rep->counts.v[i].changed + rep->counts.v[i].same +
		     rep->counts.v[i].refused;
	return n;
}

static void
test_published_samples(void **state)
{
	struct import_report rep = {0}, again = {0};
	long bundles, examples;
	int64_t rows;

	(void)state;
	bundles = check_folder(
		arena_printf(arena, "%s/synthea", samples()), true, &rep);
	examples = check_folder(
		arena_printf(
			arena, "%s/fhir-examples/hl7-r4-official", samples()),
		false, &rep);
	print_message("# %ld bundles, %ld examples, %lld resources, "
		      "%ld values found\n",
		bundles, examples, (long long)accounted(&rep), checks);
	assert_true(bundles > 0 && examples > 0);
	assert_int_equal(rep.files_refused, 0);
	rows = number("SELECT count(*) FROM fhir_resource");
	check_folder(
		arena_printf(arena, "%s/synthea", samples()), true, &again);
	assert_int_equal(again.files_same, bundles);
	assert_int_equal(rows, number("SELECT count(*) FROM fhir_resource"));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			test_own_samples, set_up, tear_down),
		cmocka_unit_test_setup_teardown(
			test_published_samples, set_up, tear_down),
	};

	/* The last is about files that are not ours to hand on. */
	return _cmocka_run_group_tests("import_fhir", tests,
		samples() ? COUNT(tests) : COUNT(tests) - 1, NULL, NULL);
}
