package io.lvxiaoshen.agent;

import io.lvxiaoshen.rag.Evidence;
import io.lvxiaoshen.rag.EvidenceQuery;
import io.lvxiaoshen.rag.EvidenceSearch;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches one small regulation by shared pairs of characters; can be made to wait or to fail. */
@Component
public class RegulationSearch implements EvidenceSearch {
    public static final String TITLE = "示范市公共绿地管理规定";
    private static final UUID BASE = new UUID(1, 1);
    private static final UUID DOCUMENT = new UUID(1, 2);
    private static final Pattern ARTICLE = Pattern.compile("(?m)^(第[一二三四五六七八九十]+条) [^\\n]*(?:\\n(?!第)[^\\n]+)*");

    private final String text;
    private final List<Evidence> articles = new ArrayList<>();
    private volatile @Nullable CountDownLatch gate;
    private volatile @Nullable RuntimeException failure;

    public RegulationSearch() {
        try (InputStream in =
                Objects.requireNonNull(RegulationSearch.class.getResourceAsStream("/regulations/" + TITLE + ".txt"))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher matcher = ARTICLE.matcher(text);
        while (matcher.find()) {
            articles.add(evidence(matcher.group(1), matcher.group(), matcher.start(), 0));
        }
    }

    /** The regulation's text, to which all offsets refer. */
    public String text() {
        return text;
    }

    /** Makes searches wait until the returned latch is counted down. */
    public CountDownLatch hold() {
        CountDownLatch latch = new CountDownLatch(1);
        gate = latch;
        return latch;
    }

    /** Makes searches fail from now on. */
    public void fail(RuntimeException with) {
        failure = with;
    }

    /** Makes searches work again. */
    public void recover() {
        gate = null;
        failure = null;
    }

    @Override
    public List<Evidence> search(EvidenceQuery query) {
        CountDownLatch latch = gate;
        if (latch != null) {
            await(latch);
        }
        RuntimeException problem = failure;
        if (problem != null) {
            throw problem;
        }
        Set<String> asked = pairs(query.text());
        return articles.stream()
                .map(article -> evidence(
                        Objects.requireNonNull(article.article()),
                        article.text(),
                        article.start(),
                        share(asked, article.text())))
                .filter(article -> article.scores().similarity() > 0.3)
                .sorted(Comparator.comparingDouble(
                        (Evidence article) -> -article.scores().similarity()))
                .limit(query.limit())
                .toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nobody opened the gate");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static double share(Set<String> asked, String text) {
        long shared = asked.stream().filter(text::contains).count();
        return asked.isEmpty() ? 0 : 0.3 + 0.5 * shared / asked.size();
    }

    private static Set<String> pairs(String text) {
        String plain = text.replaceAll("[\\p{P}\\s]|什么|怎么|多少|哪些|可以|吗|的", "");
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }

    private static Evidence evidence(String label, String text, int start, double similarity) {
        return new Evidence(
                new UUID(2, start),
                BASE,
                DOCUMENT,
                TITLE,
                List.of(TITLE),
                label,
                text,
                start,
                start + text.length(),
                new Evidence.Scores(similarity, similarity * 10, similarity, (similarity - 0.3) * 2));
    }
}
