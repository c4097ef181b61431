-- Patients, how to reach them, and what the search box looks in.

CREATE TABLE provider (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  name          TEXT    NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  short_name    TEXT    NOT NULL,           -- "Dr. Okafor", for lists
  npi           TEXT    NOT NULL DEFAULT '',
  specialty     TEXT    NOT NULL DEFAULT '',
  languages     TEXT    NOT NULL DEFAULT '', -- "en es"
  user_id       INTEGER REFERENCES app_user,
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX provider_by_clinic ON provider (clinic_id, active, name);

CREATE TABLE patient (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  mrn           TEXT    NOT NULL CHECK (length(mrn) BETWEEN 1 AND 40),
  mrn_key       TEXT    NOT NULL,           -- its letters and digits only
  family        TEXT    NOT NULL,
  given         TEXT    NOT NULL,           -- with middle names
  suffix        TEXT    NOT NULL DEFAULT '',
  preferred     TEXT    NOT NULL DEFAULT '', -- the name to be called by
  pronouns      TEXT    NOT NULL DEFAULT '',
  family_key    TEXT    NOT NULL,           -- folded, see base/utf8.h
  given_key     TEXT    NOT NULL,
  birth_on      TEXT,                       -- NULL: not recorded
  sex           TEXT    NOT NULL DEFAULT 'unknown' -- for clinical use
                CHECK (sex IN ('female', 'male', 'other', 'unknown')),
  language      TEXT    NOT NULL DEFAULT 'en', -- BCP 47, spoken
  interpreter   INTEGER NOT NULL DEFAULT 0 CHECK (interpreter IN (0, 1)),
  address       TEXT    NOT NULL DEFAULT '',
  city          TEXT    NOT NULL DEFAULT '',
  state         TEXT    NOT NULL DEFAULT '',
  postal        TEXT    NOT NULL DEFAULT '',
  country       TEXT    NOT NULL DEFAULT '',
  email         TEXT    NOT NULL DEFAULT '',
  channel       TEXT    NOT NULL DEFAULT 'phone'
                CHECK (channel IN ('phone', 'sms', 'email', 'letter')),
  contact_note  TEXT    NOT NULL DEFAULT '', -- "after 16:00, no voicemail"
  sms_ok        INTEGER NOT NULL DEFAULT 0 CHECK (sms_ok IN (0, 1)),
  email_ok      INTEGER NOT NULL DEFAULT 0 CHECK (email_ok IN (0, 1)),
  allergy_state TEXT    NOT NULL DEFAULT 'not_asked'
                CHECK (allergy_state IN ('not_asked', 'none_known', 'listed')),
  provider_id   INTEGER REFERENCES provider, -- usual clinician
  site_id       INTEGER REFERENCES site,
  restricted    INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
  deceased_on   TEXT,
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  note          TEXT    NOT NULL DEFAULT '',
  created_at    INTEGER NOT NULL,
  updated_at    INTEGER NOT NULL,
  updated_by    INTEGER REFERENCES app_user
) STRICT;
CREATE UNIQUE INDEX patient_mrn ON patient (clinic_id, mrn_key);
CREATE INDEX patient_by_family
  ON patient (clinic_id, family_key, given_key, id);
CREATE INDEX patient_by_given
  ON patient (clinic_id, given_key, family_key, id);
CREATE INDEX patient_by_birth
  ON patient (clinic_id, birth_on, family_key, given_key, id);
CREATE INDEX patient_by_created ON patient (clinic_id, created_at);

CREATE TABLE patient_phone (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  rank          INTEGER NOT NULL,           -- 1 is called first
  use           TEXT    NOT NULL DEFAULT 'mobile'
                CHECK (use IN ('mobile', 'home', 'work', 'other')),
  number        TEXT    NOT NULL,           -- as +15550134471 or as entered
  digits_rev    TEXT    NOT NULL,           -- digits backwards: tail search
  UNIQUE (patient_id, rank)
) STRICT;
CREATE INDEX patient_phone_by_digits
  ON patient_phone (clinic_id, digits_rev, patient_id);

-- Identifiers given elsewhere, and earlier MRNs.
CREATE TABLE patient_identifier (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  system        TEXT    NOT NULL,
  value         TEXT    NOT NULL,
  type          TEXT    NOT NULL DEFAULT '', -- HL7 v2 0203: MR, SS, DL ...
  UNIQUE (clinic_id, system, value, patient_id)
) STRICT;
CREATE INDEX patient_identifier_by_patient ON patient_identifier (patient_id);
CREATE INDEX patient_identifier_by_value
  ON patient_identifier (clinic_id, value, patient_id);

-- Family, guardians, emergency contacts.
CREATE TABLE patient_person (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  name          TEXT    NOT NULL,
  relationship  TEXT    NOT NULL DEFAULT '',
  phone         TEXT    NOT NULL DEFAULT '',
  emergency     INTEGER NOT NULL DEFAULT 0 CHECK (emergency IN (0, 1))
) STRICT;
CREATE INDEX patient_person_by_patient ON patient_person (patient_id);

-- What a demographic field was before: who changed it, when, from what.
CREATE TABLE patient_history (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  version       INTEGER NOT NULL,           -- the version this change made
  at            INTEGER NOT NULL,
  user_id       INTEGER REFERENCES app_user,
  field         TEXT    NOT NULL,
  before        TEXT    NOT NULL,
  after         TEXT    NOT NULL
) STRICT;
CREATE INDEX patient_history_by_patient ON patient_history (patient_id, version);

-- The words of a name that do not begin a key ("lopez" of "garcia lopez",
-- the second half of a hyphened name), each with what stands in the other
-- half of the name, so that they are found as quickly as the first words.
CREATE TABLE patient_word (
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  word          TEXT    NOT NULL,           -- and what follows it
  mate          TEXT    NOT NULL,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  PRIMARY KEY (clinic_id, word, mate, patient_id)
) STRICT;
CREATE INDEX patient_word_by_patient ON patient_word (patient_id);

-- The distinct forms names have here, so that a rare pair of beginnings or
-- a typing error is looked for among some thousand forms and not among all
-- patients. Kinds: family (whole key), given (first word of the key), extra
-- (patient_word.word), word (every single word, for typing errors).
CREATE TABLE name_form (
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  kind          TEXT    NOT NULL
                CHECK (kind IN ('family', 'given', 'extra', 'word')),
  form          TEXT    NOT NULL,
  n             INTEGER NOT NULL CHECK (n >= 0), -- patients that have it
  PRIMARY KEY (clinic_id, kind, form)
) STRICT;

-- Each single word with one letter left out, and whole. Two words that are
-- one typing error apart (a letter too many, too few, wrong, or two swapped)
-- have an entry in common.
CREATE TABLE name_near (
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  near          TEXT    NOT NULL,
  form          TEXT    NOT NULL,
  PRIMARY KEY (clinic_id, near, form)
) STRICT;
