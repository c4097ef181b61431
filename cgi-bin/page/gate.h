#ifndef PAGE_GATE_H
#define PAGE_GATE_H

#include <stdint.h>

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

/* Whose what was loaded is, or what the form is for; 0: nobody's. */
int64_t page_patient(const struct req *);

/* The language that a cookie asks for, on the portal. */
void page_language(struct req *);

/* The layout's own values: names, navigation, counts, flash. */
void page_furnish_staff(struct req *, struct tpl *root);
void page_furnish_portal(struct req *, struct tpl *root);

#endif
