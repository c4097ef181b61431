/* What of db.h is the same on every engine. */
#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "db/db.h"
#include "db/db_engine.h"

int
db_err(const struct db *db, struct err *err)
{
	switch (db_state(db)) {
	case DB_CONFLICT:
		return err_set(err, ERR_CONFLICT,
			"Somebody else changed this in the meantime. Nothing "
			"was saved.");
	case DB_BUSY:
		return err_set(err, ERR_BUSY,
			"The system is busy. Nothing was saved; please try "
			"again in a moment.");
	default:
		return err_set(err, ERR_BROKEN,
			"Something went wrong on our side. Nothing was saved.");
	}
}

/* Where the linker put the list: the section's name is a C name, so its
 * beginning and end have names too. */
extern const char *const __start_db_sql[], *const __stop_db_sql[];

const char *
db_every(size_t n)
{
	if (n >= (size_t)(__stop_db_sql - __start_db_sql))
		return NULL;
	return __start_db_sql[n];
}

void
db_bind_bool(struct db_stmt *q, const char *name, bool v)
{
	db_bind_int(q, name, v);
}

void
db_bind_id(struct db_stmt *q, const char *name, int64_t id)
{
	if (id == 0)
		db_bind_null(q, name);
	else
		db_bind_int(q, name, id);
}

void
db_bind_day(struct db_stmt *q, const char *name, day_t day)
{
	char text[DAY_TEXT_SIZE];

	day_print(day, text);
	db_bind_text(q, name, text[0] != '\0' ? text : NULL);
}

void
db_bind_at(struct db_stmt *q, const char *name, instant_t at)
{
	if (at == INSTANT_NONE)
		db_bind_null(q, name);
	else
		db_bind_int(q, name, at);
}

bool
db_bool(struct db_stmt *q, int col)
{
	return db_int(q, col) != 0;
}

instant_t
db_at(struct db_stmt *q, int col)
{
	return db_is_null(q, col) ? INSTANT_NONE : db_int(q, col);
}

int64_t
db_insert(struct db_stmt *q)
{
	int64_t id = 0;

	while (db_step(q))
		id = db_int(q, 0);
	return db_done(q) ? 0 : id;
}

int64_t
db_one(struct db_stmt *q, int64_t dflt)
{
	int64_t v = dflt;

	if (db_step(q))
		v = db_int(q, 0);
	return db_done(q) ? dflt : v;
}

/* Whole and NUL-terminated; free() it. NULL and err set on failure. */
char *
db_read_file(const char *path, struct err *err)
{
	size_t n = 0, cap = 1 << 16;
	FILE *f = fopen(path, "re");
	char *s = NULL, *more;

	if (f == NULL) {
		err_set(err, ERR_BROKEN, "%.300s: %s.", path, strerror(errno));
		return NULL;
	}
	do {
		cap *= 2;
		if ((more = realloc(s, cap)) == NULL)
			BUG("out of memory");
		s = more;
		n += fread(s + n, 1, cap - n - 1, f);
	} while (n == cap - 1);
	s[n] = '\0';
	if (!ferror(f) && fclose(f) == 0)
		return s;
	err_set(err, ERR_BROKEN, "%.300s: could not be read.", path);
	free(s);
	return NULL;
}

/* Does the line (n bytes) end in mark and then word? */
static bool
line_ends(const char *line, size_t n, const char *mark, const char *word)
{
	size_t m = strlen(mark), w = strlen(word);

	while (n > 0 && (line[n - 1] == ' ' || line[n - 1] == '\r'))
		n--;
	return n >= m + w && memcmp(line + n - w, word, w) == 0 &&
	       memcmp(line + n - w - m, mark, m) == 0;
}

/*
 * Blank each line that ends in mark, and what stands between a line "MARK
 * begin" and a line "MARK end", so that positions stay.
 */
void
db_drop_lines(char *text, const char *mark)
{
	bool inside = false;
	char *line = text, *end;

	for (; *line != '\0'; line = end + (*end == '\n')) {
		bool drop, last;
		size_t n;

		end = line + strcspn(line, "\n");
		n = (size_t)(end - line);
		inside |= line_ends(line, n, mark, " begin");
		last = line_ends(line, n, mark, " end");
		drop = inside || last || line_ends(line, n, mark, "");
		if (drop)
			memset(line, ' ', n);
		inside &= !last;
	}
}

int
db_exec_file(struct db *db, const char *path, struct err *err)
{
	char *text = db_read_file(path, err);
	struct err inner = {0};
	int bad;

	if (text == NULL)
		return -1;
	db_drop_lines(text, db_foreign_lines(db));
	bad = db_script(db, text, &inner);
	free(text);
	if (bad)
		return err_set(
			err, ERR_BROKEN, "%.100s: %.350s", path, inner.text);
	return 0;
}
