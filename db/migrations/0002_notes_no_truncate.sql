-- The reasons of decisions prove something too: emptying the whole table is refused like changing a row.
create trigger decision_notes_no_truncate before truncate on decision_notes for each statement execute function refuse_change();
