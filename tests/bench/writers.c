/*
 * Many at once, and for long: bookings by one, four and eight processes,
 * each committed and durable; and what one process holds after 10,000
 * requests. Bookings go the whole way of a form that was sent.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/day.h"
#include "bench/bench.h"
#include "db/db.h"

#define WRITERS 8
#define EACH 60 /* bookings a writer */

struct shared {
	volatile int ready, go, refused;
	double us[WRITERS * EACH];
};

/* "slot=PROVIDER.SITE.START" */
static void
read_slot(const char *slot, long *provider, int64_t *start)
{
	char *end;

	*provider = strtol(slot + strlen("slot="), &end, 10);
	strtol(end + 1, &end, 10);
	*start = strtoll(end + 1, NULL, 10);
}

/* On that day, and an hour from what was taken of the same provider. */
static bool
fits(const char *slot, day_t day, const char *const *taken, size_t n)
{
	int64_t start, other;
	long provider, whose;

	read_slot(slot, &provider, &start);
	for (size_t i = 0; i < n; i++) {
		read_slot(taken[i], &whose, &other);
		if (whose == provider && llabs(start - other) < 3600)
			return false;
	}
	return start / 86400 == day;
}

/* Free times, as the form sends them, of days that are no other writer's. */
static size_t
find_slots(struct bench *b, int me, const char **out, struct arena *a)
{
	day_t today = (day_t)(time(NULL) / 86400);
	size_t n = 0;

	for (int i = 0; i < 10 && n < EACH; i++) {
		day_t day = today + 14 + me + i * WRITERS;
		char text[DAY_TEXT_SIZE];
		struct reply reply;
		const char *at;

		day_print(day, text);
		bench_ask(b, false, "/appointments/new",
			arena_printf(b->keep,
				"patient=%lld&type=%lld&earliest=%s",
				(long long)b->bookers, (long long)b->type,
				text),
			NULL, &reply);
		for (at = reply.body; n < EACH; at++) {
			const char *slot;

			if ((at = strstr(at, "slot=")) == NULL)
				break;
			slot = arena_strndup(a, at, strcspn(at, "&\""));
			if (fits(slot, day, out, n))
				out[n++] = slot;
		}
		arena_reset(b->keep);
	}
	return n;
}

static void
write_visits(struct shared *s, const char *config, int me)
{
	static struct bench b;
	struct arena *a = arena_new();
	const char *slots[EACH];
	size_t n;

	bench_open(&b, config);
	b.type = bench_one(&b, "SELECT id FROM visit_type"
			       " WHERE name = 'Care-plan review'");
	n = find_slots(&b, me, slots, a);
	__sync_fetch_and_add(&s->ready, 1);
	while (!s->go)
		usleep(200);
	for (size_t i = 0; i < EACH; i++) {
		long long who = b.bookers - me * EACH - (long long)i;
		struct reply reply = {0};
		double from;

		if (i >= n)
			bench_die("bookings", "not enough free times");
		from = bench_us(CLOCK_MONOTONIC);
		bench_ask(&b, false, "/appointments", NULL,
			arena_printf(b.keep,
				"patient=%lld&type=%lld&mode=phone"
				"&reason=Bench&%s",
				who, (long long)b.type, slots[i]),
			&reply);
		s->us[me * EACH + (int)i] = bench_us(CLOCK_MONOTONIC) - from;
		if (reply.status >= 400)
			__sync_fetch_and_add(&s->refused, 1);
		arena_reset(b.keep);
	}
	bench_close(&b);
	_exit(0);
}

/* The median of a booking by one writer is what the others are held to. */
static double
run_writers(const char *config, int writers, double base)
{
	struct shared *s = mmap(NULL, sizeof(*s), PROT_READ | PROT_WRITE,
		MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	size_t n = (size_t)writers * EACH;
	static struct bench b;
	char name[40];
	double from, took, median;
	int bad = 0;

	if (s == MAP_FAILED)
		bench_die("bookings", "no memory");
	for (int i = 0; i < writers; i++)
		if (fork() == 0)
			write_visits(s, config, i);
	while (s->ready < writers) {
		if (waitpid(-1, NULL, WNOHANG) > 0)
			bench_die("bookings", "a writer did not start");
		usleep(1000);
	}
	from = bench_us(CLOCK_MONOTONIC);
	s->go = 1;
	for (int i = 0; i < writers; i++) {
		int status;

		wait(&status);
		bad |= status;
	}
	took = bench_us(CLOCK_MONOTONIC) - from;
	if (bad)
		bench_die("bookings", "a writer failed");
	bench_sort(s->us, n);
	median = s->us[n / 2];
	snprintf(name, sizeof(name), "booking, %d writer%s", writers,
		writers == 1 ? "" : "s");
	bench_open(&b, config);
	bench_row(&b, &(struct row){.name = name,
			      .baseline = "one writer",
			      .median = median,
			      .p99 = s->us[n * 99 / 100],
			      .base = base > 0 ? base : median,
			      .cpu = -1,
			      .per_s = (double)n / took * 1e6,
			      .errors = s->refused,
			      .statements = -1,
			      .bytes = -1});
	bench_close(&b);
	munmap(s, sizeof(*s));
	return median;
}

void
bench_bookings(const char *const *configs, size_t n)
{
	static const int writers[] = {1, 4, WRITERS};
	double base[8] = {0};

	for (size_t w = 0; w < 3; w++)
		for (size_t i = 0; i < n && i < 8; i++) {
			double median =
				run_writers(configs[i], writers[w], base[i]);

			if (w == 0)
				base[i] = median;
		}
}

/* ---- memory ------------------------------------------------------------ */

static long
resident_kb(void)
{
	FILE *f = fopen("/proc/self/statm", "re");
	long size, resident = 0;

	if (f == NULL || fscanf(f, "%ld %ld", &size, &resident) != 2)
		bench_die("memory", "it is not known");
	fclose(f);
	return resident * (sysconf(_SC_PAGESIZE) / 1024);
}

/* In a process of its own for each book. Kilobytes stand where the others
 * have bytes. */
static void
hold(struct bench *b)
{
	static const char *const paths[] = {
		"/patients", "/health", "/calendar", "/followups"};
	static const int marks[] = {100, 1000, 10000};
	size_t mark = 0;

	for (int i = 1; i <= marks[2]; i++) {
		struct reply reply;

		bench_ask(b, false, paths[i % 4], NULL, NULL, &reply);
		if (reply.status >= 400)
			bench_die("memory", "a page was refused");
		arena_reset(b->keep);
		if (i == marks[mark]) {
			char name[60];

			snprintf(name, sizeof(name),
				"memory after %d requests, kB", i);
			mark++;
			bench_row(b, &(struct row){.name = name,
					     .median = -1,
					     .p99 = -1,
					     .cpu = -1,
					     .per_s = -1,
					     .errors = -1,
					     .statements = -1,
					     .bytes = resident_kb()});
		}
	}
}

void
bench_memory(struct bench *books, size_t n)
{
	for (size_t i = 0; i < n; i++)
		hold(&books[i]);
}
