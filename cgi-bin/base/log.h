#ifndef BASE_LOG_H
#define BASE_LOG_H

/*
 * One line on standard error, key=value. Ids and kinds only: never a name,
 * a birth date, a token or what somebody typed. Control characters in
 * values are escaped, so a value cannot forge a line.
 */
void log_program(const char *name); /* kept, not copied */
void log_info(const char *, ...) __attribute__((format(printf, 1, 2)));
void log_error(const char *, ...) __attribute__((format(printf, 1, 2)));

#endif
