package io.lvxiaoshen.agent.conversation;

import io.lvxiaoshen.platform.IdSource;
import io.lvxiaoshen.platform.ProblemException;
import io.lvxiaoshen.platform.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The conversations of each account. Whoever asks for another account's conversation learns that it does not exist. */
@Component
public class Conversations {
    private static final int LONGEST_TITLE = 100;
    private static final int MOST_KNOWLEDGE_BASES = 100;
    private static final String COLUMNS = "id, coalesce(title, '新对话') as title, knowledge_base_ids, updated_at";

    private final JdbcClient jdbc;
    private final IdSource ids;
    private final Clock clock;

    Conversations(JdbcClient jdbc, IdSource ids, Clock clock) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
    }

    /** Begins a conversation that searches the given knowledge bases, or all if there are none. */
    public Conversation create(UUID accountId, List<UUID> knowledgeBaseIds) {
        return jdbc.sql("insert into agent.conversation (id, account_id, knowledge_base_ids, created_at, updated_at)"
                        + " values (:id, :account, cast(:bases as uuid[]), :now, :now) returning " + COLUMNS)
                .param("id", ids.next())
                .param("account", accountId)
                .param("bases", Columns.array(checked(knowledgeBaseIds)))
                .param("now", Columns.timestamp(clock.instant()))
                .query(Conversations::read)
                .single();
    }

    /**
     * Returns a conversation.
     *
     * @throws ProblemException if the account has no such conversation
     */
    public Conversation find(UUID accountId, UUID id) {
        return jdbc.sql("select " + COLUMNS + " from agent.conversation where id = :id and account_id = :account")
                .param("id", id)
                .param("account", accountId)
                .query(Conversations::read)
                .optional()
                .orElseThrow(Conversations::missing);
    }

    /** Lists an account's conversations, latest first. */
    public Slice<Conversation> list(UUID accountId, int limit, @Nullable String cursor) {
        ConversationCursor after = cursor == null ? ConversationCursor.START : ConversationCursor.parse(cursor);
        List<Conversation> rows = jdbc.sql("select " + COLUMNS + " from agent.conversation"
                        + " where account_id = :account and (updated_at, id) < (:updatedAt, :id)"
                        + " order by updated_at desc, id desc limit :rows")
                .param("account", accountId)
                .param("updatedAt", Columns.timestamp(after.updatedAt()))
                .param("id", after.id())
                .param("rows", limit + 1)
                .query(Conversations::read)
                .list();
        return Slice.of(rows, limit, row -> new ConversationCursor(row.updatedAt(), row.id()).toString());
    }

    /**
     * Changes the title or the knowledge bases; null leaves either as it is.
     *
     * @throws ProblemException if the account has no such conversation or a value cannot be used
     */
    public Conversation change(UUID accountId, UUID id, @Nullable String title, @Nullable List<UUID> knowledgeBaseIds) {
        return jdbc.sql("update agent.conversation set title = coalesce(:title, title),"
                        + " knowledge_base_ids = coalesce(cast(:bases as uuid[]), knowledge_base_ids), updated_at = :now"
                        + " where id = :id and account_id = :account returning " + COLUMNS)
                .param("title", title == null ? null : checkedTitle(title))
                .param("bases", knowledgeBaseIds == null ? null : Columns.array(checked(knowledgeBaseIds)))
                .param("now", Columns.timestamp(clock.instant()))
                .param("id", id)
                .param("account", accountId)
                .query(Conversations::read)
                .optional()
                .orElseThrow(Conversations::missing);
    }

    /**
     * Removes a conversation with all its messages.
     *
     * @throws ProblemException if the account has no such conversation
     */
    public void delete(UUID accountId, UUID id) {
        int rows = jdbc.sql("delete from agent.conversation where id = :id and account_id = :account")
                .param("id", id)
                .param("account", accountId)
                .update();
        if (rows == 0) {
            throw missing();
        }
    }

    static ProblemException missing() {
        return ProblemException.notFound("会话");
    }

    private static String checkedTitle(String title) {
        String text = Columns.plain(title).strip();
        if (text.isEmpty() || text.length() > LONGEST_TITLE) {
            throw ProblemException.invalid(
                    "conversation-title-invalid",
                    "会话标题为空或超过 " + LONGEST_TITLE + " 个字符。",
                    "请输入 1 至 " + LONGEST_TITLE + " 个字符的标题。");
        }
        return text;
    }

    private static List<UUID> checked(List<UUID> knowledgeBaseIds) {
        List<UUID> distinct = knowledgeBaseIds.stream().distinct().toList();
        if (distinct.size() > MOST_KNOWLEDGE_BASES) {
            throw ProblemException.invalid(
                    "too-many-knowledge-bases",
                    "一个会话最多选择 " + MOST_KNOWLEDGE_BASES + " 个知识库。",
                    "请减少所选知识库，或不作选择以检索全部知识库。");
        }
        return distinct;
    }

    private static Conversation read(ResultSet row, int number) throws SQLException {
        return new Conversation(
                row.getObject("id", UUID.class),
                row.getString("title"),
                Columns.uuids(row, "knowledge_base_ids"),
                Columns.instant(row, "updated_at"));
    }

    /** Where a list of conversations goes on. */
    private record ConversationCursor(Instant updatedAt, UUID id) {
        /** After every time that the database can hold here. */
        static final ConversationCursor START =
                new ConversationCursor(Instant.parse("9999-12-31T00:00:00Z"), new UUID(-1, -1));

        static ConversationCursor parse(String cursor) {
            int separator = cursor.indexOf('~');
            try {
                return new ConversationCursor(
                        Instant.parse(cursor.substring(0, Math.max(separator, 0))),
                        UUID.fromString(cursor.substring(separator + 1)));
            } catch (RuntimeException e) {
                throw Columns.invalidCursor();
            }
        }

        @Override
        public String toString() {
            return updatedAt + "~" + id;
        }
    }
}
