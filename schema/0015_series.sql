-- Visits that repeat. Each is an appointment of its own; here is only what
-- binds them together.

-- rule is an RFC 5545 RRULE over days; each visit is at start_min by the
-- clock on the wall of its site.
CREATE TABLE visit_series (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  rule          TEXT    NOT NULL,
  starts_on     TEXT    NOT NULL,
  start_min     INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1439),
  made_at       INTEGER NOT NULL,
  made_by       INTEGER REFERENCES app_user
) STRICT;

-- The newest row of each visit: a visit that is moved keeps its place.
CREATE TABLE series_visit (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  series_id     INTEGER NOT NULL REFERENCES visit_series,
  appointment_id INTEGER NOT NULL UNIQUE REFERENCES appointment,
  ordinal       INTEGER NOT NULL CHECK (ordinal BETWEEN 1 AND 60),
  UNIQUE (series_id, ordinal)
) STRICT;

-- Days of the rule on which there is no visit, and why.
CREATE TABLE series_skip (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  series_id     INTEGER NOT NULL REFERENCES visit_series,
  day_on        TEXT    NOT NULL,
  why           TEXT    NOT NULL,
  UNIQUE (series_id, day_on)
) STRICT;
