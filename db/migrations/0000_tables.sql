CREATE TABLE "decision" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "decision_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subject_id" uuid NOT NULL,
	"enrollment_id" uuid,
	"journey_id" uuid,
	"version_id" uuid,
	"step_id" text,
	"visit" integer DEFAULT 0 NOT NULL,
	"code" text NOT NULL,
	"port" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "decision_bucket_workspace_id_id_pk" PRIMARY KEY("bucket","workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "enrollment" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"entry_key" text DEFAULT '' NOT NULL,
	"status" text NOT NULL,
	"state_id" text NOT NULL,
	"step_id" text NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"state_entered_at" timestamp with time zone NOT NULL,
	"step_entered_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"exited_at" timestamp with time zone,
	"outcome" text,
	"held_out" boolean DEFAULT false NOT NULL,
	"state_timed_out" boolean DEFAULT false NOT NULL,
	"variant" text,
	"visits" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"wait" jsonb,
	"context" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"milestones" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "enrollment_bucket_workspace_id_id_pk" PRIMARY KEY("bucket","workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "move" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "move_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"enrollment_id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"from_step_id" text,
	"port" text NOT NULL,
	"to_step_id" text,
	"visit" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"dwell_ms" bigint NOT NULL,
	CONSTRAINT "move_bucket_workspace_id_id_pk" PRIMARY KEY("bucket","workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "outcome_day" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"day" text NOT NULL,
	"step_id" text NOT NULL,
	"outcome" text NOT NULL,
	"held_out" boolean NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "outcome_day_bucket_workspace_id_version_id_day_step_id_outcome_held_out_pk" PRIMARY KEY("bucket","workspace_id","version_id","day","step_id","outcome","held_out")
);
--> statement-breakpoint
CREATE TABLE "path_day" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"day" text NOT NULL,
	"from_step_id" text NOT NULL,
	"port" text NOT NULL,
	"to_step_id" text NOT NULL,
	"held_out" boolean NOT NULL,
	"count" integer NOT NULL,
	"dwell_ms" bigint NOT NULL,
	"dwell_bins" integer[] NOT NULL,
	CONSTRAINT "path_day_bucket_workspace_id_version_id_day_from_step_id_port_to_step_id_held_out_pk" PRIMARY KEY("bucket","workspace_id","version_id","day","from_step_id","port","to_step_id","held_out")
);
--> statement-breakpoint
CREATE TABLE "bucket_due" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"work" text NOT NULL,
	"due_at" timestamp with time zone,
	"turn" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "bucket_due_bucket_workspace_id_work_pk" PRIMARY KEY("bucket","workspace_id","work")
);
--> statement-breakpoint
CREATE TABLE "bucket_lock" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	CONSTRAINT "bucket_lock_bucket_workspace_id_pk" PRIMARY KEY("bucket","workspace_id")
);
--> statement-breakpoint
CREATE TABLE "event" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"happened_at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"name" text NOT NULL,
	"person_id" uuid,
	"account_id" uuid,
	"properties" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"context" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "event_bucket_workspace_id_received_at_id_pk" PRIMARY KEY("bucket","workspace_id","received_at","id")
) PARTITION BY RANGE ("received_at");
--> statement-breakpoint
CREATE TABLE "event_refused" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"field" text NOT NULL,
	"reason" text NOT NULL,
	"item" jsonb NOT NULL,
	CONSTRAINT "event_refused_bucket_workspace_id_at_id_pk" PRIMARY KEY("bucket","workspace_id","at","id")
);
--> statement-breakpoint
CREATE TABLE "event_seen" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"message_id" text NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	CONSTRAINT "event_seen_bucket_workspace_id_message_id_pk" PRIMARY KEY("bucket","workspace_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "inbox" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "inbox_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"due_at" timestamp with time zone NOT NULL,
	"subject_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	CONSTRAINT "inbox_bucket_workspace_id_id_pk" PRIMARY KEY("bucket","workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "approval" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"version_id" uuid NOT NULL,
	"status" text NOT NULL,
	"risk" text NOT NULL,
	"facts" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"manner" text,
	"comment" text DEFAULT '' NOT NULL,
	CONSTRAINT "approval_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "journey" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"draft" jsonb NOT NULL,
	"layout" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"last_version" integer DEFAULT 0 NOT NULL,
	"live_version_id" uuid,
	"is_lifecycle" boolean DEFAULT false NOT NULL,
	"owner_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "journey_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "journey_version" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"journey_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"document" jsonb NOT NULL,
	"layout" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"frozen_at" timestamp with time zone NOT NULL,
	"frozen_by" uuid,
	"published_at" timestamp with time zone,
	"retired_at" timestamp with time zone,
	CONSTRAINT "journey_version_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "segment" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"subject" text NOT NULL,
	"rule" jsonb NOT NULL,
	"built_in" text,
	"deleted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "segment_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "template" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"channel" text NOT NULL,
	"content" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "template_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "vocabulary" (
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"first_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "vocabulary_workspace_id_kind_name_pk" PRIMARY KEY("workspace_id","kind","name")
);
--> statement-breakpoint
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
CREATE TABLE "account" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text NOT NULL,
	"name" text NOT NULL,
	"traits" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"arr" double precision,
	"plan" text,
	"zone" text,
	"region" text,
	"contract_start" timestamp with time zone,
	"contract_end" timestamp with time zone,
	"owner_id" uuid,
	"stage" text,
	"stage_entered_at" timestamp with time zone,
	"overlays" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"health" double precision,
	"health_coverage" double precision,
	"journey_health" double precision,
	"scores" jsonb,
	"scored_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_bucket_workspace_id_id_pk" PRIMARY KEY("bucket","workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "account_day" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" text NOT NULL,
	"name" text NOT NULL,
	"count" integer NOT NULL,
	"persons" uuid[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "account_day_bucket_workspace_id_account_id_day_name_pk" PRIMARY KEY("bucket","workspace_id","account_id","day","name")
);
--> statement-breakpoint
CREATE TABLE "account_member" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"person_bucket" integer NOT NULL,
	"role" text,
	"is_primary" integer DEFAULT 0 NOT NULL,
	"joined_at" timestamp with time zone NOT NULL,
	CONSTRAINT "account_member_bucket_workspace_id_account_id_person_id_pk" PRIMARY KEY("bucket","workspace_id","account_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"purpose" text NOT NULL,
	"state" text NOT NULL,
	"source" text NOT NULL,
	"wording" text DEFAULT '' NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "consent_bucket_workspace_id_person_id_channel_purpose_pk" PRIMARY KEY("bucket","workspace_id","person_id","channel","purpose")
);
--> statement-breakpoint
CREATE TABLE "criterion_met" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"stage" text NOT NULL,
	"criterion_id" text NOT NULL,
	"status" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"by" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"evidence" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "criterion_met_bucket_workspace_id_account_id_stage_criterion_id_pk" PRIMARY KEY("bucket","workspace_id","account_id","stage","criterion_id")
);
--> statement-breakpoint
CREATE TABLE "escalation" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"title" text NOT NULL,
	"severity" text NOT NULL,
	"opened_by" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"resolution" text,
	CONSTRAINT "escalation_bucket_workspace_id_account_id_id_pk" PRIMARY KEY("bucket","workspace_id","account_id","id")
);
--> statement-breakpoint
CREATE TABLE "identity" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"value" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"subject_bucket" integer NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "identity_bucket_workspace_id_kind_value_pk" PRIMARY KEY("bucket","workspace_id","kind","value")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"external_id" text,
	"email" text,
	"phone" text,
	"name" text,
	"zone" text,
	"region" text,
	"traits" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"account_id" uuid,
	"account_bucket" integer,
	"account_traits" jsonb,
	"last_seen_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_bucket_workspace_id_id_pk" PRIMARY KEY("bucket","workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "score_day" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"day" text NOT NULL,
	"health" double precision,
	"journey_health" double precision,
	"scores" jsonb NOT NULL,
	CONSTRAINT "score_day_bucket_workspace_id_account_id_day_pk" PRIMARY KEY("bucket","workspace_id","account_id","day")
);
--> statement-breakpoint
CREATE TABLE "segment_member" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"segment_id" uuid NOT NULL,
	"subject_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "segment_member_bucket_workspace_id_subject_id_segment_id_pk" PRIMARY KEY("bucket","workspace_id","subject_id","segment_id")
);
--> statement-breakpoint
CREATE TABLE "stage_stay" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"stage" text NOT NULL,
	"left_at" timestamp with time zone,
	"manner" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "stage_stay_bucket_workspace_id_account_id_entered_at_stage_pk" PRIMARY KEY("bucket","workspace_id","account_id","entered_at","stage")
);
--> statement-breakpoint
CREATE TABLE "message" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"person_id" uuid NOT NULL,
	"account_id" uuid,
	"account_bucket" integer,
	"journey_id" uuid,
	"version_id" uuid,
	"enrollment_id" uuid,
	"subject_id" uuid NOT NULL,
	"subject_bucket" integer NOT NULL,
	"step_id" text,
	"visit" integer DEFAULT 1 NOT NULL,
	"channel" text NOT NULL,
	"purpose" text NOT NULL,
	"topic" text DEFAULT 'general' NOT NULL,
	"priority" integer DEFAULT 50 NOT NULL,
	"is_automated" boolean DEFAULT true NOT NULL,
	"survives_exit" boolean DEFAULT false NOT NULL,
	"status" text NOT NULL,
	"due_at" timestamp with time zone,
	"stale_at" timestamp with time zone,
	"reason_code" text,
	"reason_detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"inputs" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"counted_at" timestamp with time zone,
	"attempt" integer DEFAULT 0 NOT NULL,
	"lease_until" timestamp with time zone,
	"provider_id" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"opened_at" timestamp with time zone,
	"clicked_at" timestamp with time zone,
	"replied_at" timestamp with time zone,
	"bounced_at" timestamp with time zone,
	"unsubscribed_at" timestamp with time zone,
	"seen_at" timestamp with time zone,
	CONSTRAINT "message_bucket_workspace_id_id_pk" PRIMARY KEY("bucket","workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "reservation" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"key" text NOT NULL,
	"journey_id" uuid,
	"channel" text NOT NULL,
	"status" text NOT NULL,
	"request" jsonb NOT NULL,
	"message_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"person_bucket" integer NOT NULL,
	"address" jsonb,
	"reason_code" text,
	"due_at" timestamp with time zone,
	"counted_at" timestamp with time zone,
	"asked_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reservation_bucket_workspace_id_account_id_key_pk" PRIMARY KEY("bucket","workspace_id","account_id","key")
);
--> statement-breakpoint
CREATE TABLE "task" (
	"bucket" integer NOT NULL,
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"key" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"account_id" uuid,
	"person_id" uuid,
	"journey_id" uuid,
	"version_id" uuid,
	"enrollment_id" uuid,
	"step_id" text,
	"visit" integer DEFAULT 1 NOT NULL,
	"type" text NOT NULL,
	"title" text NOT NULL,
	"notes" text DEFAULT '' NOT NULL,
	"owner_id" uuid,
	"status" text NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	"keep_open" boolean DEFAULT false NOT NULL,
	"cause" text DEFAULT '' NOT NULL,
	"outcome" text,
	"outcome_note" text,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "task_bucket_workspace_id_id_pk" PRIMARY KEY("bucket","workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"workspace_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"verb" text NOT NULL,
	"subject" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_workspace_id_number_pk" PRIMARY KEY("workspace_id","number")
);
--> statement-breakpoint
CREATE TABLE "file" (
	"workspace_id" uuid NOT NULL,
	"id" uuid NOT NULL,
	"name" text NOT NULL,
	"content_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"content" text NOT NULL,
	"public_token" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "file_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
CREATE TABLE "membership" (
	"workspace_id" uuid NOT NULL,
	"user_id" uuid NOT NULL,
	"role" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "membership_workspace_id_user_id_pk" PRIMARY KEY("workspace_id","user_id")
);
--> statement-breakpoint
CREATE TABLE "user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"password_hash" text NOT NULL,
	"session_version" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "worker_heartbeat" (
	"id" text PRIMARY KEY NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "workspace" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"zone" text DEFAULT 'UTC' NOT NULL,
	"region" text,
	"is_demo" boolean DEFAULT false NOT NULL,
	"policy" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"signing_secret" text NOT NULL,
	"sender_name" text DEFAULT '' NOT NULL,
	"sender_address" text DEFAULT '' NOT NULL,
	"postal_address" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "workspace_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "write_key" (
	"id" uuid PRIMARY KEY NOT NULL,
	"workspace_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"origins" text[] DEFAULT '{}' NOT NULL,
	"last_four" text NOT NULL,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE INDEX "decision_subject" ON "decision" USING btree ("bucket","workspace_id","subject_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollment_active_once" ON "enrollment" USING btree ("bucket","workspace_id","journey_id","subject_id","entry_key") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "enrollment_subject" ON "enrollment" USING btree ("bucket","workspace_id","subject_id");--> statement-breakpoint
CREATE INDEX "enrollment_due" ON "enrollment" USING btree ("bucket","workspace_id","due_at") WHERE status = 'active' and due_at is not null;--> statement-breakpoint
CREATE INDEX "enrollment_place" ON "enrollment" USING btree ("bucket","workspace_id","journey_id","step_id") WHERE status = 'active';--> statement-breakpoint
CREATE INDEX "move_enrollment" ON "move" USING btree ("bucket","workspace_id","enrollment_id","id");--> statement-breakpoint
CREATE INDEX "move_version" ON "move" USING btree ("bucket","workspace_id","version_id","at");--> statement-breakpoint
CREATE INDEX "bucket_due_at" ON "bucket_due" USING btree ("work","due_at");--> statement-breakpoint
CREATE INDEX "event_person" ON "event" USING btree ("bucket","workspace_id","person_id","name","happened_at");--> statement-breakpoint
CREATE INDEX "event_account" ON "event" USING btree ("bucket","workspace_id","account_id","name","happened_at");--> statement-breakpoint
CREATE INDEX "inbox_due" ON "inbox" USING btree ("bucket","workspace_id","due_at","id");--> statement-breakpoint
CREATE INDEX "approval_status" ON "approval" USING btree ("workspace_id","status","asked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "journey_version_number" ON "journey_version" USING btree ("workspace_id","journey_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "template_slug" ON "template" USING btree ("workspace_id","slug");--> statement-breakpoint
CREATE INDEX "mailbox_message_at" ON "mailbox_message" USING btree ("workspace_id","at");--> statement-breakpoint
CREATE INDEX "account_by_workspace" ON "account" USING btree ("workspace_id","name");--> statement-breakpoint
CREATE INDEX "person_account" ON "person" USING btree ("bucket","workspace_id","account_id");--> statement-breakpoint
CREATE INDEX "person_created" ON "person" USING btree ("workspace_id","created_at");--> statement-breakpoint
CREATE INDEX "segment_member_segment" ON "segment_member" USING btree ("bucket","workspace_id","segment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "message_key" ON "message" USING btree ("bucket","workspace_id","key");--> statement-breakpoint
CREATE INDEX "message_person" ON "message" USING btree ("bucket","workspace_id","person_id","created_at");--> statement-breakpoint
CREATE INDEX "message_due" ON "message" USING btree ("bucket","workspace_id","status","due_at") WHERE status in ('asking','held','queued','sending');--> statement-breakpoint
CREATE INDEX "message_enrollment" ON "message" USING btree ("bucket","workspace_id","enrollment_id");--> statement-breakpoint
CREATE INDEX "reservation_counted" ON "reservation" USING btree ("bucket","workspace_id","account_id","counted_at");--> statement-breakpoint
CREATE INDEX "reservation_due" ON "reservation" USING btree ("bucket","workspace_id","due_at") WHERE status = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "task_key" ON "task" USING btree ("bucket","workspace_id","key");--> statement-breakpoint
CREATE INDEX "task_subject" ON "task" USING btree ("bucket","workspace_id","subject_id");--> statement-breakpoint
CREATE INDEX "task_owner" ON "task" USING btree ("workspace_id","owner_id","status","due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "write_key_hash" ON "write_key" USING btree ("key_hash");