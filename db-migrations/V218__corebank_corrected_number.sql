-- Numbers that a branch has replaced: a file from before the correction does not bring them back. The rows of a customer
-- go when a file has another number, which shows that the bank's system has caught up.
create table corebank_corrected_number (
    id            bigint         not null primary key,
    customer_id   bigint         not null,
    number_sealed varbinary(128) not null,
    number_hash   binary(32)     not null,
    corrected_at  datetime(3)    not null,
    key corebank_corrected_number_of (customer_id, number_hash),
    constraint corebank_corrected_number_customer foreign key (customer_id) references corebank_customer (id)
) engine = InnoDB default charset = utf8mb4;
