-- What a visit needs beside a time: interpreter, transport, consents, forms,
-- a referral, an authorization; and of which patients and types of visit that
-- is known beforehand.

-- Which kinds of loops there are and what they are about stands in
-- cgi-bin/domain/item.c alone: a new kind is no longer a new table.
-- sqlite: begin
PRAGMA defer_foreign_keys = ON;
CREATE TABLE work_item_was AS SELECT * FROM work_item;
DROP TABLE work_item;
CREATE TABLE work_item (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  kind          TEXT    NOT NULL CHECK (kind <> ''),
  patient_id    INTEGER REFERENCES patient,
  subject_type  TEXT    NOT NULL DEFAULT '', -- what it is about
  subject_id    INTEGER,
  title         TEXT    NOT NULL CHECK (length(title) BETWEEN 1 AND 200),
  detail        TEXT    NOT NULL DEFAULT '',
  next_step     TEXT    NOT NULL DEFAULT '',
  state         TEXT    NOT NULL DEFAULT 'new' CHECK (state IN ('new',
                'in_progress', 'with_patient', 'with_payer',
                'with_specialist', 'with_provider', 'snoozed', 'done',
                'cancelled')),
  state_at      INTEGER NOT NULL,           -- in this state since
  waiting_on    TEXT    NOT NULL DEFAULT '', -- "Aetna", when with_...
  owner_id      INTEGER REFERENCES app_user,
  team_id       INTEGER REFERENCES team,
  priority      INTEGER NOT NULL DEFAULT 2   -- 1 urgent, 2 normal, 3 low
                CHECK (priority BETWEEN 1 AND 3),
  due_at        INTEGER NOT NULL,
  due_all_day   INTEGER NOT NULL DEFAULT 1 CHECK (due_all_day IN (0, 1)),
  snoozed_until INTEGER,
  escalated_at  INTEGER,
  attempts      INTEGER NOT NULL DEFAULT 0,
  last_attempt_at INTEGER,
  last_outcome  TEXT    NOT NULL DEFAULT '',
  opened_at     INTEGER NOT NULL,
  opened_by     INTEGER REFERENCES app_user, -- NULL: patient or job
  closed_at     INTEGER,
  closed_by     INTEGER REFERENCES app_user,
  close_reason  TEXT    NOT NULL DEFAULT '',
  evidence_type TEXT    NOT NULL DEFAULT '' CHECK (evidence_type IN ('',
                'attempt', 'appointment', 'coverage_check', 'note')),
  evidence_id   INTEGER,
  evidence      TEXT    NOT NULL DEFAULT '',
  CHECK ((state IN ('done', 'cancelled')) = (closed_at IS NOT NULL)),
  CHECK (state <> 'done' OR evidence_type <> ''),
  CHECK (state <> 'cancelled' OR close_reason <> ''),
  CHECK (state <> 'snoozed' OR snoozed_until IS NOT NULL)
) STRICT;
-- One open loop of a kind about one thing, whatever asks for it twice.
CREATE UNIQUE INDEX work_item_once
  ON work_item (clinic_id, kind, subject_type, subject_id)
  WHERE closed_at IS NULL AND subject_id IS NOT NULL;
CREATE INDEX work_item_open_by_due ON work_item (clinic_id, due_at, id)
  WHERE closed_at IS NULL;
CREATE INDEX work_item_open_by_owner ON work_item (owner_id, due_at, id)
  WHERE closed_at IS NULL;
CREATE INDEX work_item_open_by_kind ON work_item (clinic_id, kind, due_at, id)
  WHERE closed_at IS NULL;
CREATE INDEX work_item_by_patient ON work_item (patient_id, closed_at, due_at);
CREATE INDEX work_item_by_subject ON work_item (subject_type, subject_id);
CREATE INDEX work_item_by_closed ON work_item (clinic_id, closed_at)
  WHERE closed_at IS NOT NULL;
INSERT INTO work_item SELECT * FROM work_item_was;
DROP TABLE work_item_was;
-- sqlite: end
-- pg: begin
ALTER TABLE work_item DROP CONSTRAINT work_item_kind_check;
ALTER TABLE work_item DROP CONSTRAINT work_item_subject_type_check;
ALTER TABLE work_item ADD CONSTRAINT work_item_kind_check CHECK (kind <> '');
-- pg: end

-- What a patient needs each time they come.
CREATE TABLE patient_need (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER NOT NULL UNIQUE REFERENCES patient,
  version       INTEGER NOT NULL DEFAULT 1,
  interpreter_mode TEXT NOT NULL DEFAULT ''
                CHECK (interpreter_mode IN ('', 'in_person', 'video',
                'phone')),
  interpreter_sex TEXT  NOT NULL DEFAULT ''
                CHECK (interpreter_sex IN ('', 'female', 'male')),
  transport     TEXT    NOT NULL DEFAULT '' -- '' comes by themselves
                CHECK (transport IN ('', 'nemt', 'taxi', 'van', 'volunteer',
                'other')),
  wheelchair    INTEGER NOT NULL DEFAULT 0 CHECK (wheelchair IN (0, 1)),
  pickup_place  TEXT    NOT NULL DEFAULT '', -- '' home
  mobility      TEXT    NOT NULL DEFAULT '', -- "Lift table", "Large print"
  updated_at    INTEGER NOT NULL,
  updated_by    INTEGER REFERENCES app_user
) STRICT;

-- What every visit of a type needs. No row: nothing.
CREATE TABLE visit_type_need (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  visit_type_id INTEGER NOT NULL UNIQUE REFERENCES visit_type,
  referral      INTEGER NOT NULL DEFAULT 0 CHECK (referral IN (0, 1)),
  auth          INTEGER NOT NULL DEFAULT 0 CHECK (auth IN (0, 1)),
  telehealth    INTEGER NOT NULL DEFAULT 0 CHECK (telehealth IN (0, 1)),
  consents      TEXT    NOT NULL DEFAULT '', -- one a line
  forms         TEXT    NOT NULL DEFAULT ''  -- one a line
) STRICT;

-- What a payer said yes to. How much of it is used is counted from the
-- visits, never written.
CREATE TABLE prior_auth (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  coverage_id   INTEGER REFERENCES coverage,
  visit_type_id INTEGER REFERENCES visit_type, -- NULL: of any type
  service       TEXT    NOT NULL DEFAULT '',
  number        TEXT    NOT NULL DEFAULT '', -- the payer's
  units         INTEGER CHECK (units BETWEEN 1 AND 9999), -- visits; NULL: any
  from_on       TEXT,
  to_on         TEXT,                       -- last day
  status        TEXT    NOT NULL DEFAULT 'pending'
                CHECK (status IN ('pending', 'approved', 'denied')),
  note          TEXT    NOT NULL DEFAULT '',
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  updated_by    INTEGER REFERENCES app_user,
  CHECK (to_on IS NULL OR from_on IS NULL OR to_on >= from_on),
  CHECK (status <> 'approved' OR number <> '')
) STRICT;
CREATE INDEX prior_auth_by_patient ON prior_auth (patient_id, to_on);

-- A referral that brought the patient here.
CREATE TABLE referral_in (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  visit_type_id INTEGER REFERENCES visit_type, -- NULL: for any type
  from_whom     TEXT    NOT NULL CHECK (from_whom <> ''),
  number        TEXT    NOT NULL DEFAULT '',
  visits        INTEGER CHECK (visits BETWEEN 1 AND 9999), -- NULL: any
  from_on       TEXT,
  to_on         TEXT,                       -- last day
  note          TEXT    NOT NULL DEFAULT '',
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  updated_by    INTEGER REFERENCES app_user,
  CHECK (to_on IS NULL OR from_on IS NULL OR to_on >= from_on)
) STRICT;
CREATE INDEX referral_in_by_patient ON referral_in (patient_id, to_on);

-- One thing one visit needs. what tells two of a kind apart: which form,
-- which consent. by_hand: somebody has said how it stands; until then the
-- records say it.
CREATE TABLE visit_need (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  appointment_id INTEGER NOT NULL REFERENCES appointment,
  kind          TEXT    NOT NULL CHECK (kind IN ('interpreter', 'transport',
                'mobility', 'consent', 'form', 'referral', 'authorization',
                'other')),
  what          TEXT    NOT NULL DEFAULT '',
  source        TEXT    NOT NULL CHECK (source IN ('patient', 'type',
                'hand')),
  state         TEXT    NOT NULL DEFAULT 'needed' CHECK (state IN ('needed',
                'requested', 'confirmed', 'not_needed', 'failed')),
  state_at      INTEGER NOT NULL,
  state_by      INTEGER REFERENCES app_user, -- NULL: told from records
  by_hand       INTEGER NOT NULL DEFAULT 0 CHECK (by_hand IN (0, 1)),
  reason        TEXT    NOT NULL DEFAULT '', -- why not needed, why failed
  language      TEXT    NOT NULL DEFAULT '', -- BCP 47
  mode          TEXT    NOT NULL DEFAULT '', -- of interpreter or transport
  sex           TEXT    NOT NULL DEFAULT ''  -- the interpreter's, if asked
                CHECK (sex IN ('', 'female', 'male')),
  vendor        TEXT    NOT NULL DEFAULT '', -- agency, broker, from whom
  reference     TEXT    NOT NULL DEFAULT '', -- confirmation, its number
  pickup_at     INTEGER,
  pickup_place  TEXT    NOT NULL DEFAULT '',
  way_back      TEXT    NOT NULL DEFAULT '',
  wheelchair    INTEGER NOT NULL DEFAULT 0 CHECK (wheelchair IN (0, 1)),
  until_on      TEXT,                       -- good until
  note          TEXT    NOT NULL DEFAULT '',
  CHECK (state <> 'not_needed' OR reason <> ''),
  UNIQUE (appointment_id, kind, what)
) STRICT;

-- Everything that happened to it, in order; never changed.
CREATE TABLE visit_need_event (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  need_id       INTEGER NOT NULL REFERENCES visit_need,
  at            INTEGER NOT NULL,
  user_id       INTEGER REFERENCES app_user,
  state         TEXT    NOT NULL,
  detail        TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX visit_need_event_by_need ON visit_need_event (need_id, id);
