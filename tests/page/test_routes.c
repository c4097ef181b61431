/*
 * Every page of the staff program against everybody who might ask for it.
 * The pages, their rights and the kinds of objects in their paths are read
 * from the route table itself, so a new page is tested as soon as it is
 * listed. Who may what: tests/RULES.md, "Roles".
 */
#include <glob.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "domain/role.h"
#include "lib/test.h"
#include "lib/tweb.h"
#include "page/gate.h"
#include "staff/pages.h"
#include "web/route.h"

#define FORM_TYPE "application/x-www-form-urlencoded"
#define OURS "http://localhost:8080"

/* An object of clinic 1 and its like in clinic 2: tests/data. */
static const struct {
	const char *kind, *own, *foreign;
} objects[] = {
	{":coverage", "1", "9"},
	{":entry", "71", "79"},
	{":offer", "71", "79"},
	{":item", "71", "79"},
	{":n", "1", NULL}, /* a number that means something to the page */
	{":name", "x", NULL},
	{":patient", "7", "8"},
	{":plan", "71", "79"},
	{":provider", "1", "9"},
	{":recall", "71", "79"},
	{":record", "71", "79"},
	{":room", "1", "9"},
	{":site", "1", "9"},
	{":user_row", "50", "8"},
	{":visit", "71", "79"},
	{":visit_type", "1", "9"},
};

static size_t
object_of(const char *segment, size_t len)
{
	for (size_t i = 0; i < sizeof(objects) / sizeof(objects[0]); i++)
		if (strlen(objects[i].kind) == len &&
			strncmp(objects[i].kind, segment, len) == 0)
			return i;
	fail_msg("no object of the kind %.*s in this test", (int)len, segment);
	return 0;
}

/* The path with objects put in; the one at which (counted from 0) is value.
 * Returns how many objects the path names that a clinic owns. */
static int
fill(char *out, size_t size, const char *path, int which, const char *value)
{
	int seen = 0;

	out[0] = '\0';
	while (*path != '\0') {
		size_t len = strcspn(path + 1, "/") + 1, o;
		const char *put;

		if (path[1] != ':') {
			strncat(out, path, len);
			path += len;
			continue;
		}
		o = object_of(path + 1, len - 1);
		put = objects[o].own;
		if (objects[o].foreign != NULL && seen++ == which)
			put = value != NULL ? value : objects[o].foreign;
		snprintf(out + strlen(out), size - strlen(out), "/%s", put);
		path += len;
	}
	return seen;
}

static bool
is_post(const struct page *p)
{
	return strcmp(p->method, "POST") == 0;
}

static const struct reply *
ask(struct tweb *w, const struct page *p, const char *path)
{
	return is_post(p) ? tweb_post(w, path, "") : tweb_get(w, path);
}

static struct tweb *
open_matrix(void)
{
	return tweb_open(staff_pages, &staff_gate, "matrix.sql");
}

/* What changes the clinic itself has it alone: all of administration, but
 * for the check of the audit log, and registering, which looks for twins. */
static void
who_sets_up_has_the_clinic_alone(void **state)
{
	int n = 0;

	(void)state;
	for (const struct page *const *p = staff_pages; *p != NULL; p++) {
		const char *path = (*p)->path;
		bool alone = (strncmp(path, "/admin/", 7) == 0 &&
				     strncmp(path, "/admin/audit/", 13) != 0) ||
			     strcmp(path, "/patients/new") == 0;

		if (!is_post(*p))
			continue;
		if (page_sets_up(*p) != alone)
			fail_msg("POST %s: %s", path,
				alone ? "does not have the clinic alone"
				      : "keeps everybody else waiting");
		n += alone;
	}
	assert_true(n > 20);
}

static const struct person {
	const char *login; /* NULL: nobody */
	unsigned roles;
	bool out, must_change;
} people[] = {
	{NULL, 0, true, false},
	{"dina", 1u << ROLE_COORDINATOR, true, false},
	{"mia", 1u << ROLE_COORDINATOR, false, true},
	{"nora", 1u << ROLE_COORDINATOR, false, false},
	{"fred", 1u << ROLE_FRONT_DESK, false, false},
	{"bill", 1u << ROLE_BILLER, false, false},
	{"cleo", 1u << ROLE_CLINICIAN, false, false},
	{"kim", 1u << ROLE_CASE_MANAGER, false, false},
	{"sue", 1u << ROLE_SUPERVISOR, false, false},
	{"ada", 1u << ROLE_ADMIN, false, false},
};

#define PEOPLE (sizeof(people) / sizeof(people[0]))

static const char *
name_of(const struct person *who)
{
	return who->login != NULL ? who->login : "nobody";
}

static bool
sent_to(const struct reply *r, const char *path)
{
	const char *to = tweb_location(r);

	return r->status == 303 && to != NULL &&
	       strncmp(to, path, strlen(path)) == 0;
}

/* Is the reply of the kind this person must get? */
static bool
as_it_must_be(
	const struct page *p, const struct person *who, const struct reply *r)
{
	/* The token of a browser that never loaded the page is not known. */
	if (p->csrf == CSRF_PRELOGIN && is_post(p) && who->out)
		return r->status == 403;
	if (p->perm != PERM_PUBLIC && who->out)
		return is_post(p) ? r->status == 401 : sent_to(r, "/login");
	if (p->perm > PERM_SESSION && who->must_change)
		return sent_to(r, "/me/password");
	if (!perm_allowed(who->roles, p->perm) && p->perm != PERM_PUBLIC)
		return r->status == 403;
	return r->status != 401 && r->status != 403 && r->status < 500 &&
	       !sent_to(r, "/me/password");
}

static void
everybody_at_every_page(void **state)
{
	struct tweb *w = open_matrix();
	int cells = 0, refused = 0;
	char path[256];
	(void)state;

	for (size_t i = 0; staff_pages[i] != NULL; i++) {
		const struct page *p = staff_pages[i];

		fill(path, sizeof(path), p->path, -1, NULL);
		for (size_t j = 0; j < PEOPLE; j++) {
			const struct reply *r;

			tweb_sign_in(w, people[j].login);
			r = ask(w, p, path);
			if (!as_it_must_be(p, &people[j], r))
				fail_msg("%s %s (%s) by %s: %d", p->method,
					path, perm_name(p->perm),
					name_of(&people[j]), r->status);
			/* What is refused shows nothing of a record. */
			if (r->status == 401 || r->status == 403) {
				assert_lacks(r->body, "Delgado");
				assert_lacks(r->body, "Call about A1c");
				refused++;
			}
			assert_lacks(r->body, "Canary");
			assert_lacks(r->body, "CANARY");
			cells++;
		}
	}
	printf("# %d cells, %d of them refused\n", cells, refused);
	assert_true(cells > 500 && refused > 100);
	tweb_close(w);
}

/* The program is set up by people who read no records. */
static void
an_administrator_sees_no_patient(void **state)
{
	struct tweb *w = open_matrix();
	int n = 0;
	char path[256];
	(void)state;

	tweb_sign_in(w, "ada");
	for (size_t i = 0; staff_pages[i] != NULL; i++) {
		const struct page *p = staff_pages[i];
		const struct reply *r;

		if (strstr(p->path, ":patient") == NULL &&
			strstr(p->path, ":visit") == NULL &&
			strstr(p->path, ":item") == NULL &&
			strstr(p->path, ":coverage") == NULL &&
			strstr(p->path, ":record") == NULL)
			continue;
		if (strstr(p->path, ":visit_type") != NULL)
			continue;
		fill(path, sizeof(path), p->path, -1, NULL);
		r = ask(w, p, path);
		if (r->status != 403)
			fail_msg("%s %s: %d", p->method, path, r->status);
		assert_lacks(r->body, "Delgado");
		assert_lacks(r->body, "104882");
		n++;
	}
	printf("# %d pages\n", n);
	assert_true(n > 20);
	tweb_close(w);
}

/* Somebody of clinic 1 who may open the page. */
static const char *
somebody_for(enum perm perm)
{
	for (size_t j = PEOPLE; j-- > 0;)
		if (!people[j].out && !people[j].must_change &&
			perm_allowed(people[j].roles, perm))
			return people[j].login;
	return NULL;
}

static void
an_object_of_others_is_not_there(void **state)
{
	static const char *const values[] = {NULL, "0", "-1", "999999", "01",
		"9223372036854775807", "9223372036854775808", "1%20OR%201%3D1",
		"1.0", "1e1", "%31x", "x"};
	struct tweb *w = open_matrix();
	int cells = 0;
	char path[256];
	(void)state;

	for (size_t i = 0; staff_pages[i] != NULL; i++) {
		const struct page *p = staff_pages[i];
		int n = fill(path, sizeof(path), p->path, -1, NULL);

		for (int at = 0; at < n; at++)
			for (size_t v = 0;
				v < sizeof(values) / sizeof(values[0]); v++) {
				const struct reply *r;

				tweb_sign_in(w, somebody_for(p->perm));
				fill(path, sizeof(path), p->path, at,
					values[v]);
				r = ask(w, p, path);
				if (r->status != 404)
					fail_msg("%s %s: %d", p->method, path,
						r->status);
				assert_lacks(r->body, "Canary");
				cells++;
			}
	}
	printf("# %d paths\n", cells);
	assert_true(cells > 300);
	/* And nothing of the other clinic was touched. */
	assert_int_equal(
		tweb_sql(w, "SELECT (SELECT SUM(version) FROM patient"
			    "        WHERE clinic_id = 2)"
			    "     + (SELECT SUM(version) FROM appointment"
			    "        WHERE clinic_id = 2)"
			    "     + (SELECT SUM(version) FROM work_item"
			    "        WHERE clinic_id = 2)"
			    "     + (SELECT SUM(version) FROM coverage"
			    "        WHERE clinic_id = 2)"
			    "     + (SELECT SUM(version) FROM site"
			    "        WHERE clinic_id = 2)"
			    "     + (SELECT SUM(version) FROM app_user"
			    "        WHERE clinic_id = 2)"),
		6);
	assert_int_equal(
		tweb_sql(w, "SELECT COUNT(*) FROM app_user"
			    " WHERE clinic_id = 2 AND disabled_at IS NULL"
			    "   AND password_hash = ''"),
		1);
	tweb_close(w);
}

static void
must_refuse(const struct page *p, const struct reply *r, const char *what)
{
	if (r->status != 403)
		fail_msg("%s %s %s: %d", p->method, p->path, what, r->status);
}

/* A form that did not come from our own page changes nothing. */
static void
each_form_must_be_meant(void **state)
{
	struct tweb *w = open_matrix();
	char path[256], body[200];
	long long before;
	int forms = 0;
	(void)state;

	before = tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
			     " WHERE outcome = 'ok'");
	for (size_t i = 0; staff_pages[i] != NULL; i++) {
		const struct page *p = staff_pages[i];

		if (!is_post(p))
			continue;
		fill(path, sizeof(path), p->path, -1, NULL);
		tweb_sign_in(w, somebody_for(p->perm));
		snprintf(body, sizeof(body), "csrf=%s", tweb_csrf(w));
		if (p->csrf != CSRF_ORIGIN) {
			must_refuse(p,
				tweb_post_raw(w, path, "", FORM_TYPE, OURS,
					"same-origin"),
				"without a token");
			must_refuse(p,
				tweb_post_raw(w, path, "csrf=wrong", FORM_TYPE,
					OURS, "same-origin"),
				"with another token");
		}
		must_refuse(p,
			tweb_post_raw(w, path, body, FORM_TYPE,
				"https://evil.example", NULL),
			"from another origin");
		must_refuse(p,
			tweb_post_raw(w, path, body, FORM_TYPE, "null", NULL),
			"from nowhere");
		must_refuse(p,
			tweb_post_raw(
				w, path, body, FORM_TYPE, OURS, "cross-site"),
			"across sites");
		must_refuse(p,
			tweb_post_raw(w, path, body, FORM_TYPE, NULL, NULL),
			"without an origin");
		assert_int_equal(tweb_post_raw(w, path, body, "text/plain",
					 OURS, "same-origin")
					 ->status,
			415);
		forms++;
	}
	printf("# %d forms\n", forms);
	assert_true(forms > 20);
	assert_int_equal(tweb_sql(w, "SELECT COUNT(*) FROM audit_event"
				     " WHERE outcome = 'ok'"),
		before);
	tweb_close(w);
}

/* Is "METHOD PATH RIGHT" a line of the list that somebody has read? */
static bool
decided(const char *list, const char *line)
{
	size_t n = strlen(line);

	for (const char *at = list; (at = strstr(at, line)) != NULL; at++)
		if ((at == list || at[-1] == '\n') && at[n] == '\n')
			return true;
	return false;
}

static size_t
lines_in(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += *text == '\n';
	return n;
}

/*
 * Who may open a page is decided once, by a person, in routes.txt: a page
 * that is new, gone or asks for another right is told here.
 */
static void
each_right_was_decided(void **state)
{
	static char list[65536];
	FILE *f = fopen(SRCDIR "/tests/page/routes.txt", "r");
	char line[300];
	size_t n = 0, left;
	(void)state;

	assert_non_null(f);
	left = fread(list, 1, sizeof(list) - 1, f);
	list[left] = '\0';
	fclose(f);
	for (size_t i = 0; staff_pages[i] != NULL; i++, n++) {
		snprintf(line, sizeof(line), "%s %s %s", staff_pages[i]->method,
			staff_pages[i]->path, perm_name(staff_pages[i]->perm));
		if (!decided(list, line))
			fail_msg("not a line of tests/page/routes.txt: %s",
				line);
	}
	if (lines_in(list) != n)
		fail_msg("tests/page/routes.txt has %zu lines, the program "
			 "%zu pages",
			lines_in(list), n);
}

static bool
is_field(const struct page *p, const char *name)
{
	for (size_t i = 0; p->form != NULL && i < p->form->n; i++)
		if (strcmp(p->form->fields[i].name, name) == 0)
			return true;
	return strcmp(name, "csrf") == 0 || strcmp(name, "once") == 0;
}

/* The names of all columns, as the migrations write them: "  name  TYPE". */
static size_t
columns(struct arena *a, const char *names[], size_t max)
{
	char line[400], name[64], type[16];
	size_t n = 0, k;
	glob_t g;

	assert_int_equal(glob(SRCDIR "/schema/0*.sql", 0, NULL, &g), 0);
	for (size_t i = 0; i < g.gl_pathc; i++) {
		FILE *f = fopen(g.gl_pathv[i], "r");

		assert_non_null(f);
		while (fgets(line, sizeof(line), f) != NULL) {
			if (sscanf(line, "  %63[a-z_0-9] %15s", name, type) !=
					2 ||
				(strncmp(type, "INTEGER", 7) != 0 &&
					strncmp(type, "TEXT", 4) != 0))
				continue;
			for (k = 0; k < n; k++)
				if (strcmp(names[k], name) == 0)
					break;
			if (k == n && n < max)
				names[n++] = arena_strdup(a, name);
		}
		fclose(f);
	}
	globfree(&g);
	return n;
}

/* Whoever adds a column's name to a form gets it refused, not written. */
static void
a_column_that_is_no_field_is_refused(void **state)
{
	struct tweb *w = open_matrix();
	const char *names[1000];
	char path[256], body[200];
	size_t n = columns(tweb_arena(w), names, 1000);
	int cells = 0;
	(void)state;

	assert_true(n > 100 && n < 1000);
	for (size_t i = 0; staff_pages[i] != NULL; i++) {
		const struct page *p = staff_pages[i];

		if (!is_post(p))
			continue;
		fill(path, sizeof(path), p->path, -1, NULL);
		tweb_sign_in(w, somebody_for(p->perm));
		for (size_t k = 0; k < n; k++) {
			if (is_field(p, names[k]))
				continue;
			snprintf(body, sizeof(body), "%s=1", names[k]);
			if (tweb_post(w, path, body)->status != 400)
				fail_msg("POST %s takes %s", path, names[k]);
			cells++;
		}
	}
	printf("# %d names tried on forms\n", cells);
	tweb_close(w);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_right_was_decided),
		cmocka_unit_test(who_sets_up_has_the_clinic_alone),
		cmocka_unit_test(everybody_at_every_page),
		cmocka_unit_test(an_administrator_sees_no_patient),
		cmocka_unit_test(an_object_of_others_is_not_there),
		cmocka_unit_test(each_form_must_be_meant),
		cmocka_unit_test(a_column_that_is_no_field_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
