#ifndef STORE_FHIR_STORE_H
#define STORE_FHIR_STORE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/zone.h"

struct arena;
struct db;
struct scope;
struct visit;

/*
 * The resources that were imported, each whole; the names they go by, and
 * the references between them. Functions return 0 or -1 unless they say
 * otherwise; "found" ones 1, 0 or -1.
 */
struct fhir_stored {
	int64_t id, version, file_id;
	int64_t parent_id;  /* 0: not contained */
	int64_t patient_id; /* 0: none, or not known yet */
	int64_t object_id;  /* the visit or policy it became, or 0 */
	const char *type, *fhir_id, *full_url, *hash;
	const char *reason; /* why only kept; "" it is stored */
	const char *title, *status, *at_text;
	instant_t at; /* 0: no time given */
	bool timeline;
	const char *json;
};

struct fhir_link {
	int64_t resource_id;
	int seq;
	const char *path, *reference, *display, *key;
	const char *state; /* resolved, open, contained, ambiguous, none */
	int64_t target_id;
	const char *type; /* of the resource that refers; read only */
	const char *target_type, *target_title; /* read only */
};

struct fhir_links {
	struct fhir_link *v;
	size_t n, cap;
};

/* A file with these bytes was taken in before. found. */
int fhir_store_file(struct db *, const struct scope *, const char *hash);
/* The id, or 0. */
int64_t fhir_store_add_file(struct db *, const struct scope *, const char *name,
	const char *hash, int64_t bytes, int64_t resources, instant_t now);

/* The id, or 0. */
int64_t fhir_store_add(struct db *, const struct scope *,
	const struct fhir_stored *, instant_t now);
/* A changed one: what it was is put by, the row is written anew. */
int fhir_store_change(struct db *, const struct scope *,
	const struct fhir_stored *, instant_t now);
/* All but the JSON, unless with_json. found. */
int fhir_store_get(struct db *, struct arena *, const struct scope *,
	int64_t id, bool with_json, struct fhir_stored *);
/* One that has neither id nor fullUrl. found. */
int fhir_store_by_hash(struct db *, const struct scope *, const char *type,
	const char *hash, int64_t parent, int64_t *id);
int fhir_store_set_patient(
	struct db *, const struct scope *, int64_t id, int64_t patient);
int fhir_store_set_object(
	struct db *, const struct scope *, int64_t id, int64_t object);
int fhir_store_set_title(
	struct db *, const struct scope *, int64_t id, const char *title);
/* reason "": it is stored after all. */
int fhir_store_set_kept(
	struct db *, const struct scope *, int64_t id, const char *reason);
/* The resource of a patient, if they were imported. found. */
int fhir_store_of_patient(
	struct db *, const struct scope *, int64_t patient, int64_t *id);

int fhir_store_add_key(
	struct db *, const struct scope *, const char *key, int64_t id);
int fhir_store_drop_keys(struct db *, const struct scope *, int64_t id);
/* What a reference points at. */
struct fhir_target {
	int64_t id, patient_id;
	const char *type, *title;
};
/* How many resources go by this name, at most 2; the first is given. -1 on
 * failure. */
int fhir_store_lookup(struct db *, struct arena *, const struct scope *,
	const char *key, struct fhir_target *);

int fhir_store_add_link(
	struct db *, const struct scope *, const struct fhir_link *);
int fhir_store_drop_links(struct db *, const struct scope *, int64_t id);
int fhir_store_links(struct db *, struct arena *, const struct scope *,
	int64_t id, struct fhir_links *);
/* Those without a target that wait for this name. */
int fhir_store_open_links(struct db *, struct arena *, const struct scope *,
	const char *key, struct fhir_links *);
int fhir_store_resolve(struct db *, const struct scope *, int64_t resource,
	int seq, int64_t target);
/* How many there are without a target; -1 on failure. */
int64_t fhir_store_open_count(struct db *, const struct scope *);

/* A patient with an allergy ('listed') or known to have none. */
int fhir_store_allergy_state(struct db *, const struct scope *, int64_t patient,
	const char *state, instant_t now);

/* The id, or 0. A time that is taken is no hindrance: v says overbooked. */
int64_t
fhir_store_add_visit(struct db *, const struct scope *, struct visit *v);

#endif
