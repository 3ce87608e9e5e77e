-- The trail is sealed in blocks by a hash chain (design decision 015). Nothing is written to audit_event for it.

-- A block covers every id above after_id up to through_id, whether or not there is a row for it.
create table audit_block (
    number        bigint      not null primary key comment 'from 1 without a gap',
    after_id      bigint      not null comment 'through_id of the block before, 0 for the first',
    through_id    bigint      not null,
    row_count     int         not null,
    rows_in_all   bigint      not null comment 'rows of this block and all before',
    rows_hash     binary(32)  not null comment 'SHA-256 over ids and digests of the rows, in their order',
    previous_hash binary(32)  not null,
    sealed_at     datetime(3) not null,
    block_hash    binary(32)  not null,
    mac           binary(32)  not null comment 'of block_hash, with a key that is not in the database',
    unique key audit_block_range (through_id)
) engine = InnoDB default charset = utf8mb4;

-- Id and SHA-256 of each row of a block, so that the row can be named and not only its block. Goes with the rows.
create table audit_block_rows (
    number  bigint     not null primary key,
    digests mediumblob not null comment '40 bytes each: id, digest'
) engine = InnoDB default charset = utf8mb4;

-- Blocks whose rows were removed when their retention was over. The block itself stays, and so does the chain.
create table audit_retired (
    number     bigint      not null primary key,
    after_id   bigint      not null,
    through_id bigint      not null,
    retired_at datetime(3) not null,
    mac        binary(32)  not null comment 'of block_hash and time, with a key that is not in the database',
    unique key audit_retired_range (through_id)
) engine = InnoDB default charset = utf8mb4;
