#ifndef CODEC_CSV_CSV_H
#define CODEC_CSV_CSV_H

#include <stddef.h>

struct arena;
struct buf;

/*
 * Lists as spreadsheets write them (RFC 4180): a comma, semicolon or tab
 * between, whichever the first line has most of; lines end in CR LF, LF or
 * CR; a byte order mark is passed over. The text must be UTF-8.
 */
struct csv_row {
	const char **v;
	size_t n, cap;
	size_t line; /* of the file, from 1, where the row begins */
};

struct csv {
	struct csv_row *v;
	size_t n, cap;
};

struct csv_error {
	size_t line;
	char text[160];
};

#define CSV_COLUMNS_MAX 200
#define CSV_CELL_MAX 65536 /* bytes */

/* Empty lines are left out. 0, or -1 with *e set. */
int csv_read(struct arena *, const char *bytes, size_t n, struct csv *out,
	struct csv_error *e);

/*
 * One cell on its way out: quoted where needed, and what a spreadsheet
 * would run as a formula (= + - @ tab CR at its start) made text by an
 * apostrophe. Source: OWASP, "CSV Injection".
 */
void csv_cell(struct buf *, const char *text);

#endif
