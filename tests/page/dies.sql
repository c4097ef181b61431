-- A row whose check, put off until the commit, ends the connection: what a
-- server that is lost at that moment looks like. PostgreSQL only.
CREATE TABLE dies (n BIGINT);
GRANT INSERT ON dies TO handrail_staff;
CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
  PERFORM pg_terminate_backend(pg_backend_pid());
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER dies_at_commit AFTER INSERT ON dies
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION die();
