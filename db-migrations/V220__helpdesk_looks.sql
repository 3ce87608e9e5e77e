-- Looks of staff at customers: how often (a wait that grows, a ceiling for the day), and which page is open for whom.
create table helpdesk_pace (
    staff_id         bigint      not null primary key,
    day              date        not null comment 'in Tehran',
    used             int         not null,
    burst            int         not null,
    burst_started_at datetime(3) not null,
    next_at          datetime(3) not null,
    warned_day       date        null comment 'the auditors were told on this day'
) engine = InnoDB default charset = utf8mb4;

create table helpdesk_look (
    id          bigint      not null primary key,
    staff_id    bigint      not null,
    session_mac binary(32)  not null comment 'keyed: the id of the sign-in opens it',
    customer_id bigint      not null,
    reason      varchar(16) character set ascii not null,
    ticket      varchar(24) character set ascii not null,
    looked_at   datetime(3) not null,
    fresh_until datetime(3) not null,
    key helpdesk_look_fresh (staff_id, customer_id, fresh_until),
    key helpdesk_look_age (looked_at)
) engine = InnoDB default charset = utf8mb4;
