#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/err.h"
#include "base/token.h"
#include "lib/test.h"

static struct err err;

static int
load(struct conf *c, const char *text)
{
	char path[] = "/tmp/handrail-conf-XXXXXX";
	int fd = mkstemp(path), bad;

	assert_true(fd >= 0);
	assert_int_equal(write(fd, text, strlen(text)), strlen(text));
	close(fd);
	err_clear(&err);
	bad = conf_load(c, path, &err);
	unlink(path);
	return bad;
}

static void
an_empty_file_gives_the_defaults(void **state)
{
	struct conf c;

	(void)state;
	assert_int_equal(load(&c, ""), 0);
	assert_int_equal(c.hash_memory_kib, 19456);
	assert_int_equal(c.hash_passes, 2);
	assert_int_equal(c.hash_lanes, 1);
	assert_int_equal(c.hash_at_once, 2);
	assert_int_equal(c.session_idle_min, 15);
	assert_int_equal(c.session_max_h, 12);
	assert_int_equal(c.requests_per_worker, 5000);
	assert_string_equal(c.static_map, "");
	assert_has(c.database, "sqlite:/");
	assert_string_equal(c.database_read, "");
	assert_false(conf_pooled(&c));
	conf_release(&c);
	assert_int_equal(load(&c, "database = postgresql:///a\n"
				  "database_pooler = transaction\n"
				  "database_read = postgresql:///b\n"),
		0);
	assert_true(conf_pooled(&c));
	conf_release(&c);
	assert_int_equal(conf_load(&c, NULL, &err), 0);
	conf_release(&c);
}

static void
values_are_read_and_trimmed(void **state)
{
	struct conf c;

	(void)state;
	assert_int_equal(load(&c, "# a comment\n\n"
				  "database = sqlite::memory:\r\n"
				  "  clinic_phone=  +1 555 0100  \n"
				  "staff_host =\n"
				  "session_idle_min\t=\t30"),
		0);
	assert_string_equal(c.database, "sqlite::memory:");
	assert_string_equal(c.clinic_phone, "+1 555 0100");
	assert_string_equal(c.staff_host, "");
	assert_int_equal(c.session_idle_min, 30);
	conf_release(&c);
}

static void
mistakes_are_named_with_their_line(void **state)
{
	static const struct {
		const char *text, *says;
	} bad[] = {
		{"database_pooler = session\n", "none or transaction"},
		{"database_read = postgresql:///b\n", "has none"},
		{"database = postgresql:///a\n"
		 "database_read = sqlite:b\n",
			"must begin postgresql://"},
		{"\ndatabse = x\n", "line 2: there is no key \"databse\""},
		{"hash_passes = two\n", "line 1: hash_passes must be a whole"},
		{"hash_passes = 2x\n", "whole number"},
		{"hash_passes =\n", "whole number"},
		{"hash_passes = 0\n", "between 1 and 100"},
		{"hash_passes = 99999999999999999999\n", "hash_passes"},
		{"just words\n", "line 1: expected"},
		{"api_host = a\napi_host = b\n", "line 2: api_host is set tw"},
	};
	struct conf c;

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
		assert_int_equal(load(&c, bad[i].text), -1);
		assert_int_equal(err.kind, ERR_INPUT);
		assert_has(err.text, bad[i].says);
	}
	assert_int_equal(conf_load(&c, "/nowhere/handrail.conf", &err), -1);
	assert_has(err.text, "/nowhere/handrail.conf");
}

static void
tokens_are_long_and_their_hash_is_known(void **state)
{
	char a[TOKEN_SIZE], b[TOKEN_SIZE], code[9], hash[TOKEN_HASH_SIZE];

	(void)state;
	token_start();
	token_make(a);
	token_make(b);
	assert_int_equal(strlen(a), 43);
	assert_int_equal(strspn(a, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
				   "abcdefghijklmnopqrstuvwxyz0123456789-_"),
		43);
	assert_false(token_equal(a, b));
	assert_false(token_equal(a, ""));
	assert_true(token_equal(a, a));
	token_code(code, 8);
	assert_int_equal(strlen(code), 8);
	assert_int_equal(strcspn(code, "01258AEIOULSZBV"), 8);
	/* FIPS 180-2, appendix B.1 */
	token_hash("abc", hash);
	assert_string_equal(hash, "ba7816bf8f01cfea414140de5dae2223"
				  "b00361a396177a9cb410ff61f20015ad");
}

static void
errors_carry_status_and_exit_code(void **state)
{
	char wide[900];

	(void)state;
	assert_int_equal(err_set(&err, ERR_CONFLICT, "%s", "Taken."), -1);
	assert_string_equal(err.text, "Taken.");
	assert_int_equal(err_status(err.kind), 409);
	assert_int_equal(err_exit(err.kind), 5);
	assert_int_equal(err_exit(ERR_NONE), 0);
	assert_int_equal(err_status(ERR_NONE), 200);
	assert_int_equal(err_exit(ERR_BROKEN), 7);
	assert_int_equal(err_field(&err, "born_on", "Enter a date."), -1);
	assert_string_equal(err.field, "born_on");
	assert_int_equal(err_status(err.kind), 422);
	/* A text too long for its place ends with a whole character. */
	memset(wide, 'x', sizeof(wide));
	for (size_t i = 0; i + 3 < sizeof(wide); i += 3)
		memcpy(wide + i, "\xe2\x82\xac", 3);
	wide[897] = '\0';
	err_set(&err, ERR_INPUT, "%s", wide);
	assert_int_equal(strlen(err.text) % 3, 0);
}

static void
printed(const char *database, char *out, size_t size)
{
	struct conf c;
	FILE *f = fmemopen(out, size, "w");
	char line[200];

	snprintf(line, sizeof(line), "database = %s\n", database);
	assert_non_null(f);
	assert_int_equal(load(&c, line), 0);
	conf_print(&c, f);
	assert_int_equal(fclose(f), 0);
	conf_release(&c);
}

static void
passwords_are_not_printed(void **state)
{
	char out[4096];

	(void)state;
	printed("postgresql://amy:tiger@db.example:5432/care", out,
		sizeof(out));
	assert_has(out, "postgresql://amy:...@db.example:5432/care\n");
	printed("postgresql://db/care?user=amy&password=tiger&port=1", out,
		sizeof(out));
	assert_has(out, "postgresql://db/care?user=amy&password=...&port=1\n");
	printed("postgresql://amy:a?password=b@db/c?password=d", out,
		sizeof(out));
	assert_lacks(out, "=b");
	assert_lacks(out, "=d");
	printed("postgresql://amy@db:5432/care", out, sizeof(out));
	assert_has(out, "= postgresql://amy@db:5432/care\n");
	printed("sqlite:/srv/care.db", out, sizeof(out));
	assert_has(out, "= sqlite:/srv/care.db\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_empty_file_gives_the_defaults),
		cmocka_unit_test(values_are_read_and_trimmed),
		cmocka_unit_test(mistakes_are_named_with_their_line),
		cmocka_unit_test(passwords_are_not_printed),
		cmocka_unit_test(tokens_are_long_and_their_hash_is_known),
		cmocka_unit_test(errors_carry_status_and_exit_code),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
