/*
 * tests/RULES.md, "Passwords", "Waiting after wrong passwords", "Logging
 * in": hashing with its cap, and the counters in the database.
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/conf.h"
#include "base/err.h"
#include "base/token.h"
#include "care/auth.h"
#include "db/db.h"
#include "domain/role.h"
#include "domain/scope.h"
#include "lib/tdb.h"
#include "lib/test.h"
#include "store/throttle_store.h"
#include "store/user_store.h"

#define NOW 1800000000
#define DB_FILE "/tmp/handrail-auth-XXXXXX"

static struct arena *arena;
static struct err err;
static struct db *db;
static char file[] = DB_FILE;
static char *url; /* a restart is a new connection */

static const struct auth_cost cheap = {
	.memory_kib = 8, .passes = 1, .lanes = 1, .at_once = 1};

static int
set_up(void **state)
{
	(void)state;
	token_start();
	arena = arena_new();
	err_clear(&err);
	memcpy(file, DB_FILE, sizeof(file));
	close(mkstemp(file));
	url = tdb_new(file, false, &err);
	db = url == NULL ? NULL : tdb_connect(url, "admin", &err);
	if (!db || db_exec_file(db, SRCDIR "/tests/store/auth.sql", &err))
		fail_msg("%s", err.text);
	return 0;
}

static int
tear_down(void **state)
{
	(void)state;
	db_close(db);
	tdb_drop(url);
	unlink(file);
	unlink(arena_printf(arena, "%s.lock", file));
	arena_free(arena);
	return 0;
}

static const char *
hashed(const struct auth_cost *cost, const char *password)
{
	const char *h;

	if (auth_hash(cost, arena, password, &h, &err))
		fail_msg("%s", err.text);
	return h;
}

static bool
checks(const char *password, const char *hash)
{
	bool right;

	if (auth_check(&cheap, arena, password, hash, &right, &err))
		fail_msg("%s", err.text);
	return right;
}

static void
a_hash_names_its_parameters(void **state)
{
	const char *h = hashed(&cheap, "correct horse battery");
	(void)state;

	assert_int_equal(strncmp(h, "$argon2id$v=19$m=8,t=1,p=1$", 27), 0);
	assert_string_not_equal(h, hashed(&cheap, "correct horse battery"));
	assert_true(checks("correct horse battery", h));
	assert_false(checks("correct horse batterx", h));
	assert_false(checks("", h));
	/* Nobody has the empty hash, whatever is typed. */
	assert_false(checks("", ""));
	assert_false(checks("correct horse battery", ""));
}

static void
a_damaged_hash_is_our_fault_not_a_no(void **state)
{
	bool right = true;
	(void)state;

	assert_int_equal(auth_check(&cheap, arena, "x", "$argon2id$v=19$m=8",
				 &right, &err),
		-1);
	assert_int_equal(err.kind, ERR_BROKEN);
	assert_false(right);
}

static void
every_byte_of_a_password_counts(void **state)
{
	char a[257], b[257];
	const char *h;
	(void)state;

	memset(a, 'a', 256);
	a[256] = '\0';
	h = hashed(&cheap, a);
	for (size_t at = 72; at < 256; at += 61) {
		memcpy(b, a, sizeof(a));
		b[at] = 'b';
		assert_false(checks(b, h));
	}
	memcpy(b, a, sizeof(a));
	b[255] = 'A';
	assert_false(checks(b, h));
	h = hashed(&cheap, " with blanks ");
	assert_false(checks("with blanks", h));
	assert_true(checks(" with blanks ", h));
}

static void
an_accent_typed_either_way_is_the_same(void **state)
{
	const char *h = hashed(&cheap, "caf\xc3\xa9 au lait please");
	(void)state;

	assert_true(checks("cafe\xcc\x81 au lait please", h));
	assert_false(checks("cafe au lait please", h));
}

static void
a_dearer_rule_makes_old_hashes_outdated(void **state)
{
	const char *h = hashed(&cheap, "correct horse battery");
	struct auth_cost c = cheap;
	(void)state;

	assert_false(auth_outdated(&c, h));
	c.memory_kib = 16;
	assert_true(auth_outdated(&c, h));
	c = cheap;
	c.passes = 2;
	assert_true(auth_outdated(&c, h));
	c = cheap;
	c.lanes = 2;
	assert_true(auth_outdated(&c, h));
	assert_true(auth_outdated(&cheap, "$2b$12$abcdefgh"));
}

/* The places are locks on a file, so they hold between processes too. */
static void
no_more_hashes_than_places(void **state)
{
	struct auth_cost c = cheap;
	const char *h;
	struct flock lock = {.l_type = F_WRLCK,
		.l_whence = SEEK_SET,
		.l_start = 0,
		.l_len = 1};
	int fd;
	(void)state;

	c.lock_file = arena_printf(arena, "%s.lock", file);
	assert_int_equal(auth_hash(&c, arena, "one", &h, &err), 0);
	fd = open(c.lock_file, O_RDWR | O_CLOEXEC);
	assert_true(fd >= 0);
	assert_int_equal(fcntl(fd, F_OFD_SETLK, &lock), 0);
	assert_int_equal(auth_hash(&c, arena, "two", &h, &err), -1);
	assert_int_equal(err.kind, ERR_BUSY);
	c.at_once = 2;
	assert_int_equal(auth_hash(&c, arena, "two", &h, &err), 0);
	c.at_once = 1;
	close(fd);
	assert_int_equal(auth_hash(&c, arena, "two", &h, &err), 0);
	c.at_once = 0;
	assert_int_equal(auth_hash(&c, arena, "two", &h, &err), -1);
	assert_int_equal(err_status(err.kind), 503);
}

static void
a_lock_file_that_cannot_be_is_no_way_round(void **state)
{
	struct auth_cost c = cheap;
	const char *h;
	(void)state;

	c.lock_file = "/nowhere/at/all/hash.lock";
	assert_int_equal(auth_hash(&c, arena, "one", &h, &err), -1);
	assert_int_equal(err.kind, ERR_BROKEN);
}

static int
acceptable(const char *password)
{
	struct conf c = {.schema = (char *)(uintptr_t)(SRCDIR "/schema")};
	struct password_words w = {0};

	err_clear(&err);
	auth_words(arena, &w, "Nora Reyes");
	auth_words(arena, &w, "Riverside Clinic");
	return auth_password_ok(arena, &c, &w, "password", password, &err);
}

static void
a_new_password_is_weighed(void **state)
{
	static const char *const bad[] = {"passwordpassword",
		"PasswordPassword", "qwertyuiopasdfg", "aaaaaaaaaaaaaaa",
		"123456789012345", "correcthorsebatterystaple",
		"handrailhandrail", "NoraReyes-Handrail", "short",
		"riverside clinic"};
	(void)state;

	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		if (acceptable(bad[i]) == 0)
			fail_msg("%s was taken", bad[i]);
		assert_int_equal(err.kind, ERR_INPUT);
		assert_string_equal(err.field, "password");
	}
	assert_int_equal(acceptable("nora has three old bicycles"), 0);
	assert_int_equal(acceptable("brzkpqwmxlvtnca"), 0);
}

static void
the_list_is_long_enough(void **state)
{
	FILE *f = fopen(SRCDIR "/schema/seed/common_passwords.txt", "r");
	char line[200], last[200] = "";
	int n = 0;
	(void)state;

	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		assert_true(strlen(line) >= PASSWORD_MIN);
		assert_true(strcmp(line, last) > 0);
		memcpy(last, line, sizeof(line));
		n++;
	}
	fclose(f);
	assert_true(n >= 3000);
}

static void
without_the_list_nothing_is_taken(void **state)
{
	char nowhere[] = "/nowhere";
	struct conf c = {.schema = nowhere};
	struct password_words w = {0};
	(void)state;

	assert_int_equal(auth_password_ok(arena, &c, &w, "password",
				 "brzkpqwmxlvtnca", &err),
		-1);
	assert_int_equal(err.kind, ERR_BROKEN);
}

/* ---- tries ---------------------------------------------------------- */

static struct auth_try
try_at(instant_t now, const char *account, const char *password,
	const char *hash)
{
	struct auth_try t = {
		.account = account, .source = "addr:192.0.2.7", .hash = hash};

	if (auth_try(db, arena, &cheap, now, password, &t, &err))
		fail_msg("%s", err.text);
	assert_int_equal(db_begin(db, DB_WRITE), 0);
	if (t.wait_s == 0 && auth_open(db, now, &t) > 0)
		assert_int_equal(t.right ? auth_forgive(db, &t)
					 : auth_failed(db, now, &t),
			0);
	assert_int_equal(db_commit(db), 0);
	return t;
}

static void
the_same_work_for_everybody(void **state)
{
	const char *h = hashed(&cheap, "right");
	struct auth_try t;
	(void)state;

	t = try_at(NOW, "user:nora", "wrong", h);
	assert_int_equal(t.hashes, 1);
	assert_false(t.right);
	t = try_at(NOW, "user:nobody", "wrong", "");
	assert_int_equal(t.hashes, 1);
	assert_false(t.right);
	t = try_at(NOW, "user:nora", "right", h);
	assert_int_equal(t.hashes, 1);
	assert_true(t.right);
	assert_null(t.better);
}

static void
an_old_hash_is_made_anew(void **state)
{
	struct auth_cost dear = cheap;
	struct auth_try t = {.account = "user:nora", .source = "addr:x"};
	(void)state;

	dear.passes = 2;
	t.hash = hashed(&cheap, "right");
	assert_int_equal(auth_try(db, arena, &dear, NOW, "right", &t, &err), 0);
	assert_true(t.right);
	assert_non_null(t.better);
	assert_has(t.better, "m=8,t=2,p=1");
	assert_true(checks("right", t.better));
	/* A wrong password gives no reason to store anything. */
	t.better = NULL;
	assert_int_equal(auth_try(db, arena, &dear, NOW, "wrong", &t, &err), 0);
	assert_null(t.better);
}

/* 101 wrong ones; the right one works after the wait, not before, and a
 * new connection (a restart) knows of them. */
static void
a_hundred_and_one_wrong_then_right(void **state)
{
	const char *h = hashed(&cheap, "right");
	instant_t now = NOW;
	struct auth_try t;
	(void)state;

	for (int i = 0; i < 101; i++) {
		while ((t = try_at(now, "user:nora", "wrong", h)).wait_s > 0) {
			assert_int_equal(t.hashes, 0);
			now += t.wait_s;
		}
	}
	db_close(db);
	db = tdb_connect(url, "admin", &err);
	assert_non_null(db);
	t = try_at(now, "user:nora", "right", h);
	assert_int_equal(t.wait_s, 900);
	assert_false(t.right);
	assert_int_equal(t.hashes, 0);
	t = try_at(now + 899, "user:nora", "right", h);
	assert_int_equal(t.wait_s, 1);
	t = try_at(now + 900, "user:nora", "right", h);
	assert_true(t.right);
	/* Forgiven: four free ones again. The address is not, but from there
	 * others may still log in after its wait. */
	for (int i = 0; i < 4; i++)
		t = try_at(now + 1800 + 1800 * i, "user:nora", "wrong", h);
	t = try_at(now + 9000, "user:nora", "right", h);
	assert_true(t.right);
}

/* A second try that began before the first failed does not slip through. */
static void
tries_side_by_side_wait_too(void **state)
{
	const char *h = hashed(&cheap, "right");
	struct auth_try late = {
		.account = "user:nora", .source = "addr:x", .hash = h};
	(void)state;

	assert_int_equal(
		auth_try(db, arena, &cheap, NOW, "right", &late, &err), 0);
	for (int i = 0; i < 5; i++)
		try_at(NOW, "user:nora", "wrong", h);
	assert_true(late.right);
	assert_int_equal(auth_open(db, NOW, &late), 0);
	assert_int_equal(late.wait_s, 15);
}

static void
an_address_is_slowed_for_all_accounts(void **state)
{
	struct auth_try t;
	(void)state;

	for (int i = 0; i < 30; i++)
		t = try_at(NOW, arena_printf(arena, "user:u%d", i), "no", "");
	t = try_at(NOW, "user:fresh", "no", "");
	assert_int_equal(t.wait_s, 15);
	t.source = "addr:198.51.100.1";
	assert_int_equal(auth_open(db, NOW, &t), 1);
}

static const char *
staff_key(const char *address, instant_t now)
{
	struct auth_try t = {0};

	auth_staff_keys(db, arena, "nora", address, now, &t);
	return t.account;
}

static void
strangers_cannot_lock_somebody_out(void **state)
{
	struct auth_try t = {0};
	struct db_stmt *q;
	(void)state;

	assert_string_equal(staff_key("192.0.2.7", NOW), "user:nora");
	q = db_prep(db,
		"INSERT INTO session (token_hash, user_id, csrf, created_at,"
		" seen_at, address) VALUES ('h', 1, 'c', :at, :at,"
		" '192.0.2.7')");
	db_bind_at(q, ":at", NOW - 29 * 24 * 3600);
	assert_int_equal(db_exec(q), 1);
	assert_string_equal(
		staff_key("192.0.2.7", NOW), "user:nora from 192.0.2.7");
	assert_string_equal(staff_key("192.0.2.8", NOW), "user:nora");
	assert_string_equal(
		staff_key("192.0.2.7", NOW + 2 * 24 * 3600), "user:nora");

	/* Nor can those who share her address. */
	for (int i = 0; i < 40; i++)
		try_at(NOW, arena_printf(arena, "user:u%d", i), "no", "");
	auth_staff_keys(db, arena, "nora", "192.0.2.7", NOW, &t);
	assert_int_equal(auth_open(db, NOW, &t), 1);
	auth_staff_keys(db, arena, "ada", "192.0.2.7", NOW, &t);
	assert_int_equal(auth_open(db, NOW, &t), 0);
	assert_true(t.wait_s > 0);
}

static void
addresses_and_logins_have_one_form(void **state)
{
	(void)state;
	assert_string_equal(auth_source(arena, "192.0.2.7"), "addr:192.0.2.7");
	assert_string_equal(auth_source(arena, "2001:db8:1:2:3:4:5:6"),
		"addr:2001:db8:1:2::/64");
	assert_string_equal(auth_source(arena, "2001:db8:1:2::1"),
		"addr:2001:db8:1:2::/64");
	assert_string_equal(auth_login(arena, "  Nora "), "nora");
}

/* ---- people --------------------------------------------------------- */

static void
people_of_another_clinic_are_not_there(void **state)
{
	struct scope one = {.clinic_id = 1};
	struct user u, out = {0};
	struct users list = {0};
	(void)state;

	assert_int_equal(user_store_get(db, arena, &one, 1, &u), 1);
	assert_string_equal(u.name, "Nora Reyes");
	assert_int_equal(
		u.roles, 1u << ROLE_COORDINATOR | 1u << ROLE_FRONT_DESK);
	assert_int_equal(user_store_get(db, arena, &one, 3, &out), 0);
	assert_int_equal(user_store_get(db, arena, &one, 99, &out), 0);
	assert_int_equal(user_store_list(db, arena, &one, true, &list), 0);
	assert_int_equal(list.n, 2);
	assert_string_equal(list.v[0].login, "ada");
	assert_int_equal(list.v[0].roles, 1u << ROLE_ADMIN);

	out = (struct user){.id = 3, .name = "X", .email = ""};
	assert_int_equal(user_store_update(db, &one, &out, 1), 0);
	assert_int_equal(user_store_set_roles(db, &one, 3, 0), 0);
	assert_int_equal(user_store_set_disabled(db, &one, 3, NOW), 0);
	assert_int_equal(user_store_set_password(db, &one, 3, "x", false), 0);
	assert_int_equal(user_store_join_team(db, &one, 3, 1), 0);
	assert_int_equal(user_store_join_team(db, &one, 1, 3), 0);
	one.clinic_id = 2;
	assert_int_equal(user_store_get(db, arena, &one, 3, &u), 1);
	assert_string_equal(u.name, "Otto Elsewhere");
	assert_int_equal(u.roles, 1u << ROLE_ADMIN);
	assert_int_equal(u.disabled_at, INSTANT_NONE);
}

static void
an_edit_of_an_old_version_changes_nothing(void **state)
{
	struct scope one = {.clinic_id = 1};
	struct user u;
	(void)state;

	assert_int_equal(user_store_get(db, arena, &one, 1, &u), 1);
	u.name = "Nora R. Reyes";
	assert_int_equal(user_store_update(db, &one, &u, u.version), 1);
	assert_int_equal(user_store_update(db, &one, &u, u.version), 0);
}

static void
a_login_is_taken_once(void **state)
{
	struct scope two = {.clinic_id = 2};
	struct user u = {
		.login = "nora", .name = "Nora Other", .created_at = NOW};
	(void)state;

	assert_int_equal(user_store_add(db, &two, &u, ""), 0);
	assert_int_equal(db_state(db), DB_CONFLICT);
	db_rollback(db);
}

static void
roles_and_teams_are_replaced(void **state)
{
	struct scope one = {.clinic_id = 1};
	struct teams teams = {0};
	struct user u;
	(void)state;

	assert_int_equal(
		user_store_set_roles(db, &one, 1, 1u << ROLE_BILLER), 0);
	assert_int_equal(user_store_get(db, arena, &one, 1, &u), 1);
	assert_int_equal(u.roles, 1u << ROLE_BILLER);
	assert_int_equal(user_store_join_team(db, &one, 1, 2), 0);
	assert_int_equal(user_store_join_team(db, &one, 1, 2), 0);
	assert_int_equal(user_store_teams(db, arena, &one, 1, &teams), 0);
	assert_int_equal(teams.n, 2);
	assert_string_equal(teams.v[0].name, "Billing");
	assert_true(teams.v[0].holds);
	assert_int_equal(teams.v[0].members, 1);
	assert_false(teams.v[1].holds);
	assert_int_equal(teams.v[1].members, 0);
	assert_int_equal(user_store_leave_teams(db, &one, 1), 0);
	teams.n = 0;
	assert_int_equal(user_store_teams(db, arena, &one, 1, &teams), 0);
	assert_false(teams.v[0].holds);
}

#define T(f) cmocka_unit_test_setup_teardown(f, set_up, tear_down)

int
main(void)
{
	const struct CMUnitTest tests[] = {
		T(a_hash_names_its_parameters),
		T(a_damaged_hash_is_our_fault_not_a_no),
		T(every_byte_of_a_password_counts),
		T(an_accent_typed_either_way_is_the_same),
		T(a_dearer_rule_makes_old_hashes_outdated),
		T(no_more_hashes_than_places),
		T(a_lock_file_that_cannot_be_is_no_way_round),
		T(a_new_password_is_weighed),
		T(the_list_is_long_enough),
		T(without_the_list_nothing_is_taken),
		T(the_same_work_for_everybody),
		T(an_old_hash_is_made_anew),
		T(a_hundred_and_one_wrong_then_right),
		T(tries_side_by_side_wait_too),
		T(an_address_is_slowed_for_all_accounts),
		T(strangers_cannot_lock_somebody_out),
		T(addresses_and_logins_have_one_form),
		T(people_of_another_clinic_are_not_there),
		T(an_edit_of_an_old_version_changes_nothing),
		T(a_login_is_taken_once),
		T(roles_and_teams_are_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
