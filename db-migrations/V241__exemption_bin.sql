-- The bank's prefix of the card, for the report of exemptions. Rows from before have none.
alter table small_amount_use add column bin varchar(8) character set ascii null;
