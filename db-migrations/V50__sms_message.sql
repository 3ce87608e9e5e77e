-- The outbox. The text is sealed and is erased when its life is over; the row stays for the customer's timeline.
create table sms_message (
    id                 bigint         not null primary key,
    customer_id        bigint         null,
    purpose            varchar(40)    not null,
    template           varchar(64)    not null,
    recipient          varbinary(64)  not null,
    recipient_hash     binary(32)     not null,
    masked_number      varchar(20)    not null,
    body               varbinary(6200) null,
    state              varchar(16)    not null,
    not_after          datetime(3)    not null,
    created_at         datetime(3)    not null,
    next_try_at        datetime(3)    not null,
    tries              int            not null default 0,
    -- Tries whose outcome nobody learnt: the portal died, or the provider did not answer in time.
    lost_answers       int            not null default 0,
    -- Number of the worker's claim; stays after a lost answer and is removed by a clear one.
    claim              bigint         null,
    claimed_until      datetime(3)    null,
    provider_reference varchar(100)   null,
    handed_over_at     datetime(3)    null,
    ended_at           datetime(3)    null,
    failure            varchar(100)   null,
    key sms_message_due (state, next_try_at),
    key sms_message_of_customer (customer_id, id),
    key sms_message_to (recipient_hash, id),
    key sms_message_life (not_after)
) engine = InnoDB default charset = utf8mb4;
