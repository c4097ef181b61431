/* How much room the database takes and has left. */
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "base/arena.h"
#include "base/conf.h"
#include "care/disk.h"

static int64_t
file_size(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 ? (int64_t)st.st_size : -1;
}

struct disk
disk_look(struct arena *a, const struct conf *c)
{
	static const char sqlite[] = "sqlite:";
	struct disk d = {-1, -1, -1, -1};
	const char *path = c->database;
	struct statvfs fs;

	if (path == NULL || strncmp(path, sqlite, strlen(sqlite)) != 0)
		return d;
	path += strlen(sqlite);
	if (strcmp(path, ":memory:") == 0)
		return d;
	d.database = file_size(path);
	d.wal = file_size(arena_printf(a, "%s-wal", path));
	if (statvfs(path, &fs) == 0) {
		d.free = (int64_t)fs.f_bavail * (int64_t)fs.f_frsize;
		d.size = (int64_t)fs.f_blocks * (int64_t)fs.f_frsize;
	}
	return d;
}
