/* A list of open loops and its address. Markup: templates/part/items.tpl;
 * SQL: store/item_list_store.c; rows: staff/item_row.c. */
#include <string.h>

#include "base/arena.h"
#include "base/buf.h"
#include "staff/item_list.h"
#include "staff/part.h"
#include "tpl/tpl.h"
#include "web/req.h"

#define PER_PAGE 50

static const struct field query_fields[] = {
	{.name = "queue", .type = FIELD_TOKEN},
	{.name = "owner", .type = FIELD_TOKEN},
	{.name = "when", .type = FIELD_TOKEN},
	{.name = "sort", .type = FIELD_TOKEN},
	{.name = "after", .type = FIELD_HIDDEN},
	{.name = "before", .type = FIELD_HIDDEN},
};
const struct form item_list_query = FORM(query_fields);

struct choice {
	const char *name, *label;
};

static const struct choice whos[] = {
	[WHO_MINE] = {"mine", "Me and unassigned"},
	[WHO_ME] = {"me", "Me"},
	[WHO_TEAM] = {"team", "My team"},
	[WHO_NOBODY] = {"nobody", "Unassigned"},
	[WHO_ALL] = {"all", "Everyone"},
};

static const struct choice whens[] = {
	[WHEN_WEEK] = {"week", "Late and next 7 days"},
	[WHEN_LATE] = {"late", "Late"},
	[WHEN_TODAY] = {"today", "Due today"},
	[WHEN_OPEN] = {"open", "All open"},
	[WHEN_WAITING] = {"waiting", "Waiting on others"},
	[WHEN_SNOOZED] = {"snoozed", "Snoozed"},
	[WHEN_CLOSED] = {"closed", "Closed"},
};

static const struct choice sorts[] = {
	[SORT_DUE] = {"due", "Overdue first"},
	[SORT_PATIENT] = {"patient", "Patient"},
	[SORT_OLDEST] = {"oldest", "Oldest first"},
};

#define COUNT(table) ((int)(sizeof(table) / sizeof((table)[0])))

static int
which(const struct choice *table, int n, const char *name, int usual)
{
	for (int i = 0; i < n; i++)
		if (strcmp(table[i].name, name) == 0)
			return i;
	return usual;
}

/* "u12" is the loops of person 12. */
static void
ask_owner(struct item_filter *f, const char *owner)
{
	if (owner[0] == 'u' && part_number(owner + 1) > 0) {
		f->who = WHO_USER;
		f->owner_id = part_number(owner + 1);
		return;
	}
	f->who = (enum item_who)which(whos, COUNT(whos), owner, WHO_MINE);
}

void
item_list_ask(struct req *rq, struct item_list *l)
{
	struct item_filter *f = &l->f;

	if (!item_queue_parse(query_text(rq, "queue"), &f->queue))
		f->queue = l->usual_queue;
	ask_owner(f, query_text(rq, "owner"));
	f->when = (enum item_when)which(
		whens, COUNT(whens), query_text(rq, "when"), l->usual);
	f->sort = (enum item_sort)which(
		sorts, COUNT(sorts), query_text(rq, "sort"), SORT_DUE);
	f->after = query_int(rq, "after");
	f->before = f->after ? 0 : query_int(rq, "before");
	f->limit = PER_PAGE;
	l->w = item_window(rq->zone, rq->today, rq->now);
}

static void
turn_round(struct items *rows)
{
	for (size_t i = 0; i < rows->n / 2; i++) {
		struct item swap = rows->v[i];

		rows->v[i] = rows->v[rows->n - 1 - i];
		rows->v[rows->n - 1 - i] = swap;
	}
}

int
item_list_load(struct req *rq, struct item_list *l)
{
	const struct item_filter *f = &l->f;
	bool more;

	if (item_store_list(rq->db, rq->arena, rq->scope, f, &l->w, &l->rows))
		return -1;
	more = l->rows.n > (size_t)f->limit;
	if (more)
		l->rows.n = (size_t)f->limit;
	if (f->before)
		turn_round(&l->rows);
	l->next = f->before ? true : more;
	l->prev = f->before ? more : f->after != 0;
	l->total = item_store_count(rq->db, rq->scope, f, &l->w);
	if (l->total < 0)
		return -1;
	return item_store_totals(rq->db, rq->arena, rq->scope, f->who,
		f->owner_id, &l->w, &l->totals);
}

/* ---- addresses -------------------------------------------------------- */

static const char *
owner_word(struct req *rq, const struct item_filter *f)
{
	if (f->who == WHO_USER)
		return arena_printf(rq->arena, "u%lld", (long long)f->owner_id);
	return whos[f->who].name;
}

static void
add(struct buf *b, bool *first, const char *name, const char *value)
{
	buf_addf(b, "%c%s=%s", *first ? '?' : '&', name, value);
	*first = false;
}

const char *
item_list_url(
	struct req *rq, const struct item_list *l, const struct item_filter *f)
{
	struct buf b = buf_new(rq->arena);
	bool first = true;

	buf_adds(&b, l->path);
	if (f->queue != l->usual_queue)
		add(&b, &first, "queue", item_queue_name(f->queue));
	if (f->who != WHO_MINE)
		add(&b, &first, "owner", owner_word(rq, f));
	if (f->when != l->usual)
		add(&b, &first, "when", whens[f->when].name);
	if (f->sort != SORT_DUE)
		add(&b, &first, "sort", sorts[f->sort].name);
	if (f->after)
		buf_addf(&b, "%cafter=%lld", first ? '?' : '&',
			(long long)f->after);
	else if (f->before)
		buf_addf(&b, "%cbefore=%lld", first ? '?' : '&',
			(long long)f->before);
	return b.s;
}

const char *
item_list_word(struct req *rq, const struct item_list *l)
{
	return arena_printf(rq->arena, "%s:%s:%s:%s:%s", l->path + 1,
		item_queue_name(l->f.queue), owner_word(rq, &l->f),
		whens[l->f.when].name, sorts[l->f.sort].name);
}

const char *
item_list_back(struct req *rq, const char *word)
{
	char *parts[5] = {0}, *rest = arena_strdup(rq->arena, word);
	struct item_list l = {.path = "/today"};

	for (int i = 0; i < 5 && rest; i++) {
		parts[i] = rest;
		rest = strchr(rest, ':');
		if (rest)
			*rest++ = '\0';
	}
	if (!parts[4])
		return l.path;
	if (strcmp(parts[0], "followups") == 0)
		l = (struct item_list){.path = "/followups",
			.usual = WHEN_WEEK,
			.usual_queue = QUEUE_FOLLOWUPS};
	if (!item_queue_parse(parts[1], &l.f.queue))
		l.f.queue = l.usual_queue;
	ask_owner(&l.f, parts[2]);
	l.f.when =
		(enum item_when)which(whens, COUNT(whens), parts[3], l.usual);
	l.f.sort =
		(enum item_sort)which(sorts, COUNT(sorts), parts[4], SORT_DUE);
	return item_list_url(rq, &l, &l.f);
}

/* ---- tabs and filters ------------------------------------------------- */

void
item_list_tabs(struct req *rq, struct tpl *t, const struct item_list *l)
{
	struct item_filter f = l->f;

	f.after = f.before = 0;
	for (int q = 0; q < QUEUES; q++) {
		enum item_queue queue = (enum item_queue)q;
		int64_t n = item_totals_week(&l->totals, queue);
		struct tpl *tab;

		/* A queue that is empty takes no place unless asked for. */
		if (n == 0 && q > QUEUE_INSURANCE && queue != l->f.queue)
			continue;
		f.queue = queue;
		tab = tpl_row(t, "TAB");
		tpl_text(tab, "URL", item_list_url(rq, l, &f));
		tpl_text(tab, "LABEL", item_queue_label(queue));
		tpl_int(tab, "N", n);
		tpl_show_if(tab, "CURRENT", queue == l->f.queue);
	}
}

static void
option(struct tpl *t, const char *section, const char *value, const char *label,
	bool on)
{
	struct tpl *row = tpl_row(t, section);

	tpl_text(row, "VALUE", value);
	tpl_text(row, "LABEL", label);
	tpl_show_if(row, "ON", on);
}

int
item_list_filters(struct req *rq, struct tpl *t, const struct item_list *l)
{
	struct item_owners people = {0};

	if (item_store_owners(rq->db, rq->arena, rq->scope, &people))
		return -1;
	for (int i = 0; i < COUNT(whos); i++)
		option(t, "WHO", whos[i].name, whos[i].label,
			(int)l->f.who == i);
	for (size_t i = 0; i < people.n; i++) {
		if (people.v[i].team || people.v[i].id == rq->user->id)
			continue;
		option(t, "WHO",
			arena_printf(
				rq->arena, "u%lld", (long long)people.v[i].id),
			people.v[i].name,
			l->f.who == WHO_USER &&
				l->f.owner_id == people.v[i].id);
	}
	for (int i = 0; i < COUNT(whens); i++)
		option(t, "WHEN", whens[i].name, whens[i].label,
			(int)l->f.when == i);
	for (int i = 0; i < COUNT(sorts); i++)
		option(t, "SORT", sorts[i].name, sorts[i].label,
			(int)l->f.sort == i);
	tpl_text(t, "QUEUE", item_queue_name(l->f.queue));
	return 0;
}

/* ---- the table -------------------------------------------------------- */

int
item_owner_options(struct req *rq, struct options *out)
{
	struct item_owners all = {0};
	bool give = req_may(rq, PERM_WORK_ASSIGN);

	if (item_store_owners(rq->db, rq->arena, rq->scope, &all))
		return -1;
	*ARENA_PUSH(rq->arena, out) = (struct option){
		arena_printf(rq->arena, "u%lld", (long long)rq->user->id),
		"Me"};
	for (size_t i = 0; i < all.n && give; i++) {
		const struct item_owner *o = &all.v[i];

		if (!o->team && o->id == rq->user->id)
			continue;
		*ARENA_PUSH(rq->arena, out) = (struct option){
			arena_printf(rq->arena, "%c%lld", o->team ? 't' : 'u',
				(long long)o->id),
			o->team ? arena_printf(rq->arena, "Team: %s", o->name)
				: o->name};
	}
	return 0;
}

static void
why_empty(struct req *rq, struct tpl *t, const struct item_list *l)
{
	struct tpl *empty = tpl_part(t, "EMPTY", "part/empty.tpl"), *act;
	int64_t later = l->totals.n[l->f.queue][BUCKET_LATER];
	struct item_filter f = {.queue = l->usual_queue, .when = l->usual};
	bool plain = l->f.who == WHO_MINE && l->f.when == l->usual;

	act = tpl_row(empty, "ACTION");
	if (plain && l->f.queue == l->usual_queue && later > 0) {
		tpl_text(empty, "TITLE", "Nothing is due.");
		tpl_text(tpl_row(empty, "TEXT"), "TEXT",
			arena_printf(rq->arena,
				"%lld %s due later than the next 7 days.",
				(long long)later,
				later == 1 ? "item is" : "items are"));
		f.when = WHEN_OPEN;
		tpl_text(act, "LABEL", "Show them");
	} else if (plain && l->f.queue == l->usual_queue) {
		tpl_text(empty, "TITLE", "Nothing is due.");
		f.who = WHO_ALL;
		tpl_text(act, "LABEL", "Show everyone’s");
	} else {
		tpl_text(empty, "TITLE", "No items match these filters.");
		tpl_text(act, "LABEL", "Clear filters");
	}
	tpl_text(act, "URL", item_list_url(rq, l, &f));
}

int
item_list_table(struct req *rq, struct tpl *t, const struct item_list *l,
	const char *caption)
{
	struct options to = {0};
	struct tpl *part, *bulk;

	if (l->rows.n == 0) {
		why_empty(rq, t, l);
		return 0;
	}
	part = tpl_part(t, "ITEMS", "part/items.tpl");
	tpl_text(part, "CAPTION", caption);
	tpl_text(part, "BACK", item_list_word(rq, l));
	if (l->f.when != WHEN_CLOSED && req_may(rq, PERM_WORK_WRITE)) {
		if (item_owner_options(rq, &to))
			return -1;
		bulk = tpl_row(part, "BULK");
		tpl_text(bulk, "TODAY", show_iso(rq->show, rq->today));
		for (size_t i = 0; i < to.n; i++)
			option(bulk, "TO", to.v[i].value, to.v[i].label, false);
	}
	item_list_rows(rq, part, l);
	return 0;
}
