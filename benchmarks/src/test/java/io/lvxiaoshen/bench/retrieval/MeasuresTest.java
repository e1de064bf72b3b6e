package io.lvxiaoshen.bench.retrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Every expected value was worked out by hand. */
class MeasuresTest {
    private static final Offset<Double> EXACTLY = within(1e-6);

    @Test
    void measuresOneQuestion() {
        Qrels qrels = new Qrels(Map.of("q", Map.of("b", 1, "f", 1, "z", 1)));
        Measures measures = Measures.of(Map.of("q", List.of("a", "b", "c", "d", "e", "f")), qrels);
        assertThat(measures.recallAt5()).isEqualTo(1.0 / 3, EXACTLY);
        assertThat(measures.recallAt10()).isEqualTo(2.0 / 3, EXACTLY);
        assertThat(measures.recallAt100()).isEqualTo(2.0 / 3, EXACTLY);
        assertThat(measures.reciprocalRankAt10()).isEqualTo(0.5, EXACTLY);
        // (1/log2(3) + 1/log2(7)) / (1/log2(2) + 1/log2(3) + 1/log2(4)) = 0.987137 / 2.130930
        assertThat(measures.ndcgAt10()).isEqualTo(0.463242, EXACTLY);
    }

    @Test
    void countsGradesInTheGain() {
        Qrels qrels = new Qrels(Map.of("q", Map.of("a", 1, "b", 3)));
        // (1 + 3/log2(3)) / (3 + 1/log2(3)) = 2.892789 / 3.630930
        assertThat(Measures.of(Map.of("q", List.of("a", "b")), qrels).ndcgAt10())
                .isEqualTo(0.796707, EXACTLY);
    }

    @Test
    void takesTheMeanOverJudgedQuestionsOnly() {
        Qrels qrels = new Qrels(Map.of("hit", Map.of("a", 1), "miss", Map.of("a", 1), "unasked", Map.of("a", 1)));
        Measures measures =
                Measures.of(Map.of("hit", List.of("a"), "miss", List.of(), "unjudged", List.of("a")), qrels);
        assertThat(measures.questions()).isEqualTo(2);
        assertThat(measures.recallAt10()).isEqualTo(0.5, EXACTLY);
        assertThat(measures.reciprocalRankAt10()).isEqualTo(0.5, EXACTLY);
        assertThat(measures.ndcgAt10()).isEqualTo(0.5, EXACTLY);
    }

    @Test
    void seesNothingBeyondTheTenthPlaceButInRecallAt100() {
        Qrels qrels = new Qrels(Map.of("q", Map.of("x", 1)));
        Measures measures =
                Measures.of(Map.of("q", List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "x")), qrels);
        assertThat(measures.recallAt10()).isZero();
        assertThat(measures.reciprocalRankAt10()).isZero();
        assertThat(measures.ndcgAt10()).isZero();
        assertThat(measures.recallAt100()).isEqualTo(1, EXACTLY);
    }
}
