-- When the bank registered the number, if it says so: a number that has stood long enough is not held back again.
alter table corebank_customer add column mobile_since datetime(3) null;
