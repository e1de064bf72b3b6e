package io.lvxiaoshen.agent.conversation;

import io.lvxiaoshen.agent.AnswerMode;
import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The questions and answers of conversations. An answer is stored as running together with its question, and changes
 * once more: when it ends. Whatever comes later finds it ended and changes nothing.
 */
@Component
public class Messages {
    private static final int LONGEST_QUESTION = 2000;
    private static final String COLUMNS =
            "id, role, status, text, mode, model, citations, reason, created_at, millis, ordinal";
    private static final TypeReference<List<Citation>> CITATIONS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final IdSource ids;
    private final Clock clock;

    Messages(JdbcClient jdbc, JsonMapper json, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Returns a question as it can be asked.
     *
     * @throws ProblemException if it is empty or too long
     */
    public static String checkedQuestion(@Nullable String text) {
        String question = text == null ? "" : Columns.plain(text).strip();
        if (question.isEmpty()) {
            throw ProblemException.invalid("question-empty", "问题为空。", "请输入问题后再提问。");
        }
        if (question.length() > LONGEST_QUESTION) {
            throw ProblemException.invalid(
                    "question-too-long",
                    "问题有 " + question.length() + " 个字符，超过 " + LONGEST_QUESTION + " 个字符的上限。",
                    "请缩短问题，或分成几个问题依次提问。");
        }
        return question;
    }

    /**
     * Stores a question and the answer that {@code processId} is about to write, both or neither.
     *
     * @throws ProblemException if the account has no such conversation, or an answer is being written in it
     */
    @Transactional
    public Exchange begin(UUID accountId, UUID conversationId, UUID answerId, String question, UUID processId) {
        var now = Columns.timestamp(clock.instant());
        Set<UUID> bases = jdbc.sql("update agent.conversation set updated_at = :now, title = coalesce(title, :title)"
                        + " where id = :id and account_id = :account returning knowledge_base_ids")
                .param("now", now)
                .param("title", Titles.of(question))
                .param("id", conversationId)
                .param("account", accountId)
                .query((row, number) -> Set.copyOf(Columns.uuids(row, "knowledge_base_ids")))
                .optional()
                .orElseThrow(Conversations::missing);
        Message asked = jdbc.sql("insert into agent.message (id, conversation_id, role, status, text, created_at)"
                        + " values (:id, :conversation, 'USER', 'ANSWERED', :text, :now) returning " + COLUMNS)
                .param("id", ids.next())
                .param("conversation", conversationId)
                .param("text", question)
                .param("now", now)
                .query(this::read)
                .single();
        Message answer = jdbc.sql("insert into agent.message"
                        + " (id, conversation_id, role, status, text, created_at, process_id)"
                        + " values (:id, :conversation, 'ASSISTANT', 'RUNNING', '', :now, :process)"
                        + " on conflict (conversation_id) where status = 'RUNNING' do nothing returning " + COLUMNS)
                .param("id", answerId)
                .param("conversation", conversationId)
                .param("now", now)
                .param("process", processId)
                .query(this::read)
                .optional()
                .orElseThrow(() -> ProblemException.conflict("answer-running", "上一个问题还在回答中。", "请等待回答完成，或先停止当前回答。"));
        return new Exchange(accountId, conversationId, bases, asked, answer);
    }

    /** Ends a running answer. Returns false, having changed nothing, if it has ended already or is gone. */
    public boolean finish(UUID answerId, Outcome outcome) {
        return jdbc.sql("update agent.message set status = :status, text = :text, mode = :mode, model = :model,"
                                + " citations = cast(:citations as jsonb), reason = :reason, millis = greatest(0,"
                                + " (extract(epoch from cast(:now as timestamptz) - created_at) * 1000)::bigint)"
                                + " where id = :id and status = 'RUNNING'")
                        .param("status", outcome.status().name())
                        .param("text", outcome.text())
                        .param(
                                "mode",
                                outcome.mode() == null ? null : outcome.mode().name())
                        .param("model", outcome.model())
                        .param("citations", json.writeValueAsString(outcome.citations()))
                        .param("reason", outcome.reason())
                        .param("now", Columns.timestamp(clock.instant()))
                        .param("id", answerId)
                        .update()
                > 0;
    }

    /** Returns a message. */
    public Optional<Message> find(UUID id) {
        return jdbc.sql("select " + COLUMNS + " from agent.message where id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    /**
     * Makes sure that a message is one of the account's.
     *
     * @throws ProblemException if it is not
     */
    public void requireOwner(UUID accountId, UUID messageId) {
        boolean owned = jdbc.sql("select exists (select 1 from agent.message m"
                        + " join agent.conversation c on c.id = m.conversation_id"
                        + " where m.id = :id and c.account_id = :account)")
                .param("id", messageId)
                .param("account", accountId)
                .query(Boolean.class)
                .single();
        if (!owned) {
            throw ProblemException.notFound("消息");
        }
    }

    /** Lists a conversation's messages, newest first. The caller has made sure who owns it. */
    public Slice<Message> list(UUID conversationId, int limit, @Nullable String cursor) {
        List<Numbered> rows = jdbc.sql("select " + COLUMNS + " from agent.message"
                        + " where conversation_id = :conversation and ordinal < :before"
                        + " order by ordinal desc limit :rows")
                .param("conversation", conversationId)
                .param("before", before(cursor))
                .param("rows", limit + 1)
                .query((row, number) -> new Numbered(row.getLong("ordinal"), read(row, number)))
                .list();
        Slice<Numbered> slice = Slice.of(rows, limit, row -> Long.toString(row.ordinal()));
        return new Slice<>(slice.items().stream().map(Numbered::message).toList(), slice.next());
    }

    /** Returns the last turns before the one that is running, oldest first. */
    public List<Turn> recentTurns(UUID conversationId, int turns) {
        List<Message> newestFirst = list(conversationId, 2 * turns + 2, null).items();
        List<Turn> recent = new ArrayList<>();
        for (int i = newestFirst.size() - 2; i >= 0; i--) {
            Message question = newestFirst.get(i + 1);
            Message answer = newestFirst.get(i);
            if (question.role() == MessageRole.USER && answer.status() != MessageStatus.RUNNING) {
                recent.add(new Turn(question.text(), answer.text(), answer.status()));
            }
        }
        return recent.subList(Math.max(0, recent.size() - turns), recent.size());
    }

    private static long before(@Nullable String cursor) {
        try {
            return cursor == null ? Long.MAX_VALUE : Long.parseLong(cursor);
        } catch (NumberFormatException e) {
            throw Columns.invalidCursor();
        }
    }

    private Message read(ResultSet row, int number) throws SQLException {
        String mode = row.getString("mode");
        long millis = row.getLong("millis");
        Long took = row.wasNull() ? null : millis;
        return new Message(
                row.getObject("id", UUID.class),
                MessageRole.valueOf(row.getString("role")),
                MessageStatus.valueOf(row.getString("status")),
                row.getString("text"),
                mode == null ? null : AnswerMode.valueOf(mode),
                row.getString("model"),
                json.readValue(row.getString("citations"), CITATIONS),
                row.getString("reason"),
                Columns.instant(row, "created_at"),
                took);
    }

    private record Numbered(long ordinal, Message message) {}
}
