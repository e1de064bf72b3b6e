package io.lvxiaoshen.knowledge.library;

import io.lvxiaoshen.knowledge.Chunk;
import io.lvxiaoshen.knowledge.statute.ArticleHead;
import io.lvxiaoshen.platform.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whole articles of statutes. */
@Component
public class Articles {
    private static final Pattern KEY = Pattern.compile("([1-9][0-9]{0,3})(?:-([1-9][0-9]{0,3}))?");

    private final JdbcClient jdbc;
    private final Documents documents;

    Articles(JdbcClient jdbc, Documents documents) {
        this.jdbc = jdbc;
        this.documents = documents;
    }

    /**
     * Returns an article; the first of them where an annex counts its own articles from the beginning.
     *
     * @param key such as {@code 23} or {@code 120-1}
     * @throws ProblemException if there is no such document or article
     */
    public WholeArticle find(UUID documentId, String key) {
        documents.find(documentId);
        Matcher number = KEY.matcher(key);
        if (!number.matches()) {
            throw missing();
        }
        List<Chunk> parts = jdbc.sql(
                        "select * from knowledge.chunk where document_id = :id and article_number = :number"
                                + " and article_insertion = :insertion order by ordinal")
                .param("id", documentId)
                .param("number", Integer.parseInt(number.group(1)))
                .param("insertion", number.group(2) == null ? 0 : Integer.parseInt(number.group(2)))
                .query(Rows::chunk)
                .list();
        if (parts.isEmpty()) {
            throw missing();
        }
        return whole(documentId, firstRun(parts));
    }

    private static List<Chunk> firstRun(List<Chunk> parts) {
        List<Chunk> run = new ArrayList<>();
        for (Chunk part : parts) {
            boolean next = run.isEmpty()
                    || run.get(run.size() - 1).ordinal() + 1 == part.ordinal()
                            && ArticleHead.of(part.text()).isEmpty();
            if (!next) {
                break;
            }
            run.add(part);
        }
        return run;
    }

    private WholeArticle whole(UUID documentId, List<Chunk> run) {
        Chunk first = run.get(0);
        int end = run.get(run.size() - 1).end();
        List<String> texts = jdbc.sql("select text from knowledge.element where document_id = :id"
                        + " and start_offset >= :start and start_offset < :end order by ordinal")
                .param("id", documentId)
                .param("start", first.start())
                .param("end", end)
                .query(String.class)
                .list();
        String label = first.article() == null ? "" : first.article().label();
        return new WholeArticle(label, first.headingPath(), String.join("\n", texts), first.start(), end);
    }

    private static ProblemException missing() {
        return ProblemException.notFound("条文");
    }

    /**
     * An article with all its paragraphs and items.
     *
     * @param label as it is cited, such as {@code 第二十三条}
     * @param headingPath titles above
     * @param text from {@code start} to {@code end} of the document's text
     */
    public record WholeArticle(String label, List<String> headingPath, String text, int start, int end) {
        public WholeArticle {
            headingPath = List.copyOf(headingPath);
        }
    }
}
