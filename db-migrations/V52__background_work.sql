-- The table of db-scheduler. "datetime" in the place of its "timestamp": MariaDB before 10.10 gives the first timestamp
-- of a table an automatic update, which would move execution times.
create table scheduled_tasks (
    task_name            varchar(100) not null,
    task_instance        varchar(100) not null,
    task_data            blob         null,
    execution_time       datetime(6)  not null,
    picked               boolean      not null,
    picked_by            varchar(50)  null,
    last_success         datetime(6)  null,
    last_failure         datetime(6)  null,
    consecutive_failures int          null,
    last_heartbeat       datetime(6)  null,
    version              bigint       not null,
    priority             smallint     null,
    primary key (task_name, task_instance),
    key scheduled_tasks_due (execution_time),
    key scheduled_tasks_heartbeat (last_heartbeat),
    key scheduled_tasks_priority (priority desc, execution_time asc)
) engine = InnoDB default charset = utf8mb4;
