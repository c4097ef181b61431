/* How long somebody waits after wrong passwords. Rules: tests/RULES.md,
 * "Waiting after wrong passwords"; NIST SP 800-63B-4, 3.2.2. */
#include "domain/throttle.h"

#define WAIT_MAX_S (15 * 60)

static const struct {
	int free;	  /* failures before the first wait */
	int64_t step_s;	  /* the first wait; each further one is double */
	int64_t forget_s; /* after so long without a failure: afresh */
} rules[] = {
	[THROTTLE_ACCOUNT] = {4, 15, 24 * 3600},
	/* A whole clinic can stand behind one address. */
	[THROTTLE_SOURCE] = {29, 15, 3600},
};

struct throttle
throttle_fail(struct throttle t, enum throttle_kind kind, instant_t now)
{
	int64_t wait = 0;

	if (t.fails == 0 || now - t.last_at >= rules[kind].forget_s)
		t = (struct throttle){.first_at = now};
	t.last_at = now;
	t.fails++;
	if (t.fails > rules[kind].free) {
		wait = rules[kind].step_s;
		for (int i = rules[kind].free + 1; i < t.fails; i++)
			if ((wait *= 2) >= WAIT_MAX_S)
				break;
	}
	t.next_at = now + (wait > WAIT_MAX_S ? WAIT_MAX_S : wait);
	return t;
}

int64_t
throttle_wait(const struct throttle *t, instant_t now)
{
	return t->fails > 0 && t->next_at > now ? t->next_at - now : 0;
}
