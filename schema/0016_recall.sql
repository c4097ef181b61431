-- Recalls: patients who are to come again at a time, and are reminded of it
-- by people until they book or it is stopped.

CREATE TABLE recall (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  visit_type_id INTEGER NOT NULL REFERENCES visit_type,
  reason        TEXT    NOT NULL,
  source        TEXT    NOT NULL CHECK (source IN ('hand', 'interval',
                'cancelled', 'no_show')),
  from_id       INTEGER REFERENCES appointment, -- the visit it comes from
  due_on        TEXT    NOT NULL,
  opens_on      TEXT    NOT NULL,           -- looked after from this day on
  late_on       TEXT    NOT NULL,           -- and late after this one
  every_months  INTEGER NOT NULL DEFAULT 0  -- again so long after; 0: once
                CHECK (every_months BETWEEN 0 AND 120),
  visit_id      INTEGER REFERENCES appointment, -- booked for it
  created_at    INTEGER NOT NULL,
  created_by    INTEGER REFERENCES app_user,
  closed_at     INTEGER,
  closed_by     INTEGER REFERENCES app_user,
  close_reason  TEXT    NOT NULL DEFAULT '' CHECK (close_reason IN ('',
                'done', 'declined', 'moved', 'deceased', 'other_clinic',
                'not_needed', 'unreachable', 'error')),
  close_note    TEXT    NOT NULL DEFAULT '',
  CHECK (opens_on <= due_on AND due_on <= late_on),
  CHECK ((closed_at IS NULL) = (close_reason = ''))
) STRICT;
CREATE INDEX recall_open ON recall (clinic_id, opens_on, due_on)
  WHERE closed_at IS NULL;
CREATE INDEX recall_closed ON recall (clinic_id, closed_at)
  WHERE closed_at IS NOT NULL;
CREATE INDEX recall_by_patient ON recall (patient_id, due_on);
CREATE INDEX recall_by_visit ON recall (visit_id) WHERE visit_id IS NOT NULL;

-- A type of visit may wait longer, or less, before a patient is a no-show.
ALTER TABLE visit_type ADD COLUMN grace_min INTEGER NOT NULL DEFAULT 15
  CHECK (grace_min BETWEEN 0 AND 240);

-- Why a missed visit is not held against a patient. And what follows a
-- cancelled one, where nothing does.
CREATE TABLE visit_excuse (
  appointment_id INTEGER PRIMARY KEY REFERENCES appointment,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  reason        TEXT    NOT NULL CHECK (reason IN ('admission',
                'clinic_error', 'weather', 'other')),
  note          TEXT    NOT NULL DEFAULT '',
  at            INTEGER NOT NULL,
  user_id       INTEGER REFERENCES app_user
) STRICT;
