-- Rows that prove something are never changed or removed, whoever asks.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = '42501';
end
$$;
--> statement-breakpoint
create trigger signatures_append_only before update or delete on signatures for each row execute function refuse_change();
--> statement-breakpoint
create trigger signatures_no_truncate before truncate on signatures for each statement execute function refuse_change();
--> statement-breakpoint
create trigger signature_voids_append_only before update or delete on signature_voids for each row execute function refuse_change();
--> statement-breakpoint
create trigger signature_voids_no_truncate before truncate on signature_voids for each statement execute function refuse_change();
--> statement-breakpoint
create trigger events_append_only before update or delete on events for each row execute function refuse_change();
--> statement-breakpoint
create trigger events_no_truncate before truncate on events for each statement execute function refuse_change();
--> statement-breakpoint
create trigger decision_notes_append_only before update or delete on decision_notes for each row execute function refuse_change();
