#ifndef ADMIN_DEMO_H
#define ADMIN_DEMO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"
#include "care/act.h"
#include "domain/item.h"
#include "domain/visit_type.h"

struct arena;
struct ctl;

/*
 * A believable clinic of invented people, made from a seed: the same seed,
 * day and number of patients make the same clinic (but for passwords).
 */
struct demo_rng {
	uint64_t state;
};

uint64_t demo_random(struct demo_rng *);
int demo_below(struct demo_rng *, int n);		/* 0 to n - 1 */
int demo_between(struct demo_rng *, int low, int high); /* both included */
bool demo_chance(struct demo_rng *, int percent);

/* Names of one part of the world: lists with | between. */
struct demo_culture {
	const char *lang; /* BCP 47 */
	int weight;
	int speaks_pct;	   /* who speak lang rather than English */
	bool two_families; /* many have two family names */
	const char *female, *male, *family;
};
const struct demo_culture *demo_culture(struct demo_rng *);
const char *demo_pick(struct demo_rng *, struct arena *, const char *list);
char *demo_copy(struct arena *, const char *, size_t n);

#define DEMO_SITES 3
#define DEMO_PROVIDERS 12
#define DEMO_STARS 17
#define DEMO_PAYERS 10
#define DEMO_ALLERGIES 8

struct demo_site {
	int64_t id;
	const struct zone *zone;
	int64_t procedure_room, lab_room;
};

enum demo_kind { DEMO_PRIMARY, DEMO_BEHAVIOR, DEMO_NURSE };

struct demo_provider {
	int64_t id;
	int site; /* index */
	int64_t room;
	enum demo_kind kind;
	bool procedures;
	unsigned days; /* bits of enum weekday */
	day_t leave_from, leave_to;
};

/* Staff: one of each role. */
enum demo_user {
	DEMO_MAYA,   /* coordinator */
	DEMO_TESS,   /* front desk */
	DEMO_OWEN,   /* biller */
	DEMO_AMARA,  /* clinician */
	DEMO_JORDAN, /* case manager */
	DEMO_RUTH,   /* supervisor */
	DEMO_SAM,    /* administrator */
	DEMO_USERS
};

struct demo_patient {
	int64_t id, coverage_id;
	day_t birth;
	day_t busy_on; /* has a visit on this day already */
	signed char site, provider, payer;
	bool interpreter;
	signed char allergy; /* its number in the list, from 1; 0: none */
	bool unpaid;	     /* the last look at the policy went badly */
	char phone[16];
};

/* Something a visit left open. */
struct demo_loose {
	enum item_kind kind;
	const struct demo_patient *patient;
	int64_t visit_id;
	instant_t at; /* of the visit */
	int provider;
};
#define DEMO_LOOSE 160

/* Time that a visit of the story takes, kept free of others. */
struct demo_taken {
	int provider;
	instant_t from, to;
};

struct demo {
	struct ctl *ctl;
	struct demo_rng rng;
	int n_patients;
	day_t today;
	instant_t now;
	const struct zone *zone;
	struct day_set holidays;
	struct demo_site site[DEMO_SITES];
	struct demo_provider provider[DEMO_PROVIDERS];
	int64_t user[DEMO_USERS];
	int64_t payer[DEMO_PAYERS];
	struct visit_types types;
	struct demo_patient *patient;
	struct demo_taken taken[64];
	int n_taken;
	struct demo_loose loose[DEMO_LOOSE];
	int n_loose;
	int visits, items;
};

/* Each in the file of its name; 0, or -1 with ctl->err set. */
int demo_clinic(struct demo *);		/* sites, people who work there */
int demo_people(struct demo *);		/* patients and their policies */
int demo_stars(struct demo *);		/* the patients of the tour */
int demo_late(struct demo *);		/* today, after hours */
int demo_visits(struct demo *);		/* years of visits */
int demo_door_visits(struct demo *);	/* today, for the portal */
int demo_door(struct demo *);		/* kiosks, rooms for video */
int demo_series(struct demo *);		/* visits that repeat */
int demo_sequence(struct demo *);	/* visits in order, what is before */
int demo_recalls(struct demo *);	/* who is to come again */
int demo_waitlist(struct demo *);	/* who wants an earlier visit */
int demo_needs(struct demo *);		/* what coming visits need */
int demo_work(struct demo *);		/* open loops and closed ones */
int demo_records(struct demo *);	/* what is known of some of them */
int demo_recorded(const struct demo *); /* of how many: the first ones */
int demo_logins(struct demo *);		/* passwords; D/logins.tsv */

/* What somebody of the demonstration does now; "staff" or "system". */
struct act demo_act(struct demo *, const struct scope *, const char *actor);

/* The nth business day from today (0: today or the next one). */
day_t demo_business_day(const struct demo *, int n);
/* The policies of a patient, and the last look at them. */
int demo_coverage(struct demo *, struct demo_patient *, bool child);
int demo_fresh_check(struct demo *, struct demo_patient *, day_t service);

/* A visit, its room and history, as of now. type is a name. */
struct demo_visit {
	int provider;
	int64_t patient_id;
	const char *type, *reason;
	instant_t start;
	bool interpreter;
	const char *status; /* NULL: as the time of day suggests */
	bool asked, confirmed;
	bool video; /* by video, whatever else is said */
};
int64_t demo_add_visit(struct demo *, const struct demo_visit *);
/* When the story's visits let this provider go on; 0: free. */
instant_t demo_taken_until(
	const struct demo *, int provider, instant_t from, instant_t to);
const struct visit_type *demo_type(const struct demo *, const char *name);

/* A loop and its history. Days and hours count back from now. */
struct demo_item {
	enum item_kind kind;
	enum item_state state;
	int64_t patient_id;
	const char *subject_type;
	int64_t subject_id;
	const char *title, *detail, *next_step, *waiting_on;
	int owner; /* enum demo_user, or -1: the kind's team */
	int priority;
	instant_t due; /* 0: any time on due_on */
	day_t due_on;
	instant_t opened;
	instant_t closed; /* done or cancelled */
	int attempts;
	const char *last_outcome;
	const char *phone;
	bool escalated;
};
int64_t demo_add_item(struct demo *, const struct demo_item *);
/* Note a visit that asks for something, if it is one. */
struct visit;
void demo_note_loose(struct demo *, const struct visit *, int provider,
	const struct demo_patient *);

/* Commit what there is and begin anew, with a line about it. */
int demo_batch(struct demo *, const char *what, int done, int of);

#endif
