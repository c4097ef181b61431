#ifndef STAFF_ITEM_LIST_H
#define STAFF_ITEM_LIST_H

#include "store/item_store.h"

struct form;
struct options;
struct req;
struct tpl;

/*
 * A list of open loops: Today, follow-ups, paper. Which loops stands in
 * the address, so an address is a saved view.
 */
extern const struct form item_list_query;

struct item_list {
	const char *path; /* "/today" */
	enum item_when usual;
	enum item_queue usual_queue;
	struct item_filter f;
	struct item_window w;
	struct item_totals totals;
	struct items rows;
	int64_t total;	 /* rows on all pages */
	bool next, prev; /* is there a page after, before this one */
};

/* What the address asks for; words it does not know are as if not said. */
void item_list_ask(struct req *, struct item_list *);
/* Rows, total and tabs: three statements, however many rows. 0 or -1. */
int item_list_load(struct req *, struct item_list *);
/* The address of this list with another filter. */
const char *item_list_url(
	struct req *, const struct item_list *, const struct item_filter *);
/* The same as one word, for a form, and back from it: a path of ours. */
const char *item_list_word(struct req *, const struct item_list *);
const char *item_list_back(struct req *, const char *word);

/* The tabs, with their counts. */
void item_list_tabs(struct req *, struct tpl *, const struct item_list *);
/* The selects of the filter form; owners of the clinic are read. */
int item_list_filters(struct req *, struct tpl *, const struct item_list *);
/* The groups of rows and the pager, in part/items.tpl or on paper. */
void item_list_rows(struct req *, struct tpl *, const struct item_list *);
/* All of the table with its bulk bar at {{>ITEMS}}, or why it is empty. */
int item_list_table(struct req *, struct tpl *, const struct item_list *,
	const char *caption);
/* The people and teams one may give to, as options of a select. */
int item_owner_options(struct req *, struct options *);

/* One loop, also for other pages. Texts live in the request's arena. */
const char *
item_due_words(struct req *, const struct item *); /* "2 days late" */
const char *
item_due_under(struct req *, const struct item *); /* "Thu 19 Nov" */
void item_tag(struct req *, struct tpl *, const struct item *); /* TAG row */
/* OWNER row: INITIALS NAME, or NOBODY. */
void item_avatar(struct req *, struct tpl *, const struct item *);
const char *item_act_url(struct req *, const struct item *);
const char *initials_of(struct req *, const char *name);

#endif
