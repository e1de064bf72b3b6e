create table knowledge.knowledge_base (
    id          uuid primary key,
    name        text not null,
    description text not null,
    created_at  timestamptz not null,
    updated_at  timestamptz not null
);

create table knowledge.document (
    id                uuid primary key,
    knowledge_base_id uuid not null references knowledge.knowledge_base (id) on delete cascade,
    name              text not null,
    title             text,
    media_type        text,
    size              bigint not null,
    sha256            text not null,
    stage             text not null,
    progress          double precision not null default 0,
    reason            text,
    hint              text,
    revision          int not null default 1,
    attempts          int not null default 0,
    characters        int not null default 0,
    articles          int not null default 0,
    chunks            int not null default 0,
    pages             int not null default 0,
    uploaded_at       timestamptz not null,
    updated_at        timestamptz not null
);
create index document_of_knowledge_base on knowledge.document (knowledge_base_id, id desc);
create index document_sha256 on knowledge.document (sha256);
-- A refused file may be brought again; any other content stands in a knowledge base once.
create unique index document_content on knowledge.document (knowledge_base_id, sha256) where stage <> 'REJECTED';

create table knowledge.element (
    document_id  uuid not null references knowledge.document (id) on delete cascade,
    ordinal      int not null,
    type         text not null,
    level        int not null,
    text         text not null,
    start_offset int not null,
    end_offset   int not null,
    page         int,
    primary key (document_id, ordinal)
);
create index element_start on knowledge.element (document_id, start_offset);

create table knowledge.chunk (
    document_id       uuid not null references knowledge.document (id) on delete cascade,
    ordinal           int not null,
    id                uuid not null unique,
    heading_path      text[] not null,
    article_label     text,
    article_number    int,
    article_insertion int,
    text              text not null,
    start_offset      int not null,
    end_offset        int not null,
    primary key (document_id, ordinal)
);
create index chunk_article on knowledge.chunk (document_id, article_number, article_insertion)
    where article_number is not null;
