/*
 * Every role and every right against the table under "Roles" in
 * tests/RULES.md, which is read as it stands there: a person decides there,
 * the code follows.
 */
#include <stdbool.h>
#include <stdio.h>

#include "domain/role.h"
#include "lib/test.h"

static const enum role columns[] = {ROLE_COORDINATOR, ROLE_FRONT_DESK,
	ROLE_BILLER, ROLE_CLINICIAN, ROLE_CASE_MANAGER, ROLE_SUPERVISOR,
	ROLE_ADMIN, ROLE_PATIENT};

#define COLUMNS (sizeof(columns) / sizeof(columns[0]))

static int
perm_of(const char *name)
{
	for (int p = 0; p < PERM_COUNT; p++)
		if (strcmp(perm_name((enum perm)p), name) == 0)
			return p;
	return -1;
}

/* One line "| right | yes | no ..."; the cells that were checked. */
static int
check_line(char *line, bool *seen)
{
	char *save = NULL, *cell = strtok_r(line, "| \n", &save);
	int p = cell != NULL ? perm_of(cell) : -1, n = 0;

	if (p < 0)
		fail_msg("no such right: %s", cell != NULL ? cell : "(none)");
	assert_false(seen[p]);
	seen[p] = true;
	while ((cell = strtok_r(NULL, "| \n", &save)) != NULL) {
		bool yes = strcmp(cell, "yes") == 0;

		assert_true(yes || strcmp(cell, "no") == 0);
		assert_true((size_t)n < COLUMNS);
		if (perm_allowed(1u << columns[n], (enum perm)p) != yes)
			fail_msg("%s for %s must be %s",
				perm_name((enum perm)p), role_name(columns[n]),
				cell);
		n++;
	}
	return n;
}

static void
each_cell_is_as_the_table_says(void **state)
{
	FILE *f = fopen(SRCDIR "/tests/RULES.md", "r");
	bool seen[PERM_COUNT] = {false}, inside = false;
	char line[400];
	int cells = 0, rights = 0;
	(void)state;

	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		if (strncmp(line, "## ", 3) == 0)
			inside = strcmp(line, "## Roles\n") == 0;
		if (!inside || line[0] != '|' ||
			strncmp(line, "| Right", 7) == 0 || line[1] == '-')
			continue;
		cells += check_line(line, seen);
		rights++;
	}
	fclose(f);
	/* All but "unset" and "public" stand in the table. */
	assert_int_equal(rights, PERM_COUNT - 2);
	assert_int_equal((size_t)cells, (PERM_COUNT - 2) * COLUMNS);
	printf("# %d cells\n", cells);
}

static void
what_is_not_named_is_refused(void **state)
{
	(void)state;
	for (int p = 0; p < PERM_COUNT; p++) {
		bool anybody = p == PERM_PUBLIC;

		assert_int_equal(perm_allowed(0, (enum perm)p), anybody);
		assert_int_equal(
			perm_allowed(1u << ROLE_PROXY, (enum perm)p), anybody);
	}
	assert_false(perm_allowed(~0u, PERM_UNSET));
	assert_false(perm_allowed(~0u, PERM_COUNT));
}

static void
several_roles_add_up(void **state)
{
	unsigned both = 1u << ROLE_BILLER | 1u << ROLE_ADMIN;
	(void)state;

	assert_true(perm_allowed(both, PERM_ADMIN));
	assert_true(perm_allowed(both, PERM_COVERAGE_WRITE));
	assert_false(perm_allowed(both, PERM_VISIT_WRITE));
}

static void
names_lead_back_to_the_role(void **state)
{
	enum role r;
	(void)state;

	for (int i = 0; i < ROLE_COUNT; i++) {
		assert_true(role_parse(role_name((enum role)i), &r));
		assert_int_equal(r, i);
		assert_true(strlen(role_label((enum role)i)) > 3);
	}
	assert_false(role_parse("root", &r));
	assert_false(role_parse("", &r));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_cell_is_as_the_table_says),
		cmocka_unit_test(what_is_not_named_is_refused),
		cmocka_unit_test(several_roles_add_up),
		cmocka_unit_test(names_lead_back_to_the_role),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
