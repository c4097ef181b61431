-- Patients' own accounts, and the sessions of the portal, apart from the
-- staff's: a cookie of one is nothing to the other.

CREATE TABLE portal_account (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER NOT NULL UNIQUE REFERENCES patient,
  login         TEXT    NOT NULL UNIQUE CHECK (length(login) BETWEEN 3 AND 254),
  password_hash TEXT    NOT NULL,
  created_at    INTEGER NOT NULL,
  last_login_at INTEGER,
  disabled_at   INTEGER,
  language      TEXT    NOT NULL DEFAULT '' -- of the pages; '': the spoken one
) STRICT;

-- A printed code; with the date of birth it opens an account, once.
CREATE TABLE portal_activation (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  code_hash     TEXT    NOT NULL UNIQUE,
  created_at    INTEGER NOT NULL,
  created_by    INTEGER REFERENCES app_user,
  expires_at    INTEGER NOT NULL,
  tries         INTEGER NOT NULL DEFAULT 0,
  used_at       INTEGER
) STRICT;
CREATE INDEX portal_activation_by_patient ON portal_activation (patient_id);

CREATE TABLE portal_session (
  id            INTEGER PRIMARY KEY,
  token_hash    TEXT    NOT NULL UNIQUE,
  account_id    INTEGER NOT NULL REFERENCES portal_account,
  csrf          TEXT    NOT NULL,
  created_at    INTEGER NOT NULL,
  seen_at       INTEGER NOT NULL,
  stepped_at    INTEGER,
  address       TEXT    NOT NULL DEFAULT '',
  agent         TEXT    NOT NULL DEFAULT '',
  ended_at      INTEGER,
  end_reason    TEXT    NOT NULL DEFAULT '',
  writes        INTEGER NOT NULL DEFAULT 0,  -- what it changed so far, counted
  flash         TEXT    NOT NULL DEFAULT '',
  flash_undo    TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX portal_session_by_account ON portal_session (account_id, ended_at);
