#ifndef CARE_DISK_H
#define CARE_DISK_H

#include <stdint.h>

struct arena;
struct conf;

/* The files of an SQLite database and the disk they lie on, in bytes; -1
 * where it cannot be known (another engine, a database in memory). */
struct disk {
	int64_t database, wal, free, size;
};

struct disk disk_look(struct arena *, const struct conf *);

#endif
