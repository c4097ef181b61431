-- What a patient agreed to, or did not, at the desk. Rows are never
-- changed: the newest of a kind holds.
CREATE TABLE visit_consent (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  appointment_id INTEGER REFERENCES appointment,
  kind          TEXT    NOT NULL CHECK (kind IN ('treatment', 'privacy',
                'telehealth', 'text')),
  answer        TEXT    NOT NULL CHECK (answer IN ('given', 'declined')),
  how           TEXT    NOT NULL CHECK (how IN ('paper', 'spoken')),
  at            INTEGER NOT NULL,
  user_id       INTEGER REFERENCES app_user
) STRICT;
CREATE INDEX visit_consent_by_patient ON visit_consent (patient_id, at);
