-- Records that came from elsewhere as FHIR R4 resources: each whole and
-- unchanged, and beside it the fields that lists and charts read. Times in
-- at are seconds UTC, 0 when the source gives none; the dates beside them
-- are the source's own text, which may be a year only. A column that is
-- NULL was not in the source. domain/record_map.h says which element each
-- column holds.

-- Files taken in. One that comes again changes nothing.
CREATE TABLE import_file (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  name          TEXT    NOT NULL,
  hash          TEXT    NOT NULL,           -- SHA-256 of its bytes
  bytes         INTEGER NOT NULL,
  resources     INTEGER NOT NULL,
  imported_at   INTEGER NOT NULL,
  user_id       INTEGER REFERENCES app_user,
  UNIQUE (clinic_id, hash)
) STRICT;

CREATE TABLE fhir_resource (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1, -- grows when it comes changed
  file_id       INTEGER NOT NULL REFERENCES import_file,
  parent_id     INTEGER REFERENCES fhir_resource, -- when contained in it
  patient_id    INTEGER REFERENCES patient,
  type          TEXT    NOT NULL,
  fhir_id       TEXT    NOT NULL DEFAULT '',
  full_url      TEXT    NOT NULL DEFAULT '',
  hash          TEXT    NOT NULL,           -- SHA-256, white space left out
  state         TEXT    NOT NULL CHECK (state IN ('stored', 'kept')),
  reason        TEXT    NOT NULL DEFAULT '', -- why only kept
  object_id     INTEGER,                    -- visit or policy it became
  title         TEXT    NOT NULL DEFAULT '',
  status        TEXT    NOT NULL DEFAULT '',
  at            INTEGER NOT NULL DEFAULT 0,
  at_text       TEXT    NOT NULL DEFAULT '',
  timeline      INTEGER NOT NULL DEFAULT 0 CHECK (timeline IN (0, 1)),
  imported_at   INTEGER NOT NULL,
  json          TEXT    NOT NULL            -- as it came, byte for byte
) STRICT;
CREATE INDEX fhir_resource_by_patient
  ON fhir_resource (patient_id, type, at, id);
CREATE INDEX fhir_resource_by_time ON fhir_resource (patient_id, at, id)
  WHERE timeline = 1;
CREATE INDEX fhir_resource_by_file ON fhir_resource (file_id);
CREATE INDEX fhir_resource_by_hash ON fhir_resource (clinic_id, type, hash)
  WHERE fhir_id = '' AND full_url = '';

-- What a resource was before a later file brought it changed.
CREATE TABLE fhir_resource_past (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  version       INTEGER NOT NULL,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  file_id       INTEGER NOT NULL REFERENCES import_file,
  replaced_at   INTEGER NOT NULL,
  json          TEXT    NOT NULL,
  PRIMARY KEY (resource_id, version)
) STRICT;

-- Every name a resource can be referred to by: its fullUrl, "Type/id" and
-- "Type?identifier=system|value" (FHIR R4, Bundle 2.36.4 and references
-- 2.3.0).
CREATE TABLE fhir_key (
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  key           TEXT    NOT NULL,
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  PRIMARY KEY (clinic_id, key, resource_id)
) STRICT;
CREATE INDEX fhir_key_by_resource ON fhir_key (resource_id);

-- Every reference in a resource. An open one has no target yet and gets it
-- when the target arrives.
CREATE TABLE fhir_reference (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  seq           INTEGER NOT NULL,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  path          TEXT    NOT NULL,           -- "participant[0].member"
  reference     TEXT    NOT NULL,           -- as it stands, or ''
  display       TEXT    NOT NULL DEFAULT '',
  key           TEXT    NOT NULL,           -- what to find it by; '' nothing
  state         TEXT    NOT NULL CHECK (state IN ('resolved', 'open',
                'contained', 'ambiguous', 'none')),
  target_id     INTEGER REFERENCES fhir_resource,
  PRIMARY KEY (resource_id, seq),
  CHECK ((state = 'resolved') = (target_id IS NOT NULL))
) STRICT;
CREATE INDEX fhir_reference_open ON fhir_reference (clinic_id, key)
  WHERE state IN ('open', 'ambiguous');
CREATE INDEX fhir_reference_to ON fhir_reference (target_id)
  WHERE target_id IS NOT NULL;

-- Codings beyond the one a column holds, and those whose own words differ
-- from the concept's.
CREATE TABLE record_code (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  seq           INTEGER NOT NULL,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  path          TEXT    NOT NULL,           -- "category[1]"
  system        TEXT,
  code          TEXT,
  display       TEXT,
  text          TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE patient_record (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  active        INTEGER CHECK (active IN (0, 1)),
  gender        TEXT,
  birth_date    TEXT,
  deceased      TEXT,
  marital_system TEXT,
  marital_code  TEXT,
  marital_text  TEXT,
  multiple_birth TEXT
) STRICT;
CREATE INDEX patient_record_by_patient ON patient_record (patient_id, at);

CREATE TABLE practitioner (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  active        INTEGER CHECK (active IN (0, 1)),
  gender        TEXT,
  birth_date    TEXT
) STRICT;

CREATE TABLE organization (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  active        INTEGER CHECK (active IN (0, 1)),
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  name          TEXT,
  alias         TEXT
) STRICT;

CREATE TABLE location (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  name          TEXT,
  alias         TEXT,
  description   TEXT,
  mode          TEXT,
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  latitude      TEXT,
  longitude     TEXT
) STRICT;

CREATE TABLE encounter (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  class_system  TEXT,
  class_code    TEXT,
  class_display TEXT,
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  service_text  TEXT,
  priority_text TEXT,
  period_start  TEXT,
  period_end    TEXT,
  reason_system TEXT,
  reason_code   TEXT,
  reason_text   TEXT,
  admit_source_text TEXT,
  discharge_system TEXT,
  discharge_code TEXT,
  discharge_text TEXT
) STRICT;
CREATE INDEX encounter_by_patient ON encounter (patient_id, at);

CREATE TABLE condition (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  clinical_system TEXT,
  clinical_code TEXT,
  clinical_text TEXT,
  verification_system TEXT,
  verification_code TEXT,
  verification_text TEXT,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  severity_system TEXT,
  severity_code TEXT,
  severity_text TEXT,
  code_system   TEXT,
  code_code     TEXT,
  code_text     TEXT,
  body_site_text TEXT,
  onset_type    TEXT,
  onset         TEXT,
  abatement_type TEXT,
  abatement     TEXT,
  recorded_date TEXT,
  note          TEXT
) STRICT;
CREATE INDEX condition_by_patient ON condition (patient_id, at);

CREATE TABLE allergy (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  clinical_system TEXT,
  clinical_code TEXT,
  clinical_text TEXT,
  verification_system TEXT,
  verification_code TEXT,
  verification_text TEXT,
  type          TEXT,
  category      TEXT,
  criticality   TEXT,
  code_system   TEXT,
  code_code     TEXT,
  code_text     TEXT,
  onset         TEXT,
  recorded_date TEXT,
  last_occurrence TEXT,
  note          TEXT
) STRICT;
CREATE INDEX allergy_by_patient ON allergy (patient_id, at);

CREATE TABLE medication_request (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  status_reason_text TEXT,
  intent        TEXT,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  priority      TEXT,
  do_not_perform INTEGER CHECK (do_not_perform IN (0, 1)),
  reported      TEXT,
  medication_system TEXT,
  medication_code TEXT,
  medication_text TEXT,
  authored_on   TEXT,
  reason_system TEXT,
  reason_code   TEXT,
  reason_text   TEXT,
  validity_start TEXT,
  validity_end  TEXT,
  repeats       INTEGER,
  dispense_number TEXT,
  dispense_comparator TEXT,
  dispense_unit TEXT,
  dispense_unit_system TEXT,
  dispense_unit_code TEXT,
  supply_number TEXT,
  supply_comparator TEXT,
  supply_unit   TEXT,
  supply_unit_system TEXT,
  supply_unit_code TEXT,
  note          TEXT
) STRICT;
CREATE INDEX medication_request_by_patient ON medication_request (patient_id, at);

CREATE TABLE observation (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  code_system   TEXT,
  code_code     TEXT,
  code_text     TEXT,
  code_key      TEXT    NOT NULL,
  effective_type TEXT,
  effective     TEXT,
  issued        TEXT,
  shown         TEXT,
  value_type    TEXT,
  value_number  TEXT,
  value_comparator TEXT,
  value_unit    TEXT,
  value_unit_system TEXT,
  value_unit_code TEXT,
  value_system  TEXT,
  value_code    TEXT,
  value_text    TEXT,
  absent_reason_text TEXT,
  interpretation_system TEXT,
  interpretation_code TEXT,
  interpretation_text TEXT,
  range_low     TEXT,
  range_high    TEXT,
  range_text    TEXT,
  body_site_text TEXT,
  method_text   TEXT,
  note          TEXT
) STRICT;
-- The latest value of each code, and one code through time, without
-- reading the other thousands.
CREATE INDEX observation_by_code
  ON observation (patient_id, code_key, at, resource_id);
CREATE INDEX observation_by_patient ON observation (patient_id, at);

CREATE TABLE procedure (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  status_reason_text TEXT,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  code_system   TEXT,
  code_code     TEXT,
  code_text     TEXT,
  performed_type TEXT,
  performed     TEXT,
  reason_system TEXT,
  reason_code   TEXT,
  reason_text   TEXT,
  body_site_text TEXT,
  outcome_text  TEXT,
  note          TEXT
) STRICT;
CREATE INDEX procedure_by_patient ON procedure (patient_id, at);

CREATE TABLE immunization (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  status_reason_text TEXT,
  vaccine_system TEXT,
  vaccine_code  TEXT,
  vaccine_text  TEXT,
  occurrence    TEXT,
  recorded      TEXT,
  primary_source INTEGER CHECK (primary_source IN (0, 1)),
  lot_number    TEXT,
  expiration_date TEXT,
  site_text     TEXT,
  route_text    TEXT,
  dose_number   TEXT,
  dose_comparator TEXT,
  dose_unit     TEXT,
  dose_unit_system TEXT,
  dose_unit_code TEXT,
  note          TEXT
) STRICT;
CREATE INDEX immunization_by_patient ON immunization (patient_id, at);

CREATE TABLE diagnostic_report (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  code_system   TEXT,
  code_code     TEXT,
  code_text     TEXT,
  effective_type TEXT,
  effective     TEXT,
  issued        TEXT,
  conclusion    TEXT,
  form_type     TEXT,
  form_title    TEXT
) STRICT;
CREATE INDEX diagnostic_report_by_patient ON diagnostic_report (patient_id, at);

CREATE TABLE care_plan (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  intent        TEXT,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  title         TEXT,
  description   TEXT,
  period_start  TEXT,
  period_end    TEXT,
  created       TEXT,
  narrative     TEXT
) STRICT;
CREATE INDEX care_plan_by_patient ON care_plan (patient_id, at);

CREATE TABLE care_team (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  name          TEXT,
  period_start  TEXT,
  period_end    TEXT,
  reason_system TEXT,
  reason_code   TEXT,
  reason_text   TEXT
) STRICT;
CREATE INDEX care_team_by_patient ON care_team (patient_id, at);

CREATE TABLE goal (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  lifecycle_status TEXT,
  achievement_system TEXT,
  achievement_code TEXT,
  achievement_text TEXT,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  priority_system TEXT,
  priority_code TEXT,
  priority_text TEXT,
  description_system TEXT,
  description_code TEXT,
  description_text TEXT,
  start         TEXT,
  status_date   TEXT,
  note          TEXT
) STRICT;
CREATE INDEX goal_by_patient ON goal (patient_id, at);

CREATE TABLE appointment_record (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  cancel_reason_system TEXT,
  cancel_reason_code TEXT,
  cancel_reason_text TEXT,
  service_type_system TEXT,
  service_type_code TEXT,
  service_type_text TEXT,
  appointment_type_system TEXT,
  appointment_type_code TEXT,
  appointment_type_text TEXT,
  reason_system TEXT,
  reason_code   TEXT,
  reason_text   TEXT,
  priority      INTEGER,
  description   TEXT,
  starts        TEXT,
  ends          TEXT,
  minutes       INTEGER,
  created       TEXT,
  comment       TEXT,
  instruction   TEXT
) STRICT;
CREATE INDEX appointment_record_by_patient ON appointment_record (patient_id, at);

CREATE TABLE coverage_record (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  subscriber_id TEXT,
  dependent     TEXT,
  relationship_system TEXT,
  relationship_code TEXT,
  relationship_text TEXT,
  period_start  TEXT,
  period_end    TEXT,
  payor_display TEXT,
  rank          INTEGER,
  network       TEXT
) STRICT;
CREATE INDEX coverage_record_by_patient ON coverage_record (patient_id, at);

CREATE TABLE claim (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  use           TEXT,
  billable_start TEXT,
  billable_end  TEXT,
  created       TEXT,
  priority_system TEXT,
  priority_code TEXT,
  priority_text TEXT,
  total_amount  TEXT,
  total_currency TEXT
) STRICT;
CREATE INDEX claim_by_patient ON claim (patient_id, at);

CREATE TABLE explanation_of_benefit (
  resource_id   INTEGER PRIMARY KEY REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  patient_id    INTEGER REFERENCES patient,
  at            INTEGER NOT NULL DEFAULT 0,
  status        TEXT,
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  use           TEXT,
  billable_start TEXT,
  billable_end  TEXT,
  created       TEXT,
  outcome       TEXT,
  disposition   TEXT,
  payment_date  TEXT,
  payment_amount TEXT,
  payment_currency TEXT
) STRICT;
CREATE INDEX explanation_of_benefit_by_patient ON explanation_of_benefit (patient_id, at);

CREATE TABLE record_name (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  use           TEXT,
  text          TEXT,
  family        TEXT,
  given         TEXT,
  prefix        TEXT,
  suffix        TEXT,
  period_start  TEXT,
  period_end    TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE record_telecom (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  system        TEXT,
  value         TEXT,
  use           TEXT,
  rank          INTEGER,
  period_start  TEXT,
  period_end    TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE record_address (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  use           TEXT,
  type          TEXT,
  text          TEXT,
  line          TEXT,
  city          TEXT,
  district      TEXT,
  state         TEXT,
  postal        TEXT,
  country       TEXT,
  period_start  TEXT,
  period_end    TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE record_contact (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  relationship_system TEXT,
  relationship_code TEXT,
  relationship_text TEXT,
  name_text     TEXT,
  family        TEXT,
  given         TEXT,
  phone         TEXT,
  gender        TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE record_language (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  language_system TEXT,
  language_code TEXT,
  language_text TEXT,
  preferred     INTEGER CHECK (preferred IN (0, 1)),
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE record_extension (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  url           TEXT,
  code          TEXT,
  words         TEXT,
  value         TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE practitioner_qualification (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  code_system   TEXT,
  code_code     TEXT,
  code_text     TEXT,
  period_start  TEXT,
  period_end    TEXT,
  issuer_display TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE encounter_participant (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  period_start  TEXT,
  period_end    TEXT,
  individual    TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE encounter_location (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  location      TEXT,
  status        TEXT,
  period_start  TEXT,
  period_end    TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE allergy_reaction (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  substance_system TEXT,
  substance_code TEXT,
  substance_text TEXT,
  manifestation_system TEXT,
  manifestation_code TEXT,
  manifestation_text TEXT,
  description   TEXT,
  onset         TEXT,
  severity      TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE medication_dosage (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  sequence      INTEGER,
  text          TEXT,
  patient_text  TEXT,
  timing_system TEXT,
  timing_code   TEXT,
  timing_text   TEXT,
  frequency     INTEGER,
  period        TEXT,
  period_unit   TEXT,
  as_needed     TEXT,
  route_system  TEXT,
  route_code    TEXT,
  route_text    TEXT,
  dose          TEXT,
  rate          TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE observation_component (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  code_system   TEXT,
  code_code     TEXT,
  code_text     TEXT,
  value_type    TEXT,
  value_number  TEXT,
  value_comparator TEXT,
  value_unit    TEXT,
  value_unit_system TEXT,
  value_unit_code TEXT,
  value_system  TEXT,
  value_code    TEXT,
  value_text    TEXT,
  absent_reason_text TEXT,
  interpretation_system TEXT,
  interpretation_code TEXT,
  interpretation_text TEXT,
  range_low     TEXT,
  range_high    TEXT,
  range_text    TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE care_plan_activity (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  code_system   TEXT,
  code_code     TEXT,
  code_text     TEXT,
  status        TEXT,
  scheduled     TEXT,
  location      TEXT,
  description   TEXT,
  reference     TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE care_team_participant (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  role_system   TEXT,
  role_code     TEXT,
  role_text     TEXT,
  member        TEXT,
  period_start  TEXT,
  period_end    TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE goal_target (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  measure_system TEXT,
  measure_code  TEXT,
  measure_text  TEXT,
  detail        TEXT,
  due           TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE appointment_participant (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  actor         TEXT,
  required      TEXT,
  status        TEXT,
  period_start  TEXT,
  period_end    TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE coverage_class (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  value         TEXT,
  name          TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE coverage_cost (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  value         TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE claim_insurance (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  sequence      INTEGER,
  focal         INTEGER CHECK (focal IN (0, 1)),
  coverage      TEXT,
  pre_auth_ref  TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE claim_item (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  sequence      INTEGER,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  product_system TEXT,
  product_code  TEXT,
  product_text  TEXT,
  serviced      TEXT,
  quantity      TEXT,
  price_amount  TEXT,
  price_currency TEXT,
  net_amount    TEXT,
  net_currency  TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE claim_diagnosis (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  sequence      INTEGER,
  diagnosis     TEXT,
  type_system   TEXT,
  type_code     TEXT,
  type_text     TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE claim_support (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  sequence      INTEGER,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  code_system   TEXT,
  code_code     TEXT,
  code_text     TEXT,
  timing        TEXT,
  value         TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;

CREATE TABLE claim_total (
  resource_id   INTEGER NOT NULL REFERENCES fhir_resource,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  seq           INTEGER NOT NULL,
  category_system TEXT,
  category_code TEXT,
  category_text TEXT,
  total_amount  TEXT,
  total_currency TEXT,
  PRIMARY KEY (resource_id, seq)
) STRICT;
