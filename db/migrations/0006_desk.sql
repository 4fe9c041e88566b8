CREATE TYPE "public"."priority" AS ENUM('low', 'normal', 'high', 'urgent');--> statement-breakpoint
CREATE TYPE "public"."alarm_kind" AS ENUM('schedule_failed', 'audit_chain_broken', 'witness_failed', 'job_failed');--> statement-breakpoint
CREATE TYPE "public"."mail_choice" AS ENUM('immediate', 'digest', 'none');--> statement-breakpoint
CREATE TYPE "public"."delegation_kind" AS ENUM('leave', 'acting');--> statement-breakpoint
CREATE TYPE "public"."day_off_kind" AS ENUM('national_holiday', 'collective_leave');--> statement-breakpoint
CREATE TABLE "alarms" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" "alarm_kind" NOT NULL,
	"subject" text NOT NULL,
	"portal_id" uuid,
	"edition_id" uuid,
	"text" text NOT NULL,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"raised_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"settled_by" uuid
);
--> statement-breakpoint
CREATE TABLE "saved_views" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_default" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_times" (
	"user_id" uuid PRIMARY KEY NOT NULL,
	"quiet_from" integer,
	"quiet_until" integer,
	"digest_at" integer DEFAULT 420 NOT NULL,
	"digest_off" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mails" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"kind" text NOT NULL,
	"once_key" text NOT NULL,
	"user_id" uuid,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"headers" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"under_way_since" timestamp with time zone,
	"failure" text,
	"failed_at" timestamp with time zone,
	CONSTRAINT "mails_onceKey_unique" UNIQUE("once_key")
);
--> statement-breakpoint
CREATE TABLE "notification_choices" (
	"user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"mail" "mail_choice" NOT NULL,
	CONSTRAINT "notification_choices_user_id_kind_pk" PRIMARY KEY("user_id","kind")
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"portal_id" uuid,
	"kind" text NOT NULL,
	"event_seq" bigint NOT NULL,
	"article_id" uuid,
	"edition_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"read_at" timestamp with time zone,
	"mailed_at" timestamp with time zone,
	"mail" "mail_choice" DEFAULT 'none' NOT NULL,
	CONSTRAINT "notifications_once" UNIQUE("user_id","event_seq","kind")
);
--> statement-breakpoint
CREATE TABLE "told_events" (
	"name" text PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "absences" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"user_id" uuid NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "absences_end_after_start" CHECK (ends_at > starts_at)
);
--> statement-breakpoint
CREATE TABLE "handovers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"from_user_id" uuid NOT NULL,
	"to_user_id" uuid,
	"reason" text DEFAULT '' NOT NULL,
	"ticked" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"begun_by" uuid NOT NULL,
	"begun_at" timestamp with time zone NOT NULL,
	"finished_at" timestamp with time zone,
	"finished_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "handovers_to_another" CHECK (to_user_id is null or to_user_id <> from_user_id)
);
--> statement-breakpoint
CREATE TABLE "days_off" (
	"portal_id" uuid NOT NULL,
	"day" date NOT NULL,
	"kind" "day_off_kind" NOT NULL,
	"name" text NOT NULL,
	"source" text DEFAULT '' NOT NULL,
	CONSTRAINT "days_off_portal_id_day_pk" PRIMARY KEY("portal_id","day")
);
--> statement-breakpoint
CREATE TABLE "return_reasons" (
	"portal_id" uuid NOT NULL,
	"code" text NOT NULL,
	"label" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "return_reasons_portal_id_code_pk" PRIMARY KEY("portal_id","code")
);
--> statement-breakpoint
CREATE TABLE "embargo_passes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"article_id" uuid NOT NULL,
	"user_id" uuid,
	"contact_id" uuid,
	"token_hash" text,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid,
	CONSTRAINT "embargo_passes_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "embargo_readings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"pass_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"mark" text NOT NULL,
	"device" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "press_contacts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"portal_id" uuid NOT NULL,
	"name" text NOT NULL,
	"outlet" text NOT NULL,
	"email" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"is_active" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_paragraphs" (
	"edition_id" uuid NOT NULL,
	"fingerprint" bigint NOT NULL,
	CONSTRAINT "published_paragraphs_edition_id_fingerprint_pk" PRIMARY KEY("edition_id","fingerprint")
);
--> statement-breakpoint
CREATE TABLE "queue_entries" (
	"edition_id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"portal_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"agency_ids" uuid[] NOT NULL,
	"is_confidential" boolean NOT NULL,
	"state" "edition_state" NOT NULL,
	"kind" "article_kind" NOT NULL,
	"title" text NOT NULL,
	"priority" "priority" NOT NULL,
	"urgency" smallint NOT NULL,
	"waiting_since" timestamp with time zone NOT NULL,
	"late_at" timestamp with time zone,
	"due_at" timestamp with time zone,
	"verifier_until" timestamp with time zone,
	"created_by" uuid NOT NULL,
	"claimed_by" uuid,
	"assigned_to" uuid
);
--> statement-breakpoint
CREATE TABLE "chain_checks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"checked" bigint NOT NULL,
	"head_hash" text NOT NULL,
	"broken_at" bigint,
	"editions" integer DEFAULT 0 NOT NULL,
	"wrong_editions" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain_heads" (
	"day" date PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"head_hash" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"witness" text,
	"witnessed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "similar_editions" (
	"edition_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"likeness" real NOT NULL,
	"is_same_event" boolean NOT NULL,
	"found_at" timestamp with time zone NOT NULL,
	CONSTRAINT "similar_editions_edition_id_other_id_pk" PRIMARY KEY("edition_id","other_id")
);
--> statement-breakpoint
ALTER TABLE "decision_notes" ALTER COLUMN "reason_code" SET DATA TYPE text;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "agency_id" uuid;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "retract_reviewed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "merged_into" uuid;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "waiting_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "target_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "escalation" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "escalated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "escalates_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "escalated_to" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "verify_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "opened_to_desk_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "assigned_to" uuid;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "assigned_by" uuid;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "assigned_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "priority" "priority" DEFAULT 'normal' NOT NULL;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "scheduled_hash" text;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "scheduled_by" uuid;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "schedule_failed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "schedule_attempts" smallint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "editions" ADD COLUMN "schedule_failure" text;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "delegation" "delegation_kind";--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "starts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "ends_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "in_place_of" uuid;--> statement-breakpoint
ALTER TABLE "portals" ADD COLUMN "desk_settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "alarms" ADD CONSTRAINT "alarms_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alarms" ADD CONSTRAINT "alarms_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "alarms" ADD CONSTRAINT "alarms_settled_by_users_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "saved_views" ADD CONSTRAINT "saved_views_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_times" ADD CONSTRAINT "mail_times_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mails" ADD CONSTRAINT "mails_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notification_choices" ADD CONSTRAINT "notification_choices_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notifications" ADD CONSTRAINT "notifications_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "absences" ADD CONSTRAINT "absences_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_from_user_id_users_id_fk" FOREIGN KEY ("from_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_to_user_id_users_id_fk" FOREIGN KEY ("to_user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_begun_by_users_id_fk" FOREIGN KEY ("begun_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "handovers" ADD CONSTRAINT "handovers_finished_by_users_id_fk" FOREIGN KEY ("finished_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "days_off" ADD CONSTRAINT "days_off_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_reasons" ADD CONSTRAINT "return_reasons_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargo_passes" ADD CONSTRAINT "embargo_passes_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargo_passes" ADD CONSTRAINT "embargo_passes_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargo_passes" ADD CONSTRAINT "embargo_passes_contact_id_press_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."press_contacts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargo_passes" ADD CONSTRAINT "embargo_passes_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargo_passes" ADD CONSTRAINT "embargo_passes_revoked_by_users_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embargo_readings" ADD CONSTRAINT "embargo_readings_pass_id_embargo_passes_id_fk" FOREIGN KEY ("pass_id") REFERENCES "public"."embargo_passes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "press_contacts" ADD CONSTRAINT "press_contacts_portal_id_portals_id_fk" FOREIGN KEY ("portal_id") REFERENCES "public"."portals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "published_paragraphs" ADD CONSTRAINT "published_paragraphs_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_entries" ADD CONSTRAINT "queue_entries_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "queue_entries" ADD CONSTRAINT "queue_entries_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_editions" ADD CONSTRAINT "similar_editions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "similar_editions" ADD CONSTRAINT "similar_editions_other_id_editions_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "alarms_one_open" ON "alarms" USING btree ("kind","subject") WHERE settled_at is null;--> statement-breakpoint
CREATE INDEX "alarms_portal" ON "alarms" USING btree ("portal_id","raised_at");--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_name" ON "saved_views" USING btree ("user_id",lower(name));--> statement-breakpoint
CREATE UNIQUE INDEX "saved_views_default" ON "saved_views" USING btree ("user_id") WHERE is_default;--> statement-breakpoint
CREATE INDEX "mails_waiting" ON "mails" USING btree ("created_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("user_id","id");--> statement-breakpoint
CREATE INDEX "notifications_unread" ON "notifications" USING btree ("user_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "notifications_to_mail" ON "notifications" USING btree ("user_id","mail") WHERE mailed_at is null and mail <> 'none';--> statement-breakpoint
CREATE INDEX "absences_user" ON "absences" USING btree ("user_id","ends_at");--> statement-breakpoint
CREATE INDEX "handovers_from" ON "handovers" USING btree ("from_user_id");--> statement-breakpoint
CREATE INDEX "embargo_passes_article" ON "embargo_passes" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "embargo_readings_pass" ON "embargo_readings" USING btree ("pass_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "press_contacts_name" ON "press_contacts" USING btree ("portal_id",lower(name),lower(outlet));--> statement-breakpoint
CREATE INDEX "published_paragraphs_fingerprint" ON "published_paragraphs" USING btree ("fingerprint","edition_id");--> statement-breakpoint
CREATE INDEX "queue_entries_article" ON "queue_entries" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "similar_editions_other" ON "similar_editions" USING btree ("other_id");--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_merged_into_articles_id_fk" FOREIGN KEY ("merged_into") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_assigned_to_users_id_fk" FOREIGN KEY ("assigned_to") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_assigned_by_users_id_fk" FOREIGN KEY ("assigned_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_scheduled_by_users_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_in_place_of_users_id_fk" FOREIGN KEY ("in_place_of") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "co_writers_person" ON "co_writers" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "editions_desk" ON "editions" USING btree ("target_at","id") WHERE state in ('submitted','verified','in_editing','approved','scheduled');--> statement-breakpoint
CREATE INDEX "editions_assigned" ON "editions" USING btree ("assigned_to") WHERE assigned_to is not null and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled');--> statement-breakpoint
CREATE INDEX "editions_to_escalate" ON "editions" USING btree ("escalates_at") WHERE escalates_at is not null;--> statement-breakpoint
CREATE INDEX "editions_escalated" ON "editions" USING gin ("escalated_to") WHERE escalation > 0;--> statement-breakpoint
CREATE INDEX "editions_verify_due" ON "editions" USING btree ("verify_due_at") WHERE state = 'submitted' and verify_due_at is not null and opened_to_desk_at is null;--> statement-breakpoint
CREATE INDEX "editions_scheduled" ON "editions" USING btree ("scheduled_for") WHERE state = 'scheduled';--> statement-breakpoint
CREATE INDEX "editions_review_due" ON "editions" USING btree ("second_review_due_at") WHERE second_review_due_at is not null and second_reviewed_at is null;--> statement-breakpoint
CREATE INDEX "editions_retraction_due" ON "editions" USING btree ("retract_review_due_at") WHERE retract_review_due_at is not null and retract_reviewed_at is null;--> statement-breakpoint
CREATE INDEX "editions_fast_lane" ON "editions" USING btree ("published_at") WHERE fast_lane_by is not null;--> statement-breakpoint
CREATE INDEX "editions_merged" ON "editions" USING btree ("merged_into") WHERE merged_into is not null;--> statement-breakpoint
CREATE INDEX "editions_open_words" ON "editions" USING gin (to_tsvector('simple', title || ' ' || lead)) WHERE state in ('draft','submitted','verified','returned','in_editing','approved','scheduled');--> statement-breakpoint
CREATE INDEX "editions_event_date" ON "editions" USING btree ("event_date") WHERE event_date is not null and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled','published','archived');--> statement-breakpoint
CREATE INDEX "named_people_person" ON "named_people" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "memberships_ending" ON "memberships" USING btree ("ends_at") WHERE ends_at is not null and ended_at is null;--> statement-breakpoint
CREATE INDEX "events_verb" ON "events" USING btree ("portal_id","verb","at");--> statement-breakpoint
CREATE INDEX "events_verb_in_order" ON "events" USING btree ("verb","seq");--> statement-breakpoint
CREATE INDEX "events_agency" ON "events" USING btree ("agency_id","seq") WHERE agency_id is not null;--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_id","seq") WHERE subject_id is not null;--> statement-breakpoint
CREATE INDEX "events_at" ON "events" USING btree ("portal_id","at");--> statement-breakpoint
CREATE INDEX "events_about" ON "events" USING btree ((detail ->> 'about'),"seq") WHERE detail ? 'about';--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_delegation_ends" CHECK ((delegation is null) = (ends_at is null) and (delegation is null) = (starts_at is null) and (ends_at is null or ends_at > starts_at));--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_never_in_own_place" CHECK (in_place_of is null or in_place_of <> user_id);--> statement-breakpoint
DROP TYPE "public"."return_reason";--> statement-breakpoint
create trigger embargo_readings_append_only before update or delete on embargo_readings for each row execute function refuse_change();
--> statement-breakpoint
create trigger embargo_readings_no_truncate before truncate on embargo_readings for each statement execute function refuse_change();
--> statement-breakpoint
create function keep_chain_head() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (new.day, new.seq, new.head_hash, new.at) is distinct from (old.day, old.seq, old.head_hash, old.at) then
    raise exception '% is append-only', tg_table_name using errcode = '42501';
  end if;
  return new;
end
$$;
--> statement-breakpoint
create trigger chain_heads_kept before update or delete on chain_heads for each row execute function keep_chain_head();
--> statement-breakpoint
create trigger chain_heads_no_truncate before truncate on chain_heads for each statement execute function refuse_change();
--> statement-breakpoint
-- Editions under way have waited since their newest step; how late that is, is computed when they move on.
update editions set waiting_since = coalesce(claimed_at, approved_at, submitted_at, created_at)
where state in ('draft','submitted','verified','returned','in_editing','approved','scheduled');
--> statement-breakpoint
-- Until when the verifier of what stands submitted is waited for: by the clock, as it was promised then.
update editions e set verify_due_at = e.submitted_at + g.verify_within_minutes * interval '1 minute'
from articles a join agencies g on g.id = a.agency_id
where a.id = e.article_id and e.state = 'submitted' and not e.claimable_at_once and g.has_verification and e.verify_due_at is null;
--> statement-breakpoint
-- What is under way stands in the queue: one row of an edition, kept by the database itself.
create function keep_queue_entry() returns trigger language plpgsql as $$
begin
  if new.state not in ('submitted','verified','in_editing','approved','scheduled') then
    delete from queue_entries where edition_id = new.id;
    return null;
  end if;
  insert into queue_entries as entry (
    edition_id, article_id, portal_id, agency_id, agency_ids, is_confidential, state, kind, title, priority, urgency,
    waiting_since, late_at, due_at, verifier_until, created_by, claimed_by, assigned_to
  )
  select
    new.id, article.id, article.portal_id, article.agency_id,
    array_remove(array[article.agency_id, new.agency_id], null) || new.joint_agency_ids,
    article.is_confidential, new.state, new.kind, new.title, new.priority,
    case new.priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end,
    date_trunc('milliseconds', coalesce(new.waiting_since, new.submitted_at, new.created_at)),
    least(new.target_at, new.due_at), new.due_at,
    case when new.state = 'submitted' and not new.claimable_at_once and new.opened_to_desk_at is null then new.verify_due_at end,
    new.created_by, new.claimed_by, new.assigned_to
  from articles article
  where article.id = new.article_id
  on conflict (edition_id) do update set
    (agency_ids, state, kind, title, priority, urgency, waiting_since, late_at, due_at, verifier_until, claimed_by, assigned_to) =
    (excluded.agency_ids, excluded.state, excluded.kind, excluded.title, excluded.priority, excluded.urgency,
      excluded.waiting_since, excluded.late_at, excluded.due_at, excluded.verifier_until, excluded.claimed_by, excluded.assigned_to);
  return null;
end
$$;
--> statement-breakpoint
create trigger editions_enter_queue after insert on editions for each row
when (new.state in ('submitted','verified','in_editing','approved','scheduled'))
execute function keep_queue_entry();
--> statement-breakpoint
create trigger editions_keep_queue after update on editions for each row
when (
  (old.state in ('submitted','verified','in_editing','approved','scheduled')
    or new.state in ('submitted','verified','in_editing','approved','scheduled'))
  and (old.state, old.kind, old.title, old.priority, old.waiting_since, old.target_at, old.due_at, old.agency_id,
      old.joint_agency_ids, old.claimable_at_once, old.opened_to_desk_at, old.verify_due_at, old.claimed_by, old.assigned_to)
    is distinct from (new.state, new.kind, new.title, new.priority, new.waiting_since, new.target_at, new.due_at, new.agency_id,
      new.joint_agency_ids, new.claimable_at_once, new.opened_to_desk_at, new.verify_due_at, new.claimed_by, new.assigned_to)
)
execute function keep_queue_entry();
--> statement-breakpoint
-- An article that moves to another agency, or is limited to named people, is so in the queue at once.
create function keep_queue_of_article() returns trigger language plpgsql as $$
begin
  update queue_entries entry
  set portal_id = new.portal_id, agency_id = new.agency_id, is_confidential = new.is_confidential,
    agency_ids = array_remove(array[new.agency_id, edition.agency_id], null) || edition.joint_agency_ids
  from editions edition
  where entry.article_id = new.id and edition.id = entry.edition_id;
  return null;
end
$$;
--> statement-breakpoint
create trigger articles_keep_queue after update on articles for each row
when ((old.portal_id, old.agency_id, old.is_confidential) is distinct from (new.portal_id, new.agency_id, new.is_confidential))
execute function keep_queue_of_article();
--> statement-breakpoint
insert into queue_entries (
  edition_id, article_id, portal_id, agency_id, agency_ids, is_confidential, state, kind, title, priority, urgency,
  waiting_since, late_at, due_at, verifier_until, created_by, claimed_by, assigned_to
)
select
  edition.id, article.id, article.portal_id, article.agency_id,
  array_remove(array[article.agency_id, edition.agency_id], null) || edition.joint_agency_ids,
  article.is_confidential, edition.state, edition.kind, edition.title, edition.priority,
  case edition.priority when 'urgent' then 0 when 'high' then 1 when 'normal' then 2 else 3 end,
  date_trunc('milliseconds', coalesce(edition.waiting_since, edition.submitted_at, edition.created_at)),
  least(edition.target_at, edition.due_at), edition.due_at,
  case when edition.state = 'submitted' and not edition.claimable_at_once and edition.opened_to_desk_at is null then edition.verify_due_at end,
  edition.created_by, edition.claimed_by, edition.assigned_to
from editions edition
join articles article on article.id = edition.article_id
where edition.state in ('submitted','verified','in_editing','approved','scheduled');
