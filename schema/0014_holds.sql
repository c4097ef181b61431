-- One kind of hold: a time kept for those it is offered to, or for ten
-- minutes while somebody answers the questions of a booking.

ALTER TABLE waitlist_hold RENAME TO time_hold;
ALTER TABLE time_hold ADD COLUMN session_id INTEGER REFERENCES session;
ALTER TABLE time_hold
  ADD COLUMN portal_session_id INTEGER REFERENCES portal_session;
CREATE INDEX time_hold_by_session ON time_hold (session_id)
  WHERE session_id IS NOT NULL AND ended_at IS NULL;
CREATE INDEX time_hold_by_portal_session ON time_hold (portal_session_id)
  WHERE portal_session_id IS NOT NULL AND ended_at IS NULL;
-- What a server's functions say is text, which no renaming finds.
-- pg: begin
CREATE OR REPLACE FUNCTION time_is_held(provider BIGINT, room BIGINT,
  begins BIGINT, ends BIGINT, at BIGINT) RETURNS BOOLEAN
LANGUAGE sql VOLATILE AS $$
  SELECT EXISTS (
    SELECT 1 FROM time_hold h
     WHERE h.provider_id = provider AND h.ended_at IS NULL
       AND h.until_at > at AND h.busy_start_at < ends
       AND h.busy_end_at > begins)
   OR EXISTS (
    SELECT 1 FROM time_hold h
     WHERE h.room_id = room AND h.ended_at IS NULL
       AND h.until_at > at AND h.busy_start_at < ends
       AND h.busy_end_at > begins)
$$;
-- pg: end
CREATE INDEX time_hold_open ON time_hold (clinic_id, until_at)
  WHERE ended_at IS NULL;
