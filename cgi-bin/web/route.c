/* From a path to its row in the program's table, and the table's own
 * checks and printout. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "web/http.h"
#include "web/route.h"
#include "web/web.h"

/* Literal segments win over ":name" ones, so "/patients/new" is not the
 * patient called new: routes are tried by how many they spell out. */
static int
path_match(
	struct arena *a, const char *pat, const char *path, struct params *out)
{
	int literal = 1;

	out->n = 0;
	while (*pat == '/' && *path == '/') {
		size_t n = strcspn(++pat, "/"), m = strcspn(++path, "/");

		if (*pat == ':' && m > 0 && out->n < ROUTE_PARAMS) {
			const char *v = http_segment(a, path, m);

			if (v == NULL)
				return 0;
			out->name[out->n] = arena_strndup(a, pat + 1, n - 1);
			out->value[out->n++] = v;
		} else if (n == m && memcmp(pat, path, n) == 0) {
			literal += 1;
		} else {
			return 0;
		}
		pat += n, path += m;
	}
	return *pat == '\0' && *path == '\0' ? literal : 0;
}

const struct page *
route_find(struct arena *a, const struct page *const *pages, const char *method,
	const char *path, struct params *out, const char **allow)
{
	struct buf methods = buf_new(a);
	const struct page *best = NULL;
	struct params params;
	int top = 0;

	if (strcmp(method, "HEAD") == 0)
		method = "GET";
	for (; *pages != NULL; pages++) {
		int fit = path_match(a, (*pages)->path, path, &params);

		if (fit == 0)
			continue;
		if (strcmp((*pages)->method, method) != 0) {
			buf_addf(&methods, "%s%s", methods.n ? ", " : "",
				(*pages)->method);
			continue;
		}
		if (fit > top) {
			top = fit;
			best = *pages;
			*out = params;
		}
	}
	*allow = methods.s;
	return best;
}

bool
page_sets_up(const struct page *p)
{
	return p->perm == PERM_ADMIN || p->perm == PERM_SCHEDULE_ADMIN ||
	       p->perm == PERM_PATIENT_CREATE;
}

static const char *
row_fault(const struct page *p)
{
	bool put = strcmp(p->method, "PUT") == 0;
	bool post = put || strcmp(p->method, "POST") == 0;

	if (!post && strcmp(p->method, "GET") != 0)
		return "method";
	if (put && p->takes == NULL)
		return "takes";
	if (p->path == NULL || p->path[0] != '/')
		return "path";
	if (p->perm == PERM_UNSET || p->perm >= PERM_COUNT)
		return "perm";
	if (p->txn == TXN_UNSET || (!post && p->txn == TXN_WRITE))
		return "txn";
	if (p->standby && p->txn != TXN_READ)
		return "standby of a page that only reads";
	if (p->audit == AUDIT_UNSET || p->audit >= AUDIT_COUNT)
		return "audit";
	if (post && p->body_max == 0)
		return "body_max";
	if (p->takes != NULL && (!post || p->form != NULL))
		return "takes of what has no body, or a form";
	if (post && p->form != NULL && p->again == NULL)
		return "again";
	if (p->run == NULL || p->about == NULL)
		return "run or about";
	return NULL;
}

void
web_check(const struct page *const *pages)
{
	for (const struct page *const *p = pages; *p != NULL; p++) {
		const char *fault = row_fault(*p);

		if (fault != NULL)
			BUG("page %s %s: %s is not set", (*p)->method,
				(*p)->path, fault);
		for (const struct page *const *q = pages; q < p; q++)
			if (strcmp((*p)->path, (*q)->path) == 0 &&
				strcmp((*p)->method, (*q)->method) == 0)
				BUG("page %s %s stands there twice",
					(*p)->method, (*p)->path);
	}
}

void
web_print_routes(const char *program, const struct page *const *pages)
{
	for (; *pages != NULL; pages++)
		printf("%s\t%s\t%s\t%s\t%s\t%zu\t%s\n", program,
			(*pages)->method, (*pages)->path,
			perm_name((*pages)->perm), audit_name((*pages)->audit),
			(*pages)->body_max, (*pages)->about);
}
