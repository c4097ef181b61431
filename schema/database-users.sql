-- For psql, once, by whoever administers a PostgreSQL server; running it
-- again changes nothing. "handrailctl database-users" prints it:
--
--   handrailctl database-users | psql -v database=handrail
--
-- Five users, each for one program, none with a password: let them in by
-- pg_hba.conf (peer, or a certificate), or give each one with \password.
-- What each may do the owner says, by "handrailctl migrate".
\set ON_ERROR_STOP on
\if :{?database}
\else
\set database handrail
\endif
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY '{admin,staff,portal,api,worker}'::text[] LOOP
    IF to_regrole('handrail_' || name) IS NULL THEN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB '
                     'NOCREATEROLE NOREPLICATION', 'handrail_' || name);
    END IF;
  END LOOP;
END $$;
SELECT format('CREATE DATABASE %I OWNER handrail_admin ENCODING ''UTF8'' '
              'LC_COLLATE ''C'' LC_CTYPE ''C'' TEMPLATE template0',
              :'database')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database')
\gexec
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database"
  TO handrail_staff, handrail_portal, handrail_api, handrail_worker;
\connect :"database"
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE EXTENSION IF NOT EXISTS btree_gist;
