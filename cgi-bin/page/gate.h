#ifndef PAGE_GATE_H
#define PAGE_GATE_H

struct act;
struct gate;
struct req;
struct tpl;

/* The gates of the programs: who is asking, what they may, what is noted. */
extern const struct gate staff_gate, portal_gate;

/* What an act in care/ needs, from the request. */
struct act page_act(struct req *);

/* Load what ":name" in a path stands for into rq->o, in scope. */
int page_resolve(struct req *, const char *name, const char *value);

/* The layout's own values: names, navigation, counts, flash. */
void page_furnish_staff(struct req *, struct tpl *root);
void page_furnish_portal(struct req *, struct tpl *root);

#endif
