#ifndef STORE_STORE_H
#define STORE_STORE_H

struct db;
struct err;

/*
 * Why the database could not do what a store function was asked for, for
 * those who may not look at the connection itself: ERR_CONFLICT, ERR_BUSY
 * or ERR_BROKEN with a sentence for the person. Returns -1.
 */
int store_err(struct db *, struct err *);

/* All of several bookings or none: a point to go back to when one of them
 * is refused. Back fails when the database itself has failed. */
int store_try(struct db *);
int store_keep(struct db *);
int store_back(struct db *);

#endif
