-- A look at a case is one at its customer, with the case; each case is looked at by itself.
alter table helpdesk_look add column case_id bigint null;

-- Cards of a branch are found by its customers.
create index customer_of_branch on customer (branch, id);

-- The meter's figures of a day, counted range by range; a day counts when its last range is done.
create table meter_count (
    day    date        not null comment 'in Tehran',
    branch varchar(6)  character set ascii not null comment '\'\' is none',
    reason varchar(16) character set ascii not null comment 'why the card is static, or DYNAMIC',
    n      bigint      not null,
    primary key (day, branch, reason)
) engine = InnoDB default charset = utf8mb4;

create table meter_day (
    day        date        not null primary key comment 'in Tehran',
    through_id bigint      not null comment 'cards up to this one are counted',
    done_at    datetime(3) null
) engine = InnoDB default charset = utf8mb4;
