#ifndef DOMAIN_PATIENT_H
#define DOMAIN_PATIENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/day.h"
#include "base/zone.h"

struct arena;

/*
 * A person the clinic cares for. Texts are never NULL ("" is not recorded)
 * and live in the arena of whoever read them. The folded keys, phone digits
 * and name forms of the database are made from these by patient_store and
 * are nobody else's business.
 */
struct patient {
	int64_t id, version;
	const char *mrn;
	const char *family, *given; /* given: with middle names */
	const char *suffix;
	const char *preferred; /* the name to be called by */
	const char *pronouns;
	day_t birth;	      /* DAY_NONE: not recorded */
	const char *sex;      /* female, male, other, unknown */
	const char *language; /* BCP 47, spoken */
	bool interpreter;
	const char *address, *city, *state, *postal, *country;
	const char *email;
	const char *channel; /* phone, sms, email, letter */
	const char *contact_note;
	bool sms_ok, email_ok;
	const char *allergy_state; /* not_asked, none_known, listed */
	int64_t provider_id;	   /* usual clinician; 0: none */
	int64_t site_id;	   /* 0: none */
	bool restricted;
	day_t deceased; /* DAY_NONE: alive as far as is known */
	bool active;
	const char *note;
	instant_t created_at, updated_at;
	int64_t updated_by;
	/* Read along, never written: */
	const char *phone;     /* the number called first, or "" */
	const char *phone_use; /* mobile, home, work, other, or "" */
	const char *provider;  /* "Dr. Okafor", or "" */
	const char *site;      /* name, or "" */
};

struct patient_phone {
	int64_t id;
	int rank;	    /* 1 is called first */
	const char *use;    /* mobile, home, work, other */
	const char *number; /* as +15550134471 or as entered */
};

struct patient_phones {
	struct patient_phone *v;
	size_t n, cap;
};

/* Family, guardian, emergency contact. */
struct patient_person {
	int64_t id;
	const char *name, *relationship, *phone;
	bool emergency;
};

struct patient_persons {
	struct patient_person *v;
	size_t n, cap;
};

struct patient_identifier {
	const char *system, *value, *type;
};

struct patient_identifiers {
	struct patient_identifier *v;
	size_t n, cap;
};

/* One field that was changed, and by whom. */
struct patient_change {
	int64_t version; /* the version the change made */
	instant_t at;
	const char *user; /* name, or "" for a job or the patient */
	const char *field, *before, *after;
};

struct patient_changes {
	struct patient_change *v;
	size_t n, cap;
};

/* A patient with every text "" and the defaults of the schema. */
struct patient patient_new(void);
/* "Delgado, Rosa" and "Rosa Delgado"; a missing part is left out. */
const char *patient_list_name(struct arena *, const struct patient *);
const char *patient_full_name(struct arena *, const struct patient *);
/* The same of bare parts, for lists that read no whole patient. */
const char *
patient_name_list(struct arena *, const char *family, const char *given);
/* One or two letters for the round mark: "RD". */
const char *patient_initials(struct arena *, const struct patient *);
/* "104-882": six digits in two groups, longer ones in fours from the left;
 * anything that is not all digits as it is. */
const char *patient_mrn_show(struct arena *, const char *mrn);
/* Letters and digits only, upper case: what an MRN is compared by. */
const char *patient_mrn_key(struct arena *, const char *mrn);
/* Labels: "Female"; "Spanish" for "es" or "es-MX", the tag itself if not
 * known; "Mobile"; "Text message". */
const char *patient_sex_label(const char *sex);
const char *patient_language_label(const char *tag);
const char *patient_phone_label(const char *use);
const char *patient_channel_label(const char *channel);

/* What makes two entries look like one person. */
enum patient_match {
	MATCH_NO,
	MATCH_SIMILAR, /* part of the name and the birth date or the phone */
	MATCH_LIKELY,  /* all but one typing error, or no birth date */
	MATCH_SAME,    /* same surname, first name and birth date */
};

/* What is known of one of the two; phones as digits, any length. */
struct patient_who {
	const char *family, *given;
	day_t birth;
	const char *phone;
};

/* Rules and examples: tests/RULES.md, section "The same person twice". */
enum patient_match patient_compare(
	struct arena *, const struct patient_who *, const struct patient_who *);

#endif
