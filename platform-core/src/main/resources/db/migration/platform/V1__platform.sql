create table platform.account (
    id              uuid primary key,
    username        text not null unique,
    display_name    text not null,
    password_hash   text not null,
    roles           text[] not null,
    failed_sign_ins int not null default 0,
    locked_until    timestamptz,
    created_at      timestamptz not null
);

-- The shape that Spring Session expects.
create table platform.http_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval int not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);
create index http_session_expiry on platform.http_session (expiry_time);
create index http_session_principal on platform.http_session (principal_name);

create table platform.http_session_attributes (
    session_primary_id char(36) not null references platform.http_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- The shape that Spring Modulith's event publication registry expects.
create table platform.event_publication (
    id                     uuid primary key,
    listener_id            text not null,
    event_type             text not null,
    serialized_event       text not null,
    publication_date       timestamptz not null,
    completion_date        timestamptz,
    status                 text,
    completion_attempts    int,
    last_resubmission_date timestamptz
);
create index event_publication_event on platform.event_publication using hash (serialized_event);
create index event_publication_completion on platform.event_publication (completion_date);

-- The shape that db-scheduler expects.
create table platform.job (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index job_execution on platform.job (execution_time);
create index job_heartbeat on platform.job (last_heartbeat);
