package io.lvxiaoshen.rag.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lvxiaoshen.rag.index.Fusion.Ranked;
import java.util.List;
import org.junit.jupiter.api.Test;

class FusionTest {
    private final List<Candidate> candidates =
            List.of(new Candidate(1, 20, 0.4), new Candidate(2, 10, 0.8), new Candidate(3, 0, 0.6));

    @Test
    void combinesNormalisedScores() {
        List<Ranked> ranked = new Fusion(0.7).rank(candidates);
        assertThat(ranked).extracting(hit -> hit.candidate().doc()).containsExactly(2, 3, 1);
        assertThat(ranked.get(0).score()).isCloseTo(0.7 + 0.3 * 0.5, within(1e-9));
        assertThat(ranked.get(1).score()).isCloseTo(0.7 * 0.5, within(1e-9));
        assertThat(ranked.get(2).score()).isCloseTo(0.3, within(1e-9));
    }

    @Test
    void isOneHalfAtEitherEnd() {
        assertThat(new Fusion(0).rank(candidates).get(0).candidate().doc()).isEqualTo(1);
        assertThat(new Fusion(1).rank(candidates).get(0).candidate().doc()).isEqualTo(2);
    }

    @Test
    void ranksASingleCandidateAndNone() {
        assertThat(new Fusion(0.7).rank(List.of(new Candidate(1, 0, 0.5)))).hasSize(1);
        assertThat(new Fusion(0.7).rank(List.of())).isEmpty();
    }
}
