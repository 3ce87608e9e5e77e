-- Messages from phones: a keyed hash of provider and message id, so that each is dealt with once. Neither text nor number
-- is stored. While a message is being dealt with it is claimed; a claim of somebody who died ends by itself.
create table sms_incoming (
    once          binary(32)  not null primary key,
    received_at   datetime(3) not null,
    claim         bigint      not null,
    claimed_until datetime(3) not null,
    dealt         boolean     not null default false,
    unique key sms_incoming_claim (claim),
    key sms_incoming_age (received_at)
) engine = InnoDB default charset = utf8mb4;
