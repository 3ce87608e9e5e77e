-- How often an import was begun, and until when it waits after one that failed: no import is tried without end, and none
-- holds up the others meanwhile.
alter table bulk_import
    add column tries   int         not null default 0,
    add column next_at datetime(3) null;
