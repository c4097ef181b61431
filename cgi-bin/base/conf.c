/*
 * The configuration file. The table below is the list of keys: handrail.conf
 * (5) says the same in more words.
 */
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/conf.h"
#include "base/err.h"

#define LINE_SIZE 2048

struct key {
	const char *name;
	size_t at;	  /* of the field in struct conf */
	const char *text; /* default of a text; NULL: a number */
	int dflt, min, max;
};

#define TEXT(key, dflt)                                                        \
	{                                                                      \
#key, offsetof(struct conf, key), dflt, 0, 0, 0                \
	}
#define NUMBER(key, dflt, min, max)                                            \
	{                                                                      \
#key, offsetof(struct conf, key), NULL, dflt, min, max         \
	}

static const struct key keys[] = {
	TEXT(database, "sqlite:/var/lib/handrail/handrail.db"),
	TEXT(database_read, ""),
	TEXT(database_pooler, "none"),
	TEXT(templates, DATADIR "/templates"),
	TEXT(static_map, ""),
	TEXT(schema, DATADIR "/schema"),
	TEXT(staff_host, "localhost:8080"),
	TEXT(portal_host, "localhost:8081"),
	TEXT(api_host, "localhost:8082"),
	TEXT(run, ""),
	TEXT(clinic_phone, ""),
	TEXT(video_base_url, ""),
	TEXT(video_app_id, ""),
	TEXT(video_secret_file, ""),
	NUMBER(hash_memory_kib, 19456, 8, 4194304),
	NUMBER(hash_passes, 2, 1, 100),
	NUMBER(hash_lanes, 1, 1, 16),
	NUMBER(hash_at_once, 2, 1, 256),
	NUMBER(session_idle_min, 15, 1, 480),
	NUMBER(session_max_h, 12, 1, 24),
	NUMBER(requests_per_worker, 5000, 1, 1000000),
};

#define KEYS (sizeof(keys) / sizeof(keys[0]))

static char **
text_at(struct conf *c, const struct key *k)
{
	return (char **)(void *)((char *)c + k->at);
}

static int *
number_at(struct conf *c, const struct key *k)
{
	return (int *)(void *)((char *)c + k->at);
}

static void
put_text(struct conf *c, const struct key *k, const char *value)
{
	char *copy = strdup(value);

	if (copy == NULL)
		BUG("out of memory");
	free(*text_at(c, k));
	*text_at(c, k) = copy;
}

static void
put_defaults(struct conf *c)
{
	*c = (struct conf){0};
	for (size_t i = 0; i < KEYS; i++)
		if (keys[i].text != NULL)
			put_text(c, &keys[i], keys[i].text);
		else
			*number_at(c, &keys[i]) = keys[i].dflt;
}

static const struct key *
key_find(const char *name)
{
	for (size_t i = 0; i < KEYS; i++)
		if (strcmp(keys[i].name, name) == 0)
			return &keys[i];
	return NULL;
}

static int
put_number(struct conf *c, const struct key *k, const char *value,
	const char *where, struct err *err)
{
	char *end;
	long n;

	errno = 0;
	n = strtol(value, &end, 10);
	if (end == value || *end != '\0' || errno != 0)
		return err_set(err, ERR_INPUT, "%s: %s must be a whole number.",
			where, k->name);
	if (n < k->min || n > k->max)
		return err_set(err, ERR_INPUT,
			"%s: %s must be between %d and %d.", where, k->name,
			k->min, k->max);
	*number_at(c, k) = (int)n;
	return 0;
}

static char *
trim(char *s)
{
	size_t n;

	s += strspn(s, " \t");
	n = strlen(s);
	while (n > 0 && strchr(" \t\r\n", s[n - 1]) != NULL)
		s[--n] = '\0';
	return s;
}

static int
conf_line(struct conf *c, char *line, bool *seen, const char *where,
	struct err *err)
{
	char *name = trim(line), *value, *eq;
	const struct key *k;

	if (*name == '\0' || *name == '#')
		return 0;
	if ((eq = strchr(name, '=')) == NULL)
		return err_set(
			err, ERR_INPUT, "%s: expected \"key = value\".", where);
	*eq = '\0';
	value = trim(eq + 1);
	name = trim(name);
	if ((k = key_find(name)) == NULL)
		return err_set(err, ERR_INPUT, "%s: there is no key \"%.60s\".",
			where, name);
	if (seen[k - keys])
		return err_set(
			err, ERR_INPUT, "%s: %s is set twice.", where, name);
	seen[k - keys] = true;
	if (k->text == NULL)
		return put_number(c, k, value, where, err);
	put_text(c, k, value);
	return 0;
}

bool
conf_pooled(const struct conf *c)
{
	return c->database_pooler != NULL &&
	       strcmp(c->database_pooler, "transaction") == 0;
}

static bool
on_a_server(const char *url)
{
	return strncmp(url, "postgres", 8) == 0;
}

/* A room is opened by its address, so nobody on the way may read it. */
static int
check_video(const struct conf *c, const char *path, struct err *err)
{
	const char *url = c->video_base_url;
	bool app = c->video_app_id[0] != '\0';

	if (url[0] != '\0' &&
		(strncmp(url, "https://", 8) != 0 || url[8] == '\0' ||
			url[8] == '/' || strpbrk(url, "?#@ \"") != NULL))
		return err_set(err, ERR_INPUT,
			"%.300s: video_base_url is https://HOST or "
			"https://HOST/PATH.",
			path);
	if (app != (c->video_secret_file[0] != '\0'))
		return err_set(err, ERR_INPUT,
			"%.300s: video_app_id and video_secret_file go "
			"together.",
			path);
	return 0;
}

/* What only all lines together can show. */
static int
conf_check(const struct conf *c, const char *path, struct err *err)
{
	if (check_video(c, path, err))
		return -1;
	if (!conf_pooled(c) && strcmp(c->database_pooler, "none") != 0)
		return err_set(err, ERR_INPUT,
			"%.300s: database_pooler is none or transaction.",
			path);
	if (c->database_read[0] == '\0')
		return 0;
	if (!on_a_server(c->database))
		return err_set(err, ERR_INPUT,
			"%.300s: database_read is a standby of a PostgreSQL "
			"server; a database in a file has none.",
			path);
	if (!on_a_server(c->database_read))
		return err_set(err, ERR_INPUT,
			"%.300s: database_read must begin postgresql://.",
			path);
	return 0;
}

static int
conf_read(struct conf *c, FILE *f, const char *path, struct err *err)
{
	bool seen[KEYS] = {false};
	char line[LINE_SIZE], where[300];

	for (int n = 1; fgets(line, sizeof(line), f) != NULL; n++) {
		snprintf(where, sizeof(where), "%.240s, line %d", path, n);
		if (strlen(line) == sizeof(line) - 1)
			return err_set(
				err, ERR_INPUT, "%s is too long.", where);
		if (conf_line(c, line, seen, where, err))
			return -1;
	}
	if (ferror(f))
		return err_set(
			err, ERR_BROKEN, "%.300s: could not be read.", path);
	return conf_check(c, path, err);
}

int
conf_load(struct conf *c, const char *path, struct err *err)
{
	FILE *f;
	int bad;

	put_defaults(c);
	if (path == NULL)
		return 0;
	if ((f = fopen(path, "re")) == NULL) {
		conf_release(c);
		return err_set(
			err, ERR_INPUT, "%.300s: %s.", path, strerror(errno));
	}
	bad = conf_read(c, f, path, err);
	fclose(f);
	if (bad)
		conf_release(c);
	return bad;
}

void
conf_release(struct conf *c)
{
	for (size_t i = 0; i < KEYS; i++)
		if (keys[i].text != NULL) {
			free(*text_at(c, &keys[i]));
			*text_at(c, &keys[i]) = NULL;
		}
}

/* An address may hold a password, before the @ or in what follows a "?":
 * it is not printed. */
static void
print_text(FILE *out, const char *text)
{
	static const char key[] = "password=";
	const char *host = strstr(text, "://");
	const char *at = host ? strpbrk(host + 3, "@/?") : NULL;
	const char *colon = host ? strchr(host + 3, ':') : NULL;

	if (at != NULL && *at == '@' && colon != NULL && colon < at) {
		fprintf(out, "%.*s:...", (int)(colon - text), text);
		text = at;
	}
	while (host != NULL && (at = strstr(text, key)) != NULL) {
		at += strlen(key);
		fprintf(out, "%.*s...", (int)(at - text), text);
		text = at + strcspn(at, "&");
	}
	fprintf(out, "%s\n", text);
}

void
conf_print(const struct conf *c, FILE *out)
{
	for (size_t i = 0; i < KEYS; i++) {
		const char *at = (const char *)c + keys[i].at;

		fprintf(out, "%s = ", keys[i].name);
		if (keys[i].text != NULL)
			print_text(out, *(char *const *)(const void *)at);
		else
			fprintf(out, "%d\n", *(const int *)(const void *)at);
	}
}
