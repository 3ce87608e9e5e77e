-- Receivers of signed events, what each is to be told, and how far the trail has been read. One row for each pair of
-- receiver and event: the primary key is what keeps an event from being queued twice.
create table webhook_endpoint (
    id                   bigint          not null primary key,
    name                 varchar(80)     not null,
    url_sealed           varbinary(2100) not null,
    url_shown            varchar(300)    not null comment 'without path and query, which may hold a secret',
    families             varchar(400)    not null comment 'comma between',
    state                varchar(16)     not null,
    secret_sealed        varbinary(200)  not null,
    former_secret_sealed varbinary(200)  null,
    former_until         datetime(3)     null,
    follows_from         bigint          not null comment 'lowest id of an event that is told',
    failures             int             not null default 0,
    rests_until          datetime(3)     null,
    created_at           datetime(3)     not null
) engine = InnoDB default charset = utf8mb4;

create table webhook_delivery (
    endpoint_id   bigint      not null,
    event_id      bigint      not null,
    kind          varchar(64) not null,
    happened_at   datetime(3) not null,
    body          longtext    not null check (json_valid(body)),
    state         varchar(16) not null,
    tries         int         not null default 0,
    due_at        datetime(3) not null,
    claimed_until datetime(3) null,
    tried_at      datetime(3) null,
    status        smallint    null,
    problem       varchar(40) null,
    millis        int         null,
    primary key (endpoint_id, event_id),
    key webhook_delivery_due (state, due_at),
    key webhook_delivery_of_endpoint (endpoint_id, state, event_id),
    constraint webhook_delivery_endpoint foreign key (endpoint_id) references webhook_endpoint (id)
) engine = InnoDB default charset = utf8mb4;

create table webhook_watermark (
    id         tinyint not null primary key,
    read_up_to bigint  not null
) engine = InnoDB default charset = utf8mb4;

insert into webhook_watermark (id, read_up_to) values (1, 0);
