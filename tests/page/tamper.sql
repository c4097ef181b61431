-- What nobody can do through the program: change an event that is written.
DROP TRIGGER audit_event_no_update; -- sqlite:
DROP TRIGGER audit_event_no_update ON audit_event; -- pg:
UPDATE audit_event SET actor = 'somebody else' WHERE id = 3;
