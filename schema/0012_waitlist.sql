-- Who waits for a time, and freed times held for them.

-- Somebody who wants a visit of a type, or an earlier one than they have.
-- Providers and sites that will do are in waitlist_ok; none there: any.
CREATE TABLE waitlist_entry (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  version       INTEGER NOT NULL DEFAULT 1,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  visit_type_id INTEGER NOT NULL REFERENCES visit_type,
  visit_id      INTEGER REFERENCES appointment, -- to be replaced by it
  earliest_on   TEXT    NOT NULL,
  latest_on     TEXT,                       -- NULL: whenever
  weekdays      INTEGER NOT NULL DEFAULT 127 -- bit 0: Sunday
                CHECK (weekdays BETWEEN 1 AND 127),
  parts         INTEGER NOT NULL DEFAULT 7  -- 1 morning, 2 afternoon, 4 evening
                CHECK (parts BETWEEN 1 AND 7),
  notice_min    INTEGER NOT NULL DEFAULT 0  -- not told later than this before
                CHECK (notice_min BETWEEN 0 AND 20160),
  urgency       INTEGER NOT NULL DEFAULT 3  -- 1 urgent, 2 soon, 3 routine
                CHECK (urgency BETWEEN 1 AND 3),
  channel       TEXT    NOT NULL DEFAULT 'portal'
                CHECK (channel IN ('portal', 'phone')),
  note          TEXT    NOT NULL DEFAULT '',
  joined_at     INTEGER NOT NULL,
  joined_by     INTEGER REFERENCES app_user,
  closed_at     INTEGER,
  closed_by     INTEGER REFERENCES app_user,
  close_reason  TEXT    NOT NULL DEFAULT '' CHECK (close_reason IN ('',
                'booked', 'no_longer', 'unreachable', 'other_clinic',
                'error')),
  close_note    TEXT    NOT NULL DEFAULT '',
  booked_id     INTEGER REFERENCES appointment, -- what it led to
  CHECK ((closed_at IS NULL) = (close_reason = '')),
  CHECK ((close_reason = 'booked') = (booked_id IS NOT NULL)),
  CHECK (latest_on IS NULL OR latest_on >= earliest_on)
) STRICT;
-- Nobody waits twice for the same.
CREATE UNIQUE INDEX waitlist_entry_once
  ON waitlist_entry (patient_id, visit_type_id) WHERE closed_at IS NULL;
CREATE INDEX waitlist_entry_open
  ON waitlist_entry (clinic_id, urgency, latest_on, joined_at)
  WHERE closed_at IS NULL;
CREATE INDEX waitlist_entry_closed ON waitlist_entry (clinic_id, closed_at)
  WHERE closed_at IS NOT NULL;
CREATE INDEX waitlist_entry_by_visit ON waitlist_entry (visit_id)
  WHERE visit_id IS NOT NULL;

CREATE TABLE waitlist_ok (
  id            INTEGER PRIMARY KEY,
  entry_id      INTEGER NOT NULL REFERENCES waitlist_entry,
  provider_id   INTEGER REFERENCES provider,
  site_id       INTEGER REFERENCES site,
  CHECK ((provider_id IS NULL) <> (site_id IS NULL))
) STRICT;
CREATE INDEX waitlist_ok_by_entry ON waitlist_ok (entry_id);

-- A free time kept for those it is offered to, until until_at or until it
-- is ended; that it has run out is told by the clock and written nowhere.
CREATE TABLE waitlist_hold (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  freed_id      INTEGER REFERENCES appointment, -- the visit that left it
  provider_id   INTEGER NOT NULL REFERENCES provider,
  site_id       INTEGER NOT NULL REFERENCES site,
  room_id       INTEGER REFERENCES room,
  start_at      INTEGER NOT NULL,
  busy_start_at INTEGER NOT NULL,
  busy_end_at   INTEGER NOT NULL,
  made_at       INTEGER NOT NULL,
  made_by       INTEGER REFERENCES app_user,
  until_at      INTEGER NOT NULL,
  ended_at      INTEGER,
  ended         TEXT    NOT NULL DEFAULT ''
                CHECK (ended IN ('', 'taken', 'declined', 'withdrawn')),
  CHECK (busy_start_at <= start_at AND busy_end_at > start_at),
  CHECK (until_at > made_at),
  CHECK ((ended_at IS NULL) = (ended = ''))
) STRICT;
CREATE INDEX waitlist_hold_by_provider
  ON waitlist_hold (provider_id, until_at) WHERE ended_at IS NULL;
CREATE INDEX waitlist_hold_by_room
  ON waitlist_hold (room_id, until_at) WHERE ended_at IS NULL;
CREATE INDEX waitlist_hold_by_freed ON waitlist_hold (freed_id);

-- One person's chance at it: open from opens_at until expires_at while it
-- has no answer and its hold has not ended.
CREATE TABLE waitlist_offer (
  id            INTEGER PRIMARY KEY,
  clinic_id     INTEGER NOT NULL REFERENCES clinic,
  hold_id       INTEGER NOT NULL REFERENCES waitlist_hold,
  entry_id      INTEGER NOT NULL REFERENCES waitlist_entry,
  patient_id    INTEGER NOT NULL REFERENCES patient,
  turn          INTEGER NOT NULL CHECK (turn BETWEEN 1 AND 3),
  opens_at      INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  answer        TEXT    NOT NULL DEFAULT ''
                CHECK (answer IN ('', 'accepted', 'declined')),
  answered_at   INTEGER,
  answered_by   INTEGER REFERENCES app_user, -- NULL: the patient
  visit_id      INTEGER REFERENCES appointment, -- booked by it
  UNIQUE (hold_id, turn),
  UNIQUE (hold_id, entry_id),
  CHECK (expires_at > opens_at),
  CHECK ((answer = '') = (answered_at IS NULL)),
  CHECK ((answer = 'accepted') = (visit_id IS NOT NULL))
) STRICT;
CREATE INDEX waitlist_offer_by_entry ON waitlist_offer (entry_id, id);
CREATE INDEX waitlist_offer_by_patient
  ON waitlist_offer (patient_id, expires_at);

-- A held time is nobody else's. The hold is ended in the transaction that
-- books for whom it was kept, so whoever comes while it stands is refused;
-- now is when the row was written. Overbooking lies over it, as over visits.
-- sqlite: begin
CREATE TRIGGER appointment_held_insert BEFORE INSERT ON appointment
WHEN new.overbooked = 0
 AND new.status IN ('pending', 'booked', 'arrived', 'checked-in', 'fulfilled')
BEGIN
  SELECT RAISE(ABORT, 'time_held') WHERE EXISTS (
    SELECT 1 FROM waitlist_hold h
     WHERE h.provider_id = new.provider_id AND h.ended_at IS NULL
       AND h.until_at > new.updated_at
       AND h.busy_start_at < new.busy_end_at
       AND h.busy_end_at > new.busy_start_at)
   OR EXISTS (
    SELECT 1 FROM waitlist_hold h
     WHERE h.room_id = new.room_id AND h.ended_at IS NULL
       AND h.until_at > new.updated_at
       AND h.busy_start_at < new.busy_end_at
       AND h.busy_end_at > new.busy_start_at);
END;
CREATE TRIGGER appointment_held_update
BEFORE UPDATE OF status ON appointment
WHEN new.overbooked = 0
 AND new.status IN ('pending', 'booked', 'arrived', 'checked-in', 'fulfilled')
 AND old.status NOT IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled')
BEGIN
  SELECT RAISE(ABORT, 'time_held') WHERE EXISTS (
    SELECT 1 FROM waitlist_hold h
     WHERE h.provider_id = new.provider_id AND h.ended_at IS NULL
       AND h.until_at > new.updated_at
       AND h.busy_start_at < new.busy_end_at
       AND h.busy_end_at > new.busy_start_at)
   OR EXISTS (
    SELECT 1 FROM waitlist_hold h
     WHERE h.room_id = new.room_id AND h.ended_at IS NULL
       AND h.until_at > new.updated_at
       AND h.busy_start_at < new.busy_end_at
       AND h.busy_end_at > new.busy_start_at);
END;
-- And what is taken is not held.
CREATE TRIGGER waitlist_hold_free BEFORE INSERT ON waitlist_hold
BEGIN
  SELECT RAISE(ABORT, 'time_held') WHERE EXISTS (
    SELECT 1 FROM waitlist_hold h
     WHERE h.provider_id = new.provider_id AND h.ended_at IS NULL
       AND h.until_at > new.made_at
       AND h.busy_start_at < new.busy_end_at
       AND h.busy_end_at > new.busy_start_at)
   OR EXISTS (
    SELECT 1 FROM waitlist_hold h
     WHERE h.room_id = new.room_id AND h.ended_at IS NULL
       AND h.until_at > new.made_at
       AND h.busy_start_at < new.busy_end_at
       AND h.busy_end_at > new.busy_start_at);
  SELECT RAISE(ABORT, 'time_taken') WHERE EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.provider_id = new.provider_id
       AND a.busy_start_at > new.busy_start_at - 100800
       AND a.busy_start_at < new.busy_end_at
       AND a.busy_end_at > new.busy_start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled'))
   OR EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.room_id = new.room_id
       AND a.busy_start_at > new.busy_start_at - 100800
       AND a.busy_start_at < new.busy_end_at
       AND a.busy_end_at > new.busy_start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled'));
END;
-- sqlite: end
-- Rows of two tables are not compared by a constraint. Whoever books takes
-- a share of the provider's and the room's rows before looking (as the
-- foreign keys do after), whoever holds has them alone: so one of the two
-- waits for the other, and the look that follows sees what it committed.
-- pg: begin
CREATE FUNCTION time_is_held(provider BIGINT, room BIGINT, begins BIGINT,
  ends BIGINT, at BIGINT) RETURNS BOOLEAN LANGUAGE sql VOLATILE AS $$
  SELECT EXISTS (
    SELECT 1 FROM waitlist_hold h
     WHERE h.provider_id = provider AND h.ended_at IS NULL
       AND h.until_at > at AND h.busy_start_at < ends
       AND h.busy_end_at > begins)
   OR EXISTS (
    SELECT 1 FROM waitlist_hold h
     WHERE h.room_id = room AND h.ended_at IS NULL
       AND h.until_at > at AND h.busy_start_at < ends
       AND h.busy_end_at > begins)
$$;
CREATE FUNCTION appointment_held() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM 1 FROM provider WHERE id = new.provider_id FOR KEY SHARE;
  PERFORM 1 FROM room WHERE id = new.room_id FOR KEY SHARE;
  IF time_is_held(new.provider_id, new.room_id, new.busy_start_at,
                  new.busy_end_at, new.updated_at) THEN
    RAISE 'time_held' USING ERRCODE = 'exclusion_violation',
      CONSTRAINT = 'time_held', TABLE = 'appointment';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER appointment_held_insert BEFORE INSERT ON appointment
FOR EACH ROW WHEN (new.overbooked = 0 AND new.status IN ('pending', 'booked',
  'arrived', 'checked-in', 'fulfilled'))
EXECUTE FUNCTION appointment_held();
CREATE TRIGGER appointment_held_update BEFORE UPDATE OF status ON appointment
FOR EACH ROW WHEN (new.overbooked = 0 AND new.status IN ('pending', 'booked',
  'arrived', 'checked-in', 'fulfilled') AND old.status NOT IN ('pending',
  'booked', 'arrived', 'checked-in', 'fulfilled'))
EXECUTE FUNCTION appointment_held();
CREATE FUNCTION waitlist_hold_free() RETURNS trigger LANGUAGE plpgsql
SECURITY DEFINER SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM 1 FROM provider WHERE id = new.provider_id FOR UPDATE;
  PERFORM 1 FROM room WHERE id = new.room_id FOR UPDATE;
  IF time_is_held(new.provider_id, new.room_id, new.busy_start_at,
                  new.busy_end_at, new.made_at) THEN
    RAISE 'time_held' USING ERRCODE = 'exclusion_violation',
      CONSTRAINT = 'time_held', TABLE = 'waitlist_hold';
  END IF;
  IF EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.provider_id = new.provider_id
       AND a.busy_start_at > new.busy_start_at - 100800
       AND a.busy_start_at < new.busy_end_at
       AND a.busy_end_at > new.busy_start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled'))
   OR EXISTS (
    SELECT 1 FROM appointment a
     WHERE a.room_id = new.room_id
       AND a.busy_start_at > new.busy_start_at - 100800
       AND a.busy_start_at < new.busy_end_at
       AND a.busy_end_at > new.busy_start_at
       AND a.status IN ('pending', 'booked', 'arrived', 'checked-in',
                        'fulfilled')) THEN
    RAISE 'time_taken' USING ERRCODE = 'exclusion_violation',
      CONSTRAINT = 'time_taken', TABLE = 'waitlist_hold';
  END IF;
  RETURN new;
END $$;
CREATE TRIGGER waitlist_hold_free BEFORE INSERT ON waitlist_hold
FOR EACH ROW EXECUTE FUNCTION waitlist_hold_free();
-- pg: end
