#ifndef DOMAIN_STATE_H
#define DOMAIN_STATE_H

#include "domain/word.h"

/* The states of the United States by their postal codes (USPS Publication
 * 28, appendix B): where a patient can be. "ZZ" is elsewhere. Ends with
 * {NULL, NULL}. */
extern const struct word states[];
const char *state_name(const char *code); /* as is if unknown */

#endif
