-- A wave that is over keeps its totals itself, so that nothing goes through its cards again and they can be removed.
alter table reminder_wave
    add column total      int     null comment 'cards it began with; null until it is over',
    add column sent       int     null,
    add column skipped    int     null,
    add column cards_kept boolean not null default true comment 'false: its cards are removed',
    add key reminder_wave_open (total),
    add key reminder_wave_purge (cards_kept, ended_at);

alter table reminder_card
    modify state varchar(12) character set ascii not null
        comment 'WAITING, SENT, OPTED_OUT, NO_LONGER, LIMITED or FAILED';
