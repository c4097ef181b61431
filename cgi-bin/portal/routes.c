#include <stddef.h>

#include "portal/pages.h"
#include "web/health.h"

/* Every address the portal answers. Look here first. */
const struct page *const portal_pages[] = {
	&health_page,		    /* GET /health */
	&portal_login_page,	    /* GET /portal/login */
	&portal_log_in_page,	    /* POST /portal/login */
	&portal_forgot_page,	    /* GET /portal/forgot */
	&portal_logout_page,	    /* POST /portal/logout */
	&portal_language_page,	    /* POST /portal/language */
	&portal_activate_page,	    /* GET /portal/activate */
	&portal_prove_page,	    /* POST /portal/activate */
	&portal_account_page,	    /* POST /portal/activate/account */
	&portal_home_page,	    /* GET /portal */
	&portal_visits_page,	    /* GET /portal/visits */
	&portal_visit_page,	    /* GET /portal/visits/:visit */
	&portal_calendar_page,	    /* GET /portal/visits/:visit/visit.ics */
	&portal_confirm_page,	    /* POST /portal/visits/:visit/confirm */
	&portal_change_page,	    /* GET /portal/visits/:visit/change */
	&portal_ask_page,	    /* POST /portal/visits/:visit/change */
	&portal_cancel_page,	    /* GET /portal/visits/:visit/cancel */
	&portal_drop_page,	    /* POST /portal/visits/:visit/cancel */
	&portal_here_page,	    /* GET /portal/visits/:visit/here */
	&portal_arrive_page,	    /* POST /portal/visits/:visit/here */
	&portal_video_page,	    /* GET /portal/visits/:visit/video */
	&portal_join_page,	    /* POST /portal/visits/:visit/video */
	&portal_room_page,	    /* GET /portal/visits/:visit/video/room */
	&portal_device_page,	    /* GET /portal/device */
	&code_page,		    /* GET /check-in */
	&code_prove_page,	    /* POST /check-in */
	&code_arrive_page,	    /* POST /check-in/here */
	&code_done_page,	    /* GET /check-in/done */
	&kiosk_page,		    /* GET /kiosk */
	&kiosk_setup_page,	    /* POST /kiosk */
	&kiosk_start_page,	    /* POST /kiosk/start */
	&kiosk_ask_page,	    /* GET /kiosk/who */
	&kiosk_who_page,	    /* POST /kiosk/who */
	&kiosk_check_page,	    /* GET /kiosk/check */
	&kiosk_arrive_page,	    /* POST /kiosk/check */
	&kiosk_more_page,	    /* POST /kiosk/more */
	&kiosk_done_page,	    /* GET /kiosk/done */
	&portal_offers_page,	    /* GET /portal/offers */
	&portal_accept_page,	    /* POST /portal/offers/:offer/accept */
	&portal_decline_page,	    /* POST /portal/offers/:offer/decline */
	&portal_reason_page,	    /* GET /portal/book/reason */
	&portal_provider_page,	    /* GET /portal/book/provider */
	&portal_day_page,	    /* GET /portal/book/day */
	&portal_time_page,	    /* GET /portal/book/time */
	&portal_choose_page,	    /* POST /portal/book/time */
	&portal_check_page,	    /* GET /portal/book/check */
	&portal_book_page,	    /* POST /portal/book */
	&portal_wish_page,	    /* GET /portal/book/ask */
	&portal_ask_visit_page,	    /* POST /portal/book/ask */
	&portal_me_page,	    /* GET /portal/me */
	&portal_feed_page,	    /* GET /portal/me/calendar */
	&portal_feed_make_page,	    /* POST /portal/me/calendar */
	&portal_feed_stop_page,	    /* POST /portal/me/calendar/stop */
	&portal_contact_page,	    /* GET /portal/me/contact */
	&portal_save_contact_page,  /* POST /portal/me/contact */
	&portal_password_page,	    /* GET /portal/me/password */
	&portal_save_password_page, /* POST /portal/me/password */
	NULL,
};
