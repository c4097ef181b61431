#ifndef CODEC_FHIR_RESOURCE_H
#define CODEC_FHIR_RESOURCE_H

#include "base/zone.h"
#include "codec/fhir/element.h"

/*
 * The resources of a file: the one it is, or those of a Bundle (also of a
 * Bundle in a Bundle). A Bundle is an envelope and no resource of its own.
 */
struct fhir_resource {
	const char *type;     /* never NULL */
	const char *id;	      /* "" if it has none */
	const char *full_url; /* of its entry, or "" */
	const struct js *body;
	size_t parent; /* 1 and more: contained in v[parent - 1] */
};

struct fhir_resources {
	struct fhir_resource *v;
	size_t n, cap;
	size_t empty; /* entries of Bundles without a resource */
};

/* A reference somewhere in a resource. */
struct fhir_reference {
	const char *path;      /* "participant[0].member" */
	const char *reference; /* as it stands; "" for a logical one */
	const char *display;   /* or "" */
	const char *key;       /* what to look its target up by; "" nothing */
};

struct fhir_references {
	struct fhir_reference *v;
	size_t n, cap;
};

struct fhir_strings {
	const char **v;
	size_t n, cap;
};

/* 0, or -1 with the error set: no JSON, or no FHIR. Contained Coverages
 * are resources too; other contained ones stay in theirs. */
int fhir_read(struct arena *, const char *bytes, size_t n,
	struct fhir_resources *, struct js_error *);

/* Every name this resource can be referred to by. */
void
fhir_keys(struct arena *, const struct fhir_resource *, struct fhir_strings *);
/* Every reference in it, but those in contained resources that are
 * resources of their own. */
void fhir_references(
	struct arena *, const struct fhir_resource *, struct fhir_references *);
/* The path of the reference that names its patient, or NULL. */
const char *fhir_patient_path(const struct fhir_resource *);

/* What a list calls it; never empty. */
const char *fhir_title(struct arena *, const struct fhir_resource *);
const char *fhir_status(const struct fhir_resource *);
/* When it was, as the source says it, or "". */
const char *fhir_when(const struct fhir_resource *);
/* The moment of that: the first of a year, month or day in the zone; 0 if
 * there is none. */
instant_t fhir_when_at(const char *when, const struct zone *);
/* Is it one of the things that happened, for the timeline? */
bool fhir_on_timeline(const char *type);

#endif
