-- The home branch of a customer, if the bank's file names one.
alter table corebank_customer add column branch varchar(6) character set ascii null;
