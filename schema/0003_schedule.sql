-- Rooms, visit types, availability and visits.

CREATE TABLE room (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  site_id       INTEGER NOT NULL REFERENCES site,
  version       INTEGER NOT NULL DEFAULT 1,
  name          TEXT    NOT NULL,
  kind          TEXT    NOT NULL DEFAULT 'exam'
                CHECK (kind IN ('exam', 'procedure', 'lab', 'group', 'other')),
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  UNIQUE (site_id, name)
) STRICT;

CREATE TABLE visit_type (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  name          TEXT    NOT NULL,
  name_es       TEXT    NOT NULL DEFAULT '',
  minutes       INTEGER NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  buffer_before_min INTEGER NOT NULL DEFAULT 0
                CHECK (buffer_before_min BETWEEN 0 AND 120),
  buffer_after_min INTEGER NOT NULL DEFAULT 0
                CHECK (buffer_after_min BETWEEN 0 AND 120),
  room_kind     TEXT    NOT NULL DEFAULT ''  -- '' needs no room
                CHECK (room_kind IN ('', 'exam', 'procedure', 'lab', 'group',
                'other')),
  mode          TEXT    NOT NULL DEFAULT 'in_person'
                CHECK (mode IN ('in_person', 'video', 'phone', 'either')),
  who           TEXT    NOT NULL DEFAULT 'any'
                CHECK (who IN ('new', 'established', 'any')),
  notice_min    INTEGER NOT NULL DEFAULT 0,  -- patients: not sooner than
  horizon_days  INTEGER NOT NULL DEFAULT 365,
  cancel_notice_min INTEGER NOT NULL DEFAULT 1440,
  preparation   TEXT    NOT NULL DEFAULT '',
  preparation_es TEXT   NOT NULL DEFAULT '',
  active        INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  UNIQUE (clinic_id, name)
) STRICT;

-- A provider's week at a site. A row holds from from_on to to_on (NULL: for
-- good), in every n-th week counted from anchor_on.
CREATE TABLE provider_template (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  provider_id   INTEGER NOT NULL REFERENCES provider,
  site_id       INTEGER NOT NULL REFERENCES site,
  weekday       INTEGER NOT NULL CHECK (weekday BETWEEN 0 AND 6),
  start_min     INTEGER NOT NULL CHECK (start_min BETWEEN 0 AND 1435),
  end_min       INTEGER NOT NULL CHECK (end_min BETWEEN 5 AND 1440),
  from_on       TEXT    NOT NULL,
  to_on         TEXT,
  every_weeks   INTEGER NOT NULL DEFAULT 1 CHECK (every_weeks BETWEEN 1 AND 8),
  anchor_on     TEXT    NOT NULL,
  CHECK (end_min > start_min)
) STRICT;
CREATE INDEX provider_template_by_provider
  ON provider_template (provider_id, weekday);

-- One day that is otherwise: closed, opened or away. Minutes NULL: all day.
CREATE TABLE provider_exception (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  provider_id   INTEGER NOT NULL REFERENCES provider,
  site_id       INTEGER REFERENCES site,    -- needed when kind is open
  day_on        TEXT    NOT NULL,
  kind          TEXT    NOT NULL CHECK (kind IN ('closed', 'open', 'leave')),
  start_min     INTEGER,
  end_min       INTEGER,
  reason        TEXT    NOT NULL DEFAULT '',
  CHECK (kind <> 'open' OR (site_id IS NOT NULL AND start_min IS NOT NULL)),
  CHECK ((start_min IS NULL) = (end_min IS NULL)),
  CHECK (start_min IS NULL OR end_min > start_min)
) STRICT;
CREATE INDEX provider_exception_by_day
  ON provider_exception (provider_id, day_on);

-- A visit. start_at and end_at are what the patient is told, half-open;
-- busy_start_at and busy_end_at add the buffers and are what the provider
-- and the room are taken for. States are FHIR R4 appointmentstatus.
CREATE TABLE appointment (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  provider_id   INTEGER REFERENCES provider, -- NULL only when imported
  site_id       INTEGER NOT NULL REFERENCES site,
  room_id       INTEGER REFERENCES room,
  visit_type_id INTEGER REFERENCES visit_type,
  start_at      INTEGER NOT NULL,
  end_at        INTEGER NOT NULL,
  busy_start_at INTEGER NOT NULL,
  busy_end_at   INTEGER NOT NULL,
  status        TEXT    NOT NULL CHECK (status IN ('proposed', 'pending',
                'waitlist', 'booked', 'arrived', 'checked-in', 'fulfilled',
                'cancelled', 'noshow', 'entered-in-error')),
  mode          TEXT    NOT NULL DEFAULT 'in_person'
                CHECK (mode IN ('in_person', 'video', 'phone')),
  reason        TEXT    NOT NULL DEFAULT '',
  note          TEXT    NOT NULL DEFAULT '',
  source        TEXT    NOT NULL DEFAULT 'staff'
                CHECK (source IN ('staff', 'portal', 'api', 'import', 'demo')),
  overbooked    INTEGER NOT NULL DEFAULT 0 CHECK (overbooked IN (0, 1)),
  overbook_reason TEXT  NOT NULL DEFAULT '',
  asked_at      INTEGER,                    -- confirmation asked for
  confirmed_at  INTEGER,
  confirmed_by  TEXT    NOT NULL DEFAULT '', -- patient, staff
  arrived_at    INTEGER,
  roomed_at     INTEGER,
  with_at       INTEGER,                    -- clinician came in
  checkout_at   INTEGER,
  done_at       INTEGER,
  cancelled_at  INTEGER,
  cancelled_by  TEXT    NOT NULL DEFAULT '' -- patient, clinic
                CHECK (cancelled_by IN ('', 'patient', 'clinic')),
  cancel_reason TEXT    NOT NULL DEFAULT '',
  replaces_id   INTEGER REFERENCES appointment,
  replaced_by_id INTEGER REFERENCES appointment,
  created_at    INTEGER NOT NULL,
  created_by    INTEGER REFERENCES app_user,
  updated_at    INTEGER NOT NULL,
  updated_by    INTEGER REFERENCES app_user,
  CHECK (end_at - start_at BETWEEN 300 AND 86400),
  CHECK (busy_start_at <= start_at AND busy_end_at >= end_at),
  CHECK (busy_end_at - busy_start_at <= 100800),
  CHECK (overbooked = 0 OR overbook_reason <> ''),
  CHECK (provider_id IS NOT NULL OR source = 'import')
) STRICT;
CREATE INDEX appointment_by_provider
  ON appointment (provider_id, busy_start_at, busy_end_at, status);
CREATE INDEX appointment_by_room ON appointment (room_id, busy_start_at)
  WHERE room_id IS NOT NULL;
CREATE INDEX appointment_by_patient ON appointment (patient_id, start_at);
CREATE INDEX appointment_by_site ON appointment (site_id, start_at);

-- What happened to a visit, in order.
CREATE TABLE appointment_event (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  appointment_id INTEGER NOT NULL REFERENCES appointment,
  at            INTEGER NOT NULL,
  user_id       INTEGER REFERENCES app_user, -- NULL: the patient or a job
  actor         TEXT    NOT NULL,           -- staff, patient, system
  what          TEXT    NOT NULL,           -- booked, moved, confirmed, ...
  from_status   TEXT    NOT NULL DEFAULT '',
  to_status     TEXT    NOT NULL DEFAULT '',
  detail        TEXT    NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX appointment_event_by_visit
  ON appointment_event (appointment_id, id);

-- Nobody is in two places at once, whatever code writes the row. An
-- overbooked visit may lie over others; it still blocks the next one.
-- sqlite: begin
CREATE TRIGGER appointment_free_insert BEFORE INSERT ON appointment
WHEN new.overbooked = 0
 AND new.status IN ('pending', 'booked', 'arrived', 'checked-in', 'fulfilled')
BEGIN
  SELECT RAISE(ABORT, 'provider_taken') WHERE EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.provider_id = new.provider_id
       AND a.busy_start_at > new.busy_start_at - 100800
       AND a.busy_start_at < new.busy_end_at
       AND a.busy_end_at > new.busy_start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled'));
  SELECT RAISE(ABORT, 'room_taken') WHERE EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.room_id = new.room_id
       AND a.busy_start_at > new.busy_start_at - 100800
       AND a.busy_start_at < new.busy_end_at
       AND a.busy_end_at > new.busy_start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled'));
  SELECT RAISE(ABORT, 'patient_taken') WHERE EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.patient_id = new.patient_id
       AND a.start_at > new.start_at - 86400
       AND a.start_at < new.end_at
       AND a.end_at > new.start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled'));
END;
-- What a visit holds already it keeps: one that an overbooked visit was
-- laid over can still arrive.
CREATE TRIGGER appointment_free_update
BEFORE UPDATE OF provider_id, room_id, patient_id, start_at, end_at,
  busy_start_at, busy_end_at, status, overbooked ON appointment
WHEN new.overbooked = 0
 AND new.status IN ('pending', 'booked', 'arrived', 'checked-in', 'fulfilled')
BEGIN
  SELECT RAISE(ABORT, 'provider_taken')
   WHERE (old.overbooked = 1 OR old.status NOT IN ('pending', 'booked',
          'arrived', 'checked-in', 'fulfilled')
          OR old.provider_id IS NOT new.provider_id
          OR old.busy_start_at <> new.busy_start_at
          OR old.busy_end_at <> new.busy_end_at)
     AND EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.provider_id = new.provider_id
       AND a.id <> new.id
       AND a.busy_start_at > new.busy_start_at - 100800
       AND a.busy_start_at < new.busy_end_at
       AND a.busy_end_at > new.busy_start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled'));
  SELECT RAISE(ABORT, 'room_taken')
   WHERE (old.overbooked = 1 OR old.status NOT IN ('pending', 'booked',
          'arrived', 'checked-in', 'fulfilled')
          OR old.room_id IS NOT new.room_id
          OR old.busy_start_at <> new.busy_start_at
          OR old.busy_end_at <> new.busy_end_at)
     AND EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.room_id = new.room_id
       AND a.id <> new.id
       AND a.busy_start_at > new.busy_start_at - 100800
       AND a.busy_start_at < new.busy_end_at
       AND a.busy_end_at > new.busy_start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled'));
  SELECT RAISE(ABORT, 'patient_taken')
   WHERE (old.overbooked = 1 OR old.status NOT IN ('pending', 'booked',
          'arrived', 'checked-in', 'fulfilled')
          OR old.patient_id IS NOT new.patient_id
          OR old.start_at <> new.start_at
          OR old.end_at <> new.end_at)
     AND EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.patient_id = new.patient_id
       AND a.id <> new.id
       AND a.start_at > new.start_at - 86400
       AND a.start_at < new.end_at
       AND a.end_at > new.start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled'));
END;
-- sqlite: end
-- Two who book in the same moment do not see each other's row: the
-- constraints decide between them. The triggers say it of overbooked rows,
-- which no constraint holds; whoever comes with one may lie over others, so
-- that of two in the same moment either order is a good one.
-- pg: begin
CREATE EXTENSION IF NOT EXISTS btree_gist;
ALTER TABLE appointment
  ADD CONSTRAINT provider_taken EXCLUDE USING gist (
    provider_id WITH =, int8range(busy_start_at, busy_end_at) WITH &&)
    WHERE (overbooked = 0 AND status IN ('pending', 'booked', 'arrived',
           'checked-in', 'fulfilled')),
  ADD CONSTRAINT room_taken EXCLUDE USING gist (
    room_id WITH =, int8range(busy_start_at, busy_end_at) WITH &&)
    WHERE (overbooked = 0 AND status IN ('pending', 'booked', 'arrived',
           'checked-in', 'fulfilled')),
  ADD CONSTRAINT patient_taken EXCLUDE USING gist (
    patient_id WITH =, int8range(start_at, end_at) WITH &&)
    WHERE (overbooked = 0 AND status IN ('pending', 'booked', 'arrived',
           'checked-in', 'fulfilled'));
CREATE FUNCTION appointment_free() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path FROM CURRENT AS $$
DECLARE
  takes BOOLEAN := true; -- the whole of it, and not only what has changed
BEGIN
  IF TG_OP = 'UPDATE' THEN
    takes := old.overbooked = 1 OR old.status NOT IN ('pending', 'booked',
      'arrived', 'checked-in', 'fulfilled');
  END IF;
  IF (takes OR old.provider_id IS DISTINCT FROM new.provider_id
      OR old.busy_start_at <> new.busy_start_at
      OR old.busy_end_at <> new.busy_end_at)
    AND EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.provider_id = new.provider_id AND a.id <> new.id
       AND a.busy_start_at > new.busy_start_at - 100800
       AND a.busy_start_at < new.busy_end_at
       AND a.busy_end_at > new.busy_start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled')) THEN
    RAISE 'provider_taken' USING ERRCODE = 'exclusion_violation',
      CONSTRAINT = 'provider_taken', TABLE = 'appointment';
  END IF;
  IF (takes OR old.room_id IS DISTINCT FROM new.room_id
      OR old.busy_start_at <> new.busy_start_at
      OR old.busy_end_at <> new.busy_end_at)
    AND EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.room_id = new.room_id AND a.id <> new.id
       AND a.busy_start_at > new.busy_start_at - 100800
       AND a.busy_start_at < new.busy_end_at
       AND a.busy_end_at > new.busy_start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled')) THEN
    RAISE 'room_taken' USING ERRCODE = 'exclusion_violation',
      CONSTRAINT = 'room_taken', TABLE = 'appointment';
  END IF;
  IF (takes OR old.patient_id IS DISTINCT FROM new.patient_id
      OR old.start_at <> new.start_at OR old.end_at <> new.end_at)
    AND EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.patient_id = new.patient_id AND a.id <> new.id
       AND a.start_at > new.start_at - 86400
       AND a.start_at < new.end_at AND a.end_at > new.start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled')) THEN
    RAISE 'patient_taken' USING ERRCODE = 'exclusion_violation',
      CONSTRAINT = 'patient_taken', TABLE = 'appointment';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER appointment_free_insert BEFORE INSERT ON appointment
FOR EACH ROW WHEN (new.overbooked = 0 AND new.status IN ('pending', 'booked',
  'arrived', 'checked-in', 'fulfilled'))
EXECUTE FUNCTION appointment_free();
CREATE TRIGGER appointment_free_update
BEFORE UPDATE OF provider_id, room_id, patient_id, start_at, end_at,
  busy_start_at, busy_end_at, status, overbooked ON appointment
FOR EACH ROW WHEN (new.overbooked = 0 AND new.status IN ('pending', 'booked',
  'arrived', 'checked-in', 'fulfilled'))
EXECUTE FUNCTION appointment_free();
-- pg: end
