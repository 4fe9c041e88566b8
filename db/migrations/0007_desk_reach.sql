DROP INDEX "events_verb";--> statement-breakpoint
CREATE INDEX "articles_confidential" ON "articles" USING btree ("id") WHERE is_confidential;--> statement-breakpoint
CREATE INDEX "editions_retracted" ON "editions" USING btree ("published_at" DESC NULLS LAST) WHERE state = 'retracted';--> statement-breakpoint
CREATE INDEX "editions_live_title" ON "editions" USING gin ("title" gin_trgm_ops) WHERE state in ('published','archived');--> statement-breakpoint
CREATE INDEX "editions_put_aside" ON "editions" USING btree ("id" DESC NULLS LAST) WHERE state in ('rejected','discarded') and purged_at is null;--> statement-breakpoint
CREATE INDEX "editions_working" ON "editions" USING btree ("id") WHERE state in ('draft','submitted','verified','returned','in_editing','approved','scheduled');--> statement-breakpoint
CREATE INDEX "editions_begun" ON "editions" USING btree ("created_by") WHERE state in ('draft','submitted','verified','returned','in_editing','approved','scheduled');--> statement-breakpoint
CREATE INDEX "editions_sent" ON "editions" USING btree ("submitted_by") WHERE state in ('draft','submitted','verified','returned','in_editing','approved','scheduled');--> statement-breakpoint
CREATE INDEX "editions_planned" ON "editions" USING btree ("scheduled_for") WHERE scheduled_for is not null and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled');--> statement-breakpoint
CREATE INDEX "editions_embargoed" ON "editions" USING btree ("embargo_until") WHERE embargo_until is not null and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled');--> statement-breakpoint
CREATE INDEX "editions_due" ON "editions" USING btree ("due_at") WHERE due_at is not null and state in ('draft','submitted','verified','returned','in_editing','approved','scheduled');--> statement-breakpoint
CREATE INDEX "editions_changing" ON "editions" USING btree ("id","change_type") WHERE change_type is not null;--> statement-breakpoint
CREATE INDEX "editions_moving" ON "editions" USING btree ("agency_id") WHERE agency_id is not null;--> statement-breakpoint
CREATE INDEX "editions_joint" ON "editions" USING gin ("joint_agency_ids") WHERE joint_agency_ids <> '{}';--> statement-breakpoint
CREATE INDEX "decision_notes_reason" ON "decision_notes" USING btree ("at") WHERE verb in ('return','reject');--> statement-breakpoint
CREATE INDEX "revisions_typed" ON "revisions" USING btree ("by","edition_id") WHERE reason in ('typing','restored');--> statement-breakpoint
CREATE INDEX "revisions_stranded" ON "revisions" USING btree ("by","id") WHERE reason = 'stranded' and settled_at is null;--> statement-breakpoint
CREATE INDEX "events_verb" ON "events" USING btree ("portal_id","verb","at","agency_id","edition_id");