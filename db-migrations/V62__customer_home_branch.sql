-- Where the bank keeps the customer; its staff serves this person (S10.3). Null: the bank has not said.
alter table customer add column branch varchar(6) character set ascii null;
