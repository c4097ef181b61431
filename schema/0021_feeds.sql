-- Calendar feeds: a secret link by which somebody's own calendar program
-- reads a provider's day or a patient's visits. Only the token's hash is
-- kept; a new link revokes the one before.

CREATE TABLE calendar_feed (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  provider_id   INTEGER REFERENCES provider,
  patient_id    INTEGER REFERENCES patient,
  names         TEXT    NOT NULL DEFAULT 'none'
                CHECK (names IN ('none', 'initials')), -- in a provider's
  language      TEXT    NOT NULL DEFAULT 'en',
  token_hash    TEXT    NOT NULL UNIQUE,    -- SHA-256, hex
  created_at    INTEGER NOT NULL,
  used_at       INTEGER,                    -- to the hour
  revoked_at    INTEGER,
  CHECK ((provider_id IS NULL) <> (patient_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX calendar_feed_of_provider
  ON calendar_feed (provider_id) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX calendar_feed_of_patient
  ON calendar_feed (patient_id) WHERE revoked_at IS NULL;
