#ifndef STORE_ITEM_COLS_H
#define STORE_ITEM_COLS_H

#include "domain/item.h"

struct arena;
struct db_stmt;

/* The columns of an open loop, for item_store.c and item_list_store.c;
 * item_read() is their one reader. */
#define ITEM_COLS                                                              \
	"i.id, i.version, i.kind, i.state, i.state_at, i.patient_id,"          \
	" i.subject_type, i.subject_id, i.title, i.detail, i.next_step,"       \
	" i.waiting_on, i.owner_id, i.team_id, ow.name, te.name, i.priority,"  \
	" i.due_at, i.due_all_day, i.snoozed_until, i.escalated_at,"           \
	" i.attempts, i.last_attempt_at, i.last_outcome, i.opened_at,"         \
	" i.opened_by, op.name, i.closed_at, i.closed_by, cl.name,"            \
	" i.close_reason, i.evidence_type, i.evidence_id, i.evidence,"         \
	" p.family, p.given, p.preferred, p.mrn, p.birth_on"

#define ITEM_FROM                                                              \
	"  FROM work_item i"                                                   \
	"  LEFT JOIN patient p ON p.id = i.patient_id"                         \
	"  LEFT JOIN app_user ow ON ow.id = i.owner_id"                        \
	"  LEFT JOIN app_user op ON op.id = i.opened_by"                       \
	"  LEFT JOIN app_user cl ON cl.id = i.closed_by"                       \
	"  LEFT JOIN team te ON te.id = i.team_id"

/* Who sees a loop. The kinds are those of item_kind_admin(); a test holds
 * the two together. */
#define ITEM_SEEN                                                              \
	"(:patient_only = 0 OR i.patient_id = :patient_only)"                  \
	" AND (:sees_all = 1 OR i.owner_id = :me OR i.opened_by = :me"         \
	"  OR i.kind IN ('visit_confirm', 'visit_change', 'visit_cancelled',"  \
	"    'no_show', 'coverage_check', 'portal_help', 'record_check',"      \
	"    'visit_ready', 'recall', 'sequence')"                             \
	"  OR i.team_id IN (SELECT ut.team_id FROM user_team ut"               \
	"    WHERE ut.user_id = :me))"

/* Binds :clinic and what ITEM_SEEN names. */
void item_bind_scope(struct db_stmt *, const struct scope *);
struct item item_read(struct db_stmt *, struct arena *);

#endif
