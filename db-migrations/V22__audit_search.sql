-- Auditors look for who did something and for what was done.
alter table audit_event
    add key audit_event_of_actor (actor_name, id),
    add key audit_event_of_kind (kind, id);
