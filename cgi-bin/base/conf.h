#ifndef BASE_CONF_H
#define BASE_CONF_H

#include <stdbool.h>
#include <stdio.h>

struct err;

/*
 * The configuration file: "key = value" lines, # comments. Unknown keys are
 * errors. Every key and its default stand in conf.c and in handrail.conf(5).
 */
struct conf {
	char *database;	       /* sqlite:PATH or postgresql://... */
	char *database_read;   /* a hot standby of it for lists; "": none */
	char *database_pooler; /* "none" or "transaction" */
	char *templates;       /* folder */
	char *static_map;      /* file: name, hashed name; "" = plain names */
	char *schema;	       /* folder of migrations */
	char *staff_host;      /* host[:port] the browser must ask for */
	char *portal_host;
	char *api_host;
	char *run;	     /* folder of locks; "": beside the database */
	char *video_base_url; /* https://meet.example.org; "": no video */
	char *video_app_id;   /* who signs for a room; "": not signed */
	char *video_secret_file;
	char *clinic_phone;  /* shown where the database cannot be asked */
	int hash_memory_kib; /* argon2id */
	int hash_passes;
	int hash_lanes;
	int hash_at_once; /* concurrent hashes per machine */
	int session_idle_min;
	int session_max_h;
	int requests_per_worker; /* then the worker ends and is replaced */
};

/* A NULL path gives the defaults. On error nothing is left to release. */
int conf_load(struct conf *, const char *path, struct err *);
/* Is a connection only ours for a transaction at a time? */
bool conf_pooled(const struct conf *);
/* What is in force, as a file of this kind but for passwords. */
void conf_print(const struct conf *, FILE *);
void conf_release(struct conf *);

#endif
