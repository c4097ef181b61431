#ifndef STAFF_ITEM_SHOW_H
#define STAFF_ITEM_SHOW_H

struct req;

/* The page of one open loop: facts, what to do next, history. Draws the
 * form that was refused with its errors, the others as they start. */
int item_show_run(struct req *);
int item_show_again(struct req *);
/*
 * What care refused: a field's error goes back to its form; a conflict or
 * a denial is said with a way on. The text is in rq->err.
 */
int item_refused(
	struct req *, const char *field, const char *way, const char *label);

#endif
