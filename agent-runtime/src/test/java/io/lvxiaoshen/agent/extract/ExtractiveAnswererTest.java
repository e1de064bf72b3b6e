package io.lvxiaoshen.agent.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.agent.RegulationSearch;
import io.lvxiaoshen.agent.answer.AnswerSink;
import io.lvxiaoshen.agent.answer.Grounding;
import io.lvxiaoshen.agent.conversation.Citation;
import io.lvxiaoshen.agent.conversation.MessageStatus;
import io.lvxiaoshen.agent.conversation.Outcome;
import io.lvxiaoshen.rag.Evidence;
import io.lvxiaoshen.rag.EvidenceQuery;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractiveAnswererTest {
    private final RegulationSearch search = RegulationSearch.shared();
    private final ExtractiveAnswerer answerer = new ExtractiveAnswerer();

    @ParameterizedTest
    @CsvSource({
        "在公共绿地内擅自设摊经营罚多少钱？,处二百元以上二千元以下的罚款。[1]",
        "临时占用公共绿地的期限最长多久？,临时占用公共绿地的期限不超过六个月。[1]",
        "爱绿宣传周是什么时候？,第四条 每年四月的第一个星期为本市爱绿宣传周。[1]",
        "公共绿地由哪个部门负责管理？,市绿化主管部门负责本市公共绿地的监督管理工作。[1]",
        "什么是公共绿地？,本规定所称公共绿地，是指向公众开放的公园、街头绿地和道路绿化带。[1]"
    })
    void findsTheSentenceThatAnswers(String question, String sentence) {
        assertThat(answer(question).text()).contains(sentence);
    }

    @Test
    void keepsAListWithItsLeadIn() {
        Outcome outcome = answer("临时占用公共绿地要提交哪些材料？");
        assertThat(outcome.text())
                .contains("第五条 需要临时占用公共绿地的，应当向区绿化主管部门提出申请，并提交下列材料：  \n（一）占用申请书；  \n" + "（二）占用范围图；  \n（三）恢复绿地的方案。[1]");
    }

    @Test
    void givesANamedArticleInFull() {
        Outcome outcome = answer("示范市公共绿地管理规定第五条是什么？");
        assertThat(outcome.text()).startsWith("第五条 ").endsWith("自受理申请之日起十个工作日内作出决定。[1]");
        assertThat(outcome.citations()).singleElement().satisfies(citation -> assertThat(citation.article())
                .isEqualTo("第五条"));
    }

    @Test
    void refusesWhatTheEvidenceDoesNotAnswer() {
        Outcome outcome = answer("红烧肉怎么做才好吃？");
        assertThat(outcome.status()).isEqualTo(MessageStatus.REFUSED);
        assertThat(outcome.text()).contains("没有找到", "换一种说法");
    }

    @Test
    void prefersTheNewerEditionOfALaw() {
        Evidence old = evidence(1, "绿地条例(2007-01-17)", "第三条 砍伐树木的，处一千元以下罚款。", 0.82);
        Evidence current = evidence(2, "绿地条例(2018-12-20)", "第三条 砍伐树木的，处五千元以下罚款。", 0.80);
        Outcome outcome = answer("砍伐树木罚多少？", List.of(old, current));
        assertThat(outcome.text()).isEqualTo("第三条 砍伐树木的，处五千元以下罚款。[1]");
    }

    @Test
    void saysTheSameThingOnce() {
        Evidence one = evidence(1, "甲规定", "第三条 砍伐树木的，处一千元以下罚款。", 0.82);
        Evidence other = evidence(2, "乙规定", "第九条 砍伐树木的，处一千元以下罚款。", 0.82);
        assertThat(answer("砍伐树木罚多少？", List.of(one, other)).citations()).hasSize(1);
    }

    @Test
    void writesNothingThatIsNotInTheSources() {
        String text = search.text();
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            int at = random.nextInt(text.length() - 12);
            Outcome outcome =
                    answer(text.substring(at, at + 4 + random.nextInt(8)).replace('\n', '，') + "有什么规定？");
            for (String line : outcome.status() == MessageStatus.REFUSED
                    ? List.<String>of()
                    : outcome.text().lines().toList()) {
                String plain = line.replaceAll("\\[\\d+]$", "").strip();
                assertThat(text).contains(plain);
            }
            assertThat(outcome.text().length()).isLessThanOrEqualTo(650);
            for (Citation citation : outcome.citations()) {
                assertThat(text.substring(citation.start(), citation.end())).isEqualTo(citation.quote());
                assertThat(outcome.text()).contains("[" + citation.number() + "]");
            }
        }
    }

    @Test
    void answersTheSameQuestionInTheSameWay() {
        assertThat(answer("携犬进入公共绿地有什么要求？")).isEqualTo(answer("携犬进入公共绿地有什么要求？"));
    }

    private Outcome answer(String question) {
        return answer(question, search.search(new EvidenceQuery(Set.of(), question, 16)));
    }

    private Outcome answer(String question, List<Evidence> evidence) {
        return answerer.answer(new Grounding(question, question, List.of(), evidence), new Deaf())
                .join();
    }

    private static Evidence evidence(int document, String title, String text, double similarity) {
        return new Evidence(
                new UUID(3, document),
                new UUID(1, 1),
                new UUID(2, document),
                title,
                List.of(title),
                text.substring(0, text.indexOf(' ')),
                text,
                0,
                text.length(),
                new Evidence.Scores(similarity, 5, similarity, 0.9));
    }

    /** Only the outcome matters here. */
    private static final class Deaf implements AnswerSink {
        @Override
        public void evidence(List<Citation> citations) {}

        @Override
        public void delta(String text) {}

        @Override
        public boolean ended() {
            return false;
        }

        @Override
        public void whenEnded(Runnable action) {}
    }
}
