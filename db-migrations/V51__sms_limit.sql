-- How often messages were asked for. The subject is a keyed hash of rule, purpose and number, person or address.
create table sms_limit (
    subject           binary(32)  not null primary key,
    window_started_at datetime(3) not null,
    used              int         not null,
    next_at           datetime(3) not null,
    key sms_limit_age (window_started_at)
) engine = InnoDB default charset = utf8mb4;
