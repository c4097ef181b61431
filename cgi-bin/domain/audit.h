#ifndef DOMAIN_AUDIT_H
#define DOMAIN_AUDIT_H

/*
 * What the audit log calls things. Add an event here, beside its kind;
 * the name is what is stored and searched for, so it never changes.
 */
#define AUDIT_EVENTS(X)                                                        \
	X(NONE, "none") /* nothing about anybody: login form, help */          \
	X(LOGIN, "login")                                                      \
	X(LOGOUT, "logout")                                                    \
	X(LOCK, "lock")                                                        \
	X(PASSWORD, "password.change")                                         \
	X(SETTINGS, "settings.change")                                         \
	X(SESSION_END, "session.end")                                          \
	X(TODAY_VIEW, "today.view")                                            \
	X(TODAY_PRINT, "today.print")                                          \
	X(SEARCH, "patient.search")                                            \
	X(PATIENT_LIST, "patient.list")                                        \
	X(PATIENT_VIEW, "patient.view")                                        \
	X(PATIENT_PRINT, "patient.print")                                      \
	X(PATIENT_CREATE, "patient.create")                                    \
	X(PATIENT_UPDATE, "patient.update")                                    \
	X(RECORD_VIEW, "record.view")                                          \
	X(ACCESS_VIEW, "access.view")                                          \
	X(CALENDAR_VIEW, "calendar.view")                                      \
	X(CALENDAR_PRINT, "calendar.print")                                    \
	X(FLOW_VIEW, "flow.view")                                              \
	X(FLOW_PRINT, "flow.print")                                            \
	X(VISIT_CHECK_IN, "visit.checkin")                                     \
	X(DOOR_TRY, "door.identify") /* a code or a name at the door */        \
	X(DOOR_ARRIVE, "door.arrive")                                          \
	X(DOOR_CODE, "door.code")                                              \
	X(KIOSK_UPDATE, "kiosk.change")                                        \
	X(VIDEO_VIEW, "video.view")                                            \
	X(VIDEO_JOIN, "video.join")                                            \
	X(SLOT_VIEW, "slot.view")                                              \
	X(VISIT_VIEW, "visit.view")                                            \
	X(VISIT_BOOK, "visit.book")                                            \
	X(VISIT_MOVE, "visit.move")                                            \
	X(VISIT_LENGTH, "visit.length")                                        \
	X(VISIT_CANCEL, "visit.cancel")                                        \
	X(VISIT_STATUS, "visit.status")                                        \
	X(VISIT_CONFIRM, "visit.confirm")                                      \
	X(VISIT_NEED, "visit.need")                                            \
	X(VISIT_ASK, "visit.ask")                                              \
	X(VISIT_EXPORT, "visit.export")                                        \
	X(REPORT_VIEW, "report.view")                                          \
	X(REPORT_EXPORT, "report.export")                                      \
	X(RECALL_VIEW, "recall.view")                                          \
	X(RECALL_UPDATE, "recall.update")                                      \
	X(WAITLIST_VIEW, "waitlist.view")                                      \
	X(WAITLIST_UPDATE, "waitlist.update")                                  \
	X(WAITLIST_OFFER, "waitlist.offer")                                    \
	X(COVERAGE_VIEW, "coverage.view")                                      \
	X(COVERAGE_CREATE, "coverage.create")                                  \
	X(COVERAGE_UPDATE, "coverage.update")                                  \
	X(COVERAGE_CHECK, "coverage.check")                                    \
	X(WORK_VIEW, "work.view")                                              \
	X(WORK_CREATE, "work.create")                                          \
	X(WORK_UPDATE, "work.update")                                          \
	X(WORK_CLOSE, "work.close")                                            \
	X(WORK_UNDO, "work.undo")                                              \
	X(PORTAL_INVITE, "portal.invite")                                      \
	X(PORTAL_ACTIVATE, "portal.activate")                                  \
	X(PORTAL_VIEW, "portal.view")                                          \
	X(PORTAL_UPDATE, "portal.update")                                      \
	X(ADMIN_VIEW, "admin.view")                                            \
	X(USER_CREATE, "user.create")                                          \
	X(API_KEY_UPDATE, "apikey.update")                                     \
	X(FEED_READ, "feed.read")                                              \
	X(FEED_UPDATE, "feed.update")                                          \
	X(USER_UPDATE, "user.update")                                          \
	X(CONFIG_UPDATE, "config.update")                                      \
	X(SCHEDULE_UPDATE, "schedule.update")                                  \
	X(AUDIT_CHECK, "audit.check")                                          \
	X(AUDIT_VIEW, "audit.view")                                            \
	X(IMPORT, "import")                                                    \
	X(NIGHTLY, "nightly")                                                  \
	X(ATTEND_FIT, "attend.fit")                                            \
	X(BACKUP, "backup")                                                    \
	X(COPY, "copy") /* what was here so far came from elsewhere */         \
	X(DEMO, "demo")

enum audit_event {
	AUDIT_UNSET, /* a page that names none does not start */
#define X(id, name) AUDIT_##id,
	AUDIT_EVENTS(X)
#undef X
		AUDIT_COUNT
};

const char *audit_name(enum audit_event);

#endif
