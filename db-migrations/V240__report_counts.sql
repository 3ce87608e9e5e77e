-- What the reports are made of: counts, filled in the background, so that a report reads some thousand rows and no
-- verification waits for it. '' is "none" or "unknown" in every column.
create table report_count (
    day     date        not null comment 'in Tehran',
    hour    tinyint     not null comment 'in Tehran; 0 for what is counted once a day',
    measure varchar(8)  character set ascii not null comment 'CODE, SMALL, SMS or CARD',
    channel varchar(40) character set ascii collate ascii_bin not null comment 'client of the channel, or provider of the SMS',
    issuer  varchar(40) character set ascii not null,
    bin     varchar(8)  character set ascii not null,
    branch  varchar(6)  character set ascii not null comment 'home branch of the customer',
    what    varchar(24) character set ascii not null comment 'reason, answer or state',
    bucket  int         not null comment 'CODE, CARD: 1 first, 2 second password; SMS: seconds until delivery',
    n       bigint      not null,
    amount  bigint      not null comment 'rial',
    primary key (measure, day, hour, channel, issuer, bin, branch, what, bucket)
) engine = InnoDB default charset = utf8mb4;

-- How far each table has been counted. Moved by a conditional update in the transaction of the counts.
create table report_progress (
    name       varchar(24) character set ascii not null primary key,
    through_id bigint      not null,
    counted_at datetime(3) not null
) engine = InnoDB default charset = utf8mb4;

insert into report_progress (name, through_id, counted_at)
values ('verification', 0, utc_timestamp(3)), ('small_amount_use', 0, utc_timestamp(3));
