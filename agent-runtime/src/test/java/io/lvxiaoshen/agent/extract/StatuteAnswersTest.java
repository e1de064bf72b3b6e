package io.lvxiaoshen.agent.extract;

import static org.assertj.core.api.Assertions.assertThat;

import io.lvxiaoshen.agent.RegulationSearch;
import io.lvxiaoshen.agent.answer.Grounding;
import io.lvxiaoshen.agent.conversation.MessageStatus;
import io.lvxiaoshen.agent.conversation.Outcome;
import io.lvxiaoshen.rag.EvidenceQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers over the real regulations that the bureau works with most; the whole calibration is in ADR 0004. */
@Tag("shared-data")
class StatuteAnswersTest {
    private static final List<String> LAWS =
            List.of("上海市绿化条例", "上海市公园管理条例", "上海市市容环境卫生管理条例", "上海市生活垃圾管理条例", "上海市养犬管理条例", "行政处罚法");

    private static RegulationSearch search;

    private final ExtractiveAnswerer answerer = new ExtractiveAnswerer();

    @BeforeAll
    static void index() throws IOException {
        Path laws = Path.of(Objects.requireNonNull(System.getProperty("shared.data"), "shared.data"), "laws");
        try (Stream<Path> files = Files.list(laws)) {
            search = RegulationSearch.over(files.filter(
                            file -> LAWS.stream().anyMatch(file.getFileName().toString()::startsWith))
                    .sorted()
                    .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "擅自砍树罚多少钱？,上海市绿化条例,第四十三条",
        "临时使用绿地最长多久？,上海市绿化条例,第三十一条",
        "新建居住区绿地率是多少？,上海市绿化条例,第十五条",
        "公园可以收门票吗？,上海市公园管理条例,第十八条",
        "公园里能不能烧烤？,上海市公园管理条例,第二十三条",
        "随地吐痰罚款多少？,上海市市容环境卫生管理条例,第二十八条",
        "阳台外面能不能晾衣服？,上海市市容环境卫生管理条例,第二十六条",
        "生活垃圾分为哪几类？,上海市生活垃圾管理条例,第四条",
        "上海的垃圾怎么分类？,上海市生活垃圾管理条例,第四条",
        "湿垃圾是什么？,上海市生活垃圾管理条例,第四条",
        "餐厅可以主动提供一次性餐具吗？,上海市生活垃圾管理条例,第二十二条",
        "行政处罚的种类有哪些？,中华人民共和国行政处罚法,第九条",
        "哪些处罚可以要求听证？,中华人民共和国行政处罚法,第六十三条"
    })
    void citesTheArticleThatAnswers(String question, String law, String article) {
        Outcome outcome = answer(question);
        assertThat(outcome.status()).isEqualTo(MessageStatus.ANSWERED);
        assertThat(outcome.citations().get(0).documentTitle()).isEqualTo(law);
        assertThat(outcome.citations().get(0).article()).isEqualTo(article);
    }

    @Test
    void givesANamedArticleInFull() {
        Outcome outcome = answer("上海市绿化条例第四十三条");
        assertThat(outcome.text()).startsWith("第四十三条");
        assertThat(outcome.citations()).singleElement().satisfies(citation -> assertThat(citation.documentTitle())
                .isEqualTo("上海市绿化条例"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "今天上海天气怎么样？",
                "昨晚的球赛谁赢了？",
                "红烧肉怎么做？",
                "帮我写一首关于春天的诗",
                "股票明天会涨吗？",
                "感冒吃什么药好？",
                "李白是哪个朝代的？",
                "怎么减肥最快？",
                "离婚财产怎么分？",
                "个人所得税起征点是多少？"
            })
    void refusesWhatIsNotAboutTheRegulations(String question) {
        assertThat(answer(question).status()).isEqualTo(MessageStatus.REFUSED);
    }

    private Outcome answer(String question) {
        return answerer.answer(
                        new Grounding(
                                question,
                                question,
                                List.of(),
                                search.search(new EvidenceQuery(Set.of(), question, 24))),
                        new Unheard())
                .join();
    }
}
