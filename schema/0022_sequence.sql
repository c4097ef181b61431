-- Visits that follow each other with set gaps, and what is done at home
-- before a visit.

-- What a clinic books together: lab, then imaging, then the visit.
CREATE TABLE sequence_plan (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  name          TEXT    NOT NULL CHECK (name <> ''),
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  updated_at    INTEGER NOT NULL,
  updated_by    INTEGER REFERENCES app_user,
  UNIQUE (clinic_id, name)
) STRICT;

-- Its steps. The gap is to the step before: minutes from its end, or days
-- of the calendar; the first step has none.
CREATE TABLE sequence_step (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  plan_id       INTEGER NOT NULL REFERENCES sequence_plan,
  step_no       INTEGER NOT NULL CHECK (step_no BETWEEN 1 AND 5),
  visit_type_id INTEGER NOT NULL REFERENCES visit_type,
  provider_id   INTEGER REFERENCES provider, -- NULL: any
  unit          TEXT    NOT NULL CHECK (unit IN ('', 'minute', 'day')),
  low           INTEGER NOT NULL CHECK (low BETWEEN 0 AND 1440),
  high          INTEGER NOT NULL CHECK (high BETWEEN 0 AND 1440),
  needed        INTEGER NOT NULL DEFAULT 1 CHECK (needed IN (0, 1)),
  CHECK (low <= high),
  UNIQUE (plan_id, step_no)
) STRICT;

-- One that was booked. Name and gaps are kept as they were that day.
CREATE TABLE visit_sequence (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  plan_id       INTEGER NOT NULL REFERENCES sequence_plan,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  name          TEXT    NOT NULL,
  made_at       INTEGER NOT NULL,
  made_by       INTEGER REFERENCES app_user
) STRICT;
CREATE INDEX visit_sequence_by_patient ON visit_sequence (patient_id, id);

-- The newest row of each visit: one that is moved keeps its place.
CREATE TABLE visit_sequence_step (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  sequence_id   INTEGER NOT NULL REFERENCES visit_sequence,
  step_no       INTEGER NOT NULL CHECK (step_no BETWEEN 1 AND 5),
  appointment_id INTEGER NOT NULL UNIQUE REFERENCES appointment,
  unit          TEXT    NOT NULL CHECK (unit IN ('', 'minute', 'day')),
  low           INTEGER NOT NULL,
  high          INTEGER NOT NULL,
  needed        INTEGER NOT NULL CHECK (needed IN (0, 1)),
  UNIQUE (sequence_id, step_no)
) STRICT;

-- What is to be done before each visit of a type.
CREATE TABLE visit_type_prep (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  visit_type_id INTEGER NOT NULL REFERENCES visit_type,
  kind          TEXT    NOT NULL CHECK (kind IN ('instruction', 'fasting',
                'form', 'bring', 'return', 'medication')),
  unit          TEXT    NOT NULL CHECK (unit IN ('hour', 'day')),
  lead          INTEGER NOT NULL CHECK (lead BETWEEN 0 AND 90),
  needed        INTEGER NOT NULL DEFAULT 1 CHECK (needed IN (0, 1)),
  words         TEXT    NOT NULL DEFAULT '',
  words_es      TEXT    NOT NULL DEFAULT '',
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  CHECK (kind = 'fasting' OR words <> '')
) STRICT;
CREATE INDEX visit_type_prep_by_type ON visit_type_prep (visit_type_id, id);

-- The same of one visit, as it stood when that was booked.
CREATE TABLE visit_prep (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  appointment_id INTEGER NOT NULL REFERENCES appointment,
  prep_id       INTEGER NOT NULL REFERENCES visit_type_prep,
  kind          TEXT    NOT NULL CHECK (kind IN ('instruction', 'fasting',
                'form', 'bring', 'return', 'medication')),
  unit          TEXT    NOT NULL CHECK (unit IN ('hour', 'day')),
  lead          INTEGER NOT NULL,
  needed        INTEGER NOT NULL CHECK (needed IN (0, 1)),
  words         TEXT    NOT NULL,
  words_es      TEXT    NOT NULL,
  due_at        INTEGER NOT NULL,
  done_at       INTEGER,
  done_by       INTEGER REFERENCES app_user,
  UNIQUE (appointment_id, prep_id)
) STRICT;
-- What somebody still has to see to.
CREATE INDEX visit_prep_open ON visit_prep (clinic_id, due_at)
  WHERE done_at IS NULL AND needed = 1 AND kind <> 'fasting';
