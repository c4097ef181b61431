#ifndef LIB_ACT_H
#define LIB_ACT_H

#include "base/err.h"
#include "care/act.h"

/*
 * Acts against a database: each case has one of its own, in a write
 * transaction that is rolled back, and New York's clock.
 */
extern struct arena *arena;
extern struct db *db;
extern struct err err;

/* For a case's set-up: the newest schema and this file. */
int act_open(const char *file);
int act_close(void **state); /* its tear-down; returns 0 */

/* What this person does at that moment; err is cleared. */
struct act act_at(const struct scope *, instant_t now);

#endif
