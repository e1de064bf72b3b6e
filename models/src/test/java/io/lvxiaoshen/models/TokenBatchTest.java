package io.lvxiaoshen.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TokenBatchTest {

    @Test
    void putsTextsOfLikeLengthTogetherWithinTheBudget() {
        List<TokenBatch> batches = TokenBatch.of(List.of(new long[9], new long[2], new long[5], new long[2]), 10);
        assertThat(batches).extracting(TokenBatch::positions).containsExactly(List.of(1, 3), List.of(2), List.of(0));
        assertThat(batches)
                .allSatisfy(batch -> assertThat(batch.rows() * batch.columns()).isLessThanOrEqualTo(10));
    }

    @Test
    void givesATextBeyondTheBudgetABatchOfItsOwn() {
        assertThat(TokenBatch.of(List.of(new long[50], new long[1]), 10))
                .extracting(TokenBatch::positions)
                .containsExactly(List.of(1), List.of(0));
    }

    @Test
    void makesNoBatchOfNothing() {
        assertThat(TokenBatch.of(List.of(), 10)).isEmpty();
    }
}
