-- How a change ends whose bank never answers, and what an old number may do about it.
alter table customer
    add column mobile_since datetime(3) null comment 'since when this number stands here in the place of another; null: it never changed';
alter table number_change
    add column asked_since  datetime(3) null comment 'since when the bank owes an answer; null: approved_at',
    add column codes_before datetime(3) null comment 'the hold of codes that stood before this change',
    add column given_up_at  datetime(3) null comment 'two people gave it up: the next question is the last',
    add column word_passed  boolean not null default false comment 'the word from the old number has passed the limit of its sender';
