-- Keys with which other programs work here. A key acts for a person of the
-- staff: what that person may do, and no more; who is disabled takes their
-- keys along.

CREATE TABLE api_key (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  user_id       INTEGER NOT NULL REFERENCES app_user, -- whom it acts for
  name          TEXT    NOT NULL,           -- "Phone system"
  token_hash    TEXT    NOT NULL UNIQUE,    -- SHA-256, hex
  created_at    INTEGER NOT NULL,
  created_by    INTEGER NOT NULL REFERENCES app_user,
  expires_at    INTEGER NOT NULL,
  used_at       INTEGER,                    -- to the minute
  revoked_at    INTEGER,
  revoked_by    INTEGER REFERENCES app_user,
  CHECK (expires_at > created_at),
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL))
) STRICT;
CREATE INDEX api_key_by_clinic ON api_key (clinic_id, revoked_at);
