-- The clinic, its people, their sessions, and the three tables every act
-- writes to: audit_event, outbox, form_once.
-- Suffixes: _at seconds since 1970 UTC, _on calendar day as YYYY-MM-DD,
-- _min minutes since midnight or of duration, _cents money.

CREATE TABLE clinic (
  id            INTEGER PRIMARY KEY,
  name          TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  short_name    TEXT    NOT NULL,
  phone         TEXT    NOT NULL DEFAULT '',
  zone          TEXT    NOT NULL,           -- IANA, for pages of no one site
  language      TEXT    NOT NULL DEFAULT 'en',
  clock24       INTEGER NOT NULL DEFAULT 1 CHECK (clock24 IN (0, 1)),
  next_mrn      INTEGER NOT NULL DEFAULT 100001,
  version       INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE site (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  name          TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  zone          TEXT    NOT NULL,
  address       TEXT    NOT NULL DEFAULT '',
  city          TEXT    NOT NULL DEFAULT '',
  state         TEXT    NOT NULL DEFAULT '',
  postal        TEXT    NOT NULL DEFAULT '',
  phone         TEXT    NOT NULL DEFAULT '',
  directions    TEXT    NOT NULL DEFAULT '',
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  UNIQUE (clinic_id, name)
) STRICT;

-- Opening hours; a weekday (0 Sunday to 6 Saturday) without a row is closed.
CREATE TABLE site_hours (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  site_id       INTEGER NOT NULL REFERENCES site,
  weekday       INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  open_min      INTEGER NOT NULL CHECK (open_min BETWEEN 0 AND 1439),
  close_min     INTEGER NOT NULL CHECK (close_min BETWEEN 1 AND 1440),
  CHECK (close_min > open_min)
) STRICT;
CREATE INDEX site_hours_by_site ON site_hours (site_id, weekday);

-- Days a site (or, with site_id NULL, every site) is closed.
CREATE TABLE closure (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  site_id       INTEGER REFERENCES site,
  day_on        TEXT    NOT NULL,
  name          TEXT    NOT NULL,
  federal       INTEGER NOT NULL DEFAULT 0 CHECK (federal IN (0, 1))
) STRICT;
CREATE INDEX closure_by_day ON closure (clinic_id, day_on);

CREATE TABLE app_user (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  login         TEXT    NOT NULL CHECK (length(login) BETWEEN 2 AND 64),
  name          TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  email         TEXT    NOT NULL DEFAULT '',
  password_hash TEXT    NOT NULL DEFAULT '',  -- '' cannot log in
  must_change   INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1)),
  licensed      INTEGER NOT NULL DEFAULT 0 CHECK (licensed IN (0, 1)),
  clinical_staff INTEGER NOT NULL DEFAULT 0 CHECK (clinical_staff IN (0, 1)),
  disabled_at   INTEGER,
  last_login_at INTEGER,
  failed_since  INTEGER NOT NULL DEFAULT 0, -- failures since last_login_at
  site_id       INTEGER REFERENCES site,    -- where the day starts
  theme         TEXT    NOT NULL DEFAULT 'system'
                CHECK (theme IN ('system', 'light', 'dark')),
  density       TEXT    NOT NULL DEFAULT 'normal'
                CHECK (density IN ('normal', 'compact')),
  shortcuts     INTEGER NOT NULL DEFAULT 1 CHECK (shortcuts IN (0, 1)),
  created_at    INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX app_user_login ON app_user (login);
CREATE INDEX app_user_by_clinic ON app_user (clinic_id, name);

CREATE TABLE user_role (
  user_id       INTEGER NOT NULL REFERENCES app_user,
  role          TEXT    NOT NULL CHECK (role IN ('coordinator', 'front_desk',
                'biller', 'clinician', 'case_manager', 'supervisor', 'admin')),
  PRIMARY KEY (user_id, role)
) STRICT;

-- Pools of work: an open loop belongs to a person or to a team.
CREATE TABLE team (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  name          TEXT    NOT NULL,
  UNIQUE (clinic_id, name)
) STRICT;
CREATE TABLE user_team (
  user_id       INTEGER NOT NULL REFERENCES app_user,
  team_id       INTEGER NOT NULL REFERENCES team,
  PRIMARY KEY (user_id, team_id)
) STRICT;

-- Staff sessions. Only the SHA-256 of the cookie is kept.
CREATE TABLE session (
  id            INTEGER PRIMARY KEY,
  token_hash    TEXT    NOT NULL UNIQUE,
  user_id       INTEGER NOT NULL REFERENCES app_user,
  csrf          TEXT    NOT NULL,
  created_at    INTEGER NOT NULL,
  seen_at       INTEGER NOT NULL,
  stepped_at    INTEGER,                    -- password given again
  address       TEXT    NOT NULL DEFAULT '',
  agent         TEXT    NOT NULL DEFAULT '',
  ended_at      INTEGER,
  end_reason    TEXT    NOT NULL DEFAULT '',
  writes        INTEGER NOT NULL DEFAULT 0,  -- what it changed so far, counted
  flash         TEXT    NOT NULL DEFAULT '', -- told once, on the next page
  flash_undo    TEXT    NOT NULL DEFAULT ''  -- path that undoes it, or ''
) STRICT;
CREATE INDEX session_by_user ON session (user_id, ended_at);

-- Failed log-ins by account and by source ("user:LOGIN", "addr:1.2.3.4",
-- "portal:LOGIN", "code:PATIENT").
CREATE TABLE login_throttle (
  key           TEXT    PRIMARY KEY,
  fails         INTEGER NOT NULL,
  first_at      INTEGER NOT NULL,
  last_at       INTEGER NOT NULL,
  next_at       INTEGER NOT NULL            -- no try before this moment
) STRICT;

-- Who did what to whom. Rows are only ever added; each carries the hash of
-- the one before it.
CREATE TABLE audit_event (
  id            INTEGER PRIMARY KEY,        -- 1, 2, 3 ... without a gap
  clinic_id     INTEGER NOT NULL,
  at            INTEGER NOT NULL,
  program       TEXT    NOT NULL,
  event         TEXT    NOT NULL,
  outcome       TEXT    NOT NULL CHECK (outcome IN ('ok', 'denied', 'failed')),
  user_id       INTEGER,
  actor         TEXT    NOT NULL,           -- login, patient:ID or uid:N
  roles         TEXT    NOT NULL,
  patient_id    INTEGER,
  object_type   TEXT    NOT NULL DEFAULT '',
  object_id     INTEGER,
  patients      TEXT    NOT NULL DEFAULT '', -- ids a list showed, "7 12 13"
  detail        TEXT    NOT NULL DEFAULT '',
  reason        TEXT    NOT NULL DEFAULT '',
  address       TEXT    NOT NULL DEFAULT '',
  session_id    INTEGER,
  request       TEXT    NOT NULL DEFAULT '', -- reference number of the reply
  prev_hash     TEXT    NOT NULL,
  hash          TEXT    NOT NULL
) STRICT;
CREATE INDEX audit_event_by_at ON audit_event (clinic_id, at);
CREATE INDEX audit_event_by_patient ON audit_event (patient_id, at);
CREATE INDEX audit_event_by_user ON audit_event (user_id, at);

-- The patients a list showed, one row each, to answer "who saw me".
CREATE TABLE audit_patient (
  patient_id    INTEGER NOT NULL,
  audit_id      INTEGER NOT NULL REFERENCES audit_event,
  PRIMARY KEY (patient_id, audit_id)
) STRICT;

-- sqlite: begin
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
CREATE TRIGGER audit_patient_no_update BEFORE UPDATE ON audit_patient
BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
CREATE TRIGGER audit_patient_no_delete BEFORE DELETE ON audit_patient
BEGIN SELECT RAISE(ABORT, 'audit_append_only'); END;
-- sqlite: end
-- pg: begin
CREATE FUNCTION audit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE 'audit_append_only' USING ERRCODE = 'integrity_constraint_violation',
    CONSTRAINT = 'audit_append_only', TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER audit_event_no_update BEFORE UPDATE ON audit_event
FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_event_no_delete BEFORE DELETE ON audit_event
FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_event_no_truncate BEFORE TRUNCATE ON audit_event
EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_patient_no_update BEFORE UPDATE ON audit_patient
FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_patient_no_delete BEFORE DELETE ON audit_patient
FOR EACH ROW EXECUTE FUNCTION audit_append_only();
CREATE TRIGGER audit_patient_no_truncate BEFORE TRUNCATE ON audit_patient
EXECUTE FUNCTION audit_append_only();
-- pg: end

-- What is to be told outside. A row is written by the act itself; sending
-- is the worker's. One row per event, occurrence, channel, recipient and
-- offset, whatever runs twice.
CREATE TABLE outbox (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER,
  event         TEXT    NOT NULL,           -- "visit_booked", ...
  object_type   TEXT    NOT NULL,
  object_id     INTEGER NOT NULL,
  occurrence    TEXT    NOT NULL DEFAULT '', -- e.g. the visit's version
  channel       TEXT    NOT NULL CHECK (channel IN ('email', 'sms', 'letter')),
  recipient     TEXT    NOT NULL,
  offset_min    INTEGER NOT NULL DEFAULT 0,
  language      TEXT    NOT NULL DEFAULT 'en',
  due_at        INTEGER NOT NULL,
  state         TEXT    NOT NULL DEFAULT 'waiting'
                CHECK (state IN ('waiting', 'sent', 'failed', 'dropped')),
  state_reason  TEXT    NOT NULL DEFAULT '',
  created_at    INTEGER NOT NULL,
  UNIQUE (event, object_type, object_id, occurrence, channel, recipient,
          offset_min)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (due_at) WHERE state = 'waiting';

-- A form that was taken once is answered again with what it led to.
CREATE TABLE form_once (
  key           TEXT    PRIMARY KEY,        -- SHA-256 of session and key
  path          TEXT    NOT NULL,
  location      TEXT    NOT NULL,
  created_at    INTEGER NOT NULL
) STRICT;
CREATE INDEX form_once_by_age ON form_once (created_at);
