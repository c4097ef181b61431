/*
 * Takes records in from files: FHIR bundles and lists of patients. What is
 * done with them: care/import.h.
 */
#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "admin/command.h"
#include "admin/commands.h"
#include "base/arena.h"
#include "care/import.h"
#include "db/db.h"
#include "domain/clinic.h"
#include "store/clinic_store.h"
#include "store/fhir_store.h"

#define FILE_MAX_BYTES ((off_t)256 << 20)
#define FOLDERS_DEEP 16

struct paths {
	const char **v;
	size_t n, cap;
};

static int
read_file(struct ctl *c, struct arena *a, const char *path, const char **bytes,
	size_t *n)
{
	FILE *f = fopen(path, "re");
	struct stat st;
	char *s;

	if (f == NULL || fstat(fileno(f), &st) != 0) {
		err_set(&c->err, ERR_INPUT, "%.300s: %s.", path,
			strerror(errno));
		if (f != NULL)
			fclose(f);
		return -1;
	}
	if (!S_ISREG(st.st_mode) || st.st_size > FILE_MAX_BYTES) {
		fclose(f);
		return err_set(&c->err, ERR_INPUT,
			"%.300s: not a file of at most 256 MB.", path);
	}
	s = arena_alloc(a, (size_t)st.st_size + 1);
	*n = fread(s, 1, (size_t)st.st_size, f);
	*bytes = s;
	if (ferror(f)) {
		fclose(f);
		return err_set(
			&c->err, ERR_INPUT, "%.300s: cannot be read.", path);
	}
	fclose(f);
	return 0;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static bool
is_json(const char *name)
{
	size_t n = strlen(name);

	return n > 5 && strcmp(name + n - 5, ".json") == 0 && name[0] != '.';
}

/* A folder stands for the .json files in and below it. */
static int
add_path(struct ctl *c, struct paths *out, const char *path, int deep)
{
	struct paths inside = {0};
	struct dirent *e;
	struct stat st;
	DIR *d;

	if (stat(path, &st) != 0)
		return err_set(&c->err, ERR_INPUT, "%.300s: %s.", path,
			strerror(errno));
	if (!S_ISDIR(st.st_mode)) {
		*ARENA_PUSH(c->arena, out) = path;
		return 0;
	}
	d = deep < FOLDERS_DEEP ? opendir(path) : NULL;
	if (d == NULL)
		return err_set(
			&c->err, ERR_INPUT, "%.300s: cannot be opened.", path);
	while ((e = readdir(d)) != NULL) {
		const char *full =
			arena_printf(c->arena, "%s/%s", path, e->d_name);

		if (e->d_name[0] != '.' && stat(full, &st) == 0 &&
			(S_ISDIR(st.st_mode) || is_json(e->d_name)))
			*ARENA_PUSH(c->arena, &inside) = full;
	}
	closedir(d);
	if (inside.n > 1)
		qsort(inside.v, inside.n, sizeof(inside.v[0]), by_name);
	for (size_t i = 0; i < inside.n; i++)
		if (add_path(c, out, inside.v[i], deep + 1))
			return -1;
	return 0;
}

static int
act_of(struct ctl *c, struct arena *a, struct act *act)
{
	struct clinic clinic;
	const struct zone *zone;

	if (clinic_store_get(c->db, c->arena, c->scope.clinic_id, &clinic) != 1)
		return ctl_db_err(c);
	zone = zone_find(clinic.zone);
	if (zone == NULL)
		return err_set(&c->err, ERR_BROKEN,
			"The clinic's time zone is not known here.");
	*act = (struct act){
		.db = c->db,
		.arena = a,
		.scope = &c->scope,
		.actor = "system",
		.now = c->now,
		.today = zone_local(zone, c->now).day,
		.zone = zone,
		.err = &c->err,
	};
	return 0;
}

static const char *
base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash != NULL ? slash + 1 : path;
}

/* One file, one transaction. Refused: said on standard error and in the
 * report, and the next one is taken. */
static int
import_one(struct ctl *c, struct act *act, const char *path,
	struct import_report *rep)
{
	const char *bytes = "", *detail;
	size_t n = 0;
	int rc;

	err_clear(&c->err);
	if (read_file(c, act->arena, path, &bytes, &n)) {
		rep->files++;
		rep->files_refused++;
		fprintf(stderr, "%s\n", c->err.text);
		return 0;
	}
	if (ctl_begin(c))
		return -1;
	rc = care_import_fhir(act, base_name(path), bytes, n, rep);
	detail = arena_printf(act->arena, "fhir, %zu bytes", n);
	if (ctl_end(c, rc, AUDIT_IMPORT, detail) == 0)
		return 0;
	fprintf(stderr, "%s\n", c->err.text);
	return c->err.kind == ERR_INPUT || c->err.kind == ERR_CONFLICT ? 0 : -1;
}

static int
write_report(struct ctl *c, const struct import_report *rep)
{
	const char *path = ctl_opt(c, "--report");
	const char *text = import_report_text(c->arena, rep);
	FILE *f = path != NULL ? fopen(path, "we") : stdout;

	if (f == NULL)
		return err_set(&c->err, ERR_INPUT, "%.300s: %s.", path,
			strerror(errno));
	fputs(text, f);
	if (path != NULL && fclose(f) != 0)
		return err_set(&c->err, ERR_BROKEN, "%.300s: %s.", path,
			strerror(errno));
	return 0;
}

static int
import_fhir_run(struct ctl *c)
{
	struct arena *a = arena_new();
	struct import_report rep = {.arena = c->arena};
	struct paths paths = {0};
	struct act act;
	int rc = act_of(c, a, &act);

	for (int i = 0; rc == 0 && i < c->n_args; i++)
		rc = add_path(c, &paths, c->arg[i], 0);
	for (size_t i = 0; rc == 0 && i < paths.n; i++) {
		rc = import_one(c, &act, paths.v[i], &rep);
		arena_reset(a);
	}
	arena_free(a);
	rep.open = fhir_store_open_count(c->db, &c->scope);
	if (rc == 0)
		rc = write_report(c, &rep);
	if (rc == 0 && rep.files_refused > 0)
		rc = err_set(&c->err, ERR_INPUT, "%lld of %lld files refused.",
			(long long)rep.files_refused, (long long)rep.files);
	return rc;
}

const struct command import_fhir_command = {
	.name = "import fhir",
	.args = "[--report FILE] PATH...",
	.about = "Take in FHIR R4 bundles and resources; a folder is the "
		 ".json files in it.",
	.opts = "--report=",
	.need = NEED_CLINIC,
	.min_args = 1,
	.max_args = -1,
	.run = import_fhir_run,
};

static int
import_csv_run(struct ctl *c)
{
	bool dry = ctl_flag(c, "--dry-run");
	struct arena *a = arena_new();
	struct import_report rep = {.arena = c->arena};
	const char *bytes = "";
	struct act act;
	size_t n = 0;
	int rc = act_of(c, a, &act);

	if (rc == 0)
		rc = read_file(c, a, c->arg[0], &bytes, &n);
	if (rc == 0)
		rc = ctl_begin(c);
	if (rc == 0) {
		rc = care_import_patients(
			&act, base_name(c->arg[0]), bytes, n, &rep);
		if (dry)
			db_rollback(c->db);
		else if (ctl_end(c, rc, AUDIT_IMPORT, "csv patients"))
			rc = -1;
		fputs(import_report_text(c->arena, &rep), stdout);
		if (dry)
			puts("\nA trial: nothing was stored.");
	}
	arena_free(a);
	return rc;
}

const struct command import_csv_command = {
	.name = "import csv patients",
	.args = "FILE [--dry-run]",
	.about = "Register the patients of a list, all or none; --dry-run "
		 "only says what would happen.",
	.opts = "--dry-run",
	.need = NEED_CLINIC,
	.min_args = 1,
	.max_args = 1,
	.run = import_csv_run,
};
