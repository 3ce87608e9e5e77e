-- Append-only: no statement of the portal changes or removes a row; where the privileges allow it triggers refuse those that try (AppendOnlyGuard).
create table audit_event (
    id          bigint       not null primary key,
    happened_at datetime(3)  not null,
    actor_kind  varchar(16)  not null,
    actor_name  varchar(64)  not null,
    kind        varchar(64)  not null,
    customer_id bigint       null,
    card_id     bigint       null,
    details     longtext     not null check (json_valid(details)),
    key audit_event_of_customer (customer_id, id),
    key audit_event_of_card (card_id, id)
) engine = InnoDB default charset = utf8mb4;
