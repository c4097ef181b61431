-- Payers, the policies of a patient, and what was found when one was checked.

CREATE TABLE payer (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  name          TEXT    NOT NULL,
  payer_code    TEXT    NOT NULL DEFAULT '', -- as in X12 NM1*PR, NM109
  kind          TEXT    NOT NULL DEFAULT 'commercial'
                CHECK (kind IN ('commercial', 'medicare', 'medicare_advantage',
                'medicaid', 'chip', 'tricare', 'va', 'workers_comp', 'auto',
                'self_pay', 'other')),
  phone         TEXT    NOT NULL DEFAULT '',
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  UNIQUE (clinic_id, name)
) STRICT;

CREATE TABLE coverage (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  payer_id      INTEGER NOT NULL REFERENCES payer,
  plan_name     TEXT    NOT NULL DEFAULT '',
  plan_kind     TEXT    NOT NULL DEFAULT ''
                CHECK (plan_kind IN ('', 'ppo', 'hmo', 'epo', 'pos', 'hdhp',
                'indemnity', 'other')),
  member_id     TEXT    NOT NULL DEFAULT '',
  group_no      TEXT    NOT NULL DEFAULT '',
  relationship  TEXT    NOT NULL DEFAULT 'self'
                CHECK (relationship IN ('self', 'spouse', 'child', 'other')),
  subscriber_name TEXT  NOT NULL DEFAULT '', -- '' when self
  subscriber_birth_on TEXT,
  start_on      TEXT,
  end_on        TEXT,                       -- last day covered
  rank          INTEGER NOT NULL            -- 1 pays first; 51 and up only
                CHECK (rank BETWEEN 1 AND 99), -- while the order changes
  rank_reason   TEXT    NOT NULL DEFAULT '',
  copay_cents   INTEGER CHECK (copay_cents IS NULL OR copay_cents >= 0),
  auth_phone    TEXT    NOT NULL DEFAULT '',
  rx_bin        TEXT    NOT NULL DEFAULT '',
  rx_pcn        TEXT    NOT NULL DEFAULT '',
  rx_group      TEXT    NOT NULL DEFAULT '',
  note          TEXT    NOT NULL DEFAULT '',
  end_reason    TEXT    NOT NULL DEFAULT '',
  status        TEXT    NOT NULL DEFAULT 'active'
                CHECK (status IN ('active', 'ended', 'entered-in-error')),
  source        TEXT    NOT NULL DEFAULT 'staff'
                CHECK (source IN ('staff', 'portal', 'import', 'demo')),
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  updated_by    INTEGER REFERENCES app_user,
  CHECK (end_on IS NULL OR start_on IS NULL OR end_on >= start_on)
) STRICT;
CREATE UNIQUE INDEX coverage_rank ON coverage (patient_id, rank)
  WHERE status = 'active';
CREATE INDEX coverage_by_patient ON coverage (patient_id, status, rank);

-- One look at one policy. The last good answer stays on the page when a
-- later check fails.
CREATE TABLE coverage_check (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  coverage_id   INTEGER NOT NULL REFERENCES coverage,
  appointment_id INTEGER REFERENCES appointment,
  at            INTEGER NOT NULL,
  user_id       INTEGER REFERENCES app_user,
  method        TEXT    NOT NULL CHECK (method IN ('phone', 'website', 'card',
                'electronic')),
  result        TEXT    NOT NULL CHECK (result IN ('active', 'inactive',
                'failed')),
  service_on    TEXT    NOT NULL,           -- the day asked about
  copay_cents   INTEGER,
  deductible_cents INTEGER,
  deductible_left_cents INTEGER,
  out_of_pocket_left_cents INTEGER,
  reference     TEXT    NOT NULL DEFAULT '', -- call reference, trace number
  person        TEXT    NOT NULL DEFAULT '', -- who at the payer answered
  note          TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX coverage_check_by_coverage
  ON coverage_check (coverage_id, service_on, at);
CREATE INDEX coverage_check_by_patient ON coverage_check (patient_id, at);
