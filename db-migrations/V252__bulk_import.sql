-- Files to be taken over in bulk. A file stands sealed until it has been taken over or given up, then it is erased; its
-- hash says at the taking over that it is the one that was approved.
create table bulk_import (
    id             bigint       not null primary key,
    kind           varchar(16)  not null,
    file_name      varchar(100) not null,
    content_sealed mediumblob   null,
    content_hash   binary(32)   not null,
    state          varchar(16)  not null,
    maker_id       bigint       not null,
    maker          varchar(64)  not null,
    checker        varchar(64)  null,
    branch         varchar(6)   null,
    file_rows      int          not null,
    done           int          not null default 0,
    cancel         boolean      not null default false,
    problem        varchar(100) null,
    created_at     datetime(3)  not null,
    ended_at       datetime(3)  null,
    key bulk_import_state (state)
) engine = InnoDB default charset = utf8mb4;
