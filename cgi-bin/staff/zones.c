/* The time zones a clinic can be in. Source: the tz database's zone1970.tab
 * for the United States and its territories. */
#include <stddef.h>

#include "staff/zones.h"

const struct option zone_options[] = {
	{"America/New_York", "Eastern (New York)"},
	{"America/Detroit", "Eastern (Detroit)"},
	{"America/Kentucky/Louisville", "Eastern (Louisville)"},
	{"America/Indiana/Indianapolis", "Eastern (Indianapolis)"},
	{"America/Chicago", "Central (Chicago)"},
	{"America/Indiana/Knox", "Central (Knox, Indiana)"},
	{"America/Menominee", "Central (Menominee)"},
	{"America/North_Dakota/Center", "Central (North Dakota)"},
	{"America/Denver", "Mountain (Denver)"},
	{"America/Boise", "Mountain (Boise)"},
	{"America/Phoenix", "Mountain, no summer time (Phoenix)"},
	{"America/Los_Angeles", "Pacific (Los Angeles)"},
	{"America/Anchorage", "Alaska (Anchorage)"},
	{"America/Juneau", "Alaska (Juneau)"},
	{"America/Adak", "Hawaii-Aleutian (Adak)"},
	{"Pacific/Honolulu", "Hawaii (Honolulu)"},
	{"America/Puerto_Rico", "Atlantic (Puerto Rico, Virgin Islands)"},
	{"Pacific/Guam", "Chamorro (Guam, Northern Marianas)"},
	{"Pacific/Pago_Pago", "Samoa (Pago Pago)"},
	{"UTC", "UTC"},
	{NULL, NULL},
};
