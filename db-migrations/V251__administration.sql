-- What operators started from the branch console and how the nodes fare.

-- Sealing with new keys, as a background job. The generated column lets one run at a time wait or work.
create table reseal_run (
    id         bigint       not null primary key,
    state      varchar(16)  not null,
    started_by varchar(64)  not null,
    started_at datetime(3)  not null,
    ended_at   datetime(3)  null,
    done       bigint       not null default 0,
    total      bigint       not null default 0,
    left_over  bigint       null comment 'values that still stand under an old key at the end',
    cancel     boolean      not null default false,
    at_work    tinyint generated always as (if(state in ('WAITING', 'RUNNING'), 1, null)) stored,
    unique key reseal_run_at_work (at_work),
    key reseal_run_started (started_at)
) engine = InnoDB default charset = utf8mb4;

-- How often profiles were asked to be read again; every node compares.
create table issuer_reload (
    id         tinyint     not null primary key,
    generation bigint      not null,
    asked_by   varchar(64) null,
    asked_at   datetime(3) null
) engine = InnoDB default charset = utf8mb4;

insert into issuer_reload (id, generation) values (1, 0);

create table portal_node (
    name            varchar(100) not null primary key,
    started_at      datetime(3)  not null,
    seen_at         datetime(3)  not null,
    apart_millis    bigint       not null comment 'clock of the node less that of the database',
    profiles        varchar(16)  not null,
    generation      bigint       not null,
    profile_problem varchar(600) null
) engine = InnoDB default charset = utf8mb4;
