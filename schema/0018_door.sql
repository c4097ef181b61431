-- Coming in without the desk: by the patient's own phone, by a code, at a
-- kiosk, by video. What was said there stands beside the visit.

-- A device in the waiting room that can do nothing but check patients in.
-- It is set up once, by a code that is typed into it; from then on it has
-- a token. Both are kept as hashes.
CREATE TABLE kiosk (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  site_id       INTEGER NOT NULL REFERENCES site,
  name          TEXT    NOT NULL,
  setup_hash    TEXT    UNIQUE,             -- NULL once it was used
  setup_until_at INTEGER NOT NULL,
  token_hash    TEXT    UNIQUE,             -- NULL until then
  made_at       INTEGER NOT NULL,
  made_by       INTEGER REFERENCES app_user,
  started_at    INTEGER,
  seen_at       INTEGER,                    -- somebody stood at it
  ended_at      INTEGER,
  ended_by      INTEGER REFERENCES app_user,
  visit_id      INTEGER REFERENCES appointment, -- whose answers are asked
  visit_until_at INTEGER,                   -- no longer than this
  CHECK ((visit_id IS NULL) = (visit_until_at IS NULL))
) STRICT;
CREATE INDEX kiosk_by_site ON kiosk (site_id);

-- How a patient came in by themselves. It is about the arrival at that
-- moment: a visit that was arrived again at the desk has another one.
CREATE TABLE visit_arrival (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  appointment_id INTEGER NOT NULL UNIQUE REFERENCES appointment,
  at            INTEGER NOT NULL,
  door          TEXT    NOT NULL
                CHECK (door IN ('portal', 'code', 'kiosk', 'video')),
  kiosk_id      INTEGER REFERENCES kiosk,
  desk          TEXT    NOT NULL DEFAULT '', -- what is left for the desk
  CHECK ((door = 'kiosk') = (kiosk_id IS NOT NULL))
) STRICT;

-- A code to check in with, of one visit; only the newest is good.
CREATE TABLE visit_code (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  appointment_id INTEGER NOT NULL UNIQUE REFERENCES appointment,
  code_hash     TEXT    NOT NULL UNIQUE,
  made_at       INTEGER NOT NULL,
  until_at      INTEGER NOT NULL,
  tries         INTEGER NOT NULL DEFAULT 0  -- wrong birth dates
) STRICT;

-- The room of a visit by video, and what its patient said on the way in.
CREATE TABLE visit_video (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  appointment_id INTEGER NOT NULL UNIQUE REFERENCES appointment,
  room          TEXT    NOT NULL UNIQUE,    -- cannot be guessed
  made_at       INTEGER NOT NULL,
  waiting_at    INTEGER,                    -- the patient pressed join
  state         TEXT    NOT NULL DEFAULT '', -- where they are: "NY"
  address       TEXT    NOT NULL DEFAULT '',
  emergency     TEXT    NOT NULL DEFAULT '', -- whom to call, a number
  callback      TEXT    NOT NULL DEFAULT '' -- theirs, if video fails
) STRICT;

-- Answers are given on a screen too.
-- sqlite: begin
CREATE TABLE visit_consent_new (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  appointment_id INTEGER REFERENCES appointment,
  kind          TEXT    NOT NULL CHECK (kind IN ('treatment', 'privacy',
                'telehealth', 'text')),
  answer        TEXT    NOT NULL CHECK (answer IN ('given', 'declined')),
  how           TEXT    NOT NULL CHECK (how IN ('paper', 'spoken', 'screen')),
  at            INTEGER NOT NULL,
  user_id       INTEGER REFERENCES app_user
) STRICT;
INSERT INTO visit_consent_new (id, clinic_id, patient_id, appointment_id,
  kind, answer, how, at, user_id)
  SELECT id, clinic_id, patient_id, appointment_id, kind, answer, how, at,
         user_id FROM visit_consent;
DROP TABLE visit_consent;
ALTER TABLE visit_consent_new RENAME TO visit_consent;
CREATE INDEX visit_consent_by_patient ON visit_consent (patient_id, at);
-- sqlite: end
-- pg: begin
ALTER TABLE visit_consent DROP CONSTRAINT visit_consent_how_check;
ALTER TABLE visit_consent ADD CONSTRAINT visit_consent_how_check
  CHECK (how IN ('paper', 'spoken', 'screen'));
-- pg: end
