/* Keys of other programs. Rules: tests/RULES.md, "The interface"; SQL:
 * store/api_key_store.c; what opens with one: api/. */
#include <string.h>

#include "base/arena.h"
#include "base/show.h"
#include "base/token.h"
#include "domain/user.h"
#include "staff/pages.h"
#include "staff/part.h"
#include "store/api_key_store.h"
#include "store/user_store.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define DAY_S 86400

static const struct option life_options[] = {
	{"30", "30 days"},
	{"90", "90 days"},
	{"365", "A year"},
	{NULL, NULL},
};

static const struct field key_fields[] = {
	{.name = "name",
		.label = "Name",
		.hint = "Which program it is for, such as Phone system.",
		.type = FIELD_TEXT,
		.required = true,
		.max = 60,
		.missing = "Enter a name"},
	{.name = "user",
		.label = "Acts for",
		.hint = "It may do what this person may do, and what it does "
			"is written down under their name. Make a user of "
			"its own for each program.",
		.type = FIELD_SELECT,
		.required = true,
		.missing = "Choose a user"},
	{.name = "life",
		.label = "Valid for",
		.type = FIELD_SELECT,
		.required = true,
		.options = life_options,
		.missing = "Choose how long"},
};
static const struct form key_form = FORM(key_fields);

static void
key_row(struct req *rq, struct tpl *t, const struct api_key *k)
{
	struct tpl *row = tpl_row(t, "KEY");
	bool live = k->revoked == INSTANT_NONE && k->expires > rq->now;

	tpl_int(row, "ID", k->id);
	tpl_text(row, "NAME", k->name);
	tpl_text(row, "WHO", k->user_name);
	tpl_text(row, "UNTIL", show_when(rq->show, k->expires));
	tpl_text(row, "USED",
		k->used == INSTANT_NONE ? "Never"
					: show_when(rq->show, k->used));
	tpl_show_if(row, "LIVE", live);
	tpl_show_if(row, "REVOKED", k->revoked != INSTANT_NONE);
	tpl_show_if(row, "OVER", !live && k->revoked == INSTANT_NONE);
	tpl_show_if(row, "MAY_REVOKE", live);
}

static int
api_key_list_run(struct req *rq)
{
	struct api_keys list = {0};
	struct tpl *t = req_tpl(rq, "staff/api_key_list.tpl");

	if (api_key_store_list(rq->db, rq->arena, rq->scope, rq->now, &list))
		return req_db_err(rq);
	req_title(rq, "Interface keys");
	for (size_t i = 0; i < list.n; i++)
		key_row(rq, t, &list.v[i]);
	tpl_show_if(t, "NONE", list.n == 0);
	return req_html(rq);
}

const struct page api_key_list_page = {
	.method = "GET",
	.path = "/admin/api-keys",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = api_key_list_run,
	.about = "Keys of other programs.",
};

static int
key_draw(struct req *rq, int status)
{
	struct users users = {0};
	struct options list = {0};
	struct tpl *t = req_tpl(rq, "staff/api_key_new.tpl");

	req_title(rq, "New key");
	if (user_store_list(rq->db, rq->arena, rq->scope, false, &users))
		return req_db_err(rq);
	*ARENA_PUSH(rq->arena, &list) = (struct option){"", "Choose a user"};
	for (size_t i = 0; i < users.n; i++)
		*ARENA_PUSH(rq->arena, &list) = (struct option){
			part_id(rq, users.v[i].id), users.v[i].name};
	form_options(rq, "user", &list);
	form_draw(rq, t);
	return req_html_status(rq, status);
}

static int
api_key_new_run(struct req *rq)
{
	form_start(rq, &key_form);
	form_set_text(rq, "life", "90");
	return key_draw(rq, 200);
}

const struct page api_key_new_page = {
	.method = "GET",
	.path = "/admin/api-keys/new",
	.perm = PERM_ADMIN,
	.txn = TXN_READ,
	.audit = AUDIT_ADMIN_VIEW,
	.run = api_key_new_run,
	.about = "The form for a new key.",
};

static int
api_key_create_again(struct req *rq)
{
	return key_draw(rq, 422);
}

/* Shown in the answer itself: only its hash is kept. */
static int
show_key(struct req *rq, const struct api_key *k, const char *secret)
{
	struct tpl *t = req_tpl(rq, "staff/api_key_show.tpl");

	req_title(rq, "New key");
	tpl_text(t, "NAME", k->name);
	tpl_text(t, "UNTIL", show_when(rq->show, k->expires));
	tpl_text(t, "SECRET", secret);
	return req_html(rq);
}

static int
api_key_create_run(struct req *rq)
{
	char secret[TOKEN_SIZE], hash[TOKEN_HASH_SIZE];
	const char *life = form_text(rq, "life");
	struct user user;
	struct api_key k = {.name = form_text(rq, "name"),
		.user_id = form_int(rq, "user"),
		.created = rq->now};

	k.expires = rq->now + (strcmp(life, "30") == 0		? 30
				      : strcmp(life, "90") == 0 ? 90
								: 365) *
				      (instant_t)DAY_S;
	if (user_store_get(rq->db, rq->arena, rq->scope, k.user_id, &user) <=
			0 ||
		user.disabled_at != INSTANT_NONE) {
		form_error(rq, "user", "Choose a user");
		return api_key_create_again(rq);
	}
	token_make(secret);
	token_hash(secret, hash);
	k.id = api_key_store_add(rq->db, rq->scope, &k, hash);
	if (k.id == 0)
		return req_db_err(rq);
	req_about(rq, "api_key", k.id);
	req_note(rq, "user=%lld", (long long)k.user_id);
	return show_key(rq, &k, arena_strdup(rq->arena, secret));
}

const struct page api_key_create_page = {
	.method = "POST",
	.path = "/admin/api-keys",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_API_KEY_UPDATE,
	.body_max = 4096,
	.form = &key_form,
	.run = api_key_create_run,
	.again = api_key_create_again,
	.about = "Make a key, shown once.",
};

static int
api_key_revoke_run(struct req *rq)
{
	int64_t n = api_key_store_revoke(rq->db, rq->scope, rq->o.id, rq->now);

	if (n < 0)
		return req_db_err(rq);
	req_about(rq, "api_key", rq->o.id);
	if (n == 0)
		return req_fail(rq, ERR_NOT_FOUND,
			"There is no such key, or it is revoked already.");
	req_note(rq, "revoked");
	req_flash(rq, NULL, "The key is revoked. It opens nothing any more.");
	return req_redirect(rq, "/admin/api-keys");
}

const struct page api_key_revoke_page = {
	.method = "POST",
	.path = "/admin/api-keys/:n/revoke",
	.perm = PERM_ADMIN,
	.txn = TXN_WRITE,
	.audit = AUDIT_API_KEY_UPDATE,
	.body_max = 1024,
	.run = api_key_revoke_run,
	.about = "Revoke a key.",
};
