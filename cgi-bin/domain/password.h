#ifndef DOMAIN_PASSWORD_H
#define DOMAIN_PASSWORD_H

#include <stdbool.h>
#include <stddef.h>

/* Code points. tests/RULES.md, "Passwords". */
#define PASSWORD_MIN 15
#define PASSWORD_MAX 256

/* Words an attacker of this very account would try first. */
struct password_words {
	const char *v[12];
	size_t n;
};

enum password_fault {
	PASSWORD_OK,
	PASSWORD_SHORT,
	PASSWORD_LONG,
	PASSWORD_BROKEN, /* not UTF-8 text */
	PASSWORD_NAMED,	 /* little more than the words of the account */
	PASSWORD_COMMON, /* in the list of common ones */
};

/* Add text, and each word of it of four letters or more; folded by the
 * caller (utf8_fold), who keeps it. More than fit are left out. */
void password_word(struct password_words *, const char *folded);
/*
 * Length and own words. folded is utf8_fold() of the password, from which
 * the words are taken away: PASSWORD_NAMED if fewer than eight letters or
 * digits are left then. No rule asks for kinds of characters.
 */
enum password_fault password_judge(const char *password, const char *folded,
	const struct password_words *);
/* Is the password, in lower case, a line of the sorted list? */
bool password_listed(const char *list, size_t n, const char *lower);
/* What the person is told; "" for PASSWORD_OK. */
const char *password_fault_words(enum password_fault);

#endif
