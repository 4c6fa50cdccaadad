CREATE TABLE "mailbox_message" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"from" text NOT NULL,
	"to" text NOT NULL,
	"subject" text NOT NULL,
	"html" text NOT NULL,
	"text" text NOT NULL,
	"headers" jsonb NOT NULL,
	"message_key" text NOT NULL,
	CONSTRAINT "mailbox_message_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE INDEX "mailbox_message_at" ON "mailbox_message" USING btree ("workspace_id","at");
--> statement-breakpoint
ALTER TABLE mailbox_message ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE mailbox_message FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY of_workspace ON mailbox_message
  USING (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid)
  WITH CHECK (workspace_id = nullif(current_setting('app.workspace', true), '')::uuid);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON mailbox_message TO waymark_app;
