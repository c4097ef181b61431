/*
 * The one writer of the audit log. Each event's hash is SHA-256 over the
 * hash before it and every field in order, each preceded by its length, so
 * that no two different rows make the same bytes. A change, a removal, an
 * insertion or another order breaks the chain from there on.
 */
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/err.h"
#include "base/token.h"
#include "care/audit.h"
#include "store/audit_store.h"
#include "store/store.h"

static void
add_text(struct buf *b, const char *s)
{
	buf_addf(b, "%zu:%s,", strlen(s), s);
}

static void
add_number(struct buf *b, int64_t n)
{
	buf_addf(b, "%lld,", (long long)n);
}

static void
hash_row(struct arena *a, const struct audit_row *r, char out[TOKEN_HASH_SIZE])
{
	struct buf b = buf_new(a);

	add_text(&b, r->prev_hash);
	add_number(&b, r->id);
	add_number(&b, r->clinic_id);
	add_number(&b, r->at);
	add_text(&b, r->program);
	add_text(&b, r->event);
	add_text(&b, r->outcome);
	add_number(&b, r->user_id);
	add_text(&b, r->actor);
	add_text(&b, r->roles);
	add_number(&b, r->patient_id);
	add_text(&b, r->object_type);
	add_number(&b, r->object_id);
	add_text(&b, r->patients);
	add_text(&b, r->detail);
	add_text(&b, r->reason);
	add_text(&b, r->address);
	add_number(&b, r->session_id);
	add_text(&b, r->request);
	token_hash_bytes(b.s, b.n, out);
}

static const char *
id_list(struct arena *a, const struct audit_ids *ids)
{
	struct buf b = buf_new(a);

	for (size_t i = 0; i < ids->n; i++)
		buf_addf(&b, "%s%lld", i ? " " : "", (long long)ids->v[i]);
	return b.s;
}

static const char *
or_empty(const char *s)
{
	return s != NULL ? s : "";
}

int
audit_write(struct db *db, struct arena *a, const struct audit_entry *e)
{
	static const char *const outcomes[] = {[AUDIT_OK] = "ok",
		[AUDIT_DENIED] = "denied",
		[AUDIT_FAILED] = "failed"};
	char hash[TOKEN_HASH_SIZE];
	int64_t last;
	struct audit_row r = {
		.clinic_id = e->clinic_id,
		.at = e->at,
		.program = e->program,
		.event = audit_name(e->event),
		.outcome = outcomes[e->outcome],
		.user_id = e->user_id,
		.actor = or_empty(e->actor),
		.roles = or_empty(e->roles),
		.patient_id = e->patient_id,
		.object_type = or_empty(e->object_type),
		.object_id = e->object_id,
		.patients = id_list(a, &e->patients),
		.detail = or_empty(e->detail),
		.reason = or_empty(e->reason),
		.address = or_empty(e->address),
		.session_id = e->session_id,
		.request = or_empty(e->request),
	};

	if (audit_store_head(db, a, &last, &r.prev_hash) < 0)
		return -1;
	r.id = last + 1;
	hash_row(a, &r, hash);
	r.hash = hash;
	return audit_store_add(db, &r, e->patients.v, e->patients.n);
}

/* Is the id one of those in the list? */
static bool
among(const char *list, int64_t id)
{
	while (*list != '\0') {
		char *end;

		if (strtoll(list, &end, 10) == id)
			return true;
		list = end + (*end == ' ');
	}
	return false;
}

int
audit_again(struct db *db, struct arena *a, const struct audit_entry *e)
{
	const char *shown;

	if (e->outcome != AUDIT_OK || e->session_id == 0 || e->user_id == 0 ||
		e->patient_id != 0)
		return 0;
	if (audit_store_last_shown(db, a, e->user_id, e->session_id,
		    audit_name(e->event), e->at - 3600, &shown))
		return -1;
	/* Nobody then: whether there was a row at all is not known. */
	if (shown[0] == '\0')
		return 0;
	for (size_t i = 0; i < e->patients.n; i++)
		if (!among(shown, e->patients.v[i]))
			return 0;
	return 1;
}

int64_t
audit_verify(struct db *db, struct arena *a, struct err *err)
{
	const char *prev = "";
	char hash[TOKEN_HASH_SIZE], kept[TOKEN_HASH_SIZE];
	int64_t n = 0;

	for (;;) {
		struct arena_mark mark = arena_mark(a);
		struct audit_rows rows = {0};

		if (audit_store_after(db, a, n, 500, &rows) < 0)
			return store_err(db, err);
		for (size_t i = 0; i < rows.n; i++) {
			const struct audit_row *r = &rows.v[i];

			hash_row(a, r, hash);
			if (r->id != n + 1 || strcmp(r->prev_hash, prev) != 0 ||
				strcmp(r->hash, hash) != 0)
				return err_set(err, ERR_CONFLICT,
					"Event %lld does not fit the chain.",
					(long long)(n + 1));
			n = r->id;
			snprintf(kept, sizeof(kept), "%s", hash);
			prev = kept;
		}
		arena_rewind(a, mark);
		if (rows.n < 500)
			return n;
	}
}
