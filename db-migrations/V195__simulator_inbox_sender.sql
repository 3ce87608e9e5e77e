-- What the simulated phone shows as sender.
alter table simulator_inbox add column sender varchar(20) null after number_hash;
