-- Open loops: what must not be dropped, whose it is, until when, and what
-- comes next. Only the acts in cgi-bin/care open, move or close one.

CREATE TABLE work_item (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  kind          TEXT    NOT NULL CHECK (kind IN (
                'followup',           -- a call or check somebody asked for
                'discharge_call',     -- after a hospital stay
                'visit_confirm',      -- booked, asked, no answer
                'visit_change',       -- the patient asks for another time
                'visit_cancelled',    -- the patient cancelled: rebook?
                'no_show',            -- did not come: reach and rebook
                'coverage_check',     -- unchecked, failed or inactive
                'referral', 'authorization', 'message', 'result',
                'portal_help',        -- cannot get in, wrong details
                'record_check')),     -- an import or a record to look at
  patient_id    INTEGER REFERENCES patient,
  subject_type  TEXT    NOT NULL DEFAULT '' -- what it is about
                CHECK (subject_type IN ('', 'appointment', 'coverage',
                'portal_account', 'record')),
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

-- Everything that happened to a loop, in order; never changed. before and
-- after are for reading; was_ is what the loop held before a change that
-- can be taken back. A change to many loops at once has one batch_id.
CREATE TABLE work_event (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  item_id       INTEGER NOT NULL REFERENCES work_item,
  at            INTEGER NOT NULL,
  user_id       INTEGER REFERENCES app_user,
  actor         TEXT    NOT NULL,           -- staff, patient, system
  what          TEXT    NOT NULL,           -- opened, assigned, due, done ...
  before        TEXT    NOT NULL DEFAULT '',
  after         TEXT    NOT NULL DEFAULT '',
  note          TEXT    NOT NULL DEFAULT '',
  batch_id      INTEGER,
  was_state     TEXT    NOT NULL DEFAULT '', -- '' cannot be taken back
  was_waiting_on TEXT   NOT NULL DEFAULT '',
  was_owner_id  INTEGER,
  was_team_id   INTEGER,
  was_due_at    INTEGER,
  was_all_day   INTEGER,
  was_snoozed_until INTEGER
) STRICT;
CREATE INDEX work_event_by_item ON work_event (item_id, id);
CREATE INDEX work_event_by_batch ON work_event (clinic_id, batch_id)
  WHERE batch_id IS NOT NULL;

-- A try to reach somebody. A voicemail is an attempt, not a contact.
CREATE TABLE attempt (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  item_id       INTEGER NOT NULL REFERENCES work_item,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL,
  user_id       INTEGER NOT NULL REFERENCES app_user,
  channel       TEXT    NOT NULL CHECK (channel IN ('phone', 'sms', 'email',
                'portal', 'letter', 'in_person', 'fax')),
  number        TEXT    NOT NULL DEFAULT '', -- number or address used
  person        TEXT    NOT NULL DEFAULT '', -- who was reached
  outcome       TEXT    NOT NULL CHECK (outcome IN ('reached', 'voicemail',
                'no_answer', 'wrong_number', 'refused', 'busy', 'sent')),
  note          TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX attempt_by_item ON attempt (item_id, at);
CREATE INDEX attempt_by_patient ON attempt (patient_id, at);
