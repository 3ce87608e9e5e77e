-- The count that unlocking does not start again: wrong codes of a link since the last right one (NIST 800-63B-4: at most
-- 100 in all). Of what was counted before, only the round that is not over is known.
alter table gateway_link
    add column wrong_in_row int not null default 0 after wrong_codes;

update gateway_link set wrong_in_row = wrong_codes;
