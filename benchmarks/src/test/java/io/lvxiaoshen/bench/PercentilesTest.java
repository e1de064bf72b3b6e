package io.lvxiaoshen.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentilesTest {
    @Test
    void areNearestRanksWhateverTheOrder() {
        List<Long> hundred = LongStream.rangeClosed(1, 100)
                .map(milliseconds -> milliseconds * 1_000_000)
                .boxed()
                .collect(Collectors.toList());
        Collections.reverse(hundred);
        assertThat(Percentiles.ofNanos(hundred)).isEqualTo(new Percentiles(100, 50, 95, 99));
    }

    @Test
    void ofOneTimeAreThatTime() {
        assertThat(Percentiles.ofNanos(List.of(3_000_000L))).isEqualTo(new Percentiles(1, 3, 3, 3));
    }

    @Test
    void ofNoneAreZero() {
        assertThat(Percentiles.ofNanos(List.of())).isEqualTo(new Percentiles(0, 0, 0, 0));
    }
}
