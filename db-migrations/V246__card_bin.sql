-- The bank's prefix of the card, for reports. A card that nobody has asked the bank about since has none.
alter table card add column bin varchar(8) character set ascii null;

-- The states of passwords are counted once a day, range by range; a day counts when its last range is done.
create table report_card_day (
    day        date        not null primary key comment 'in Tehran',
    through_id bigint      not null comment 'cards up to this one are counted',
    done_at    datetime(3) null
) engine = InnoDB default charset = utf8mb4;
