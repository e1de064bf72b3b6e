package io.lvxiaoshen.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OnnxTextEmbedderTest {
    private static final String DOG = "遛狗不牵绳的，由公安机关给予警告。";
    private static final String TREE = "移植胸径较大的行道树应当报绿化管理部门批准。";
    private static final String TAX = "企业应当在季度终了后申报缴纳增值税。";

    private static InferenceSessions sessions;
    private static OnnxTextEmbedder embedder;

    @BeforeAll
    static void open() {
        sessions = new InferenceSessions(1);
        embedder = OnnxTextEmbedder.open(Cards.REGISTERED, sessions);
    }

    @AfterAll
    static void close() {
        embedder.close();
        sessions.close();
    }

    @Test
    void bringsAQuestionNearestToThePassageThatAnswersIt() {
        List<float[]> passages = embedder.embedPassages(List.of(DOG, TREE, TAX));
        assertNearest(passages, "小区门口的大树想换个地方种，要找谁批？", 1);
        assertNearest(passages, "邻居牵狗出门没有拴绳子会怎样？", 0);
        assertNearest(passages, "公司多久报一次税？", 2);
    }

    @Test
    void givesUnitVectors() {
        float[] vector = embedder.embedQuery("公园几点关门？");
        assertThat(vector).hasSize(embedder.dimensions());
        assertThat(dot(vector, vector)).isCloseTo(1.0, within(1e-5));
    }

    @Test
    void keepsTheOrderOfThePassagesWhateverTheirLength() {
        List<String> passages = List.of(TREE.repeat(9), DOG, TAX.repeat(3), TREE);
        List<float[]> together = embedder.embedPassages(passages);
        for (int i = 0; i < passages.size(); i++) {
            float[] alone = embedder.embedPassages(List.of(passages.get(i))).get(0);
            // Dynamic quantisation scales by batch, so a neighbour moves a vector a little.
            assertThat(dot(together.get(i), alone)).isGreaterThan(0.97);
        }
    }

    @Test
    void putsTheInstructionBeforeQuestionsOnly() {
        float[] asQuestion = embedder.embedQuery(TREE);
        float[] asPassage = embedder.embedPassages(List.of(TREE)).get(0);
        float[] instructed =
                embedder.embedPassages(List.of("为这个句子生成表示以用于检索相关文章：" + TREE)).get(0);
        assertThat(dot(asQuestion, instructed)).isCloseTo(1.0, within(1e-5));
        assertThat(dot(asQuestion, asPassage)).isLessThan(0.99);
    }

    @Test
    void takesCapitalsForTheSameLetters() {
        List<float[]> vectors = embedder.embedPassages(List.of("请提交PDF文件。", "请提交pdf文件。"));
        assertThat(dot(vectors.get(0), vectors.get(1))).isCloseTo(1.0, within(1e-5));
    }

    @Test
    void cutsWhatIsLongerThanTheModelTakes() {
        String head = TREE.repeat(30);
        List<float[]> vectors = embedder.embedPassages(List.of(head, head + TAX.repeat(20_000)));
        assertThat(dot(vectors.get(0), vectors.get(1))).isCloseTo(1.0, within(1e-5));
    }

    @Test
    void embedsNothingToNothing() {
        assertThat(embedder.embedPassages(List.of())).isEmpty();
    }

    @Test
    void answersManyAtOnceAsItAnswersOne() throws Exception {
        float[] alone = embedder.embedQuery(DOG);
        ExecutorService users = Executors.newFixedThreadPool(16);
        try {
            List<Future<float[]>> answers = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                answers.add(users.submit(() -> embedder.embedQuery(DOG)));
            }
            for (Future<float[]> answer : answers) {
                assertThat(answer.get()).isEqualTo(alone);
            }
        } finally {
            users.shutdownNow();
        }
    }

    private static void assertNearest(List<float[]> passages, String question, int expected) {
        float[] asked = embedder.embedQuery(question);
        for (int i = 0; i < passages.size(); i++) {
            if (i != expected) {
                assertThat(dot(asked, passages.get(expected))).isGreaterThan(dot(asked, passages.get(i)));
            }
        }
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
