-- Waves of reminders to owners of static cards, and who wants none. A card stands in a wave once.
create table reminder_wave (
    id           bigint      not null primary key,
    branch       varchar(6)  character set ascii not null,
    state        varchar(8)  character set ascii not null comment 'RUNNING, DONE or STOPPED',
    running_slot tinyint     null comment '1 while it runs: one wave of a branch at a time',
    maker        varchar(64) not null,
    checker      varchar(64) not null,
    started_at   datetime(3) not null,
    ended_at     datetime(3) null,
    unique key reminder_wave_running (branch, running_slot),
    key reminder_wave_latest (branch, started_at),
    key reminder_wave_state (state)
) engine = InnoDB default charset = utf8mb4;

create table reminder_card (
    wave_id     bigint      not null,
    card_id     bigint      not null,
    customer_id bigint      not null,
    state       varchar(12) character set ascii not null comment 'WAITING, SENT, OPTED_OUT, NO_LONGER or LIMITED',
    primary key (wave_id, card_id),
    key reminder_card_waiting (wave_id, state),
    constraint reminder_card_wave foreign key (wave_id) references reminder_wave (id)
) engine = InnoDB default charset = utf8mb4;

create table reminder_opt_out (
    customer_id bigint      not null primary key,
    said_at     datetime(3) not null
) engine = InnoDB default charset = utf8mb4;
