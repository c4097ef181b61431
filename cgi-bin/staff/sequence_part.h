#ifndef STAFF_SEQUENCE_PART_H
#define STAFF_SEQUENCE_PART_H

#include "care/sequence.h"

struct req;
struct tpl;

/* What the pages about visits in order share. */

/* Times for all steps as one text, "1.1.1795446000_2.1.1795449600", as a
 * form carries them. */
const char *
sequence_part_text(struct req *, const struct seq_option *, size_t n);
bool
sequence_part_parse(struct req *, const char *, struct seq_option *, size_t n);

/* Times to show; after a refusal (wanted: when the first one was to be)
 * those nearest to it instead, whichever the hour. 0, or -1 with rq->err
 * set. */
int sequence_part_find(struct req *, struct sequence_wish *, instant_t wanted,
	struct seq_options *out, int *days);
/* The answer to a form whose times cannot be read. */
int sequence_part_unread(struct req *);

/* part/sequence_options.tpl at OPTIONS: each option with all its times;
 * what[] names the steps. The one at chosen, or the first, is ticked. */
int
sequence_part_options(struct req *, struct tpl *, const struct seq_options *,
	const char *const *what, size_t n, const char *chosen);

/* part/visit_sequence.tpl at SEQUENCE: where the visit stands in its chain.
 * Nothing when it is part of none. with_link: to where all are moved. 0 or
 * -1. */
int sequence_part_card(
	struct req *, struct tpl *, const struct visit *, bool with_link);
/* CHAINED (NAME ID; OTHER rows) for the pages that move or cancel one. */
int sequence_part_chained(struct req *, struct tpl *, const struct visit *,
	struct chain_visits *out);

#endif
