#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

#include "base/conf.h"
#include "base/token.h"
#include "domain/scope.h"
#include "web/langs.h"
#include "web/web.h"

/*
 * A clinic's book, opened as the programs open it, and somebody logged in
 * on either side. Whatever fails ends the program: a bench has no excuse.
 */
struct bench {
	struct conf conf;
	struct web web, portal;
	struct langs langs;
	struct arena *keep; /* until the request is answered */
	struct who {
		char cookie[128], csrf[TOKEN_SIZE];
	} staff, patient;
	struct scope scope;
	const char *engine;
	/* who has most visits, what is booked, the newest patient's id */
	int64_t chart, type, bookers;
	int64_t rows; /* patients */
};

void bench_open(struct bench *, const char *config);
void bench_close(struct bench *);
int64_t bench_one(struct bench *, const char *sql);
/* One request; body NULL: a GET. The reply lives until the next. */
void bench_ask(struct bench *, bool portal, const char *path, const char *query,
	const char *body, struct reply *);
double bench_us(clockid_t);
void bench_die(const char *what, const char *why) __attribute__((noreturn));
void bench_sort(double *v, size_t n);

/*
 * A line of bench.tsv. Times are microseconds; base is the median the ratio
 * is to. What does not apply is negative, or extra's NULL.
 */
struct row {
	const char *name, *baseline;
	double median, p99, base, cpu, per_s;
	int statements;
	long bytes, errors;
};
void bench_head(void);
void bench_row(const struct bench *, const struct row *);

void bench_bookings(const char *const *configs, size_t n);
void bench_memory(struct bench *, size_t n);

#endif
