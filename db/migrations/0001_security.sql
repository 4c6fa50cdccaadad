-- Row-level security is enabled AND forced on every table that holds a workspace's data.
-- The exceptions, each without customer data or not bound to a workspace, are listed in
-- db/security.db.test.ts with their reason.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY[
    'audit', 'file', 'journey', 'journey_version', 'approval', 'segment', 'template', 'vocabulary',
    'person', 'account', 'account_member', 'identity', 'consent', 'segment_member', 'escalation',
    'stage_stay', 'criterion_met', 'account_day', 'score_day',
    'event', 'event_seen', 'event_refused', 'inbox',
    'enrollment', 'decision', 'move', 'path_day', 'outcome_day',
    'message', 'reservation', 'task', 'mailbox_message'
  ] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format(
      'CREATE POLICY of_workspace ON %I
         USING (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)
         WITH CHECK (workspace_id = nullif(current_setting(''app.workspace'', true), '''')::uuid)', name);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE workspace ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE workspace FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY of_workspace ON workspace
  USING (id = nullif(current_setting('app.workspace', true), '')::uuid)
  WITH CHECK (id = nullif(current_setting('app.workspace', true), '')::uuid);
--> statement-breakpoint
-- The one thing that must be known before a workspace is: which workspace an address means.
CREATE FUNCTION workspace_id_of(wanted text) RETURNS uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public
  AS $$ SELECT id FROM workspace WHERE slug = wanted $$;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO waymark_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO waymark_app;
--> statement-breakpoint
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO waymark_app;
--> statement-breakpoint
-- Append-only.
REVOKE UPDATE, DELETE ON audit, decision, move FROM waymark_app;
--> statement-breakpoint
ALTER TABLE inbox SET (autovacuum_vacuum_scale_factor = 0.02, fillfactor = 90);
--> statement-breakpoint
ALTER TABLE enrollment SET (fillfactor = 80);
--> statement-breakpoint
ALTER TABLE bucket_due SET (fillfactor = 50);
