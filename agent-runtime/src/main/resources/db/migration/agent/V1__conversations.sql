create table agent.conversation (
    id                 uuid primary key,
    account_id         uuid        not null,
    title              text,
    knowledge_base_ids uuid[]      not null,
    created_at         timestamptz not null,
    updated_at         timestamptz not null
);

create index conversation_latest on agent.conversation (account_id, updated_at desc, id desc);

-- A running process of the application. Its lease is renewed while it lives; the database's clock decides.
create table agent.process (
    id          uuid primary key,
    started_at  timestamptz not null,
    lease_until timestamptz not null
);

create table agent.message (
    id              uuid primary key,
    conversation_id uuid        not null references agent.conversation on delete cascade,
    ordinal         bigint generated always as identity,
    role            text        not null check (role in ('USER', 'ASSISTANT')),
    status          text        not null check (status in ('RUNNING', 'ANSWERED', 'REFUSED', 'FAILED', 'CANCELLED')),
    text            text        not null,
    mode            text check (mode in ('EXTRACTIVE', 'MODEL')),
    model           text,
    citations       jsonb       not null default '[]',
    reason          text,
    created_at      timestamptz not null,
    millis          bigint check (millis >= 0),
    -- who writes the answer; no foreign key, because the process row of a dead process goes away
    process_id      uuid,
    check ((status = 'RUNNING') <= (role = 'ASSISTANT' and process_id is not null))
);

create index message_in_order on agent.message (conversation_id, ordinal desc);

-- One answer at a time in a conversation; also what the search for abandoned answers reads.
create unique index message_running on agent.message (conversation_id) where status = 'RUNNING';
