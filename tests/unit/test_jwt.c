/* Signed tokens, by the example of RFC 7515, A.1, and what Jitsi Meet is
 * told. */
#include <string.h>

#include "base/arena.h"
#include "codec/fhir/js.h"
#include "codec/jwt/jwt.h"
#include "lib/test.h"

/* RFC 7515, A.1.1: the key "k", decoded. */
static const unsigned char key[] = {3, 35, 53, 75, 43, 15, 165, 188, 131, 126,
	6, 101, 119, 123, 166, 143, 90, 179, 40, 230, 240, 84, 201, 40, 169, 15,
	132, 178, 210, 80, 46, 191, 211, 251, 90, 146, 210, 6, 71, 239, 150,
	138, 180, 195, 119, 98, 61, 34, 61, 46, 33, 114, 5, 46, 79, 8, 192, 205,
	154, 245, 103, 208, 128, 163};

static void
the_example_of_the_rfc_comes_out(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_string_equal(jwt_sign(a,
				    "{\"typ\":\"JWT\",\r\n"
				    " \"alg\":\"HS256\"}",
				    "{\"iss\":\"joe\",\r\n"
				    " \"exp\":1300819380,\r\n"
				    " \"http://example.com/is_root\":true}",
				    key, sizeof(key)),
		"eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9."
		"eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9l"
		"eGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ."
		"dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
	arena_free(a);
}

/* base64url back to text, for this test alone. */
static const char *
decoded(struct arena *a, const char *s, size_t n)
{
	static const char set[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop"
				  "qrstuvwxyz0123456789-_";
	char *out = arena_alloc(a, n + 1);
	unsigned bits = 0, held = 0;
	size_t k = 0;

	for (size_t i = 0; i < n; i++) {
		bits = bits << 6 | (unsigned)(strchr(set, s[i]) - set);
		held += 6;
		if (held >= 8)
			out[k++] = (char)(bits >> (held -= 8) & 0xff);
	}
	out[k] = '\0';
	return out;
}

static void
a_room_is_for_one_time_and_one_room(void **state)
{
	const struct jwt_room r = {
		.app = "clinic \"A\"",
		.host = "meet.example.org",
		.room = "handrail-1",
		.name = "Patient",
		.from = 1795446000,
		.until = 1795449600,
	};
	struct arena *a = arena_new();
	const char *token = jwt_room(a, &r, key, sizeof(key));
	const char *dot = strchr(token, '.'), *end;
	const char *text;
	struct js_error e;
	const struct js *js, *user;

	(void)state;
	assert_non_null(dot);
	end = strchr(dot + 1, '.');
	assert_non_null(end);
	assert_string_equal(decoded(a, token, (size_t)(dot - token)),
		"{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
	text = decoded(a, dot + 1, (size_t)(end - dot - 1));
	js = js_read(a, text, strlen(text), &e);
	assert_non_null(js);
	assert_string_equal(js_text(js, "iss"), "clinic \"A\"");
	assert_string_equal(js_text(js, "sub"), "meet.example.org");
	assert_string_equal(js_text(js, "room"), "handrail-1");
	assert_string_equal(js_get(js, "nbf")->text, "1795446000");
	assert_string_equal(js_get(js, "exp")->text, "1795449600");
	user = js_get(js_get(js, "context"), "user");
	assert_string_equal(js_text(user, "name"), "Patient");
	assert_int_equal(js_get(user, "moderator")->kind, JS_FALSE);
	/* Another key gives another signature. */
	assert_string_not_equal(token, jwt_room(a, &r, "k", 1));
	arena_free(a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_example_of_the_rfc_comes_out),
		cmocka_unit_test(a_room_is_for_one_time_and_one_room),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
